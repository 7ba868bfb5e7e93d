"""Candidates of postings: who is to be listed, with which first sentence, and what everybody may read of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from lantoa.discovery.queries.tiers import tier_name
from lantoa.domain.records import AwardStatus, Kind
from lantoa.domain.stages import NominationStage, PostingStage, RoundStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Consent, Nomination, PostedCandidate, Posting, Round
from lantoa.register.models import Award, Initiative
from lantoa.register.queries.tree import subtrees_of

LONGEST = 500
MOST = 4  # achievements in a first sentence
WITH_NAMES = ("nomination__subject", "nomination__unit__subject", "posting__round")
SORTS = {
    "ten": "nomination__subject__sort_key",
    "don_vi": "nomination__unit__subject__sort_key",
    "han": "posting__ends",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list of candidates."""

    words: str = ""
    unit: int | None = None
    tier: str = ""
    kind: str = ""
    sort: str = "ten"


def not_yet_posted(asked: Round) -> QuerySet[Nomination]:
    """Who is verified and on no list that is being prepared."""
    prepared = PostedCandidate.objects.filter(posting__stage=PostingStage.PREPARED.value, nomination=OuterRef("pk"))
    found = Nomination.objects.filter(round=asked, stage=NominationStage.VERIFIED.value)
    return found.exclude(Exists(prepared)).select_related("subject").order_by("subject__sort_key", "pk")


def sentences(nominations: Iterable[Nomination]) -> dict[int, str]:
    """A first sentence for each, from titles and initiatives on file; never from discipline or attestations."""
    listed = list(nominations)
    subjects = {one.subject_id for one in listed}
    awards: dict[int, dict[str, list[int]]] = {one: {} for one in subjects}
    made: dict[int, list[Initiative]] = {one: [] for one in subjects}
    for award in Award.objects.filter(subject__in=subjects, status=AwardStatus.AWARDED.value).order_by("-year", "pk"):
        awards[award.subject_id].setdefault(award.text, []).append(award.year)
    for initiative in Initiative.objects.filter(person__in=subjects).order_by("-year", "pk"):
        made[initiative.person_id].append(initiative)
    return {one.pk: _sentence(one, awards[one.subject_id], made[one.subject_id]) for one in listed}


def posted(*, is_inside: bool, day: date) -> QuerySet[PostedCandidate]:
    """Whom one may read about today: all of them inside; outside those of public lists who have consented."""
    is_up = Q(posting__stage=PostingStage.OPEN.value, posting__starts__lte=day, posting__ends__gte=day)
    again = PostedCandidate.objects.filter(is_up, nomination=OuterRef("nomination"), pk__gt=OuterRef("pk"))
    found = PostedCandidate.objects.filter(is_up, ~Exists(again), nomination__stage=NominationStage.POSTED.value)
    found = found.select_related(*WITH_NAMES)
    return found if is_inside else found.filter(shown_outside())


def shown_outside() -> Q:
    """On a public list, and a collective or somebody whose last word is yes (Law 91/2025 art. 16)."""
    later = Consent.objects.filter(nomination=OuterRef("nomination"), pk__gt=OuterRef("pk"))
    agreed = Consent.objects.filter(~Exists(later), nomination=OuterRef("nomination"), is_given=True)
    is_person = Q(nomination__subject__kind=Kind.INDIVIDUAL.value)
    return Q(posting__audience=Posting.Audience.PUBLIC) & (~is_person | Q(Exists(agreed)))


def narrowed(found: QuerySet[PostedCandidate], asked: Asked) -> QuerySet[PostedCandidate]:
    """Those that every filter leaves, in the order asked for."""
    for word in fold(asked.words).split():
        found = found.filter(nomination__subject__search_key__contains=word)
    if asked.unit is not None:
        found = found.filter(nomination__unit__in=subtrees_of([], asked.unit).values("pk"))
    if asked.tier:
        found = found.filter(nomination__tier=asked.tier)
    if asked.kind:
        found = found.filter(nomination__subject__kind=asked.kind)
    sign = "-" if asked.sort.startswith("-") else ""
    column = SORTS.get(asked.sort.removeprefix("-"), SORTS["ten"])
    return found.order_by(f"{sign}{column}", f"{sign}pk")


def to_post() -> list[Round]:
    """Open rounds in which somebody waits to be posted, the newest first."""
    waiting = Nomination.objects.filter(round=OuterRef("pk"), stage=NominationStage.VERIFIED.value)
    return list(Round.objects.filter(Exists(waiting), stage=RoundStage.OPEN.value).order_by("-year", "-pk"))


def _sentence(nomination: Nomination, awards: dict[str, list[int]], made: list[Initiative]) -> str:
    """`Lao động tiên tiến (2025, 2024); sáng kiến «Ngân hàng đề»`: nothing later than the year considered."""
    year = nomination.year
    dated = [(text, [one for one in years if one <= year]) for text, years in awards.items()]
    newest = sorted(((text, years) for text, years in dated if years), key=lambda one: -one[1][0])
    parts = [f"{text} ({', '.join(map(str, years))})" for text, years in newest]
    parts += [_("sáng kiến «%(name)s»") % {"name": one.name} for one in made if one.year <= year]
    text = "; ".join(parts[:MOST]) or _("được đề nghị xét %(tier)s") % {"tier": tier_name(nomination.tier)}
    words = text[:1].upper() + text[1:]
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
