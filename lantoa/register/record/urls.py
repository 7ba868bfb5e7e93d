"""Addresses of records."""

from django.urls import path

from lantoa.register.record import views

urlpatterns = [path("<str:code>/", views.show, name="record")]
