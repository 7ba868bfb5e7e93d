"""Addresses of the record book and of attestations."""

from django.urls import path

from lantoa.register.views import attestations, closings, holds, imports, lists, overview, rows, suggestions

app_name = "register"
urlpatterns = [
    path("xac-nhan/", attestations.show, name="attest"),
    path("xac-nhan/<str:code>/<str:criterion>/<int:year>/", attestations.history, name="history"),
    path("so/", overview.show, name="overview"),
    path("so/goi-y/", suggestions.suggest, name="suggest"),
    path("so/mau/", imports.template, name="template"),
    path("so/xuat/", imports.export, name="export"),
    path("so/nhap/", imports.files, name="imports"),
    path("so/nhap/<int:pk>/", imports.one, name="import"),
    path("so/nhap/<int:pk>/ghi/", imports.write, name="write"),
    path("so/nhap/<int:pk>/doc-lai/", imports.read_again, name="read-again"),
    path("so/nhap/<int:pk>/bo/", imports.discard, name="discard"),
    path("so/nhap/<int:pk>/hoan-tac/", imports.take_back, name="undo"),
    path("so/nhap/<int:pk>/bi-tu-choi/", imports.refused_rows, name="refused"),
    path("so/chot-so/them/", closings.close, name="close"),
    path("so/chot-so/<int:pk>/xoa/", closings.reopen, name="reopen"),
    path("so/tam-hoan/<int:pk>/ket-thuc/", holds.end, name="end-hold"),
    path("so/<slug:slug>/", lists.show, name="list"),
    path("so/<slug:slug>/xuat/", lists.download, name="download"),
    path("so/<slug:slug>/them/", rows.add, name="add"),
    path("so/<slug:slug>/<int:pk>/", rows.change, name="change"),
    path("so/<slug:slug>/<int:pk>/xoa/", rows.delete, name="delete"),
    path("so/<slug:slug>/lay-lai/<int:event>/", rows.take_back, name="take-back"),
]
