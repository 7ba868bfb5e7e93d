"""Addresses of the overview of prospects."""

from django.urls import path

from lantoa.nurture.views import overview

urlpatterns = [
    path("phat-hien/tong-quan/", overview.show_board, name="overview"),
    path("phat-hien/tong-quan/lua/", overview.show, {"part": "overview_cohorts"}, name="overview_cohorts"),
    path("phat-hien/tong-quan/kip-thoi/", overview.show, {"part": "overview_timeliness"}, name="overview_timeliness"),
    path("phat-hien/tong-quan/do-phu/", overview.show, {"part": "overview_coverage"}, name="overview_coverage"),
    path("phat-hien/tong-quan/xuat/", overview.download, {"part": "overview"}, name="overview_export"),
    path(
        "phat-hien/tong-quan/lua/xuat/",
        overview.download,
        {"part": "overview_cohorts"},
        name="overview_cohorts_export",
    ),
    path(
        "phat-hien/tong-quan/kip-thoi/xuat/",
        overview.download,
        {"part": "overview_timeliness"},
        name="overview_timeliness_export",
    ),
    path(
        "phat-hien/tong-quan/do-phu/xuat/",
        overview.download,
        {"part": "overview_coverage"},
        name="overview_coverage_export",
    ),
]
