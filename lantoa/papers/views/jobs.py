"""A job of many papers: how far it is, its zip, going on with it."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.vietnamese import slug
from lantoa.papers.actions import jobs
from lantoa.papers.actions.refusals import AlreadyEnded, NothingToMake
from lantoa.papers.parcel import pack
from lantoa.papers.queries.jobs import is_at_work, items_for, progress_of, refused_of
from lantoa.papers.tasks import make_papers
from lantoa.papers.views.asked import job_for, user_of, who

SHOWN = 200
LONGEST_NAME = 80


@requires(Deed.MAKE_PAPERS)
def show(request: HttpRequest, number: int) -> HttpResponse:
    job = job_for(request, number)
    context = {
        "job": job,
        "progress": progress_of(job),
        "is_at_work": is_at_work(job),
        "refused": refused_of(job)[:SHOWN],
    }
    part = "#state" if request.headers.get("HX-Request") else ""
    return render(request, f"papers/job/one.html{part}", context)


@requires(Deed.MAKE_PAPERS)
def parcel(request: HttpRequest, number: int) -> FileResponse:
    """Everything made, with the index."""
    job = job_for(request, number)
    items = items_for(user_of(request), job)
    if not items.exclude(paper=None).exists():
        raise Http404
    name = f"{slug(f'giay-to {job.title}')[:LONGEST_NAME]}-{job.pk}.zip"
    file = pack(items)
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


@require_POST
@requires(Deed.MAKE_PAPERS)
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    try:
        jobs.cancel(job=job_for(request, number), **who(request))
    except AlreadyEnded as refusal:
        messages.error(request, str(refusal))
    return redirect("paper_job", number)


@require_POST
@requires(Deed.MAKE_PAPERS)
def go_on(request: HttpRequest, number: int) -> HttpResponse:
    """Take up what a stopped worker left, and try once more what could not be made."""
    job = job_for(request, number)
    if not is_at_work(job):
        try:
            jobs.try_again(job=job, **who(request))
        except NothingToMake as refusal:
            messages.error(request, str(refusal))
        else:
            make_papers.enqueue(job.pk)
    return redirect("paper_job", number)
