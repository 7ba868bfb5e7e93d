"""Addresses of decisions."""

from django.urls import path

from lantoa.recognition.views.decisions import changing, deciding, drafting, listing

urlpatterns = [
    path("quyet-dinh/", listing.show, name="decisions"),
    path("quyet-dinh/xuat/", listing.export, name="decisions_export"),
    path("quyet-dinh/moi/", drafting.new, name="decision_new"),
    path("quyet-dinh/truoc-day/", changing.earlier, name="decision_earlier"),
    path("quyet-dinh/so/<int:year>/", listing.series, name="decision_numbers"),
    path("quyet-dinh/so/<int:year>/ky-hieu/", listing.set_series, name="decision_numbers_set"),
    path("quyet-dinh/so/<int:year>/huy/", listing.annul_next, name="decision_numbers_annul"),
    path("quyet-dinh/<int:number>/", deciding.show, name="decision"),
    path("quyet-dinh/<int:number>/danh-sach/", listing.lines, name="decision_list"),
    path("quyet-dinh/<int:number>/sua/", drafting.rewrite, name="decision_rewrite"),
    path("quyet-dinh/<int:number>/them/", drafting.gather, name="decision_gather"),
    path("quyet-dinh/<int:number>/de-lai/", drafting.leave_out, name="decision_leave_out"),
    path("quyet-dinh/<int:number>/bo/", drafting.drop, name="decision_drop"),
    path("quyet-dinh/<int:number>/khen-thuong/", drafting.reward, name="decision_reward"),
    path("quyet-dinh/<int:number>/kinh-phi/", drafting.budget, name="decision_budget"),
    path("quyet-dinh/<int:number>/trinh/", deciding.present, name="decision_present"),
    path("quyet-dinh/<int:number>/gach/", deciding.strike, name="decision_strike"),
    path("quyet-dinh/<int:number>/tra-lai/", deciding.send_back, name="decision_send_back"),
    path("quyet-dinh/<int:number>/duyet/", deciding.approve, name="decision_approve"),
    path("quyet-dinh/<int:number>/doi-chieu/", deciding.reckon, name="decision_reckon"),
    path("quyet-dinh/<int:number>/giai-trinh/", deciding.answer, name="decision_answer"),
    path("quyet-dinh/<int:number>/ban-hanh/", deciding.issue, name="decision_issue"),
    path("quyet-dinh/<int:number>/ban-ky/", deciding.attach, name="decision_attach"),
    path("quyet-dinh/<int:number>/ban-ky/<int:scan>/", deciding.scan, name="decision_scan"),
    path("quyet-dinh/<int:number>/dinh-chinh/", changing.correct, name="decision_correct"),
    path("quyet-dinh/<int:number>/thu-hoi/", changing.revoke, name="decision_revoke"),
    path("quyet-dinh/<int:number>/khoi-phuc/", changing.restore, name="decision_restore"),
    path("quyet-dinh/<int:number>/thu-tien/<int:reward>/", changing.recover, name="reward_recover"),
]
