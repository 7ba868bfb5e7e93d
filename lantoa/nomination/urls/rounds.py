"""Addresses of rounds, and of the meetings of units about them."""

from django.urls import path

from lantoa.nomination.views.rounds import listing, making, meeting, one

urlpatterns = [
    path("dot-xet/", listing.show, name="rounds"),
    path("dot-xet/xuat/", listing.download, name="rounds_export"),
    path("dot-xet/moi/", making.new, name="round_new"),
    path("dot-xet/<int:number>/", one.show, name="round"),
    path("dot-xet/<int:number>/sua/", making.change, name="round_change"),
    path("dot-xet/<int:number>/don-vi/xuat/", one.download, name="round_units_export"),
    path("dot-xet/<int:number>/mo/", one.open_round, name="round_open"),
    path("dot-xet/<int:number>/ket-thuc/", one.close, name="round_close"),
    path("dot-xet/<int:number>/mo-lai/", one.reopen, name="round_reopen"),
    path("dot-xet/<int:number>/huy/", one.cancel, name="round_cancel"),
    path("dot-xet/<int:number>/nhac/", one.urge, name="round_urge"),
    path("dot-xet/<int:number>/don-vi/<str:code>/hop/", meeting.show, name="unit_meeting"),
    path("dot-xet/<int:number>/don-vi/<str:code>/hop/khong-gioi-thieu/", meeting.nobody, name="unit_meeting_nobody"),
    path("dot-xet/<int:number>/don-vi/<str:code>/hop/mo-lai/", meeting.reopen, name="unit_meeting_reopen"),
]
