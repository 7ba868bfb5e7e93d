"""Addresses of the front page, the workbench, the plan, the search and the health check."""

from django.urls import path

from lantoa.web.views import front, guides, health, plan, search, source, style_guide, workbench

urlpatterns = [
    path("", front.show, name="front"),
    path("ban-lam-viec/", workbench.show, name="workbench"),
    path("ke-hoach/", plan.show, name="plan"),
    path("tim/", search.show, name="search"),
    path("quan-tri/giao-dien/", style_guide.show, name="style_guide"),
    path("ma-nguon/", source.show, name="source"),
    path("ma-nguon/tai-ve/", source.download, name="source_download"),
    path("tro-giup/", guides.own, name="help"),
    path("tro-giup/<slug:slug>/", guides.show, name="guide"),
    path("suc-khoe/", health.show, name="health"),
]
