"""Addresses of complaints."""

from django.urls import path

from lantoa.recognition.views.complaints import filing, listing, one

urlpatterns = [
    path("khieu-nai/", listing.show, name="complaints"),
    path("khieu-nai/xuat/", listing.download, name="complaints_export"),
    path("khieu-nai/moi/", filing.choose, name="complaint_choose"),
    path("khieu-nai/moi/<int:decision>/", filing.file, name="complaint_file"),
    path("khieu-nai/nhan-don/<int:decision>/", filing.take_down, name="complaint_take_down"),
    path("khieu-nai/<slug:code>/", one.show, name="complaint"),
    path("khieu-nai/<slug:code>/tep/<int:number>/", one.file, name="complaint_paper"),
    path("khieu-nai/<slug:code>/thu-ly/", one.accept, name="complaint_accept"),
    path("khieu-nai/<slug:code>/khong-thu-ly/", one.refuse, name="complaint_refuse"),
    path("khieu-nai/<slug:code>/chuyen/", one.hand_over, name="complaint_hand_over"),
    path("khieu-nai/<slug:code>/keo-dai/", one.extend, name="complaint_extend"),
    path("khieu-nai/<slug:code>/giai-quyet/", one.settle, name="complaint_settle"),
    path("khieu-nai/<slug:code>/rut/", one.withdraw, name="complaint_withdraw"),
]
