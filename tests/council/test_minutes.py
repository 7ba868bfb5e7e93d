"""The minutes: written by what happened, corrected in versions, signed by two, then fixed by the database itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from lantoa.audit.models import Event
from lantoa.council import guard
from lantoa.council.actions import attending, interests, meetings, minutes
from lantoa.council.actions.polls import counting, opinions
from lantoa.council.actions.polls.concluding import conclude
from lantoa.council.actions.refusals import ChangedMeanwhile, NothingChanged, NotYoursToSign, SignedAlready
from lantoa.council.models import Meeting, MeetingCase, Minutes
from lantoa.council.queries.minutes import draft, in_order, laid_out
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import PERMISSIONS, Deed, Role
from lantoa.domain.ballot import Choice, Count, Mode
from lantoa.domain.stages import WrongStage
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, opened, seat
from tests.council.sessions import (
    ABSENT,
    EXCUSED,
    LATER,
    Session,
    called,
    ended,
    going,
    holder,
    open_it,
    roll,
    terms,
    with_agenda,
)


@pytest.fixture
def session(cast: Cast) -> Session:
    return ended(cast)


def sections(meeting: Meeting) -> dict[str, list[str]]:
    return dict(laid_out(draft(meeting)))


def sign(session: Session, place: int, version: int = 1) -> Minutes:
    return minutes.sign(meeting=session.meeting, version=version, by=session.users[place], at=LATER)


def correct(session: Session, text: str, version: int = 1, reason: str = "Ghi sai tên") -> Minutes:
    return minutes.correct(
        meeting=session.meeting, text=text, reason=reason, version=version, by=session.officer, at=LATER
    )


def test_the_first_version_comes_with_the_end_of_the_meeting(session: Session) -> None:
    one = Minutes.objects.get()

    assert (one.number, one.text, one.fixed_at) == (1, draft(session.meeting), None)
    assert [row["Kết luận"] for row in one.results] == ["chưa xét tại phiên này"] * 2


def test_the_minutes_say_who_was_there_and_who_was_not_and_why(cast: Cast) -> None:
    session = with_agenda(called(cast))
    roll(session, {0: EXCUSED, 6: ABSENT})
    open_it(session, presided_by=1)

    where = "Uỷ viên, Trường Cao đẳng Luật Sông Lam"
    assert sections(session.meeting)["II. THÀNH PHẦN"] == [
        f"Chủ trì: Uỷ viên Thứ 1, {where}, Phó Chủ tịch Hội đồng.",
        "Chủ tịch Hội đồng Uỷ viên Thứ 0 vắng mặt (Đi công tác); Phó Chủ tịch chủ trì.",
        f"Thư ký: Uỷ viên Thứ 2, {where}, Uỷ viên thư ký Hội đồng.",
        "Tổng số thành viên Hội đồng: 07; có mặt: 05; vắng mặt: 02.",
        (
            "Điều kiện họp: từ 2/3 tổng số thành viên trở lên, ít nhất 5 thành viên "
            "(Hội đồng Thi đua - Khen thưởng Trường quy định): đủ."
        ),
        "Thành viên có mặt:",
        f"1. Uỷ viên Thứ 1, {where}, Phó Chủ tịch Hội đồng",
        f"2. Uỷ viên Thứ 2, {where}, Uỷ viên thư ký Hội đồng",
        *[f"{place}. Uỷ viên Thứ {place}, {where}, Uỷ viên Hội đồng" for place in (3, 4, 5)],
        "Thành viên vắng mặt:",
        f"1. Uỷ viên Thứ 0, {where}, Chủ tịch Hội đồng: Đi công tác",
        f"2. Uỷ viên Thứ 6, {where}, Uỷ viên Hội đồng",
    ]


def test_the_minutes_say_when_somebody_left(cast: Cast) -> None:
    session = going(cast)
    attending.leave(meeting=session.meeting, member=session.members[5], by=session.officer, at=LATER)

    present = sections(session.meeting)["II. THÀNH PHẦN"]

    assert "6. Uỷ viên Thứ 5, Uỷ viên, Trường Cao đẳng Luật Sông Lam, Uỷ viên Hội đồng (về lúc 11:00)" in present


def test_the_minutes_say_who_did_not_vote_on_what_and_why(cast: Cast) -> None:
    session = going(cast)
    case = session.cases[0]
    interests.declare(case=case, member=session.members[4], note="Cùng đề tài", by=session.users[4], at=NOW)

    assert sections(session.meeting)["IV. QUAN HỆ LỢI ÍCH"] == [
        "- Uỷ viên Thứ 4 không bỏ phiếu trường hợp Người Được Xét 0: tự khai cho hồ sơ này (Cùng đề tài).",
        "Thành viên nêu trên không tính vào tổng số thành viên khi tính tỷ lệ của trường hợp đó.",
    ]


def test_the_minutes_give_votes_base_share_and_threshold_and_the_opinions_of_absent_members(cast: Cast) -> None:
    chamber = seat(cast, absent=1)
    first, second = chamber.cases
    opinions.note_opinions(
        meeting=chamber.meeting,
        member=chamber.members[8],
        choices={first.pk: Choice.FOR},
        text="Xứng đáng",
        by=chamber.officer,
        at=NOW,
    )
    poll, _keys = opened(chamber, Mode.HANDS)
    counts = {one.pk: Count(6, 1, 1) for one in poll.cases.all()}
    counting.count_hands(poll=poll, counts=counts, by=chamber.officer, at=NOW)
    recommend, refuse = MeetingCase.Outcome.RECOMMEND, MeetingCase.Outcome.POSTPONE
    conclude(case=first, outcome=recommend, by=chamber.officer, at=NOW)
    conclude(case=second, outcome=refuse, reason="Chờ bổ sung", by=chamber.officer, at=NOW)

    said = sections(chamber.meeting)

    assert said["V. KẾT QUẢ BỎ PHIẾU"] == [
        "1. Người Được Xét 0:",
        (
            "- Lần 1, biểu quyết giơ tay: 8 người bỏ phiếu; đồng ý 6, không đồng ý 1, không ý kiến 1. "
            "Ý kiến bằng văn bản của người vắng: đồng ý 1, không đồng ý 0, không ý kiến 0. "
            "Đồng ý 7/9 (77,77%); cần trên 50% tổng số thành viên (5 phiếu): đạt "
            "(Hội đồng Thi đua - Khen thưởng Trường quy định)."
        ),
        "- Thành viên vắng có ý kiến bằng văn bản: Uỷ viên Thứ 8 đồng ý (Xứng đáng).",
        "2. Người Được Xét 1:",
        (
            "- Lần 1, biểu quyết giơ tay: 8 người bỏ phiếu; đồng ý 6, không đồng ý 1, không ý kiến 1. "
            "Đồng ý 6/9 (66,66%); cần trên 50% tổng số thành viên (5 phiếu): đạt "
            "(Hội đồng Thi đua - Khen thưởng Trường quy định)."
        ),
    ]
    assert said["VI. KẾT LUẬN CỦA HỘI ĐỒNG"] == [
        "Đề nghị công nhận (01):",
        "- Người Được Xét 0",
        "Hoãn, xét lại sau (01):",
        "- Người Được Xét 1: Chờ bổ sung",
    ]


def test_a_correction_is_a_version_and_the_earlier_one_stays(session: Session) -> None:
    first = Minutes.objects.get()

    correct(session, first.text.replace("Phòng họp A", "Phòng họp B"))

    kept = list(Minutes.objects.order_by("number").values_list("number", "text", "reason"))
    assert kept == [
        (1, first.text, ""),
        (2, first.text.replace("Phòng họp A", "Phòng họp B"), "Ghi sai tên"),
    ]


def test_a_correction_says_why_and_changes_something(session: Session) -> None:
    text = Minutes.objects.get().text

    with pytest.raises(NoReason):
        correct(session, "Khác", reason=" ")
    with pytest.raises(NothingChanged):
        correct(session, text.replace("\n", "\r\n"))

    assert Minutes.objects.count() == 1


def test_two_who_correct_do_not_overwrite_each_other(session: Session) -> None:
    correct(session, "Bản của người thứ nhất")

    with pytest.raises(ChangedMeanwhile) as refused:
        correct(session, "Bản của người thứ hai")

    assert isinstance(refused.value.now, Minutes)
    assert refused.value.now.text == "Bản của người thứ nhất"


def test_the_table_of_votes_is_not_written_by_hand(session: Session) -> None:
    before = Minutes.objects.get().results

    made = correct(session, "Không ai được bỏ phiếu")

    assert made.results == before


def test_two_signatures_fix_the_minutes(session: Session) -> None:
    one = sign(session, 2)
    before = (one.fixed_at, Meeting.objects.get().stage)

    one = sign(session, 0)

    assert before == (None, "held")
    assert (one.fixed_at, Meeting.objects.get().stage) == (LATER, "minuted")
    assert Event.objects.latest("id").details == {"minutes": 1, "fixed": True}


def test_nobody_signs_twice_or_for_another(session: Session) -> None:
    sign(session, 0)

    with pytest.raises(SignedAlready):
        sign(session, 0)
    for place in (1, 3):
        with pytest.raises(NotYoursToSign):
            sign(session, place)
    with pytest.raises(NotYoursToSign):
        minutes.sign(meeting=session.meeting, version=1, by=session.officer, at=LATER)

    assert Minutes.objects.get().fixed_at is None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_who_has_no_right_to_sign_is_refused_before_anything_else(session: Session, role: Role) -> None:
    """Who has the right still signs only as the one who presided or kept the minutes."""
    refusal: type[Exception] = NotYoursToSign if role in PERMISSIONS[Deed.SIGN_MINUTES] else NotAllowed

    with pytest.raises(refusal):
        minutes.sign(meeting=session.meeting, version=1, by=holder(role), at=LATER)


def test_a_deputy_who_presided_signs(cast: Cast) -> None:
    session = with_agenda(called(cast))
    roll(session, {0: EXCUSED})
    open_it(session, presided_by=1)
    meetings.end(meeting=session.meeting, by=session.officer, at=LATER)

    sign(session, 1)
    sign(session, 2)

    assert Meeting.objects.get().stage == "minuted"


def test_what_is_signed_is_what_was_read(session: Session) -> None:
    correct(session, "Bản hai")

    with pytest.raises(ChangedMeanwhile):
        sign(session, 0)


def test_a_correction_after_a_signature_is_signed_anew(session: Session) -> None:
    sign(session, 0)

    made = correct(session, "Bản hai")

    told = Notice.objects.get(key=f"minutes:{made.pk}")
    assert (made.chair_at, told.user) == (None, session.users[0])
    assert told.text == ("Biên bản «Phiên họp xét năm 2025» đã sửa sau khi bạn ký: Ghi sai tên. Hãy đọc và ký lại.")


def test_what_is_fixed_is_neither_corrected_nor_signed(session: Session) -> None:
    sign(session, 0)
    sign(session, 2)
    before = Event.objects.count()

    with pytest.raises(WrongStage):
        correct(session, "Bản hai")
    with pytest.raises(WrongStage):
        sign(session, 0)

    assert (Minutes.objects.count(), Event.objects.count()) == (1, before)


@pytest.fixture
def _guarded(session: Session) -> Iterator[None]:
    guard.put_up(connection)
    yield
    guard.take_down(connection)


@pytest.mark.usefixtures("_guarded")
@pytest.mark.parametrize(
    "change", [{"text": "Khác"}, {"number": 9}, {"reason": "Khác"}, {"results": []}, {"written_at": NOW}]
)
def test_the_database_rewrites_no_version(change: dict[str, Any]) -> None:
    with pytest.raises(DatabaseError, match="minutes are kept"), transaction.atomic():
        Minutes.objects.update(**change)


@pytest.mark.usefixtures("_guarded")
def test_the_database_deletes_no_version() -> None:
    with pytest.raises(DatabaseError, match="minutes are kept"), transaction.atomic():
        Minutes.objects.all().delete()


@pytest.mark.usefixtures("_guarded")
def test_the_database_takes_signatures_and_then_nothing(session: Session) -> None:
    sign(session, 0)
    sign(session, 2)

    one = Minutes.objects.get()
    with pytest.raises(DatabaseError, match="minutes are kept"), transaction.atomic():
        Minutes.objects.update(fixed_at=None, chair_at=None, chair_by=None)
    with pytest.raises(DatabaseError, match="minutes are kept"), transaction.atomic():
        Minutes.objects.create(
            meeting=one.meeting,
            number=2,
            text="Bản hai",
            results=[],
            reason="Khác",
            written_by=session.officer,
            written_at=LATER,
        )


def test_a_meeting_called_by_another_name_keeps_it_in_its_minutes(cast: Cast) -> None:
    session = called(cast)
    meetings.change(
        meeting=session.meeting,
        terms=terms(name="Phiên bất thường", guests="Bà Lan\nÔng Hải"),
        version=1,
        by=session.officer,
        at=NOW,
    )
    with_agenda(session)
    roll(session)
    open_it(session)

    text = laid_out(draft(session.meeting))

    assert text[0] == ("BIÊN BẢN", ["HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Phiên bất thường"])
    assert text[2][1][-1] == "Khách mời (không bỏ phiếu): Bà Lan; Ông Hải"


def test_a_late_chair_is_told_of_in_the_minutes(cast: Cast, chamber: Chamber) -> None:
    chamber.meeting.presided_by = chamber.members[1]
    chamber.meeting.save()
    attending.leave(meeting=chamber.meeting, member=chamber.members[0], by=cast.officer, at=LATER)

    said = sections(chamber.meeting)["II. THÀNH PHẦN"]

    assert said[1] == "Chủ tịch Hội đồng Uỷ viên Thứ 0 về trước khi kết thúc; Phó Chủ tịch tiếp tục chủ trì."


def test_the_table_of_votes_keeps_its_columns_whatever_order_the_database_gives_them() -> None:
    mixed = {
        "Lý do": "",
        "Kết luận": "hoãn",
        "Chức vụ": "Giảng viên",
        "Ai, tập thể nào": "An",
        "Số": "1",
        "Khác": "",
        "Đơn vị": "KL",
    }

    (row,) = in_order([mixed])

    assert list(row) == ["Số", "Ai, tập thể nào", "Chức vụ", "Đơn vị", "Kết luận", "Lý do", "Khác"]
