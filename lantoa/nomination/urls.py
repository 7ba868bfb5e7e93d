"""Addresses of nominations."""

from django.urls import path

from lantoa.nomination import views

urlpatterns = [
    path("de-cu/", views.listing, name="nominations"),
    path("de-cu/xuat/", views.download, name="nominations_export"),
    path("de-cu/<int:number>/", views.show, name="nomination"),
    path("de-cu/tu-boi-duong/<int:number>/", views.from_plan, name="nomination_from_plan"),
]
