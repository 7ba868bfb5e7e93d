"""Addresses of signals and prospects."""

from django.urls import path
from django.views.generic import RedirectView

from lantoa.discovery.views.prospects import deeds, listing, one, practice, units
from lantoa.discovery.views.signals import judging, rules
from lantoa.discovery.views.signals import listing as signals

urlpatterns = [
    path("", signals.show, name="signals"),
    path("xuat/", signals.download, name="signals_export"),
    path("tin-hieu/", RedirectView.as_view(pattern_name="signals", query_string=True), name="signals_too"),
    path("tin-hieu/<int:pk>/giu/", judging.keep, name="signal_keep"),
    path("tin-hieu/<int:pk>/bo-qua/", judging.dismiss, name="signal_dismiss"),
    path("tin-hieu/<int:pk>/theo-doi/", judging.follow, name="signal_follow"),
    path("quy-tac/", rules.show, name="signal_rules"),
    path("quy-tac/tinh-lai/", rules.refresh, name="signals_refresh"),
    path("quy-tac/luot/", rules.state, name="signals_state"),
    path("nhan-to/", listing.show, name="prospects"),
    path("nhan-to/xuat/", listing.download, name="prospects_export"),
    path("nhan-to/moi/", deeds.find, name="prospect_find"),
    path("nhan-to/<int:pk>/", one.show, name="prospect"),
    path("nhan-to/<int:pk>/chon/", deeds.choose, name="prospect_choose"),
    path("nhan-to/<int:pk>/thoi-theo-doi/", deeds.set_aside, name="prospect_set_aside"),
    path("nhan-to/<int:pk>/xem-xet/", deeds.review, name="prospect_review"),
    path("nhan-to/<int:pk>/cach-lam/", practice.show, name="practice"),
    path("nhan-to/<int:pk>/cach-lam/sua/", practice.edit, name="practice_edit"),
    path("don-vi/", units.show, name="units_forward"),
    path("don-vi/xuat/", units.download, name="units_export"),
    path("don-vi/<path:code>/<int:year>/", units.say, name="nobody_forward"),
]
