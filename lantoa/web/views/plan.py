"""The plan: clauses, tiers and criteria with how each is decided, settings, calendar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.papers.queries.bases import book
from lantoa.plans import UnknownPlan
from lantoa.web.queries.plan import due_dates, outline
from lantoa.web.queries.voting import needs


@requires(Deed.SEE_PLAN)
def show(request: HttpRequest) -> HttpResponse:
    code = request.GET.get("ban") or plans.DEFAULT
    unknown = ""
    try:
        plan = plans.load(code)
    except UnknownPlan:
        plan, unknown = (
            plans.load(),
            _("Không có bản kế hoạch mang mã «%s»; dưới đây là bản đang hiệu lực.") % code[:60],
        )
    page = {
        "plan": plan,
        "unknown": unknown,
        "editions": [plans.load(one) for one in plans.codes()],
        "outline": outline(plan),
        "due_dates": due_dates(plan, localdate()),
        "needs": needs(plan),
        "cited": book().plan_on(localdate(), plan.code),
    }
    return render(request, "web/plan.html", page, status=404 if unknown else 200)
