"""The candidates posted for comment: for everybody inside, and outside where a list is public."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.accounts.views.access import abilities
from lantoa.domain.authority import Deed, may
from lantoa.domain.nurture import Aim
from lantoa.nomination.forms.posting import PostedFilter
from lantoa.nomination.models import PostedCandidate, Posting
from lantoa.nomination.queries.posting import candidates, sheets
from lantoa.nurture.queries.aims import in_words
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


def show(request: HttpRequest) -> HttpResponse:
    form, found = _asked(request)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    day = localdate()
    context = {
        "form": form,
        "page": page,
        "rows": [(one, _tier(one), (one.posting.ends - day).days) for one in page],
        "notes": _notes(request),
        "is_asked": any(request.GET.get(name) for name in ("q", "bac", "loai", "don_vi")),
        "is_inside": is_inside(request),
        "can": abilities(request),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/posting/posted.html{part}", context)


@requires(Deed.OBJECT)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it: what everybody inside may read, nothing of objections."""
    _form, found = _asked(request)
    name = f"{_('Danh sách công khai')} {localdate():%d-%m-%Y}.xlsx"
    file = sheets.candidates_file(found)
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def is_inside(request: HttpRequest) -> bool:
    """Whether the reader has a role here; anybody else reads what is public."""
    return bool(may(actor_of(request.user), Deed.OBJECT))


def _asked(request: HttpRequest) -> tuple[PostedFilter, QuerySet[PostedCandidate]]:
    form = PostedFilter(request.GET)
    found = candidates.posted(is_inside=is_inside(request), day=localdate())
    return form, candidates.narrowed(found, form.asked())


def _notes(request: HttpRequest) -> list[Posting]:
    """The lists that are up, for their introductions and days."""
    found = candidates.posted(is_inside=is_inside(request), day=localdate()).values("posting")
    return list(Posting.objects.filter(pk__in=found).select_related("round").order_by("ends", "pk"))


def _tier(candidate: PostedCandidate) -> str:
    nomination = candidate.nomination
    return in_words(Aim(nomination.edition, nomination.tier, nomination.year))
