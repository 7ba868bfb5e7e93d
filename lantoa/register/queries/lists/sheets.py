"""The eleven lists, one a sheet: `workbook.md` as columns, filters and orders."""

from django.utils.translation import gettext_lazy as _

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
            columns.subject(_("Đơn vị")),
            columns.subject(_("Cấp trên"), "parent__subject", "cap_tren"),
            columns.written_date("tu", _("Từ ngày"), "since"),
            columns.written_date("den", _("Đến ngày"), "until"),
        ),
        (filters.now(_("Hiệu lực"), _("đang hoạt động"), _("đã kết thúc hoặc chưa bắt đầu")), filters.source()),
        related=("subject", "parent__subject"),
        first="ten",
    ),
    Listing(
        "can-bo",
        layout.PEOPLE,
        Person,
        ("subject_id",),
        (
            columns.subject(_("Họ và tên")),
            columns.text("gioi", _("Giới tính"), "sex"),
            columns.written_date("sinh", _("Ngày sinh"), "born"),
            columns.text("loai", _("Loại"), "employment"),
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
            columns.subject(_("Cán bộ"), "person__subject"),
            columns.subject(_("Đơn vị"), "unit__subject", "don_vi"),
            columns.text("chuc_vu", _("Chức vụ"), "position"),
            columns.mark("dung_dau", _("Đứng đầu"), "is_head", _("đứng đầu")),
            columns.written_date("tu", _("Từ ngày"), "since"),
            columns.written_date("den", _("Đến ngày"), "until"),
        ),
        (
            filters.now(_("Hiệu lực"), _("đang công tác"), _("đã thôi hoặc chưa đến")),
            filters.yes_or_no("dung_dau", _("Đứng đầu"), "is_head", _("người đứng đầu"), _("không đứng đầu")),
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
            columns.word("muc", _("Mức"), "grade", columns.ratings, Look.SHORT),
        ),
        (
            filters.year(Rating),
            filters.one_of("muc", _("Mức"), "grade", columns.ratings),
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
            columns.text("danh_hieu", _("Danh hiệu, hình thức"), "text"),
            columns.word("cap", _("Cấp"), "level", columns.levels, Look.SHORT),
            Column("tinh_trang", _("Tình trạng"), lambda row: str(row.get_status_display()), ("status",), Look.SHORT),
            columns.text("so_qd", _("Số quyết định"), "decision", look=Look.SHORT),
            columns.written_date("ngay_qd", _("Ngày quyết định"), "decided"),
            columns.text("co_quan", _("Cơ quan ban hành"), "issuer"),
        ),
        (
            filters.year(Award),
            filters.one_of("cap", _("Cấp"), "level", columns.levels),
            filters.one_of(
                "tinh_trang", _("Tình trạng"), "status", {"awarded": _("đã tặng"), "eligible": _("đủ điều kiện")}
            ),
            filters.one_of(
                "danh_hieu",
                _("Danh hiệu"),
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
            columns.subject(_("Cán bộ"), "person__subject"),
            columns.word("hinh_thuc", _("Hình thức"), "form", columns.sanction_forms),
            columns.written_date("ngay", _("Ngày hiệu lực"), "effective"),
            columns.subject(_("Đơn vị vi phạm"), "unit__subject", "don_vi"),
            columns.text("so_qd", _("Số quyết định"), "decision", look=Look.SHORT),
            columns.mark("huy", _("Huỷ bỏ"), "cancelled", _("đã huỷ bỏ")),
        ),
        (
            filters.year_of_date(Sanction, "effective"),
            filters.one_of("hinh_thuc", _("Hình thức"), "form", columns.sanction_forms),
            filters.yes_or_no("huy", _("Huỷ bỏ"), "cancelled", _("đã huỷ bỏ"), _("còn hiệu lực")),
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
            columns.subject(_("Cán bộ"), "person__subject"),
            columns.year(),
            columns.text("ten_sk", _("Tên"), "name"),
            columns.text("cap", _("Cấp công nhận"), "level"),
            columns.text("so_qd", _("Số quyết định"), "decision", look=Look.SHORT),
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
            columns.word("bac", _("Bậc"), "tier", columns.tiers),
            columns.year(),
            columns.text("so_qd", _("Số quyết định"), "decision", look=Look.SHORT),
            columns.written_date("ngay_qd", _("Ngày quyết định"), "decided"),
            columns.mark("hieu_luc", _("Hiệu lực"), "revoked", _("đã thu hồi")),
        ),
        (
            filters.year(Recognition),
            filters.yes_or_no("hieu_luc", _("Hiệu lực"), "revoked", _("đã thu hồi"), _("còn hiệu lực")),
            filters.one_of("bac", _("Bậc"), "tier", columns.tiers),
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
            columns.text("tieu_chi", _("Tiêu chí"), "criterion"),
            columns.year(),
            Column(
                "ket_qua",
                _("Kết quả"),
                lambda row: columns.PASSED[row.passed][1],
                ("passed",),
                Look.VERDICT,
                lambda row: columns.PASSED[row.passed][0],
            ),
            columns.text("can_cu", _("Căn cứ"), "grounds"),
            columns.text("nguoi", _("Người xác nhận"), "by"),
            Column("gia_tri", _("Giá trị"), lambda row: "" if row.stands else _("đã thay"), ("stands",), Look.MARK),
        ),
        (
            filters.year(Attestation),
            filters.one_of("tieu_chi", _("Tiêu chí"), "criterion", columns.criteria),
            filters.yes_or_no("ket_qua", _("Kết quả"), "passed", _("đạt"), _("không đạt")),
            filters.yes_or_no("gia_tri", _("Giá trị"), "stands", _("đang có giá trị"), _("đã thay")),
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
            columns.text("ly_do", _("Lý do"), "reason"),
            columns.written_date("tu", _("Từ ngày"), "since"),
            columns.written_date("den", _("Đến ngày"), "until"),
        ),
        (filters.now(_("Hiệu lực"), _("đang tạm hoãn"), _("đã hết hoặc chưa đến")), filters.kind(), filters.source()),
        related=("subject",),
    ),
    Listing(
        "chot-so",
        layout.CLOSINGS,
        Closing,
        ("unit_id",),
        (
            columns.word("so", _("Sổ"), "ledger", lambda: LEDGER_LABELS),
            columns.year(),
            columns.whole_or_unit(),
            columns.written_date("ngay", _("Ngày chốt"), "closed"),
        ),
        (
            filters.year(Closing),
            filters.one_of(
                "so", _("Sổ"), "ledger", lambda: {key.value: str(words) for key, words in LEDGER_LABELS.items()}
            ),
            filters.source(),
        ),
        related=("unit__subject",),
    ),
)
_BY_SLUG = {listing.slug: listing for listing in LISTINGS}


def listing_of(slug: str) -> Listing | None:
    return _BY_SLUG.get(slug)
