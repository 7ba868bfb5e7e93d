"""Addresses of postings and objections."""

from django.urls import path

from lantoa.nomination.views.posting import deeds, handling, lists, objecting, objections, posted, postings

urlpatterns = [
    path("cong-khai/", posted.show, name="posted"),
    path("cong-khai/xuat/", posted.download, name="posted_export"),
    path("cong-khai/<int:number>/phan-anh/", objecting.send, name="object"),
    path("cong-khai/tra-cuu/", objecting.look_up, name="objection_look_up"),
    path("cong-khai/da-gui/", objecting.sent, name="objections_sent"),
    path("cong-khai/dot/", lists.show, name="postings"),
    path("cong-khai/dot/xuat/", lists.download, name="postings_export"),
    path("cong-khai/dot/moi/", postings.prepare, name="posting_prepare"),
    path("cong-khai/dot/<int:number>/", postings.show, name="posting"),
    path("cong-khai/dot/<int:number>/xuat/", postings.download, name="posting_export"),
    path("cong-khai/dot/<int:number>/sua/", postings.change, name="posting_change"),
    path("cong-khai/dot/<int:number>/them/", deeds.add_verified, name="posting_fill"),
    path("cong-khai/dot/<int:number>/mo/", deeds.open_, name="posting_open"),
    path("cong-khai/dot/<int:number>/keo-dai/", deeds.extend, name="posting_extend"),
    path("cong-khai/dot/<int:number>/ket-thuc/", deeds.end, name="posting_end"),
    path("cong-khai/dot/<int:number>/xoa/", deeds.discard, name="posting_discard"),
    path("cong-khai/dot/<int:number>/<int:candidate>/loi/", deeds.word, name="candidate_word"),
    path("cong-khai/dot/<int:number>/<int:candidate>/bo/", deeds.leave_out, name="candidate_leave_out"),
    path("cong-khai/ho-so/<int:number>/xong/", deeds.clear, name="posting_clear"),
    path("phan-anh/", objections.listing, name="objections"),
    path("phan-anh/xuat/", objections.download, name="objections_export"),
    path("phan-anh/<str:code>/", objections.show, name="objection"),
    path("phan-anh/<str:code>/nhan/", handling.take_up, name="objection_take_up"),
    path("phan-anh/<str:code>/chuyen/", handling.hand_over, name="objection_hand_over"),
    path("phan-anh/<str:code>/ket-luan/", handling.settle, name="objection_settle"),
    path("phan-anh/<str:code>/nguoi-gui/", handling.identity, name="objection_identity"),
]
