"""What complaints and submissions expect of whom by when, for the notice room."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.notice.queries.deadlines import Deadline
from lantoa.recognition.models import Complaint
from lantoa.recognition.queries.complaints.reading import OPEN, due, officers
from lantoa.recognition.queries.submissions.reading import waiting


def complaints(day: date, user: int | None) -> Iterator[Deadline]:  # noqa: ARG001  (what every provider is asked)
    """Of a new one every officer who may take it up; of one in hand its officer."""
    found = list(Complaint.objects.filter(stage__in=OPEN).order_by("pk"))
    everyone = list(officers()) if found else []
    for one in found:
        for owner in _owners(one, everyone):
            if user in (None, owner) and (by := due(one)) is not None:
                text = _texts(one) % {"code": one.code}
                yield Deadline(f"complaint:{one.code}:{one.stage}", owner, by, text, _address(one))


def submissions(day: date, user: int | None) -> Iterator[Deadline]:  # noqa: ARG001
    """Sector rounds whose day of submitting is set and of which something is not sent up yet."""
    for one in waiting():
        if one.round.submit_by is None or not one.pending:
            continue
        text = _("trình Bộ: %(name)s") % {"name": one.round.name}
        for officer in officers():
            if user in (None, officer.pk):
                address = reverse("proposals", args=[one.round.pk])
                yield Deadline(f"submit:{one.round.pk}", officer.pk, one.round.submit_by, text, address)


def _owners(complaint: Complaint, everyone: list[User]) -> list[int]:
    if complaint.officer_id is not None:
        return [complaint.officer_id]
    others = [one for one in everyone if one.person_id != complaint.about_id or one.person_id is None]
    return [one.pk for one in others if one.pk != complaint.complainant_id]


def _texts(complaint: Complaint) -> str:
    return {"filed": _("thụ lý khiếu nại %(code)s"), "accepted": _("giải quyết khiếu nại %(code)s")}[complaint.stage]


def _address(complaint: Complaint) -> str:
    return reverse("complaint", args=[complaint.code])
