"""How the years went: ratings, titles and commendations, initiatives, sanctions, holds, closed books."""

from datetime import date
from random import Random

from lantoa.demo import decisions
from lantoa.demo.decisions import Honour
from lantoa.demo.pen import Pen
from lantoa.demo.school import SCHOOL
from lantoa.domain.records import Ledger, Post

YEARS = range(2021, 2026)
EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = "EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"

EXCELLENT_UNITS = {
    2021: {"KL", "DT", "TTTV"},
    2022: {"KL", "BMDS", "DT", "TTTV"},
    2023: {"KL", "BMDS", "TTTV", "KTBD"},
    2024: {"KL", "BMDS", "TTTV", "CTSV"},
    2025: {"KL", "BMDS", "TTTV", "DT"},
}
WEAK_UNITS = {2021: {"KTX"}, 2022: {"TCKT"}, 2023: {"KCB"}, 2024: set(), 2025: {"KTBD"}}
HONOURS_OF_UNITS = (
    ("KL", 2022, decisions.MINISTER_MERIT),
    ("KL", 2023, decisions.FLAG),
    ("KL", 2025, decisions.PRIME_MINISTER_MERIT),
    ("TTTV", 2023, decisions.PROVINCE_MERIT),
    ("TTTV", 2025, decisions.PROVINCE_MERIT),
    ("BMDS", 2024, decisions.MINISTER_MERIT),
    ("DT", 2022, decisions.MINISTER_MERIT),
    (SCHOOL, 2022, decisions.FLAG),
    (SCHOOL, 2024, decisions.LABOUR_ORDER),
)
INITIATIVES = (
    "Ngân hàng câu hỏi tình huống môn {subject}",
    "Phiên toà giả định trong giảng dạy {subject}",
    "Bộ bài giảng số môn {subject} dùng trên điện thoại",
    "Sổ tay thực hành {subject} cho sinh viên năm cuối",
    "Quy trình phản hồi bài tập {subject} trong bảy ngày",
    "Mô hình ôn tập theo nhóm môn {subject}",
)
WORK = (
    "Đưa thủ tục xác nhận sinh viên lên mạng, trả kết quả trong ngày",
    "Số hoá hồ sơ lưu trữ của Trường theo vị trí việc làm",
    "Lịch dùng phòng học chung cho các khoa",
    "Mẫu quyết toán gọn cho đề tài cấp cơ sở",
    "Tủ sách pháp luật lưu động về xã miền núi",
    "Nhóm tư vấn pháp luật miễn phí chiều thứ Bảy",
)
SUBJECTS = ("Luật Dân sự", "Luật Hình sự", "Luật Hành chính", "Thi hành án dân sự", "Lý luận nhà nước", "Tin học")


class Merits:
    """Five years of an invented school; the same chance gives the same years."""

    def __init__(self, pen: Pen, chance: Random) -> None:
        self.pen, self.chance = pen, chance
        self.talent = {code: chance.random() for code in pen.book.people}
        self.scores: dict[int, dict[str, float]] = {}
        self.grades: dict[tuple[str, int], str] = {}
        self.fighters: dict[int, list[str]] = {}

    def write(self) -> None:
        self._sanctions()
        for year in YEARS:
            self._rate_units(year)
            self._rate_people(year)
            self._honour_units(year)
            self._honour_people(year)
        self._medals()
        self._holds()
        self._closings()

    def staff_of(self, year: int) -> dict[str, Post]:
        """Who worked on the last day of the year and at least since its middle, with the main post."""
        middle, last = date(year, 7, 1), date(year, 12, 31)
        here = {post.person for post in self.pen.book.posts if post.in_force(middle)}
        now = [post for post in self.pen.book.posts if post.in_force(last) and post.person in here]
        return {post.person: post for post in reversed(now)}

    def best(self, year: int) -> list[str]:
        """People of the year, the best first."""
        return sorted(self.scores[year], key=self.scores[year].__getitem__, reverse=True)

    def _units(self, year: int) -> list[str]:
        last = date(year, 12, 31)
        return [unit.code for unit in self.pen.book.units.values() if unit.in_force(last)]

    def _rate_units(self, year: int) -> None:
        for unit in self._units(year):
            grade = GOOD
            if unit in EXCELLENT_UNITS[year] or unit == SCHOOL:
                grade = EXCELLENT
            elif unit in WEAK_UNITS[year]:
                grade = COMPLETED
            self._rate(unit, year, grade)

    def _rate_people(self, year: int) -> None:
        staff = self.staff_of(year)
        self.scores[year] = {
            code: 0.7 * self.talent[code] + 0.25 * self.chance.random() + 0.1 * (post.unit in EXCELLENT_UNITS[year])
            for code, post in staff.items()
        }
        best = self.best(year)
        excellent, completed = len(best) // 5, len(best) - len(best) // 16
        for place, code in enumerate(best):
            grade = EXCELLENT if place < excellent else COMPLETED if place >= completed else GOOD
            if staff[code].is_head and grade == EXCELLENT:
                grade = self.grades[staff[code].unit, year]  # a head is not rated above the unit
            self._rate(code, year, NOT_COMPLETED if self._is_sanctioned(code, year) else grade)

    def _rate(self, subject: str, year: int, grade: str) -> None:
        self.grades[subject, year] = grade
        self.pen.rating(subject, year, grade)

    def _is_sanctioned(self, person: str, year: int) -> bool:
        rows = self.pen.book.sanctions
        return any(row.person == person and row.effective.year == year and not row.cancelled for row in rows)

    def _honour_units(self, year: int) -> None:
        for unit in self._units(year):
            if self.grades[unit, year] == EXCELLENT:
                self._confer(unit, year, decisions.EXCELLENT_UNIT)
            elif unit == "KNV" and year == 2025:
                self.pen.award(unit, year, decisions.EXCELLENT_UNIT.text, is_awarded=False)
            elif self.grades[unit, year] == GOOD:
                self._confer(unit, year, decisions.ADVANCED_UNIT)
        for unit, when, honour in HONOURS_OF_UNITS:
            if when == year:
                self._confer(unit, year, honour)

    def _honour_people(self, year: int) -> None:
        best, self.fighters[year] = self.best(year), []
        for code in best:
            if self.grades[code, year] in (EXCELLENT, GOOD):
                self._confer(code, year, decisions.ADVANCED)
            if self.grades[code, year] == EXCELLENT and self.chance.random() < 0.8:
                self._fight(code, year)
            elif self.grades[code, year] == GOOD and self.chance.random() < 0.08:
                self._confer(code, year, decisions.PRAISE)
        for code in best[25:27]:  # good, with an initiative, but not rated excellent: one step away
            if self.grades[code, year] == GOOD:
                self._fight(code, year)

    def _fight(self, person: str, year: int) -> None:
        """Emulation fighter of the year, with the initiative that the title asks for, and what follows from it."""
        self._initiative(person, year)
        post = self.staff_of(year)[person]
        if year == 2025 and post.unit in ("KNV", "KCB", "CTSV", "TCHC"):
            self.pen.award(person, year, decisions.GRASSROOTS.text, is_awarded=False)
            return
        self._confer(person, year, decisions.GRASSROOTS)
        run = self._years_in_a_row(person, year)
        self.fighters[year].append(person)
        if run >= 2:
            self._confer(person, year, decisions.MINISTRY_FIGHTER)
        elif run == 1:
            self._confer(person, year, decisions.MINISTER_MERIT)
        if self.chance.random() < 0.12:
            self._confer(person, year, decisions.PROVINCE_MERIT)

    def _years_in_a_row(self, person: str, year: int) -> int:
        """How many years just before this one the person was a fighter."""
        years = 0
        while person in self.fighters.get(year - 1 - years, []):
            years += 1
        return years

    def _initiative(self, person: str, year: int) -> None:
        post = self.staff_of(year)[person]
        is_teacher = "iảng viên" in post.position or "khoa" in post.position or "bộ môn" in post.position
        name = self.chance.choice(INITIATIVES if is_teacher else WORK).format(subject=self.chance.choice(SUBJECTS))
        level = "Bộ" if self.chance.random() < 0.15 else "cơ sở"
        self.pen.initiative(person, year, name, level, f"{861 + 37 * (year - 2021)}/QĐ-CĐLSL")

    def _confer(self, subject: str, year: int, honour: Honour) -> None:
        self.pen.award(subject, year, honour.text, honour.level, **honour.conferred(year))

    def _medals(self) -> None:
        eldest = sorted(self.pen.book.people.values(), key=lambda person: person.born.year if person.born else 0)
        for place, person in enumerate(eldest[:8]):
            self._confer(person.code, 2022 if place % 2 else 2024, decisions.MEDAL)

    def _sanctions(self) -> None:
        in_2025 = next(post.person for post in self.pen.posts_in("TTTV") if post.since and post.since.year == 2025)
        self.pen.sanction(self._member("TCKT", 4), "REPRIMAND", "14/6/2022", "512/QĐ-CĐLSL")
        self.pen.sanction(self._member("KCB", 5), "WARNING", "3/10/2023", "877/QĐ-CĐLSL")
        self.pen.sanction(self._member("CTSV", 3), "REPRIMAND", "20/5/2024", "431/QĐ-CĐLSL")
        self.pen.sanction(self._member("KNV", 4), "REPRIMAND", "9/9/2024", "802/QĐ-CĐLSL", cancelled=True)
        self.pen.sanction(in_2025, "REPRIMAND", "12/6/2025", "498/QĐ-CĐLSL", unit="DT")
        self.pen.sanction(self._member("KTX", 2), "PAY_REDUCTION", "18/11/2021", "930/QĐ-CĐLSL")

    def _member(self, unit: str, number: int) -> str:
        return self.pen.posts_in(unit)[number].person

    def _holds(self) -> None:
        self.pen.hold(self._member("BMHC", 4), "Đang xác minh đơn phản ánh về việc coi thi", "1/10/2025")
        self.pen.hold(self._member("KCB", 3), "Đang giải quyết khiếu nại về xếp loại", "5/1/2024", "28/2/2024")

    def _closings(self) -> None:
        """Everything up to 2024; of 2025 two books of the whole school, and the awards of three units only."""
        for year in range(2021, 2025):
            for ledger in Ledger:
                self.pen.closing(ledger, year, f"30/4/{year + 1}")
        self.pen.closing(Ledger.RATINGS, 2025, "31/1/2026")
        self.pen.closing(Ledger.SANCTIONS, 2025, "31/1/2026")
        for unit in ("KL", "DT", "TTTV"):
            self.pen.closing(Ledger.AWARDS, 2025, "15/5/2026", unit)
