"""The lives of what is decided: rounds, nominations, meetings, postings, polls, decisions, complaints (II.2)."""

from enum import StrEnum

from lantoa.domain.authority import Deed
from lantoa.domain.stages.move import Move, life


class RoundStage(StrEnum):
    """A round (đợt xét): one tier and year of a plan."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class UnitMeetingStage(StrEnum):
    """The meeting at which a unit deliberates on its nominees (bình xét tại đơn vị)."""

    PREPARED = "prepared"
    HELD = "held"


class NominationStage(StrEnum):
    """A nomination (đề cử) from the unit's draft to the recognition, and beyond."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    VERIFIED = "verified"
    POSTED = "posted"
    CLEARED = "cleared"
    RECOMMENDED = "recommended"
    NOT_RECOMMENDED = "not_recommended"
    POSTPONED = "postponed"
    STRUCK = "struck"
    SUBMITTED = "submitted"
    NOT_RECOGNISED = "not_recognised"
    RECOGNISED = "recognised"
    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"


class PostingStage(StrEnum):
    """A posting of candidates for comment (công khai, lấy ý kiến)."""

    PREPARED = "prepared"
    OPEN = "open"
    ENDED = "ended"


class ObjectionStage(StrEnum):
    """An objection to a candidate (ý kiến phản ánh): it holds the case until it is settled."""

    RECEIVED = "received"
    IN_HAND = "in_hand"
    SETTLED = "settled"


class MeetingStage(StrEnum):
    """A meeting of the Council (phiên họp)."""

    PREPARED = "prepared"
    OPEN = "open"
    HELD = "held"
    MINUTED = "minuted"
    CANCELLED = "cancelled"


class PollStage(StrEnum):
    """A poll on the cases of a meeting (bỏ phiếu)."""

    PREPARED = "prepared"
    OPEN = "open"
    COUNTED = "counted"
    VOID = "void"


class DecisionStage(StrEnum):
    """A decision (quyết định) from the draft list to its number and date."""

    DRAFT = "draft"
    WITH_PRINCIPAL = "with_principal"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    ISSUED = "issued"
    DROPPED = "dropped"


class SubmissionStage(StrEnum):
    """A submission to the Ministry (tờ trình) with its package."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    ANSWERED = "answered"


class ComplaintStage(StrEnum):
    """A complaint after a decision (khiếu nại)."""

    FILED = "filed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


NAMES: dict[type[StrEnum], str] = {
    RoundStage: "đợt xét",
    UnitMeetingStage: "họp đơn vị",
    NominationStage: "hồ sơ đề cử",
    PostingStage: "công khai lấy ý kiến",
    ObjectionStage: "ý kiến phản ánh",
    MeetingStage: "phiên họp Hội đồng",
    PollStage: "bỏ phiếu",
    DecisionStage: "quyết định",
    SubmissionStage: "hồ sơ trình Bộ",
    ComplaintStage: "khiếu nại",
}
LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    RoundStage: {
        RoundStage.DRAFT: "đang chuẩn bị",
        RoundStage.OPEN: "đang mở",
        RoundStage.CLOSED: "đã kết thúc",
        RoundStage.CANCELLED: "đã huỷ",
    },
    UnitMeetingStage: {
        UnitMeetingStage.PREPARED: "đang chuẩn bị",
        UnitMeetingStage.HELD: "đã họp",
    },
    NominationStage: {
        NominationStage.DRAFT: "bản nháp",
        NominationStage.SENT: "đang thẩm định",
        NominationStage.RETURNED: "trả lại bổ sung",
        NominationStage.VERIFIED: "đã thẩm định",
        NominationStage.POSTED: "đang công khai",
        NominationStage.CLEARED: "chờ Hội đồng",
        NominationStage.RECOMMENDED: "Hội đồng đề nghị",
        NominationStage.NOT_RECOMMENDED: "Hội đồng chưa đề nghị",
        NominationStage.POSTPONED: "Hội đồng hoãn",
        NominationStage.STRUCK: "không được duyệt",
        NominationStage.SUBMITTED: "đã trình Bộ",
        NominationStage.NOT_RECOGNISED: "Bộ chưa công nhận",
        NominationStage.RECOGNISED: "đã công nhận",
        NominationStage.REVOKED: "đã thu hồi",
        NominationStage.WITHDRAWN: "đã rút",
    },
    PostingStage: {
        PostingStage.PREPARED: "đang chuẩn bị",
        PostingStage.OPEN: "đang công khai",
        PostingStage.ENDED: "đã kết thúc",
    },
    ObjectionStage: {
        ObjectionStage.RECEIVED: "mới nhận",
        ObjectionStage.IN_HAND: "đang xác minh",
        ObjectionStage.SETTLED: "đã kết luận",
    },
    MeetingStage: {
        MeetingStage.PREPARED: "đang chuẩn bị",
        MeetingStage.OPEN: "đang họp",
        MeetingStage.HELD: "đã họp",
        MeetingStage.MINUTED: "đã ký biên bản",
        MeetingStage.CANCELLED: "đã huỷ",
    },
    PollStage: {
        PollStage.PREPARED: "đang chuẩn bị",
        PollStage.OPEN: "đang bỏ phiếu",
        PollStage.COUNTED: "đã kiểm phiếu",
        PollStage.VOID: "đã huỷ",
    },
    DecisionStage: {
        DecisionStage.DRAFT: "dự thảo",
        DecisionStage.WITH_PRINCIPAL: "đã trình Hiệu trưởng",
        DecisionStage.SENT_BACK: "Hiệu trưởng trả lại",
        DecisionStage.APPROVED: "Hiệu trưởng đã duyệt",
        DecisionStage.ISSUED: "đã ban hành",
        DecisionStage.DROPPED: "đã bỏ dự thảo",
    },
    SubmissionStage: {
        SubmissionStage.DRAFT: "đang lập",
        SubmissionStage.SENT: "đã gửi Bộ",
        SubmissionStage.RETURNED: "Bộ trả lại",
        SubmissionStage.ACCEPTED: "Bộ đã tiếp nhận",
        SubmissionStage.ANSWERED: "Bộ đã quyết định",
    },
    ComplaintStage: {
        ComplaintStage.FILED: "mới nhận",
        ComplaintStage.ACCEPTED: "đã thụ lý",
        ComplaintStage.REFUSED: "không thụ lý",
        ComplaintStage.SETTLED: "đã giải quyết",
        ComplaintStage.WITHDRAWN: "đã rút",
    },
}

R, U, N, P, J = RoundStage, UnitMeetingStage, NominationStage, PostingStage, ObjectionStage
M, B, D, S, C = MeetingStage, PollStage, DecisionStage, SubmissionStage, ComplaintStage
UNDER_WAY = (N.DRAFT, N.SENT, N.RETURNED, N.VERIFIED, N.POSTED, N.CLEARED, N.POSTPONED)

MOVES: dict[type[StrEnum], dict[str, Move]] = {
    RoundStage: life(
        ("open", "mở đợt xét", (R.DRAFT,), R.OPEN, Deed.RUN_ROUND),
        ("close", "kết thúc đợt xét", (R.OPEN,), R.CLOSED, Deed.RUN_ROUND),
        ("reopen", "mở lại đợt xét", (R.CLOSED,), R.OPEN, Deed.RUN_ROUND),
        ("cancel", "huỷ đợt xét", (R.DRAFT, R.OPEN), R.CANCELLED, Deed.RUN_ROUND),
    ),
    UnitMeetingStage: life(
        ("hold", "ghi kết quả họp", (U.PREPARED,), U.HELD, Deed.NOMINATE),
        ("reopen", "mở lại biên bản họp", (U.HELD,), U.PREPARED, Deed.NOMINATE),
    ),
    NominationStage: life(
        ("send", "gửi hồ sơ", (N.DRAFT,), N.SENT, Deed.NOMINATE),
        ("propose", "đưa ra Hội đồng", (N.DRAFT,), N.CLEARED, Deed.RUN_ROUND),
        ("withdraw", "rút đề cử", UNDER_WAY, N.WITHDRAWN, Deed.NOMINATE),
        ("return", "trả lại hồ sơ", (N.SENT,), N.RETURNED, Deed.VERIFY),
        ("resend", "gửi lại hồ sơ", (N.RETURNED,), N.SENT, Deed.NOMINATE),
        ("verify", "kết thúc thẩm định", (N.SENT,), N.VERIFIED, Deed.RUN_ROUND),
        ("verify_again", "thẩm định lại", (N.VERIFIED,), N.SENT, Deed.RUN_ROUND),
        ("post", "công khai", (N.VERIFIED,), N.POSTED, Deed.POST),
        ("clear", "kết thúc công khai", (N.POSTED,), N.CLEARED, Deed.POST),
        ("uphold", "đưa về thẩm định lại", (N.POSTED,), N.SENT, Deed.HANDLE_OBJECTION),
        ("recommend", "ghi Hội đồng đề nghị", (N.CLEARED, N.POSTPONED), N.RECOMMENDED, Deed.RUN_MEETING),
        ("not_recommend", "ghi Hội đồng chưa đề nghị", (N.CLEARED, N.POSTPONED), N.NOT_RECOMMENDED, Deed.RUN_MEETING),
        ("postpone", "ghi Hội đồng hoãn", (N.CLEARED, N.POSTPONED), N.POSTPONED, Deed.RUN_MEETING),
        ("strike", "gạch tên khỏi danh sách", (N.RECOMMENDED,), N.STRUCK, Deed.DECIDE),
        ("submit", "trình Bộ", (N.RECOMMENDED,), N.SUBMITTED, Deed.SUBMIT),
        ("give_back", "nhận lại từ Bộ", (N.SUBMITTED,), N.RECOMMENDED, Deed.ANSWER),
        ("refuse", "ghi Bộ chưa công nhận", (N.SUBMITTED,), N.NOT_RECOGNISED, Deed.ANSWER),
        ("confirm", "ghi Bộ công nhận", (N.SUBMITTED,), N.RECOGNISED, Deed.ANSWER),
        ("recognise", "công nhận", (N.RECOMMENDED,), N.RECOGNISED, Deed.ISSUE_DECISION),
        ("revoke", "thu hồi công nhận", (N.RECOGNISED,), N.REVOKED, Deed.ISSUE_DECISION),
        ("restore", "khôi phục công nhận", (N.REVOKED,), N.RECOGNISED, Deed.ISSUE_DECISION),
    ),
    PostingStage: life(
        ("open", "bắt đầu công khai", (P.PREPARED,), P.OPEN, Deed.POST),
        ("end", "kết thúc công khai", (P.OPEN,), P.ENDED, Deed.POST),
    ),
    ObjectionStage: life(
        ("take_up", "nhận xác minh", (J.RECEIVED,), J.IN_HAND, Deed.HANDLE_OBJECTION),
        ("hand_over", "chuyển người xác minh", (J.RECEIVED, J.IN_HAND), J.RECEIVED, Deed.HANDLE_OBJECTION),
        ("settle", "kết luận", (J.IN_HAND,), J.SETTLED, Deed.HANDLE_OBJECTION),
    ),
    MeetingStage: life(
        ("open", "khai mạc", (M.PREPARED,), M.OPEN, Deed.RUN_MEETING),
        ("end", "kết thúc phiên họp", (M.OPEN,), M.HELD, Deed.RUN_MEETING),
        ("sign_off", "ký biên bản", (M.HELD,), M.MINUTED, Deed.SIGN_MINUTES),
        ("cancel", "huỷ phiên họp", (M.PREPARED, M.OPEN), M.CANCELLED, Deed.RUN_MEETING),
    ),
    PollStage: life(
        ("open", "mở bỏ phiếu", (B.PREPARED,), B.OPEN, Deed.RUN_MEETING),
        ("count", "kiểm phiếu", (B.OPEN,), B.COUNTED, Deed.COUNT_BALLOTS),
        ("void", "huỷ lần bỏ phiếu", (B.PREPARED, B.OPEN), B.VOID, Deed.RUN_MEETING),
    ),
    DecisionStage: life(
        ("present", "trình Hiệu trưởng", (D.DRAFT, D.SENT_BACK), D.WITH_PRINCIPAL, Deed.DRAFT_DECISION),
        ("send_back", "trả lại dự thảo", (D.WITH_PRINCIPAL, D.APPROVED), D.SENT_BACK, Deed.DECIDE),
        ("approve", "duyệt", (D.WITH_PRINCIPAL,), D.APPROVED, Deed.DECIDE),
        ("issue", "ban hành", (D.APPROVED,), D.ISSUED, Deed.ISSUE_DECISION),
        ("drop", "bỏ dự thảo", (D.DRAFT, D.SENT_BACK), D.DROPPED, Deed.DRAFT_DECISION),
    ),
    SubmissionStage: life(
        ("send", "gửi Bộ", (S.DRAFT, S.RETURNED), S.SENT, Deed.SUBMIT),
        ("return", "ghi Bộ trả lại", (S.SENT, S.ACCEPTED), S.RETURNED, Deed.ANSWER),
        ("accept", "ghi Bộ tiếp nhận", (S.SENT,), S.ACCEPTED, Deed.ANSWER),
        ("answer", "ghi quyết định của Bộ", (S.ACCEPTED,), S.ANSWERED, Deed.ANSWER),
    ),
    ComplaintStage: life(
        ("accept", "thụ lý", (C.FILED,), C.ACCEPTED, Deed.HANDLE_COMPLAINT),
        ("refuse", "ghi không thụ lý", (C.FILED,), C.REFUSED, Deed.HANDLE_COMPLAINT),
        ("settle", "giải quyết", (C.ACCEPTED,), C.SETTLED, Deed.HANDLE_COMPLAINT),
        ("withdraw", "rút khiếu nại", (C.FILED, C.ACCEPTED), C.WITHDRAWN, Deed.COMPLAIN),
    ),
}
