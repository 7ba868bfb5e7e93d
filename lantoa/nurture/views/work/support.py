"""What was given: support and encouragement, recorded in their sections, taken out when recorded by mistake."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.nurture.actions.work import encouragement, support
from lantoa.nurture.forms.work import EncouragementForm, ReasonForm, SupportForm
from lantoa.nurture.views.work.desk import Doing, desk_for


@requires(Deed.SEE_NURTURE)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return desk_for(request, pk, "support").show()


@requires(Deed.SEE_NURTURE)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_for(request, pk, "support")
    return desk.ask(
        Doing("add", SupportForm(request.POST or None), _("Ghi hỗ trợ")),
        lambda given: support.give(plan=desk.plan, **given, **desk.who),
        _("Đã ghi hỗ trợ."),
        answer=desk.rights.write,
    )


@requires(Deed.SEE_NURTURE)
def withdraw(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk = desk_for(request, pk, "support")
    known = get_object_or_404(desk.plan.supports, pk=row)
    return desk.ask(
        Doing("withdraw", ReasonForm(request.POST or None), _("Xoá dòng ghi nhầm"), row),
        lambda given: support.withdraw(support=known, reason=given["reason"], **desk.who),
        _("Đã xoá dòng ghi nhầm; nhật ký còn giữ."),
        answer=desk.rights.write,
    )


@requires(Deed.SEE_NURTURE)
def encouragements(request: HttpRequest, pk: int) -> HttpResponse:
    return desk_for(request, pk, "encouragement").show()


@requires(Deed.SEE_NURTURE)
def encourage(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_for(request, pk, "encouragement")
    return desk.ask(
        Doing("add", EncouragementForm(request.POST or None), _("Ghi động viên")),
        lambda given: encouragement.encourage(plan=desk.plan, **given, **desk.who),
        _("Đã ghi; người được bồi dưỡng đã được báo."),
        answer=desk.rights.write,
    )


@requires(Deed.SEE_NURTURE)
def withdraw_encouragement(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk = desk_for(request, pk, "encouragement")
    known = get_object_or_404(desk.plan.encouragements, pk=row)
    return desk.ask(
        Doing("withdraw", ReasonForm(request.POST or None), _("Xoá dòng ghi nhầm"), row),
        lambda given: encouragement.withdraw(encouragement=known, reason=given["reason"], **desk.who),
        _("Đã xoá dòng ghi nhầm; nhật ký còn giữ."),
        answer=desk.rights.write,
    )
