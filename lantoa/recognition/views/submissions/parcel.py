"""The package of a submission, handed out whole or file by file."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.vietnamese import slug
from lantoa.papers.views import hand_out
from lantoa.recognition.parcel.shelf import part_of, place_of
from lantoa.recognition.views.submissions.asked import submission_for


@requires(Deed.SUBMIT, Deed.ANSWER)
def whole(request: HttpRequest, number: int) -> FileResponse:
    """The package as it was made."""
    submission = submission_for(request, number)
    place = place_of(submission.package_sha256)
    if not submission.package_sha256 or not place.exists():
        raise Http404
    name = f"{slug(f'trinh-bo {submission.number}')}.zip"
    return FileResponse(place.open("rb"), as_attachment=True, filename=name, content_type="application/zip")


@requires(Deed.SUBMIT, Deed.ANSWER)
def file(request: HttpRequest, number: int) -> HttpResponse:
    """One paper of it, by its name in the package; pages of the package are opened from its folder alone."""
    submission, name = submission_for(request, number), request.GET.get("ten", "")
    data = part_of(submission.package_sha256, name)
    if data is None:
        raise Http404
    return hand_out(name=name.rpartition("/")[2], ending=name.rpartition(".")[2], data=data)
