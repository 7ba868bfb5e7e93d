"""Yearbooks as the office works on them: which years there are, what is written for them, who is shown with what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.records import Kind
from lantoa.nomination.models import Evidence
from lantoa.papers.models import Paper
from lantoa.recognition.models import DecisionItem, YearbookText
from lantoa.recognition.queries.papers.certificates import issued_lines
from lantoa.recognition.queries.papers.portraits import agreed, agreed_to_pictures
from lantoa.recognition.queries.papers.standing import standing_lines

COLLECTIVE = Kind.COLLECTIVE.value
MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class Year:
    """A year in which somebody was recognised."""

    year: int
    collectives: int
    individuals: int
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the office writes: what is printed, and its versions, the newest first."""

    part: YearbookText.Part
    text: str
    versions: tuple[YearbookText, ...]

    @property
    def number(self) -> int:
        return self.versions[0].number if self.versions else 0


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody in the book, and what of them is printed."""

    item: DecisionItem
    tier: str
    has_report: bool
    picture: str  # "printed", "held" for want of a yes, or "none"


def years() -> list[Year]:
    """The newest first; two queries."""
    is_collective = Q(subject__kind=COLLECTIVE)
    rows = issued_lines().exclude(recognition__revoked=True).order_by("-year").values("year")
    counted = rows.annotate(collectives=Count("pk", is_collective), individuals=Count("pk", ~is_collective))
    made = {paper.key: paper for paper in Paper.objects.filter(kind=PaperKind.YEARBOOK.value).order_by("number", "pk")}
    return [
        Year(row["year"], row["collectives"], row["individuals"], made.get(f"year:{row['year']}")) for row in counted
    ]


def paragraphs_of(year: int, part: YearbookText.Part, items: Sequence[DecisionItem], issuer: str) -> tuple[str, ...]:
    """Its paragraphs: the office's newest words, or what the record book says by itself."""
    newest = YearbookText.objects.filter(year=year, part=part).order_by("-number").first()
    text = newest.text if newest else first_words(year, part, items, issuer)
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def part_of(year: int, part: YearbookText.Part, items: Sequence[DecisionItem], issuer: str) -> Part:
    versions = YearbookText.objects.filter(year=year, part=part).select_related("by").order_by("-number")
    found = tuple(versions[:MOST_VERSIONS])
    return Part(part, found[0].text if found else first_words(year, part, items, issuer), found)


def shown(items: Sequence[DecisionItem]) -> list[Shown]:
    """In the order of the lists; as many queries for a thousand as for one."""
    reports, pictures = agreed(items), agreed_to_pictures(items)
    there = set(
        Evidence.objects.filter(nomination__in=[item.nomination_id for item in items])
        .exclude(picture="")
        .values_list("nomination_id", flat=True)
    )
    return [
        Shown(
            item,
            plans.load(item.decision.edition).tier(item.tier).name,
            item.pk in reports,
            _picture(item, there, pictures),
        )
        for item in items
    ]


def lines_of(year: int) -> list[DecisionItem]:
    return list(standing_lines(year))


def first_words(year: int, part: YearbookText.Part, items: Sequence[DecisionItem], issuer: str) -> str:
    """What stands there until somebody writes."""
    said = {"year": year, "issuer": issuer, "counts": _counts(items)}
    if part == YearbookText.Part.FOREWORD:
        return "\n".join(
            (
                _("Năm %(year)s, %(issuer)s có %(counts)s được công nhận là điển hình tiên tiến.") % said,
                _("Kỷ yếu này ghi lại những tập thể, cá nhân ấy và việc làm của họ, để mọi người cùng biết, cùng học."),
            )
        )
    units = {item.nomination.unit_id for item in items if item.nomination}
    said |= {"decisions": words.count(len({item.decision_id for item in items})), "units": words.count(len(units))}
    opening = _("Năm %(year)s có %(decisions)s quyết định công nhận, với %(counts)s thuộc %(units)s đơn vị.") % said
    return "\n".join((opening, *_by_tier(items)))


def _by_tier(items: Sequence[DecisionItem]) -> list[str]:
    """From the highest tier down."""
    tiers: dict[tuple[int, str], list[DecisionItem]] = {}
    for item in items:
        plan = plans.load(item.decision.edition)
        tiers.setdefault((-list(plan.tiers).index(item.tier), plan.tier(item.tier).name), []).append(item)
    return [
        _("%(tier)s: %(counts)s.") % {"tier": name, "counts": _counts(found)}
        for (_place, name), found in sorted(tiers.items())
    ]


def _counts(items: Sequence[DecisionItem]) -> str:
    collectives = sum(item.subject.kind == COLLECTIVE for item in items)
    return words.counts(collectives, len(items) - collectives)


def _picture(item: DecisionItem, there: Collection[int | None], pictures: set[int]) -> str:
    if item.nomination_id not in there:
        return "none"
    return "printed" if item.pk in pictures else "held"
