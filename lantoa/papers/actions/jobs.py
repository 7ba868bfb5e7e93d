"""Many papers at once: asked for in one transaction, made one by one, so that a killed worker loses one at most."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.actions.making import keep
from lantoa.papers.actions.refusals import AlreadyEnded, NothingToMake, TooMany
from lantoa.papers.composing import Convert, Draft, compose
from lantoa.papers.models import PaperJob, PaperJobItem
from lantoa.papers.queries.jobs import left_of
from lantoa.papers.sources import Thing

MOST = 3000
KEPT_FOR = timedelta(days=30)  # after its end; the papers stay
LONGEST_FAULT = 500
log = logging.getLogger(__name__)


@transaction.atomic
def ask(
    *,
    wanted: Sequence[tuple[PaperKind, Thing]],
    title: str,
    round_id: int | None,
    with_pdf: bool,
    by: User,
    at: datetime,
) -> PaperJob:
    """Write down what is to be made; what cannot be made now is in the job too, with what is missing."""
    if not any(not thing.missing for _kind, thing in wanted):
        raise NothingToMake
    if len(wanted) > MOST:
        raise TooMany(len(wanted), MOST)
    job = PaperJob.objects.create(round_id=round_id, title=title[:300], with_pdf=with_pdf, made_by=by, made_at=at)
    PaperJobItem.objects.bulk_create(
        [_item(job, place, kind, thing) for place, (kind, thing) in enumerate(wanted, 1)], batch_size=500
    )
    record(deed="papers_asked", target=f"papers:{job.pk}", details={"name": title, "count": len(wanted)}, by=by, at=at)
    return job


def make_item(*, item: PaperJobItem, by: User, at: datetime, convert: Convert | None) -> PaperJobItem:
    """Make that paper and tick it off in one transaction, or write down why not; `convert` when PDF is wanted."""
    try:
        draft = _composed(item, by, convert)
    except (ValueError, PermissionError) as refusal:
        return _refuse(item, str(refusal))
    except Exception:  # whatever is wrong with one paper, the others are made
        log.exception("paper %s %s", item.kind, item.key)
        return _refuse(item, _("Không lập được vì lỗi của chương trình; lỗi đã được ghi vào nhật ký máy chủ."))
    return _tick_off(item, draft, by, at)


@transaction.atomic
def end(*, job: PaperJob, at: datetime) -> None:
    """Every item has its paper or its reason."""
    if not job.items.filter(paper=None, fault="").exists():
        PaperJob.objects.filter(pk=job.pk, ended_at=None).update(ended_at=at)


@transaction.atomic
def cancel(*, job: PaperJob, by: User, at: datetime) -> PaperJob:
    """Make no more of it; what is made stays, and it may be taken up again."""
    job = PaperJob.objects.select_for_update().get(pk=job.pk)
    if job.ended_at is not None:
        raise AlreadyEnded
    job.ended_at, job.cancelled_by = at, by
    job.save(update_fields=["ended_at", "cancelled_by"])
    left = left_of(job).count()
    record(deed="papers_cancelled", target=f"papers:{job.pk}", details={"name": job.title, "count": left}, by=by, at=at)
    return job


@transaction.atomic
def sweep(*, at: datetime) -> int:
    """Forget jobs that ended long ago, however they ended; how many."""
    found = PaperJob.objects.filter(ended_at__lt=at - KEPT_FOR)
    count = found.count()
    found.delete()
    return count


@transaction.atomic
def try_again(*, job: PaperJob, by: User, at: datetime) -> PaperJob:
    """Take up once more what could not be made."""
    count = job.items.filter(paper=None).update(fault="")
    if not count:
        raise NothingToMake
    PaperJob.objects.filter(pk=job.pk).update(ended_at=None, cancelled_by=None)
    record(deed="papers_asked_again", target=f"papers:{job.pk}", details={"count": count}, by=by, at=at)
    return PaperJob.objects.get(pk=job.pk)


def _composed(item: PaperJobItem, by: User, convert: Convert | None) -> Draft:
    kind = PaperKind(item.kind)
    if convert is None:
        return compose(kind=kind, key=item.key, by=by, with_pdf=False)
    return compose(kind=kind, key=item.key, by=by, with_pdf=True, convert=convert)


@transaction.atomic
def _tick_off(item: PaperJobItem, draft: Draft, by: User, at: datetime) -> PaperJobItem:
    """Another worker that was taken for dead may have made it meanwhile: then this making is dropped."""
    item = PaperJobItem.objects.select_for_update().get(pk=item.pk)
    if item.paper_id is None:
        item.paper, item.fault = keep(draft=draft, by=by, at=at), ""
        item.save(update_fields=["paper", "fault"])
    return item


def _refuse(item: PaperJobItem, why: str) -> PaperJobItem:
    PaperJobItem.objects.filter(pk=item.pk, paper=None).update(fault=why[:LONGEST_FAULT] or "…")
    return PaperJobItem.objects.get(pk=item.pk)


def _item(job: PaperJob, place: int, kind: PaperKind, thing: Thing) -> PaperJobItem:
    return PaperJobItem(
        job=job,
        place=place,
        kind=kind.value,
        key=thing.key,
        words=thing.words[:500],
        file_name=thing.file_name[:200],
        fault=thing.missing[:LONGEST_FAULT],
    )
