"""Interim reports of a plan's years and of its interim review, and the final one: papers that belong to no round."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.calendar import Window
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.reporting import FinalReportPaper, InterimReportPaper
from lantoa.domain.plan import PlanStatus
from lantoa.papers.queries.letterheads import head, kept_by, letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.recognition.queries.papers.reviews.ahead import ahead
from lantoa.recognition.queries.papers.reviews.commending import commendation_lines, commending
from lantoa.recognition.queries.papers.reviews.exemplars import (
    finding,
    nurturing,
    recognising,
    spreading,
    tier_lines,
    year_lines,
)
from lantoa.recognition.queries.papers.reviews.movements import movement_lines, movements
from lantoa.recognition.queries.papers.reviews.period import Period
from lantoa.recognition.queries.papers.reviews.setting import leading, setting
from lantoa.recognition.queries.papers.reviews.shortcomings import lessons, shortcomings
from lantoa.recognition.queries.papers.reviews.units import recognised_lines, unit_lines

INTERIM, FINAL = "interim", "final"
REVIEW = "interim-review"  # milestone of a plan: from its beginning to then
ANYWHERE = Case()


def interim_things(actor: Actor, of_round: int | None) -> Iterable[Thing]:
    """One a year that has begun and one of the interim review, of every edition in force; the newest first."""
    periods = _periods() if of_round is None and may_have(actor, "") else []
    parts = (part for whole in periods for part in _parts(whole))
    newest = sorted(parts, key=lambda one: (-one.window.last_year, one.window.first_year))
    return [_interim_thing(one, place) for place, one in enumerate(newest, 1)]


def final_things(actor: Actor, of_round: int | None) -> Iterable[Thing]:
    """One of every edition in force; before its last year there is nothing to sum up."""
    periods = _periods() if of_round is None and may_have(actor, "") else []
    return [_final_thing(one, place) for place, one in enumerate(periods, 1)]


def find_interim(key: str) -> Thing | None:
    one = _period(key, INTERIM)
    return _interim_thing(one, 0) if one else None


def find_final(key: str) -> Thing | None:
    one = _period(key, FINAL)
    return _final_thing(one, 0) if one else None


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, ANYWHERE)


def interim(key: str, day: date) -> InterimReportPaper:
    one = _ready(_period(key, INTERIM), "")
    subject = _("Sơ kết xây dựng, nhân rộng điển hình tiên tiến %s") % one.window
    return InterimReportPaper(**_said(one, day, subject))


def final(key: str, day: date) -> FinalReportPaper:
    found = _period(key, FINAL)
    one = _ready(found, _too_early(found) if found else "")
    subject = _("Tổng kết xây dựng điển hình tiên tiến %s") % one.window
    return FinalReportPaper(**_said(one, day, subject))


def _said(one: Period, day: date, subject: str) -> dict[str, Any]:
    office = letterhead_on(day)
    given = head(day, KINDS[PaperKind.INTERIM_REPORT].abbreviation)
    return given | {
        "subject": subject,
        "recipients": words.recipients([_("Như trên"), office.council, _("Các đơn vị thuộc Trường")], kept_by(day)),
        "addressees": (office.parent or office.council,),
        "author": office.issuer,
        "period": str(one.window),
        "plan": one.plan.name,
        "as_of": f"{one.today:%d/%m/%Y}",
        "setting": tuple(setting(one)),
        "leading": tuple(leading(one)),
        "movement_lines": movement_lines(one),
        "movements": tuple(movements(one)),
        "year_lines": year_lines(one),
        "finding": tuple(finding(one)),
        "nurturing": tuple(nurturing(one)),
        "spreading": tuple(spreading(one)),
        "tier_lines": tier_lines(one),
        "recognising": tuple(recognising(one)),
        "commendation_lines": commendation_lines(one),
        "commending": tuple(commending(one)),
        "shortcomings": tuple(shortcomings(one)),
        "lessons": tuple(lessons(one)),
        "ahead": tuple(ahead(one)),
        "attached": _("(Kèm theo Báo cáo số %(number)s/%(notation)s %(date)s của %(author)s)")
        % {**given, "author": office.issuer},
        "unit_lines": unit_lines(one),
        "recognised_lines": recognised_lines(one),
    }


def _periods() -> list[Period]:
    """Of every edition in force that has begun, the whole of it."""
    editions = [plan for plan in map(plans.load, plans.codes()) if plan.status is PlanStatus.IN_FORCE]
    today = localdate()
    return [Period(plan, plan.period, today) for plan in editions if plan.period.first_year <= today.year]


def _parts(whole: Period) -> list[Period]:
    """Its years that have begun, and from its first one to that of its interim review."""
    years = [Window(year, year) for year in whole.window.years]
    reviews = [one.due.year for one in whole.plan.milestones if one.code == REVIEW and one.due]
    windows = [*years, *(Window(whole.window.first_year, year) for year in reviews)]
    return [Period(whole.plan, one, whole.today) for one in windows if one.last_year <= whole.today.year]


def _period(key: str, wanted: str) -> Period | None:
    """`interim:nganh-tu-phap-2021-2025:2024`, `…:2021-2023`, `final:nganh-tu-phap-2021-2025`, or None."""
    every = _periods()
    keyed = {_key(FINAL, one): one for one in every}
    keyed |= {_key(INTERIM, one): one for whole in every for one in _parts(whole)}
    return keyed.get(key) if key.startswith(f"{wanted}:") else None


def _key(kind: str, one: Period) -> str:
    return f"{kind}:{one.plan.code}:{_years(one)}" if kind == INTERIM else f"{kind}:{one.plan.code}"


def _years(one: Period) -> str:
    """`2024`, `2021-2023`."""
    return "-".join(map(str, dict.fromkeys([one.window.first_year, one.window.last_year])))


def _ready(one: Period | None, missing: str) -> Period:
    if one is None:
        raise NotReady(_("Kế hoạch này không có năm, giai đoạn ấy, hoặc năm ấy chưa đến."))
    if missing:
        raise NotReady(missing)
    return one


def _too_early(one: Period) -> str:
    if one.today.year >= one.window.last_year:
        return ""
    return _("Chưa đến năm cuối của kế hoạch (%s), chưa tổng kết được; hãy lập báo cáo sơ kết.") % one.window.last_year


def _interim_thing(one: Period, place: int) -> Thing:
    return Thing(
        key=_key(INTERIM, one),
        words=_("Sơ kết %(window)s, %(plan)s") % {"window": one.window, "plan": one.plan.name},
        day=one.last_day,
        file_name=f"{one.window.last_year}/bao-cao-so-ket-{_years(one)}",
        place=place,
    )


def _final_thing(one: Period, place: int) -> Thing:
    return Thing(
        key=_key(FINAL, one),
        words=_("Tổng kết %(window)s, %(plan)s") % {"window": one.window, "plan": one.plan.name},
        day=one.last_day,
        file_name=f"{one.window.last_year}/bao-cao-tong-ket-{_years(one)}",
        place=place,
        missing=_too_early(one),
    )


INTERIM_REPORT = Source(
    kind=PaperKind.INTERIM_REPORT,
    sheet=InterimReportPaper,
    things=interim_things,
    find=find_interim,
    contents=interim,
    may=may_have,
)
FINAL_REPORT = Source(
    kind=PaperKind.FINAL_REPORT,
    sheet=FinalReportPaper,
    things=final_things,
    find=find_final,
    contents=final,
    may=may_have,
)
