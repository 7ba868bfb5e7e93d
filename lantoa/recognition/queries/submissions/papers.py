"""Which papers of the procedure go up with a submission: its own, the Council's, the school's decision, the reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import MeetingCase
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.queries.papers.reports import KINDS_OF
from lantoa.recognition.models import Decision, Submission, SubmissionItem
from lantoa.recognition.parcel.naming import REPORT, stem_of
from lantoa.recognition.queries.papers.recognising import kind_of
from lantoa.register.models import Recognition


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper by its kind and key; the place and name of the proposed when it is a report, which has a name of its own.

    Papers of the whole have place 0 and are called as everywhere else.
    """

    kind: PaperKind
    key: str
    place: int = 0
    name: str = ""
    stem: str = ""


def wanted(submission: Submission) -> list[Wanted]:
    """In the order of the package: those of the whole, then a report for each on the list."""
    items = list(submission.items.select_related("nomination"))
    letter = Wanted(PaperKind.SUBMISSION_TO_MINISTRY, f"submission:{submission.pk}")
    return [letter, *_minutes(items), *_decisions(submission), *(_report(item, submission) for item in items)]


def decided_elsewhere(submission: Submission) -> list[str]:
    """Decisions at the tier below that were not written here, so that they are no papers of this office."""
    here = _deciding(submission).values("items__recognition")
    found = _below(submission).exclude(pk__in=here.filter(items__recognition__isnull=False))
    return sorted({one.decision or _("chưa rõ số, năm %s") % one.year for one in found})


def _minutes(items: Iterable[SubmissionItem]) -> list[Wanted]:
    """Of the meetings that recommended them, by day."""
    cases = MeetingCase.objects.filter(
        outcome=MeetingCase.Outcome.RECOMMEND, nomination__in=[one.nomination_id for one in items]
    )
    found = cases.order_by("meeting__starts_at", "meeting").values_list("meeting", flat=True).distinct()
    return [Wanted(PaperKind.COUNCIL_MINUTES, f"meeting:{key}") for key in found]


def _decisions(submission: Submission) -> list[Wanted]:
    """The decisions that recognised them below, each with what corrected or restored it later."""
    found = []
    for one in _deciding(submission).order_by("decided_on", "pk"):
        found.append(Wanted(kind_of(one), f"decision:{one.pk}"))
        later = one.changed_by.filter(
            stage=DecisionStage.ISSUED.value, kind__in=[Decision.Kind.CORRECT, Decision.Kind.RESTORE]
        )
        found += [
            Wanted(PaperKind.CORRECTION, f"decision:{key}") for key in later.order_by("pk").values_list("pk", flat=True)
        ]
    return found


def _deciding(submission: Submission) -> QuerySet[Decision]:
    listed = Q(items__recognition__in=_below(submission))
    return Decision.objects.filter(listed, kind=Decision.Kind.RECOGNISE, stage=DecisionStage.ISSUED.value).distinct()


def _below(submission: Submission) -> QuerySet[Recognition]:
    tier = plans.load(submission.edition).procedure.path(submission.tier).proposed_from
    subjects = submission.items.values("nomination__subject")
    return Recognition.objects.filter(revoked=False, tier=tier, year=submission.year, subject__in=subjects)


def _report(item: SubmissionItem, submission: Submission) -> Wanted:
    stem = stem_of(submission.tier, submission.year, item.kind, item.place, item.name)
    return Wanted(KINDS_OF[item.kind], str(item.nomination_id), item.place, item.name, f"{stem}_{REPORT}")
