"""Addresses of the record book and of attestations."""

from django.urls import path

from lantoa.register.views import attestations, closings, lists, overview, rows, suggestions

app_name = "register"
urlpatterns = [
    path("xac-nhan/", attestations.show, name="attest"),
    path("xac-nhan/<str:code>/<str:criterion>/<int:year>/", attestations.history, name="history"),
    path("so/", overview.show, name="overview"),
    path("so/goi-y/", suggestions.suggest, name="suggest"),
    path("so/chot-so/them/", closings.close, name="close"),
    path("so/chot-so/<int:pk>/xoa/", closings.reopen, name="reopen"),
    path("so/<slug:slug>/", lists.show, name="list"),
    path("so/<slug:slug>/xuat/", lists.download, name="download"),
    path("so/<slug:slug>/them/", rows.add, name="add"),
    path("so/<slug:slug>/<int:pk>/", rows.change, name="change"),
    path("so/<slug:slug>/<int:pk>/xoa/", rows.delete, name="delete"),
    path("so/<slug:slug>/lay-lai/<int:event>/", rows.take_back, name="take-back"),
]
