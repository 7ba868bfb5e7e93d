"""Addresses of signing in, of one's own account, and of the administrator's pages about accounts."""

from allauth.account import views as allauth
from django.urls import path, re_path

from lantoa.accounts.views import exports, log, own, roles, signing_in, users

urlpatterns = [
    path("dang-nhap/", signing_in.sign_in, name="account_login"),
    path("dang-xuat/", allauth.logout, name="account_logout"),
    path("dang-ky/", allauth.signup, name="account_signup"),
    path("quen-mat-khau/", signing_in.forgotten, name="account_reset_password"),
    re_path(
        r"^dat-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("dat-mat-khau/xong/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("tai-khoan/", own.account, name="account"),
    path("tai-khoan/mat-khau/", allauth.password_change, name="account_change_password"),
    path("tai-khoan/mat-khau/dat/", allauth.password_set, name="account_set_password"),
    path("tai-khoan/tam-khoa/", allauth.account_inactive, name="account_inactive"),
    path("quan-tri/", users.listing, name="users"),
    path("quan-tri/xuat/", exports.accounts, name="users_export"),
    path("quan-tri/nhat-ky/xuat/", exports.log, name="log_export"),
    path("quan-tri/vai-tro/", roles.roles, name="roles"),
    path("quan-tri/nhat-ky/", log.log, name="log"),
    path("quan-tri/tai-khoan/moi/", users.new, name="user_new"),
    path("quan-tri/tai-khoan/<int:number>/", users.one, name="user"),
    path("quan-tri/tai-khoan/<int:number>/sua/", users.edit, name="user_edit"),
    path("quan-tri/tai-khoan/<int:number>/vai/", users.grant, name="user_grant"),
    path("quan-tri/tai-khoan/<int:number>/vai/<int:grant_number>/thu-hoi/", users.withdraw, name="user_withdraw"),
    path("quan-tri/tai-khoan/<int:number>/khoa/", users.close, name="user_close"),
    path("quan-tri/tai-khoan/<int:number>/mo/", users.reopen, name="user_reopen"),
    path("quan-tri/tai-khoan/<int:number>/bo-chan/", users.unlock, name="user_unlock"),
    path("quan-tri/tai-khoan/<int:number>/mat-khau/", users.password_link, name="user_password_link"),
]
