"""Objecting: from that moment the case waits, one officer has it, and a clock runs.

The event has no actor: the log is read by others than the officer in charge.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.vietnamese import fold
from lantoa.nomination.actions.posting.identity import Objector, keep, objector_of
from lantoa.nomination.actions.posting.refusals import AboutOneself, NoLongerOpen, SentAlready
from lantoa.nomination.models import Objection, PostedCandidate, Posting
from lantoa.nomination.queries.posting.candidates import posted
from lantoa.nomination.queries.posting.objectors import key_of
from lantoa.nomination.queries.posting.officers import officer_for
from lantoa.notice.actions import tell
from lantoa.notice.workdays import due_after
from lantoa.register.actions.refusals import NotAllowed


@dataclass(frozen=True, slots=True)
class Saying:
    """What is objected, and how one can see that it is so."""

    text: str
    evidence: str = ""
    is_confidential: bool = True


@transaction.atomic
def object_(
    *,
    code: str,
    candidate: PostedCandidate,
    saying: Saying,
    objector: Objector | None = None,
    by: User | None,
    at: datetime,
) -> Objection:
    """Put it on file under the code of its form. NotAllowed, AboutOneself, NoLongerOpen, SentAlready."""
    _insist(candidate, by)
    Posting.objects.select_for_update(of=("self",)).get(pk=candidate.posting_id)  # it does not end meanwhile
    day = localdate(at)
    found = posted(is_inside=by is not None, day=day).filter(pk=candidate.pk).first()
    if found is None:
        raise NoLongerOpen
    objection = _on_file(code, found, saying, by, at)
    keep(objection, objector_of(by) if by else objector or Objector(), by)
    tell_officer(objection, at)
    nomination = found.nomination
    details = {"nomination": nomination.pk, "subject": nomination.subject.code, **in_charge(objection)}
    write_event(deed="objection_received", target=f"objection:{code}", details=details, by=None, at=at)
    return objection


def tell_officer(objection: Objection, at: datetime) -> None:
    """Whoever has to look into it is told once for each time it becomes theirs; never who sent it."""
    if objection.officer is None:
        return
    words = _("Có ý kiến phản ánh mã %(code)s chờ bạn xác minh, hạn kết luận %(due)s.")
    text = words % {"code": objection.code, "due": f"{objection.due:%d/%m/%Y}"}
    key = f"objection:{objection.code}:officer:{at:%Y%m%d%H%M%S}"
    address = reverse("objection", args=[objection.code])
    tell(users=[objection.officer], key=key, text=text, address=address, due=objection.due, at=at)


def in_charge(objection: Objection) -> dict[str, str | None]:
    """The officer and the clock, as the log keeps them."""
    return {"owner": objection.officer.username if objection.officer else None, "due": objection.due.isoformat()}


def _insist(candidate: PostedCandidate, by: User | None) -> None:
    if by is None:
        return
    answer = may(actor_of(by), Deed.OBJECT)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    if by.person_id is not None and by.person_id == candidate.nomination.subject_id:
        raise AboutOneself


def _on_file(code: str, candidate: PostedCandidate, saying: Saying, by: User | None, at: datetime) -> Objection:
    day, nomination = localdate(at), candidate.nomination
    procedure = plans.load(nomination.edition).procedure
    try:
        with transaction.atomic():
            return Objection.objects.create(
                code=code,
                candidate=candidate,
                is_confidential=saying.is_confidential,
                text=saying.text,
                evidence=saying.evidence,
                search_key=fold(f"{code} {nomination.subject.code} {nomination.subject.name}"),
                received_at=at,
                due=due_after(day, procedure.objection_days),
                officer=officer_for(nomination, key_of(by) if by else "", day),
            )
    except IntegrityError:  # the same form, pressed twice
        same = Objection.objects.filter(code=code).first()
        if same is None:
            raise
        raise SentAlready(same) from None
