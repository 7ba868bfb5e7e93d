"""Everything to do in all plans: the list, its file; one measure for whoever does it; one plan as a file."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MeasureStage, WrongStage
from lantoa.nurture.actions.work import measures
from lantoa.nurture.actions.work.refusals import WorkRefused
from lantoa.nurture.forms.work import FinishForm, TasksFilter
from lantoa.nurture.models import Measure
from lantoa.nurture.queries.reading import WITH_NAMES, may_see
from lantoa.nurture.queries.rights import going
from lantoa.nurture.queries.work_list import late, listed, rows
from lantoa.nurture.queries.work_sheets import file_of_list, file_of_plan
from lantoa.nurture.views.plans.asked import plan_for
from lantoa.register.actions.refusals import NotAllowed
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
OK, CONFLICT, WRONG = 200, 409, 422


@requires(Deed.SEE_NURTURE)
def show(request: HttpRequest) -> HttpResponse:
    user, day = cast("User", request.user), localdate()
    form = TasksFilter(request.GET)
    asked = form.asked()
    page = Paginator(listed(user, asked, day), PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "rows": rows(list(page), user, day),
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep"),
        "late": late(user, day),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nurture/work/list.html{part}", context)


@requires(Deed.SEE_NURTURE)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    user, day = cast("User", request.user), localdate()
    found = list(listed(user, TasksFilter(request.GET).asked(), day))
    return _excel(file_of_list(rows(found, user, day)), f"{_('Việc cần làm')} {day:%d-%m-%Y}.xlsx")


@requires(Deed.SEE_NURTURE)
def download_plan(request: HttpRequest, pk: int) -> FileResponse:
    plan = plan_for(request, pk)
    return _excel(file_of_plan(plan), f"{_('Bồi dưỡng')} {plan.prospect.subject.name} {localdate():%d-%m-%Y}.xlsx")


@requires(Deed.SEE_NURTURE)
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """One measure, for its owner, who may see nothing else of the plan, and for those who see the plan."""
    user = cast("User", request.user)
    measure = _measure_for(user, pk)
    form = FinishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            measures.finish(measure=measure, note=form.cleaned_data["note"], by=user, at=now())
        except NotAllowed as problem:
            raise PermissionDenied(str(problem)) from problem
        except (WrongStage, WorkRefused) as problem:
            messages.error(request, str(problem))
            return _page(request, _measure_for(user, pk), form, CONFLICT)
        messages.success(request, _("Đã ghi biện pháp là đã làm. Cảm ơn bạn."))
        return redirect("nurture_task", pk)
    return _page(request, measure, form, WRONG if form.errors else OK)


def _page(request: HttpRequest, measure: Measure, form: FinishForm, status: int) -> HttpResponse:
    user = cast("User", request.user)
    is_owner = measure.owner_id is not None and measure.owner_id == user.person_id
    context: dict[str, Any] = {
        "measure": measure,
        "plan": measure.plan,
        "days": (measure.due - localdate()).days,
        "sees_plan": may_see(user, measure.plan),
        "going": going(measure.plan),
        "may_finish": is_owner and measure.stage == MeasureStage.PLANNED.value,
        "form": form,
    }
    return render(request, "nurture/work/task.html", context, status=status)


def _measure_for(user: User, pk: int) -> Measure:
    names = (f"plan__{name}" for name in WITH_NAMES)
    measure = get_object_or_404(Measure.objects.select_related("owner__subject", "ended_by", *names), pk=pk)
    is_owner = measure.owner_id is not None and measure.owner_id == user.person_id
    if not is_owner and not may_see(user, measure.plan):
        raise PermissionDenied(_("Việc này do người khác làm, trong kế hoạch bạn không theo dõi."))
    return measure


def _excel(file: Any, name: str) -> FileResponse:
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)
