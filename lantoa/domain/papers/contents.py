"""What the papers of one form share: letterhead, number and day, bases, signature, recipients."""

from lantoa.domain.papers.fields import Picture, paper, said


@paper
class Contents:
    """What any paper holds; the kinds add their own."""


@paper
class OfficialPaper(Contents):
    """A paper in the form of Decree 30/2020."""

    parent: str = said("co_quan_chu_quan", "Cơ quan chủ quản, chữ in hoa")
    issuer: str = said("co_quan", "Cơ quan ban hành, chữ in hoa")
    number: str = said("so", "Số văn bản, để trống khi chưa cấp")
    notation: str = said("ky_hieu", "Ký hiệu, ví dụ QĐ-CĐL")
    place: str = said("dia_danh", "Địa danh")
    date: str = said("ngay_thang", "Ngày tháng năm bằng chữ")
    subject: str = said("trich_yeu", "Trích yếu nội dung")
    bases: tuple[str, ...] = said("can_cu", "Căn cứ ban hành, mỗi căn cứ một dòng", default=())
    recipients: tuple[str, ...] = said("noi_nhan", "Nơi nhận, dòng cuối là nơi lưu", default=())
    authority: str = said(
        "quyen_han", "Quyền hạn ký: TM. HỘI ĐỒNG, KT. HIỆU TRƯỞNG; để trống khi ký đúng chức vụ", default=""
    )
    position: str = said("chuc_vu", "Chức vụ người ký, chữ in hoa")
    also_position: str = said(
        "chuc_vu_chinh_quyen", "Chức vụ chính quyền ghi dưới chức danh trong Hội đồng", default=""
    )
    signer: str = said("nguoi_ky", "Họ tên người ký")
    code: Picture | None = said("ma_xac_thuc", "Mã vuông xác thực", default=None)
