"""Invented names, as they are borne: family, middle and given names that go together, nobody twice."""

from random import Random

FAMILIES = {
    "Nguyễn": 30,
    "Trần": 12,
    "Lê": 10,
    "Phạm": 8,
    "Hoàng": 6,
    "Phan": 6,
    "Hồ": 5,
    "Đặng": 4,
    "Võ": 4,
    "Bùi": 3,
    "Cao": 3,
    "Đinh": 2,
    "Thái": 2,
    "Đậu": 2,
    "Trịnh": 2,
    "Ngô": 2,
    "Vương": 1,
    "Chu": 1,
    "Lưu": 1,
    "Tạ": 1,
}
WOMEN = {
    "Thị": "Hạnh Hoa Lan Hương Thủy Nga Bình Vân Hiền Loan Mai Yến Hằng Nhung Oanh Phượng Tâm Xuân Duyên Thơm Ngân",
    "Thu": "Hà Hiền Trang Thảo Phương Hằng",
    "Thanh": "Huyền Hương Mai Nhàn Tú",
    "Minh": "Châu Nguyệt Thư Hằng",
    "Ngọc": "Ánh Diệp Lan Quỳnh Trâm",
    "Khánh": "Linh Huyền Ly",
    "Quỳnh": "Anh Nga Trang",
    "Mai": "Anh Chi Phương",
    "Bảo": "Ngọc Trâm Yến",
}
MEN = {
    "Văn": "An Bình Cường Đức Hải Hùng Khánh Lâm Nam Phúc Quang Sơn Thắng Tiến Tuấn Vinh",
    "Đức": "Anh Hiếu Long Mạnh Thịnh Trung",
    "Quốc": "Bảo Cường Hưng Khánh Việt",
    "Minh": "Đức Hoàng Quân Tâm Trí Tuấn",
    "Hữu": "Lộc Nghĩa Phước Thọ",
    "Xuân": "Hòa Lộc Thành Trường",
    "Đình": "Chiến Dũng Khoa Toàn",
    "Thanh": "Bình Liêm Tùng",
    "Công": "Định Hậu Thành",
    "Anh": "Dũng Tuấn Tú",
}
OLD_FASHIONED = {"Thị", "Văn", "Hữu", "Đình", "Xuân"}  # fewer of them among the young


def name_of(chance: Random, *, is_woman: bool, born: int, taken: set[str]) -> str:
    """A name that nobody in `taken` bears yet; the name is added there."""
    middles = WOMEN if is_woman else MEN
    weights = [_weight(middle, born) for middle in middles]
    while True:
        family = chance.choices(list(FAMILIES), list(FAMILIES.values()))[0]
        middle = chance.choices(list(middles), weights)[0]
        name = f"{family} {middle} {chance.choice(middles[middle].split())}"
        if name not in taken:
            taken.add(name)
            return name


def _weight(middle: str, born: int) -> int:
    if middle in OLD_FASHIONED:
        return 30 if born < 1980 else 10 if born < 1988 else 3
    return 1 if born < 1980 else 4
