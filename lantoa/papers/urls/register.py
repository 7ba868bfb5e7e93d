"""Addresses of the registers of papers."""

from django.urls import path

from lantoa.papers.views import register

urlpatterns = [
    path("so-van-ban/", register.show_out, name="papers_out"),
    path("so-van-ban/den/", register.show_in, name="papers_in"),
    path("so-van-ban/<str:book>/xuat/", register.export, name="register_export"),
    path("so-van-ban/<str:book>/in/<int:year>/", register.printed, name="register_print"),
    path("so-van-ban/<str:book>/ghi/", register.new, name="register_new"),
    path("so-van-ban/dong/<int:number>/", register.one, name="register_entry"),
    path("so-van-ban/dong/<int:number>/gach/", register.strike_out, name="register_strike"),
    path("so-van-ban/dong/<int:number>/ban-luu/", register.copy, name="register_copy"),
]
