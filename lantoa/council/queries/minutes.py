"""The minutes of a meeting put into words from what is on file, and the table of votes that goes with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import CouncilMember, Interest, Meeting, MeetingCase, Minutes, WrittenOpinion
from lantoa.council.queries.agenda import tier_of
from lantoa.council.queries.attendance import Attendance, Seated, attendance
from lantoa.council.queries.body import day_of, positions_of
from lantoa.council.queries.interests import on_file
from lantoa.council.queries.polls.results import CaseResult, CaseVote, results
from lantoa.domain.ballot import Count
from lantoa.domain.papers.words import count, day_in_words, hour_in_words
from lantoa.register.queries.positions import positions_on

Outcome = MeetingCase.Outcome
Seat = CouncilMember.Seat


def latest(meeting: Meeting) -> Minutes | None:
    """The version that stands."""
    names = ("written_by", "chair_by", "secretary_by")
    return meeting.minutes.select_related(*names).order_by("-number").first()


def laid_out(text: str) -> list[tuple[str, list[str]]]:
    """Sections of the text: the first line of each, and the lines under it."""
    blocks = (block.split("\n") for block in text.replace("\r\n", "\n").split("\n\n") if block.strip())
    return [(lines[0], lines[1:]) for lines in blocks]


def result_rows(meeting: Meeting) -> list[dict[str, str]]:
    """The table of votes as it is printed: a row for each case, by heading; what JSON keeps exactly."""
    found = results(meeting)
    positions = positions_on(day_of(meeting), [one.case.nomination.subject_id for one in found])
    return [_row(one, positions) for one in found]


def draft(meeting: Meeting) -> str:
    """The whole text as an office writes it; nothing in it is typed by hand."""
    seen, found = attendance(meeting), results(meeting)
    cases = [one.case for one in found]
    parts = [
        "\n".join([_("BIÊN BẢN"), _("HỌP %s") % meeting.council.name.upper(), meeting.name]),
        _section(_("I. THỜI GIAN, ĐỊA ĐIỂM"), _when_and_where(meeting)),
        _section(_("II. THÀNH PHẦN"), _who(meeting, seen)),
        _section(_("III. NỘI DUNG"), _agenda(meeting, cases)),
        _section(_("IV. QUAN HỆ LỢI ÍCH"), _interests(meeting, cases)),
        _section(_("V. KẾT QUẢ BỎ PHIẾU"), _votes(meeting, found)),
        _section(_("VI. KẾT LUẬN CỦA HỘI ĐỒNG"), _conclusions(cases)),
        _end(meeting),
    ]
    return "\n\n".join(parts)


def headings() -> tuple[str, ...]:
    """Of the table of votes; minutes of earlier days may lack one of them."""
    return (_("Số"), _("Ai, tập thể nào"), _("Chức vụ"), _("Đơn vị"), _("Kết quả bỏ phiếu"), _("Kết luận"), _("Lý do"))


def _row(found: CaseResult, positions: Mapping[int, str]) -> dict[str, str]:
    case = found.case
    cells = (
        str(case.order),
        case.nomination.subject.name,
        positions.get(case.nomination.subject_id, ""),
        case.nomination.unit.subject.name,
        "; ".join(vote.result.words for vote in found.votes),
        str(case.get_outcome_display()),
        case.reason,
    )
    return dict(zip(headings(), cells, strict=True))


def in_order(results: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """The rows with their columns as they were made: PostgreSQL keeps the keys of an object in an order of its own."""
    places = {heading: place for place, heading in enumerate(headings())}
    return [dict(sorted(row.items(), key=lambda cell: places.get(cell[0], len(places)))) for row in results]


def vote_in_words(vote: CaseVote) -> str:
    """Ballots, written opinions, share, base and threshold of one vote, and who set the threshold."""
    said = {
        "number": vote.poll.number,
        "mode": vote.mode.label,
        "issued": vote.poll_case.voters,
        "ballots": _counted(vote.ballots),
        "result": vote.result.words,
        "set_by": vote.result.threshold.set_by,
    }
    words = _("Lần %(number)s, %(mode)s: %(issued)s người bỏ phiếu; %(ballots)s.") % said
    if vote.written.total:
        words += " " + _("Ý kiến bằng văn bản của người vắng: %s.") % _counted(vote.written)
    return words + " " + _("Đồng ý %(result)s (%(set_by)s quy định).") % said


def _counted(count: Count) -> str:
    said = {
        "votes_for": count.votes_for,
        "against": count.votes_against,
        "blank": count.votes_blank,
        "invalid": count.votes_invalid,
    }
    words = _("đồng ý %(votes_for)s, không đồng ý %(against)s, không ý kiến %(blank)s") % said
    return words + _(", không hợp lệ %(invalid)s") % said if count.votes_invalid else words


def _section(heading: str, lines: Iterable[str]) -> str:
    return "\n".join([heading, *lines])


def _when_and_where(meeting: Meeting) -> Iterator[str]:
    opened = meeting.opened_at or meeting.starts_at
    yield _("Khai mạc: %s.") % moment(opened)
    yield _("Địa điểm: %s.") % meeting.place


def moment(at: datetime) -> str:
    """Như «08 giờ 05 phút, ngày 20 tháng 01 năm 2026»."""
    local = localtime(at)
    return f"{hour_in_words(local.time())}, {day_in_words(local.date())}"


def _who(meeting: Meeting, seen: Attendance) -> Iterator[str]:
    came = [row for row in seen.rows if row.has_come]
    positions = positions_of([row.member for row in seen.rows], localtime(meeting.opened_at).date())
    yield _("Chủ trì: %s.") % _named(meeting.presided_by, positions)
    if meeting.presided_by is not None and meeting.presided_by.seat != Seat.CHAIR:
        yield _chair_absent(seen)
    yield _("Thư ký: %s.") % _named(meeting.secretary, positions)
    counted = {"members": seen.members, "present": len(came), "absent": seen.members - len(came)}
    numbers = {name: count(number) for name, number in counted.items()}
    yield _("Tổng số thành viên Hội đồng: %(members)s; có mặt: %(present)s; vắng mặt: %(absent)s.") % numbers
    quorum = {"words": seen.quorum.words, "needed": seen.needed, "set_by": seen.quorum.set_by}
    yield _("Điều kiện họp: %(words)s, ít nhất %(needed)s thành viên (%(set_by)s quy định): đủ.") % quorum
    yield _("Thành viên có mặt:")
    yield from (f"{place}. {_present(row, positions)}" for place, row in enumerate(came, 1))
    if seen.away:
        yield _("Thành viên vắng mặt:")
        yield from (f"{place}. {_absent(row, positions)}" for place, row in enumerate(seen.away, 1))
    if meeting.guests:
        yield _("Khách mời (không bỏ phiếu): %s") % "; ".join(meeting.guests.split("\n"))


def _named(member: CouncilMember | None, positions: dict[int, str]) -> str:
    if member is None:
        return ""
    seat = _("%s Hội đồng") % member.get_seat_display()
    return ", ".join(filter(None, [member.person.subject.name, positions.get(member.person_id), seat]))


def _chair_absent(seen: Attendance) -> str:
    chair = next((row for row in seen.rows if row.member.seat == Seat.CHAIR), None)
    if chair is None:
        return _("Hội đồng khuyết Chủ tịch vào ngày họp; Phó Chủ tịch chủ trì.")
    name = {"name": chair.member.person.subject.name}
    if chair.presence is not None and chair.presence.left_at is not None:
        return _("Chủ tịch Hội đồng %(name)s về trước khi kết thúc; Phó Chủ tịch tiếp tục chủ trì.") % name
    if chair.presence is not None and chair.presence.reason:
        name["reason"] = chair.presence.reason
        return _("Chủ tịch Hội đồng %(name)s vắng mặt (%(reason)s); Phó Chủ tịch chủ trì.") % name
    return _("Chủ tịch Hội đồng %(name)s vắng mặt; Phó Chủ tịch chủ trì.") % name


def _present(row: Seated, positions: dict[int, str]) -> str:
    named = _named(row.member, positions)
    if row.presence is None or row.presence.left_at is None:
        return named
    return _("%(named)s (về lúc %(when)s)") % {"named": named, "when": f"{localtime(row.presence.left_at):%H:%M}"}


def _absent(row: Seated, positions: dict[int, str]) -> str:
    named = _named(row.member, positions)
    reason = row.presence.reason if row.presence is not None else ""
    return f"{named}: {reason}" if reason else named


def _agenda(meeting: Meeting, cases: list[MeetingCase]) -> Iterator[str]:
    if meeting.agenda:
        yield meeting.agenda
    yield _("Hội đồng xét %s trường hợp:") % count(len(cases))
    for place, case in enumerate(cases, 1):
        nomination = case.nomination
        yield f"{place}. {nomination.subject.name} ({nomination.unit.subject.name}): {tier_of(case.nomination)}."


def _interests(meeting: Meeting, cases: list[MeetingCase]) -> Iterator[str]:
    names = {case.pk: case.nomination.subject.name for case in cases}
    lines = [
        _("- %(member)s không bỏ phiếu trường hợp %(name)s: %(why)s.")
        % {"member": one.member.person.subject.name, "name": names[case], "why": why(one)}
        for case, ones in on_file(meeting, cases).items()
        for one in ones
    ]
    yield from lines or [_("Không thành viên nào có quan hệ lợi ích với các trường hợp được xét.")]
    if lines and plans.load(meeting.edition).procedure.conflict_leaves_base:
        yield _("Thành viên nêu trên không tính vào tổng số thành viên khi tính tỷ lệ của trường hợp đó.")


def why(interest: Interest) -> str:
    """The source, and the note where there is one."""
    words = str(interest.get_source_display())
    return f"{words} ({interest.note})" if interest.note else words


def _votes(meeting: Meeting, found: list[CaseResult]) -> Iterator[str]:
    voted, opinions = [one for one in found if one.votes], _opinions(meeting)
    for place, one in enumerate(voted, 1):
        yield f"{place}. {one.case.nomination.subject.name}:"
        yield from (f"- {vote_in_words(vote)}" for vote in one.votes)
        if one.case.pk in opinions:
            yield _("- Thành viên vắng có ý kiến bằng văn bản: %s.") % "; ".join(opinions[one.case.pk])
    if not voted:
        yield _("Phiên họp không bỏ phiếu.")


def _opinions(meeting: Meeting) -> dict[int, list[str]]:
    """What absent members wrote, by case: with their names, as the minutes record it (law.md section 4)."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = WrittenOpinion.objects.filter(case__meeting=meeting).select_related("member__person__subject")
    for one in rows.order_by("case", "member__person__subject__sort_key"):
        said = f"{one.member.person.subject.name} {one.get_choice_display()}"
        found[one.case_id].append(f"{said} ({one.text})" if one.text else said)
    return found


def _conclusions(cases: list[MeetingCase]) -> Iterator[str]:
    for outcome in Outcome:
        chosen = [case for case in cases if case.outcome == outcome]
        if chosen:
            label = str(outcome.label)
            yield _("%(what)s (%(count)s):") % {"what": label[:1].upper() + label[1:], "count": count(len(chosen))}
            yield from (f"- {_concluded(case)}" for case in chosen)


def _concluded(case: MeetingCase) -> str:
    name = case.nomination.subject.name
    lower = plans.load(case.nomination.edition).tier(case.lower_tier).name if case.lower_tier else ""
    said = ". ".join(filter(None, [lower, case.reason]))
    return f"{name}: {said}" if said else name


def _end(meeting: Meeting) -> str:
    return _("Phiên họp kết thúc lúc %s. Biên bản được thông qua và do người chủ trì, thư ký ký tên.") % moment(
        meeting.ended_at or meeting.starts_at
    )
