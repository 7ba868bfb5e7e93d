"""The lines of issued decisions that credentials are made of, and how each stands with its credential."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.conf import settings
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.credentials.badge import Badge, achievement_of
from lantoa.domain.papers import words
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.recognition.credentials import at_need
from lantoa.recognition.models import Credential, DecisionItem
from lantoa.recognition.queries.credentials.addresses import addresses
from lantoa.recognition.queries.decisions.texts import tier_words
from lantoa.recognition.queries.decisions.written import written_now
from lantoa.recognition.queries.papers.certificates import issued_lines


@dataclass(frozen=True, slots=True)
class Line:
    """One line: as it reads now, its credential if one stands, and why there is none to be had."""

    item: DecisionItem
    name: str
    award: str
    credential: Credential | None
    is_outdated: bool  # it says another name, or its key is published no more
    missing: str


def may_take(actor: Actor, code: str) -> Allowed | Refused:
    """Oneself; the head for a unit; the officer for everybody."""
    return may(actor, Deed.TAKE_CREDENTIAL, Case(subject=code))


def lines_of(*, subject: str = "", decision: int | None = None) -> list[Line]:
    """Of a subject by code, or of a decision; three queries whatever their number."""
    found = issued_lines()
    if decision is not None:
        found = found.filter(decision=decision)
    if subject:
        found = found.filter(subject__code=subject).order_by("-decision__decided_on", "-pk")
    return lines_from(list(found))


def lines_from(items: Sequence[DecisionItem]) -> list[Line]:
    written = written_now(items)
    standing = _standing(items)
    keys = at_need.published_keys() if standing else {}
    return [_line(item, written[item.pk][0], standing.get(item.pk), keys) for item in items]


def badge_of(line: Line, number: UUID, subject: UUID, salt: str) -> Badge:
    """What its credential says."""
    item, decision = line.item, line.item.decision
    day = decision.decided_on or decision.made_at.date()
    said = _("Quyết định số %(number)s %(day)s") % {"number": decision.reference, "day": words.day_in_words(day)}
    return Badge(
        at=addresses(number, decision.edition, item.tier, item.year),
        subject=str(subject),
        name=line.name,
        code=item.subject.code,
        salt=salt,
        issuer=letterhead_on(day).issuer,
        achievement=achievement_of(plans.load(decision.edition), item.tier, item.year),
        decision=said,
        decided=_midnight(day),
        valid_from=_midnight(decision.effective_on or day),
    )


def _standing(items: Collection[DecisionItem]) -> dict[int, Credential]:
    found = Credential.objects.filter(item__in=[item.pk for item in items], withdrawn_at=None)
    return {one.item_id: one for one in found.select_related("issued_by")}


def _line(item: DecisionItem, name: str, credential: Credential | None, keys: Collection[str]) -> Line:
    is_outdated = credential is not None and (credential.name != name or credential.key not in keys)
    award = tier_words(item.decision.edition, item.tier, item.year)
    return Line(item, name, award, credential, is_outdated, _missing(item))


def _missing(item: DecisionItem) -> str:
    if item.recognition is None or item.recognition.revoked:
        return _("Việc công nhận này đã bị thu hồi, không cấp huy hiệu số nữa.")
    if not settings.HOME_ADDRESS:
        return _("Chưa cấp được: quản trị hệ thống chưa đặt địa chỉ của Lan Tỏa (LANTOA_HOME).")
    return ""


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
