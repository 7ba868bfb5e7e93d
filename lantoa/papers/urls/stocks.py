"""Addresses of pre-printed stock and of printing on it."""

from django.urls import path

from lantoa.papers.views import printing, stocks

urlpatterns = [
    path("quan-tri/phoi/", stocks.listing, name="stocks"),
    path("quan-tri/phoi/<int:number>/", stocks.one, name="stock"),
    path("quan-tri/phoi/<int:number>/anh/", stocks.picture, name="stock_picture"),
    path("quan-tri/phoi/<int:number>/doi-anh/", stocks.new_picture, name="stock_new_picture"),
    path("quan-tri/phoi/<int:number>/thu/", stocks.trial, name="stock_trial"),
    path("quan-tri/phoi/<int:number>/to-do/", stocks.rulers, name="stock_rulers"),
    path("quan-tri/phoi/<int:number>/thoi/", stocks.withdraw, name="stock_withdraw"),
    path("giay-to/phoi/<slug:kind>/", printing.on_stock, name="print_on_stock"),
]
