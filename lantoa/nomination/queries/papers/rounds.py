"""Thông báo and Kế hoạch of a round: who is considered by which criteria, until when, and who does what."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers import words
from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.nominating import DayLine, DutyLine, NoticePaper, PlanPaper
from lantoa.domain.plan import Plan
from lantoa.domain.records import Kind
from lantoa.domain.stages import RoundStage
from lantoa.nomination.models import Round
from lantoa.nomination.queries.papers.naming import file_of_round, paragraphs, slashed
from lantoa.nomination.queries.rounds.calendar import named_days
from lantoa.papers.queries.bases import cited
from lantoa.papers.queries.letterheads import head, kept_by
from lantoa.papers.sources import NotReady, Source, Thing

SUBJECTS = {PaperKind.NOTICE: "Về việc tổ chức %s", PaperKind.PLAN: "Tổ chức %s"}


def notices(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    return _things(actor, round_id, PaperKind.NOTICE)


def all_plans(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    return _things(actor, round_id, PaperKind.PLAN)


def find_notice(key: str) -> Thing | None:
    return _find(key, PaperKind.NOTICE)


def find_plan(key: str) -> Thing | None:
    return _find(key, PaperKind.PLAN)


def notice(key: str, day: date) -> NoticePaper:
    return NoticePaper(**_said(_ready(key), day, PaperKind.NOTICE))


def plan(key: str, day: date) -> PlanPaper:
    one = _ready(key)
    return PlanPaper(**_said(one, day, PaperKind.PLAN), duties=_duties(plans.load(one.edition), one.tier))


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, Case())


NOTICE = Source(PaperKind.NOTICE, NoticePaper, notices, find_notice, notice, may_have)
PLAN = Source(PaperKind.PLAN, PlanPaper, all_plans, find_plan, plan, may_have)


def _things(actor: Actor, round_id: int | None, kind: PaperKind) -> Iterable[Thing]:
    """One a round, for those who see everything."""
    if not scope(actor, Deed.SEE_PAPERS).everything:
        return []
    found = Round.objects.all() if round_id is None else Round.objects.filter(pk=round_id)
    return [_thing(one, kind, place) for place, one in enumerate(found.order_by("-year", "-pk"), 1)]


def _find(key: str, kind: PaperKind) -> Thing | None:
    one = _round(key)
    return _thing(one, kind, 0) if one else None


def _round(key: str) -> Round | None:
    return Round.objects.filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None


def _thing(one: Round, kind: PaperKind, place: int) -> Thing:
    return Thing(
        key=str(one.pk),
        words=one.name,
        day=one.open_on or date(one.year, 12, 31),
        file_name=file_of_round(one, kind.value),
        round=one.pk,
        place=place,
        missing=_missing(one),
    )


def _missing(one: Round) -> str:
    return _("Đợt xét đã huỷ.") if one.stage == RoundStage.CANCELLED.value else ""


def _ready(key: str) -> Round:
    one = _round(key)
    if one is None:
        raise NotReady(_("Không có đợt xét này."))
    if missing := _missing(one):
        raise NotReady(missing)
    return one


def _said(one: Round, day: date, kind: PaperKind) -> dict[str, Any]:
    edition = plans.load(one.edition)
    tier = edition.tier(one.tier)
    return head(day, KINDS[kind].abbreviation) | {
        "subject": SUBJECTS[kind] % one.name,
        "bases": cited(day, Topic.EMULATION, plan=one.edition),
        "recipients": words.recipients(
            [_("Hội đồng Thi đua - Khen thưởng"), _("Các đơn vị thuộc Trường")], kept_by(day)
        ),
        "round": one.name,
        "tier": tier.name,
        "window": str(edition.window(tier, one.year)),
        "basis": edition.name,
        "individual_criteria": _criteria(edition, one.tier, Kind.INDIVIDUAL),
        "collective_criteria": _criteria(edition, one.tier, Kind.COLLECTIVE),
        "days": tuple(
            DayLine(number=str(place), step=given.label, day=slashed(given.day))
            for place, given in enumerate(named_days(one, day), 1)
        ),
        "guidance": paragraphs(one.note),
    }


def _criteria(edition: Plan, tier: str, kind: Kind) -> tuple[str, ...]:
    """The plan's own words; nothing where the tier is not for that kind."""
    found = edition.tier(tier)
    if kind not in found.subjects:
        return ()
    return tuple(one.text for one in edition.criteria_of(found) if kind in one.concerns)


def _duties(edition: Plan, tier: str) -> tuple[DutyLine, ...]:
    """What the plan asks of whom, then what each office verifies of that tier."""
    asked: dict[str, list[str]] = {}
    for one in edition.obligations:
        asked.setdefault(one.who, []).append(one.text.rstrip(". "))
    duties = [DutyLine(office=who, duty=f"{'; '.join(texts)}.") for who, texts in asked.items()]
    codes = [one.code for one in edition.criteria_of(edition.tier(tier))]
    for office in edition.procedure.offices.values():
        own = [code for code in codes if code in office.criteria]
        if own:
            duties.append(DutyLine(office=office.name, duty=_("Thẩm định các tiêu chuẩn %s.") % ", ".join(own)))
    return tuple(duties)
