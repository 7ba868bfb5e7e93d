"""The rules: what each looks at, for one subject with its rows and for everybody over figures."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from lantoa.domain.calendar import FIRST_YEAR, Window
from lantoa.domain.checks import AwardRows, Case, RecognitionRows
from lantoa.domain.plan import Tier
from lantoa.domain.records import Kind, Record
from lantoa.domain.screening import ABSENT, MET, Mask, Screening
from lantoa.domain.signals.case import Everybody, Found, SignalCase, merit_day, tiers_for
from lantoa.domain.verdict import Assessment, Finding, Verdict, assess_if_near, spell_rows

EVERY_KIND = frozenset(Kind)
LONGEST_REASON = 240


class Rule(Protocol):
    """A named rule: its title, the sentence that says when it holds, the books it looks at, whom it concerns."""

    code: ClassVar[str]
    title: ClassVar[str]
    looks_at: ClassVar[str]
    concerns: ClassVar[frozenset[Kind]]

    @property
    def sentence(self) -> str: ...

    def explain(self, case: SignalCase) -> Found | None:
        """Why the rule holds for one subject; None when it does not."""

    def holds(self, everybody: Everybody) -> Mask:
        """For whom the rule holds; outside the scope of its kinds for nobody."""


@dataclass(frozen=True, slots=True)
class Eligible:
    """Meets every criterion of a tier, is not recognised there and not nominated."""

    tiers: tuple[str, ...]

    code: ClassVar[str] = "eligible"
    title: ClassVar[str] = "Đủ điều kiện mà chưa được đề cử"
    looks_at: ClassVar[str] = "Mọi sổ mà điều kiện của bậc đọc tới, sổ công nhận, tạm hoãn"
    concerns: ClassVar[frozenset[Kind]] = EVERY_KIND

    @property
    def sentence(self) -> str:
        return "Đạt mọi điều kiện của một bậc cấp Trường trong năm, chưa được công nhận ở bậc đó, chưa được đề cử."

    def explain(self, case: SignalCase) -> Found | None:
        near = _open_tiers(self.tiers, case, most_missing=0)
        if not near:
            return None
        rows = tuple(dict.fromkeys(row for one in near for row in _evidence(one)))
        listed = "; ".join(f"{one.tier.name}, {one.window} ({_count(one)} điều kiện)" for one in near)
        return Found(f"Đạt mọi điều kiện mà chưa được đề cử, công nhận: {listed}.", rows, merit_day(rows))

    def holds(self, everybody: Everybody) -> Mask:
        found = everybody.nobody
        for screening, is_open in _open_screenings(self.tiers, everybody):
            found |= is_open & (screening.verdicts == MET)
        return found


@dataclass(frozen=True, slots=True)
class OneCriterion:
    """Lacks one single criterion of a tier."""

    tiers: tuple[str, ...]

    code: ClassVar[str] = "one_criterion"
    title: ClassVar[str] = "Chỉ còn một điều kiện"
    looks_at: ClassVar[str] = "Mọi sổ mà điều kiện của bậc đọc tới, sổ công nhận, tạm hoãn"
    concerns: ClassVar[frozenset[Kind]] = EVERY_KIND

    @property
    def sentence(self) -> str:
        return "Chỉ còn đúng một điều kiện của một bậc cấp Trường chưa đạt hoặc chưa rõ."

    def explain(self, case: SignalCase) -> Found | None:
        near = [one for one in _open_tiers(self.tiers, case, most_missing=1) if one.missing]
        if not near:
            return None
        rows = tuple(dict.fromkeys(row for one in near for row in _evidence(one)))
        return Found(" ".join(map(_lack, near)), rows, merit_day(rows))

    def holds(self, everybody: Everybody) -> Mask:
        found = everybody.nobody
        for screening, is_open in _open_screenings(self.tiers, everybody):
            missing = np.zeros(len(found), dtype=np.int64)
            for verdicts in screening.criteria.values():
                missing += verdicts < MET
            found |= is_open & (missing == 1)
        return found


@dataclass(frozen=True, slots=True)
class RisingRatings:
    """Yearly ratings that never fall and rise at least once."""

    years: int
    grades: tuple[tuple[str, str], ...]  # code and name, low to high

    code: ClassVar[str] = "rising"
    title: ClassVar[str] = "Xếp loại lên dần"
    looks_at: ClassVar[str] = "Sổ xếp loại"
    concerns: ClassVar[frozenset[Kind]] = EVERY_KIND

    @property
    def sentence(self) -> str:
        return f"{self.years} năm liền có xếp loại, không năm nào thấp hơn năm trước và ít nhất một năm cao hơn."

    def explain(self, case: SignalCase) -> Found | None:
        rows = [case.book.rating_of.get((case.subject, year)) for year in self._years(case.year)]
        ratings = tuple(row for row in rows if row is not None)
        codes = [code for code, _ in self.grades]
        ranks = [codes.index(row.grade) for row in ratings]
        if len(ratings) < self.years or ranks != sorted(ranks) or ranks[0] == ranks[-1]:
            return None
        names = dict(self.grades)
        steps = ", ".join(f"{row.year} {names[row.grade].lower()}" for row in ratings)
        return Found(f"Xếp loại lên dần {self.years} năm: {steps}.", ratings, merit_day(ratings))

    def holds(self, everybody: Everybody) -> Mask:
        codes = tuple(code for code, _ in self.grades)
        ranks = np.stack([everybody.figures.ranks(codes, year) for year in self._years(everybody.year)])
        steps = np.diff(ranks.astype(np.int64), axis=0)
        rated, falling, rising = np.all(ranks > ABSENT, axis=0), np.any(steps < 0, axis=0), np.any(steps > 0, axis=0)
        found: Mask = _anybody(everybody) & rated & ~falling & rising
        return found

    def _years(self, year: int) -> range:
        return range(year - self.years + 1, year + 1)


@dataclass(frozen=True, slots=True)
class RepeatedInitiatives:
    """Several recognised initiatives within a few years."""

    years: int
    count: int

    code: ClassVar[str] = "initiatives"
    title: ClassVar[str] = "Nhiều sáng kiến"
    looks_at: ClassVar[str] = "Sổ sáng kiến"
    concerns: ClassVar[frozenset[Kind]] = frozenset({Kind.INDIVIDUAL})

    @property
    def sentence(self) -> str:
        return f"Từ {self.count} sáng kiến được công nhận trở lên trong {self.years} năm."

    def explain(self, case: SignalCase) -> Found | None:
        window = self._window(case.year)
        rows = tuple(row for row in case.book.initiatives_of.get(case.subject, []) if row.year in window)
        if len(rows) < self.count:
            return None
        named = "; ".join(f"«{_short(row.name, 80)}» ({row.year})" for row in rows[-3:])
        more = f" và {len(rows) - 3} sáng kiến khác" if len(rows) > 3 else ""
        span = f"{window.first_year}-{window.last_year}"
        sentence = f"{len(rows)} sáng kiến được công nhận trong {span}: {named}{more}."
        return Found(sentence, rows, merit_day(rows))

    def holds(self, everybody: Everybody) -> Mask:
        enough = everybody.figures.initiatives(self._window(everybody.year)) >= self.count
        return enough & everybody.scope[Kind.INDIVIDUAL]

    def _window(self, year: int) -> Window:
        return Window(year - self.years + 1, year)


@dataclass(frozen=True, slots=True)
class FirstAward:
    """The first title from a rung up, or the first commendation of a high level, is of this year."""

    titles: dict[Kind, AwardRows]
    high: AwardRows

    code: ClassVar[str] = "first_award"
    title: ClassVar[str] = "Khen thưởng lần đầu"
    looks_at: ClassVar[str] = "Sổ khen thưởng (những gì đã tặng)"
    concerns: ClassVar[frozenset[Kind]] = EVERY_KIND

    @property
    def sentence(self) -> str:
        nouns = [rows.noun for rows in (*self.titles.values(), self.high)]
        return f"Trong năm, lần đầu sổ ghi: {'; '.join(nouns)}."

    def explain(self, case: SignalCase) -> Found | None:
        before, now = Window(FIRST_YEAR, case.year - 1), Window(case.year, case.year)
        groups = [rows for rows in self._groups(case.kind) if not rows.of(_case(case, before))]
        rows = tuple(dict.fromkeys(row for group in groups for row in group.of(_case(case, now))))
        if not rows:
            return None
        return Found(f"Lần đầu sổ ghi trong năm {case.year}: {spell_rows(rows)}.", rows, merit_day(rows))

    def holds(self, everybody: Everybody) -> Mask:
        before, now = Window(FIRST_YEAR, everybody.year - 1), Window(everybody.year, everybody.year)
        found = everybody.nobody
        for kind in Kind:
            for rows in self._groups(kind):
                is_first = (everybody.figures.tally(rows, now) > 0) & (everybody.figures.tally(rows, before) == 0)
                found |= is_first & everybody.scope[kind]
        return found

    def _groups(self, kind: Kind) -> tuple[AwardRows, AwardRows]:
        return self.titles[kind], self.high


@dataclass(frozen=True, slots=True)
class LongService:
    """Many years of work, and no title, commendation or recognition of any weight."""

    years: int
    titles: dict[Kind, AwardRows]
    high: AwardRows
    recognitions: tuple[RecognitionRows, ...]

    code: ClassVar[str] = "long_service"
    title: ClassVar[str] = "Lâu năm chưa được ghi nhận"
    looks_at: ClassVar[str] = "Sổ công tác (của tập thể: sổ đơn vị), khen thưởng, công nhận"
    concerns: ClassVar[frozenset[Kind]] = EVERY_KIND

    @property
    def sentence(self) -> str:
        nouns = ", ".join(rows.noun for rows in (*self.titles.values(), self.high))
        return f"Công tác (tập thể: hoạt động) từ {self.years} năm mà sổ chưa ghi {nouns}, chưa từng được công nhận."

    def explain(self, case: SignalCase) -> Found | None:
        whole = _case(case, Window(FIRST_YEAR, case.year))
        if any(rows.of(whole) for rows in self._weighty(case.kind)):
            return None
        if case.kind is Kind.COLLECTIVE:
            return self._unit(case)
        posts = [post for post in case.book.posts_of.get(case.subject, []) if post.since]
        first = min(posts, key=lambda post: post.since.first_day if post.since else date.max, default=None)
        if first is None or first.since is None or not self._is_long(first.since.first_day, case.year):
            return None
        served = case.year - first.since.year
        return Found(f"Công tác từ {first.since} ({served} năm) mà sổ chưa ghi {self._nothing(case)}.", (first,), None)

    def holds(self, everybody: Everybody) -> Mask:
        whole = Window(FIRST_YEAR, everybody.year)
        beginning = everybody.figures.beginning()
        limit = date(everybody.year - self.years, 12, 31).toordinal()
        found = everybody.nobody
        for kind in Kind:
            is_bare = everybody.scope[kind] & (beginning > 0) & (beginning <= limit)
            for rows in self._weighty(kind):
                is_bare &= everybody.figures.tally(rows, whole) == 0
            found |= is_bare
        return found

    def _weighty(self, kind: Kind) -> list[AwardRows | RecognitionRows]:
        return [self.titles[kind], self.high, *self.recognitions]

    def _unit(self, case: SignalCase) -> Found | None:
        unit = case.book.units[case.subject]
        if unit.since is None or not self._is_long(unit.since.first_day, case.year):
            return None
        served = case.year - unit.since.year
        return Found(f"Hoạt động từ {unit.since} ({served} năm) mà sổ chưa ghi {self._nothing(case)}.", (unit,), None)

    def _is_long(self, first_day: date, year: int) -> bool:
        return first_day <= date(year - self.years, 12, 31)

    def _nothing(self, case: SignalCase) -> str:
        return f"{self.titles[case.kind].noun}, {self.high.noun} hay công nhận điển hình nào"


def _case(case: SignalCase, window: Window) -> Case:
    return Case(case.book, case.subject, case.kind, window, case.day)


def _anybody(everybody: Everybody) -> Mask:
    return everybody.scope[Kind.INDIVIDUAL] | everybody.scope[Kind.COLLECTIVE]


def _open_tiers(codes: tuple[str, ...], case: SignalCase, most_missing: int) -> list[Assessment]:
    """The tiers that lack so little and where a nomination may still come: not on hold, not recognised."""
    if case.plan is None or case.nominated:
        return []
    tiers = [tier for tier in tiers_for(case.plan, case.year, codes) if case.kind in tier.subjects]
    near = [
        assess_if_near(case.plan, tier, case.year, case.book, case.subject, most_missing)
        for tier in tiers
        if not _has(tier, case)
    ]
    return [one for one in near if one and not one.on_hold]


def _has(tier: Tier, case: SignalCase) -> bool:
    return bool(RecognitionRows("", tier.code).of(_case(case, Window(case.year, case.year))))


def _open_screenings(codes: tuple[str, ...], everybody: Everybody) -> list[tuple[Screening, NDArray[np.bool_]]]:
    found = []
    for tier in tiers_for(everybody.plan, everybody.year, codes):
        screening = everybody.screening(tier)
        recognised = everybody.figures.tally(RecognitionRows("", tier.code), Window(everybody.year, everybody.year)) > 0
        concerned = everybody.nobody
        for mask in screening.scope.values():
            concerned |= mask
        found.append((screening, concerned & ~recognised & ~screening.on_hold & ~everybody.nominated))
    return found


def _evidence(assessment: Assessment) -> list[Record]:
    return [row for finding in assessment.findings for row in finding.evidence]


def _count(assessment: Assessment) -> int:
    return sum(finding.verdict is Verdict.MET for finding in assessment.findings)


def _lack(assessment: Assessment) -> str:
    (finding,) = assessment.missing
    return f"Chỉ còn thiếu {_named(finding)} để đủ điều kiện {assessment.tier.name}, {assessment.window}."


def _named(finding: Finding) -> str:
    return f"{finding.criterion.code} ({_short(finding.reason.rstrip('.'), LONGEST_REASON)})"


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
