"""Addresses where credentials are taken."""

from django.urls import path

from lantoa.recognition.views.credentials import taking

urlpatterns = [
    path("huy-hieu/<str:code>/", taking.show, name="credentials"),
    path("huy-hieu/<str:code>/<int:item>/", taking.take, name="credential_take"),
    path("huy-hieu/<str:code>/<int:item>/thu-lai/", taking.withdraw, name="credential_withdraw"),
    path("quyet-dinh/<int:number>/huy-hieu/", taking.take_all, name="decision_credentials"),
]
