"""Labels of archive boxes: one a round, with the decisions and the number of dossiers that go into the box."""

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import ArchiveLabel
from lantoa.domain.stages import DecisionStage, NominationStage, RoundStage
from lantoa.nomination.models import Round
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.decisions.texts import of_day

ANYWHERE = Case()
SHELF = "NH"


def rounds() -> QuerySet[Round]:
    """Those that were opened, each with how many dossiers were sent to it."""
    unsent = [NominationStage.DRAFT.value, NominationStage.WITHDRAWN.value]
    sent = Count("nominations", ~Q(nominations__stage__in=unsent))
    found = Round.objects.filter(opened_at__isnull=False).exclude(stage=RoundStage.CANCELLED.value)
    return found.annotate(sent=sent).order_by("pk")


def things(actor: Actor, of_round: int | None) -> list[Thing]:
    if not may_have(actor, ""):
        return []
    return [_thing(one) for one in (rounds() if of_round is None else rounds().filter(pk=of_round))]


def find(key: str) -> Thing | None:
    one = rounds().filter(pk=_number(key)).first()
    return _thing(one) if one else None


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, ANYWHERE)


def contents(key: str, day: date) -> ArchiveLabel:
    """NotReady when no dossier was sent: there is nothing to put into the box."""
    one = rounds().filter(pk=_number(key)).first()
    if one is None:
        raise NotReady(_("Không có đợt xét này, hoặc đợt xét chưa mở."))
    if why := _missing(one):
        raise NotReady(why)
    office = letterhead_on(day)
    issued = Decision.objects.filter(round=one, stage=DecisionStage.ISSUED.value).order_by("decided_on", "pk")
    return ArchiveLabel(
        issuer=office.issuer.upper(),
        office=office.office,
        title=_("Hồ sơ %(round)s") % {"round": one.name[:1].lower() + one.name[1:]},
        years=str(one.year),
        decisions=tuple(_("Quyết định %(which)s") % {"which": of_day(it.reference, it.decided_on)} for it in issued),
        dossiers=str(_sent(one)),
    )


def _sent(one: Round) -> int:
    found: int = getattr(one, "sent", 0)
    return found


def _missing(one: Round) -> str:
    return "" if _sent(one) else _("Đợt xét chưa nhận hồ sơ nào, chưa có gì để lưu.")


def _thing(one: Round) -> Thing:
    day = one.open_on or localdate(one.opened_at)
    name = file_name(one.tier, one.year, SHELF, one.pk, one.name)
    return Thing(f"round:{one.pk}", one.name, day, name, round=one.pk, place=1, missing=_missing(one))


def _number(key: str) -> int:
    """`round:12`; a key of something else finds nothing."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "round" and number.isascii() and number.isdigit() and len(number) < 19 else 0


ARCHIVE_LABEL = Source(
    kind=PaperKind.ARCHIVE_LABEL, sheet=ArchiveLabel, things=things, find=find, contents=contents, may=may_have
)
