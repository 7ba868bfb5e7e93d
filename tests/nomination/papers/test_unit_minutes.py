"""The minutes of a unit's meeting, as they were written down."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.stages import RoundStage, UnitMeetingStage
from lantoa.nomination.actions.unit_meetings import writing
from lantoa.nomination.models import UnitMeeting
from lantoa.nomination.queries.papers.unit_minutes import SOURCE
from lantoa.papers.sources import NotReady
from tests.cast import NOW, Cast
from tests.nomination.papers.printing import DAY, lines
from tests.nomination.rounds import meeting_at, notes, round_at


@pytest.fixture
def meeting(cast: Cast) -> UnitMeeting:
    return meeting_at(UnitMeetingStage.HELD, cast)


def test_a_head_has_the_minutes_of_the_own_units_only(cast: Cast, meeting: UnitMeeting) -> None:
    found = {user.username: list(SOURCE.things(actor_of(user), None)) for user in (cast.head, cast.other_head)}

    assert {name: [thing.words for thing in things] for name, things in found.items()} == {
        "khoa": ["Khoa Luật, Đợt xét năm 2025"],
        "dung": [],
    }


def test_the_minutes_say_who_was_there_and_of_what_the_share_is_counted(cast: Cast, meeting: UnitMeeting) -> None:
    texts = lines(SOURCE, str(meeting.pk))

    assert texts[:3] == ["TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM", "KHOA LUẬT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert texts[-6:] == ["THƯ KÝ", "Lê Thanh Bình", "CHỦ TỌA", "Trần Văn Khoa", "Nơi nhận:", "- Lưu: VT, Hồ sơ."]
    assert [text for text in texts if text.startswith("3/3")] == ["3/3 tổng số thành viên"]


def test_the_minutes_say_when_it_began_and_ended_and_as_what_everybody_works(cast: Cast, meeting: UnitMeeting) -> None:
    texts = lines(SOURCE, str(meeting.pk))

    assert [text for text in texts if " giờ " in text] == [
        "Thời gian bắt đầu: 08 giờ 30 phút, ngày 14 tháng 01 năm 2026.",
        "Cuộc họp kết thúc vào 10 giờ 05 phút cùng ngày./.",
    ]
    assert texts[texts.index("Lê Thanh Bình") :][:5] == [
        "Lê Thanh Bình",
        "Giảng viên, Bộ môn Luật Dân sự",
        "3",
        "0",
        "0",
    ]


def test_minutes_signed_when_nobody_noted_hours_leave_room_for_them(cast: Cast, meeting: UnitMeeting) -> None:
    UnitMeeting.objects.update(begins=None, ends=None)

    assert [text for text in lines(SOURCE, str(meeting.pk)) if "giờ" in text] == [
        "Thời gian bắt đầu: … giờ … phút, ngày 14 tháng 01 năm 2026.",
        "Cuộc họp kết thúc vào … giờ … phút cùng ngày./.",
    ]


def test_a_meeting_that_nobody_chairs_yet_has_no_minutes(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)
    written = writing.write(one=one, unit=cast.faculty, notes=notes(cast, chair=None), seen=0, by=cast.officer, at=NOW)
    thing = SOURCE.find(str(written.pk))

    assert thing is not None
    with pytest.raises(NotReady, match="người chủ trì"):
        SOURCE.contents(thing.key, DAY)


def test_nobody_is_nominated_for_a_reason(cast: Cast, meeting: UnitMeeting) -> None:
    UnitMeeting.objects.filter(pk=meeting.pk).update(nobody="Chưa ai đủ điều kiện")

    assert [text for text in lines(SOURCE, str(meeting.pk)) if text.startswith("Đơn vị không")] == [
        "Đơn vị không giới thiệu ai. Lý do: Chưa ai đủ điều kiện."
    ]


def test_the_minutes_are_for_those_who_see_the_papers_of_the_unit(cast: Cast, meeting: UnitMeeting) -> None:
    users = (cast.officer, cast.head, cast.other_head, cast.staff)

    assert [bool(SOURCE.may(actor_of(user), str(meeting.pk))) for user in users] == [True, True, False, False]
    assert SOURCE.find("x") is None
