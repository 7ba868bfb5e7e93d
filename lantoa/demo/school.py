"""The invented Trường Cao đẳng Luật Sông Lam: its units, who works there as what, and who moved when."""

from dataclasses import dataclass
from random import Random

from lantoa.demo.names import name_of
from lantoa.demo.pen import Pen, day
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Post

SCHOOL = "CDLSL"
PUBLIC_EMPLOYEE, WORKER = "viên chức", "người lao động"


@dataclass(frozen=True, slots=True)
class Place:
    """A unit: how many work there, and what head, deputy and the others are called."""

    code: str
    name: str
    people: int
    head: str
    deputy: str
    others: tuple[str, ...]
    above: str = SCHOOL
    since: str = "1/9/2010"
    until: str = ""


LECTURERS = ("Giảng viên", "Giảng viên", "Giảng viên", "Giảng viên chính", "Giảng viên")
MENS_WORK = ("Lái xe", "Bảo vệ")  # as it mostly is
OFFICE = ("Chuyên viên", "Chuyên viên", "Chuyên viên chính", "Cán sự")
PLACES = (
    Place(SCHOOL, "Trường Cao đẳng Luật Sông Lam", 3, "Hiệu trưởng", "Phó Hiệu trưởng", (), above=""),
    Place("TCHC", "Phòng Tổ chức - Hành chính", 13, "Trưởng phòng", "Phó Trưởng phòng", (*OFFICE, "Lái xe", "Bảo vệ")),
    Place("DT", "Phòng Đào tạo và Quản lý khoa học", 11, "Trưởng phòng", "Phó Trưởng phòng", OFFICE),
    Place("CTSV", "Phòng Công tác sinh viên", 8, "Trưởng phòng", "Phó Trưởng phòng", OFFICE),
    Place("TCKT", "Phòng Tài chính - Kế toán", 7, "Trưởng phòng", "Phó Trưởng phòng", ("Kế toán viên", "Thủ quỹ")),
    Place("KTBD", "Phòng Khảo thí và Bảo đảm chất lượng", 6, "Trưởng phòng", "Phó Trưởng phòng", OFFICE),
    Place("KL", "Khoa Luật", 4, "Trưởng khoa", "Phó Trưởng khoa", ("Giáo vụ khoa", "Trợ lý khoa")),
    Place("BMDS", "Bộ môn Luật Dân sự", 11, "Trưởng bộ môn", "Phó Trưởng bộ môn", LECTURERS, above="KL"),
    Place("BMHS", "Bộ môn Luật Hình sự", 9, "Trưởng bộ môn", "Phó Trưởng bộ môn", LECTURERS, above="KL"),
    Place("BMHC", "Bộ môn Luật Hành chính - Nhà nước", 9, "Trưởng bộ môn", "Phó Trưởng bộ môn", LECTURERS, above="KL"),
    Place("KNV", "Khoa Nghiệp vụ pháp lý", 11, "Trưởng khoa", "Phó Trưởng khoa", LECTURERS),
    Place("KCB", "Khoa Khoa học cơ bản", 12, "Trưởng khoa", "Phó Trưởng khoa", LECTURERS),
    Place("TTTV", "Trung tâm Tư vấn pháp luật và Phục vụ cộng đồng", 6, "Giám đốc", "Phó Giám đốc", ("Chuyên viên",)),
    Place("TTTL", "Trung tâm Thông tin - Thư viện", 5, "Giám đốc", "Phó Giám đốc", ("Thư viện viên", "Kỹ thuật viên")),
    Place("KTX", "Ban Quản lý ký túc xá", 5, "Trưởng ban", "Phó Trưởng ban", ("Quản lý nhà ở",), until="31/12/2022"),
)


def found_the_school(pen: Pen, chance: Random) -> None:
    """Units, people and posts, from before the plan's period to today."""
    for place in PLACES:
        pen.unit(place.code, place.name, place.above or None, day(place.since), day(place.until))
    taken: set[str] = set()
    for place in PLACES:
        for number in range(place.people):
            _hire(pen, chance, place, number, taken)
    _history(pen)
    _newcomers(pen, chance, taken)


def _hire(pen: Pen, chance: Random, place: Place, number: int, taken: set[str]) -> None:
    position = (place.head, place.deputy)[number] if number < 2 else _other(place, number)
    is_leading = position in (place.head, place.deputy)
    born = chance.randint(1966, 1980) if is_leading else chance.randint(1968, 1995)
    is_woman = chance.random() < 0.55 and position not in MENS_WORK
    name = name_of(chance, is_woman=is_woman, born=born, taken=taken)
    person = pen.person(name, "Nữ" if is_woman else "Nam", _birthday(chance, born), _employment(position))
    begun = chance.randint(max(born + 24, 2010) + 1, 2020)
    since = _written(chance, begun)
    pen.post(person, place.code, position, is_head=number == 0, since=since, until=day(place.until))


def _other(place: Place, number: int) -> str:
    if not place.others:
        return place.deputy
    return place.others[number % len(place.others)]


def _employment(position: str) -> str:
    return WORKER if position in (*MENS_WORK, "Quản lý nhà ở", "Kỹ thuật viên") else PUBLIC_EMPLOYEE


def _birthday(chance: Random, year: int) -> PartialDate:
    return PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))


def _written(chance: Random, year: int) -> PartialDate:
    """Old files sometimes know only the month or the year."""
    month, first = chance.choice([(9, 1), (3, 1), (1, 1), (10, 15)])
    return chance.choices(
        [PartialDate(year, month, first), PartialDate(year, month), PartialDate(year)], weights=[16, 3, 1]
    )[0]


def _history(pen: Pen) -> None:
    """What happened to the posts since 2021: ends, changes of heads, transfers, a merger, one heading two units."""
    heads, deputies = pen.holders(is_head=True), pen.holders(is_head=False)
    _succeed(pen, heads["DT"], deputies["DT"], "30/6/2023")  # retired; the deputy follows
    _succeed(pen, heads["BMHC"], deputies["BMHC"], "31/8/2024")
    _succeed(pen, heads["TTTL"], heads["TTTV"], "31/12/2023", stays=True)  # one head for both centres
    for post in pen.posts_in("KTX"):  # the board was merged into the office of student affairs
        pen.post(post.person, "CTSV", "Chuyên viên", since=day("1/1/2023"))
    for unit, number, to, since in (
        ("BMDS", 5, "BMHS", "1/9/2022"),
        ("TCHC", 3, "DT", "15/3/2023"),
        ("KCB", 6, "TTTV", "1/2/2024"),
        ("DT", 5, "TTTV", "1/3/2025"),  # disciplined there later for what happened at the old office
        ("KNV", 7, "KTBD", "1/10/2025"),
    ):
        _transfer(pen, pen.posts_in(unit)[number], to, day(since))
    for unit, number, until in (("TCHC", 9, "31/12/2021"), ("KCB", 9, "30/9/2022"), ("BMHS", 6, "31/5/2024")):
        pen.end(pen.posts_in(unit)[number], day(until))
    _transfer(pen, pen.posts_in("TCKT")[3], "TCKT", day("1/6/2022"), position="Kế toán trưởng")


def _succeed(pen: Pen, old: Post, new: Post, until: str, *, stays: bool = False) -> None:
    """The head leaves on that day; the successor takes over the next, and keeps the old post or not."""
    last = day(until)
    pen.end(old, last)
    if not stays:
        pen.end(new, last)
    pen.post(new.person, old.unit, old.position, is_head=True, since=pen.day_after(last))


def _transfer(pen: Pen, post: Post, to: str, since: PartialDate | None, *, position: str = "") -> None:
    pen.end(post, pen.day_before(since))
    pen.post(post.person, to, position or _like(to, post.position), since=since)


def _like(unit: str, position: str) -> str:
    others = next(place.others for place in PLACES if place.code == unit)
    return position if position in others else others[0]


def _newcomers(pen: Pen, chance: Random, taken: set[str]) -> None:
    for unit, since in (
        ("BMDS", "1/9/2023"),
        ("KNV", "1/9/2023"),
        ("BMHC", "15/9/2024"),
        ("TCHC", "1/4/2025"),
        ("KCB", "1/9/2025"),
        ("TTTL", "1/8/2026"),
    ):
        born, is_woman = chance.randint(1994, 2001), chance.random() < 0.6
        name = name_of(chance, is_woman=is_woman, born=born, taken=taken)
        position = next(place.others for place in PLACES if place.code == unit)[0]
        person = pen.person(name, "Nữ" if is_woman else "Nam", _birthday(chance, born), _employment(position))
        pen.post(person, unit, position, since=day(since))
