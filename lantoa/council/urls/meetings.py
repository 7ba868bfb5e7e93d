"""Addresses of the Council: its body, its meetings, packs and minutes."""

from django.urls import path

from lantoa.council.views import agenda, attending, body, listing, meeting, minutes, pack

urlpatterns = [
    path("hoi-dong/", listing.show, name="council"),
    path("hoi-dong/xuat/", listing.download, name="council_export"),
    path("hoi-dong/thanh-phan/", body.show, name="council_body"),
    path("hoi-dong/thanh-phan/moi/", body.establish, name="council_establish"),
    path("hoi-dong/thanh-phan/<int:number>/them/", body.appoint, name="council_appoint"),
    path("hoi-dong/thanh-vien/<int:number>/thoi/", body.dismiss, name="council_dismiss"),
    path("hoi-dong/quan-he/", body.relations, name="council_relations"),
    path("hoi-dong/quan-he/<int:number>/rut/", body.withdraw, name="council_relation_withdraw"),
    path("hoi-dong/moi/", meeting.new, name="meeting_new"),
    path("hoi-dong/<int:number>/", meeting.show, name="meeting"),
    path("hoi-dong/<int:number>/xuat/", meeting.download, name="meeting_export"),
    path("hoi-dong/<int:number>/sua/", meeting.change, name="meeting_change"),
    path("hoi-dong/<int:number>/khai-mac/", meeting.open_meeting, name="meeting_open"),
    path("hoi-dong/<int:number>/chu-tri/", meeting.hand_over, name="meeting_hand_over"),
    path("hoi-dong/<int:number>/ket-thuc/", meeting.end, name="meeting_end"),
    path("hoi-dong/<int:number>/huy/", meeting.cancel, name="meeting_cancel"),
    path("hoi-dong/<int:number>/diem-danh/", attending.call, name="meeting_roll"),
    path("hoi-dong/<int:number>/diem-danh/<int:member>/ve/", attending.leave, name="meeting_leave"),
    path("hoi-dong/<int:number>/ho-so/", agenda.choose, name="meeting_cases"),
    path("hoi-dong/<int:number>/ho-so/<int:case>/", pack.show, name="meeting_case"),
    path("hoi-dong/<int:number>/ho-so/<int:case>/bo/", agenda.take_off, name="meeting_case_off"),
    path("hoi-dong/<int:number>/ho-so/<int:case>/len/", agenda.move_up, name="meeting_case_up"),
    path("hoi-dong/<int:number>/ho-so/<int:case>/khai/", pack.declare, name="interest_declare"),
    path("hoi-dong/<int:number>/khai/<int:interest>/rut/", pack.take_back, name="interest_take_back"),
    path("hoi-dong/<int:number>/tai-lieu/", pack.whole, name="meeting_pack"),
    path("hoi-dong/<int:number>/bien-ban/", minutes.show, name="minutes"),
    path("hoi-dong/<int:number>/bien-ban/sua/", minutes.correct, name="minutes_correct"),
    path("hoi-dong/<int:number>/bien-ban/ky/", minutes.sign, name="minutes_sign"),
]
