"""A dossier goes back to its unit for correction of the flagged parts, and comes back to who asked."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.nomination.actions.moving import held, move
from lantoa.nomination.actions.verification.refusals import DueInThePast, NotAsked, NothingFlagged
from lantoa.nomination.actions.verification.rights import SECRETARIAT, insist_on_office
from lantoa.nomination.models import CorrectionPart, CorrectionRequest, Nomination
from lantoa.nomination.queries.verification.asked import asked_about, office_name
from lantoa.nomination.queries.verification.people import speakers_for
from lantoa.nomination.queries.verification.said import Flag
from lantoa.notice.actions import tell


@transaction.atomic
def send_back(
    *, nomination: Nomination, office: str, flags: Collection[Flag], text: str, due_on: date, by: User, at: datetime
) -> CorrectionRequest:
    """Only the flagged parts open for the unit. WrongStage, NotAllowed, NothingFlagged, DueInThePast."""
    nomination = held(nomination)
    insist_on_office(by, nomination, office)
    _check(nomination, office, flags, due_on, localdate(at))
    words = written(text)
    name = office_name(nomination.edition, office) if office else _("Thường trực Hội đồng")
    parts = [CorrectionPart(part=flag.part, criterion=flag.criterion) for flag in dict.fromkeys(flags)]
    details = {"office": name, "parts": [str(part) for part in parts], "due": f"{due_on:%d/%m/%Y}"}
    move(
        nomination=nomination,
        deed="return",
        event="nomination_returned",
        details=details,
        reason=words[:2000],
        by=by,
        at=at,
    )
    request = CorrectionRequest.objects.create(
        nomination=nomination, office=office, text=words, due_on=due_on, asked_by=by, asked_at=at
    )
    for part in parts:
        part.request = request
    CorrectionPart.objects.bulk_create(parts)
    _tell_unit(request, name, at)
    return request


def came_back(*, nomination: Nomination, by: User, at: datetime) -> CorrectionRequest | None:
    """The unit has sent it again: the asker hears of it. Called by the sending, inside its transaction and event."""
    request = CorrectionRequest.objects.filter(nomination=nomination, came_back_at=None).first()
    if request is None:
        return None
    request.came_back_by, request.came_back_at = by, at
    request.save(update_fields=["came_back_by", "came_back_at"])
    words = _("Hồ sơ của %(name)s bạn trả lại đã được bổ sung và gửi lại. Hãy xem phần đã sửa.")
    address = reverse("verification", args=[nomination.pk])
    text = words % {"name": nomination.subject.name}
    tell(users=_askers(request), key=f"correction:{request.pk}:back", text=text, address=address, at=at)
    return request


def _askers(request: CorrectionRequest) -> list[User]:
    """Who asked; the office's others when that account is closed."""
    if request.asked_by.is_active:
        return [request.asked_by]
    return list(User.objects.filter(pk__in=speakers_for([request.office])[request.office]))


def _check(nomination: Nomination, office: str, flags: Collection[Flag], due_on: date, day: date) -> None:
    if not flags:
        raise NothingFlagged
    asked = asked_about(nomination)
    own = asked.values() if office == SECRETARIAT else [asked[office]] if office in asked else []
    codes = {code for asking in own for code in asking.codes}
    if foreign := {flag.criterion for flag in flags if flag.criterion} - codes:
        raise NotAsked(foreign)
    if due_on < day:
        raise DueInThePast(day)


def _tell_unit(request: CorrectionRequest, office: str, at: datetime) -> None:
    nomination = request.nomination
    told = Q(pk__in=heads_of([nomination.unit_id], localdate(at))[nomination.unit_id]) | Q(pk=nomination.sent_by_id)
    words = _("%(office)s trả lại hồ sơ đề cử %(name)s để bổ sung, hạn %(due)s: %(text)s")
    said = {"office": office, "name": nomination.subject.name, "due": f"{request.due_on:%d/%m/%Y}"}
    tell(
        users=User.objects.filter(told).exclude(person=nomination.subject_id),
        key=f"correction:{request.pk}",
        text=words % {**said, "text": request.text},
        address=reverse("nomination", args=[nomination.pk]),
        due=request.due_on,
        at=at,
    )
