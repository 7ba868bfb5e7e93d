"""Conflicts of interest: those that the records show, and those on file for a meeting."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lantoa.council.models import CouncilMember, Interest, Meeting, MeetingCase, Relation
from lantoa.council.queries.body import day_of, on, sitting
from lantoa.register.models import Post

Source = Interest.Source


@dataclass(frozen=True, slots=True)
class Found:
    """A member who has an interest in a case, and why."""

    case: MeetingCase
    member: CouncilMember
    source: Interest.Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties people to units and subjects on a day: where they work, what they head, whom they declared."""

    works_in: dict[int, set[int]]
    heads: dict[int, set[int]]
    declared: dict[tuple[int, int], Relation]

    def between(self, person: int, case: MeetingCase) -> tuple[Interest.Source, str] | None:
        """The nearest tie of a person to the case."""
        subject, unit = case.nomination.subject_id, case.nomination.unit_id
        if person == subject:
            return Source.SELF, ""
        if subject in self.works_in[person] - self.heads[person]:
            return Source.OWN_UNIT, ""
        if self.heads[person] & {subject, unit, *self.works_in[subject]}:
            return Source.UNIT_HEAD, ""
        if relation := self.declared.get((person, subject)):
            return Source.RELATION, ": ".join(filter(None, [str(relation.get_kind_display()), relation.note]))
        return None


def found(
    meeting: Meeting, cases: Sequence[MeetingCase], members: Iterable[CouncilMember] | None = None
) -> list[Found]:
    """What the records show on the meeting's day; three queries, however many cases."""
    day = day_of(meeting)
    seated = list(members if members is not None else sitting(meeting.council, day))
    ties = _ties([one.person_id for one in seated], [case.nomination.subject_id for case in cases], day)
    return list(_between(seated, cases, ties))


def _between(members: Sequence[CouncilMember], cases: Sequence[MeetingCase], ties: Ties) -> Iterator[Found]:
    for case in cases:
        for member in members:
            if tie := ties.between(member.person_id, case):
                yield Found(case, member, *tie)


def _ties(people: list[int], subjects: list[int], day: date) -> Ties:
    works_in, heads = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    posts = Post.objects.filter(on(day), person__in={*people, *subjects})
    for person, unit, is_head in posts.values_list("person_id", "unit_id", "is_head"):
        works_in[person].add(unit)
        if is_head:
            heads[person].add(unit)
    relations = Relation.objects.filter(person__in=people, subject__in=subjects, withdrawn_at=None)
    return Ties(works_in, heads, {(one.person_id, one.subject_id): one for one in relations})


def on_file(
    meeting: Meeting, cases: Sequence[MeetingCase], members: Sequence[CouncilMember] | None = None
) -> dict[int, list[Interest]]:
    """By case: what was declared, and what was found when the meeting opened; before that, what would be found."""
    rows: dict[int, list[Interest]] = {case.pk: [] for case in cases}
    stored = Interest.objects.filter(case__in=rows).select_related("member__person__subject").order_by("pk")
    for one in stored:
        rows[one.case_id].append(one)
    if meeting.opened_at is None:
        declared = {(one.case_id, one.member_id) for ones in rows.values() for one in ones}
        for tie in found(meeting, cases, members):
            if (tie.case.pk, tie.member.pk) not in declared:
                rows[tie.case.pk].append(Interest(case=tie.case, member=tie.member, source=tie.source, note=tie.note))
    return rows
