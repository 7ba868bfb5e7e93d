"""Figures from finding to recognition, and the sentences about them."""

from datetime import date

from lantoa.domain.papers.reporting import TierLine, YearLine
from lantoa.domain.stages import MeasureStage, NurtureStage, ProspectStage, ShortcomingStage, TipStage
from lantoa.recognition.queries.papers.reviews.exemplars import (
    finding,
    nurturing,
    recognising,
    spreading,
    tier_lines,
    year_lines,
)
from lantoa.recognition.queries.papers.reviews.period import Period
from tests import cast as people
from tests.cast import NOW, Cast
from tests.discovery.finding import signal
from tests.discovery.tips import tip_at
from tests.nurture.found import measure, plan, prospect
from tests.nurture.working import given, shortcoming
from tests.recognition.decisions.deciding import Desk, make_round, recommended
from tests.recognition.papers.test_stories import practice


def years(lines: tuple[YearLine, ...]) -> list[tuple[str, ...]]:
    return [tuple(vars(one).values()) for one in lines]


def test_a_year_stands_beside_the_one_before(desk: Desk, year: Period) -> None:
    cast = desk.cast
    prospect(cast, cast.lecturer, cast.division, date(2024, 12, 31), stage=ProspectStage.SET_ASIDE)
    chosen = prospect(cast, cast.lecturer, cast.division, date(2025, 1, 1), stage=ProspectStage.CHOSEN)
    plan(cast, chosen, date(2025, 2, 1))
    people.recognition(cast.lecturer, "school-annual", 2024)
    people.recognition(cast.lecturer, "sector-annual", 2025)

    assert years(year_lines(year)) == [("2024", "1", "0", "0", "0", "0", "1"), ("2025", "1", "1", "1", "0", "2", "1")]


def test_a_period_has_every_year_and_their_sum(desk: Desk, whole: Period) -> None:
    people.recognition(desk.cast.lecturer, "school-annual", 2021)
    people.recognition(desk.cast.division, "school-annual", 2025)

    found = years(year_lines(whole))

    assert [line[0] for line in found] == ["2021", "2022", "2023", "2024", "2025", "Cả giai đoạn"]
    assert [line[-1] for line in found] == ["1", "0", "0", "0", "1", "2"]


def test_the_first_year_of_a_plan_has_none_before_it(cast: Cast, whole: Period) -> None:
    first = Period(whole.plan, type(whole.window)(2021, 2021), whole.today)

    assert [line[0] for line in years(year_lines(first))] == ["2021"]


def test_dossiers_that_were_not_sent_do_not_count(desk: Desk, year: Period) -> None:
    recommended(desk.cast, desk.round, desk.cast.faculty, desk.cast.faculty, stage="withdrawn")

    assert year_lines(year)[-1].nominated == "2"


def test_every_tier_of_a_year_has_its_line(desk: Desk, year: Period) -> None:
    people.recognition(desk.cast.lecturer, "school-annual", 2025)
    people.recognition(desk.cast.division, "school-annual", 2025)
    revoked = people.recognition(desk.cast.faculty, "sector-annual", 2025)
    revoked.revoked = True
    revoked.save()

    assert tier_lines(year)[:2] == (
        TierLine(
            year="2025", tier="Điển hình tiên tiến của Trường hằng năm",
            nominated="2", collectives="1", individuals="1", revoked="0",
        ),
        TierLine(
            year="2025", tier="Điển hình tiên tiến ngành Tư pháp hằng năm",
            nominated="0", collectives="0", individuals="0", revoked="1",
        ),
    )  # fmt: skip


def test_a_tier_of_the_whole_period_stands_in_its_last_year(cast: Cast, whole: Period) -> None:
    assert [one.year for one in tier_lines(whole) if "giai đoạn" in one.tier] == ["2025", "2025"]


def test_finding_is_told_by_where_prospects_came_from(cast: Cast, year: Period) -> None:
    prospect(cast, cast.lecturer, cast.division, date(2025, 3, 1))

    assert list(finding(year)) == ["Phát hiện 01 nhân tố mới: 01 từ họp đơn vị."]


def test_tips_and_signals_are_counted_with_what_became_of_them(cast: Cast, whole: Period) -> None:
    answered = tip_at(TipStage.ACCEPTED, cast)
    type(answered).objects.filter(pk=answered.pk).update(received_at=NOW.replace(year=2025), due=date(2025, 1, 20))
    signal(cast.lecturer, cast, "kept")
    signal(cast.division, cast)
    signal(cast.faculty, cast, holds=False)

    assert list(finding(whole)) == [
        "Không phát hiện nhân tố mới nào được ghi vào sổ.",
        "Nhận 01 ý kiến giới thiệu gương tốt, đã trả lời 01, trong đó 01 quá hạn.",
        "Từ sổ thi đua có 02 dấu hiệu nổi trội: giữ theo dõi 01, chưa xem 01.",
    ]


def test_nurturing_is_told_by_how_plans_ended_and_what_was_done(cast: Cast, year: Period) -> None:
    found = prospect(cast, cast.lecturer, cast.division, date(2025, 1, 5), stage=ProspectStage.NURTURED)
    kept = plan(cast, found, date(2025, 2, 1))
    plan(cast, found, date(2025, 1, 6), stage=NurtureStage.NOT_YET, ended=date(2025, 1, 9), lessons="Chọn sớm hơn")
    measure(kept, date(2025, 6, 30), is_done=True)
    measure(kept, date(2025, 7, 30))
    measure(kept, date(2026, 7, 30))
    shortcoming(kept, cast, ShortcomingStage.CONFIRMED)
    type(kept.shortcomings.get()).objects.update(due=date(2025, 3, 1))
    given(kept, cast, given_on=date(2025, 5, 1))

    assert list(nurturing(year)) == [
        "Duyệt 02 kế hoạch bồi dưỡng; đến nay 00 kết thúc bằng đề cử, 01 kết luận chưa đủ, 01 đang thực hiện.",
        "Đến hạn 02 biện pháp, đã hoàn thành 01; 01 tồn tại, đã xác nhận khắc phục 01.",
        "Hỗ trợ 01 lần (5.000.000 đồng); động viên, biểu dương 00 lần.",
    ]
    assert kept.measures.filter(stage=MeasureStage.DONE.value).count() == 1


def test_practices_are_named_as_far_as_there_is_room(desk: Desk, whole: Period) -> None:
    for number in range(14):
        practice(desk, desk.lecturer, f"Cách {number}").__class__.objects.update(written_at=NOW.replace(year=2025))

    said = list(spreading(whole))

    assert said[0].startswith("Viết lại 14 mô hình, cách làm hay: “Cách 0”; “Cách 1”; ")
    assert said[0].endswith("“Cách 11” và 02 trường hợp khác.")
    assert said[1] == "Hình thức tuyên truyền, nơi đã học tập, làm theo: (Thường trực Hội đồng viết bổ sung)."


def test_recognition_is_told_from_the_dossier_to_the_decision(desk: Desk, year: Period) -> None:
    recommended(desk.cast, desk.round, desk.cast.faculty, desk.cast.faculty, stage="not_recommended")
    people.recognition(desk.cast.lecturer, "school-annual", 2025)

    assert list(recognising(year)) == [
        "00 cuộc họp bình xét của đơn vị, 03 hồ sơ gửi xét; Hội đồng đề nghị 02, chưa đề nghị 01.",
        "Số lượt được công nhận: 01 cá nhân.",
    ]


def test_decisions_from_before_the_product_are_told_apart(cast: Cast, year: Period) -> None:
    make_round(cast)
    people.recognition(cast.lecturer, "school-annual", 2025)

    assert list(recognising(year)) == [
        "Không có hồ sơ nào gửi xét.",
        "Số lượt được công nhận: 01 cá nhân.",
        "Số được công nhận gồm cả quyết định có trước khi hồ sơ đề cử được lập trên phần mềm.",
    ]


def test_an_empty_year_says_so(cast: Cast, year: Period) -> None:
    assert [next(tell(year)) for tell in (finding, nurturing, spreading, recognising)] == [
        "Không phát hiện nhân tố mới nào được ghi vào sổ.",
        "Không có kế hoạch bồi dưỡng nào được duyệt.",
        "Không có mô hình, cách làm hay nào được viết lại.",
        "Không có hồ sơ nào gửi xét.",
    ]
