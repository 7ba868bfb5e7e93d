"""The workbench: mine, waiting for others, overdue."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, Role, may
from lantoa.domain.plan import PlanStatus
from lantoa.web.queries.desk import desk_of


@requires()
def show(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request.user)
    drafts = [plan for plan in map(plans.load, plans.codes()) if plan.status is PlanStatus.DRAFT]
    page = {
        "workbench": desk_of(cast(User, request.user).pk, actor, plans.load(), drafts, localdate()),
        "today": localdate(),
        "roles": [role for role in Role if role in actor.roles],
        "may_import": bool(may(actor, Deed.IMPORT_BOOK)),
    }
    return render(request, "web/workbench.html", page)
