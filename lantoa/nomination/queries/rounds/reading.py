"""Which rounds there are, which one takes a nomination, and whether dossiers may still be sent."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, may
from lantoa.domain.procedure import Path, Procedure
from lantoa.domain.stages import NominationStage, RoundStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round

SORTS = {"ten": "search_key", "nam": "year", "han_gui": "send_by", "mo": "opened_at"}
UNSENT = (NominationStage.DRAFT.value, NominationStage.WITHDRAWN.value)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list of rounds."""

    words: str = ""
    year: int | None = None
    stage: str = ""
    tier: str = ""
    sort: str = "-nam"


def open_round_for(edition: str, tier: str, year: int) -> Round | None:
    """The round that takes nominations for that aim now."""
    return Round.objects.filter(edition=edition, tier=tier, year=year, stage=RoundStage.OPEN.value).first()


def sending_is_open(one: Round, at: datetime) -> bool:
    """Whether dossiers may be sent: the round is open, and its last day of sending has not gone by."""
    day = localdate(at)
    has_begun = one.open_on is None or one.open_on <= day
    return one.stage == RoundStage.OPEN.value and has_begun and (one.send_by is None or day <= one.send_by)


def procedure_of(one: Round) -> Procedure:
    return plans.load(one.edition).procedure


def path_of(one: Round) -> Path:
    """What a nomination of the round passes through, as its plan edition says."""
    return procedure_of(one).path(one.tier)


def visible(user: User) -> QuerySet[Round]:
    """Rounds; those that were never opened only for whoever runs them."""
    found = Round.objects.all()
    return found if may(actor_of(user), Deed.RUN_ROUND) else found.filter(opened_at__isnull=False)


def listed(user: User, asked: Asked) -> QuerySet[Round]:
    """Those that every filter leaves, with how many were nominated, sent and recognised."""
    found = visible(user)
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    if asked.year is not None:
        found = found.filter(year=asked.year)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.tier:
        found = found.filter(tier=asked.tier)
    counted = {
        "nominated": Count("nominations", filter=~Q(nominations__stage=NominationStage.WITHDRAWN.value)),
        "sent": Count("nominations", filter=~Q(nominations__stage__in=UNSENT)),
        "recognised": Count("nominations", filter=Q(nominations__stage=NominationStage.RECOGNISED.value)),
    }
    sort = asked.sort if asked.sort.removeprefix("-") in SORTS else "-nam"
    sign, column = "-" if sort.startswith("-") else "", SORTS[sort.removeprefix("-")]
    return found.annotate(**counted).order_by(f"{sign}{column}", "-pk")


def years_on_file() -> list[int]:
    return list(Round.objects.order_by("-year").values_list("year", flat=True).distinct())


def before(tier: str, year: int) -> Round | None:
    """The last round of the same tier in a year before: what is cloned."""
    rounds = Round.objects.filter(tier=tier, year__lt=year).exclude(stage=RoundStage.CANCELLED.value)
    return rounds.order_by("-year", "-pk").first()


def waiting_drafts(edition: str, tier: str, year: int) -> QuerySet[Nomination]:
    """Drafts for that aim which were made before their round was open."""
    drafts = Nomination.objects.filter(round=None, stage=NominationStage.DRAFT.value)
    return drafts.filter(edition=edition, tier=tier, year=year)
