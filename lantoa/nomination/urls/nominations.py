"""Addresses of nominations."""

from django.urls import path

from lantoa.nomination.views import dossier, listing, making

urlpatterns = [
    path("de-cu/", listing.show, name="nominations"),
    path("de-cu/xuat/", listing.download, name="nominations_export"),
    path("de-cu/<int:number>/", dossier.show, name="nomination"),
    path("de-cu/tu-boi-duong/<int:number>/", making.from_plan, name="nomination_from_plan"),
]
