"""Addresses of notices, deadlines and the calendar."""

from django.urls import path

from lantoa.notice.views import calendar, inbox, reminders

urlpatterns = [
    path("thong-bao/", inbox.show, name="inbox"),
    path("thong-bao/so-moi/", inbox.count, name="inbox_count"),
    path("thong-bao/da-doc/", inbox.read_all, name="inbox_read_all"),
    path("thong-bao/thu/", inbox.mail, name="inbox_mail"),
    path("thong-bao/<int:number>/mo/", inbox.open_one, name="notice_open"),
    path("thong-bao/lich/mo/", calendar.start, name="calendar_open"),
    path("thong-bao/lich/dong/", calendar.stop, name="calendar_close"),
    path("thong-bao/lich/<str:key>.ics", calendar.feed, name="calendar_feed"),
    path("nhac-viec/", reminders.show, name="reminders"),
]
