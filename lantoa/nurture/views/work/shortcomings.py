"""Shortcomings of a plan: noted, edited, remedied with evidence, confirmed, sent back; and their files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.nurture.actions.work import shortcomings
from lantoa.nurture.forms.work import ReasonForm, RemedyForm, ShortcomingForm
from lantoa.nurture.models import Shortcoming
from lantoa.nurture.views.work.desk import Desk, Doing, desk_for
from lantoa.nurture.views.work.measures import beside
from lantoa.papers.views import download


@requires(Deed.SEE_NURTURE)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return desk_for(request, pk, "shortcomings").show()


@requires(Deed.SEE_NURTURE)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_for(request, pk, "shortcomings")

    def act(given: dict[str, Any]) -> object:
        return shortcomings.note(
            plan=desk.plan, text=given["text"], remedy=given["remedy"], due=given["due"], **desk.who
        )

    return desk.ask(
        Doing("add", ShortcomingForm(request.POST or None), _("Ghi tồn tại, hạn chế")),
        act,
        _("Đã ghi; người được bồi dưỡng đã được báo."),
        answer=desk.rights.write,
        warn=lambda given: beside(desk.plan, given["due"]),
    )


@requires(Deed.SEE_NURTURE)
def edit(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, shortcoming = _shortcoming(request, pk, row)

    def act(given: dict[str, Any]) -> object:
        return shortcomings.edit(
            shortcoming=shortcoming,
            text=given["text"],
            remedy=given["remedy"],
            due=given["due"],
            version=given["version"] or 0,
            **desk.who,
        )

    return desk.ask(
        Doing("edit", ShortcomingForm(request.POST or None, shortcoming=shortcoming), _("Lưu"), row),
        act,
        _("Đã sửa."),
        answer=desk.rights.write,
        warn=lambda given: beside(desk.plan, given["due"]),
    )


@requires(Deed.SEE_NURTURE)
def remedy(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, shortcoming = _shortcoming(request, pk, row)
    form = RemedyForm(request.POST or None, request.FILES or None, shortcoming=shortcoming)

    def act(given: dict[str, Any]) -> object:
        evidence = {"evidence": given["evidence"], "file": given["file"]}
        return shortcomings.remedy(shortcoming=shortcoming, **evidence, **desk.who)

    words = _("Đã ghi khắc phục; trưởng đơn vị đã được báo để xác nhận.")
    return desk.ask(Doing("remedy", form, _("Ghi đã khắc phục"), row), act, words, answer=desk.rights.add)


@require_POST
@requires(Deed.SEE_NURTURE)
def confirm(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, shortcoming = _shortcoming(request, pk, row)
    return desk.press(lambda: shortcomings.confirm(shortcoming=shortcoming, **desk.who), _("Đã xác nhận khắc phục."))


@requires(Deed.SEE_NURTURE)
def reopen(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, shortcoming = _shortcoming(request, pk, row)
    return desk.ask(
        Doing("reopen", ReasonForm(request.POST or None), _("Yêu cầu khắc phục lại"), row),
        lambda given: shortcomings.reopen(shortcoming=shortcoming, reason=given["reason"], **desk.who),
        _("Đã trả lại kèm lý do; người được bồi dưỡng đã được báo."),
        answer=desk.rights.judge,
    )


@requires(Deed.SEE_NURTURE)
def file(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """The evidence, for those who may see the plan."""
    _desk, shortcoming = _shortcoming(request, pk, row)
    if not shortcoming.file_path:
        raise Http404
    return download(name=shortcoming.file_name, path=shortcoming.file_path)


def _shortcoming(request: HttpRequest, pk: int, row: int) -> tuple[Desk, Shortcoming]:
    desk = desk_for(request, pk, "shortcomings")
    return desk, get_object_or_404(desk.plan.shortcomings, pk=row)
