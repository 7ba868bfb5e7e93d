"""The standing body: who sits since when by which decision; and what a member declared of oneself."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions import body as actions
from lantoa.council.actions import refusals
from lantoa.council.forms.body import CouncilForm, DismissForm, MemberForm, RelationForm
from lantoa.council.models import Council, CouncilMember, Relation
from lantoa.council.queries import body as queries
from lantoa.council.queries.rights import may_appoint
from lantoa.council.views.asked import WRONG, user_of, who
from lantoa.domain.authority import Deed

OF_SEATS = (refusals.OutsideTerm, refusals.SitsAlready, refusals.ChairTaken, refusals.SatMeanwhile)
OF_LEAVING = (refusals.SeatEnded, refusals.EndsBeforeItBegins, refusals.SatMeanwhile)
OF_RELATIONS = (refusals.NoRecord, refusals.RelatedToOneself, refusals.DeclaredAlready)


@requires(Deed.SEE_COUNCIL)
def show(request: HttpRequest) -> HttpResponse:
    """The Council of today, or the one asked for."""
    day = localdate()
    councils = list(Council.objects.order_by("-since", "-pk"))
    number = request.GET.get("hoi-dong", "")
    chosen = next((one for one in councils if str(one.pk) == number), None) or queries.current(day)
    seats = queries.history(chosen) if chosen else []
    positions = queries.positions_of([one for one, _ended in seats], day)
    context = {
        "councils": councils,
        "council": chosen,
        "rows": [(one, ended, positions.get(one.person_id, "")) for one, ended in seats],
        "appoint": may_appoint(user_of(request)),
    }
    return render(request, "council/body.html", context)


@requires(Deed.APPOINT_COUNCIL)
def establish(request: HttpRequest) -> HttpResponse:
    form = CouncilForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = WRONG if request.method == "POST" else 200
        return _form_page(request, form, _("Thành lập Hội đồng"), _("Ghi Hội đồng"), status=status)
    council = actions.establish(term=form.term(), **who(request))
    messages.success(request, _("Đã ghi Hội đồng. Hãy ghi tiếp các thành viên."))
    return redirect("council_appoint", council.pk)


@requires(Deed.APPOINT_COUNCIL)
def appoint(request: HttpRequest, number: int) -> HttpResponse:
    council = get_object_or_404(Council, pk=number)
    form = MemberForm(request.POST or None, initial={"since": council.since, "decision": council.decision})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.appoint(council=council, **form.cleaned_data, **who(request))
        except OF_SEATS as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã ghi %s vào Hội đồng.") % made.person.subject.name)
            return redirect("council_appoint", council.pk)
    status = WRONG if request.method == "POST" else 200
    members = list(queries.sitting(council, max(localdate(), council.since)))
    page = {"council": council, "members": members}
    return _form_page(request, form, _("Thêm thành viên"), _("Ghi thành viên"), status=status, **page)


@requires(Deed.APPOINT_COUNCIL)
def dismiss(request: HttpRequest, number: int) -> HttpResponse:
    member = get_object_or_404(CouncilMember.objects.select_related("person__subject", "council"), pk=number)
    form = DismissForm(localdate(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.dismiss(member=member, **form.cleaned_data, **who(request))
        except OF_LEAVING as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã ghi %s thôi tham gia Hội đồng.") % member.person.subject.name)
            return redirect("council_body")
    status = WRONG if request.method == "POST" else 200
    title = _("%(name)s thôi tham gia Hội đồng") % {"name": member.person.subject.name}
    return _form_page(request, form, title, _("Ghi thôi tham gia"), status=status)


@requires(Deed.VOTE)
def relations(request: HttpRequest) -> HttpResponse:
    """What one declares once for all meetings."""
    user, form = user_of(request), RelationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.declare(**form.cleaned_data, **who(request))
        except OF_RELATIONS as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã ghi quan hệ bạn khai. Bạn sẽ không bỏ phiếu hồ sơ đó."))
            return redirect("council_relations")
    status = WRONG if request.method == "POST" else 200
    context = {"form": form, "relations": queries.relations_of(user)}
    return render(request, "council/relations.html", context, status=status)


@require_POST
@requires(Deed.VOTE)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    relation = get_object_or_404(Relation, pk=number, person=user_of(request).person_id)
    actions.withdraw(relation=relation, **who(request))
    messages.success(request, _("Đã rút quan hệ bạn khai; các phiên họp đã khai mạc vẫn giữ như cũ."))
    return redirect("council_relations")


def _form_page(
    request: HttpRequest, form: Any, heading: str, press: str, *, status: int = 200, **page: Any
) -> HttpResponse:
    context = {"form": form, "heading": heading, "press": press, **page}
    return render(request, "council/form.html", context, status=status)
