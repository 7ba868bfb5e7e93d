"""The eleven lists, one a sheet: `workbook.md` as columns, filters and orders."""

from datetime import date
from typing import Any

from lantoa import plans
from lantoa.domain.authority import Deed
from lantoa.register.books import layout
from lantoa.register.models import (
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
from lantoa.register.models.restraints import LEDGER_LABELS
from lantoa.register.queries.dates import written
from lantoa.register.queries.lists import filters
from lantoa.register.queries.lists.definition import Column, Listing, Look

PASSED = {True: ("met", "đạt"), False: ("not_met", "không đạt")}


def ratings() -> dict[str, str]:
    return {term.code: term.short for term in reversed(plans.catalogue().ratings.values())}


def sanction_forms() -> dict[str, str]:
    return {term.code: term.name for term in plans.catalogue().sanctions.values()}


def levels() -> dict[str, str]:
    return {level.value: name for level, name in plans.catalogue().levels.items()}


def tiers() -> dict[str, str]:
    return {tier.code: tier.name for tier in plans.load().tiers.values()}


def criteria() -> dict[str, str]:
    return {code: code for code in layout.ATTESTATIONS.by_field["criterion"].kind.choices}


def day(row: Any, column: str) -> str:
    """The date in that column as it was written, or nothing."""
    value: date | None = getattr(row, column)
    return str(written(value, getattr(row, f"{column}_precision")) or "")


def _subject(label: str = "Đối tượng", path: str = "subject", key: str = "ten") -> Column:
    def subject_of(row: Any) -> Any:
        for step in path.split("__"):
            row = row and getattr(row, step)
        return row

    return Column(
        key,
        label,
        lambda row: subject_of(row).name if subject_of(row) else "",
        (f"{path}__sort_key",),
        Look.SUBJECT,
        lambda row: subject_of(row).code if subject_of(row) else "",
    )


def _text(key: str, label: str, column: str, *, look: Look = Look.TEXT, sorts: bool = True) -> Column:
    return Column(key, label, lambda row: str(getattr(row, column)), (column,) if sorts else (), look)


def _word(key: str, label: str, column: str, words: Any, look: Look = Look.TEXT) -> Column:
    return Column(key, label, lambda row: str(words().get(getattr(row, column), getattr(row, column))), (column,), look)


def _date(key: str, label: str, column: str) -> Column:
    return Column(key, label, lambda row: day(row, column), (column,), Look.SHORT)


def _mark(key: str, label: str, column: str, word: str) -> Column:
    return Column(key, label, lambda row: word if getattr(row, column) else "", (column,), Look.MARK)


def _year() -> Column:
    return _text("nam", "Năm", "year", look=Look.SHORT)


def _whole_or_unit() -> Column:
    return Column(
        "don_vi",
        "Đơn vị",
        lambda row: row.unit.subject.name if row.unit else "toàn Trường",
        ("unit__subject__sort_key",),
        Look.SUBJECT,
        lambda row: row.unit.subject.code if row.unit else "",
    )


LISTINGS = (
    Listing(
        "don-vi",
        layout.UNITS,
        Unit,
        ("subject_id",),
        (
            _subject("Đơn vị"),
            _subject("Cấp trên", "parent__subject", "cap_tren"),
            _date("tu", "Từ ngày", "since"),
            _date("den", "Đến ngày", "until"),
        ),
        (filters.now("Hiệu lực", "đang hoạt động", "đã kết thúc hoặc chưa bắt đầu"), filters.source()),
        related=("subject", "parent__subject"),
        first="ten",
    ),
    Listing(
        "can-bo",
        layout.PEOPLE,
        Person,
        ("subject_id",),
        (
            _subject("Họ và tên"),
            _text("gioi", "Giới tính", "sex"),
            _date("sinh", "Ngày sinh", "born"),
            _text("loai", "Loại", "employment"),
        ),
        (filters.source(),),
        related=("subject",),
        first="ten",
    ),
    Listing(
        "cong-tac",
        layout.POSTS,
        Post,
        ("person_id", "unit_id"),
        (
            _subject("Cán bộ", "person__subject"),
            _subject("Đơn vị", "unit__subject", "don_vi"),
            _text("chuc_vu", "Chức vụ", "position"),
            _mark("dung_dau", "Đứng đầu", "is_head", "đứng đầu"),
            _date("tu", "Từ ngày", "since"),
            _date("den", "Đến ngày", "until"),
        ),
        (
            filters.now("Hiệu lực", "đang công tác", "đã thôi hoặc chưa đến"),
            filters.yes_or_no("dung_dau", "Đứng đầu", "is_head", "người đứng đầu", "không đứng đầu"),
            filters.source(),
        ),
        related=("person__subject", "unit__subject"),
    ),
    Listing(
        "xep-loai",
        layout.RATINGS,
        Rating,
        ("subject_id",),
        (_subject(), _year(), _word("muc", "Mức", "grade", ratings, Look.SHORT)),
        (filters.year(Rating), filters.one_of("muc", "Mức", "grade", ratings), filters.kind(), filters.source()),
        related=("subject",),
    ),
    Listing(
        "khen-thuong",
        layout.AWARDS,
        Award,
        ("subject_id",),
        (
            _subject(),
            _year(),
            _text("danh_hieu", "Danh hiệu, hình thức", "text"),
            _word("cap", "Cấp", "level", levels, Look.SHORT),
            Column("tinh_trang", "Tình trạng", lambda row: str(row.get_status_display()), ("status",), Look.SHORT),
            _text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
            _date("ngay_qd", "Ngày quyết định", "decided"),
            _text("co_quan", "Cơ quan ban hành", "issuer"),
        ),
        (
            filters.year(Award),
            filters.one_of("cap", "Cấp", "level", levels),
            filters.one_of("tinh_trang", "Tình trạng", "status", {"awarded": "đã tặng", "eligible": "đủ điều kiện"}),
            filters.one_of(
                "danh_hieu",
                "Danh hiệu",
                "title",
                lambda: {title.code: title.name for title in plans.catalogue().titles.values()},
            ),
            filters.kind(),
            filters.source(),
        ),
        related=("subject",),
        searched=("decision",),
    ),
    Listing(
        "ky-luat",
        layout.SANCTIONS,
        Sanction,
        ("person_id", "unit_id"),
        (
            _subject("Cán bộ", "person__subject"),
            _word("hinh_thuc", "Hình thức", "form", sanction_forms),
            _date("ngay", "Ngày hiệu lực", "effective"),
            _subject("Đơn vị vi phạm", "unit__subject", "don_vi"),
            _text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
            _mark("huy", "Huỷ bỏ", "cancelled", "đã huỷ bỏ"),
        ),
        (
            filters.year_of_date(Sanction, "effective"),
            filters.one_of("hinh_thuc", "Hình thức", "form", sanction_forms),
            filters.yes_or_no("huy", "Huỷ bỏ", "cancelled", "đã huỷ bỏ", "còn hiệu lực"),
            filters.source(),
        ),
        related=("person__subject", "unit__subject"),
        searched=("decision",),
        deed=Deed.SEE_SANCTIONS,
    ),
    Listing(
        "sang-kien",
        layout.INITIATIVES,
        Initiative,
        ("person_id",),
        (
            _subject("Cán bộ", "person__subject"),
            _year(),
            _text("ten_sk", "Tên", "name"),
            _text("cap", "Cấp công nhận", "level"),
            _text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
        ),
        (filters.year(Initiative), filters.source()),
        related=("person__subject",),
        searched=("name", "decision"),
    ),
    Listing(
        "cong-nhan",
        layout.RECOGNITIONS,
        Recognition,
        ("subject_id",),
        (
            _subject(),
            _word("bac", "Bậc", "tier", tiers),
            _year(),
            _text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
            _date("ngay_qd", "Ngày quyết định", "decided"),
        ),
        (filters.year(Recognition), filters.one_of("bac", "Bậc", "tier", tiers), filters.kind(), filters.source()),
        related=("subject",),
        searched=("decision",),
    ),
    Listing(
        "xac-nhan",
        layout.ATTESTATIONS,
        Attestation,
        ("subject_id",),
        (
            _subject(),
            _text("tieu_chi", "Tiêu chí", "criterion"),
            _year(),
            Column(
                "ket_qua",
                "Kết quả",
                lambda row: PASSED[row.passed][1],
                ("passed",),
                Look.VERDICT,
                lambda row: PASSED[row.passed][0],
            ),
            _text("can_cu", "Căn cứ", "grounds"),
            _text("nguoi", "Người xác nhận", "by"),
            Column("gia_tri", "Giá trị", lambda row: "" if row.stands else "đã thay", ("stands",), Look.MARK),
        ),
        (
            filters.year(Attestation),
            filters.one_of("tieu_chi", "Tiêu chí", "criterion", criteria),
            filters.yes_or_no("ket_qua", "Kết quả", "passed", "đạt", "không đạt"),
            filters.yes_or_no("gia_tri", "Giá trị", "stands", "đang có giá trị", "đã thay"),
            filters.kind(),
            filters.source(),
        ),
        related=("subject",),
    ),
    Listing(
        "tam-hoan",
        layout.HOLDS,
        Hold,
        ("subject_id",),
        (
            _subject(),
            _text("ly_do", "Lý do", "reason"),
            _date("tu", "Từ ngày", "since"),
            _date("den", "Đến ngày", "until"),
        ),
        (filters.now("Hiệu lực", "đang tạm hoãn", "đã hết hoặc chưa đến"), filters.kind(), filters.source()),
        related=("subject",),
    ),
    Listing(
        "chot-so",
        layout.CLOSINGS,
        Closing,
        ("unit_id",),
        (
            _word("so", "Sổ", "ledger", lambda: LEDGER_LABELS),
            _year(),
            _whole_or_unit(),
            _date("ngay", "Ngày chốt", "closed"),
        ),
        (
            filters.year(Closing),
            filters.one_of(
                "so", "Sổ", "ledger", lambda: {key.value: str(words) for key, words in LEDGER_LABELS.items()}
            ),
            filters.source(),
        ),
        related=("unit__subject",),
    ),
)
_BY_SLUG = {listing.slug: listing for listing in LISTINGS}


def listing_of(slug: str) -> Listing | None:
    return _BY_SLUG.get(slug)
