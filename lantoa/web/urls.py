"""Addresses of the front page, the workbench, the plan, the search and the health check."""

from django.urls import path

from lantoa.web.views import front, health, plan, search, workbench

urlpatterns = [
    path("", front.show, name="front"),
    path("ban-lam-viec/", workbench.show, name="workbench"),
    path("ke-hoach/", plan.show, name="plan"),
    path("tim/", search.show, name="search"),
    path("suc-khoe/", health.show, name="health"),
]
