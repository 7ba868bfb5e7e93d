"""The school of the period, its movements, what fell short, what comes next."""

from datetime import date

import pytest

from lantoa.council.models import Council
from lantoa.discovery.models import NobodyPutForward
from lantoa.domain.papers.reporting import MovementLine
from lantoa.domain.records import Ledger
from lantoa.domain.stages import MovementStage, NurtureStage, ProspectStage, UnitMeetingStage
from lantoa.nomination.models import Nomination
from lantoa.nurture.models import Shortcoming
from lantoa.recognition.queries.papers.reviews.ahead import ahead
from lantoa.recognition.queries.papers.reviews.movements import movement_lines, movements
from lantoa.recognition.queries.papers.reviews.period import Period
from lantoa.recognition.queries.papers.reviews.setting import leading, setting
from lantoa.recognition.queries.papers.reviews.shortcomings import lessons, shortcomings
from tests import cast as people
from tests.cast import NOW, Cast
from tests.discovery.finding import signal
from tests.discovery.movements import movement, movement_at, result
from tests.nomination.rounds import meeting_at
from tests.nurture.found import measure, plan, prospect
from tests.nurture.working import shortcoming
from tests.recognition.decisions.deciding import Desk
from tests.recognition.going_up import proposed, recognised_below, recommended, sector_round


def in_year(of: Period, number: int, today: date) -> Period:
    return Period(of.plan, type(of.window)(number, number), today)


def test_the_school_is_counted_at_the_end_of_the_period(cast: Cast, year: Period) -> None:
    people.unit("MOI", "Khoa Mới", under=cast.school, since="1/1/2026")
    people.closing(Ledger.AWARDS, 2025)

    assert list(setting(year)) == [
        (
            "Tính đến ngày 31/12/2025, Trường có 03 đơn vị, 06 viên chức, người lao động, trong đó 03 người giữ chức "
            "vụ lãnh đạo, quản lý."
        ),
        "Số liệu còn có thể thay đổi vì sổ chưa chốt: xếp loại năm 2025.",
    ]


def test_closed_books_are_not_named(cast: Cast, year: Period) -> None:
    for ledger in (Ledger.AWARDS, Ledger.RATINGS):
        people.closing(ledger, 2025)

    assert len(list(setting(year))) == 1


def test_leading_is_told_by_plan_council_movements_and_rounds(cast: Cast, year: Period) -> None:
    recognised_below(cast)
    recommended(cast, proposed(cast, sector_round(cast)))
    movement_at(MovementStage.LAUNCHED, cast)
    said = list(leading(in_year(year, 2025, date(2026, 1, 15))))

    assert said[1:] == [
        (
            "Hội đồng Thi đua - Khen thưởng (Quyết định số 1/QĐ-TSL ngày 15/01/2026) họp 01 phiên xét hồ sơ của thời "
            "gian này."
        ),
        "Mở 01 đợt xét: Đợt xét điển hình tiên tiến của Ngành năm 2025.",
    ]
    assert said[0].startswith("Tổ chức thực hiện Kế hoạch xây dựng, bồi dưỡng, nhân rộng điển hình tiên tiến")


def test_without_council_movement_or_round_it_says_so(cast: Cast, year: Period) -> None:
    Council.objects.all().delete()

    assert list(leading(year))[1:] == ["Không mở đợt xét nào."]


def test_a_movement_is_told_by_who_pledged_and_who_reported(cast: Cast, whole: Period) -> None:
    result(cast)
    summer = Period(whole.plan, type(whole.window)(2026, 2026), date(2026, 7, 15))

    assert movement_lines(summer) == (
        MovementLine(
            number="1", name="Thi đua dạy tốt, học tốt năm 2026", launched_by="Trường Cao đẳng Luật Sông Lam",
            days="01/01/2026-31/12/2026", pledged="0/2", reported="1/2", reached="80 %",
        ),
    )  # fmt: skip
    assert list(movements(summer)) == ["Trong 01 phong trào, 00 phong trào đã tổng kết."]


def test_a_movement_summed_up_is_told_in_its_own_words(cast: Cast, year: Period) -> None:
    movement_at(MovementStage.SUMMED_UP, cast)
    movement(cast, name="Bản nháp")

    assert list(movements(in_year(year, 2026, date(2026, 12, 31)))) == [
        "Trong 01 phong trào, 01 phong trào đã tổng kết.",
        "Thi đua dạy tốt, học tốt năm 2026: Đạt chỉ tiêu",
    ]


def test_a_year_without_movements_says_so(cast: Cast, year: Period) -> None:
    assert list(movements(year)) == ["Sổ không ghi phong trào thi đua nào trong thời gian này."]
    assert movement_lines(year) == ()


def test_nothing_late_is_said_in_one_sentence(cast: Cast, year: Period) -> None:
    assert list(shortcomings(year)) == ["Số liệu trên sổ không cho thấy việc nào chậm, quá hạn."]


def test_units_that_put_nobody_forward_are_named_by_round(desk: Desk, year: Period) -> None:
    office = meeting_at(UnitMeetingStage.HELD, desk.cast, desk.round)
    type(office).objects.filter(pk=office.pk).update(unit=desk.cast.office, nobody="Chưa ai đủ")
    Nomination.objects.all().delete()

    assert list(shortcomings(year)) == [
        "Đợt xét năm 2025: 01/02 đơn vị không giới thiệu ai (Phòng Đào tạo).",
        "Đợt xét năm 2025: 01/02 đơn vị chưa gửi hồ sơ, biên bản (Khoa Luật).",
    ]


def test_what_is_late_is_counted(cast: Cast, year: Period) -> None:
    NobodyPutForward.objects.create(
        unit=cast.office, year=2025, reason="Đơn vị mới lập", said_by=cast.officer, said_at=NOW
    )
    kept = plan(cast, prospect(cast, cast.lecturer, cast.division, date(2025, 1, 5)), date(2025, 2, 1))
    measure(kept, date(2025, 6, 30))
    shortcoming(kept, cast)
    Shortcoming.objects.update(due=date(2025, 7, 1))
    seen = signal(cast.lecturer, cast)
    type(seen).objects.update(year=2025)
    revoked = people.recognition(cast.lecturer, "school-annual", 2025)
    revoked.revoked = True
    revoked.save()

    assert list(shortcomings(year)) == [
        "01 lượt đơn vị báo không có nhân tố mới: Phòng Đào tạo (2025: Đơn vị mới lập).",
        "01 biện pháp bồi dưỡng quá hạn chưa làm xong.",
        "01 tồn tại quá hạn chưa khắc phục.",
        "01 dấu hiệu nổi trội chưa được trưởng đơn vị xem xét.",
        "01 lượt công nhận bị thu hồi.",
    ]


def test_pledges_and_reports_that_never_came_are_counted(cast: Cast, year: Period) -> None:
    result(cast)

    assert list(shortcomings(in_year(year, 2026, date(2026, 7, 15)))) == [
        "02 đăng ký thi đua không gửi đúng hạn.",
        "01 báo cáo kết quả phong trào đến hạn chưa gửi.",
    ]


def test_lessons_are_those_of_plans_that_ended_without_a_nomination(cast: Cast, year: Period) -> None:
    found = prospect(cast, cast.lecturer, cast.division, date(2025, 1, 5))
    ended = date(2025, 6, 1)
    plan(cast, found, date(2025, 2, 1), stage=NurtureStage.NOT_YET, ended=ended, lessons="Chọn sớm.\nHỏi trước.")
    plan(cast, found, date(2024, 2, 1), stage=NurtureStage.NOT_YET, ended=date(2024, 6, 1), lessons="Năm trước")

    assert list(lessons(year)) == ["Chọn sớm. Hỏi trước."]


@pytest.mark.parametrize(("number", "first"), [(2022, "Sơ kết thực hiện"), (2024, "Tổng kết thực hiện")])
def test_inside_the_period_the_next_milestone_comes_first(cast: Cast, whole: Period, number: int, first: str) -> None:
    said = list(ahead(in_year(whole, number, whole.today)))

    assert said[0].startswith(first)
    assert said[-1].startswith("Định kỳ hằng năm và kết thúc giai đoạn")


def test_at_its_end_the_plan_that_follows_is_named(desk: Desk, whole: Period) -> None:
    prospect(desk.cast, desk.cast.lecturer, desk.cast.division, date(2025, 3, 1), stage=ProspectStage.CHOSEN)
    Nomination.objects.filter(pk=desk.lecturer.pk).update(stage="cleared")

    said = list(ahead(whole))

    assert said[:2] == [
        "Tiếp tục bồi dưỡng 01 nhân tố mới hiện đang theo dõi.",
        "Xét tiếp 01 hồ sơ đề cử hiện đang chờ.",
    ]
    assert said[2].startswith("Triển khai Kế hoạch xây dựng, bồi dưỡng, nhân rộng điển hình tiên tiến")
