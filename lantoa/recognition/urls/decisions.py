"""Addresses of decisions."""

from django.urls import path
from django.views.generic import RedirectView

urlpatterns = [path("quyet-dinh/<int:number>/", RedirectView.as_view(url="/"), name="decision")]
