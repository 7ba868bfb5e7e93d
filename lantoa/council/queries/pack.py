"""The whole pack of a case as the Council reads it: dossier, frozen verdict, unit's vote, verification, objections."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from lantoa import plans
from lantoa.council.models import CouncilMember, Interest, Meeting, MeetingCase
from lantoa.council.queries.agenda import tier_of
from lantoa.council.queries.interests import on_file
from lantoa.domain.stages import UnitMeetingStage
from lantoa.nomination.models import (
    Consent,
    Evidence,
    Nomination,
    Objection,
    OfficeAnswer,
    Statement,
    UnitVote,
    VerificationEnd,
)

OF_UNIT = {
    "unit_for": "votes_for",
    "unit_against": "votes_against",
    "unit_blank": "votes_blank",
    "unit_met": "meeting__held_on",
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion with the verdict as it was frozen, the evidence attached to it, and what the offices said."""

    code: str
    text: str
    verdict: str
    sentence: str
    rows: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    answers: tuple[tuple[str, OfficeAnswer], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one case; `is_own` when the reader is the one whose case it is."""

    case: MeetingCase
    tier: str
    verdict: str
    criteria: tuple[Criterion, ...]
    statements: tuple[Statement, ...] = ()
    objections: tuple[Objection, ...] = ()
    interests: tuple[Interest, ...] = ()
    is_own: bool = False

    @property
    def disputed(self) -> tuple[Criterion, ...]:
        """Criteria on which an office says something else than «met»."""
        return tuple(one for one in self.criteria if any(answer.answer != "met" for _office, answer in one.answers))


@dataclass(slots=True)
class Papers:
    """What hangs on the nominations of a pack, by nomination."""

    evidence: dict[int, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    statements: dict[int, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    answers: dict[int, list[OfficeAnswer]] = field(default_factory=lambda: defaultdict(list))
    objections: dict[int, list[Objection]] = field(default_factory=lambda: defaultdict(list))


def cases_of(meeting: Meeting) -> QuerySet[MeetingCase]:
    """With the unit's vote, how the verification ended, and the nominee's last word on being made public."""
    ended = VerificationEnd.objects.filter(nomination=OuterRef("nomination"), reopened_at=None)
    consent = Consent.objects.filter(nomination=OuterRef("nomination")).order_by("-pk")
    named = meeting.cases.select_related("nomination__subject", "nomination__unit__subject", "nomination__round")
    return named.annotate(
        verified_at=Subquery(ended.values("ended_at")[:1]),
        verified_words=Subquery(ended.values("words")[:1]),
        is_clean=Subquery(ended.values("is_clean")[:1]),
        consents=Subquery(consent.values("is_given")[:1]),
        **{name: Subquery(_of_unit().values(column)[:1]) for name, column in OF_UNIT.items()},
    ).order_by("order", "pk")


def _of_unit() -> QuerySet[UnitVote]:
    """The vote of the unit on the nominee, at a meeting that was held."""
    return UnitVote.objects.filter(
        subject=OuterRef("nomination__subject"),
        meeting__round=OuterRef("nomination__round"),
        meeting__stage=UnitMeetingStage.HELD.value,
    ).order_by("-meeting__held_on")


def with_neighbours(cases: QuerySet[MeetingCase]) -> QuerySet[MeetingCase]:
    """Each with the case before and the case after it on the agenda."""
    others = MeetingCase.objects.filter(meeting=OuterRef("meeting"))
    before = others.filter(order__lt=OuterRef("order")).order_by("-order").values("pk")[:1]
    after = others.filter(order__gt=OuterRef("order")).order_by("order").values("pk")[:1]
    return cases.annotate(before=Subquery(before), after=Subquery(after))


def pack(
    meeting: Meeting,
    cases: Sequence[MeetingCase],
    *,
    reader: int | None,
    members: Sequence[CouncilMember] | None = None,
) -> list[Dossier]:
    """In the order of the cases; as many queries for one as for fifty. `reader` is a person."""
    papers = _papers([case.nomination for case in cases])
    ties = on_file(meeting, cases, members)
    return [_dossier(case, papers, ties[case.pk], reader) for case in cases]


def _papers(nominations: Sequence[Nomination]) -> Papers:
    papers, ids = Papers(), [one.pk for one in nominations]
    for paper in Evidence.objects.filter(nomination__in=ids).order_by("pk"):
        papers.evidence[paper.nomination_id].append(paper)
    for words in Statement.objects.filter(nomination__in=ids).order_by("pk"):
        papers.statements[words.nomination_id].append(words)
    for answer in OfficeAnswer.objects.filter(nomination__in=ids, stands=True).order_by("pk"):
        papers.answers[answer.nomination_id].append(answer)
    settled = Objection.objects.filter(candidate__nomination__in=ids).select_related("candidate")
    for one in settled.order_by("received_at", "pk"):
        papers.objections[one.candidate.nomination_id].append(one)
    return papers


def _dossier(case: MeetingCase, papers: Papers, interests: list[Interest], reader: int | None) -> Dossier:
    nomination = case.nomination
    frozen = nomination.verdict or {}
    if reader is not None and reader == nomination.subject_id:
        return Dossier(case, tier_of(nomination), str(frozen.get("verdict", "")), (), is_own=True)
    return Dossier(
        case=case,
        tier=tier_of(nomination),
        verdict=str(frozen.get("verdict", "")),
        criteria=tuple(_criterion(one, nomination, papers) for one in frozen.get("findings", [])),
        statements=tuple(papers.statements[nomination.pk]),
        objections=tuple(papers.objections[nomination.pk]),
        interests=tuple(interests),
    )


def _criterion(finding: dict[str, Any], nomination: Nomination, papers: Papers) -> Criterion:
    code = str(finding.get("criterion", ""))
    offices = plans.load(nomination.edition).procedure.offices
    return Criterion(
        code=code,
        text=str(finding.get("text", "")),
        verdict=str(finding.get("verdict", "")),
        sentence=str(finding.get("sentence", "")),
        rows=tuple(finding.get("rows", [])),
        evidence=tuple(one for one in papers.evidence[nomination.pk] if one.criterion == code),
        answers=tuple(
            (offices[one.office].name if one.office in offices else one.office, one)
            for one in papers.answers[nomination.pk]
            if one.criterion == code
        ),
    )
