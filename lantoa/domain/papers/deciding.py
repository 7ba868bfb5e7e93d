"""What the papers of the Council and of the Principal say: minutes, submissions, decisions, letters."""

from lantoa.domain.papers.contents import Contents, OfficialPaper
from lantoa.domain.papers.fields import paper, said


@paper
class ListedLine:
    """One line of the list that comes with a decision or a submission; its number stays (số sổ vàng)."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    unit: str = said("don_vi", "Chức vụ, đơn vị", default="")
    tier: str = said("danh_hieu", "Danh hiệu đề nghị, công nhận")
    vote: str = said("ket_qua", "Kết quả bỏ phiếu của Hội đồng", default="")
    reward: str = said("khen_thuong", "Hình thức khen thưởng kèm theo", default="")
    amount: str = said("so_tien", "Tiền thưởng, đồng", default="")


@paper
class Listing(OfficialPaper):
    """A paper with a list as its appendix, and the numbers of what it lists."""

    counts: str = said("so_luong", "Số tập thể, cá nhân, hai chữ số: 05 tập thể, 04 cá nhân")
    tier: str = said("danh_hieu", "Danh hiệu của cả danh sách")
    list_name: str = said("ten_danh_sach", "Tên danh sách, chữ in hoa")
    attached: str = said("kem_theo", "Dòng kèm theo của phụ lục: kèm theo văn bản nào, số, ngày")
    lines: tuple[ListedLine, ...] = said("danh_sach", "Danh sách, mỗi dòng một tập thể hoặc cá nhân")


@paper
class DecisionPaper(Listing):
    """A decision that recognises or commends, with its list."""

    competence: str = said("tham_quyen", "Thẩm quyền ban hành, chữ in hoa: HIỆU TRƯỞNG TRƯỜNG …")
    executors: str = said("thi_hanh", "Những ai chịu trách nhiệm thi hành")
    effective: str = said("hieu_luc", "Hiệu lực: kể từ ngày ký, hoặc từ ngày nào")
    has_rewards: bool = said("co_khen_thuong", "Có khen thưởng kèm theo", default=False)
    commended: str = said("so_luong_khen", "Số tập thể, cá nhân được khen thưởng", default="")
    forms: str = said("hinh_thuc", "Hình thức khen thưởng, mỗi hình thức cho bao nhiêu tập thể, cá nhân", default="")
    money: str = said("tong_tien", "Tổng tiền thưởng, đồng; để trống khi không có", default="")
    money_basis: str = said("can_cu_chi", "Căn cứ chi tiền thưởng", default="")
    money_source: str = said("nguon_chi", "Nguồn kinh phí chi tiền thưởng", default="")


@paper
class ChangedLine:
    """One line of a decision that corrects, revokes or restores."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể theo quyết định trước")
    unit: str = said("don_vi", "Đơn vị theo quyết định trước", default="")
    tier: str = said("danh_hieu", "Danh hiệu")
    right_name: str = said("ten_dung", "Họ tên, tên tập thể đúng", default="")
    right_unit: str = said("don_vi_dung", "Đơn vị đúng", default="")
    amount: str = said("so_tien", "Tiền thưởng phải thu hồi, đồng", default="")


@paper
class ChangingPaper(OfficialPaper):
    """A decision about a decision: correction, restoration, revocation."""

    competence: str = said("tham_quyen", "Thẩm quyền ban hành, chữ in hoa: HIỆU TRƯỞNG TRƯỜNG …")
    about: str = said("quyet_dinh_truoc", "Quyết định được đính chính, thu hồi: số, ngày")
    counts: str = said("so_luong", "Số tập thể, cá nhân")
    lines: tuple[ChangedLine, ...] = said("danh_sach", "Từng trường hợp")
    is_restoration: bool = said("la_khoi_phuc", "Là quyết định khôi phục", default=False)
    ground: str = said("can_cu_thu_hoi", "Căn cứ pháp luật của việc thu hồi", default="")
    reason: str = said("ly_do", "Lý do")
    money: str = said("tong_tien", "Tổng tiền thưởng phải thu hồi, đồng; để trống khi không có", default="")
    executors: str = said("thi_hanh", "Những ai chịu trách nhiệm thi hành")
    effective: str = said("hieu_luc", "Hiệu lực: kể từ ngày ký, hoặc từ ngày nào")


@paper
class Section:
    """A section of the minutes as it was agreed on."""

    heading: str = said("tieu_de", "Tên mục, như I. THỜI GIAN, ĐỊA ĐIỂM")
    lines: tuple[str, ...] = said("doan", "Các đoạn của mục", default=())


@paper
class VotedLine:
    """One line of the table of votes."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    position: str = said("chuc_vu", "Chức vụ", default="")
    unit: str = said("don_vi", "Đơn vị")
    vote: str = said("ket_qua", "Kết quả bỏ phiếu, ghi rõ mẫu số")
    outcome: str = said("ket_luan", "Kết luận của Hội đồng")
    reason: str = said("ly_do", "Lý do", default="")


@paper
class MinutesPaper(OfficialPaper):
    """Minutes: no place and day at the head; the secretary signs left, the chair right."""

    name: str = said("ten_cuoc_hop", "Tên cuộc họp, lần kiểm phiếu")
    begun: str = said("bat_dau", "Giờ, ngày bắt đầu")
    ended: str = said("ket_thuc", "Giờ, ngày kết thúc; để trống khi chưa kết thúc", default="")
    venue: str = said("dia_diem", "Địa điểm")
    chair: str = said("chu_toa", "Họ tên người chủ toạ")
    secretary: str = said("thu_ky", "Họ tên thư ký")


@paper
class CouncilMinutesPaper(MinutesPaper):
    """The minutes of a meeting of the Council, in the words of their standing version."""

    sections: tuple[Section, ...] = said("cac_muc", "Các mục của biên bản")
    closing: str = said("ket", "Lời kết của biên bản", default="")
    lines: tuple[VotedLine, ...] = said("bang_ket_qua", "Bảng kết quả bỏ phiếu", default=())


@paper
class CountedLine:
    """What was counted about one case."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    position: str = said("chuc_vu", "Chức vụ", default="")
    unit: str = said("don_vi", "Đơn vị")
    votes_for: str = said("dong_y", "Số phiếu đồng ý")
    votes_against: str = said("khong_dong_y", "Số phiếu không đồng ý")
    votes_blank: str = said("khong_y_kien", "Số phiếu không ý kiến")
    valid: str = said("hop_le", "Số phiếu hợp lệ")
    invalid: str = said("khong_hop_le", "Số phiếu không hợp lệ")
    written: str = said("y_kien_van_ban", "Ý kiến bằng văn bản: đồng ý trên tổng số", default="")
    base: str = said("mau_so", "Mẫu số tính tỷ lệ")
    share: str = said("ty_le", "Tỷ lệ đồng ý trên mẫu số")
    result: str = said("ket_qua", "Đạt hay chưa đạt")


@paper
class CountingPaper(MinutesPaper):
    """The minutes of a count: ballots issued, returned, valid, invalid, and what the share is counted of."""

    mode: str = said("cach_bo_phieu", "Cách bỏ phiếu")
    tellers: tuple[str, ...] = said("to_kiem_phieu", "Tổ kiểm phiếu, mỗi dòng một người")
    issued: str = said("phat_ra", "Số phiếu phát ra, hai chữ số")
    returned: str = said("thu_ve", "Số phiếu thu về, hai chữ số")
    valid: str = said("hop_le_chung", "Số phiếu hợp lệ, hai chữ số; để trống khi từng trường hợp một khác", default="")
    invalid: str = said("khong_hop_le_chung", "Số phiếu không hợp lệ, hai chữ số; để trống như trên", default="")
    base_words: tuple[str, ...] = said("cach_tinh", "Mẫu số và ngưỡng, ai quy định")
    lines: tuple[CountedLine, ...] = said("bang_kiem_phieu", "Kết quả từng trường hợp")


@paper
class SubmittingPaper(Listing):
    """A submission (tờ trình) with the list of those proposed; its counts are those of the list and the reports."""

    addressees: tuple[str, ...] = said("kinh_gui", "Kính gửi, mỗi nơi một dòng")
    text: tuple[str, ...] = said("noi_dung", "Lời trình, mỗi đoạn một dòng", default=())
    reports: str = said("so_bao_cao", "Số báo cáo thành tích kèm theo, hai chữ số")
    minutes: str = said("bien_ban", "Biên bản họp Hội đồng làm căn cứ", default="")


@paper
class ReplyPaper(OfficialPaper):
    """A letter about a case that was not recognised; its subject stands under the number (V/v)."""

    addressees: tuple[str, ...] = said("kinh_gui", "Kính gửi, mỗi nơi một dòng")
    name: str = said("ten", "Họ tên, tên tập thể được xét")
    tier: str = said("danh_hieu", "Danh hiệu đã đề nghị")
    outcome: str = said("ket_luan", "Ai kết luận thế nào, ngày nào")
    reason: str = said("ly_do", "Lý do")
    unmet: tuple[str, ...] = said("tieu_chuan_chua_dat", "Tiêu chuẩn chưa đạt, mỗi dòng một tiêu chuẩn", default=())
    complaint: str = said("khieu_nai", "Quyền kiến nghị, khiếu nại và thời hạn")
    ways: tuple[str, ...] = said("cach_khieu_nai", "Gửi đơn bằng cách nào, mỗi dòng một cách")
    settling: str = said("giai_quyet", "Thời hạn thụ lý, giải quyết và căn cứ")


@paper
class AgendaCase:
    """A case that the Council is to deal with."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    unit: str = said("don_vi", "Đơn vị")
    tier: str = said("danh_hieu", "Danh hiệu đề nghị")


@paper
class AgendaPaper(OfficialPaper):
    """The agenda of a meeting of the Council."""

    name: str = said("ten_cuoc_hop", "Tên phiên họp")
    begins: str = said("bat_dau", "Giờ, ngày họp")
    venue: str = said("dia_diem", "Địa điểm")
    items: tuple[str, ...] = said("noi_dung", "Nội dung chương trình, mỗi việc một dòng")
    guests: str = said("khach_moi", "Khách mời, không bỏ phiếu", default="")
    lines: tuple[AgendaCase, ...] = said("danh_sach", "Các trường hợp được xét", default=())


@paper
class PackCriterion:
    """A criterion as it was found when the dossier was sent."""

    code: str = said("ma", "Mã tiêu chuẩn")
    text: str = said("tieu_chuan", "Tiêu chuẩn")
    verdict: str = said("ket_qua", "Kết quả đối chiếu")
    sentence: str = said("dien_giai", "Diễn giải")


@paper
class PackAnswer:
    """What an office said of a criterion when it verified the dossier."""

    office: str = said("linh_vuc", "Lĩnh vực thẩm định")
    code: str = said("ma", "Mã tiêu chuẩn")
    answer: str = said("y_kien", "Đạt, không đạt, chưa kết luận được")
    grounds: str = said("can_cu", "Căn cứ của ý kiến")


@paper
class PackObjection:
    """What was objected while the list was public, and what came of it; nothing but that before it is settled."""

    outcome: str = said("ket_luan", "Kết luận, hoặc đang xác minh")
    summary: str = said("tom_tat", "Tóm tắt phản ánh", default="")
    findings: str = said("xac_minh", "Kết quả xác minh", default="")


@paper
class PackCase:
    """The dossier of one case as members read it."""

    number: str = said("stt", "Số thứ tự")
    name: str = said("ten", "Họ tên, tên tập thể")
    unit: str = said("don_vi", "Đơn vị")
    tier: str = said("danh_hieu", "Danh hiệu đề nghị")
    report: tuple[str, ...] = said("bao_cao", "Tóm tắt thành tích, mỗi đoạn một dòng", default=())
    unit_vote: str = said("binh_xet", "Kết quả bình xét của đơn vị", default="")
    criteria: tuple[PackCriterion, ...] = said("tieu_chuan", "Đối chiếu tiêu chuẩn", default=())
    verification: str = said("tham_dinh", "Thẩm định kết thúc thế nào, ngày nào", default="")
    answers: tuple[PackAnswer, ...] = said("y_kien_tham_dinh", "Ý kiến của từng lĩnh vực thẩm định", default=())
    notes: tuple[str, ...] = said("y_kien", "Ý kiến giới thiệu, xác nhận", default=())
    posting: str = said("cong_khai", "Có ý kiến phản ánh khi công khai hay không", default="")
    objections: tuple[PackObjection, ...] = said("phan_anh", "Ý kiến phản ánh khi công khai", default=())


@paper
class PackPaper(Contents):
    """What members get before the meeting."""

    name: str = said("ten_cuoc_hop", "Tên phiên họp")
    begins: str = said("bat_dau", "Giờ, ngày họp")
    venue: str = said("dia_diem", "Địa điểm")
    cases: tuple[PackCase, ...] = said("danh_sach", "Hồ sơ từng trường hợp")
