"""Addresses of movements, pledges and results."""

from django.urls import path

from lantoa.discovery.views.movements import listing, movement, pledge, result

urlpatterns = [
    path("phong-trao/", listing.show, name="movements"),
    path("phong-trao/xuat/", listing.export, name="movements_export"),
    path("phong-trao/bang/", listing.board, name="movement_board"),
    path("phong-trao/bang/xuat/", listing.download, name="movement_board_export"),
    path("phong-trao/them/", movement.new, name="movement_new"),
    path("phong-trao/<int:number>/", movement.show, name="movement"),
    path("phong-trao/<int:number>/sua/", movement.change, name="movement_change"),
    path("phong-trao/<int:number>/van-ban/", movement.attach, name="movement_attach"),
    path("phong-trao/<int:number>/van-ban/<int:document>/", movement.document, name="movement_document"),
    path("phong-trao/<int:number>/phat-dong/", movement.launch, name="movement_launch"),
    path("phong-trao/<int:number>/tong-ket/", movement.sum_up, name="movement_sum_up"),
    path("phong-trao/<int:number>/huy/", movement.cancel, name="movement_cancel"),
    path("phong-trao/<int:number>/dang-ky/<str:code>/", pledge.show, name="pledge"),
    path("phong-trao/<int:number>/dang-ky/<str:code>/rut/", pledge.take_back, name="pledge_take_back"),
    path("phong-trao/<int:number>/dang-ky/<str:code>/tra/", pledge.give_back, name="pledge_return"),
    path("phong-trao/<int:number>/dang-ky/<str:code>/nhan/", pledge.accept, name="pledge_accept"),
    path("phong-trao/<int:number>/dang-ky/<str:code>/trien-khai/", pledge.cascade, name="movement_cascade"),
    path("phong-trao/<int:number>/bao-cao/<int:date>/<str:code>/", result.show, name="result"),
    path("phong-trao/<int:number>/bao-cao/<int:date>/<str:code>/nhan/", result.accept, name="result_accept"),
    path("phong-trao/<int:number>/bao-cao/<int:date>/<str:code>/khen/", result.commend, name="result_commend"),
]
