"""Who votes on which case of a poll: as it is now before it opens, frozen from then on."""

from collections import defaultdict
from collections.abc import Iterable

from lantoa.council.models import Interest, Meeting, MeetingCase, Poll, PollCase, Recusal, Voter, WrittenOpinion
from lantoa.council.queries.attendance import attendance
from lantoa.council.queries.interests import on_file
from lantoa.domain.ballot import Choice, Count, Roll, count_of


def rolls_now(meeting: Meeting, cases: Iterable[MeetingCase]) -> dict[int, Roll]:
    """The roll of each case, by its number, if the poll opened now."""
    listed = list(cases)
    here = attendance(meeting)
    members = frozenset(row.member.pk for row in here.rows)
    present = frozenset(member.pk for member in here.here)
    barred = {case: _members_of(ones) for case, ones in on_file(meeting, listed).items()}
    written = opinions_on(case.pk for case in listed)
    return {case.pk: Roll(members, present, frozenset(written[case.pk]), barred[case.pk]) for case in listed}


def rolls_of(poll: Poll) -> dict[int, Roll]:
    """The roll of each case of an opened poll, by the number of the case in the poll; four queries."""
    voters = Voter.objects.filter(poll=poll).values_list("member_id", "is_present")
    members = frozenset(member for member, _is_present in voters)
    present = frozenset(member for member, is_present in voters if is_present)
    barred: dict[int, set[int]] = defaultdict(set)
    for place, member in Recusal.objects.filter(poll_case__poll=poll).values_list("poll_case_id", "member_id"):
        barred[place].add(member)
    cases = dict(PollCase.objects.filter(poll=poll).values_list("pk", "case_id"))
    written = opinions_on(cases.values())
    return {
        place: Roll(members, present, frozenset(written[case]), frozenset(barred[place]))
        for place, case in cases.items()
    }


def opinions_on(cases: Iterable[int]) -> dict[int, dict[int, Choice]]:
    """What absent members wrote, by case and member."""
    found: dict[int, dict[int, Choice]] = defaultdict(dict)
    rows = WrittenOpinion.objects.filter(case__in=list(cases)).values_list("case_id", "member_id", "choice")
    for case, member, choice in rows:
        found[case][member] = Choice(choice)
    return found


def written_counts(poll: Poll, rolls: dict[int, Roll]) -> dict[int, Count]:
    """The written opinions that count, by the number of the case in the poll."""
    cases = dict(PollCase.objects.filter(poll=poll).values_list("pk", "case_id"))
    written = opinions_on(cases.values())
    return {
        place: count_of(choice for member, choice in written[case].items() if member in rolls[place].writers)
        for place, case in cases.items()
    }


def _members_of(interests: Iterable[Interest]) -> frozenset[int]:
    return frozenset(one.member_id for one in interests)
