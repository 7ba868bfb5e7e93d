"""The one definition of the workbook: its sheets, their columns, and which record each row becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lantoa.domain.records import (
    Attestation,
    Award,
    Closing,
    Hold,
    Initiative,
    Person,
    Post,
    Rating,
    Recognition,
    Sanction,
    Unit,
)
from lantoa.domain.records import Kind as Subject
from lantoa.register.books.cells import (
    CODE,
    CRITERION,
    DATE,
    FORM,
    GRADE,
    LEDGER,
    LEVEL,
    MARK,
    RESULT,
    STATUS,
    TEXT,
    TIER,
    YEAR,
    Kind,
)

PERSON = frozenset({Subject.INDIVIDUAL})
UNIT = frozenset({Subject.COLLECTIVE})
EITHER = PERSON | UNIT


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the record's field it fills, what its cells hold, how long a text may be, what a code refers to."""

    name: str
    field: str
    kind: Kind
    required: bool = False
    longest: int = 0
    refers: frozenset[Subject] = frozenset()
    also: tuple[str, ...] = ()  # other headers, and names of groups in header_variants.json
    offers: tuple[str, ...] = ()  # a list to pick from in the template, where the text is free
    hint: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet: the table of a RecordBook it fills and the record that each of its rows becomes."""

    name: str
    table: str
    record: Callable[..., Any]
    columns: tuple[Column, ...]
    hint: str
    required: bool = False
    also: tuple[str, ...] = ()

    @cached_property
    def by_field(self) -> dict[str, Column]:
        return {column.field: column for column in self.columns}

    @cached_property
    def references(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.refers)


def _code(name: str, field: str, refers: frozenset[Subject], *also: str, hint: str, required: bool = True) -> Column:
    return Column(name, field, CODE, required, 40, refers, also, hint=hint)


def _own_code(*also: str) -> Column:
    return Column(
        "Mã", "code", CODE, required=True, longest=40, also=also, hint="Không trùng với mã nào khác trong sổ."
    )


def _subject() -> Column:
    also = ("Mã", "Mã cán bộ, đơn vị", "Mã cán bộ hoặc đơn vị", "Đối tượng", "dinh_danh")
    return _code("Mã đối tượng", "subject", EITHER, *also, hint="Mã ở sheet Cán bộ hoặc Đơn vị.")


def _person() -> Column:
    return _code("Mã cán bộ", "person", PERSON, "Mã", "Cán bộ", "dinh_danh", hint="Mã ở sheet Cán bộ.")


def _year(hint: str) -> Column:
    return Column("Năm", "year", YEAR, required=True, also=("nam",), hint=hint)


def _decision() -> Column:
    return Column("Số quyết định", "decision", TEXT, longest=100, also=("so_qd",), hint="Ví dụ: 123/QĐ-CĐLSL.")


def _decided() -> Column:
    return Column("Ngày quyết định", "decided", DATE, also=("ngay_qd",), hint="31/12/2024, 12/2024 hoặc 2024.")


def _since(*, required: bool) -> Column:
    also = ("Ngày bắt đầu", "Bắt đầu", "Từ")
    return Column("Từ ngày", "since", DATE, required, also=also, hint="31/12/2024, 12/2024 hoặc 2024.")


def _until() -> Column:
    also = ("Ngày kết thúc", "Kết thúc", "Đến")
    return Column("Đến ngày", "until", DATE, also=also, hint="Không trước Từ ngày; để trống là đến nay.")


UNITS = Sheet(
    "Đơn vị",
    "units",
    Unit,
    (
        _own_code("Mã đơn vị", "Mã ĐV"),
        Column("Tên", "name", TEXT, required=True, longest=200, also=("Tên đơn vị", "don_vi"), hint="Tên đầy đủ."),
        _code(
            "Mã cấp trên", "parent", UNIT, "Mã đơn vị cấp trên", "Cấp trên", "Trực thuộc", "Đơn vị cấp trên",
            hint="Mã của đơn vị trực tiếp ở trên; đúng một đơn vị (cả Trường) để trống.", required=False,
        ),
        _since(required=False),
        _until(),
    ),
    "Cây đơn vị, mỗi đơn vị một dòng; có đúng một đơn vị gốc.",
    required=True,
    also=("Các đơn vị", "Danh sách đơn vị", "Danh mục đơn vị"),
)  # fmt: skip
PEOPLE = Sheet(
    "Cán bộ",
    "people",
    Person,
    (
        _own_code("dinh_danh"),
        Column("Họ và tên", "name", TEXT, required=True, longest=200, also=("ho_ten",), hint="Viết có dấu."),
        Column("Giới tính", "sex", TEXT, longest=10, also=("gioi_tinh",), offers=("Nam", "Nữ"), hint="Nam hoặc Nữ."),
        Column("Ngày sinh", "born", DATE, also=("ngay_sinh",), hint="31/12/1980, 12/1980 hoặc 1980."),
        Column(
            "Loại", "employment", TEXT, longest=40, also=("doi_tuong",), offers=("viên chức", "người lao động"),
            hint="viên chức hoặc người lao động.",
        ),
    ),
    "Mỗi người một dòng.",
    required=True,
    also=("Viên chức", "Nhân sự", "Danh sách cán bộ", "Cán bộ, viên chức"),
)  # fmt: skip
POSTS = Sheet(
    "Công tác",
    "posts",
    Post,
    (
        _person(),
        _code("Mã đơn vị", "unit", UNIT, "Mã ĐV", "don_vi", hint="Mã ở sheet Đơn vị."),
        Column("Chức vụ", "position", TEXT, longest=120, also=("chuc_vu",), hint="Ví dụ: Trưởng khoa, Giảng viên."),
        Column(
            "Người đứng đầu", "is_head", MARK, also=("Đứng đầu", "Là người đứng đầu", "Trưởng đơn vị", "Thủ trưởng"),
            hint="x nếu là người đứng đầu đơn vị trong thời gian đó.",
        ),
        _since(required=True),
        _until(),
    ),
    "Ai làm ở đâu, chức vụ gì, từ ngày nào đến ngày nào; đổi chức vụ hay đơn vị thì thêm dòng.",
    required=True,
    also=("Quá trình công tác",),
)  # fmt: skip
RATINGS = Sheet(
    "Xếp loại",
    "ratings",
    Rating,
    (
        _subject(),
        _year("Năm được xếp loại."),
        Column("Mức", "grade", GRADE, required=True, also=("xep_loai",), hint="Viết tắt hoặc viết đủ chữ đều được."),
    ),
    "Xếp loại chất lượng hằng năm của người và đơn vị; mỗi đối tượng mỗi năm một dòng.",
    also=("Xếp loại chất lượng", "Đánh giá, xếp loại"),
)
AWARDS = Sheet(
    "Khen thưởng",
    "awards",
    Award,
    (
        _subject(),
        _year("Năm mà thành tích được khen."),
        Column(
            "Danh hiệu, hình thức", "text", TEXT, required=True, longest=300,
            also=("Danh hiệu/hình thức", "Danh hiệu hoặc hình thức", "danh_hieu_de_nghi", "hinh_thuc_de_nghi"),
            hint="LĐTT, CSTĐCS, TTLĐXS, Bằng khen của Bộ trưởng …; viết tắt hay viết đủ đều được.",
        ),
        Column(
            "Cấp", "level", LEVEL, also=("cap_khen",),
            hint="Để trống được nếu là danh hiệu thi đua; hình thức khác phải ghi cấp.",
        ),
        Column(
            "Tình trạng", "status", STATUS, also=("Trạng thái",),
            hint="đủ điều kiện = đã có phiếu xét ký, chưa có quyết định; để trống là đã tặng.",
        ),
        _decision(),
        _decided(),
        Column("Cơ quan ban hành", "issuer", TEXT, longest=200, also=("co_quan_qd",), hint="Ai ký quyết định."),
    ),
    "Danh hiệu thi đua và hình thức khen thưởng.",
    also=("Danh hiệu", "Thi đua khen thưởng", "Danh hiệu, khen thưởng"),
)  # fmt: skip
SANCTIONS = Sheet(
    "Kỷ luật",
    "sanctions",
    Sanction,
    (
        _person(),
        Column(
            "Hình thức", "form", FORM, required=True, also=("Hình thức kỷ luật", "Hình thức xử lý"),
            hint="Hạ bậc lương, giáng chức: chỉ có trước 01/7/2025.",
        ),
        Column(
            "Ngày hiệu lực", "effective", DATE, required=True, also=("Ngày có hiệu lực", "Hiệu lực từ", "Hiệu lực"),
            hint="31/12/2024, 12/2024 hoặc 2024.",
        ),
        _code(
            "Mã đơn vị vi phạm", "unit", UNIT, "Đơn vị vi phạm", "Mã đơn vị",
            hint="Chỉ ghi khi vi phạm ở đơn vị khác đơn vị đang công tác.", required=False,
        ),
        _decision(),
        Column("Huỷ bỏ", "cancelled", MARK, also=("Đã huỷ", "Bãi bỏ"), hint="x nếu quyết định đã bị huỷ bỏ."),
    ),
    "Kỷ luật của cá nhân; dòng đã huỷ bỏ không tính.",
)  # fmt: skip
INITIATIVES = Sheet(
    "Sáng kiến",
    "initiatives",
    Initiative,
    (
        _person(),
        _year("Năm được công nhận."),
        Column("Tên", "name", TEXT, required=True, longest=500, also=("sang_kien",), hint="Tên sáng kiến, đề tài."),
        Column("Cấp công nhận", "level", TEXT, longest=100, also=("Cấp", "Cấp độ"), hint="Ví dụ: cơ sở, bộ."),
        _decision(),
    ),
    "Sáng kiến, đề tài khoa học đã được công nhận.",
    also=("Sáng kiến, đề tài",),
)
RECOGNITIONS = Sheet(
    "Công nhận",
    "recognitions",
    Recognition,
    (
        _subject(),
        Column(
            "Bậc", "tier", TIER, required=True, also=("Bậc điển hình",),
            hint="school = Trường, sector = ngành; annual = hằng năm, period = cả giai đoạn.",
        ),
        _year("Năm được công nhận; bậc giai đoạn thì ghi năm cuối giai đoạn."),
        _decision(),
        _decided(),
    ),
    "Đã được công nhận điển hình tiên tiến.",
    also=("Công nhận điển hình", "Điển hình tiên tiến"),
)  # fmt: skip
ATTESTATIONS = Sheet(
    "Xác nhận",
    "attestations",
    Attestation,
    (
        _subject(),
        Column(
            "Tiêu chí", "criterion", CRITERION, required=True, also=("Mã tiêu chí",), hint="Mã điều kiện ở Kế hoạch."
        ),
        _year("Năm xét; bậc giai đoạn thì ghi năm cuối giai đoạn."),
        Column("Kết quả", "passed", RESULT, required=True, also=("Đạt / không đạt",), hint="đạt hoặc không đạt."),
        Column("Căn cứ", "grounds", TEXT, longest=500, also=("Minh chứng",), hint="Ví dụ: Biên bản họp đơn vị."),
        Column("Người xác nhận", "by", TEXT, longest=200, hint="Họ tên, chức vụ."),
    ),
    "Điều kiện do người xác nhận; cùng đối tượng, tiêu chí và năm thì dòng sau cùng có giá trị.",
)
HOLDS = Sheet(
    "Tạm hoãn",
    "holds",
    Hold,
    (
        _subject(),
        Column(
            "Lý do", "reason", TEXT, required=True, longest=300, hint="Đang xem xét kỷ luật, thanh tra, xác minh đơn …"
        ),
        _since(required=True),
        _until(),
    ),
    "Ai đang phải chờ kết luận.",
)
CLOSINGS = Sheet(
    "Chốt sổ",
    "closings",
    Closing,
    (
        Column("Sổ", "ledger", LEDGER, required=True, also=("Loại sổ",), hint="Sổ đã ghi đủ."),
        _year("Năm đã ghi đủ."),
        _code(
            "Mã đơn vị", "unit", UNIT, "Mã ĐV", "Đơn vị",
            hint="Để trống là chốt cho toàn Trường.", required=False,
        ),
        Column("Ngày chốt", "closed", DATE, required=True, also=("Chốt ngày",), hint="31/01/2025."),
    ),
    "Từ ngày chốt, sổ không có dòng nghĩa là không có.",
)  # fmt: skip

SHEETS = (
    UNITS,
    PEOPLE,
    POSTS,
    RATINGS,
    AWARDS,
    SANCTIONS,
    INITIATIVES,
    RECOGNITIONS,
    ATTESTATIONS,
    HOLDS,
    CLOSINGS,
)
GUIDE = "Hướng dẫn"  # the template's page of explanations, nothing to read
REASON = "Vì sao bị từ chối"  # the last column of refused rows that are given back
