"""What each deed, kind of target and detail is called in the log, in the office's own words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.authority import Role

DEED_WORDS = {
    "open_account": gettext_lazy("Mở tài khoản"),
    "edit_account": gettext_lazy("Sửa tài khoản"),
    "rename_account": gettext_lazy("Đổi tên hiển thị"),
    "close_account": gettext_lazy("Khoá tài khoản"),
    "reopen_account": gettext_lazy("Mở lại tài khoản"),
    "unlock_account": gettext_lazy("Bỏ chặn đăng nhập"),
    "grant_role": gettext_lazy("Giao vai trò"),
    "withdraw_role": gettext_lazy("Thu hồi vai trò"),
    "make_password_link": gettext_lazy("Tạo đường dẫn đặt mật khẩu"),
    "change_password": gettext_lazy("Đổi mật khẩu"),
    "tip_sent": gettext_lazy("Gửi phát hiện"),
    "tip_taken_up": gettext_lazy("Nhận xem xét phát hiện"),
    "tip_identified": gettext_lazy("Ghi rõ người được phát hiện"),
    "tip_handed_over": gettext_lazy("Chuyển người xem xét phát hiện"),
    "tip_accepted": gettext_lazy("Chọn phát hiện"),
    "tip_declined": gettext_lazy("Trả lời chưa chọn phát hiện"),
    "tip_merged": gettext_lazy("Gộp phát hiện"),
    "tip_fell_back": gettext_lazy("Đưa phát hiện về chuyên viên"),
    "signals_recomputed": gettext_lazy("Tính lại tín hiệu từ sổ"),
    "signal_kept": gettext_lazy("Giữ lại tín hiệu"),
    "signal_dismissed": gettext_lazy("Bỏ qua tín hiệu"),
    "prospect_found": gettext_lazy("Đưa vào theo dõi"),
    "prospect_chosen": gettext_lazy("Chọn làm nhân tố mới"),
    "prospect_set_aside": gettext_lazy("Thôi theo dõi nhân tố"),
    "prospect_reviewed": gettext_lazy("Xem xét nhân tố"),
    "prospect_moved": gettext_lazy("Chuyển bước nhân tố"),
    "practice_written": gettext_lazy("Viết mô hình, cách làm hay"),
    "nobody_put_forward": gettext_lazy("Nói vì sao chưa giới thiệu ai"),
    "movement_drafted": gettext_lazy("Soạn phong trào"),
    "movement_changed": gettext_lazy("Sửa phong trào"),
    "movement_papers_added": gettext_lazy("Thêm văn bản phong trào"),
    "movement_launched": gettext_lazy("Phát động phong trào"),
    "movement_summed_up": gettext_lazy("Tổng kết phong trào"),
    "movement_cancelled": gettext_lazy("Huỷ phong trào"),
    "pledge_sent": gettext_lazy("Gửi đăng ký thi đua"),
    "pledge_taken_back": gettext_lazy("Rút đăng ký thi đua về"),
    "pledge_returned": gettext_lazy("Trả lại đăng ký thi đua"),
    "pledge_accepted": gettext_lazy("Chấp nhận đăng ký thi đua"),
    "result_reported": gettext_lazy("Báo cáo kết quả phong trào"),
    "result_accepted": gettext_lazy("Chấp nhận kết quả phong trào"),
    "result_commended": gettext_lazy("Ghi khen thưởng từ kết quả phong trào"),
    "mail_chosen": gettext_lazy("Chọn nhận thư tóm tắt"),
    "calendar_opened": gettext_lazy("Mở lịch nhắc việc"),
    "calendar_closed": gettext_lazy("Đóng lịch nhắc việc"),
    "measure_added": gettext_lazy("Thêm biện pháp bồi dưỡng"),
    "measure_edited": gettext_lazy("Sửa biện pháp bồi dưỡng"),
    "measure_finished": gettext_lazy("Ghi đã làm biện pháp bồi dưỡng"),
    "measure_dropped": gettext_lazy("Thôi làm biện pháp bồi dưỡng"),
    "measure_reopened": gettext_lazy("Làm lại biện pháp bồi dưỡng"),
    "support_given": gettext_lazy("Ghi hỗ trợ bồi dưỡng"),
    "support_withdrawn": gettext_lazy("Xoá hỗ trợ ghi nhầm"),
    "shortcoming_noted": gettext_lazy("Ghi tồn tại, hạn chế"),
    "shortcoming_edited": gettext_lazy("Sửa tồn tại, hạn chế"),
    "shortcoming_remedied": gettext_lazy("Ghi đã khắc phục"),
    "shortcoming_confirmed": gettext_lazy("Xác nhận đã khắc phục"),
    "shortcoming_reopened": gettext_lazy("Yêu cầu khắc phục lại"),
    "meeting_noted": gettext_lazy("Ghi buổi gặp bồi dưỡng"),
    "meeting_note_withdrawn": gettext_lazy("Xoá ghi chép buổi gặp"),
    "quarter_reviewed": gettext_lazy("Đánh giá kế hoạch theo quý"),
    "encouraged": gettext_lazy("Ghi động viên, khen kịp thời"),
    "encouragement_withdrawn": gettext_lazy("Xoá động viên ghi nhầm"),
    "plan_drafted": gettext_lazy("Lập kế hoạch bồi dưỡng"),
    "plan_rewritten": gettext_lazy("Sửa bản nháp kế hoạch bồi dưỡng"),
    "plan_discarded": gettext_lazy("Xoá bản nháp kế hoạch bồi dưỡng"),
    "plan_sent": gettext_lazy("Trình kế hoạch bồi dưỡng"),
    "plan_returned": gettext_lazy("Trả lại kế hoạch bồi dưỡng"),
    "plan_approved": gettext_lazy("Duyệt kế hoạch bồi dưỡng"),
    "plan_changed": gettext_lazy("Thay đổi kế hoạch bồi dưỡng"),
    "plan_ready": gettext_lazy("Kết luận sẵn sàng"),
    "plan_nominated": gettext_lazy("Đề cử từ kế hoạch bồi dưỡng"),
    "plan_closed": gettext_lazy("Kết thúc kế hoạch bồi dưỡng: chưa đạt"),
    "plan_remarked": gettext_lazy("Người được bồi dưỡng ghi ý kiến"),
    "mentor_changed": gettext_lazy("Đổi người hướng dẫn"),
    "mentor_lost": gettext_lazy("Thiếu người hướng dẫn"),
    "transfer_asked": gettext_lazy("Đề nghị chuyển kế hoạch bồi dưỡng"),
    "transfer_signed": gettext_lazy("Một đơn vị đồng ý chuyển kế hoạch"),
    "transfer_done": gettext_lazy("Chuyển kế hoạch bồi dưỡng sang đơn vị mới"),
    "transfer_refused": gettext_lazy("Không đồng ý chuyển kế hoạch"),
    "nomination_drafted": gettext_lazy("Lập hồ sơ đề cử"),
    "nomination_written": gettext_lazy("Viết báo cáo thành tích"),
    "row_added": gettext_lazy("Thêm dòng vào sổ"),
    "row_changed": gettext_lazy("Sửa dòng trong sổ"),
    "row_deleted": gettext_lazy("Xoá dòng khỏi sổ"),
    "attested": gettext_lazy("Xác nhận tiêu chí"),
    "books_closed": gettext_lazy("Chốt sổ"),
    "book_reopened": gettext_lazy("Mở lại sổ đã chốt"),
    "hold_ended": gettext_lazy("Kết thúc tạm hoãn"),
    "import_received": gettext_lazy("Nhận tệp sổ"),
    "import_checked": gettext_lazy("Kiểm tra tệp sổ"),
    "import_failed": gettext_lazy("Không đọc được tệp sổ"),
    "import_taken_in": gettext_lazy("Nhập sổ từ tệp"),
    "import_discarded": gettext_lazy("Bỏ tệp sổ"),
    "import_undone": gettext_lazy("Hoàn tác lần nhập sổ"),
}
ACCOUNT = "account:"
# A target is written `kind:which`; a kind that is not here writes its targets in words.
TARGET_WORDS = {
    "account": gettext_lazy("tài khoản %(which)s"),
    "movement": gettext_lazy("phong trào số %(which)s"),
    "nomination": gettext_lazy("đề cử số %(which)s"),
    "plan": gettext_lazy("kế hoạch bồi dưỡng số %(which)s"),
    "prospect": gettext_lazy("nhân tố mới số %(which)s"),
    "signal": gettext_lazy("tín hiệu số %(which)s"),
    "signals": gettext_lazy("tín hiệu năm %(which)s"),
    "tip": gettext_lazy("phát hiện %(which)s"),
    "unit": gettext_lazy("đơn vị %(which)s"),
}
DETAIL_WORDS = {
    "after": gettext_lazy("sau"),
    "amount": gettext_lazy("số tiền"),
    "appeared": gettext_lazy("tín hiệu mới"),
    "before": gettext_lazy("trước"),
    "book": gettext_lazy("sổ"),
    "books": gettext_lazy("các sổ"),
    "born": gettext_lazy("ngày sinh"),
    "by": gettext_lazy("người xác nhận"),
    "cancelled": gettext_lazy("huỷ bỏ"),
    "changed": gettext_lazy("ô đã sửa"),
    "closed": gettext_lazy("ngày chốt"),
    "code": gettext_lazy("mã"),
    "conclusion": gettext_lazy("kết luận"),
    "counts": gettext_lazy("số dòng"),
    "criterion": gettext_lazy("tiêu chí"),
    "decided": gettext_lazy("ngày quyết định"),
    "decision": gettext_lazy("số quyết định"),
    "due": gettext_lazy("hạn"),
    "effective": gettext_lazy("ngày hiệu lực"),
    "email": gettext_lazy("thư điện tử"),
    "employment": gettext_lazy("loại"),
    "evidence": gettext_lazy("minh chứng"),
    "file": gettext_lazy("tệp"),
    "form": gettext_lazy("hình thức"),
    "goals": gettext_lazy("số mục tiêu"),
    "gone": gettext_lazy("tín hiệu không còn đúng"),
    "grade": gettext_lazy("mức"),
    "grounds": gettext_lazy("căn cứ"),
    "hash": gettext_lazy("mã băm của tệp"),
    "id": gettext_lazy("số dòng trong sổ"),
    "is_head": gettext_lazy("người đứng đầu"),
    "issuer": gettext_lazy("cơ quan ban hành"),
    "kind": gettext_lazy("loại"),
    "known": gettext_lazy("đã có"),
    "last_day": gettext_lazy("ngày cuối"),
    "ledger": gettext_lazy("sổ"),
    "lessons": gettext_lazy("bài học"),
    "level": gettext_lazy("cấp"),
    "measure": gettext_lazy("biện pháp số"),
    "mentor": gettext_lazy("người hướng dẫn"),
    "message": gettext_lazy("lời nhắn"),
    "name": gettext_lazy("tên"),
    "new": gettext_lazy("mới"),
    "note": gettext_lazy("ghi chú"),
    "office": gettext_lazy("lĩnh vực"),
    "on": gettext_lazy("ngày"),
    "origin": gettext_lazy("nguồn"),
    "owner": gettext_lazy("người làm"),
    "parent": gettext_lazy("mã cấp trên"),
    "passed": gettext_lazy("đạt"),
    "person": gettext_lazy("cán bộ"),
    "plan": gettext_lazy("kế hoạch bồi dưỡng"),
    "position": gettext_lazy("chức vụ"),
    "private": gettext_lazy("chỉ người viết đọc"),
    "quarter": gettext_lazy("quý"),
    "read": gettext_lazy("đã đọc"),
    "reason": gettext_lazy("lý do"),
    "refused": gettext_lazy("bị từ chối"),
    "remedy": gettext_lazy("cách khắc phục"),
    "role": gettext_lazy("vai trò"),
    "rows": gettext_lazy("số dòng"),
    "rule": gettext_lazy("quy tắc"),
    "said": gettext_lazy("đã xác nhận"),
    "sex": gettext_lazy("giới tính"),
    "sheet": gettext_lazy("trang sổ"),
    "shortcoming": gettext_lazy("tồn tại số"),
    "since": gettext_lazy("từ ngày"),
    "starts": gettext_lazy("bắt đầu"),
    "status": gettext_lazy("tình trạng"),
    "step": gettext_lazy("bước"),
    "subject": gettext_lazy("đối tượng"),
    "subjects": gettext_lazy("số đối tượng"),
    "text": gettext_lazy("danh hiệu, hình thức"),
    "tier": gettext_lazy("bậc"),
    "title": gettext_lazy("danh hiệu"),
    "unit": gettext_lazy("đơn vị"),
    "until": gettext_lazy("đến ngày"),
    "verdict": gettext_lazy("đối chiếu với sổ"),
    "version": gettext_lazy("bản thứ"),
    "what": gettext_lazy("nội dung"),
    "whole": gettext_lazy("toàn bộ"),
    "year": gettext_lazy("năm"),
}


def deed_in_words(deed: str) -> str:
    """What the deed is called; a deed without words shows itself."""
    return str(DEED_WORDS.get(deed, deed))


def target_in_words(target: str) -> str:
    """What kind of thing it is, and which."""
    kind, colon, which = target.partition(":")
    return TARGET_WORDS[kind] % {"which": which} if colon and kind in TARGET_WORDS else target


def details_in_words(details: dict[str, Any]) -> list[tuple[str, str]]:
    """Name and value of every detail, short enough for a cell of the list."""
    return [(_key(key), _value(key, value)) for key, value in details.items()]


def _key(key: str) -> str:
    return str(DETAIL_WORDS.get(key, key))


def _value(key: str, value: Any) -> str:
    if value is None or value in ("", []):
        return _("(trống)")
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return ", ".join(_value(key, inner) for inner in value)
    if isinstance(value, dict):
        return "; ".join(f"{_key(name)}: {_value(name, inner)}" for name, inner in value.items())
    return Role(value).label if key == "role" else str(value)
