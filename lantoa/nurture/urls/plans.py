"""Addresses of nurture plans as a whole."""

from django.urls import path

from lantoa.nurture.views.plans import deeds, listing, one, transfers, writing

urlpatterns = [
    path("boi-duong/", listing.show, name="nurture_plans"),
    path("boi-duong/xuat/", listing.download, name="nurture_plans_export"),
    path("boi-duong/moi/", writing.new, name="nurture_plan_new"),
    path("boi-duong/<int:number>/", one.show, name="nurture_plan"),
    path("boi-duong/<int:number>/sua/", writing.edit, name="nurture_plan_edit"),
    path("boi-duong/<int:number>/thay-doi/", writing.change, name="nurture_plan_change"),
    path("boi-duong/<int:number>/xoa/", deeds.discard, name="nurture_plan_discard"),
    path("boi-duong/<int:number>/trinh/", deeds.send, name="nurture_plan_send"),
    path("boi-duong/<int:number>/tra-lai/", deeds.take_to_draft, name="nurture_plan_return"),
    path("boi-duong/<int:number>/duyet/", deeds.approve, name="nurture_plan_approve"),
    path("boi-duong/<int:number>/san-sang/", deeds.declare_ready, name="nurture_plan_ready"),
    path("boi-duong/<int:number>/chua-dat/", deeds.close, name="nurture_plan_close"),
    path("boi-duong/<int:number>/huong-dan/", deeds.change_mentor, name="nurture_plan_mentor"),
    path("boi-duong/<int:number>/y-kien/", deeds.remark, name="nurture_plan_remark"),
    path("boi-duong/<int:number>/chuyen/", transfers.propose, name="nurture_transfer"),
    path("boi-duong/<int:number>/chuyen/<int:transfer>/dong-y/", transfers.agree, name="nurture_transfer_agree"),
    path("boi-duong/<int:number>/chuyen/<int:transfer>/tu-choi/", transfers.refuse, name="nurture_transfer_refuse"),
]
