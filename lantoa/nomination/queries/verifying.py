"""What verification shows on the page of a dossier, and which parts it has opened for correction."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from lantoa.domain.authority import Actor, Deed, Role, may
from lantoa.domain.stages import NominationStage
from lantoa.nomination.models import CorrectionPart, CorrectionRequest, Nomination, VerificationEnd
from lantoa.nomination.queries.reading import case_of
from lantoa.nomination.queries.verification.answers import OfficeStanding, standing
from lantoa.nomination.queries.verification.asked import office_name
from lantoa.register.models import Hold

READ_ALL = {Role.OFFICER, Role.HEAD, Role.MEMBER, Role.CHAIR, Role.PRINCIPAL, Role.MINISTRY}


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One office as this reader may see it: its words, or only how far it is."""

    standing: OfficeStanding
    is_read: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A request for correction with who asked, in words."""

    request: CorrectionRequest
    office: str
    parts: list[CorrectionPart]

    @property
    def is_open(self) -> bool:
        return self.request.came_back_at is None


@dataclass(frozen=True, slots=True)
class VerificationSection:
    """Verification on the page of a dossier."""

    offices: tuple[OfficeLine, ...]
    corrections: tuple[CorrectionLine, ...]
    last_back: datetime | None
    end: VerificationEnd | None
    lacking: tuple[str, ...]  # offices without whose answers it ended
    holds: tuple[Hold, ...]
    is_held: bool
    tells_why: bool  # a nominee learns that the dossier waits, not what is being looked into
    may_work: bool

    def __bool__(self) -> bool:
        return bool(self.offices or self.corrections or self.holds)


def sections(nomination: Nomination, actor: Actor, day: date) -> dict[str, Any]:
    """`verification` for the page; its offices only once the dossier has been sent."""
    if nomination.sent_at is None:
        return {"verification": None}
    standings, asked = standing(nomination), corrections(nomination)
    end = _end(nomination)
    holds = tuple(holds_of(nomination, day))
    return {
        "verification": VerificationSection(
            offices=tuple(lines(nomination, actor, standings)),
            corrections=tuple(asked),
            last_back=last_back(asked),
            end=end,
            lacking=tuple(office_name(nomination.edition, code) for code in end.lacking) if end else (),
            holds=holds,
            tells_why=nomination.subject.code != actor.person and bool(actor.offices or actor.roles & READ_ALL),
            is_held=any(hold.until is None or hold.until >= day for hold in holds),
            may_work=bool(actor.offices or Role.OFFICER in actor.roles)
            and bool(may(actor, Deed.VERIFY, case_of(nomination))),
        )
    }


def open_fields(nomination: Nomination) -> frozenset[str] | None:
    """Of a returned dossier the flagged parts, evidence with its criterion as `evidence:G3`; otherwise None."""
    if nomination.stage != NominationStage.RETURNED.value:
        return None
    request = CorrectionRequest.objects.filter(nomination=nomination, came_back_at=None).first()
    if request is None:
        return None
    return frozenset(f"{one.part}:{one.criterion}" if one.criterion else one.part for one in request.parts.all())


def lines(nomination: Nomination, actor: Actor, standings: Collection[OfficeStanding]) -> list[OfficeLine]:
    """Whose words this reader may see: nominees only how far it is, an office only its own."""
    is_own_dossier = nomination.subject.code == actor.person
    reads_all = bool(actor.roles & READ_ALL)
    return [
        OfficeLine(
            one,
            is_read=not is_own_dossier and (reads_all or one.office.code in actor.offices),
            is_own=not is_own_dossier and one.office.code in actor.offices,
        )
        for one in standings
    ]


def corrections(nomination: Nomination) -> list[CorrectionLine]:
    """Every time the dossier was sent back, newest first; with its parts, in one query."""
    found = CorrectionPart.objects.filter(request__nomination=nomination).order_by("-request", "pk")
    lines: dict[int, CorrectionLine] = {}
    for part in found.select_related("request__asked_by", "request__came_back_by"):
        request = part.request
        line = lines.setdefault(
            request.pk, CorrectionLine(request, office_name(nomination.edition, request.office), [])
        )
        line.parts.append(part)
    return list(lines.values())


def last_back(lines_: Collection[CorrectionLine]) -> datetime | None:
    """When the dossier last came back corrected: what was said before that was said of another text."""
    return max((line.request.came_back_at for line in lines_ if line.request.came_back_at), default=None)


def holds_of(nomination: Nomination, day: date) -> list[Hold]:
    """What has stopped the dossier since it was made, and what stops it now."""
    since = nomination.made_at.date()
    found = Hold.objects.filter(Q(until=None) | Q(until__gte=since), subject=nomination.subject_id, since__lte=day)
    return list(found.select_related("typed_by").order_by("since", "pk"))


def _end(nomination: Nomination) -> VerificationEnd | None:
    """How verification ended, unless it goes on again."""
    if nomination.stage in (NominationStage.SENT.value, NominationStage.RETURNED.value):
        return None
    found = VerificationEnd.objects.filter(nomination=nomination, reopened_at=None)
    return found.select_related("ended_by").first()
