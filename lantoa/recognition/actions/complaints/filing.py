"""Filing a complaint: by the person signed in, or taken down by an officer from a paper."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from secrets import choice

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.complaints import OnPaper, Telling
from lantoa.domain.stages import DecisionStage
from lantoa.domain.vietnamese import fold
from lantoa.notice.actions import tell
from lantoa.papers.attachments import Checked, store
from lantoa.recognition.actions.complaints.refusals import (
    FiledAlready,
    FiledBeforeTheDecision,
    FiledTooLate,
    NameMissing,
    NotIssuedYet,
    NotOfTheDecision,
)
from lantoa.recognition.models import Complaint, ComplaintFile, Decision
from lantoa.recognition.queries.complaints.reading import OPEN, last_day_of, officers, procedure_of, subjects_of
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Subject

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another
CODE_LENGTH = 8


@transaction.atomic
def file(
    *,
    decision: Decision,
    about: Subject,
    telling: Telling,
    files: Sequence[Checked] = (),
    on_paper: OnPaper | None = None,
    by: User,
    at: datetime,
) -> Complaint:
    """From that day its clock runs. NotIssuedYet, NotOfTheDecision, FiledTooLate, FiledAlready, NameMissing."""
    _insist_on_right(by, about, on_paper)
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    filed_on = on_paper.filed_on if on_paper else localdate(at)
    _check(decision, about, telling, filed_on, by, at, is_own=on_paper is None)
    name = on_paper.name.strip() if on_paper else str(by)
    if not name:
        raise NameMissing
    complaint = Complaint.objects.create(
        code="KN" + "".join(choice(LETTERS) for _place in range(CODE_LENGTH)),
        complainant=None if on_paper else by,
        complainant_name=name,
        contact=telling.contact,
        about=about,
        decision=decision,
        decided_on=decision.decided_on or filed_on,
        text=telling.text,
        wish=telling.wish,
        filed_on=filed_on,
        last_day=last_day_of(decision),
        late_reason=telling.late_reason.strip(),
        registered_by=by,
        registered_at=at,
        accept_by=filed_on + timedelta(days=procedure_of(decision).complaint_accept),
        search_key="",
    )
    complaint.search_key = fold(f"{complaint.code} {about.code} {about.name} {decision} {name}")
    complaint.save(update_fields=["search_key"])
    for one in files:
        kept = store(one)
        ComplaintFile.objects.create(complaint=complaint, name=kept.name, path=kept.path, size=kept.size)
    _tell_officers(complaint, at)
    details = {"decision": decision.reference, "filed": filed_on.isoformat(), "due": complaint.accept_by.isoformat()}
    write_event(deed="complaint_filed", target=f"complaint:{complaint.code}", details=details, by=by, at=at)
    return complaint


def _insist_on_right(by: User, about: Subject, on_paper: OnPaper | None) -> None:
    """Everybody complains for oneself; papers are taken down by who handles them, never those about oneself."""
    actor = actor_of(by)
    answer = may(actor, Deed.COMPLAIN) if on_paper is None else may(actor, Deed.HANDLE_COMPLAINT)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    if on_paper is not None and by.person_id == about.pk:
        raise NotAllowed(_("Đơn khiếu nại về chính bạn phải do người khác nhận."))


def _check(
    decision: Decision, about: Subject, telling: Telling, filed_on: date, by: User, at: datetime, *, is_own: bool
) -> None:
    if decision.stage != DecisionStage.ISSUED.value or decision.decided_on is None:
        raise NotIssuedYet
    if not decision.decided_on <= filed_on <= localdate(at):
        raise FiledBeforeTheDecision
    if about not in subjects_of(decision, by if is_own else None):
        raise NotOfTheDecision(decision)
    if filed_on > (last_day := last_day_of(decision)) and not telling.late_reason.strip():
        raise FiledTooLate(last_day)
    same = Complaint.objects.filter(decision=decision, about=about, complainant=by, stage__in=OPEN).first()
    if is_own and same is not None:
        raise FiledAlready(same)


def _tell_officers(complaint: Complaint, at: datetime) -> None:
    """Every officer but who is concerned; nothing of what is said, and not who says it."""
    others = [
        user for user in officers() if user.person_id != complaint.about_id and user.pk != complaint.complainant_id
    ]
    words = _("Có khiếu nại %(code)s về %(decision)s, hạn thụ lý %(due)s.")
    said = {"code": complaint.code, "decision": complaint.decision, "due": f"{complaint.accept_by:%d/%m/%Y}"}
    address = reverse("complaint", args=[complaint.code])
    key = f"complaint:{complaint.code}:filed"
    tell(users=others, key=key, text=words % said, address=address, due=complaint.accept_by, at=at)
