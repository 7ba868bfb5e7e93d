"""Taking a workbook in: dropped, checked, looked at, written or put aside, and taken back."""

from io import BytesIO
from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.register import tasks
from lantoa.register.actions import imports
from lantoa.register.actions.undoing import StillLeanedOn, leaning_on, undo
from lantoa.register.books.findings import RowError
from lantoa.register.books.refused import write_refused
from lantoa.register.books.template import write_template
from lantoa.register.books.writing import write_book
from lantoa.register.forms.imports import FileForm
from lantoa.register.models import Import
from lantoa.register.progress import percent_of
from lantoa.register.queries import imports as found
from lantoa.register.queries.records import whole_book
from lantoa.register.views.rows import WRONG
from lantoa.spreadsheet import CONTENT_TYPE

FILES_A_PAGE, ROWS_A_PAGE = 20, 50
Stage = Import.Stage


@requires(Deed.IMPORT_BOOK)
def files(request: HttpRequest) -> HttpResponse:
    """A place to drop a file, and the earlier ones; a dropped file is kept and its check begins."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            user = cast(User, request.user)
            book = imports.receive(file=form.cleaned_data["file"], by=user, at=now())
            tasks.check_import.enqueue(book.pk, user.pk)
            return redirect("register:import", book.pk)
    page = Paginator(found.earlier(), FILES_A_PAGE).get_page(request.GET.get("trang"))
    context = {"form": form, "page": page, "stalled": found.stalled(page)}
    return render(request, "register/imports.html", context, status=WRONG if form.errors else 200)


@requires(Deed.IMPORT_BOOK)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: how far it is, what it would bring, what is refused and why."""
    book = get_object_or_404(found.earlier(), pk=pk)
    counts = found.sheet_counts(book)
    context = {
        "book": book,
        "is_at_work": found.is_at_work(book),
        "percent": 0 if book.stage == Stage.CHECKED else percent_of(book),
        "counts": counts,
        "total": found.total(counts),
        "refused": Paginator(book.refused_rows.all(), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        "steps": _steps(book),
    }
    part = "#state" if request.headers.get("HX-Request") else ""
    return render(request, f"register/import.html{part}", context)


@requires(Deed.IMPORT_BOOK)
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the worker write the file, whole or its good rows."""
    book = get_object_or_404(Import, pk=pk)
    if book.stage not in (Stage.CHECKED, Stage.RUNNING):
        messages.error(request, str(imports.WrongStage(book)))
    elif not found.is_at_work(book):
        only_good_rows = "chi_dong_dung" in request.POST
        tasks.take_in_import.enqueue(book.pk, cast(User, request.user).pk, only_good_rows=only_good_rows)
    return redirect("register:import", pk)


@requires(Deed.IMPORT_BOOK)
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the worker read a file again whose reading stopped half-way."""
    book = get_object_or_404(Import, pk=pk)
    if book.stage != Stage.WAITING:
        messages.error(request, str(imports.WrongStage(book)))
    elif not found.is_at_work(book):
        tasks.check_import.enqueue(book.pk, cast(User, request.user).pk)
    return redirect("register:import", pk)


@requires(Deed.IMPORT_BOOK)
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        imports.discard(book=get_object_or_404(Import, pk=pk), by=cast(User, request.user), at=now())
    except imports.WrongStage as refusal:
        messages.error(request, str(refusal))
        return redirect("register:import", pk)
    messages.success(request, _("Đã bỏ tệp; chưa dòng nào được ghi."))
    return redirect("register:imports")


@requires(Deed.IMPORT_BOOK)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, saying what prevents it; then the rows of the file leave the book."""
    book = get_object_or_404(found.earlier(), pk=pk)
    if request.method == "POST":
        try:
            undo(book=book, by=cast(User, request.user), at=now())
        except (StillLeanedOn, imports.WrongStage) as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(
                request, _("Đã hoàn tác: các dòng của tệp «%(name)s» không còn trong sổ.") % {"name": book}
            )
        return redirect("register:import", pk)
    needed_by = leaning_on(book) if book.stage == Stage.DONE else []
    context = {"book": book, "needed_by": needed_by, "total": found.total(found.sheet_counts(book))}
    return render(request, "register/undo.html", context)


@requires(Deed.IMPORT_BOOK)
def refused_rows(_request: HttpRequest, pk: int) -> FileResponse:
    """The refused rows as a workbook, the reason beside each."""
    book = get_object_or_404(Import, pk=pk)
    errors = [RowError(row.sheet, row.row, row.column, row.value, row.expected) for row in book.refused_rows.all()]
    file = BytesIO()
    write_refused(imports.path_of(book), errors, file)
    return _download(
        file, _("Dòng bị từ chối - %(name)s") % {"name": book.file_name.rpartition(".")[0] or book.file_name}
    )


@requires(Deed.SEE_REGISTER)
def template(_request: HttpRequest) -> FileResponse:
    """The empty workbook."""
    file = BytesIO()
    write_template(file)
    return _download(file, _("Mẫu sổ thi đua khen thưởng"))


@requires(Deed.IMPORT_BOOK)
def export(_request: HttpRequest) -> FileResponse:
    """The whole book as a workbook that can be imported again."""
    file = BytesIO()
    write_book(whole_book(), file)
    return _download(file, _("Sổ thi đua khen thưởng %(day)s") % {"day": f"{localdate():%d-%m-%Y}"})


def _download(file: BytesIO, name: str) -> FileResponse:
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=CONTENT_TYPE)


def _steps(book: Import) -> list[tuple[str, str]]:
    """The way of a file, each step done, current or ahead."""
    at = {Stage.WAITING: 0, Stage.FAILED: 0, Stage.CHECKED: 1, Stage.RUNNING: 2}.get(Stage(book.stage), 3)
    names = (_("Đọc và kiểm tra"), _("Xem trước, quyết định"), _("Ghi vào sổ"))
    return [(name, "done" if place < at else "current" if place == at else "ahead") for place, name in enumerate(names)]
