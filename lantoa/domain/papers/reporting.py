"""What the interim report of a year and the final report of a plan's period say: figures first, then what is left."""

from lantoa.domain.papers.contents import OfficialPaper
from lantoa.domain.papers.fields import paper, said


@paper
class MovementLine:
    """A movement of the period, and how the units answered it."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Tên phong trào")
    launched_by: str = said("don_vi", "Đơn vị phát động")
    days: str = said("thoi_gian", "Thời gian")
    pledged: str = said("dang_ky", "Đơn vị đăng ký trên số được yêu cầu")
    reported: str = said("bao_cao", "Báo cáo đã nhận trên số phải có")
    reached: str = said("dat", "Tỷ lệ đạt chỉ tiêu bình quân của các báo cáo", default="")


@paper
class YearLine:
    """What a year brought from finding to recognition."""

    year: str = said("nam", "Năm, hoặc cả giai đoạn")
    found: str = said("phat_hien", "Nhân tố mới được phát hiện")
    chosen: str = said("lua_chon", "Nhân tố mới được đơn vị lựa chọn")
    nurtured: str = said("boi_duong", "Kế hoạch bồi dưỡng được duyệt")
    practices: str = said("mo_hinh", "Mô hình, cách làm hay được viết lại")
    nominated: str = said("de_cu", "Hồ sơ đề cử gửi xét")
    recognised: str = said("cong_nhan", "Lượt được công nhận")


@paper
class TierLine:
    """A tier in a year: who was put forward and who was recognised."""

    year: str = said("nam", "Năm")
    tier: str = said("bac", "Bậc điển hình tiên tiến")
    nominated: str = said("de_cu", "Hồ sơ đề cử gửi xét")
    collectives: str = said("tap_the", "Tập thể được công nhận")
    individuals: str = said("ca_nhan", "Cá nhân được công nhận")
    revoked: str = said("thu_hoi", "Bị thu hồi")


@paper
class CommendationLine:
    """A title or form of commendation, and to how many it was given."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Danh hiệu, hình thức khen thưởng")
    level: str = said("cap", "Cấp")
    whole: str = said("tong", "Tổng số: tập thể và cá nhân")
    collectives: str = said("tap_the", "Tập thể")
    leading: str = said("lanh_dao", "Cá nhân là lãnh đạo, quản lý")
    working: str = said("khong_lanh_dao", "Cá nhân không là lãnh đạo, quản lý")


@paper
class UnitLine:
    """What came of a unit with those under it."""

    number: str = said("stt", "Số thứ tự")
    unit: str = said("don_vi", "Đơn vị")
    found: str = said("phat_hien", "Nhân tố mới được phát hiện")
    nurtured: str = said("boi_duong", "Kế hoạch bồi dưỡng được duyệt")
    nominated: str = said("de_cu", "Hồ sơ đề cử gửi xét")
    recognised: str = said("cong_nhan", "Lượt được công nhận")
    commended: str = said("khen_thuong", "Lượt khen thưởng")


@paper
class RecognisedLine:
    """Somebody recognised in the period."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    unit: str = said("don_vi", "Đơn vị", default="")
    tier: str = said("danh_hieu", "Danh hiệu được công nhận")
    decision: str = said("quyet_dinh", "Số, ngày quyết định", default="")


@paper
class ReviewPaper(OfficialPaper):
    """What both reports hold; of a part without figures its own sentence says that nothing is on file."""

    addressees: tuple[str, ...] = said("kinh_gui", "Kính gửi, mỗi nơi một dòng")
    author: str = said("don_vi_bao_cao", "Tên cơ quan báo cáo, chữ thường")
    period: str = said("thoi_ky", "Năm, giai đoạn được đánh giá: năm 2024, giai đoạn 2021-2025")
    plan: str = said("ke_hoach", "Kế hoạch được đánh giá")
    as_of: str = said("so_lieu_den", "Ngày lấy số liệu")
    setting: tuple[str, ...] = said("dac_diem", "Đặc điểm tình hình, mỗi đoạn một dòng")
    leading: tuple[str, ...] = said("chi_dao", "Công tác lãnh đạo, chỉ đạo, mỗi việc một dòng")
    movement_lines: tuple[MovementLine, ...] = said("phong_trao", "Các phong trào thi đua", default=())
    movements: tuple[str, ...] = said("ket_qua_phong_trao", "Kết quả phong trào, mỗi đoạn một dòng")
    year_lines: tuple[YearLine, ...] = said("theo_nam", "Từ phát hiện đến công nhận, theo năm")
    finding: tuple[str, ...] = said("phat_hien", "Phát hiện, lựa chọn, mỗi việc một dòng")
    nurturing: tuple[str, ...] = said("boi_duong", "Bồi dưỡng, mỗi việc một dòng")
    spreading: tuple[str, ...] = said("nhan_rong", "Tổng kết, nhân rộng, mỗi việc một dòng")
    tier_lines: tuple[TierLine, ...] = said("theo_bac", "Được công nhận, theo năm và bậc", default=())
    recognising: tuple[str, ...] = said("cong_nhan", "Công nhận, mỗi việc một dòng")
    commendation_lines: tuple[CommendationLine, ...] = said(
        "bang_khen_thuong", "Khen thưởng theo hình thức", default=()
    )
    commending: tuple[str, ...] = said("khen_thuong", "Khen thưởng, mỗi việc một dòng")
    shortcomings: tuple[str, ...] = said("han_che", "Tồn tại, hạn chế thấy được từ số liệu, mỗi việc một dòng")
    lessons: tuple[str, ...] = said("bai_hoc", "Bài học kinh nghiệm đã ghi, mỗi bài một dòng", default=())
    ahead: tuple[str, ...] = said("phuong_huong", "Phương hướng, nhiệm vụ, mỗi việc một dòng")
    attached: str = said("kem_theo", "Dòng kèm theo của phụ lục")
    unit_lines: tuple[UnitLine, ...] = said("theo_don_vi", "Kết quả theo đơn vị", default=())
    recognised_lines: tuple[RecognisedLine, ...] = said("duoc_cong_nhan", "Những ai được công nhận", default=())


@paper
class InterimReportPaper(ReviewPaper):
    """Báo cáo sơ kết: one year of the plan."""


@paper
class FinalReportPaper(ReviewPaper):
    """Báo cáo tổng kết: the whole period of the plan."""
