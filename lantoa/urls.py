"""Addresses of the whole product, room by room."""

from django.urls import URLPattern, URLResolver, include, path, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lantoa.register.urls")),
]
