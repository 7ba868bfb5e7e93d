"""Addresses of the work inside a plan."""

from django.urls import path

from lantoa.nurture.views.work import listing, measures, notes, shortcomings, support

urlpatterns = [
    path("boi-duong/viec/", listing.show, name="nurture_tasks"),
    path("boi-duong/viec/xuat/", listing.download, name="nurture_tasks_export"),
    path("boi-duong/viec/<int:pk>/", listing.task, name="nurture_task"),
    path("boi-duong/<int:pk>/xuat/", listing.download_plan, name="nurture_plan_export"),
    path("boi-duong/<int:pk>/bien-phap/", measures.show, name="measures"),
    path("boi-duong/<int:pk>/bien-phap/them/", measures.add, name="measure_add"),
    path("boi-duong/<int:pk>/bien-phap/<int:row>/sua/", measures.edit, name="measure_edit"),
    path("boi-duong/<int:pk>/bien-phap/<int:row>/xong/", measures.finish, name="measure_finish"),
    path("boi-duong/<int:pk>/bien-phap/<int:row>/thoi/", measures.drop, name="measure_drop"),
    path("boi-duong/<int:pk>/bien-phap/<int:row>/lam-lai/", measures.reopen, name="measure_reopen"),
    path("boi-duong/<int:pk>/ho-tro/", support.show, name="support"),
    path("boi-duong/<int:pk>/ho-tro/them/", support.add, name="support_add"),
    path("boi-duong/<int:pk>/ho-tro/<int:row>/xoa/", support.withdraw, name="support_withdraw"),
    path("boi-duong/<int:pk>/ton-tai/", shortcomings.show, name="shortcomings"),
    path("boi-duong/<int:pk>/ton-tai/them/", shortcomings.add, name="shortcoming_add"),
    path("boi-duong/<int:pk>/ton-tai/<int:row>/sua/", shortcomings.edit, name="shortcoming_edit"),
    path("boi-duong/<int:pk>/ton-tai/<int:row>/khac-phuc/", shortcomings.remedy, name="shortcoming_remedy"),
    path("boi-duong/<int:pk>/ton-tai/<int:row>/xac-nhan/", shortcomings.confirm, name="shortcoming_confirm"),
    path("boi-duong/<int:pk>/ton-tai/<int:row>/lam-lai/", shortcomings.reopen, name="shortcoming_reopen"),
    path("boi-duong/<int:pk>/ton-tai/<int:row>/tep/", shortcomings.file, name="shortcoming_file"),
    path("boi-duong/<int:pk>/gap-go/", notes.show, name="meetings"),
    path("boi-duong/<int:pk>/gap-go/them/", notes.add, name="meeting_add"),
    path("boi-duong/<int:pk>/gap-go/<int:row>/xoa/", notes.withdraw, name="meeting_withdraw"),
    path("boi-duong/<int:pk>/danh-gia/", notes.reviews_of, name="quarter_reviews"),
    path("boi-duong/<int:pk>/danh-gia/them/", notes.review, name="quarter_review_add"),
    path("boi-duong/<int:pk>/dong-vien/", support.encouragements, name="encouragements"),
    path("boi-duong/<int:pk>/dong-vien/them/", support.encourage, name="encourage"),
    path("boi-duong/<int:pk>/dong-vien/<int:row>/xoa/", support.withdraw_encouragement, name="encouragement_withdraw"),
]
