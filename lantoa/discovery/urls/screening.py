"""Addresses of the screening."""

from django.urls import path

from lantoa.discovery.views import cell, export, screening

urlpatterns = [
    path("", screening.show, name="screening"),
    path("xuat/", export.download, name="screening_export"),
    path("o/<str:code>/<str:criterion>/", cell.show, name="screening_cell"),
]
