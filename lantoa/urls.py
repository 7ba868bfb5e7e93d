"""Addresses of the whole product, room by room."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lantoa.accounts.urls")),
    path("", include("lantoa.register.urls")),
    path("ho-so/", include("lantoa.register.record.urls")),
    path("ra-soat/", include("lantoa.discovery.urls")),
    path("", include("lantoa.web.urls")),
]
handler400 = "lantoa.web.views.errors.bad_request"
