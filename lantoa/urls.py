"""Addresses of the whole product, room by room."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lantoa.accounts.urls")),
    path("", include("lantoa.register.urls")),
    path("ho-so/", include("lantoa.register.record.urls")),
    path("ra-soat/", include("lantoa.discovery.urls.screening")),
    path("", include("lantoa.discovery.urls.tips")),
    path("phat-hien/", include("lantoa.discovery.urls.finding")),
    path("", include("lantoa.discovery.urls.movements")),
    path("", include("lantoa.nurture.urls.overview")),
    path("", include("lantoa.nurture.urls.plans")),
    path("", include("lantoa.nurture.urls.work")),
    path("", include("lantoa.nomination.urls.nominations")),
    path("", include("lantoa.nomination.urls.posting")),
    path("", include("lantoa.nomination.urls.rounds")),
    path("", include("lantoa.nomination.urls.verification")),
    path("", include("lantoa.council.urls.meetings")),
    path("", include("lantoa.council.urls.polls")),
    path("", include("lantoa.recognition.urls.decisions")),
    path("", include("lantoa.recognition.urls.submissions")),
    path("", include("lantoa.recognition.urls.complaints")),
    path("", include("lantoa.recognition.urls.credentials")),
    path("", include("lantoa.recognition.urls.verification")),
    path("", include("lantoa.recognition.urls.yearbooks")),
    path("", include("lantoa.papers.urls.bases")),
    path("", include("lantoa.papers.urls.papers")),
    path("", include("lantoa.papers.urls.register")),
    path("", include("lantoa.papers.urls.templates")),
    path("", include("lantoa.papers.urls.stocks")),
    path("", include("lantoa.papers.urls.signatures")),
    path("", include("lantoa.notice.urls")),
    path("", include("lantoa.web.urls")),
]
handler400 = "lantoa.web.views.errors.bad_request"
