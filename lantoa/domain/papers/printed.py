"""What the papers say that are printed as they are: certificates, ballots, box labels, the yearbook."""

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Picture, paper, said


@paper
class Certificate(Contents):
    """Giấy khen, giấy chứng nhận: A4 landscape, the lines of Decree 98/2023 art. 104."""

    authority: str = said("tham_quyen", "Chức vụ người có thẩm quyền và tên cơ quan, chữ in hoa")
    deed: str = said("dong_tang", "Dòng trên tên giấy: TẶNG, CẤP, TẶNG DANH HIỆU")
    award: str = said("ten_giay", "Tên giấy hoặc danh hiệu, chữ in hoa: GIẤY KHEN, CHIẾN SĨ THI ĐUA CƠ SỞ")
    name: str = said("ho_ten", "Họ tên cá nhân hoặc tên tập thể")
    unit: str = said("chuc_vu_don_vi", "Chức vụ, đơn vị; của tập thể là cơ quan chủ quản", default="")
    achievement: str = said("thanh_tich", "Thành tích được ghi nhận")
    decision: str = said("quyet_dinh", "Số và ngày quyết định")
    ordinal: str = said("so_vang", "Số sổ vàng: số thứ tự trong danh sách của quyết định; để trống thì ghi tay")
    place: str = said("dia_danh", "Địa danh")
    date: str = said("ngay_thang", "Ngày tháng năm bằng chữ")
    power: str = said("quyen_han", "Quyền hạn ký: KT. HIỆU TRƯỞNG; để trống khi ký đúng chức vụ", default="")
    position: str = said("chuc_vu", "Chức vụ người ký, chữ in hoa")
    signer: str = said("nguoi_ky", "Họ tên người ký")
    code: Picture | None = said("ma_xac_thuc", "Mã vuông xác thực", default=None)
    has_flags: bool = said("co_hang_co", "Vẽ hàng cờ hai bên, dành cho danh hiệu thi đua", default=False)


@paper
class Candidate:
    """A row of a ballot."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ho_ten", "Họ tên cá nhân hoặc tên tập thể")
    unit: str = said("don_vi", "Chức vụ, đơn vị")
    tier: str = said("danh_hieu", "Danh hiệu, bậc đề nghị")


@paper
class Ballot(Contents):
    """Phiếu bầu: as many sheets as there are members who vote, nameless and all alike."""

    issuer: str = said("co_quan", "Tên cơ quan, chữ in hoa")
    council: str = said("hoi_dong", "Tên Hội đồng, chữ in hoa")
    subject: str = said("noi_dung", "Bỏ phiếu về việc gì")
    meeting: str = said("phien_hop", "Phiên họp, ngày họp, lần bỏ phiếu")
    copies: str = said("so_to", "Số tờ in ra, bằng số thành viên được bỏ phiếu")
    candidates: tuple[Candidate, ...] = said("danh_sach", "Những người, tập thể được bỏ phiếu")


@paper
class ArchivedLine:
    """A file (hồ sơ) in the box; how many sheets it has is written by hand once it is filed."""

    number: str = said("stt", "Số hồ sơ")
    title: str = said("tieu_de", "Tiêu đề hồ sơ")
    period: str = said("thoi_gian", "Thời gian của tài liệu: ngày đầu - ngày cuối")
    retention: str = said("thoi_han", "Thời hạn bảo quản")


@paper
class ArchiveLabel(Contents):
    """Nhãn hộp lưu trữ: what stands on the back of a box, and the list of the files in it (mục lục hồ sơ)."""

    issuer: str = said("co_quan", "Tên cơ quan, chữ in hoa")
    office: str = said("don_vi_luu", "Đơn vị lập và giữ hồ sơ")
    title: str = said("ten_ho_so", "Tên hồ sơ")
    years: str = said("nam", "Năm")
    decisions: tuple[str, ...] = said("quyet_dinh", "Các quyết định trong hộp", default=())
    dossiers: str = said("so_ho_so", "Số hồ sơ đề cử")
    first: str = said("tu_ho_so", "Từ hồ sơ số", default="")
    last: str = said("den_ho_so", "Đến hồ sơ số", default="")
    retention: str = said("thoi_han", "Thời hạn bảo quản, để trống thì ghi tay", default="")
    lines: tuple[ArchivedLine, ...] = said("muc_luc", "Mục lục hồ sơ trong hộp", default=())


@paper
class Recognised:
    """Somebody, or a collective, in the yearbook."""

    anchor: str = said("ma", "Mã để mục lục tên chỉ tới trang")
    name: str = said("ho_ten", "Họ tên cá nhân hoặc tên tập thể")
    unit: str = said("don_vi", "Chức vụ, đơn vị")
    tier: str = said("danh_hieu", "Danh hiệu, bậc được công nhận")
    decision: str = said("quyet_dinh", "Số và ngày quyết định")
    text: tuple[str, ...] = said("thanh_tich", "Báo cáo thành tích, mỗi đoạn một dòng", default=())
    photograph: Picture | None = said("anh", "Ảnh, khi người trong ảnh đồng ý công khai", default=None)


@paper
class IndexLine:
    """A name in the index of names, and where it leads to."""

    anchor: str = said("ma", "Mã của người, tập thể trong kỷ yếu")
    name: str = said("ho_ten", "Họ tên cá nhân hoặc tên tập thể")
    unit: str = said("don_vi", "Đơn vị")


@paper
class ListedLine:
    """A line of a decision's list."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ho_ten", "Họ tên cá nhân hoặc tên tập thể")
    unit: str = said("don_vi", "Đơn vị")


@paper
class ListedDecision:
    """A decision with its list."""

    reference: str = said("so", "Số và ngày quyết định")
    title: str = said("trich_yeu", "Trích yếu")
    lines: tuple[ListedLine, ...] = said("danh_sach", "Danh sách kèm theo")


@paper
class Yearbook(Contents):
    """Kỷ yếu: cover, foreword, decisions with their lists, overview, collectives, individuals, index of names."""

    issuer: str = said("co_quan", "Tên cơ quan, chữ in hoa")
    title: str = said("ten", "Tên kỷ yếu")
    years: str = said("nam", "Năm hoặc giai đoạn")
    place: str = said("dia_danh", "Địa danh")
    foreword: tuple[str, ...] = said("loi_noi_dau", "Lời nói đầu, mỗi đoạn một dòng", default=())
    position: str = said("chuc_vu", "Chức vụ người viết lời nói đầu", default="")
    signer: str = said("nguoi_ky", "Họ tên người viết lời nói đầu", default="")
    decisions: tuple[ListedDecision, ...] = said("cac_quyet_dinh", "Các quyết định công nhận", default=())
    overview: tuple[str, ...] = said("tong_quan", "Tổng quan phong trào, mỗi đoạn một dòng", default=())
    collectives: tuple[Recognised, ...] = said("tap_the", "Tập thể điển hình", default=())
    individuals: tuple[Recognised, ...] = said("ca_nhan", "Cá nhân điển hình, xếp theo bậc, đơn vị, tên", default=())
    index: tuple[IndexLine, ...] = said("muc_luc_ten", "Mục lục tên, xếp theo tên", default=())
