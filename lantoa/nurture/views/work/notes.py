"""Looks at a plan: meetings with their notes, and the review of each quarter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.quarters import Quarter
from lantoa.nurture.actions.work import notes, reviews
from lantoa.nurture.forms.work import NoteForm, ReviewForm
from lantoa.nurture.queries.work import readable, unreviewed
from lantoa.nurture.views.work.desk import Desk, Doing, desk_for


@requires(Deed.SEE_NURTURE)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return desk_for(request, pk, "notes").show()


@requires(Deed.SEE_NURTURE)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_for(request, pk, "notes")
    return desk.ask(
        Doing("add", NoteForm(request.POST or None), _("Ghi buổi gặp")),
        lambda given: notes.note(plan=desk.plan, **given, **desk.who),
        _("Đã ghi buổi gặp."),
        answer=desk.rights.add,
    )


@require_POST
@requires(Deed.SEE_NURTURE)
def withdraw(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk = desk_for(request, pk, "notes")
    note = get_object_or_404(readable(desk.user).filter(plan=desk.plan), pk=row)
    return desk.press(lambda: notes.withdraw(note=note, **desk.who), _("Đã xoá ghi chép."))


@requires(Deed.SEE_NURTURE)
def reviews_of(request: HttpRequest, pk: int) -> HttpResponse:
    return desk_for(request, pk, "reviews").show()


@requires(Deed.SEE_NURTURE)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_for(request, pk, "reviews")
    return desk.ask(
        Doing("add", ReviewForm(_open(desk), request.POST or None), _("Ghi đánh giá")),
        lambda given: reviews.review(plan=desk.plan, **given, **desk.who),
        _("Đã ghi đánh giá quý."),
        answer=desk.rights.write,
    )


def _open(desk: Desk) -> list[Quarter]:
    known = {Quarter(year, number) for year, number in desk.plan.reviews.values_list("year", "quarter")}
    return unreviewed(desk.plan, known, localdate())
