"""Addresses of submissions to the Ministry."""

from django.urls import path

from lantoa.recognition.views.submissions import listing, one, parcel, proposing, receiving, writing

urlpatterns = [
    path("trinh-bo/", listing.show, name="submissions"),
    path("trinh-bo/xuat/", listing.download, name="submissions_export"),
    path("trinh-bo/nhan/", receiving.receive, name="submission_receive"),
    path("trinh-bo/dot/<int:number>/", proposing.show, name="proposals"),
    path("trinh-bo/dot/<int:number>/xuat/", proposing.download, name="proposals_export"),
    path("trinh-bo/dot/<int:number>/lap/", proposing.begin, name="submission_begin"),
    path("trinh-bo/<int:number>/", one.show, name="submission"),
    path("trinh-bo/<int:number>/sua/", writing.edit, name="submission_edit"),
    path("trinh-bo/<int:number>/them/", one.put_in, name="submission_put_in"),
    path("trinh-bo/<int:number>/bot/<int:item>/", one.take_out, name="submission_take_out"),
    path("trinh-bo/<int:number>/bo/", one.discard, name="submission_discard"),
    path("trinh-bo/<int:number>/dong-goi/", one.pack, name="submission_pack"),
    path("trinh-bo/<int:number>/goi/", parcel.whole, name="submission_parcel"),
    path("trinh-bo/<int:number>/goi/tep/", parcel.file, name="submission_file"),
    path("trinh-bo/<int:number>/ho-so/<int:item>/", one.dossier, name="submission_dossier"),
    path("trinh-bo/<int:number>/gui/", one.send, name="submission_send"),
    path("trinh-bo/<int:number>/tra-lai/", one.take_back, name="submission_return"),
    path("trinh-bo/<int:number>/tiep-nhan/", one.accept, name="submission_accept"),
    path("trinh-bo/<int:number>/quyet-dinh/ghi/", writing.answer, name="submission_answer"),
    path("trinh-bo/<int:number>/quyet-dinh/tep/", writing.fill, name="submission_fill"),
    path("trinh-bo/<int:number>/tra-loi/", one.reply, name="submission_reply"),
    path("trinh-bo/<int:number>/quyet-dinh/", one.decision, name="submission_decision"),
]
