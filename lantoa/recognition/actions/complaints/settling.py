"""What becomes of a complaint: accepted or not, handed over, given the longer clock, settled, withdrawn."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Refused
from lantoa.domain.complaints import Conclusion
from lantoa.domain.stages import ComplaintStage, Move, WrongStage, moved
from lantoa.notice.actions import tell
from lantoa.recognition.actions.complaints.refusals import (
    CannotSettle,
    ComplainsOneself,
    ExtendedAlready,
    NothingToChange,
)
from lantoa.recognition.actions.decisions.changing import draft_restoration, draft_revocation
from lantoa.recognition.models import Complaint, Decision
from lantoa.recognition.queries.complaints.reading import may_handle, procedure_of, recognition_of
from lantoa.register.actions import holds
from lantoa.register.actions.refusals import NotAllowed

C = ComplaintStage
EXTEND = Move("extend", "kéo dài hạn giải quyết", (C.ACCEPTED,), C.ACCEPTED, Deed.HANDLE_COMPLAINT)
HAND_OVER = Move("hand_over", "chuyển người giải quyết", (C.ACCEPTED,), C.ACCEPTED, Deed.HANDLE_COMPLAINT)
Outcome = Complaint.Outcome


@transaction.atomic
def accept(*, complaint: Complaint, by: User, at: datetime) -> Complaint:
    """Taken up by an officer: the clock of settling runs, and whoever it is about waits until it is settled."""
    complaint = _held(complaint, by)
    _advance(complaint, "accept")
    complaint.officer, complaint.accepted_on = by, localdate(at)
    complaint.settle_by = complaint.accepted_on + timedelta(days=procedure_of(complaint.decision).complaint_settle)
    if complaint.complainant is None or complaint.complainant.person_id != complaint.about_id:
        reason = _("Khiếu nại %(code)s đang được giải quyết") % {"code": complaint.code}
        complaint.hold = holds.begin(subject=complaint.about, reason=reason, since=complaint.accepted_on, by=by, at=at)
    _settle(complaint)
    words = _("Khiếu nại %(code)s của bạn đã được thụ lý, hạn giải quyết %(due)s.")
    _tell_complainant(complaint, "accepted", words % _said(complaint), at)
    _log("complaint_accepted", complaint, {"settle_by": complaint.settle_by.isoformat()}, by, at)
    return complaint


@transaction.atomic
def refuse(*, complaint: Complaint, reason: str, by: User, at: datetime) -> Complaint:
    """Not taken up, and why: in words that the complainant reads."""
    complaint = _held(complaint, by)
    _advance(complaint, "refuse")
    _end(complaint, by, at)
    complaint.reason = written(reason)
    _settle(complaint)
    words = _("Khiếu nại %(code)s của bạn không được thụ lý. Mở xem lý do.")
    _tell_complainant(complaint, "refused", words % _said(complaint), at)
    _log("complaint_refused", complaint, {"reason": complaint.reason}, by, at)
    return complaint


@transaction.atomic
def hand_over(*, complaint: Complaint, to: User, by: User, at: datetime) -> Complaint:
    """To another officer; the clock goes on. CannotSettle when that one may not."""
    complaint = _held(complaint, by)
    _insist_on(HAND_OVER, complaint)
    if not may_handle(to, complaint) or to.pk == complaint.complainant_id:
        raise CannotSettle(to)
    complaint.officer = to
    _settle(complaint)
    words = _("Khiếu nại %(code)s được chuyển cho bạn giải quyết, hạn %(due)s.")
    _tell([to], complaint, f"to:{to.pk}:{complaint.version}", words % _said(complaint), at)
    _log("complaint_handed_over", complaint, {"officer": to.username}, by, at)
    return complaint


@transaction.atomic
def extend(*, complaint: Complaint, reason: str, by: User, at: datetime) -> Complaint:
    """The longer clock of a complex case, once, with the reason why it is one."""
    complaint = _held(complaint, by)
    _insist_on(EXTEND, complaint)
    if complaint.complex_reason and complaint.settle_by:
        raise ExtendedAlready(complaint.settle_by)
    complaint.complex_reason = written(reason)
    longer = timedelta(days=procedure_of(complaint.decision).complaint_settle_complex)
    complaint.settle_by = (complaint.accepted_on or localdate(at)) + longer
    _settle(complaint)
    words = _("Khiếu nại %(code)s của bạn là việc phức tạp, hạn giải quyết mới là %(due)s.")
    _tell_complainant(complaint, "extended", words % _said(complaint), at)
    details = {"reason": complaint.complex_reason, "settle_by": complaint.settle_by.isoformat()}
    _log("complaint_extended", complaint, details, by, at)
    return complaint


@transaction.atomic
def settle(*, complaint: Complaint, conclusion: Conclusion, by: User, at: datetime) -> Complaint:
    """Settled with findings and an answer; the decision that takes a recognition away or gives it back is drafted."""
    complaint = _held(complaint, by)
    _advance(complaint, "settle")
    _end(complaint, by, at)
    outcome = Outcome(conclusion.outcome)
    complaint.outcome = outcome.value
    complaint.findings, complaint.answer = written(conclusion.findings), written(conclusion.answer)
    complaint.drafted = _drafted(complaint, conclusion, by, at)
    _settle(complaint)
    words = _("Khiếu nại %(code)s của bạn đã được giải quyết. Mở xem trả lời.")
    _tell_complainant(complaint, "settled", words % _said(complaint), at)
    _log("complaint_settled", complaint, {"outcome": str(outcome.label)}, by, at)
    return complaint


@transaction.atomic
def withdraw(*, complaint: Complaint, reason: str, by: User, at: datetime) -> Complaint:
    """By who complains; one that came on paper is withdrawn by paper too, which an officer writes down."""
    held = _locked(complaint)
    if held.complainant_id != by.pk:
        if held.complainant_id is not None:
            raise NotAllowed(_("Chỉ người khiếu nại rút được khiếu nại của mình."))
        held = _held(complaint, by)
    _advance(held, "withdraw")
    _end(held, by, at)
    held.reason = written(reason)
    _settle(held)
    _log("complaint_withdrawn", held, {"reason": held.reason}, by, at)
    return held


def _locked(complaint: Complaint) -> Complaint:
    found = Complaint.objects.select_for_update(of=("self",)).select_related("decision", "about", "complainant", "hold")
    return found.get(pk=complaint.pk)


def _held(complaint: Complaint, by: User) -> Complaint:
    """The complaint as it is now, for who may handle it: not who complains, not who it is about."""
    complaint = _locked(complaint)
    answer = may_handle(by, complaint)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    if complaint.complainant_id == by.pk:
        raise ComplainsOneself
    return complaint


def _advance(complaint: Complaint, deed: str) -> None:
    complaint.stage = moved(ComplaintStage(complaint.stage), deed).value


def _insist_on(move: Move, complaint: Complaint) -> None:
    if (stage := ComplaintStage(complaint.stage)) not in move.sources:
        raise WrongStage(move, stage)


def _settle(complaint: Complaint) -> None:
    complaint.version += 1
    complaint.save()


def _end(complaint: Complaint, by: User, at: datetime) -> None:
    """Who and when; nobody waits for it any longer."""
    complaint.ended_by, complaint.ended_at = by, at
    if complaint.hold is not None and complaint.hold.until is None:
        holds.end(hold=complaint.hold, last_day=localdate(at), by=by, at=at)


def _drafted(complaint: Complaint, conclusion: Conclusion, by: User, at: datetime) -> Decision | None:
    """The draft that the outcome asks for; it goes to the Principal like any other."""
    if conclusion.outcome not in (Outcome.REVOKE.value, Outcome.RESTORE.value):
        return None
    recognition, is_revoking = recognition_of(complaint), conclusion.outcome == Outcome.REVOKE.value
    if recognition is None or recognition.revoked is is_revoking:
        raise NothingToChange(_("thu hồi") if is_revoking else _("khôi phục"))
    reason = _("Giải quyết khiếu nại %(code)s: %(findings)s") % {
        "code": complaint.code,
        "findings": complaint.findings[:1500],
    }
    if is_revoking:
        ground = conclusion.ground
        return draft_revocation(recognitions=[recognition], ground=ground, reason=reason, by=by, at=at)
    return draft_restoration(recognitions=[recognition], reason=reason, by=by, at=at)


def _said(complaint: Complaint) -> dict[str, str]:
    return {"code": complaint.code, "due": f"{complaint.settle_by:%d/%m/%Y}" if complaint.settle_by else ""}


def _tell_complainant(complaint: Complaint, what: str, text: str, at: datetime) -> None:
    if complaint.complainant is not None:
        _tell([complaint.complainant], complaint, what, text, at)


def _tell(users: list[User], complaint: Complaint, what: str, text: str, at: datetime) -> None:
    address = reverse("complaint", args=[complaint.code])
    tell(users=users, key=f"complaint:{complaint.code}:{what}", text=text, address=address, at=at)


def _log(event: str, complaint: Complaint, details: dict[str, Any], by: User, at: datetime) -> None:
    facts = {"subject": complaint.about.code, **details}
    write_event(deed=event, target=f"complaint:{complaint.code}", details=facts, by=by, at=at)
