"""The movements of the demonstration school: one that is over, one going on, one for five years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from lantoa.accounts.models import User
from lantoa.demo.accounts import HEADS
from lantoa.demo.days import Happening
from lantoa.discovery.actions.movements import pledging, reporting, running
from lantoa.discovery.models import Movement, Pledge, ReportDate, Result
from lantoa.domain.movements import Terms
from lantoa.register.models import Unit

ASKED = ("DT", "CTSV", "TCKT", "TCHC", "KNV", "KCB", "TTTV", "KL")


@dataclass(frozen=True, slots=True)
class Told:
    """A movement, when it was launched, what units pledged and reported when, and when it was summed up."""

    terms: Terms
    launched: date
    reports: tuple[tuple[str, date], ...]
    pledges: dict[str, str]
    waiting: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    results: tuple[tuple[str, str, str, int], ...] = ()
    summed_up: date | None = None
    summary: str = ""


TEACHING = Told(
    Terms(
        "Thi đua dạy tốt, học tốt năm học 2025-2026",
        "regular",
        "Mỗi giảng viên một đổi mới phương pháp; mỗi lớp một nhóm tự học.",
        "60 đổi mới được dự giờ và nhận xét.",
        date(2025, 9, 8),
        date(2026, 6, 30),
        date(2025, 9, 30),
    ),
    date(2025, 9, 8),
    (("Học kỳ I", date(2026, 1, 15)), ("Học kỳ II", date(2026, 6, 20))),
    {
        "KL": "Mỗi bộ môn sáu đổi mới, dự giờ chéo mỗi tháng.",
        "KNV": "Mười hai tiết dạy theo hồ sơ vụ việc.",
        "KCB": "Tám chuyên đề học bằng dự án.",
        "DT": "Rút thời gian xếp lịch từ hai tuần còn ba ngày.",
    },
    results=(
        ("KL", "Học kỳ I", "11 đổi mới, 34 lượt dự giờ.", 11),
        ("KL", "Học kỳ II", "21 đổi mới, 70 lượt dự giờ.", 21),
        ("KNV", "Học kỳ I", "7 tiết, sinh viên chấm 4,5/5.", 7),
        ("KNV", "Học kỳ II", "13 tiết, vượt đăng ký.", 13),
        ("KCB", "Học kỳ I", "4 chuyên đề.", 4),
        ("KCB", "Học kỳ II", "8 chuyên đề.", 8),
    ),
    summed_up=date(2026, 7, 3),
    summary="42 trong 60 đổi mới được dự giờ. Nên tính cả dự giờ chéo giữa các khoa, và báo cáo theo tháng.",
)
DIGITAL = Told(
    Terms(
        "90 ngày không giấy chào mừng Ngày Pháp luật",
        "thematic",
        "Thủ tục của sinh viên và viên chức làm được hết trên mạng.",
        "24 thủ tục lên mạng.",
        date(2026, 9, 7),
        date(2026, 12, 31),
        date(2026, 9, 25),
    ),
    date(2026, 9, 7),
    (("Giữa đợt", date(2026, 10, 30)), ("Cuối đợt", date(2026, 12, 21))),
    {
        "CTSV": "Chín thủ tục sinh viên.",
        "TCHC": "Sáu thủ tục nghỉ phép, công tác.",
        "TCKT": "Bốn mẫu thanh toán.",
        "DT": "Năm thủ tục học vụ.",
        "KL": "Nộp và trả bài hoàn toàn trên mạng.",
        "TTTV": "Đặt lịch tư vấn trên mạng.",
    },
    waiting=frozenset({"TTTV"}),
    returned=frozenset({"TCKT"}),
    results=(
        ("CTSV", "Giữa đợt", "Bảy trong chín thủ tục đã chạy.", 7),
        ("TCHC", "Giữa đợt", "Ba thủ tục, đang sửa mẫu công tác phí.", 3),
        ("DT", "Giữa đợt", "Bốn thủ tục.", 4),
    ),
)
FIVE_YEARS = Told(
    Terms(
        "Trường học số, công sở văn minh giai đoạn 2026-2030",
        "five_year",
        "Hướng tới Đại hội Thi đua yêu nước ngành Tư pháp lần thứ VII.",
        "Mỗi năm mười điển hình tiên tiến được nhân rộng.",
        date(2026, 3, 2),
        date(2030, 12, 31),
        date(2026, 4, 30),
    ),
    date(2026, 3, 2),
    (("Năm 2026", date(2026, 12, 15)),),
    dict.fromkeys(ASKED, "Đăng ký mỗi năm ít nhất một mô hình được đơn vị khác học theo."),
)


def happenings(officer: User) -> Iterator[Happening]:
    """All that happened to the three, each on its day."""
    for told in (TEACHING, DIGITAL, FIVE_YEARS):
        yield told.launched, partial(_launch, told, officer)
        for code, text in told.pledges.items():
            yield _pledged(told), partial(_pledge, told, code, text, officer)
        for code, name, text, reached in told.results:
            yield dict(told.reports)[name], partial(_report, told, code, name, text, reached, officer)
        if told.summed_up:
            yield told.summed_up, partial(_sum_up, told, officer)


def _pledged(told: Told) -> date:
    return told.terms.pledges_due or told.launched


def _movement(told: Told) -> Movement:
    return Movement.objects.get(name=told.terms.name)


def _launch(told: Told, officer: User, at: datetime) -> None:
    school = Unit.objects.get(parent=None)
    made = running.draft(unit=school, terms=told.terms, report_dates=told.reports, by=officer, at=at)
    units = Unit.objects.filter(subject__code__in=ASKED).values_list("pk", flat=True)
    running.launch(movement=made, units=list(units), by=officer, at=at)


def _pledge(told: Told, code: str, text: str, officer: User, at: datetime) -> None:
    pledge = Pledge.objects.get(movement=_movement(told), unit__subject__code=code)
    head = User.objects.get(username=HEADS[code])
    pledge = pledging.send(pledge=pledge, text=text, version=pledge.version, by=head, at=at)
    if code in told.returned:
        pledging.give_back(pledge=pledge, reason="Ghi rõ bốn mẫu nào và ngày xong của từng mẫu.", by=officer, at=at)
    elif code not in told.waiting:
        pledging.accept(pledge=pledge, by=officer, at=at)


def _report(told: Told, code: str, name: str, text: str, reached: int, officer: User, at: datetime) -> None:
    when = ReportDate.objects.get(movement=_movement(told), name=name)
    unit, head = Unit.objects.get(subject__code=code), User.objects.get(username=HEADS[code])
    result: Result = reporting.report(report_date=when, unit=unit, text=text, reached=reached, by=head, at=at)
    reporting.accept(result=result, by=officer, at=at)


def _sum_up(told: Told, officer: User, at: datetime) -> None:
    running.sum_up(movement=_movement(told), summary=told.summary, by=officer, at=at)
