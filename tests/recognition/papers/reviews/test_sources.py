"""Interim and final reports: which there are, for whom, and how they look on paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Role
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.reporting import RecognisedLine, ReviewPaper, UnitLine
from lantoa.domain.stages import DecisionStage
from lantoa.papers.actions.making import make
from lantoa.papers.models import Letterhead
from lantoa.papers.sources import NotReady, Source
from lantoa.recognition.queries.papers.reviews.sources import FINAL_REPORT, INTERIM_REPORT
from tests import cast as people
from tests.cast import NOW, Cast
from tests.nurture.found import prospect
from tests.recognition.decisions.deciding import TODAY, Desk
from tests.recognition.going_up import grant
from tests.recognition.papers.reading import faults, texts

PLAN = "nganh-tu-phap-2021-2025"
YEAR, WHOLE = f"interim:{PLAN}:2025", f"final:{PLAN}"
BOTH = [(INTERIM_REPORT, YEAR), (FINAL_REPORT, WHOLE)]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def report(source: Source, key: str) -> ReviewPaper:
    made = source.contents(key, TODAY)
    assert isinstance(made, ReviewPaper)
    return made


def test_there_is_an_interim_one_for_every_year_that_has_begun_and_for_the_interim_review(cast: Cast) -> None:
    found = list(INTERIM_REPORT.things(actor_of(cast.officer), None))

    assert [(one.key, one.file_name, one.round) for one in found][:2] == [
        (YEAR, "2025/bao-cao-so-ket-2025", None),
        (f"interim:{PLAN}:2024", "2024/bao-cao-so-ket-2024", None),
    ]
    assert [one.key.rpartition(":")[2] for one in found] == ["2025", "2024", "2021-2023", "2023", "2022", "2021"]
    assert INTERIM_REPORT.find(YEAR) == replace(found[0], place=0)


def test_there_is_one_final_report_of_the_period(cast: Cast) -> None:
    found = list(FINAL_REPORT.things(actor_of(cast.officer), None))

    assert [(one.key, one.file_name, one.missing) for one in found] == [(WHOLE, "2025/bao-cao-tong-ket-2021-2025", "")]


def test_before_the_last_year_there_is_nothing_to_sum_up(cast: Cast) -> None:
    with time_machine.travel(datetime(2023, 5, 4, tzinfo=UTC), tick=False):
        thing = FINAL_REPORT.find(WHOLE)
        years = [one.day for one in INTERIM_REPORT.things(actor_of(cast.officer), None)]
        with pytest.raises(NotReady, match="hãy lập báo cáo sơ kết"):
            report(FINAL_REPORT, WHOLE)

    assert thing is not None
    assert thing.missing == "Chưa đến năm cuối của kế hoạch (2025), chưa tổng kết được; hãy lập báo cáo sơ kết."
    assert [f"{day:%d/%m/%Y}" for day in years] == ["04/05/2023", "04/05/2023", "31/12/2022", "31/12/2021"]


def test_a_round_has_none(desk: Desk) -> None:
    officer = actor_of(desk.cast.officer)

    assert [list(source.things(officer, desk.round.pk)) for source, _key in BOTH] == [[], []]


@pytest.mark.parametrize(
    ("role", "count"), [(Role.OFFICER, 6), (Role.PRINCIPAL, 6), (Role.CLERK, 6), (Role.HEAD, 0), (Role.MEMBER, 0)]
)
def test_they_are_for_those_who_see_the_papers_of_the_school(cast: Cast, role: Role, count: int) -> None:
    actor = actor_of(grant(cast, role))

    assert len(list(INTERIM_REPORT.things(actor, None))) == count
    assert [bool(source.may(actor, key)) for source, key in BOTH] == [bool(count)] * 2


@pytest.mark.parametrize("key", ["", "interim", WHOLE, f"interim:{PLAN}:2019", "interim:khac:2024", f"{YEAR}:1"])
def test_of_another_year_or_plan_there_is_none(cast: Cast, key: str) -> None:
    assert INTERIM_REPORT.find(key) is None
    with pytest.raises(NotReady, match="không có năm, giai đoạn ấy"):
        report(INTERIM_REPORT, key)


@pytest.mark.parametrize(("source", "key"), BOTH)
def test_it_goes_to_the_ministry_without_number_and_day(cast: Cast, source: Source, key: str) -> None:
    made = report(source, key)

    assert (made.addressees, made.notation, made.number.strip()) == (("Bộ Tư pháp",), "BC-CĐL", "")
    assert made.recipients == (
        "- Như trên;", "- Hội đồng Thi đua - Khen thưởng;", "- Các đơn vị thuộc Trường;", "- Lưu: VT, TCHC.",
    )  # fmt: skip


def test_without_a_ministry_above_it_goes_to_the_council(cast: Cast) -> None:
    Letterhead.objects.update(parent="")

    assert report(INTERIM_REPORT, YEAR).addressees == ("Hội đồng Thi đua - Khen thưởng",)


def test_the_appendices_count_by_unit_and_name_everybody(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    people.award(desk.cast.lecturer, 2025)
    people.award(desk.cast.office, 2025, "Tập thể lao động tiên tiến")

    made = report(INTERIM_REPORT, YEAR)

    assert [tuple(vars(one).values()) for one in made.unit_lines] == [
        ("1", "Khoa Luật", "0", "0", "2", "2", "1"),
        ("2", "Phòng Đào tạo", "0", "0", "0", "0", "1"),
        ("", "Tổng cộng", "0", "0", "2", "2", "2"),
    ]
    assert made.unit_lines[0] == UnitLine(
        number="1", unit="Khoa Luật", found="0", nurtured="0", nominated="2", recognised="2", commended="1"
    )
    tier = "Điển hình tiên tiến của Trường hằng năm, năm 2025"
    assert made.recognised_lines == (
        RecognisedLine(number="1", name="Bộ môn Luật Dân sự", tier=tier, decision="01/QĐ-ĐHTT, 15/01/2026"),
        RecognisedLine(
            number="2", name="Lê Thanh Bình", unit="Bộ môn Luật Dân sự", tier=tier, decision="01/QĐ-ĐHTT, 15/01/2026"
        ),
    )


@pytest.mark.parametrize(("source", "key"), BOTH)
def test_an_empty_one_is_right_in_form(cast: Cast, source: Source, key: str) -> None:
    assert faults(source.kind, source.contents(key, TODAY)) == []


def test_a_full_one_is_right_in_form_and_in_its_order(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    people.award(desk.cast.lecturer, 2025)
    made = report(FINAL_REPORT, WHOLE)

    said = texts(PaperKind.FINAL_REPORT, made)

    assert faults(PaperKind.FINAL_REPORT, made) == []
    assert [one for one in said if one.isupper() and "|" not in one and "\n" not in one] == [
        "BÁO CÁO",
        "PHẦN THỨ NHẤT",
        "TÌNH HÌNH VÀ KẾT QUẢ",
        "ĐẶC ĐIỂM TÌNH HÌNH",
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "II. KẾT QUẢ CÁC PHONG TRÀO THI ĐUA",
        "III. PHÁT HIỆN, BỒI DƯỠNG, TỔNG KẾT, NHÂN RỘNG ĐIỂN HÌNH TIÊN TIẾN",
        "IV. CÔNG TÁC KHEN THƯỞNG",
        "V. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM",
        "PHẦN THỨ HAI",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ KIẾN NGHỊ",
        "I. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "II. KIẾN NGHỊ, ĐỀ XUẤT",
        "KẾT QUẢ THEO ĐƠN VỊ",
        "DANH SÁCH ĐƯỢC CÔNG NHẬN ĐIỂN HÌNH TIÊN TIẾN",
    ]
    assert "1 | Chiến sĩ thi đua cơ sở | trường | 1 | 0 | 0 | 1" in said


def test_the_interim_review_looks_back_from_the_beginning_of_the_plan(cast: Cast) -> None:
    made = report(INTERIM_REPORT, f"interim:{PLAN}:2021-2023")

    assert made.subject == "Sơ kết xây dựng, nhân rộng điển hình tiên tiến giai đoạn 2021-2023"
    assert [one.year for one in made.year_lines] == ["2021", "2022", "2023", "Cả giai đoạn"]


def test_ten_more_recognised_and_commended_cost_no_more_queries(desk: Desk) -> None:
    def write(first: int, last: int) -> None:
        for number in range(first, last):
            one = people.person(f"CB{number}", f"Người {number}", desk.cast.office)
            people.award(one, 2025)
            people.recognition(one, "school-annual", 2025)
            prospect(desk.cast, one, desk.cast.office, TODAY)

    write(20, 21)
    with CaptureQueriesContext(connection) as few:
        report(FINAL_REPORT, WHOLE)
    write(21, 31)

    with CaptureQueriesContext(connection) as many:
        report(FINAL_REPORT, WHOLE)

    assert len(many) == len(few)


def test_figures_agree_with_one_another(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    nowhere = people.person("CB90", "Người chưa phân công")
    people.award(nowhere, 2024)
    people.award(desk.cast.division, 2025, "Tập thể lao động tiên tiến")
    people.recognition(nowhere, "school-annual", 2024)

    made = report(FINAL_REPORT, WHOLE)

    total = made.unit_lines[-1]
    assert made.unit_lines[-2].unit == "Chưa rõ đơn vị"
    assert sum(int(one.whole) for one in made.commendation_lines) == int(total.commended) == 2
    by_tier = sum(int(one.collectives) + int(one.individuals) for one in made.tier_lines)
    assert by_tier == int(total.recognised) == int(made.year_lines[-1].recognised) == len(made.recognised_lines) == 3


@pytest.mark.parametrize(("source", "key"), BOTH)
def test_once_made_it_is_kept_as_a_paper_of_no_round(cast: Cast, source: Source, key: str) -> None:
    paper = make(kind=source.kind, key=key, formats=frozenset({"word"}), by=cast.officer, at=NOW)

    assert (paper.key, paper.round, paper.unit, paper.day.year) == (key, None, None, 2025)
    assert [one["code"] for one in paper.checks if one["verdict"] == "not_met"] == []
