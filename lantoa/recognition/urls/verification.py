"""Address of the codes on printed papers."""

from django.urls import path

from lantoa.recognition.views import verification

urlpatterns = [path("xac-thuc/<str:code>/", verification.show, name="standing")]
