"""The public front page; who has signed in goes to the workbench."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantoa import plans
from lantoa.web.ripple import ripple


def show(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("workbench")
    return render(request, "web/front.html", {"ripple": ripple(), "plan": plans.load()})
