"""Stories of exemplars, one a line of an issued decision: from practices, the dossier and the record book."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.discovery.models import Practice
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers import words
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.telling import StoryPaper, abridged, without
from lantoa.domain.records import Kind
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.papers.naming import head_of, paragraphs
from lantoa.nomination.queries.report import left_to_write, said_elsewhere
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.recognition.models import DecisionItem
from lantoa.recognition.queries.decisions.texts import tier_words
from lantoa.recognition.queries.decisions.written import written_now
from lantoa.recognition.queries.papers.certificates import issued_lines, ordinals
from lantoa.recognition.queries.papers.portraits import agreed, photographs_of
from lantoa.recognition.queries.papers.story_words import commended, figures, found, nurtured, spreading, told
from lantoa.register.models import Unit
from lantoa.register.queries.positions import positions_on

SHELF = "GDH"
PRACTICES = 2  # what fits on three pages
ALONE_WORDS, BESIDE_WORDS = 600, 80  # of the report: without a practice that tells it better, and with one
COLLECTIVE = Kind.COLLECTIVE.value


def told_lines() -> QuerySet[DecisionItem]:
    """The lines that bear a recognition, with the report of each."""
    return issued_lines().defer(None).defer("nomination__verdict")


def things(actor: Actor, of_round: int | None) -> Iterable[Thing]:
    reached = scope(actor, Deed.SEE_PAPERS)
    asked = told_lines() if of_round is None else told_lines().filter(decision__round=of_round)
    if not reached.everything:
        asked = asked.filter(nomination__unit__subject__code__in=reached.units)
    return _things(list(asked))


def find(key: str) -> Thing | None:
    return next(iter(_things(list(told_lines().filter(pk=_number(key))))), None)


def may_have(actor: Actor, key: str) -> Allowed | Refused:
    item = told_lines().filter(pk=_number(key)).first()
    return may(actor, Deed.SEE_PAPERS, Case(units=frozenset([_unit_code(item)] if item else [])))


def contents(key: str, day: date) -> StoryPaper:
    item = told_lines().filter(pk=_number(key)).first()
    if item is None or item.nomination is None:
        raise NotReady(_("Dòng này không còn trong danh sách của quyết định đã ban hành."))
    practices = tuple(Practice.objects.filter(subject=item.subject).order_by("-written_at", "-pk")[:PRACTICES])
    if why := _missing(item, {item.subject_id} if practices else set()):
        raise NotReady(why)
    office, is_collective = letterhead_on(day), item.subject.kind == COLLECTIVE
    name, unit_name = written_now([item])[item.pk]
    unit, is_public = item.nomination.unit, item.pk in agreed([item])
    position = positions_on(day, [item.subject_id]).get(item.subject_id, "")
    confirmer, confirmer_name = head_of(unit, day)
    return StoryPaper(
        issuer=office.issuer.upper(),
        unit=str(unit).upper(),
        name=name,
        is_collective=is_collective,
        post=_above(unit) if is_collective else ", ".join(filter(None, [position, unit_name])),
        tier=tier_words(item.decision.edition, item.tier, item.year),
        decision=_reference(item),
        photograph=photographs_of([item]).get(item.pk) if is_public else None,
        not_public="" if is_public else _("(Người được nêu gương chưa đồng ý công khai: chỉ lưu hồ sơ, chưa đăng)"),
        found=(*found(item), *nurtured(item)),
        practices=tuple(told(one, len(practices)) for one in practices),
        text=abridged(_own_words(item.nomination), BESIDE_WORDS if practices else ALONE_WORDS),
        figures=tuple(figures(item)),
        commended=tuple(commended(item)),
        spreading=tuple(spreading(practices)),
        confirmer=(confirmer or _("Trưởng đơn vị")).upper(),
        confirmer_name=confirmer_name,
    )


def _own_words(nomination: Nomination) -> tuple[str, ...]:
    """Of the report what the unit wrote itself; the rest the story tells from the record book."""
    return without(paragraphs(nomination.text), said_elsewhere(), left_to_write())


def _above(unit: Unit) -> str:
    """The unit above a collective, the school for those right under it."""
    return str(unit.parent) if unit.parent_id else ""


def _reference(item: DecisionItem) -> str:
    decision = item.decision
    day = decision.decided_on or localdate(decision.made_at)
    return _("Quyết định số %(number)s %(day)s") % {"number": decision.reference, "day": words.day_in_words(day)}


def _things(items: list[DecisionItem]) -> list[Thing]:
    """In as many queries for a thousand as for one."""
    places, names = ordinals(items), written_now(items)
    subjects = Practice.objects.filter(subject__in={item.subject_id for item in items})
    practised = set(subjects.values_list("subject", flat=True))
    return [_thing(item, places[item.pk], names[item.pk][0], practised) for item in items]


def _thing(item: DecisionItem, place: int, name: str, practised: Collection[int]) -> Thing:
    decision = item.decision
    return Thing(
        key=f"item:{item.pk}",
        words=f"{name} ({decision.reference}, {words.count(place)})",
        day=decision.decided_on or localdate(decision.made_at),
        file_name=file_name(item.tier, item.year, SHELF, place, f"{name} {decision.reference.partition('/')[0]}"),
        unit=_unit_code(item),
        round=decision.round_id,
        place=place,
        missing=_missing(item, practised),
    )


def _missing(item: DecisionItem, practised: Collection[int]) -> str:
    if item.recognition is not None and item.recognition.revoked:
        return _("Việc công nhận này đã bị thu hồi, không nêu gương nữa.")
    if item.subject_id in practised or (item.nomination and _own_words(item.nomination)):
        return ""
    return _("Chưa có gì để kể: hãy viết báo cáo thành tích, hoặc một trang mô hình, cách làm hay.")


def _unit_code(item: DecisionItem) -> str:
    return item.nomination.unit.subject.code if item.nomination else ""


def _number(key: str) -> int:
    """`item:12`; a key of something else finds nothing."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "item" and number.isascii() and number.isdigit() and len(number) < 19 else 0


STORY = Source(kind=PaperKind.STORY, sheet=StoryPaper, things=things, find=find, contents=contents, may=may_have)
