"""Addresses of yearbooks."""

from django.urls import path

from lantoa.recognition.views import yearbooks

urlpatterns = [
    path("ky-yeu/", yearbooks.listing, name="yearbooks"),
    path("ky-yeu/<int:year>/", yearbooks.show, name="yearbook"),
    path("ky-yeu/<int:year>/<slug:part>/", yearbooks.write, name="yearbook_write"),
]
