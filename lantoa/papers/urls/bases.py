"""Addresses of the legal bases."""

from django.urls import path

from lantoa.papers.views import bases

urlpatterns = [
    path("quan-tri/can-cu/", bases.listing, name="legal_bases"),
    path("quan-tri/can-cu/them/", bases.new, name="legal_basis_new"),
    path("quan-tri/can-cu/van-ban/<slug:code>/", bases.one, name="legal_basis"),
    path("quan-tri/can-cu/van-ban/<slug:code>/sua/", bases.rewrite, name="legal_basis_rewrite"),
    path("quan-tri/can-cu/van-ban/<slug:code>/<int:number>/doi-chieu/", bases.confirm, name="legal_basis_confirm"),
    path("quan-tri/can-cu/van-ban/<slug:code>/<int:number>/bo-doi-chieu/", bases.take_back, name="legal_basis_doubt"),
    path("quan-tri/can-cu/van-ban/<slug:code>/<int:number>/rut/", bases.withdraw, name="legal_basis_withdraw"),
]
