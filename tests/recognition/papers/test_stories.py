"""The story of somebody whom a decision recognised: what it is told from, and what it keeps to itself."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.accounts.queries import actor_of
from lantoa.discovery.models import Practice, Prospect
from lantoa.domain.authority import Role
from lantoa.domain.calendar import Window
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.telling import PracticeTold, StoryPaper
from lantoa.domain.records import Level
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.report import report_from_records
from lantoa.papers.pdf.office import Converter
from lantoa.papers.sources import NotReady
from lantoa.papers.word.filling import fill
from lantoa.recognition.models import DecisionItem
from lantoa.recognition.queries.papers.stories import STORY
from lantoa.register.queries.records import book_of
from tests import cast as people
from tests.cast import NOW
from tests.papers.pdf.looking import pages
from tests.recognition.decisions.deciding import TODAY, Desk, recommended
from tests.recognition.going_up import grant
from tests.recognition.papers.reading import TEMPLATES, texts
from tests.recognition.papers.test_yearbook import consent, photograph

LONG = "Một đoạn văn dài kể rành mạch từng việc đã làm của đơn vị trong năm học vừa qua.\n" * 60
TIER = "Điển hình tiên tiến của Trường hằng năm, năm 2025"


def key_of(nomination: Nomination) -> str:
    return f"item:{DecisionItem.objects.get(nomination=nomination, kind='recognise').pk}"


def story(nomination: Nomination) -> StoryPaper:
    made = STORY.contents(key_of(nomination), TODAY)
    assert isinstance(made, StoryPaper)
    return made


def practice(desk: Desk, nomination: Nomination, title: str = "Tổ tư vấn ngày thứ Tư", **given: str) -> Practice:
    told = {"problem": "Người dân đi xa.", "done": "Mở tổ tư vấn.\nTrực mỗi tuần.", "result": "Tư vấn 120 lượt."}
    return Practice.objects.create(
        subject=nomination.subject, title=title, written_by=desk.cast.head, written_at=NOW, **(told | given)
    )


def found(desk: Desk, grounds: str) -> None:
    """At a meeting of the unit."""
    Prospect.objects.create(
        subject=desk.lecturer.subject, unit=desk.cast.division, origin="meeting", grounds=grounds,
        found_by=desk.cast.head, found_at=datetime(2025, 3, 5, tzinfo=UTC), looked_at=NOW,
    )  # fmt: skip


def test_it_says_who_was_recognised_as_what_by_which_decision(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    told = story(desk.lecturer)

    assert (told.issuer, told.unit) == ("TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM", "BỘ MÔN LUẬT DÂN SỰ")
    assert (told.name, told.post) == ("Lê Thanh Bình", "Giảng viên, Bộ môn Luật Dân sự")
    assert told.tier == TIER
    assert told.decision == "Quyết định số 01/QĐ-ĐHTT ngày 15 tháng 01 năm 2026"
    assert (told.text, told.practices, told.found) == (("Báo cáo thành tích",), (), ())


def test_of_a_collective_it_names_the_unit_above(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    told = story(desk.division)

    assert (told.is_collective, told.name, told.post) == (True, "Bộ môn Luật Dân sự", "Khoa Luật")
    assert told.not_public == ""


def test_a_good_way_of_working_is_told_from_its_own_page(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    practice(desk, desk.lecturer, resources="Một phòng\nhai buổi", risks="Đừng hứa quá", learning="Hỏi chị Hạnh")

    told = story(desk.lecturer)

    assert told.practices == (
        PracticeTold(
            title="Tổ tư vấn ngày thứ Tư",
            problem=("Người dân đi xa.",),
            done=("Mở tổ tư vấn.", "Trực mỗi tuần."),
            result=("Tư vấn 120 lượt.",),
        ),
    )
    assert told.spreading == (
        "Nguồn lực cần có: Một phòng hai buổi",
        "Điều cần tránh: Đừng hứa quá",
        "Học ở đâu, hỏi ai: Hỏi chị Hạnh",
    )


def test_the_two_latest_practices_are_told(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    for title in ("Một", "Hai", "Ba"):
        practice(desk, desk.lecturer, title)

    assert [one.title for one in story(desk.lecturer).practices] == ["Ba", "Hai"]


def test_a_long_report_is_cut_to_what_three_pages_hold(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    Nomination.objects.filter(pk=desk.lecturer.pk).update(text="\n".join(["một hai ba bốn"] * 1000))

    told = story(desk.lecturer)

    assert (len(told.text), told.text[-1]) == (150, "một hai ba bốn …")


def test_the_longest_one_has_three_pages(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    consent(desk, desk.lecturer, with_pictures=True)
    photograph(desk, desk.lecturer)
    Nomination.objects.filter(pk=desk.lecturer.pk).update(text=LONG * 4)
    found(desk, LONG)
    for title in ("Một", "Hai"):
        told = dict.fromkeys(("problem", "done", "result", "resources", "risks", "learning"), LONG)
        practice(desk, desk.lecturer, title, **told)
    for year in range(2021, 2026):
        people.recognition(desk.cast.lecturer, "school-annual", year - 1, decision="31/QĐ-CĐL", decided=f"2/{year}")
        people.rating(desk.cast.lecturer, year)
        people.initiative(desk.cast.lecturer, year, "Sáng kiến có tên thật dài để in hết hai dòng của trang giấy này")
        for number in range(3):
            people.award(desk.cast.lecturer, year, f"Bằng khen {number} của Chủ tịch Uỷ ban nhân dân tỉnh")
    template = (TEMPLATES / "guong-dien-hinh.docx").read_bytes()

    with Converter() as office:
        printed = office.to_pdf(fill(template, story(desk.lecturer)))

    assert len(pages(printed)) == 3


def test_figures_and_commendations_come_from_the_record_book(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    people.rating(desk.cast.lecturer, 2024, "HTTNV")
    people.rating(desk.cast.lecturer, 2019, "HTTNV")
    people.initiative(desk.cast.lecturer, 2025, "Bộ câu hỏi tình huống")
    people.award(
        desk.cast.lecturer, 2024, "Chiến sĩ thi đua cơ sở",
        decision="119/QĐ-CĐL", decided="25/1/2025", issuer="Hiệu trưởng",
    )  # fmt: skip
    people.award(desk.cast.lecturer, 2023, "Bằng khen của Bộ trưởng", level=Level.MINISTRY)
    people.recognition(desk.cast.lecturer, "school-annual", 2023, decision="31/QĐ-CĐL", decided="2/2024")

    told = story(desk.lecturer)

    assert told.figures == (
        "Hoàn thành tốt nhiệm vụ: năm 2024",
        "Sáng kiến, đề tài: Bộ câu hỏi tình huống (2025, cơ sở)",
    )
    assert told.commended == (
        "Điển hình tiên tiến của Trường hằng năm, năm 2023 (Quyết định số 31/QĐ-CĐL tháng 02/2024)",
        "Bằng khen của Bộ trưởng (2023)",
        "Chiến sĩ thi đua cơ sở (2024; Quyết định số 119/QĐ-CĐL ngày 25/01/2025; Hiệu trưởng)",
    )


def test_of_a_report_begun_from_the_records_only_what_the_unit_wrote_is_told(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    window = Window(2025, 2025)
    begun = report_from_records(desk.lecturer.subject, book_of(desk.lecturer.subject), window)
    Nomination.objects.filter(pk=desk.lecturer.pk).update(text=begun)
    before = [one.missing for one in STORY.things(actor_of(desk.cast.officer), None)]
    Nomination.objects.filter(pk=desk.lecturer.pk).update(text=begun.replace("(đơn vị viết)", "Dạy giỏi cấp Bộ."))

    nothing = "Chưa có gì để kể: hãy viết báo cáo thành tích, hoặc một trang mô hình, cách làm hay."
    assert before == ["", nothing]
    assert story(desk.lecturer).text == ("Thành tích nổi bật, tác dụng nêu gương:", "- Dạy giỏi cấp Bộ.")


def test_how_somebody_was_found_is_told(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    found(desk, "Dẫn đầu dạy học số.")

    assert story(desk.lecturer).found == ("Được phát hiện ngày 05/03/2025, từ họp đơn vị: Dẫn đầu dạy học số.",)


def test_a_photograph_is_shown_of_those_who_agreed_to_be_public(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    photograph(desk, desk.lecturer)
    before = story(desk.lecturer)
    consent(desk, desk.lecturer)
    told = story(desk.lecturer)
    consent(desk, desk.lecturer, with_pictures=True)

    after = story(desk.lecturer)

    assert before.photograph is None
    assert before.not_public == "(Người được nêu gương chưa đồng ý công khai: chỉ lưu hồ sơ, chưa đăng)"
    assert (told.photograph, told.not_public) == (None, "")
    assert after.photograph is not None
    assert after.not_public == ""


def test_there_is_one_for_each_line_of_an_issued_decision(desk: Desk) -> None:
    officer = actor_of(desk.cast.officer)
    before = list(STORY.things(officer, desk.round.pk))
    desk.at(DecisionStage.ISSUED)

    found = list(STORY.things(officer, desk.round.pk))

    assert before == []
    assert [(one.file_name, one.unit, one.day, one.missing) for one in found] == [
        ("2025/SA/GDH/001_bo-mon-luat-dan-su-01", "BM", date(2026, 1, 15), ""),
        ("2025/SA/GDH/002_le-thanh-binh-01", "BM", date(2026, 1, 15), ""),
    ]
    assert [STORY.find(one.key) for one in found] == found
    assert list(STORY.things(officer, None)) == found


def test_without_anything_to_tell_none_is_made(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    Nomination.objects.filter(pk=desk.lecturer.pk).update(text=" ")

    with pytest.raises(NotReady, match="Chưa có gì để kể"):
        story(desk.lecturer)


def test_who_was_revoked_is_no_example(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    recognition = desk.recognition(desk.lecturer)
    recognition.revoked = True
    recognition.save()

    with pytest.raises(NotReady, match="đã bị thu hồi"):
        story(desk.lecturer)


@pytest.mark.parametrize("key", ["item:0", "year:2025", "item:x", ""])
def test_what_is_no_line_has_none(desk: Desk, key: str) -> None:
    assert STORY.find(key) is None
    with pytest.raises(NotReady, match="không còn trong danh sách"):
        STORY.contents(key, TODAY)


@pytest.mark.parametrize(("role", "count"), [(Role.OFFICER, 2), (Role.CLERK, 2), (Role.MEMBER, 0)])
def test_stories_are_for_those_who_see_papers(desk: Desk, role: Role, count: int) -> None:
    desk.at(DecisionStage.ISSUED)
    actor = actor_of(grant(desk.cast, role))

    assert len(list(STORY.things(actor, None))) == count
    assert bool(STORY.may(actor, key_of(desk.lecturer))) is bool(count)


def test_a_head_has_those_of_the_own_units(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    own, other = actor_of(desk.cast.head), actor_of(desk.cast.other_head)

    assert [len(list(STORY.things(one, None))) for one in (own, other)] == [2, 0]
    assert [bool(STORY.may(one, key_of(desk.lecturer))) for one in (own, other)] == [True, False]


def test_ten_more_lines_cost_no_more_queries(desk: Desk) -> None:
    officer = actor_of(desk.cast.officer)
    desk.at(DecisionStage.ISSUED)
    with CaptureQueriesContext(connection) as few:
        list(STORY.things(officer, None))
    some = [people.person(f"CB{number}", f"Người {number}", desk.cast.office) for number in range(20, 30)]
    more = [recommended(desk.cast, desk.round, one, desk.cast.office) for one in some]
    desk.at(DecisionStage.ISSUED, desk.draft(*more))

    with CaptureQueriesContext(connection) as many:
        assert len(list(STORY.things(officer, None))) == 12

    assert len(many) == len(few)


def test_the_template_tells_it_in_order(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    practice(desk, desk.lecturer, learning="Hỏi chị Hạnh")
    consent(desk, desk.lecturer)

    said = texts(PaperKind.STORY, story(desk.lecturer))

    assert said[2:] == [
        "GƯƠNG ĐIỂN HÌNH TIÊN TIẾN",
        "Lê Thanh Bình",
        "Giảng viên, Bộ môn Luật Dân sự",
        f"Được công nhận {TIER} theo Quyết định số 01/QĐ-ĐHTT ngày 15 tháng 01 năm 2026.",
        "Cách làm mới: Tổ tư vấn ngày thứ Tư",
        "Trước đây: Người dân đi xa.",
        "Mở tổ tư vấn.",
        "Trực mỗi tuần.",
        "Kết quả: Tư vấn 120 lượt.",
        "Trích báo cáo thành tích",
        "Báo cáo thành tích",
        "Vì sao có thể học tập, làm theo",
        "Học ở đâu, hỏi ai: Hỏi chị Hạnh",
        "Đơn vị, cá nhân đã học tập, làm theo:",
        "…" * 32,
        "XÁC NHẬN CỦA TRƯỞNG ĐƠN VỊ | NGƯỜI VIẾT",
    ]
