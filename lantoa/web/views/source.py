"""The offer of the source to everybody, signed in or not: AGPL section 13."""

from importlib.metadata import version
from io import BytesIO

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.web.queries.source import pack


def show(request: HttpRequest) -> HttpResponse:
    return render(request, "web/source.html", {"version": version("lantoa"), "published": settings.SOURCE})


def download(_request: HttpRequest) -> FileResponse:
    file = BytesIO()  # about one megabyte
    pack(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"lan-toa-{version('lantoa')}.zip")
