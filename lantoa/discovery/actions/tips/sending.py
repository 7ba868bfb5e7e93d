"""Sending a tip: from that moment it has an owner and a clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.tips.refusals import AboutOneself, AlreadyOnFile
from lantoa.discovery.models import Tip, TipFile
from lantoa.discovery.queries.tips.owners import has_left, owner_for, unit_of
from lantoa.domain.calendar import PartialDate
from lantoa.domain.vietnamese import fold, match_key
from lantoa.notice.actions import tell
from lantoa.notice.workdays import due_after
from lantoa.papers.attachments import Checked, store
from lantoa.register.models import Subject
from lantoa.register.models.columns import precision_of

DAYS_TO_ANSWER = 10  # working days


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody tells: about whom, what was done, what changed, how one can see it, when about."""

    about: str
    done: str
    changed: str
    evidence: str = ""
    happened: PartialDate | None = None
    contact: str = ""

    @property
    def fingerprint(self) -> str:
        words = "\n".join(match_key(part) for part in (self.about, self.done, self.changed))
        return sha256(words.encode()).hexdigest()


@transaction.atomic
def send(
    *,
    code: str,
    telling: Telling,
    subject: Subject | None,
    files: Sequence[Checked] = (),
    by: User | None,
    at: datetime,
) -> Tip:
    """Put it on file under the code of its form; AboutOneself or AlreadyOnFile when it is not to be."""
    if subject is not None and by is not None and subject.pk == by.person_id:
        raise AboutOneself
    _insist_it_is_new(code, telling, by)
    try:
        with transaction.atomic():
            tip = Tip.objects.create(**_columns(telling), **_placed(subject, by, at), code=code, subject=subject)
    except IntegrityError:  # the same form was sent a moment ago, through another door
        _insist_it_is_new(code, telling, by)
        raise
    for file in files:
        kept = store(file)
        TipFile.objects.create(tip=tip, name=kept.name, path=kept.path, size=kept.size)
    tell_owner(tip, at)
    details = {"about": tip.about, "subject": subject.code if subject else None, **owned(tip), "files": len(files)}
    write_event(deed="tip_sent", target=f"tip:{code}", details=details, by=by, at=at)
    return tip


def tell_owner(tip: Tip, at: datetime) -> None:
    """Whoever has to answer it now is told once for each time they become its owner."""
    if tip.owner is None:
        return
    words = _("Có phát hiện về %(about)s chờ bạn xem xét, hạn trả lời %(due)s.")
    text = words % {"about": tip.about, "due": f"{tip.due:%d/%m/%Y}"}
    key = f"tip:{tip.code}:owner:{at:%Y%m%d%H%M%S}"
    tell(users=[tip.owner], key=key, text=text, address=reverse("tip", args=[tip.code]), due=tip.due, at=at)


def owned(tip: Tip) -> dict[str, Any]:
    """The owner and the clock, as the log keeps them."""
    return {"owner": tip.owner.username if tip.owner else None, "due": tip.due.isoformat()}


def _insist_it_is_new(code: str, telling: Telling, by: User | None) -> None:
    same = Tip.objects.filter(code=code).first()
    if same is None and by is not None:
        same = Tip.objects.filter(tipster=by, fingerprint=telling.fingerprint).first()
    if same is not None:
        raise AlreadyOnFile(same)


def _columns(telling: Telling) -> dict[str, Any]:
    when = telling.happened
    return {
        "about": telling.about,
        "done": telling.done,
        "changed": telling.changed,
        "evidence": telling.evidence,
        "contact": telling.contact,
        "happened": when.first_day if when else None,
        "happened_precision": precision_of(when) if when else "d",
        "fingerprint": telling.fingerprint,
        "search_key": fold(f"{telling.about} {telling.done} {telling.changed}"),
    }


def _placed(subject: Subject | None, by: User | None, at: datetime) -> dict[str, Any]:
    """Owner, clock and what the owner must know."""
    day = localdate(at)
    unit = unit_of(subject, day) if subject else None
    left = subject is not None and has_left(subject, day)
    remark = _("Theo sổ, người (tập thể) này hiện không còn công tác (hoạt động) tại Trường.") if left else ""
    return {
        "unit": unit,
        "owner": owner_for(subject, None if left else unit, by, day),
        "due": due_after(day, DAYS_TO_ANSWER),
        "tipster": by,
        "received_at": at,
        "remark": remark,
    }
