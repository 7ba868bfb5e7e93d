"""Addresses of tips: sending, handling, and the public form."""

from django.urls import path

from lantoa.discovery.views.tips import deeds, listing, one, public, sending

urlpatterns = [
    path("phat-hien/gui/", sending.send, name="tip_send"),
    path("phat-hien/goi-y/", sending.suggest, name="tip_names"),
    path("phat-hien/da-gui/", listing.sent, name="tips_sent"),
    path("phat-hien/mach/", listing.show, name="tips"),
    path("phat-hien/mach/xuat/", listing.download, name="tips_export"),
    path("phat-hien/mach/<str:code>/", one.show, name="tip"),
    path("phat-hien/mach/<str:code>/tep/<int:number>/", one.file, name="tip_file"),
    path("phat-hien/mach/<str:code>/nhan/", deeds.take_up, name="tip_take_up"),
    path("phat-hien/mach/<str:code>/la-ai/", deeds.identify, name="tip_identify"),
    path("phat-hien/mach/<str:code>/chuyen/", deeds.hand_over, name="tip_hand_over"),
    path("phat-hien/mach/<str:code>/gop/", deeds.merge, name="tip_merge"),
    path("phat-hien/mach/<str:code>/chon/", deeds.accept, name="tip_accept"),
    path("phat-hien/mach/<str:code>/chua-chon/", deeds.decline, name="tip_decline"),
    path("gui-phat-hien/", public.send, name="public_tip"),
    path("gui-phat-hien/tra-cuu/", public.look_up, name="public_tip_look_up"),
]
