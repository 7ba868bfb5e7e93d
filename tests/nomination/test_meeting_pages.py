"""The pages of unit meetings: written and signed in the browser, read by others, refused with a sentence."""

from typing import Any

import pytest

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.stages import RoundStage, UnitMeetingStage
from lantoa.nomination.actions.unit_meetings import signing, writing
from lantoa.nomination.models import Round, UnitMeeting
from lantoa.register.models import Person
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.nomination.rounds import meeting_at, nomination_in, notes, round_at


@pytest.fixture
def one(cast: Cast) -> Round:
    return round_at(RoundStage.OPEN, cast)


@pytest.fixture
def page(one: Round) -> str:
    return f"/dot-xet/{one.pk}/don-vi/KL/hop/"


def typed(cast: Cast, *rows: tuple[str, str, str, str], **other: Any) -> dict[str, Any]:
    """What the head types: those rows of nominees and votes."""
    given: dict[str, Any] = {
        "held_on": "14/1/2026",
        "begins": "8:30",
        "ends": "10:05",
        "place": "Phòng họp khoa",
        "chair": cast.head.person_id,
        "secretary": cast.lecturer.pk,
        "text": "Mọi người đều tham gia ý kiến.",
        "version": "0",
        "nguoi-TOTAL_FORMS": len(rows),
        "nguoi-INITIAL_FORMS": "0",
    }
    for place, row in enumerate(rows):
        names = ("subject", "votes_for", "votes_against", "votes_blank")
        given |= {f"nguoi-{place}-{name}": value for name, value in zip(names, row, strict=True)}
    return given | other


BINH = ("Lê Thanh Bình (CB6)", "2", "0", "0")
NOBODY = ("", "", "", "")


def test_the_head_saves_a_draft_and_signs(cast: Cast, page: str) -> None:
    client, staff = signed_in(cast.head), Person.objects.get(pk=cast.staff.person_id)

    client.post(page, typed(cast, ("Lê Thanh Bình (CB6)", "", "", ""), NOBODY))
    client.post(page, typed(cast, BINH, version="1", ky="1", **{f"vang-{staff.pk}": "nghỉ ốm"}))

    made = UnitMeeting.objects.get()
    seats = dict(made.attendances.values_list("person__subject__code", "reason"))
    votes = list(made.votes.values_list("subject__code", "votes_for", "votes_against", "votes_blank"))
    assert (made.stage, made.signed_by, made.version, seats, votes) == (
        "held",
        cast.head,
        2,
        {"CB2": "", "CB5": "nghỉ ốm", "CB6": ""},
        [("CB6", 2, 0, 0)],
    )


def test_who_has_a_draft_nomination_is_on_the_list(cast: Cast, one: Round, page: str) -> None:
    nomination_in(one, cast)

    assert 'value="Lê Thanh Bình (CB6)"' in signed_in(cast.head).get(page).content.decode()


def test_what_was_saved_is_there_again(cast: Cast, one: Round, page: str) -> None:
    meeting_at(UnitMeetingStage.PREPARED, cast, one)

    content = signed_in(cast.head).get(page).content.decode()

    assert [f'value="{said}"' in content for said in ("Phòng họp khoa", "Lê Thanh Bình (CB6)", "08:30", "10:05")] == [
        True,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"held_on": "14/1/2027"}, 422, "Ngày họp chưa đến"),
        ({"chair": ""}, 422, "Chưa ghi chủ trì và thư ký"),
        ({"begins": ""}, 422, "Chưa ghi giờ bắt đầu và giờ kết thúc"),
        ({"begins": "tám giờ"}, 422, "một thời gian hợp lệ"),
        ({"ends": "8:00"}, 422, "Giờ kết thúc phải sau giờ bắt đầu"),
        ({"nguoi-0-votes_for": "9"}, 422, "tổng 9 phiếu, trong khi có mặt 3 người"),
        ({"nguoi-0-votes_for": "-1"}, 422, "lớn hơn hoặc bằng"),
        ({"nguoi-0-subject": "Ai đó"}, 422, "Chưa rõ là ai"),
        ({"nguoi-0-subject": "Nguyễn Thị Mai (CB4)", "nguoi-0-votes_for": "3"}, 422, "không thuộc Khoa Luật"),
        ({"nguoi-0-subject": ""}, 422, "Chưa ghi ai được bình xét"),
    ],
)
def test_what_cannot_be_signed_is_explained_and_nothing_is_lost(
    given: dict[str, str], status: int, sentence: str, cast: Cast, page: str
) -> None:
    answer = signed_in(cast.head).post(page, typed(cast, BINH, ky="1") | given)

    content = answer.content.decode()
    assert (answer.status_code, UnitMeeting.objects.count()) == (status, 0)
    assert [sentence in content, "Mọi người đều tham gia ý kiến." in content] == [True, True]


def test_a_nominee_twice_is_refused(cast: Cast, page: str) -> None:
    answer = signed_in(cast.head).post(page, typed(cast, BINH, BINH))

    assert (answer.status_code, "Ghi trùng: Lê Thanh Bình." in answer.content.decode()) == (422, True)


def test_of_two_who_write_the_second_sees_both_texts(cast: Cast, one: Round, page: str) -> None:
    told = notes(cast, text="Bản của chuyên viên")
    writing.write(one=one, unit=cast.faculty, notes=told, seen=0, by=cast.officer, at=NOW)

    answer = signed_in(cast.head).post(page, typed(cast, BINH, text="Bản của trưởng khoa"))

    content = answer.content.decode()
    assert (answer.status_code, UnitMeeting.objects.get().text) == (409, "Bản của chuyên viên")
    assert ["Bản của trưởng khoa" in content, "Bản của chuyên viên" in content] == [True, True]
    assert 'name="version" value="1"' in content


def test_a_head_does_not_sign_about_oneself(cast: Cast, page: str) -> None:
    answer = signed_in(cast.head).post(page, typed(cast, ("Trần Văn Khoa (CB2)", "3", "0", "0"), ky="1"))

    assert (answer.status_code, "Không ai tự đề cử mình" in answer.content.decode()) == (403, True)


def test_nobody_this_year_with_a_reason(cast: Cast, page: str) -> None:
    client = signed_in(cast.head)

    silent = client.post(f"{page}khong-gioi-thieu/", {"reason": " "})
    client.post(f"{page}khong-gioi-thieu/", {"reason": "Chưa ai đủ điều kiện"})

    made = UnitMeeting.objects.get()
    assert (silent.status_code, made.stage, made.nobody) == (422, "held", "Chưa ai đủ điều kiện")
    assert "Chưa ai đủ điều kiện" in client.get(page).content.decode()


def test_signed_minutes_are_read_and_opened_again(cast: Cast, one: Round, page: str) -> None:
    meeting_at(UnitMeetingStage.HELD, cast, one)
    client = signed_in(cast.head)

    content = client.get(page).content.decode()
    client.post(f"{page}mo-lai/", {"reason": "Ghi nhầm phiếu"})

    assert "14/01/2026, 08:30–10:05" in content
    assert ["3/3 người" in content, "đủ phiếu" in content, "<form class=" in content] == [True, True, True]
    assert UnitMeeting.objects.get().stage == "prepared"


def test_once_sent_the_button_says_why_it_does_nothing(cast: Cast, one: Round, page: str) -> None:
    meeting_at(UnitMeetingStage.HELD, cast, one)
    nomination_in(one, cast, stage="sent")
    client = signed_in(cast.head)

    content = client.get(page).content.decode()
    answer = client.post(f"{page}mo-lai/", {"reason": "Sửa"})

    assert ["hãy rút hồ sơ trước" in content, answer.status_code] == [True, 409]


@pytest.mark.parametrize("deed", ["", "khong-gioi-thieu/"])
def test_what_was_signed_meanwhile_stands(deed: str, cast: Cast, one: Round, page: str) -> None:
    meeting_at(UnitMeetingStage.HELD, cast, one)

    answer = signed_in(cast.head).post(f"{page}{deed}", typed(cast, BINH, version="1", reason="x"))

    assert (answer.status_code, UnitMeeting.objects.get().signed_by) == (409, cast.officer)


def readers(cast: Cast) -> dict[str, User]:
    member = people.account("uyvien", Role.MEMBER)
    return {"member": member, "head": cast.head, "other_head": cast.other_head, "staff": cast.staff}


@pytest.mark.parametrize(("name", "status"), [("member", 200), ("head", 200), ("other_head", 403), ("staff", 403)])
def test_minutes_are_read_by_the_unit_and_those_who_decide(
    name: str, status: int, cast: Cast, one: Round, page: str
) -> None:
    signing.say_nobody(one=one, unit=cast.faculty, reason="Chưa ai", by=cast.head, at=NOW)

    assert signed_in(readers(cast)[name]).get(page).status_code == status


def test_a_draft_is_not_shown_to_the_council(cast: Cast, one: Round, page: str) -> None:
    meeting_at(UnitMeetingStage.PREPARED, cast, one)

    content = signed_in(readers(cast)["member"]).get(page).content.decode()

    assert ["Biên bản chưa ký" in content, "Phòng họp khoa" in content] == [True, False]


def test_no_unit_no_meeting(cast: Cast, one: Round) -> None:
    assert signed_in(cast.officer).get(f"/dot-xet/{one.pk}/don-vi/KHONG-CO/hop/").status_code == 404


def test_the_leaders_of_the_school_meet_among_themselves(cast: Cast, one: Round) -> None:
    people.person("CB8", "Hoàng Minh Đức", cast.school, "Hiệu trưởng", is_head=True)

    answer = signed_in(cast.officer).get(f"/dot-xet/{one.pk}/don-vi/SL/hop/")

    assert [one.subject.name for one, _field in answer.context["form"].seats] == ["Hoàng Minh Đức"]
