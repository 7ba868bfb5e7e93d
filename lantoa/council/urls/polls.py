"""Addresses of polls, ballots, written opinions and conclusions."""

from django.urls import path

from lantoa.council.views.polls import cases, counting, listing, poll, voting

urlpatterns = [
    path("hoi-dong/<int:number>/bo-phieu/", listing.show, name="polls"),
    path("hoi-dong/<int:number>/bo-phieu/xuat/", listing.download, name="polls_export"),
    path("hoi-dong/<int:number>/bo-phieu/moi/", listing.prepare, name="poll_new"),
    path("hoi-dong/<int:number>/bo-phieu/ket-luan/", listing.conclude_passed, name="conclude_passed"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/", poll.show, name="poll"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/mo/", poll.open_poll, name="poll_open"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/huy/", poll.void, name="poll_void"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/khoa/", poll.key, name="poll_key"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/in/", poll.papers, name="poll_papers"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/phieu/", voting.ballot, name="ballot"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/kiem/", counting.count, name="poll_count"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/chot/", counting.settle, name="poll_settle"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/bien-ban/", poll.scan, name="poll_scan"),
    path("hoi-dong/<int:number>/bo-phieu/<int:place>/bien-ban/them/", counting.attach, name="poll_scan_attach"),
    path("hoi-dong/<int:number>/y-kien/", cases.note, name="opinions"),
    path("hoi-dong/<int:number>/ho-so/<int:case>/ket-luan/", cases.conclude, name="case_conclude"),
]
