"""Jobs of many papers: who may see them, how far they are, whether anybody works on them."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django_tasks_db.models import DBTaskResult

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.domain.authority import Deed
from lantoa.papers.models import Paper, PaperJob, PaperJobItem
from lantoa.papers.queries.papers import open_kinds, visible

MAKING = "lantoa.papers.tasks.make_papers"
PUTTING_INTO_PDF = "lantoa.papers.tasks.put_into_pdf"


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of a job's items."""

    asked: int
    made: int
    refused: int

    @property
    def done(self) -> int:
        return self.made + self.refused


def visible_jobs(user: User) -> QuerySet[PaperJob]:
    """The own ones; and for those who make everybody's papers those whose every kind is wholly open to them."""
    found = PaperJob.objects.select_related("made_by", "round", "cancelled_by")
    if not scope_of(user, Deed.MAKE_PAPERS).everything:
        return found.filter(made_by=user)
    closed = PaperJobItem.objects.filter(job=OuterRef("pk")).exclude(kind__in=open_kinds(user))
    return found.filter(Q(made_by=user) | ~Exists(closed))


def progress_of(job: PaperJob) -> Progress:
    counts = job.items.aggregate(asked=Count("pk"), made=Count("paper"), refused=Count("pk", filter=~Q(fault="")))
    return Progress(**counts)


def left_of(job: PaperJob) -> QuerySet[PaperJobItem]:
    """What is still to be made, in its order."""
    return job.items.filter(paper=None, fault="").order_by("place")


def refused_of(job: PaperJob) -> QuerySet[PaperJobItem]:
    return job.items.exclude(fault="").order_by("place")


def items_for(user: User, job: PaperJob) -> QuerySet[PaperJobItem]:
    """What is packed: what was made and the user may have now, and what could not be made."""
    may_have = Q(paper=None) | Q(paper__in=visible(user).values("pk"))
    return job.items.filter(may_have).select_related("paper").order_by("place")


def made_of(job: PaperJob) -> QuerySet[PaperJobItem]:
    """What was made, with its paper, in its order."""
    return job.items.filter(paper__isnull=False).select_related("paper__made_by").order_by("place")


def is_at_work(job: PaperJob) -> bool:
    """Whether the worker makes its papers, or will in a moment; work given up as lost is no work."""
    return job.ended_at is None and _is_queued(MAKING, job.pk)


def is_cancelled(job: PaperJob) -> bool:
    """As it is by now: somebody else may have cancelled it meanwhile."""
    return PaperJob.objects.filter(pk=job.pk, cancelled_by__isnull=False).exists()


def is_put_into_pdf(paper: Paper) -> bool:
    return not paper.pdf_path and _is_queued(PUTTING_INTO_PDF, paper.pk)


def _is_queued(path: str, first: int) -> bool:
    queued = DBTaskResult.objects.filter(status__in=("READY", "RUNNING"), task_path=path)
    return any(arguments["args"][0] == first for arguments in queued.values_list("args_kwargs", flat=True))
