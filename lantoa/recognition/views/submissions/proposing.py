"""Those recognised at the tier below, to be proposed for the sector; and a submission begun from a round."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.discovery.queries.tiers import tier_name
from lantoa.domain.authority import Deed
from lantoa.nomination.models import Round
from lantoa.recognition.actions.submissions import proposing, writing
from lantoa.recognition.forms.submissions import CandidatesFilter
from lantoa.recognition.queries.submissions import sheets
from lantoa.recognition.queries.submissions.candidates import Candidate, candidates, narrowed, tier_below
from lantoa.recognition.queries.submissions.reading import free
from lantoa.recognition.views.submissions.asked import REFUSALS, WRONG, done, who
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.SUBMIT)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """The list to tick; ticked ones go before the Council."""
    round_ = _round(number)
    if request.method != "POST":
        return _page(request, round_)
    ticked = [int(text) for text in request.POST.getlist("chon") if text.isascii() and text.isdigit()]
    words = _("Đã đưa %(count)s đề nghị ra Hội đồng.") % {"count": len(ticked)}
    return done(
        request,
        words,
        lambda: proposing.propose(round_=round_, subjects=ticked, **who(request)),
        lambda status: _page(request, round_, status, ticked),
        "proposals",
        number,
    )


@requires(Deed.SUBMIT)
def download(request: HttpRequest, number: int) -> FileResponse:
    round_ = _round(number)
    _form, found, _sort = _asked(request, round_)
    name = f"{_('Danh sách xét cấp ngành')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(sheets.of_candidates(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@require_POST
@requires(Deed.SUBMIT)
def begin(request: HttpRequest, number: int) -> HttpResponse:
    """A draft with all that the Council recommends."""
    try:
        submission = writing.draft(round_=_round(number), **who(request))
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect("submissions")
    messages.success(request, _("Đã lập tờ trình từ danh sách Hội đồng đề nghị. Xem lại nội dung rồi đóng gói."))
    return redirect("submission", submission.pk)


def _round(number: int) -> Round:
    """A round whose tier goes up to the Ministry."""
    round_ = get_object_or_404(Round, pk=number)
    if not tier_below(round_):
        raise Http404
    return round_


def _page(request: HttpRequest, round_: Round, status: int = 200, ticked: list[int] | None = None) -> HttpResponse:
    form, found, sort = _asked(request, round_)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context: dict[str, Any] = {
        "form": form,
        "round": round_,
        "below": tier_name(tier_below(round_)),
        "page": page,
        "ticked": ticked or [],
        "sort": sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep"),
        "free": free(round_).count(),
    }
    part = "#rows" if request.headers.get("HX-Request") and status != WRONG else ""
    return render(request, f"recognition/submissions/proposals.html{part}", context, status=status)


def _asked(request: HttpRequest, round_: Round) -> tuple[CandidatesFilter, list[Candidate], str]:
    form = CandidatesFilter(request.GET)
    form.is_valid()
    given = form.cleaned_data
    sort = given.get("sap_xep") or ""
    found = narrowed(candidates(round_), given.get("q", ""), sort, only_open=given.get("con", False))
    return form, found, sort
