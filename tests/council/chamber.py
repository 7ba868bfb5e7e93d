"""A Council in session for the tests of polls: nine members with accounts, a meeting that is open, cases before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lantoa.accounts.models import User
from lantoa.council.actions.polls import preparing, voting
from lantoa.council.models import Council, CouncilMember, Interest, Meeting, MeetingCase, Poll, Presence
from lantoa.domain.authority import Role
from lantoa.domain.ballot import Choice, Mode
from lantoa.nomination.models import Nomination, Round
from lantoa.register.models import Person
from tests import cast as people
from tests.cast import NOW, Cast

EDITION = "nganh-tu-phap-2021-2025"
F, A, B = Choice.FOR, Choice.AGAINST, Choice.BLANK


@dataclass(frozen=True)
class Chamber:
    """The Council sits; the first member is its chair, the second its secretary."""

    meeting: Meeting
    members: list[CouncilMember]
    users: list[User]
    officer: User
    cases: list[MeetingCase]
    tellers: list[User]


def seat(cast: Cast, *, size: int = 9, absent: int = 0, nominees: int = 2) -> Chamber:
    """A Council of that size, the last ones of it absent, and cleared nominations of lecturers."""
    council = Council.objects.create(
        name="Hội đồng Thi đua - Khen thưởng", decision="12/QĐ-TSL", decided=date(2025, 1, 2), since=date(2025, 1, 2),
        made_at=NOW,
    )  # fmt: skip
    members, users = [], []
    for place in range(size):
        someone = people.person(f"HD{place}", f"Uỷ viên Thứ {place}", cast.school, "Uỷ viên")
        role = Role.CHAIR if place == 0 else Role.MEMBER
        users.append(people.account(f"uv{place}", role, of=someone))
        members.append(
            CouncilMember.objects.create(
                council=council,
                person=someone,
                seat="chair" if place == 0 else "secretary" if place == 1 else "member",
                since=date(2025, 1, 2),
                decision="12/QĐ-TSL",
                made_at=NOW,
            )
        )
    meeting = Meeting.objects.create(
        council=council,
        edition=EDITION,
        name="Phiên họp xét năm 2025",
        search_key="phien hop xet nam 2025",
        starts_at=NOW,
        place="Phòng họp A",
        stage="open",
        opened_by=cast.officer,
        opened_at=NOW,
        presided_by=members[0],
        secretary=members[1],
        made_at=NOW,
    )
    for place, member in enumerate(members):
        is_here = place < size - absent
        Presence.objects.create(
            meeting=meeting,
            member=member,
            state="present" if is_here else "excused",
            reason="" if is_here else "Đi công tác",
            noted_by=cast.officer,
            noted_at=NOW,
        )
    cases = [put(meeting, cleared(cast, nominee(cast, place), cast.officer)) for place in range(nominees)]
    second = people.account("kiemphieu", Role.OFFICER)
    return Chamber(meeting, members, users, cast.officer, cases, [users[2], second])


def nominee(cast: Cast, place: int) -> Person:
    return people.person(f"DC{place}", f"Người Được Xét {place}", cast.division)


def cleared(cast: Cast, who: Person, by: User, tier: str = "school-annual") -> Nomination:
    """A nomination that waits for the Council."""
    day: dict[str, Any] = {"made_by": by, "made_at": NOW, "written_by": by, "written_at": NOW}
    the_round, _made = Round.objects.get_or_create(
        edition=EDITION,
        tier=tier,
        year=2025,
        defaults={"name": "Đợt xét 2025", "search_key": "dot xet 2025", "made_at": NOW},
    )
    return Nomination.objects.create(
        subject=who.subject, round=the_round, edition=EDITION, tier=tier, year=2025, unit=cast.division, verdict={},
        text="Thành tích", stage="cleared", sent_by=cast.head, sent_at=NOW, **day,
    )  # fmt: skip


def put(meeting: Meeting, nomination: Nomination) -> MeetingCase:
    """On the agenda, last."""
    return MeetingCase.objects.create(meeting=meeting, nomination=nomination, order=meeting.cases.count() + 1)


def interest(case: MeetingCase, member: CouncilMember, by: User) -> Interest:
    return Interest.objects.create(
        case=case, member=member, source="declared", note="Cùng viết giáo trình", noted_by=by, noted_at=NOW
    )


def prepared(chamber: Chamber, mode: Mode = Mode.SEALED, cases: Sequence[MeetingCase] | None = None) -> Poll:
    return preparing.prepare(
        meeting=chamber.meeting,
        cases=chamber.cases if cases is None else cases,
        mode=mode,
        tellers=chamber.tellers if mode.is_secret else [],
        by=chamber.officer,
        at=NOW,
    )


def opened(
    chamber: Chamber, mode: Mode = Mode.SEALED, cases: Sequence[MeetingCase] | None = None
) -> tuple[Poll, list[str]]:
    """An open poll, and for a sealed one the tellers' keys."""
    poll = prepared(chamber, mode, cases)
    keys = []
    if mode is Mode.SEALED:
        keys = [preparing.make_key(poll=poll, by=teller, at=NOW) for teller in chamber.tellers]
    return preparing.open_poll(poll=poll, by=chamber.officer, at=NOW), keys


def vote(poll: Poll, user: User, *choices: Choice) -> str:
    """A sealed ballot with the choices in the order of the cases the member may vote on."""
    return voting.cast_ballot(
        poll=poll, choices=dict(zip(ballot_of(poll, user), choices, strict=True)), by=user, at=NOW
    )


def ballot_of(poll: Poll, user: User) -> list[int]:
    barred = poll.cases.filter(recusals__member__person=user.person_id).values("pk")
    return list(poll.cases.exclude(pk__in=barred).order_by("order").values_list("pk", flat=True))


def totals(poll: Poll) -> Mapping[int, tuple[int | None, ...]]:
    """What is written of each case, by its order: for, against, blank, invalid."""
    rows = poll.cases.order_by("order")
    return {one.order: (one.votes_for, one.votes_against, one.votes_blank, one.votes_invalid) for one in rows}
