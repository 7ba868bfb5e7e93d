"""What the papers from the plan to the posting say: plan, notice, unit minutes, lists, reports, verification."""

from lantoa.domain.papers.contents import OfficialPaper
from lantoa.domain.papers.deciding import MinutesPaper
from lantoa.domain.papers.fields import paper, said


@paper
class NomineeLine:
    """One nominee in short; or the name of a unit, in bold with a Roman number, above those whom it nominates."""

    number: str = said("stt", "Số thứ tự: I, II của đơn vị; 1, 2, 3 trong từng đơn vị")
    name: str = said("ten", "Họ tên, tên tập thể, tên đơn vị")
    is_unit: bool = said("la_don_vi", "Là dòng tên đơn vị, in đậm", default=False)
    unit: str = said("don_vi", "Chức vụ, đơn vị", default="")
    merits: str = said("thanh_tich", "Tóm tắt thành tích", default="")
    tier: str = said("danh_hieu", "Danh hiệu đề nghị", default="")
    vote: str = said("binh_xet", "Kết quả bình xét của đơn vị", default="")


@paper
class NomineeListPaper(OfficialPaper):
    """Danh sách trích ngang: collectives before individuals."""

    round: str = said("dot_xet", "Tên đợt xét")
    counts: str = said("so_luong", "Số tập thể, cá nhân, hai chữ số")
    collectives: tuple[NomineeLine, ...] = said("tap_the", "Các tập thể", default=())
    collectives_total: str = said("cong_tap_the", "Tổng cộng: bao nhiêu tập thể, hai chữ số", default="")
    individuals: tuple[NomineeLine, ...] = said("ca_nhan", "Các cá nhân, xếp theo đơn vị", default=())
    individuals_total: str = said("cong_ca_nhan", "Tổng cộng: bao nhiêu cá nhân, hai chữ số", default="")


@paper
class UnitVoteLine:
    """How a nominee fared at the meeting of the unit."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    position: str = said("chuc_vu", "Chức vụ, đơn vị", default="")
    votes_for: str = said("dong_y", "Số phiếu đồng ý")
    votes_against: str = said("khong_dong_y", "Số phiếu không đồng ý")
    votes_blank: str = said("khong_y_kien", "Số phiếu không ý kiến")
    share: str = said("ty_le", "Tỷ lệ đồng ý, ghi rõ mẫu số")
    result: str = said("ket_qua", "Đạt hay chưa đạt")


@paper
class UnitMinutesPaper(MinutesPaper):
    """Biên bản bình xét của đơn vị."""

    unit: str = said("don_vi", "Tên đơn vị")
    members: str = said("tong_so", "Tổng số người của đơn vị, hai chữ số")
    present_count: str = said("so_co_mat", "Số người có mặt, hai chữ số")
    absent_count: str = said("so_vang", "Số người vắng, hai chữ số")
    present: tuple[str, ...] = said("co_mat", "Những người có mặt, mỗi người một dòng", default=())
    absent: tuple[str, ...] = said("vang", "Những người vắng và lý do, mỗi người một dòng", default=())
    tier: str = said("danh_hieu", "Danh hiệu được bình xét")
    text: tuple[str, ...] = said("dien_bien", "Diễn biến, ý kiến, mỗi đoạn một dòng", default=())
    threshold: str = said("nguong", "Đạt khi đồng ý bao nhiêu, ai quy định", default="")
    lines: tuple[UnitVoteLine, ...] = said("bang_ket_qua", "Kết quả từng người, từng tập thể", default=())
    nobody: str = said("khong_gioi_thieu", "Lý do không giới thiệu ai; để trống khi có", default="")


@paper
class TitleLine:
    """A title or commendation already given."""

    year: str = said("nam", "Năm")
    words: str = said("ten", "Danh hiệu, hình thức khen thưởng")
    decision: str = said("quyet_dinh", "Số, ngày quyết định; cơ quan ban hành")


@paper
class ReportLine:
    """A paragraph of a report as its unit wrote it."""

    text: str = said("loi", "Lời của đoạn")
    is_heading: bool = said("la_tieu_de", "Là tiêu đề của một khoản, in đậm", default=False)


@paper
class ReportPaper(OfficialPaper):
    """What reports of individuals and of collectives share."""

    form: str = said("mau_so", "Mẫu số theo nghị định của ngày lập; để trống khi không có", default="")
    name: str = said("ten", "Họ tên, tên tập thể được đề nghị")
    unit: str = said("don_vi", "Đơn vị")
    tier: str = said("danh_hieu", "Danh hiệu đề nghị")
    text: tuple[ReportLine, ...] = said("noi_dung", "Báo cáo thành tích, mỗi đoạn một dòng", default=())
    ratings: tuple[str, ...] = said("xep_loai", "Mức độ hoàn thành nhiệm vụ từng năm", default=())
    initiatives: tuple[str, ...] = said("sang_kien", "Sáng kiến, đề tài dùng trong hồ sơ", default=())
    titles: tuple[TitleLine, ...] = said("danh_hieu_da_dat", "Danh hiệu thi đua đã đạt", default=())
    commendations: tuple[TitleLine, ...] = said("khen_thuong_da_nhan", "Hình thức khen thưởng đã nhận", default=())
    confirmer: str = said("nguoi_xac_nhan", "Chức vụ người xác nhận, chữ in hoa")
    confirmer_name: str = said("ten_nguoi_xac_nhan", "Họ tên người xác nhận", default="")


@paper
class IndividualReportPaper(ReportPaper):
    """Báo cáo thành tích cá nhân."""

    born: str = said("ngay_sinh", "Ngày sinh", default="")
    sex: str = said("gioi_tinh", "Giới tính", default="")
    post: str = said("cong_viec", "Chức vụ hiện nay")
    since: str = said("tu_ngay", "Làm việc tại đơn vị từ ngày", default="")


@paper
class CollectiveReportPaper(ReportPaper):
    """Báo cáo thành tích tập thể."""

    above: str = said("cap_tren", "Đơn vị cấp trên")
    head: str = said("truong_don_vi", "Người đứng đầu", default="")
    members: str = said("so_nguoi", "Tổng số người, hai chữ số")
    parts: tuple[str, ...] = said("don_vi_truc_thuoc", "Các đơn vị trực thuộc", default=())


@paper
class CheckedLine:
    """One criterion as an office answered it."""

    code: str = said("ma", "Mã tiêu chuẩn")
    text: str = said("tieu_chuan", "Tiêu chuẩn")
    machine: str = said("theo_so", "Kết quả đối chiếu theo sổ")
    sentence: str = said("dien_giai", "Diễn giải kết quả đối chiếu", default="")
    answer: str = said("y_kien", "Ý kiến của đơn vị thẩm định", default="")
    grounds: str = said("can_cu_y_kien", "Căn cứ của ý kiến", default="")


@paper
class OfficePart:
    """What one office was asked and answered."""

    office: str = said("linh_vuc", "Đơn vị, lĩnh vực thẩm định")
    speaker: str = said("nguoi_tra_loi", "Người cho ý kiến, ngày", default="")
    lines: tuple[CheckedLine, ...] = said("tieu_chuan", "Các tiêu chuẩn được hỏi", default=())


@paper
class VerificationPaper(OfficialPaper):
    """Phiếu thẩm định."""

    name: str = said("ten", "Họ tên, tên tập thể")
    unit: str = said("don_vi", "Đơn vị")
    tier: str = said("danh_hieu", "Danh hiệu đề nghị")
    received: str = said("ngay_gui", "Ngày gửi hồ sơ")
    unit_vote: str = said("binh_xet", "Kết quả bình xét của đơn vị", default="")
    parts: tuple[OfficePart, ...] = said("tham_dinh", "Từng lĩnh vực thẩm định", default=())
    conclusion: str = said("ket_luan", "Kết luận thẩm định")
    remarks: str = said("y_kien_khac", "Lời ghi của kết luận", default="")


@paper
class PostedLine:
    """A candidate as everybody reads it: name, unit, tier, achievement and nothing else of a person."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    unit: str = said("don_vi", "Đơn vị")
    tier: str = said("danh_hieu", "Danh hiệu đề nghị")
    words: str = said("thanh_tich", "Thành tích công bố")


@paper
class PostingPaper(OfficialPaper):
    """Thông báo công khai lấy ý kiến."""

    round: str = said("dot_xet", "Tên đợt xét")
    counts: str = said("so_luong", "Số tập thể, cá nhân, hai chữ số")
    audience: str = said("pham_vi", "Công khai ở đâu")
    starts: str = said("tu_ngay", "Ngày bắt đầu công khai")
    ends: str = said("den_ngay", "Ngày cuối nhận ý kiến")
    note: tuple[str, ...] = said("loi_dan", "Lời dẫn, mỗi đoạn một dòng", default=())
    lines: tuple[PostedLine, ...] = said("danh_sach", "Những người, tập thể được công khai")


@paper
class DayLine:
    """A step and its last day."""

    number: str = said("stt", "Số thứ tự")
    step: str = said("viec", "Việc")
    day: str = said("han", "Chậm nhất ngày")


@paper
class RoundPaper(OfficialPaper):
    """What the notice and the plan of a round share."""

    round: str = said("dot_xet", "Tên đợt xét")
    tier: str = said("danh_hieu", "Danh hiệu được xét")
    window: str = said("giai_doan", "Năm, giai đoạn được xét")
    basis: str = said("ke_hoach", "Kế hoạch làm căn cứ")
    individual_criteria: tuple[str, ...] = said("tieu_chuan_ca_nhan", "Tiêu chuẩn cá nhân", default=())
    collective_criteria: tuple[str, ...] = said("tieu_chuan_tap_the", "Tiêu chuẩn tập thể", default=())
    days: tuple[DayLine, ...] = said("cac_moc", "Các mốc thời gian", default=())
    guidance: tuple[str, ...] = said("huong_dan", "Hướng dẫn các đơn vị, mỗi đoạn một dòng", default=())


@paper
class NoticePaper(RoundPaper):
    """Thông báo tổ chức đợt xét."""


@paper
class DutyLine:
    """What an office answers for."""

    office: str = said("don_vi", "Đơn vị, lĩnh vực")
    duty: str = said("nhiem_vu", "Nhiệm vụ")


@paper
class PlanPaper(RoundPaper):
    """Kế hoạch tổ chức đợt xét."""

    duties: tuple[DutyLine, ...] = said("phan_cong", "Phân công thực hiện", default=())
