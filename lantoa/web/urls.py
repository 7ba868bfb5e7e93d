"""Addresses of the front page, the workbench, the plan, the search and the health check."""

from django.urls import path

from lantoa.web.views import front, health, plan, search, source, workbench

urlpatterns = [
    path("", front.show, name="front"),
    path("ban-lam-viec/", workbench.show, name="workbench"),
    path("ke-hoach/", plan.show, name="plan"),
    path("tim/", search.show, name="search"),
    path("ma-nguon/", source.show, name="source"),
    path("ma-nguon/tai-ve/", source.download, name="source_download"),
    path("suc-khoe/", health.show, name="health"),
]
