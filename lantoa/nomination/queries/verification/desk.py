"""The desk of an office: the dossiers that it is asked about, and how far it is with each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.domain.records import Kind
from lantoa.domain.stages import NominationStage
from lantoa.domain.verdict import Verdict
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import CorrectionRequest, Nomination, OfficeAnswer, Round
from lantoa.nomination.queries.reading import WITH_NAMES
from lantoa.nomination.queries.verification.asked import Asking, asked
from lantoa.register.models import Hold
from lantoa.register.queries.tree import subtrees_of

N = NominationStage
STATES = ("cho", "gui-lai", "da-ghi", "dang-bo-sung", "da-xong", "tat-ca")
SORTS = {"ten": "subject__sort_key", "don_vi": "unit__subject__sort_key", "han": "round__verify_by", "gui": "sent_at"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a list of dossiers under verification."""

    words: str = ""
    unit: int | None = None
    round: int | None = None
    state: str = "cho"
    sort: str = "han"


def combinations() -> Iterator[tuple[Q, tuple[Asking, ...]]]:
    """Every edition, tier and kind that is verified, with the offices asked there."""
    for code in plans.codes():
        for tier in plans.load(code).tiers:
            for kind in Kind:
                if found := asked(code, tier, kind):
                    yield Q(edition=code, tier=tier, subject__kind=kind.value), found


def needed(office: str | None = None) -> Case:
    """How many answers a dossier needs, of one office or of all of them together."""
    whens = [
        When(about, then=Value(sum(len(one.codes) for one in askings if office in (None, one.office.code))))
        for about, askings in combinations()
    ]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def given(office: str | None = None) -> Coalesce:
    """How many answers stand; counted dossier by dossier, so that a list never sorts whole reports."""
    said = OfficeAnswer.objects.filter(nomination=OuterRef("pk"), stands=True).order_by()
    said = said if office is None else said.filter(office=office)
    counted = said.values("nomination").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def on_hold(day: date) -> Exists:
    holding = Hold.objects.filter(Q(until=None) | Q(until__gte=day), since__lte=day, subject=OuterRef("subject"))
    return Exists(holding)


def desk(user: User, office: str, day: date) -> QuerySet[Nomination]:
    """The dossiers sent that the office is asked about, those left out that this user may not verify.

    `given` of `needed` criteria are answered, `back` was corrected at this office's request, `held` waits.
    """
    own = Q(subject=user.person_id) if user.person_id else Q(pk=None)
    back = CorrectionRequest.objects.filter(
        nomination=OuterRef("pk"), office=office, came_back_at__isnull=False, seen_at=None
    )
    return (
        Nomination.objects.filter(sent_at__isnull=False)
        .exclude(own | Q(made_by=user) | Q(sent_by=user) | Q(stage=N.WITHDRAWN.value))
        .annotate(needed=needed(office), given=given(office), back=Exists(back), held=on_hold(day))
        .filter(needed__gt=0)
    )


def in_state(found: QuerySet[Nomination], state: str) -> QuerySet[Nomination]:
    """Waiting for this office, back after correction, answered, being corrected, past verification, or all."""
    sent, after = Q(stage=N.SENT.value), ~Q(stage__in=[N.SENT.value, N.RETURNED.value])
    states = {
        "cho": sent & (Q(given__lt=F("needed")) | Q(back=True)),
        "gui-lai": sent & Q(back=True),
        "da-ghi": sent & Q(given__gte=F("needed"), back=False),
        "dang-bo-sung": Q(stage=N.RETURNED.value),
        "da-xong": after,
    }
    return found.filter(states.get(state, Q()))


def narrowed(found: QuerySet[Nomination], asked_for: Asked) -> QuerySet[Nomination]:
    """By words without accents, unit and round."""
    for word in fold(asked_for.words).split():
        found = found.filter(subject__search_key__contains=word)
    if asked_for.unit is not None:
        found = found.filter(unit__in=subtrees_of([], asked_for.unit).values("pk"))
    if asked_for.round is not None:
        found = found.filter(round=asked_for.round)
    return found


def in_order(found: QuerySet[Nomination], sort: str) -> QuerySet[Nomination]:
    column = F(SORTS.get(sort.removeprefix("-"), SORTS["han"]))
    order = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return found.select_related(*WITH_NAMES).defer("text", "verdict").order_by(order, "subject__sort_key", "pk")


def listed(user: User, office: str, asked_for: Asked, day: date) -> QuerySet[Nomination]:
    """What every filter leaves of the desk, in the order asked for."""
    return in_order(narrowed(in_state(desk(user, office, day), asked_for.state), asked_for), asked_for.sort)


def waiting(user: User, office: str, day: date) -> int:
    return in_state(desk(user, office, day), "cho").count()


def rounds() -> list[tuple[int, str]]:
    """The rounds in which anything was sent, newest first."""
    found = Round.objects.filter(nominations__sent_at__isnull=False).distinct().order_by("-year", "-pk")
    return list(found.values_list("pk", "name"))


def doubted() -> Exists:
    """Whether an office said anything but met, or met where the records said no."""
    said = OfficeAnswer.objects.filter(nomination=OuterRef("pk"), stands=True)
    contradicting = Q(attestation=None, machine=Verdict.NOT_MET.code)
    return Exists(said.filter(~Q(answer=OfficeAnswer.Answer.MET) | contradicting))
