"""Handing out an attached file: always as a download, never as a page of ours."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from lantoa.papers import attachments
from lantoa.papers.contents import CONTENTS


def download(*, name: str, path: str) -> HttpResponse:
    """The file of a row that the view has already allowed its reader to see."""
    try:
        data = attachments.read(path)
    except OSError:
        raise Http404 from None
    return hand_out(name=name, ending=path.rpartition(".")[2], data=data)


def hand_out(*, name: str, ending: str, data: bytes) -> HttpResponse:
    """The same for bytes that lie elsewhere; the ending says what they are."""
    return HttpResponse(
        data,
        content_type=CONTENTS[ending].media_type,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, no-store",
        },
    )
