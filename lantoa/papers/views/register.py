"""The registers of papers out and in: list, one line, a new line, the year on paper."""

from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.papers.actions import register
from lantoa.papers.actions.register_refusals import EnteredAlready, StruckAlready, YearFixed
from lantoa.papers.forms.register import EntryForm, RegisterFilter, StrikeForm
from lantoa.papers.models import Paper, RegisterEntry
from lantoa.papers.queries import register as registers
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.views import download
from lantoa.papers.views.asked import paper_for
from lantoa.register.actions.refusals import ChangedMeanwhile
from lantoa.spreadsheet import CONTENT_TYPE

PAGE, WRONG, CONFLICT = 50, 422, 409
Direction = RegisterEntry.Direction
BOOKS = {"di": Direction.OUT, "den": Direction.IN}
ADDRESS = {Direction.OUT: "papers_out", Direction.IN: "papers_in"}


@requires(Deed.KEEP_PAPER_REGISTER)
def show_out(request: HttpRequest) -> HttpResponse:
    return _show(request, Direction.OUT)


@requires(Deed.KEEP_PAPER_REGISTER)
def show_in(request: HttpRequest) -> HttpResponse:
    return _show(request, Direction.IN)


@requires(Deed.KEEP_PAPER_REGISTER)
def export(request: HttpRequest, book: str) -> FileResponse:
    """The filtered list, all pages of it."""
    direction = _direction(book)
    asked = RegisterFilter(request.GET, registers.years(localdate())).asked(direction)
    name = f"{_('Sổ văn bản')} {direction.label} {asked.year}.xlsx"
    file = registers.file_of(registers.listed(asked))
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@requires(Deed.KEEP_PAPER_REGISTER)
def printed(request: HttpRequest, book: str, year: int) -> HttpResponse:
    """The register of a year as it is bound and signed."""
    direction = _direction(book)
    page = {
        "direction": direction,
        "year": year,
        "entries": registers.whole_year(direction, min(year, 9999)),
        "head": letterhead_on(localdate()),
    }
    return render(request, "papers/register/print.html", page)


@requires(Deed.KEEP_PAPER_REGISTER)
def new(request: HttpRequest, book: str) -> HttpResponse:
    """A line begun with what the made paper says, when one is named."""
    direction = _direction(book)
    paper = _paper(request) if direction == Direction.OUT else None
    if request.method != "POST":
        initial = registers.facts_of(paper) if paper else {"issuer": _own(direction)}
        return _form(request, EntryForm(direction, initial=initial), paper)
    form = EntryForm(direction, request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, paper, WRONG)
    try:
        entry = register.enter(facts=form.facts(), paper=paper, file=form.cleaned_data["file"], **_who(request))
    except EnteredAlready as refusal:
        form.add_error("number", str(refusal))
        return _form(request, form, paper, WRONG)
    messages.success(request, _("Đã ghi sổ: dòng %(place)s năm %(year)s.") % {"place": entry.place, "year": entry.year})
    return redirect(ADDRESS[direction])


@requires(Deed.KEEP_PAPER_REGISTER)
def one(request: HttpRequest, number: int) -> HttpResponse:
    entry = _entry(number)
    if request.method != "POST":
        return _page(request, entry, _filled(entry))
    form = EntryForm(entry.direction, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, entry, form, WRONG)
    version = form.cleaned_data["version"] or 0
    file = form.cleaned_data["file"]
    try:
        register.rewrite(entry=entry, version=version, facts=form.facts(), file=file, **_who(request))
    except ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        return _page(request, _entry(number), form, CONFLICT)
    except (EnteredAlready, StruckAlready, YearFixed) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, entry, form, WRONG)
    messages.success(request, _("Đã ghi lại dòng này."))
    return redirect("register_entry", entry.pk)


@require_POST
@requires(Deed.KEEP_PAPER_REGISTER)
def strike_out(request: HttpRequest, number: int) -> HttpResponse:
    entry, form = _entry(number), StrikeForm(request.POST)
    if not form.is_valid():
        return _page(request, entry, _filled(entry), WRONG, strike=form)
    try:
        register.strike(entry=entry, **form.cleaned_data, **_who(request))
    except (ChangedMeanwhile, StruckAlready) as refusal:
        messages.error(request, str(refusal))
        return _page(request, _entry(number), _filled(_entry(number)), CONFLICT)
    messages.success(request, _("Đã gạch dòng này; lý do lưu trong sổ."))
    return redirect("register_entry", entry.pk)


@requires(Deed.KEEP_PAPER_REGISTER)
def copy(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001  (a view)
    entry = _entry(number)
    if not entry.path:
        raise Http404
    return download(name=entry.name, path=entry.path)


def _show(request: HttpRequest, direction: Direction) -> HttpResponse:
    form = RegisterFilter(request.GET, registers.years(localdate()))
    asked = form.asked(direction)
    context = {
        "form": form,
        "direction": direction,
        "book": _book(direction),
        "year": asked.year,
        "page": Paginator(registers.listed(asked), PAGE).get_page(request.GET.get("trang")),
        "sort": asked.sort,
        "is_asked": bool(asked.words),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"papers/register/list.html{part}", context)


def _form(request: HttpRequest, form: EntryForm, paper: Paper | None, status: int = 200) -> HttpResponse:
    page = {"form": form, "paper": paper, "direction": form.direction, "home": ADDRESS[Direction(form.direction)]}
    return render(request, "papers/register/new.html", page, status=status)


def _page(request: HttpRequest, entry: RegisterEntry, form: EntryForm, status: int = 200, **given: Any) -> HttpResponse:
    page = {
        "entry": entry,
        "form": form,
        "home": ADDRESS[Direction(entry.direction)],
        "strike": StrikeForm(initial={"version": entry.version}),
    }
    return render(request, "papers/register/one.html", page | given, status=status)


def _filled(entry: RegisterEntry) -> EntryForm:
    names = [name for name in EntryForm.base_fields if name != "file"]
    return EntryForm(entry.direction, initial={name: getattr(entry, name) for name in names})


def _own(direction: Direction) -> str:
    return letterhead_on(localdate()).issuer if direction == Direction.OUT else ""


def _paper(request: HttpRequest) -> Paper | None:
    given = request.GET.get("giay-to", "")
    return paper_for(request, int(given)) if given.isascii() and given.isdigit() and len(given) < 18 else None


def _entry(number: int) -> RegisterEntry:
    return get_object_or_404(RegisterEntry.objects.select_related("paper", "struck_by"), pk=min(number, 2**63 - 1))


def _direction(book: str) -> Direction:
    if book not in BOOKS:
        raise Http404
    return BOOKS[book]


def _book(direction: Direction) -> str:
    return next(book for book, one in BOOKS.items() if one == direction)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": cast("User", request.user), "at": now()}
