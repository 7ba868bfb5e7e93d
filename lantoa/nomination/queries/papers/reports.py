"""Báo cáo thành tích, of individuals and of collectives: who they are, the report, what the record book knows."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.nominating import CollectiveReportPaper, IndividualReportPaper, ReportLine, TitleLine
from lantoa.domain.records import AwardStatus, Kind
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.dossier import aim_in_words
from lantoa.nomination.queries.papers.heads import head_of_unit
from lantoa.nomination.queries.papers.naming import (
    file_of,
    head_of,
    may_of_nomination,
    nomination_of,
    nominations,
    numbers,
    paragraphs,
    positions,
)
from lantoa.nomination.queries.unit_meetings import members_on
from lantoa.papers.queries.bases import form_name
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.register.models import Award, Person, Post, Rating, Unit
from lantoa.register.queries.dates import written
from lantoa.register.queries.evidence import grade_name
from lantoa.register.queries.figures import in_force

KINDS_OF = {
    Kind.INDIVIDUAL.value: PaperKind.INDIVIDUAL_REPORT,
    Kind.COLLECTIVE.value: PaperKind.COLLECTIVE_REPORT,
}


def individuals(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    return _things(actor, round_id, Kind.INDIVIDUAL)


def collectives(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    return _things(actor, round_id, Kind.COLLECTIVE)


def find_individual(key: str) -> Thing | None:
    return _find(key, Kind.INDIVIDUAL)


def find_collective(key: str) -> Thing | None:
    return _find(key, Kind.COLLECTIVE)


def of_individual(key: str, day: date) -> IndividualReportPaper:
    nomination = _ready(key, Kind.INDIVIDUAL)
    person = Person.objects.get(pk=nomination.subject_id)
    posts = Post.objects.filter(in_force(day), person=person).order_by("since")
    since = posts.first()
    return IndividualReportPaper(
        **_head(nomination.unit, day, PaperKind.INDIVIDUAL_REPORT)
        | {"position": _("NGƯỜI BÁO CÁO"), "signer": nomination.subject.name},
        **_shared(nomination, day),
        **_confirmed_by(nomination.unit, day),
        unit=str(nomination.unit),
        born=str(written(person.born, person.born_precision) or ""),
        sex=person.sex,
        post=positions([person.pk], day).get(person.pk, str(nomination.unit)),
        since=str(written(since.since, since.since_precision)) if since else "",
    )


def of_collective(key: str, day: date) -> CollectiveReportPaper:
    nomination = _ready(key, Kind.COLLECTIVE)
    unit = Unit.objects.select_related("subject", "parent__subject").get(pk=nomination.subject_id)
    below = Unit.objects.filter(parent=unit).select_related("subject").order_by("subject__sort_key")
    return CollectiveReportPaper(
        **_head(unit, day, PaperKind.COLLECTIVE_REPORT),
        **_shared(nomination, day),
        **_confirmed_by(unit.parent, day),
        unit=str(unit),
        above=str(unit.parent or ""),
        head=head_of(unit, day)[1],
        members=words.count(members_on(unit, day).count()),
        parts=tuple(str(one) for one in below if (one.since or day) <= day <= (one.until or day)),
    )


def may_have(actor: Actor, key: str) -> Allowed | Refused:
    nomination = nomination_of(key)
    return may_of_nomination(actor, nomination) if nomination else may(actor, Deed.SEE_PAPERS, Case())


def among(actor: Actor) -> Q:
    """Of nominees of the actor's units, and of those units themselves, whoever nominated them."""
    if scope(actor, Deed.SEE_PAPERS).everything:
        return Q()
    keys = nominations(actor, None).order_by().annotate(paper_key=Cast("pk", CharField()))
    return Q(key__in=keys.values("paper_key"))


INDIVIDUAL = Source(
    PaperKind.INDIVIDUAL_REPORT, IndividualReportPaper, individuals, find_individual, of_individual, may_have, among
)
COLLECTIVE = Source(
    PaperKind.COLLECTIVE_REPORT, CollectiveReportPaper, collectives, find_collective, of_collective, may_have, among
)


def _things(actor: Actor, round_id: int | None, kind: Kind) -> Iterable[Thing]:
    places = numbers(round_id)
    found = nominations(actor, round_id).filter(subject__kind=kind.value)
    return [_thing(one, places[one.pk], place) for place, one in enumerate(found, 1)]


def _find(key: str, kind: Kind) -> Thing | None:
    nomination = nomination_of(key)
    if nomination is None or nomination.subject.kind != kind.value:
        return None
    return _thing(nomination, numbers(nomination.round_id)[nomination.pk], 0)


def _thing(one: Nomination, number: int, place: int) -> Thing:
    return Thing(
        key=str(one.pk),
        words=f"{one.subject}, {one.unit}",
        day=_day(one),
        file_name=file_of(one, number, "bao-cao"),
        unit=one.unit.subject.code,
        round=one.round_id,
        place=place,
        missing=_missing(one),
    )


def _day(one: Nomination) -> date:
    """The day of sending, or the last one on which it may be sent."""
    due = one.round.send_by if one.round else None
    return localdate(one.sent_at) if one.sent_at else due or date(one.year, 12, 31)


def _missing(one: Nomination) -> str:
    return "" if one.text.strip() else _("Báo cáo thành tích còn trống; đơn vị viết trong hồ sơ đề cử.")


def _ready(key: str, kind: Kind) -> Nomination:
    nomination = nomination_of(key)
    if nomination is None or nomination.subject.kind != kind.value:
        raise NotReady(_("Không có hồ sơ đề cử này, hoặc hồ sơ đã rút."))
    if missing := _missing(nomination):
        raise NotReady(missing)
    return nomination


def _head(unit: Unit, day: date, kind: PaperKind) -> dict[str, Any]:
    return head_of_unit(unit, day, KINDS[kind].abbreviation)


def _confirmed_by(unit: Unit | None, day: date) -> dict[str, Any]:
    """Who confirms the report: who heads the unit or the nearest one above it; in the end who heads the school."""
    place = unit
    while place is not None and place.parent_id is not None:
        position, name = head_of(place, day)
        if name:
            return {"confirmer": position.upper(), "confirmer_name": name}
        place = place.parent
    school = letterhead_on(day)
    return {"confirmer": school.position.upper(), "confirmer_name": school.signer}


def _shared(nomination: Nomination, day: date) -> dict[str, Any]:
    subject, year = nomination.subject_id, nomination.year
    awards = Award.objects.filter(subject=subject, status=AwardStatus.AWARDED.value, year__lte=year)
    given = list(awards.order_by("year", "pk"))
    ratings = Rating.objects.filter(subject=subject, year__lte=year).order_by("year", "pk")
    return {
        "subject": _("đề nghị công nhận %s") % aim_in_words(nomination),
        "form": form_name(day, KINDS_OF[nomination.subject.kind]),
        "name": nomination.subject.name,
        "tier": aim_in_words(nomination),
        "text": tuple(ReportLine(text=line, is_heading=words.is_heading(line)) for line in paragraphs(nomination.text)),
        "ratings": tuple(f"{_('Năm')} {one.year}: {grade_name(one.grade)}" for one in ratings),
        "initiatives": tuple(f"{one.name} ({one.year})" for one in nomination.initiatives.order_by("year", "pk")),
        "titles": tuple(_line(one) for one in given if one.title),
        "commendations": tuple(_line(one) for one in given if not one.title),
    }


def _line(award: Award) -> TitleLine:
    """Number, day and issuer as far as they are on file."""
    decided = written(award.decided, award.decided_precision)
    day = _("ngày %s") % decided if decided else ""
    number = _("Số %s") % award.decision if award.decision else ""
    said = "; ".join(part for part in (f"{number} {day}".strip(), award.issuer) if part)
    return TitleLine(year=str(award.year), words=award.text, decision=said)
