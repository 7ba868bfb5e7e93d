"""Addresses of the codes on printed papers and of what credentials name; those that end in .json are for programs."""

from django.urls import path

from lantoa.recognition.views import verification
from lantoa.recognition.views.credentials import checking, publishing

urlpatterns = [
    path("xac-thuc/", checking.show, name="credential_check"),
    path("xac-thuc/co-quan.json", publishing.issuer, name="credential_issuer"),
    path("xac-thuc/khoa.json", publishing.keys, name="credential_keys"),
    path("xac-thuc/khoa/<str:name>.json", publishing.key, name="credential_key"),
    path("xac-thuc/thu-hoi.json", publishing.revocations, name="credential_revocations"),
    path(
        "xac-thuc/danh-hieu/<str:edition>/<str:tier>/<int:year>.json",
        publishing.achievement,
        name="credential_achievement",
    ),
    path("xac-thuc/huy-hieu/<uuid:number>/", verification.credential, name="credential_standing"),
    path("xac-thuc/<str:code>/", verification.show, name="standing"),
]
