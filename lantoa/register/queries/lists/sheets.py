"""The eleven lists, one a sheet: `workbook.md` as columns, filters and orders."""

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
from lantoa.register.queries.lists import columns, filters
from lantoa.register.queries.lists.definition import Column, Listing, Look

LISTINGS = (
    Listing(
        "don-vi",
        layout.UNITS,
        Unit,
        ("subject_id",),
        (
            columns.subject("Đơn vị"),
            columns.subject("Cấp trên", "parent__subject", "cap_tren"),
            columns.written_date("tu", "Từ ngày", "since"),
            columns.written_date("den", "Đến ngày", "until"),
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
            columns.subject("Họ và tên"),
            columns.text("gioi", "Giới tính", "sex"),
            columns.written_date("sinh", "Ngày sinh", "born"),
            columns.text("loai", "Loại", "employment"),
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
            columns.subject("Cán bộ", "person__subject"),
            columns.subject("Đơn vị", "unit__subject", "don_vi"),
            columns.text("chuc_vu", "Chức vụ", "position"),
            columns.mark("dung_dau", "Đứng đầu", "is_head", "đứng đầu"),
            columns.written_date("tu", "Từ ngày", "since"),
            columns.written_date("den", "Đến ngày", "until"),
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
        (
            columns.subject(),
            columns.year(),
            columns.word("muc", "Mức", "grade", columns.ratings, Look.SHORT),
        ),
        (
            filters.year(Rating),
            filters.one_of("muc", "Mức", "grade", columns.ratings),
            filters.kind(),
            filters.source(),
        ),
        related=("subject",),
    ),
    Listing(
        "khen-thuong",
        layout.AWARDS,
        Award,
        ("subject_id",),
        (
            columns.subject(),
            columns.year(),
            columns.text("danh_hieu", "Danh hiệu, hình thức", "text"),
            columns.word("cap", "Cấp", "level", columns.levels, Look.SHORT),
            Column("tinh_trang", "Tình trạng", lambda row: str(row.get_status_display()), ("status",), Look.SHORT),
            columns.text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
            columns.written_date("ngay_qd", "Ngày quyết định", "decided"),
            columns.text("co_quan", "Cơ quan ban hành", "issuer"),
        ),
        (
            filters.year(Award),
            filters.one_of("cap", "Cấp", "level", columns.levels),
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
            columns.subject("Cán bộ", "person__subject"),
            columns.word("hinh_thuc", "Hình thức", "form", columns.sanction_forms),
            columns.written_date("ngay", "Ngày hiệu lực", "effective"),
            columns.subject("Đơn vị vi phạm", "unit__subject", "don_vi"),
            columns.text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
            columns.mark("huy", "Huỷ bỏ", "cancelled", "đã huỷ bỏ"),
        ),
        (
            filters.year_of_date(Sanction, "effective"),
            filters.one_of("hinh_thuc", "Hình thức", "form", columns.sanction_forms),
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
            columns.subject("Cán bộ", "person__subject"),
            columns.year(),
            columns.text("ten_sk", "Tên", "name"),
            columns.text("cap", "Cấp công nhận", "level"),
            columns.text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
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
            columns.subject(),
            columns.word("bac", "Bậc", "tier", columns.tiers),
            columns.year(),
            columns.text("so_qd", "Số quyết định", "decision", look=Look.SHORT),
            columns.written_date("ngay_qd", "Ngày quyết định", "decided"),
        ),
        (
            filters.year(Recognition),
            filters.one_of("bac", "Bậc", "tier", columns.tiers),
            filters.kind(),
            filters.source(),
        ),
        related=("subject",),
        searched=("decision",),
    ),
    Listing(
        "xac-nhan",
        layout.ATTESTATIONS,
        Attestation,
        ("subject_id",),
        (
            columns.subject(),
            columns.text("tieu_chi", "Tiêu chí", "criterion"),
            columns.year(),
            Column(
                "ket_qua",
                "Kết quả",
                lambda row: columns.PASSED[row.passed][1],
                ("passed",),
                Look.VERDICT,
                lambda row: columns.PASSED[row.passed][0],
            ),
            columns.text("can_cu", "Căn cứ", "grounds"),
            columns.text("nguoi", "Người xác nhận", "by"),
            Column("gia_tri", "Giá trị", lambda row: "" if row.stands else "đã thay", ("stands",), Look.MARK),
        ),
        (
            filters.year(Attestation),
            filters.one_of("tieu_chi", "Tiêu chí", "criterion", columns.criteria),
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
            columns.subject(),
            columns.text("ly_do", "Lý do", "reason"),
            columns.written_date("tu", "Từ ngày", "since"),
            columns.written_date("den", "Đến ngày", "until"),
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
            columns.word("so", "Sổ", "ledger", lambda: LEDGER_LABELS),
            columns.year(),
            columns.whole_or_unit(),
            columns.written_date("ngay", "Ngày chốt", "closed"),
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
