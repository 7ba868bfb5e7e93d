"""Invented names, and the words that generated rows choose from."""

from functools import cache
from itertools import product

from lantoa import plans
from lantoa.domain.records import AwardStatus, Kind, Ledger, Level
from lantoa.domain.vietnamese import fold, name_sort_key

FAMILY = [
    "Bùi",
    "Cao",
    "Đặng",
    "Đinh",
    "Đỗ",
    "Hồ",
    "Hoàng",
    "Lê",
    "Ngô",
    "Nguyễn",
    "Phạm",
    "Phan",
    "Trần",
    "Trịnh",
    "Vũ",
]
MIDDLE = ["Anh", "Đình", "Đức", "Hồng", "Hữu", "Kim", "Minh", "Ngọc", "Quang", "Thanh", "Thị", "Thu", "Văn", "Xuân"]
GIVEN = [
    "An", "Ánh", "Bình", "Chi", "Cường", "Dung", "Dũng", "Đạt", "Giang", "Hà", "Hạnh", "Hải", "Hiếu", "Hoa", "Huệ",
    "Hưng", "Hương", "Khánh", "Lan", "Linh", "Long", "Ly", "Mai", "Nam", "Nga", "Ngân", "Oanh", "Phong", "Phúc",
    "Phương", "Quân", "Quyên", "Sơn", "Tâm", "Thắng", "Thảo", "Trang", "Tú", "Tuấn", "Uyên", "Vân", "Việt", "Yến",
]  # fmt: skip
UNIT_KINDS = ["Trung tâm", "Khoa", "Phòng", "Bộ môn", "Tổ"]
UNIT_FIELDS = [
    "Hành chính", "Dân sự", "Hình sự", "Kinh tế", "Công chứng", "Thi hành án", "Đào tạo", "Khảo thí", "Tài vụ",
    "Thư viện", "Ngoại ngữ", "Pháp lý cơ sở", "Bổ trợ tư pháp", "Lý luận", "Tin học", "Quản trị",
]  # fmt: skip
POSITIONS = ["giảng viên", "chuyên viên", "cán sự", "nhân viên", "trưởng đơn vị"]
HEAD = POSITIONS.index("trưởng đơn vị")
GRADES = [*plans.catalogue().ratings]
SANCTION_FORMS = [*plans.catalogue().sanctions]
STATUSES = [AwardStatus.AWARDED.value, AwardStatus.ELIGIBLE.value]
LEDGERS = [ledger.value for ledger in Ledger]
TIERS = [*plans.load().tiers]
CRITERIA = ["G1", "G2", "G3", "G4", "SA-I2", "SP-I2"]
COLLECTIVE_CRITERIA = 4  # the last two are of individuals only
REASONS = ["Đang xem xét kỷ luật", "Đang thanh tra", "Đang xác minh đơn khiếu nại", "Đang xác minh đơn tố cáo"]
INITIATIVES = [
    "Đổi mới hồ sơ giảng dạy",
    "Sổ tay nghiệp vụ",
    "Lịch trực liên thông",
    "Ngân hàng câu hỏi",
    "Mẫu báo cáo",
]
DECISIONS = [f"{number}/QĐ-TĐKT" for number in range(1, 5001)]

FORMS = [
    ("Giấy khen", "", Level.SCHOOL.value),
    ("Bằng khen của Bộ trưởng Bộ Tư pháp", "", Level.MINISTRY.value),
    ("Kỷ niệm chương Vì sự nghiệp Tư pháp", "", Level.SECTOR.value),
    ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "", Level.PROVINCE.value),
    ("Huân chương Lao động hạng Ba", "", Level.STATE.value),
]


def _ladder(kind: Kind) -> list[tuple[str, str, str]]:
    titles = [title for title in plans.catalogue().titles.values() if title.kind is kind]
    return [(title.name, title.code, title.level.value) for title in titles]


AWARDS = [*_ladder(Kind.INDIVIDUAL), *_ladder(Kind.COLLECTIVE), *FORMS]
FIRST_INDIVIDUAL_TITLE, FIRST_COLLECTIVE_TITLE, FIRST_FORM = 0, 4, 8


@cache
def people_names() -> list[str]:
    return [" ".join(parts) for parts in product(FAMILY, MIDDLE, GIVEN)]


@cache
def unit_names() -> list[str]:
    return [" ".join(parts) for parts in product(UNIT_KINDS, UNIT_FIELDS)]


@cache
def folded_names() -> list[str]:
    return [fold(name) for name in people_names()]


@cache
def name_sort_keys() -> list[str]:
    return [name_sort_key(name) for name in people_names()]
