"""Stock that is printed on: the list, a new one, where its fields go, a trial, a sheet with rulers, withdrawing."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.stocks import Sheet
from lantoa.domain.vietnamese import slug
from lantoa.papers.actions import stocks as actions
from lantoa.papers.contents import JPEG, PDF
from lantoa.papers.forms.stocks import LayoutForm, NewPictureForm, SpotForm, StockForm, headings
from lantoa.papers.models import Stock
from lantoa.papers.pdf.overprinting import overprint, trial_sheet
from lantoa.papers.queries import stocks
from lantoa.papers.views.asked import WRONG, who
from lantoa.papers.views.stage import stage
from lantoa.register.actions.refusals import ChangedMeanwhile

CONFLICT = 409


@requires(Deed.KEEP_TEMPLATES)
def listing(request: HttpRequest) -> HttpResponse:
    form = StockForm()
    if request.method == "POST":
        form = StockForm(request.POST, request.FILES)
        if form.is_valid() and (stock := _taken_in(request, form)):
            messages.success(request, _("Đã nhận phôi. Kéo từng ô vào chỗ của nó rồi ghi lại."))
            return redirect("stock", stock.pk)
    page = {"stocks": stocks.standing(), "withdrawn": stocks.withdrawn(), "form": form}
    return render(request, "papers/stocks/list.html", page, status=WRONG if form.errors else 200)


@requires(Deed.KEEP_TEMPLATES)
def one(request: HttpRequest, number: int) -> HttpResponse:
    stock = _stock(number)
    layout = stocks.layout_of(stock)
    posted = request.POST if request.method == "POST" else None
    form = LayoutForm(posted, instance=_stock(number), initial={"version": actions.version_of(stock)})
    pairs = zip(layout.spots, layout.fields, strict=True)
    rows = [SpotForm(posted, spot=spot, field=field, sheet=layout.sheet) for spot, field in pairs]
    status = 200
    if posted is not None:
        status = _laid_out(request, stock, form, rows)
        if status == 200:
            messages.success(request, _("Đã ghi chỗ in. Xem thử trên ảnh phôi trước khi in thật."))
            return redirect("stock", number)
    return _page(request, stock, form, rows, status)


@requires(Deed.KEEP_TEMPLATES)
def picture(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001  (a view)
    data = stocks.picture_of(_stock(number))
    if not data:
        raise Http404
    headers = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type=JPEG.media_type, headers=headers)


@require_POST
@requires(Deed.KEEP_TEMPLATES)
def new_picture(request: HttpRequest, number: int) -> HttpResponse:
    stock = _stock(number)
    form = NewPictureForm(request.POST, request.FILES, sheet=Sheet(stock.width, stock.height))
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["file"])))
        return redirect("stock", number)
    actions.show_anew(stock=stock, picture=form.cleaned_data["picture"], **who(request))
    messages.success(request, _("Đã đổi ảnh phôi. Các ô giữ nguyên chỗ."))
    return redirect("stock", number)


@requires(Deed.KEEP_TEMPLATES)
def trial(request: HttpRequest, number: int) -> HttpResponse:
    """The newest paper upon the picture; with `?chi-chu` the words alone, as the printer gets them."""
    stock = _stock(number)
    sample = stocks.sample_for(PaperKind(stock.kind), actor_of(request.user))
    beneath = b"" if "chi-chu" in request.GET else stocks.picture_of(stock)
    made = overprint(stocks.layout_of(stock), [sample.said], picture=beneath)
    return pdf(made, f"{_('xem thử')} {stock.name}")


@requires(Deed.KEEP_TEMPLATES)
def rulers(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001  (a view)
    stock = _stock(number)
    return pdf(trial_sheet(stocks.layout_of(stock)), f"{_('tờ đo')} {stock.name}")


@require_POST
@requires(Deed.KEEP_TEMPLATES)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    try:
        actions.withdraw(stock=_stock(number), **who(request))
    except actions.Withdrawn as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã thôi dùng phôi này."))
    return redirect("stocks")


def pdf(data: bytes, name: str) -> HttpResponse:
    """A PDF to be taken home and printed."""
    disposition = content_disposition_header(as_attachment=True, filename=f"{slug(name)}.pdf")
    headers = {"Content-Disposition": disposition or "attachment", "Cache-Control": "private, no-store"}
    return HttpResponse(data, content_type=PDF.media_type, headers=headers)


def _taken_in(request: HttpRequest, form: StockForm) -> Stock | None:
    given: dict[str, Any] = form.cleaned_data
    sheet = Sheet(given["width"], given["height"])
    kind = PaperKind(given["kind"])
    try:
        return actions.take_in(name=given["name"], kind=kind, sheet=sheet, picture=given["picture"], **who(request))
    except actions.NameTaken as refusal:
        form.add_error("name", str(refusal))
        return None


def _laid_out(request: HttpRequest, stock: Stock, form: LayoutForm, rows: list[SpotForm]) -> int:
    """The status of the answer; what is wrong is said in the forms."""
    if not all([form.is_valid(), *(row.is_valid() for row in rows)]):
        return WRONG
    given: dict[str, Any] = form.cleaned_data
    shift = (given["shift_x"], given["shift_y"])
    said = {"name": given["name"], "version": given["version"], "shift": shift}
    try:
        actions.lay_out(stock=stock, spots=[row.read() for row in rows], **said, **who(request))
    except actions.NameTaken as refusal:
        form.add_error("name", str(refusal))
        return WRONG
    except (ChangedMeanwhile, actions.Withdrawn) as refusal:
        form.add_error(None, str(refusal))
        return CONFLICT
    return 200


def _page(request: HttpRequest, stock: Stock, form: LayoutForm, rows: list[SpotForm], status: int) -> HttpResponse:
    sample = stocks.sample_for(PaperKind(stock.kind), actor_of(request.user))
    page = {
        "stock": stock,
        "form": form,
        "rows": rows,
        "headings": headings(),
        "stage": stage(stocks.layout_of(stock), sample.said),
        "about": sample.about,
        "faults": [fault for row in rows for fault in _faults(row)],
        "picture_form": NewPictureForm(sheet=Sheet(stock.width, stock.height)),
    }
    return render(request, "papers/stocks/one.html", page, status=status)


def _faults(row: SpotForm) -> list[str]:
    """What is wrong with a row, for the summary above the table."""
    if not row.is_bound:
        return []
    titles = headings()
    own = [str(words) for words in row.non_field_errors()]
    cells = [
        f"{row.of.words}, {titles[name].lower()}: {' '.join(map(str, found))}"
        for name, found in row.errors.items()
        if name in titles
    ]
    return own + cells


def _stock(number: int) -> Stock:
    return get_object_or_404(Stock.objects.select_related("made_by", "changed_by", "withdrawn_by"), pk=number)
