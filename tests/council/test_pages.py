"""Pages of the Council: called, read, opened and signed from the browser; few queries however long the lists."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.council.actions import meetings
from lantoa.council.models import Council, CouncilMember, Interest, Meeting, Relation
from lantoa.council.queries.deadlines import meetings as coming
from lantoa.council.queries.deadlines import signatures
from lantoa.domain.authority import Role
from lantoa.nomination.models import (
    Consent,
    Evidence,
    OfficeAnswer,
    Round,
    Statement,
    UnitMeeting,
    UnitVote,
    VerificationEnd,
)
from tests.cast import NOW, Cast, signed_in
from tests.council.chamber import cleared, nominee
from tests.council.sessions import (
    ABSENT,
    DAY,
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

QUERIES = 15
MANY = 40
ACROSS = {"HX-Request": "true"}


def read(user: User, address: str, status: int = 200) -> str:
    answer = signed_in(user).get(f"/hoi-dong/{address}")
    assert answer.status_code == status
    return answer.content.decode()


def send(user: User, address: str, **fields: Any) -> Any:
    """The page that answers; the one it leads to when `follow` is among the fields."""
    return signed_in(user).post(f"/hoi-dong/{address}", fields, follow=bool(fields.pop("follow", False)))


def said(answer: Any) -> list[str]:
    """The sentences at the top of the page that follows."""
    return [str(one) for one in answer.context["messages"]]


def sheet(user: User, address: str) -> list[tuple[Any, ...]]:
    answer = signed_in(user).get(f"/hoi-dong/{address}")
    rows = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert rows is not None
    return [tuple(cell.value for cell in row) for row in rows.iter_rows()]


def dressed(cast: Cast, session: Session) -> None:
    """Everything that a pack may hold, about every case."""
    the_round = Round.objects.get()
    who: dict[str, Any] = {"made_by": cast.head, "made_at": NOW}
    meeting = UnitMeeting.objects.create(
        round=the_round, unit=cast.division, stage="held", held_on=DAY, signed_by=cast.head, signed_at=NOW, **who
    )
    for one in session.nominations:
        one.verdict = {"verdict": "met", "day": "2026-01-05", "findings": [FINDING]}
        one.save()
        Evidence.objects.create(
            nomination=one,
            criterion="G1",
            shows="Giấy khen",
            link="https://truong.example/gk",
            added_by=cast.head,
            added_at=NOW,
        )
        Statement.objects.create(
            nomination=one,
            name="Bà Lan",
            position="Trưởng khoa",
            text="Rất tận tuỵ",
            recorded_by=cast.head,
            recorded_at=NOW,
        )
        Consent.objects.create(nomination=one, is_given=True, by=cast.staff, at=NOW)
        UnitVote.objects.create(meeting=meeting, subject=one.subject, votes_for=9, votes_against=1, votes_blank=2)
        OfficeAnswer.objects.create(
            nomination=one,
            office="personnel",
            criterion="G1",
            answer="not_met",
            grounds="Còn đơn chưa xong",
            said_by=cast.officer,
            said_at=NOW,
        )
        VerificationEnd.objects.create(
            nomination=one, words="Đề nghị Hội đồng cân nhắc", is_clean=False, ended_by=cast.officer, ended_at=NOW
        )


OF_PLAN = {"edition": "nganh-tu-phap-2021-2025"}
FINDING = {
    "criterion": "G1",
    "text": "Đoàn kết nội bộ",
    "verdict": "met",
    "sentence": "Đã xác nhận năm 2025.",
    "rows": ["Biên bản họp đơn vị"],
}


def test_the_whole_pack_of_a_case_stands_on_one_screen(cast: Cast) -> None:
    session = with_agenda(called(cast))
    dressed(cast, session)

    shown = read(session.users[3], f"{session.meeting.pk}/ho-so/{session.cases[0].pk}/")

    for words in (
        "Đoàn kết nội bộ",
        "Đã xác nhận năm 2025.",
        "Biên bản họp đơn vị",
        "Giấy khen",
        "Rất tận tuỵ",
        "đồng ý 9, không đồng ý 1, không ý kiến 2 (ngày 15/01/2026)",
        "Còn đơn chưa xong",
        "Đề nghị Hội đồng cân nhắc",
        "Không có ý kiến phản ánh trong thời gian công khai.",
    ):
        assert words in shown


def test_a_member_does_not_read_the_pack_about_oneself(cast: Cast) -> None:
    session = called(cast, nominees=0)
    session.nominations.append(cleared(cast, session.members[4].person, cast.officer))
    with_agenda(session)
    dressed(cast, session)
    address = f"{session.meeting.pk}/ho-so/{session.cases[0].pk}/"

    assert "Còn đơn chưa xong" not in read(session.users[4], address)
    assert "Đây là hồ sơ của chính bạn" in read(session.users[4], address)
    assert "Còn đơn chưa xong" not in read(session.users[4], f"{session.meeting.pk}/tai-lieu/")
    assert "Còn đơn chưa xong" in read(session.users[5], address)


@pytest.mark.parametrize("nominees", [1, 3, MANY])
@pytest.mark.parametrize("page", ["", "{m}/", "{m}/ho-so/", "{m}/ho-so/{c}/", "{m}/tai-lieu/", "{m}/diem-danh/"])
def test_pages_ask_the_same_few_questions_however_many_rows(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, page: str, nominees: int
) -> None:
    session = with_agenda(called(cast, nominees=nominees))
    dressed(cast, session)
    for place in range(nominees):
        cleared(cast, nominee(cast, 100 + place), cast.officer)
    client = signed_in(cast.officer)
    address = "/hoi-dong/" + page.format(m=session.meeting.pk, c=session.cases[0].pk)

    with django_assert_max_num_queries(QUERIES):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("nominees", [1, MANY])
@pytest.mark.parametrize("page", ["", "bien-ban/", "bien-ban/sua/"])
def test_a_meeting_that_is_over_asks_few_questions_too(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, page: str, nominees: int
) -> None:
    session = ended_with(cast, nominees)
    client = signed_in(session.users[0] if page != "bien-ban/sua/" else cast.officer)

    with django_assert_max_num_queries(QUERIES):
        assert client.get(f"/hoi-dong/{session.meeting.pk}/{page}").status_code == 200


def ended_with(cast: Cast, nominees: int) -> Session:
    session = with_agenda(called(cast, nominees=nominees))
    roll(session)
    open_it(session)
    meetings.end(meeting=session.meeting, by=session.officer, at=LATER)
    return session


def test_the_list_is_searched_without_accents_filtered_and_sorted(cast: Cast) -> None:
    session = called(cast)
    meetings.prepare(
        council=session.council, terms=terms(name="Phiên bất thường", place="Hội trường lớn"), by=cast.officer, at=NOW
    )
    names = {"Phiên họp xét năm 2025", "Phiên bất thường"}

    def found(query: str) -> set[str]:
        shown = read(cast.officer, f"?{query}")
        return {name for name in names if name in shown}

    assert found("q=bat+thuong") == {"Phiên bất thường"}
    assert found("q=hoi+truong") == {"Phiên bất thường"}
    assert found("buoc=prepared&nam=2026") == names
    assert found("buoc=held") == set()
    assert found("nam=2025") == set()
    assert [row[0] for row in sheet(cast.officer, "xuat/?sap_xep=ten")[1:]] == [
        "Phiên bất thường",
        "Phiên họp xét năm 2025",
    ]


def test_the_agenda_is_searched_filtered_and_taken_as_excel(cast: Cast) -> None:
    session = with_agenda(called(cast, nominees=3))
    address = f"{session.meeting.pk}/"

    assert "Người Được Xét 1" not in read(cast.officer, f"{address}?q=duoc+xet+2")
    assert "Không có hồ sơ nào như vậy" in read(cast.officer, f"{address}?loai=collective")
    assert "Người Được Xét 2" in read(cast.officer, f"{address}?ket_luan=chua&sap_xep=-ten")
    assert [row[:3] for row in sheet(cast.officer, f"{address}xuat/?sap_xep=-thu_tu")[1:]] == [
        ("3", "DC2", "Người Được Xét 2"),
        ("2", "DC1", "Người Được Xét 1"),
        ("1", "DC0", "Người Được Xét 0"),
    ]


def test_a_part_of_the_list_comes_alone_across_the_page(cast: Cast) -> None:
    session = with_agenda(called(cast))

    for page in ("", f"{session.meeting.pk}/", f"{session.meeting.pk}/ho-so/"):
        shown = signed_in(cast.officer).get(f"/hoi-dong/{page}", headers=ACROSS).content.decode()
        assert shown.strip().startswith('<div id="rows">')


def test_empty_pages_teach_the_first_step(cast: Cast) -> None:
    assert "Ghi quyết định thành lập và các thành viên trước" in read(cast.officer, "")
    assert "Chưa ghi thành viên nào" in read(cast.officer, "thanh-phan/")
    session = called(cast, nominees=0)

    assert "Chương trình chưa có hồ sơ nào" in read(cast.officer, f"{session.meeting.pk}/")
    assert "Không còn hồ sơ nào chờ Hội đồng" in read(cast.officer, f"{session.meeting.pk}/ho-so/")
    assert "Chưa có tài liệu" in read(cast.officer, f"{session.meeting.pk}/tai-lieu/")
    assert "Biên bản tự lập khi phiên họp kết thúc" in read(cast.officer, f"{session.meeting.pk}/bien-ban/")


def test_without_a_council_no_meeting_is_called(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/hoi-dong/moi/", follow=True)

    assert answer.redirect_chain == [("/hoi-dong/thanh-phan/", 302)]


def test_the_officer_writes_a_council_and_its_members(cast: Cast) -> None:
    term: dict[str, Any] = {"name": "Hội đồng", "decision": "12/QĐ", "decided": "2/1/2025", "since": "2/1/2025"}
    send(cast.officer, "thanh-phan/moi/", **term)
    council = Council.objects.get()
    given = {"person": "CB6", "seat": "chair", "since": "2/1/2025", "decision": "12/QĐ"}
    send(cast.officer, f"thanh-phan/{council.pk}/them/", **given)
    again = send(cast.officer, f"thanh-phan/{council.pk}/them/", **given)
    member = CouncilMember.objects.get()
    send(cast.officer, f"thanh-vien/{member.pk}/thoi/", last_day="31/12/2025", decision="90/QĐ")

    member.refresh_from_db()
    assert (again.status_code, member.until, member.ended_by_decision) == (422, date(2025, 12, 31), "90/QĐ")
    assert "đang là Chủ tịch từ 02/01/2025" in again.content.decode()


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        (
            "thanh-phan/moi/",
            {"name": "Hội đồng", "decision": "1", "decided": "1/1/2025", "since": "1/1/2025", "until": "31/12/2024"},
        ),
        ("thanh-phan/{council}/them/", {"person": "Không Ai Cả", "seat": "chair", "since": "1/1/2025"}),
        ("thanh-vien/{member}/thoi/", {"last_day": "1/1/2020"}),
        ("moi/", {"name": "Phiên", "day": "31/2/2026", "time": "8:30", "place": "A"}),
        (
            "moi/",
            {"name": "Phiên", "edition": "nganh-tu-phap-2021-2025", "day": "1/1/2020", "time": "8:30", "place": "A"},
        ),
        ("{meeting}/sua/", {"name": ""}),
        ("{meeting}/diem-danh/", {"state_{first}": "excused"}),
    ],
)
def test_what_is_badly_written_comes_back_with_its_sentence(cast: Cast, address: str, fields: dict[str, str]) -> None:
    session = called(cast)
    keys = {
        "council": session.council.pk,
        "member": session.members[3].pk,
        "meeting": session.meeting.pk,
        "first": session.members[0].pk,
    }

    answer = send(cast.officer, address.format(**keys), **{name.format(**keys): text for name, text in fields.items()})

    assert (answer.status_code, "error" in answer.content.decode()) == (422, True)


def test_a_meeting_goes_its_whole_way_in_the_browser(cast: Cast) -> None:
    session = called(cast)
    place: dict[str, Any] = {
        "edition": "nganh-tu-phap-2021-2025",
        "day": "15/1/2026",
        "time": "8:30",
        "place": "Phòng B",
    }
    answer = send(cast.officer, "moi/", name="Phiên thứ hai", version=1, **place)
    meeting = Meeting.objects.get(name="Phiên thứ hai")
    here = f"{meeting.pk}/"
    assert answer["Location"] == f"/hoi-dong/{here}ho-so/"

    send(cast.officer, f"{here}ho-so/", hs=[session.nominations[0].pk])
    send(cast.officer, f"{here}ho-so/", chon="tat-ca")
    states = {f"state_{member.pk}": "present" for member in session.members}
    send(cast.officer, f"{here}diem-danh/", **states)
    send(cast.officer, f"{here}khai-mac/", presided_by=session.members[0].pk, secretary=session.members[2].pk)
    send(cast.officer, f"{here}diem-danh/{session.members[6].pk}/ve/")
    send(cast.officer, f"{here}chu-tri/", presided_by=session.members[1].pk, secretary=session.members[2].pk)
    send(cast.officer, f"{here}ket-thuc/")
    send(cast.officer, f"{here}bien-ban/sua/", text="Bản sửa", reason="Sai giờ", version=1)
    for place_of in (1, 2):
        send(session.users[place_of], f"{here}bien-ban/ky/", version=2)

    meeting.refresh_from_db()
    assert (meeting.stage, meeting.cases.count(), meeting.presences.exclude(left_at=None).count()) == ("minuted", 2, 1)
    assert "đã ký, đã chốt" in read(cast.officer, f"{here}bien-ban/")
    assert "Sai giờ" in read(cast.officer, f"{here}bien-ban/?ban=1")


def test_a_button_that_may_not_be_pressed_says_why(cast: Cast) -> None:
    session = with_agenda(called(cast))
    assert "Còn 7 thành viên chưa điểm danh." in read(cast.officer, f"{session.meeting.pk}/")
    roll(session, dict.fromkeys((3, 4, 5), ABSENT))

    assert "Chưa đủ số thành viên để họp: có mặt 4 trên 7, cần ít nhất 5" in read(
        cast.officer, f"{session.meeting.pk}/"
    )


def test_refusals_come_back_as_sentences(cast: Cast) -> None:
    session = with_agenda(called(cast))
    roll(session)
    here = f"{session.meeting.pk}/"
    first, second, third = (member.pk for member in session.members[:3])

    answers = [
        send(cast.officer, f"{here}khai-mac/", follow=True, presided_by=second, secretary=third),
        send(cast.officer, f"{here}khai-mac/", follow=True, presided_by=third, secretary=first),
        send(cast.officer, f"{here}huy/", follow=True, reason=""),
        send(cast.officer, f"{here}ket-thuc/", follow=True),
        send(cast.officer, f"{here}ho-so/", follow=True),
        send(cast.officer, f"{here}diem-danh/{first}/ve/", follow=True),
    ]

    assert [said(one)[-1][:40] for one in answers] == [
        "Chủ tịch có mặt nên Chủ tịch chủ trì. Ph",
        "Hãy chọn người chủ trì và thư ký trong s",
        "Hãy ghi lý do: người sau cần hiểu vì sao",
        "Chỉ kết thúc phiên họp được khi đang ở b",
        "Bạn chưa chọn hồ sơ nào. Hãy đánh dấu ít",
        "Thành viên này không có mặt hoặc đã về.",
    ]


def test_who_writes_over_another_sees_both_texts(cast: Cast) -> None:
    session = called(cast)
    here = f"{session.meeting.pk}/sua/"
    place: dict[str, Any] = OF_PLAN | {"day": "15/1/2026", "time": "8:30", "version": 1}
    send(cast.officer, here, name="Phiên một", place="Phòng B", **place)

    answer = send(cast.officer, here, name="Phiên hai", place="Phòng C", **place)

    assert answer.status_code == 409
    assert all(words in answer.content.decode() for words in ("Phòng B", "Phòng C", "Bản đang lưu"))


def test_who_corrects_minutes_over_another_sees_both_texts(cast: Cast) -> None:
    session = ended(cast)
    here = f"{session.meeting.pk}/bien-ban/sua/"
    send(cast.officer, here, text="Bản của người thứ nhất", reason="Sai tên", version=1)

    answer = send(cast.officer, here, text="Bản của người thứ hai", reason="Sai giờ", version=1)

    assert answer.status_code == 409
    assert all(f"Bản của người thứ {which}" in answer.content.decode() for which in ("nhất", "hai"))


def test_minutes_may_be_drawn_up_anew_from_what_is_on_file(cast: Cast) -> None:
    session = ended(cast)
    send(cast.officer, f"{session.meeting.pk}/bien-ban/sua/", text="Khác hẳn", reason="Thử", version=1)

    shown = read(cast.officer, f"{session.meeting.pk}/bien-ban/sua/?tu-dong=1")

    assert "HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG" in shown


def test_minutes_are_not_corrected_before_the_end(cast: Cast) -> None:
    session = going(cast)

    answer = signed_in(cast.officer).get(f"/hoi-dong/{session.meeting.pk}/bien-ban/sua/")

    assert answer["Location"] == f"/hoi-dong/{session.meeting.pk}/bien-ban/"


def test_a_member_declares_from_the_page_of_the_case_and_takes_it_back(cast: Cast) -> None:
    session = going(cast)
    here, case = f"{session.meeting.pk}/", session.cases[0]
    send(session.users[4], f"{here}ho-so/{case.pk}/khai/", member=session.members[4].pk, note="Cùng đề tài")
    one = Interest.objects.get()
    assert "Rút khai:" in read(session.users[4], f"{here}ho-so/{case.pk}/")
    assert "Rút khai:" not in read(session.users[5], f"{here}ho-so/{case.pk}/")

    send(session.users[4], f"{here}khai/{one.pk}/rut/")

    assert Interest.objects.count() == 0


def test_a_member_declares_nothing_for_another(cast: Cast) -> None:
    session = going(cast)
    address = f"{session.meeting.pk}/ho-so/{session.cases[0].pk}/khai/"

    send(session.users[4], address, member=session.members[5].pk, note="Cùng đề tài")

    assert Interest.objects.count() == 0


def test_relations_are_declared_and_withdrawn_on_their_page(cast: Cast) -> None:
    session = called(cast)
    user = session.users[3]
    bad = send(user, "quan-he/", subject="CB6", kind="other")
    send(user, "quan-he/", subject="CB6", kind="family", note="em ruột")
    again = send(user, "quan-he/", subject="CB6", kind="family")
    relation = Relation.objects.get()
    assert "em ruột" in read(user, "quan-he/")

    send(user, f"quan-he/{relation.pk}/rut/")

    relation.refresh_from_db()
    assert (bad.status_code, again.status_code, relation.withdrawn_by) == (422, 422, user)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_the_council_is_read_by_its_members_the_officer_and_the_principal(cast: Cast, role: Role) -> None:
    session = ended(cast)
    allowed = role in (Role.OFFICER, Role.MEMBER, Role.CHAIR, Role.PRINCIPAL)
    user = holder(role)

    for page in (
        "",
        "thanh-phan/",
        f"{session.meeting.pk}/",
        f"{session.meeting.pk}/tai-lieu/",
        f"{session.meeting.pk}/bien-ban/",
    ):
        read(user, page, 200 if allowed else 403)


def test_who_sits_is_reminded_of_the_meeting_and_the_signers_of_the_minutes(cast: Cast) -> None:
    session = called(cast)
    before = list(coming(DAY, None))
    mine = list(coming(DAY, session.users[3].pk))
    Round.objects.update(decide_by=DAY + timedelta(days=20))
    with_agenda(session)
    roll(session)
    open_it(session)
    meetings.end(meeting=session.meeting, by=cast.officer, at=LATER)
    unsigned = list(signatures(DAY, None))
    send(session.users[0], f"{session.meeting.pk}/bien-ban/ky/", version=1)

    assert (len(before), [one.user for one in mine]) == (7, [session.users[3].pk])
    assert list(coming(DAY, None)) == []
    assert {one.user for one in unsigned} == {session.users[0].pk, session.users[2].pk}
    assert [(one.user, one.due) for one in signatures(DAY, None)] == [
        (session.users[2].pk, DAY + timedelta(days=20)),
    ]
