"""Printing certificates on stock: which stock, which sheets, and the PDF for the printer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.actions.stocks import Withdrawn, note_printing
from lantoa.papers.forms.stocks import PrintForm
from lantoa.papers.models import Stock
from lantoa.papers.models.stocks import PRINTED_ON
from lantoa.papers.pdf.overprinting import overprint
from lantoa.papers.queries import stocks
from lantoa.papers.sources import NotReady, Occasion, Thing
from lantoa.papers.views.asked import WRONG, kind_for, round_for, who
from lantoa.papers.views.stocks import pdf


@requires(Deed.MAKE_PAPERS)
def on_stock(request: HttpRequest, kind: str) -> HttpResponse:
    """The sheets of a round, or of all; `?viec=` asks for one of them."""
    chosen = _kind(kind)
    occasion = _occasion(request)
    found = stocks.things_of(chosen, actor_of(request.user), occasion.id if occasion else None)
    things = [thing for thing in found if not thing.missing]
    usable = stocks.standing_for(chosen)
    if request.method != "POST":
        form = PrintForm(stocks=usable, count=len(things), initial={"to": _place_of(request, things)})
        return _page(request, chosen, occasion, things, form)
    form = PrintForm(request.POST, stocks=usable, count=len(things))
    if form.is_valid() and things:
        asked = [things[place - 1] for place in form.cleaned_data["to"]]
        stock = next(one for one in usable if one.pk == form.cleaned_data["phoi"])
        if made := _printed(request, chosen, stock, asked):
            return pdf(made, f"{KINDS[chosen].name} {occasion.name if occasion else ''} {stock.name}")
    return _page(request, chosen, occasion, things, form)


def _printed(request: HttpRequest, kind: PaperKind, stock: Stock, things: list[Thing]) -> bytes:
    """The PDF, once it is written down who is on it; nothing, and a message, when it cannot be."""
    beneath = stocks.picture_of(stock) if "xem" in request.POST else b""
    try:
        made = overprint(stocks.layout_of(stock), stocks.said_of(kind, things), picture=beneath)
        if not beneath:
            note_printing(stock=stock, papers=[thing.words for thing in things], **who(request))
    except (NotReady, Withdrawn) as why:
        messages.error(request, str(why))
        return b""
    return made


def _page(
    request: HttpRequest, kind: PaperKind, occasion: Occasion | None, things: list[Thing], form: PrintForm
) -> HttpResponse:
    page = {"name": KINDS[kind].name, "occasion": occasion, "things": things, "form": form}
    return render(request, "papers/stocks/print.html", page, status=WRONG if form.is_bound else 200)


def _kind(slug: str) -> PaperKind:
    found = kind_for(slug)
    if found not in PRINTED_ON:
        raise Http404
    return found


def _occasion(request: HttpRequest) -> Occasion | None:
    asked = request.GET.get("dot", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        raise Http404
    return round_for(request, int(asked))


def _place_of(request: HttpRequest, things: list[Thing]) -> str:
    places = [str(place) for place, thing in enumerate(things, 1) if thing.key == request.GET.get("viec")]
    return places[0] if places else ""
