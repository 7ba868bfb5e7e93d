"""Labels of archive boxes: one a round, with its decisions, and the list of the files that go into the box.

How long files are kept is the school's own table (Law on archives); what stands here is proposed and said to be so.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import Meeting
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers import words
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import ArchivedLine, ArchiveLabel
from lantoa.domain.stages import DecisionStage, NominationStage, RoundStage
from lantoa.nomination.models import Nomination, Round
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.decisions.texts import of_day

ANYWHERE = Case()
SHELF = "NH"
UNSENT = (NominationStage.DRAFT.value, NominationStage.WITHDRAWN.value)
KEPT_OF_THE_SCHOOL, KEPT_OF_THE_MINISTRY = 10, 20  # years, as such dossiers are usually kept
MOST_IN_A_BOX = 30  # files; with more there are several boxes, and their numbers are written by hand


def rounds() -> QuerySet[Round]:
    """Those that were opened, each with how many dossiers were sent to it."""
    sent = Count("nominations", ~Q(nominations__stage__in=UNSENT))
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
    lines = tuple(archived(one, list(issued)))
    return ArchiveLabel(
        issuer=office.issuer.upper(),
        office=office.office,
        title=_("Hồ sơ %(round)s") % {"round": _lowered(one.name)},
        years=str(one.year),
        decisions=tuple(_("Quyết định %(which)s") % {"which": of_day(it.reference, it.decided_on)} for it in issued),
        dossiers=str(_sent(one)),
        first=lines[0].number if len(lines) <= MOST_IN_A_BOX else "",
        last=lines[-1].number if len(lines) <= MOST_IN_A_BOX else "",
        retention=_kept_for(one),
        lines=lines,
    )


def archived(one: Round, issued: Sequence[Decision]) -> Iterator[ArchivedLine]:
    """The round, the Council, each decision, each dossier by unit and name: numbered on."""
    for number, (title, first, last) in enumerate(_files(one, issued), 1):
        yield ArchivedLine(
            number=words.count(number), title=title, period=_period(first, last), retention=_kept_for(one)
        )


def _files(one: Round, issued: Sequence[Decision]) -> Iterator[tuple[str, date | None, date | None]]:
    opened = localdate(one.opened_at) if one.opened_at else one.open_on
    ended = max((it.decided_on for it in issued if it.decided_on), default=None)
    yield (
        _("Tổ chức %(round)s: kế hoạch, thông báo, danh sách, công khai") % {"round": _lowered(one.name)},
        opened,
        ended,
    )
    held = Meeting.objects.filter(cases__nomination__round=one).order_by("starts_at").distinct()
    if days := [localdate(it.opened_at or it.starts_at) for it in held]:
        yield _("Họp Hội đồng: chương trình, tài liệu, phiếu, biên bản"), min(days), max(days)
    for it in issued:
        yield f"{it.title} ({it.reference})", localdate(it.made_at), it.decided_on
    for nomination in _dossiers(one):
        sent = localdate(nomination.sent_at) if nomination.sent_at else None
        yield _("Hồ sơ đề nghị công nhận: %s") % _named(nomination), sent, ended


def _dossiers(one: Round) -> list[Nomination]:
    """Those that were sent, unit by unit, collectives first."""
    found = one.nominations.exclude(stage__in=UNSENT).defer("text", "verdict")
    named = found.select_related("subject", "unit__subject")
    return sorted(named, key=lambda it: (it.unit.subject.sort_key, it.subject.kind, it.subject.sort_key))


def _named(nomination: Nomination) -> str:
    if nomination.subject_id == nomination.unit_id:
        return nomination.subject.name
    return f"{nomination.subject.name}, {nomination.unit.subject.name}"


def _period(first: date | None, last: date | None) -> str:
    days = dict.fromkeys(f"{day:%d/%m/%Y}" for day in sorted(filter(None, (first, last))))
    return " - ".join(days)


def _kept_for(one: Round) -> str:
    """By who decides: the Principal, or the Minister."""
    decides_above = bool(plans.load(one.edition).procedure.path(one.tier).proposed_from)
    return _("%(years)s năm") % {"years": KEPT_OF_THE_MINISTRY if decides_above else KEPT_OF_THE_SCHOOL}


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


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
