"""The lives of what is found and nurtured: movements, pledges, signals, tips, prospects, nurture plans (II.1.a, b)."""

from enum import StrEnum

from lantoa.domain.stages.move import Move, life


class MovementStage(StrEnum):
    """An emulation movement (phong trào thi đua)."""

    DRAFT = "draft"
    LAUNCHED = "launched"
    SUMMED_UP = "summed_up"
    CANCELLED = "cancelled"


class PledgeStage(StrEnum):
    """A unit's pledge to a movement (đăng ký thi đua)."""

    NOT_SENT = "not_sent"
    WAITING = "waiting"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class SignalStage(StrEnum):
    """A signal from the records, as the head of the unit judges it."""

    NEW = "new"
    KEPT = "kept"
    DISMISSED = "dismissed"


class TipStage(StrEnum):
    """A tip (phát hiện từ cơ sở): it always has an owner and a clock until it is answered."""

    RECEIVED = "received"
    IN_HAND = "in_hand"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    MERGED = "merged"


class ProspectStage(StrEnum):
    """A prospect (nhân tố mới): found, chosen by the unit, nurtured, ready, nominated."""

    FOUND = "found"
    CHOSEN = "chosen"
    NURTURED = "nurtured"
    READY = "ready"
    NOMINATED = "nominated"
    SET_ASIDE = "set_aside"


class NurtureStage(StrEnum):
    """A nurture plan (kế hoạch bồi dưỡng)."""

    DRAFT = "draft"
    WAITING = "waiting"
    ACTIVE = "active"
    READY = "ready"
    NOMINATED = "nominated"
    NOT_YET = "not_yet"


class MeasureStage(StrEnum):
    """A measure of a nurture plan (biện pháp)."""

    PLANNED = "planned"
    DONE = "done"
    DROPPED = "dropped"


class ShortcomingStage(StrEnum):
    """A shortcoming (tồn tại, hạn chế) until its remedy is shown to be done."""

    OPEN = "open"
    REMEDIED = "remedied"
    CONFIRMED = "confirmed"


LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    MovementStage: {
        MovementStage.DRAFT: "bản nháp",
        MovementStage.LAUNCHED: "đã phát động",
        MovementStage.SUMMED_UP: "đã tổng kết",
        MovementStage.CANCELLED: "đã huỷ",
    },
    PledgeStage: {
        PledgeStage.NOT_SENT: "chưa gửi",
        PledgeStage.WAITING: "chờ duyệt",
        PledgeStage.RETURNED: "trả lại",
        PledgeStage.ACCEPTED: "đã chấp nhận",
    },
    SignalStage: {
        SignalStage.NEW: "chưa xem",
        SignalStage.KEPT: "giữ lại",
        SignalStage.DISMISSED: "bỏ qua",
    },
    TipStage: {
        TipStage.RECEIVED: "mới nhận",
        TipStage.IN_HAND: "đang xem xét",
        TipStage.ACCEPTED: "đã chọn",
        TipStage.DECLINED: "chưa chọn",
        TipStage.MERGED: "đã gộp",
    },
    ProspectStage: {
        ProspectStage.FOUND: "mới phát hiện",
        ProspectStage.CHOSEN: "nhân tố mới",
        ProspectStage.NURTURED: "đang bồi dưỡng",
        ProspectStage.READY: "sẵn sàng",
        ProspectStage.NOMINATED: "đã đề cử",
        ProspectStage.SET_ASIDE: "thôi theo dõi",
    },
    NurtureStage: {
        NurtureStage.DRAFT: "bản nháp",
        NurtureStage.WAITING: "chờ trưởng đơn vị duyệt",
        NurtureStage.ACTIVE: "đang thực hiện",
        NurtureStage.READY: "sẵn sàng",
        NurtureStage.NOMINATED: "đã đề cử",
        NurtureStage.NOT_YET: "chưa đạt",
    },
    MeasureStage: {
        MeasureStage.PLANNED: "sẽ làm",
        MeasureStage.DONE: "đã làm",
        MeasureStage.DROPPED: "thôi làm",
    },
    ShortcomingStage: {
        ShortcomingStage.OPEN: "chưa khắc phục",
        ShortcomingStage.REMEDIED: "đã khắc phục, chờ xác nhận",
        ShortcomingStage.CONFIRMED: "đã xác nhận khắc phục",
    },
}

M, P, S, T, N = MovementStage, PledgeStage, SignalStage, TipStage, NurtureStage
F, A, D = ProspectStage, MeasureStage, ShortcomingStage

MOVES: dict[type[StrEnum], dict[str, Move]] = {
    MovementStage: life(
        ("launch", "phát động", (M.DRAFT,), M.LAUNCHED),
        ("sum_up", "tổng kết", (M.LAUNCHED,), M.SUMMED_UP),
        ("cancel", "huỷ", (M.DRAFT, M.LAUNCHED), M.CANCELLED),
    ),
    PledgeStage: life(
        ("send", "gửi đăng ký", (P.NOT_SENT, P.RETURNED), P.WAITING),
        ("take_back", "rút đăng ký về", (P.WAITING,), P.NOT_SENT),
        ("return", "trả lại đăng ký", (P.WAITING,), P.RETURNED),
        ("accept", "chấp nhận đăng ký", (P.WAITING,), P.ACCEPTED),
    ),
    SignalStage: life(
        ("keep", "giữ tín hiệu", (S.NEW, S.DISMISSED), S.KEPT),
        ("dismiss", "bỏ qua tín hiệu", (S.NEW, S.KEPT), S.DISMISSED),
    ),
    TipStage: life(
        ("take_up", "nhận xem xét", (T.RECEIVED,), T.IN_HAND),
        ("hand_over", "chuyển người xem xét", (T.RECEIVED, T.IN_HAND), T.IN_HAND),
        ("accept", "chọn", (T.IN_HAND,), T.ACCEPTED),
        ("decline", "trả lời chưa chọn", (T.IN_HAND,), T.DECLINED),
        ("merge", "gộp", (T.RECEIVED, T.IN_HAND), T.MERGED),
    ),
    ProspectStage: life(
        ("choose", "chọn làm nhân tố mới", (F.FOUND, F.SET_ASIDE), F.CHOSEN),
        ("nurture", "bắt đầu bồi dưỡng", (F.CHOSEN,), F.NURTURED),
        ("declare_ready", "kết luận sẵn sàng", (F.NURTURED,), F.READY),
        ("nominate", "đề cử", (F.READY,), F.NOMINATED),
        ("fall_back", "đưa về nhân tố mới", (F.NURTURED, F.READY), F.CHOSEN),
        ("set_aside", "thôi theo dõi", (F.FOUND, F.CHOSEN), F.SET_ASIDE),
    ),
    NurtureStage: life(
        ("send", "trình trưởng đơn vị", (N.DRAFT,), N.WAITING),
        ("return", "trả lại kế hoạch", (N.WAITING,), N.DRAFT),
        ("approve", "duyệt kế hoạch", (N.WAITING,), N.ACTIVE),
        ("change", "thay đổi kế hoạch", (N.ACTIVE,), N.WAITING),
        ("declare_ready", "kết luận sẵn sàng", (N.ACTIVE,), N.READY),
        ("nominate", "đề cử", (N.READY,), N.NOMINATED),
        ("close", "kết thúc khi chưa đạt", (N.ACTIVE, N.READY), N.NOT_YET),
    ),
    MeasureStage: life(
        ("finish", "ghi đã làm", (A.PLANNED,), A.DONE),
        ("drop", "thôi làm", (A.PLANNED,), A.DROPPED),
        ("reopen", "làm lại", (A.DONE, A.DROPPED), A.PLANNED),
    ),
    ShortcomingStage: life(
        ("remedy", "ghi đã khắc phục", (D.OPEN,), D.REMEDIED),
        ("confirm", "xác nhận đã khắc phục", (D.REMEDIED,), D.CONFIRMED),
        ("reopen", "yêu cầu khắc phục lại", (D.REMEDIED, D.CONFIRMED), D.OPEN),
    ),
}
