"""The press that makes a nomination from a nurture plan."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions import writing
from lantoa.nomination.actions.refusals import NominatedAlready, NotMet
from lantoa.nomination.views.asked import insist_on, who
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.reading import case_of as case_of_plan
from lantoa.nurture.queries.reading import plans_with_names
from lantoa.register.actions.refusals import NotAllowed


@require_POST
@requires(Deed.NOMINATE)
def from_plan(request: HttpRequest, number: int) -> HttpResponse:
    plan = _plan(request, number)
    try:
        made = writing.from_plan(plan=plan, **who(request))
    except (WrongStage, NominatedAlready, NotMet, NotAllowed) as problem:
        messages.error(request, str(problem))
        return redirect("nurture_plan", plan.pk)
    messages.success(request, _("Đã lập hồ sơ đề cử, điền sẵn từ kế hoạch bồi dưỡng. Hãy đọc lại và sửa."))
    return redirect("nomination", made.pk)


def _plan(request: HttpRequest, number: int) -> NurturePlan:
    plan = plans_with_names().filter(pk=number).first()
    insist_on(request, Deed.NOMINATE, case_of_plan(plan) if plan else None)
    return cast("NurturePlan", plan)
