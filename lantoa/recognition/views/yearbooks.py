"""The yearbooks: which years there are; the words of one, who is in it, and making it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Case, Deed, Refused, may
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.recognition.actions import yearbooks as actions
from lantoa.recognition.forms.yearbooks import TextForm, form_for
from lantoa.recognition.models import DecisionItem, YearbookText
from lantoa.recognition.queries.papers.yearbook import may_have
from lantoa.recognition.queries.yearbooks import Part, lines_of, part_of, shown, years
from lantoa.recognition.views.submissions.asked import CONFLICT, WRONG, user_of, who

ADDRESSES = {"loi-noi-dau": YearbookText.Part.FOREWORD, "tong-quan": YearbookText.Part.OVERVIEW}


@require_safe
@requires(Deed.SEE_PAPERS)
def listing(request: HttpRequest) -> HttpResponse:
    _insist(request)
    return render(request, "recognition/yearbooks/list.html", {"years": years()})


@require_safe
@requires(Deed.SEE_PAPERS)
def show(request: HttpRequest, year: int) -> HttpResponse:
    _insist(request)
    return _page(request, year)


@require_POST
@requires(Deed.MAKE_PAPERS)
def write(request: HttpRequest, year: int, part: str) -> HttpResponse:
    _insist(request)
    if part not in ADDRESSES or not lines_of(year):
        raise Http404
    form = TextForm(ADDRESSES[part], request.POST)
    if not form.is_valid():
        return _page(request, year, form, part, WRONG)
    try:
        actions.write(year=year, part=ADDRESSES[part], **form.cleaned_data, **who(request))
    except actions.WrittenMeanwhile as refusal:
        form.add_error(None, str(refusal))
        return _page(request, year, form, part, CONFLICT)
    messages.success(request, _("Đã ghi. Lập lại kỷ yếu để in theo bản mới."))
    return redirect("yearbook", year)


def _page(
    request: HttpRequest, year: int, sent: TextForm | None = None, where: str = "", status: int = 200
) -> HttpResponse:
    items = lines_of(year)
    if not items:
        raise Http404
    issuer, actor = letterhead_on(localdate()).issuer, actor_of(user_of(request))
    context = {
        "year": next(one for one in years() if one.year == year),
        "parts": [
            (address, one, sent if sent and address == where else form_for(one))
            for address, one in _parts(year, items, issuer)
        ],
        "sent": where,
        "people": shown(items),
        "may_write": bool(may(actor, Deed.MAKE_PAPERS, Case())),
        "may_open": bool(may(actor, Deed.SEE_NOMINATION, Case())),
    }
    return render(request, "recognition/yearbooks/one.html", context, status=status)


def _parts(year: int, items: list[DecisionItem], issuer: str) -> list[tuple[str, Part]]:
    return [(address, part_of(year, part, items, issuer)) for address, part in ADDRESSES.items()]


def _insist(request: HttpRequest) -> None:
    """The book is about the whole school."""
    answer = may_have(actor_of(user_of(request)), "")
    if isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)
