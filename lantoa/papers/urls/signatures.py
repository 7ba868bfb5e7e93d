"""Addresses of the signed copies of a paper."""

from django.urls import path

from lantoa.papers.views import signatures

urlpatterns = [
    path("giay-to/<int:number>/ban-da-ky/", signatures.attach, name="signed_file_attach"),
    path("giay-to/<int:number>/ky-so/", signatures.sign, name="paper_sign"),
    path("giay-to/<int:number>/ky-the/", signatures.sign_with_token, name="paper_sign_with_token"),
    path("giay-to/<int:number>/ban-da-ky/<int:copy>/", signatures.file, name="signed_file"),
    path("giay-to/<int:number>/ban-da-ky/<int:copy>/kiem-tra/", signatures.check_again, name="signed_file_check"),
]
