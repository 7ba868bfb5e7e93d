"""What a package says of a submission: its dossiers in plain words, in few reads."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import MeetingCase
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import slug
from lantoa.nomination.models import Evidence, Nomination, Statement, UnitVote
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.parcel.contents import Contents, Dossier, File
from lantoa.register.models import Recognition

KINDS = {Kind.INDIVIDUAL.value: "cá nhân", Kind.COLLECTIVE.value: "tập thể"}
WORDS = {"met": "đạt", "not_met": "không đạt", "unknown": "chưa rõ", "not_applicable": "không áp dụng"}


def contents_of(submission: Submission) -> Contents:
    """All that goes up with the submission, as it stands in the database now; its papers come to it later."""
    plan = plans.load(submission.edition)
    items = list(submission.items.select_related("nomination__subject"))
    nominations = [one.nomination for one in items if one.nomination is not None]
    around = _Around(submission, nominations)
    if submission.dated is None:
        raise ValueError(submission.pk)
    return Contents(
        reference=submission.reference,
        edition=submission.edition,
        tier=submission.tier,
        tier_name=plan.tier(submission.tier).name,
        year=submission.year,
        sender=submission.sender,
        sender_code=submission.sender_code,
        subject_line=submission.subject_line,
        text=submission.text,
        number=submission.number,
        dated=submission.dated,
        dossiers=tuple(around.dossier(item) for item in items),
    )


def facts_of(item: SubmissionItem) -> Mapping[str, Any]:
    """The dossier of one item, in plain words."""
    nominations = [item.nomination] if item.nomination else []
    return _Around(item.submission, nominations).dossier(item).facts


class _Around:
    """What hangs on the nominations of a submission and on the dossiers of the tier below, by subject."""

    def __init__(self, submission: Submission, nominations: list[Nomination]) -> None:
        below = plans.load(submission.edition).procedure.path(submission.tier).proposed_from
        subjects = [one.subject_id for one in nominations]
        aim: dict[str, Any] = {"tier": below, "year": submission.year, "subject__in": subjects}
        dossiers = list(Nomination.objects.filter(stage="recognised", **aim))
        subject_of = {one.pk: one.subject_id for one in [*nominations, *dossiers]}
        self.below = {one.subject_id: one for one in Recognition.objects.filter(revoked=False, **aim).order_by("-pk")}
        about = {"nomination__in": list(subject_of)}
        self.evidence: dict[int, list[Evidence]] = defaultdict(list)
        for evidence in Evidence.objects.filter(**about).order_by("criterion", "pk"):
            self.evidence[subject_of[evidence.nomination_id]].append(evidence)
        self.statements: dict[int, list[Statement]] = defaultdict(list)
        for statement in Statement.objects.filter(**about).order_by("pk"):
            self.statements[subject_of[statement.nomination_id]].append(statement)
        rounds = {"meeting__round__tier": below, "meeting__round__year": submission.year}
        votes = UnitVote.objects.filter(meeting__stage="held", subject__in=subjects, **rounds).order_by("pk")
        self.votes = {one.subject_id: one for one in votes.select_related("meeting__unit__subject")}
        cases = MeetingCase.objects.filter(outcome="recommend", **about).select_related("meeting").order_by("pk")
        self.cases = {subject_of[case.nomination_id]: case for case in cases}

    def dossier(self, item: SubmissionItem) -> Dossier:
        nomination = item.nomination
        if nomination is None:
            return Dossier(item.place, item.kind, item.code, item.name, item.unit, item.facts)
        evidence = self.evidence[nomination.subject_id]
        papers = [one for one in evidence if one.path]
        names = {one.pk: _paper_name(number, one) for number, one in enumerate(papers, 1)}
        return Dossier(
            place=item.place,
            kind=item.kind,
            code=item.code,
            name=item.name,
            unit=item.unit,
            facts=self._facts(nomination, item, names),
            evidence=tuple(File(names[one.pk], one.path) for one in papers),
        )

    def _facts(self, nomination: Nomination, item: SubmissionItem, names: dict[int, str]) -> dict[str, Any]:
        subject = nomination.subject_id
        return {
            "kind": KINDS[item.kind],
            "report": nomination.text,
            "below": _recognised(self.below.get(subject)),
            "verdict": {
                "day": nomination.verdict.get("day", ""),
                "verdict": nomination.verdict.get("verdict", "unknown"),
                "words": WORDS[nomination.verdict.get("verdict", "unknown")],
                "findings": [
                    {**finding, "words": WORDS[finding["verdict"]]}
                    for finding in nomination.verdict.get("findings", [])
                ],
            },
            "unit_vote": _vote(self.votes.get(subject)),
            "council": _council(self.cases.get(subject)),
            "evidence": [
                {"criterion": one.criterion, "shows": one.shows, "link": one.link, "file": names.get(one.pk, "")}
                for one in self.evidence[subject]
            ],
            "statements": [
                {"name": one.name, "position": one.position, "text": one.text} for one in self.statements[subject]
            ],
        }


def _recognised(recognition: Recognition | None) -> str:
    if recognition is None:
        return ""
    said = {"number": recognition.decision or "…", "year": recognition.year}
    if recognition.decided is None:
        return _("Quyết định %(number)s, năm %(year)s") % said
    return _("Quyết định %(number)s ngày %(day)s") % {**said, "day": f"{recognition.decided:%d/%m/%Y}"}


def _vote(vote: UnitVote | None) -> str:
    if vote is None or vote.votes_for is None:
        return ""
    said = {
        "unit": vote.meeting.unit.subject.name,
        "day": f"{vote.meeting.held_on:%d/%m/%Y}" if vote.meeting.held_on else "…",
        "for": vote.votes_for,
        "against": vote.votes_against,
        "blank": vote.votes_blank,
    }
    return _("%(unit)s họp ngày %(day)s: %(for)s tán thành, %(against)s không tán thành, %(blank)s phiếu trắng") % said


def _council(case: MeetingCase | None) -> str:
    if case is None:
        return ""
    said = {"meeting": case.meeting.name, "day": f"{localtime(case.meeting.starts_at):%d/%m/%Y}"}
    return _("%(meeting)s ngày %(day)s: đề nghị công nhận") % said


def _paper_name(number: int, evidence: Evidence) -> str:
    """A name that every file system takes, with what the file shows."""
    ending = PurePosixPath(evidence.path).suffix
    return f"minh-chung/{number:02}-{slug(PurePosixPath(evidence.name).stem)[:60] or 'tep'}{ending}"
