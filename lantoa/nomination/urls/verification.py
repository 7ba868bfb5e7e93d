"""Addresses of verification: the desk, the progress, one dossier and what is done to it."""

from django.urls import path

from lantoa.nomination.views.verification import deeds, desk, one, progress

urlpatterns = [
    path("tham-dinh/", desk.show, name="verification_desk"),
    path("tham-dinh/xuat/", desk.download, name="verification_desk_export"),
    path("tham-dinh/theo-so/", desk.confirm, name="verification_confirm"),
    path("tham-dinh/tien-do/", progress.show, name="verification_progress"),
    path("tham-dinh/tien-do/xuat/", progress.download, name="verification_progress_export"),
    path("tham-dinh/tien-do/ket-thuc/", progress.finish_many, name="verification_finish_many"),
    path("tham-dinh/<int:number>/", one.show, name="verification"),
    path("tham-dinh/<int:number>/y-kien/", deeds.answer, name="verification_answer"),
    path("tham-dinh/<int:number>/tra-lai/", deeds.send_back, name="verification_send_back"),
    path("tham-dinh/<int:number>/tam-dung/", deeds.put_hold, name="verification_hold"),
    path("tham-dinh/<int:number>/tam-dung/<int:hold>/ket-thuc/", deeds.lift_hold, name="verification_lift"),
    path("tham-dinh/<int:number>/ket-thuc/", deeds.finish, name="verification_finish"),
    path("tham-dinh/<int:number>/lai/", deeds.take_up_again, name="verification_again"),
]
