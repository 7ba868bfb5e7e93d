"""Rounds of the demonstration school: one played from the units' meetings to the decision, one before the Council."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from django.utils.timezone import localdate, make_aware

from lantoa import plans
from lantoa.accounts.demo import USER_NAMES
from lantoa.accounts.models import User
from lantoa.council.actions import agenda, attending, body, meetings, minutes
from lantoa.council.actions.polls import concluding, counting, preparing
from lantoa.council.models import Council, CouncilMember, Meeting, MeetingCase, Minutes
from lantoa.demo.accounts import HEADS, MEMBERS
from lantoa.demo.days import Happening
from lantoa.domain.authority import Role
from lantoa.domain.ballot import Count, Mode
from lantoa.domain.council import CouncilTerm, MeetingTerms, Noted
from lantoa.domain.nurture import Aim
from lantoa.domain.rounds import RoundTerms
from lantoa.domain.unit_meetings import Count as UnitCount
from lantoa.domain.unit_meetings import Notes, Seat
from lantoa.nomination.actions import drafting, initiatives, sending, statements
from lantoa.nomination.actions.posting import listing as posting
from lantoa.nomination.actions.posting import running as posting_days
from lantoa.nomination.actions.rounds import making, running
from lantoa.nomination.actions.unit_meetings import signing
from lantoa.nomination.actions.verification import answering, ending
from lantoa.nomination.models import Nomination, Posting, Round
from lantoa.nomination.queries.unit_meetings import members_on
from lantoa.nomination.queries.verification.asked import asked_about
from lantoa.nomination.queries.verification.said import Opinion
from lantoa.recognition.actions.decisions import drafting as decisions
from lantoa.recognition.actions.decisions import issuing, judging
from lantoa.recognition.actions.submissions import proposing
from lantoa.register.models import Person, Recognition, Subject, Unit

YEAR = 2025
SCHOOL, SECTOR = Aim(plans.DEFAULT, "school-annual", YEAR), Aim(plans.DEFAULT, "sector-annual", YEAR)
PRINCIPAL, CHAIR = USER_NAMES[Role.PRINCIPAL], USER_NAMES[Role.CHAIR]
REUSE = "Năm 2025 áp dụng thêm ở hai bộ môn khác, kết quả tính riêng."
GROUNDS = "Đã đối chiếu hồ sơ lưu của đơn vị phụ trách lĩnh vực."


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one unit did: on which day it met, whom it nominated with how many votes against, who signed."""

    unit: str
    head: str
    met: date
    nominees: dict[str, int]
    place: str


SITTINGS = (
    Sitting("BMDS", HEADS["KL"], date(2026, 9, 14), {"CB062": 0, "BMDS": 1}, "Phòng họp khoa Luật"),
    Sitting("CTSV", HEADS["CTSV"], date(2026, 9, 15), {"CB033": 2}, "Phòng 204"),
)


def happenings(officer: User) -> Iterator[Happening]:
    """The extra round of 2025 for the school, then the proposals to the Minister that wait for the Council."""
    yield date(2026, 2, 2), partial(seat_the_council, officer)
    yield date(2026, 9, 7), partial(_open, SCHOOL, "Xét bổ sung điển hình tiên tiến của Trường năm 2025", officer)
    for sitting in SITTINGS:
        yield sitting.met, partial(_meet, sitting)
    yield date(2026, 9, 22), _verify
    yield date(2026, 9, 24), partial(_finish_verification, officer)
    yield date(2026, 9, 25), partial(_post, officer)
    yield date(2026, 10, 5), partial(_end_posting, officer)
    yield date(2026, 10, 8), partial(_deliberate, officer)
    yield date(2026, 10, 12), partial(_decide, officer)
    yield date(2026, 10, 20), partial(_open, SECTOR, "Đề nghị công nhận điển hình tiên tiến ngành năm 2025", officer)
    yield date(2026, 11, 16), partial(_propose, officer)


def seat_the_council(officer: User, at: datetime) -> None:
    """Chair, the secretary who is the officer, and the members with an account."""
    day = localdate(at)
    term = CouncilTerm("Hội đồng Thi đua - Khen thưởng Trường", "31/QĐ-CĐLSL", day, day)
    council = body.establish(term=term, by=officer, at=at)
    seats = {CHAIR: "chair", USER_NAMES[Role.MEMBER]: "deputy", officer.username: "secretary"}
    for username in (*seats, *MEMBERS):
        person = Person.objects.get(account__username=username)
        seat = seats.get(username, "member")
        body.appoint(council=council, person=person, seat=seat, since=day, decision=term.decision, by=officer, at=at)


def _open(aim: Aim, name: str, officer: User, at: datetime) -> None:
    opened = localdate(at)
    later = {"meet_by": 9, "send_by": 11, "verify_by": 18, "post_by": 28, "council_on": 31, "decide_by": 38}
    days: dict[str, date | None] = {column: opened + timedelta(days=number) for column, number in later.items()}
    if aim is SECTOR:
        days = {"council_on": opened + timedelta(days=45), "submit_by": opened + timedelta(days=60)}
    terms = RoundTerms(name, days={"open_on": opened, **days})
    made = making.draft(aim=aim, terms=terms, by=officer, at=at)
    running.open_round(one=made, by=officer, at=at)


def _round(aim: Aim) -> Round:
    return Round.objects.get(edition=aim.edition, tier=aim.tier, year=aim.year)


def _nominations(aim: Aim = SCHOOL) -> list[Nomination]:
    return list(Nomination.objects.filter(round=_round(aim)).exclude(stage="draft").order_by("pk"))


def _meet(sitting: Sitting, at: datetime) -> None:
    """Draft, meet, vote, consent, send: one evening."""
    head, unit = User.objects.get(username=sitting.head), Unit.objects.get(subject__code=sitting.unit)
    subjects = list(Subject.objects.filter(code__in=sitting.nominees))
    drafting.nominate(found=_round(SCHOOL), subjects=subjects, by=head, at=at)
    signing.hold(one=_round(SCHOOL), unit=unit, notes=_notes(sitting, unit, subjects, at), seen=0, by=head, at=at)
    for nomination in Nomination.objects.filter(round=_round(SCHOOL), subject__in=subjects):
        said = "Người thật, việc thật; cách làm dễ theo, đơn vị khác đã hỏi và làm theo."
        person, position = str(head), "Trưởng đơn vị"
        statements.add(nomination=nomination, name=person, position=position, text=said, by=head, at=at)
        used = nomination.initiatives.values_list("initiative", flat=True)
        initiatives.choose(nomination=nomination, chosen=dict.fromkeys(used, REUSE), by=head, at=at)
        sending.send(nomination=nomination, by=head, at=at)


def _notes(sitting: Sitting, unit: Unit, subjects: list[Subject], at: datetime) -> Notes:
    """Everybody came but the last on the list, who is away on business."""
    people = list(members_on(unit, localdate(at)).values_list("pk", flat=True))
    seats = (*(Seat(person) for person in people[:-1]), Seat(people[-1], absent="Đi công tác"))
    present = len(people) - 1
    counts = tuple(
        UnitCount(one.pk, present - sitting.nominees[one.code], sitting.nominees[one.code], 0) for one in subjects
    )
    text = "Nghe giới thiệu thành tích, thảo luận từng trường hợp, bỏ phiếu."
    return Notes(localdate(at), sitting.place, people[0], people[1], text, seats, counts, time(7, 30), time(8, 45))


def _verify(at: datetime) -> None:
    """Every office answers about every dossier."""
    for nomination in _nominations():
        for office, asking in asked_about(nomination).items():
            specialist = User.objects.filter(grants__office=office).order_by("pk")[0]
            said = [Opinion(criterion.code, "met", GROUNDS) for criterion in asking.criteria]
            answering.answer(nomination=nomination, office=office, said=said, by=specialist, at=at)


def _finish_verification(officer: User, at: datetime) -> None:
    ending.finish_many(nominations=_nominations(), by=officer, at=at)


def _post(officer: User, at: datetime) -> None:
    days = posting.Plan(Posting.Audience.INSIDE, localdate(at), date(2026, 10, 4), "Mời góp ý trước khi Hội đồng họp.")
    made = posting.prepare(round=_round(SCHOOL), plan=days, by=officer, at=at)
    posting_days.open_(posting=made, by=officer, at=at)


def _end_posting(officer: User, at: datetime) -> None:
    posting_days.end(posting=Posting.objects.get(round=_round(SCHOOL)), by=officer, at=at)


def _called(name: str, aim: Aim, when: datetime, officer: User, at: datetime) -> Meeting:
    """A meeting with every case that waits for the Council."""
    terms = MeetingTerms(name, aim.edition, when, "Phòng họp A1")
    meeting = meetings.prepare(council=Council.objects.get(), terms=terms, by=officer, at=at)
    waiting = [one.pk for one in _nominations(aim) if one.stage == "cleared"]
    agenda.put_on(meeting=meeting, nominations=waiting, by=officer, at=at)
    return meeting


def _deliberate(officer: User, at: datetime) -> None:
    """A show of hands, everybody for all three; minutes signed by both."""
    meeting = _called("Phiên họp xét bổ sung năm 2025", SCHOOL, at, officer, at)
    members = list(CouncilMember.objects.filter(council=meeting.council))
    attending.call_roll(meeting=meeting, noted={one.pk: Noted("present") for one in members}, by=officer, at=at)
    by_seat = {one.seat: one for one in members}
    chair, secretary = by_seat["chair"], by_seat["secretary"]
    meeting = meetings.open_meeting(meeting=meeting, presided_by=chair, secretary=secretary, by=officer, at=at)
    cases = list(MeetingCase.objects.filter(meeting=meeting).order_by("order"))
    poll = preparing.open_poll(
        poll=preparing.prepare(meeting=meeting, cases=cases, mode=Mode.HANDS, by=officer, at=at), by=officer, at=at
    )
    counts = {place.pk: Count(votes_for=place.voters or 0) for place in poll.cases.all()}
    counting.count_hands(poll=poll, counts=counts, by=officer, at=at)
    for case in cases:
        concluding.conclude(case=case, outcome=MeetingCase.Outcome.RECOMMEND, by=officer, at=at)
    meeting = meetings.end(meeting=meeting, by=officer, at=at)
    version = Minutes.objects.filter(meeting=meeting).latest("number").number
    for signer in (officer, User.objects.get(username=CHAIR)):
        minutes.sign(meeting=meeting, version=version, by=signer, at=at)


def _decide(officer: User, at: datetime) -> None:
    """The list goes to the Principal and, approved, gets its number from the clerk."""
    principal, clerk = (User.objects.get(username=USER_NAMES[role]) for role in (Role.PRINCIPAL, Role.CLERK))
    recommended = [one.pk for one in _nominations() if one.stage == "recommended"]
    decision = decisions.draft(of=_round(SCHOOL), nominations=recommended, by=officer, at=at)
    judging.present(decision=decision, by=officer, at=at)
    judging.approve(decision=decision, by=principal, at=at)
    issuing.issue(decision=decision, decided_on=localdate(at), signer=str(principal), by=clerk, at=at)
    running.close(one=_round(SCHOOL), by=officer, at=at)


def _propose(officer: User, at: datetime) -> None:
    """Those recognised at the school, before the Council; the meeting is called for ten days later."""
    recognised = Recognition.objects.filter(tier=SCHOOL.tier, year=YEAR, subject__code__in=["CB062", "CB033", "KL"])
    subjects = list(recognised.values_list("subject", flat=True))
    proposing.propose(round_=_round(SECTOR), subjects=subjects, by=officer, at=at)
    when = make_aware(datetime.combine(localdate(at) + timedelta(days=10), time(14)))
    _called("Phiên họp đề nghị điển hình ngành năm 2025", SECTOR, when, officer, at)
