"""The deeds: what can be done, which role may do it how far, and what nobody does for oneself."""

from enum import StrEnum

from lantoa.domain.authority.roles import Reach, Role


class Deed(StrEnum):
    """What can be done; the sentence of a refusal is made from its label."""

    SEE_PLAN = "see_plan"
    SEE_RECORD = "see_record"
    SEE_SANCTIONS = "see_sanctions"
    SCREEN = "screen"
    SEE_REGISTER = "see_register"
    EDIT_REGISTER = "edit_register"
    IMPORT_BOOK = "import_book"
    CLOSE_BOOK = "close_book"
    ATTEST = "attest"
    SEND_TIP = "send_tip"
    HANDLE_TIP = "handle_tip"
    SEE_MOVEMENTS = "see_movements"
    RUN_MOVEMENT = "run_movement"
    PLEDGE = "pledge"
    JUDGE_PLEDGE = "judge_pledge"
    SEE_REMINDERS = "see_reminders"
    MANAGE_ACCOUNTS = "manage_accounts"
    SEE_AUDIT = "see_audit"
    JUDGE_SIGNAL = "judge_signal"
    SEE_PROSPECTS = "see_prospects"
    CHOOSE_PROSPECT = "choose_prospect"
    WRITE_PRACTICE = "write_practice"
    SAY_NOBODY = "say_nobody"
    SEE_NURTURE = "see_nurture"
    WRITE_NURTURE = "write_nurture"
    APPROVE_NURTURE = "approve_nurture"
    NOMINATE = "nominate"
    SEE_BOARD = "see_board"
    SEE_ROUNDS = "see_rounds"
    RUN_ROUND = "run_round"
    SEE_NOMINATION = "see_nomination"
    CONSENT = "consent"
    VERIFY = "verify"
    POST = "post"
    OBJECT = "object"
    HANDLE_OBJECTION = "handle_objection"
    SEE_COUNCIL = "see_council"
    APPOINT_COUNCIL = "appoint_council"
    RUN_MEETING = "run_meeting"
    VOTE = "vote"
    COUNT_BALLOTS = "count_ballots"
    SIGN_MINUTES = "sign_minutes"
    SEE_DECISIONS = "see_decisions"
    DRAFT_DECISION = "draft_decision"
    DECIDE = "decide"
    ISSUE_DECISION = "issue_decision"
    SUBMIT = "submit"
    ANSWER = "answer"
    COMPLAIN = "complain"
    HANDLE_COMPLAINT = "handle_complaint"
    SEE_PAPERS = "see_papers"
    MAKE_PAPERS = "make_papers"
    KEEP_TEMPLATES = "keep_templates"
    SIGN_PAPERS = "sign_papers"
    KEEP_PAPER_REGISTER = "keep_paper_register"
    TAKE_CREDENTIAL = "take_credential"

    @property
    def label(self) -> str:
        return DEED_LABELS[self]


DEED_LABELS = {
    Deed.SEE_PLAN: "xem Kế hoạch",
    Deed.SEE_RECORD: "xem hồ sơ",
    Deed.SEE_SANCTIONS: "xem kỷ luật",
    Deed.SCREEN: "rà soát",
    Deed.SEE_REGISTER: "xem sổ thi đua",
    Deed.EDIT_REGISTER: "ghi sổ thi đua",
    Deed.IMPORT_BOOK: "nhập sổ từ tệp",
    Deed.CLOSE_BOOK: "chốt sổ",
    Deed.ATTEST: "xác nhận tiêu chí",
    Deed.SEND_TIP: "gửi phát hiện",
    Deed.HANDLE_TIP: "xem xét phát hiện",
    Deed.SEE_MOVEMENTS: "xem phong trào thi đua",
    Deed.RUN_MOVEMENT: "phát động phong trào",
    Deed.PLEDGE: "đăng ký thi đua và báo cáo kết quả",
    Deed.JUDGE_PLEDGE: "duyệt đăng ký và kết quả thi đua",
    Deed.SEE_REMINDERS: "theo dõi nhắc việc",
    Deed.MANAGE_ACCOUNTS: "quản lý tài khoản",
    Deed.SEE_AUDIT: "xem nhật ký",
    Deed.JUDGE_SIGNAL: "xem xét tín hiệu từ sổ",
    Deed.SEE_PROSPECTS: "xem nhân tố mới",
    Deed.CHOOSE_PROSPECT: "chọn nhân tố mới",
    Deed.WRITE_PRACTICE: "viết mô hình, cách làm hay",
    Deed.SAY_NOBODY: "báo năm chưa giới thiệu ai",
    Deed.SEE_NURTURE: "xem kế hoạch bồi dưỡng",
    Deed.WRITE_NURTURE: "lập và thực hiện kế hoạch bồi dưỡng",
    Deed.APPROVE_NURTURE: "duyệt, kết luận kế hoạch bồi dưỡng",
    Deed.NOMINATE: "đề cử",
    Deed.SEE_BOARD: "xem tổng quan nhân tố mới",
    Deed.SEE_ROUNDS: "xem đợt xét",
    Deed.RUN_ROUND: "lập, mở và điều hành đợt xét",
    Deed.SEE_NOMINATION: "xem hồ sơ đề cử",
    Deed.CONSENT: "xem, góp ý và đồng ý về hồ sơ của mình",
    Deed.VERIFY: "thẩm định hồ sơ",
    Deed.POST: "công khai danh sách lấy ý kiến",
    Deed.OBJECT: "gửi ý kiến phản ánh",
    Deed.HANDLE_OBJECTION: "xác minh ý kiến phản ánh",
    Deed.SEE_COUNCIL: "xem tài liệu và phiên họp Hội đồng",
    Deed.APPOINT_COUNCIL: "ghi thành phần Hội đồng",
    Deed.RUN_MEETING: "chuẩn bị và điều hành phiên họp Hội đồng",
    Deed.VOTE: "bỏ phiếu tại Hội đồng",
    Deed.COUNT_BALLOTS: "kiểm phiếu",
    Deed.SIGN_MINUTES: "ký biên bản Hội đồng",
    Deed.SEE_DECISIONS: "xem quyết định",
    Deed.DRAFT_DECISION: "dự thảo quyết định",
    Deed.DECIDE: "duyệt danh sách công nhận",
    Deed.ISSUE_DECISION: "cho số và ban hành quyết định",
    Deed.SUBMIT: "lập và gửi hồ sơ trình Bộ",
    Deed.ANSWER: "tiếp nhận, trả lời hồ sơ trình Bộ",
    Deed.COMPLAIN: "khiếu nại quyết định",
    Deed.HANDLE_COMPLAINT: "giải quyết khiếu nại",
    Deed.SEE_PAPERS: "xem, tải giấy tờ",
    Deed.MAKE_PAPERS: "lập giấy tờ",
    Deed.KEEP_TEMPLATES: "sửa mẫu giấy tờ và thể thức",
    Deed.SIGN_PAPERS: "ký số, gắn bản đã ký",
    Deed.KEEP_PAPER_REGISTER: "ghi sổ văn bản đi, đến",
    Deed.TAKE_CREDENTIAL: "lấy huy hiệu số",
}


PERMISSIONS: dict[Deed, dict[Role, Reach]] = {
    Deed.SEE_PLAN: dict.fromkeys(Role, Reach.EVERYWHERE),
    Deed.SEE_RECORD: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS, Role.STAFF: Reach.ONESELF},
    Deed.SEE_SANCTIONS: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS, Role.STAFF: Reach.ONESELF},
    Deed.SCREEN: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEE_REGISTER: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.EDIT_REGISTER: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.IMPORT_BOOK: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.CLOSE_BOOK: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.ATTEST: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEND_TIP: dict.fromkeys(Role, Reach.EVERYWHERE),
    Deed.HANDLE_TIP: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEE_MOVEMENTS: dict.fromkeys(Role, Reach.EVERYWHERE),
    Deed.RUN_MOVEMENT: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.PLEDGE: {Role.HEAD: Reach.OWN_UNITS},
    Deed.JUDGE_PLEDGE: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEE_REMINDERS: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.MANAGE_ACCOUNTS: {Role.ADMINISTRATOR: Reach.EVERYWHERE},
    Deed.SEE_AUDIT: {Role.ADMINISTRATOR: Reach.EVERYWHERE, Role.OFFICER: Reach.EVERYWHERE},
    Deed.JUDGE_SIGNAL: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEE_PROSPECTS: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS, Role.STAFF: Reach.ONESELF},
    Deed.CHOOSE_PROSPECT: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.WRITE_PRACTICE: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS, Role.STAFF: Reach.ONESELF},
    Deed.SAY_NOBODY: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEE_NURTURE: {
        Role.OFFICER: Reach.EVERYWHERE,
        Role.HEAD: Reach.OWN_UNITS,
        Role.STAFF: Reach.ONESELF_AND_MENTORED,
    },
    Deed.WRITE_NURTURE: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS, Role.STAFF: Reach.MENTORED},
    Deed.APPROVE_NURTURE: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.NOMINATE: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEE_BOARD: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS},
    Deed.SEE_ROUNDS: dict.fromkeys(Role, Reach.EVERYWHERE),
    Deed.RUN_ROUND: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.SEE_NOMINATION: {
        Role.OFFICER: Reach.EVERYWHERE,
        Role.HEAD: Reach.OWN_UNITS,
        Role.STAFF: Reach.ONESELF,
        Role.SPECIALIST: Reach.EVERYWHERE,
        Role.MEMBER: Reach.EVERYWHERE,
        Role.CHAIR: Reach.EVERYWHERE,
        Role.PRINCIPAL: Reach.EVERYWHERE,
        Role.MINISTRY: Reach.EVERYWHERE,
    },
    Deed.CONSENT: dict.fromkeys(Role, Reach.ONESELF),
    Deed.VERIFY: {Role.OFFICER: Reach.EVERYWHERE, Role.SPECIALIST: Reach.EVERYWHERE},
    Deed.POST: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.OBJECT: dict.fromkeys(Role, Reach.EVERYWHERE),
    Deed.HANDLE_OBJECTION: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.SEE_COUNCIL: {
        Role.OFFICER: Reach.EVERYWHERE,
        Role.MEMBER: Reach.EVERYWHERE,
        Role.CHAIR: Reach.EVERYWHERE,
        Role.PRINCIPAL: Reach.EVERYWHERE,
    },
    Deed.APPOINT_COUNCIL: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.RUN_MEETING: {Role.OFFICER: Reach.EVERYWHERE, Role.CHAIR: Reach.EVERYWHERE},
    Deed.VOTE: {Role.MEMBER: Reach.EVERYWHERE, Role.CHAIR: Reach.EVERYWHERE},
    Deed.COUNT_BALLOTS: {Role.OFFICER: Reach.EVERYWHERE, Role.MEMBER: Reach.EVERYWHERE},
    Deed.SIGN_MINUTES: {  # a member: who presided as deputy, or was the secretary; the meeting says who
        Role.OFFICER: Reach.EVERYWHERE,
        Role.CHAIR: Reach.EVERYWHERE,
        Role.MEMBER: Reach.EVERYWHERE,
    },
    Deed.SEE_DECISIONS: dict.fromkeys(Role, Reach.EVERYWHERE),
    Deed.DRAFT_DECISION: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.DECIDE: {Role.PRINCIPAL: Reach.EVERYWHERE},
    Deed.ISSUE_DECISION: {Role.CLERK: Reach.EVERYWHERE},
    Deed.SUBMIT: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.ANSWER: {Role.OFFICER: Reach.EVERYWHERE, Role.MINISTRY: Reach.EVERYWHERE},
    Deed.COMPLAIN: dict.fromkeys(Role, Reach.EVERYWHERE),
    Deed.HANDLE_COMPLAINT: {Role.OFFICER: Reach.EVERYWHERE},
    Deed.SEE_PAPERS: {
        Role.OFFICER: Reach.EVERYWHERE,
        Role.HEAD: Reach.OWN_UNITS,
        Role.CLERK: Reach.EVERYWHERE,
        Role.CHAIR: Reach.EVERYWHERE,
        Role.PRINCIPAL: Reach.EVERYWHERE,
    },
    Deed.MAKE_PAPERS: {Role.OFFICER: Reach.EVERYWHERE, Role.HEAD: Reach.OWN_UNITS, Role.CLERK: Reach.EVERYWHERE},
    Deed.KEEP_TEMPLATES: {Role.ADMINISTRATOR: Reach.EVERYWHERE, Role.OFFICER: Reach.EVERYWHERE},
    Deed.SIGN_PAPERS: {
        Role.OFFICER: Reach.EVERYWHERE,
        Role.HEAD: Reach.OWN_UNITS,
        Role.CLERK: Reach.EVERYWHERE,
        Role.CHAIR: Reach.EVERYWHERE,
        Role.PRINCIPAL: Reach.EVERYWHERE,
    },
    Deed.KEEP_PAPER_REGISTER: {Role.OFFICER: Reach.EVERYWHERE, Role.CLERK: Reach.EVERYWHERE},
    Deed.TAKE_CREDENTIAL: {  # a head for the units: asked without the units of a person, who takes it oneself
        Role.OFFICER: Reach.EVERYWHERE,
        Role.HEAD: Reach.OWN_UNITS,
        Role.STAFF: Reach.ONESELF,
    },
}

# A judgement is made by others; however far a role reaches, it ends before one's own record.
NEVER_ONESELF = {
    Deed.ATTEST: (
        "Không ai tự xác nhận cho mình. Hãy nhờ trưởng đơn vị cấp trên hoặc chuyên viên thi đua - khen thưởng."
    ),
    Deed.JUDGE_SIGNAL: (
        "Tín hiệu về chính bạn do trưởng đơn vị cấp trên hoặc chuyên viên thi đua - khen thưởng xem xét."
    ),
    Deed.CHOOSE_PROSPECT: "Không ai tự chọn mình. Việc này do trưởng đơn vị cấp trên hoặc chuyên viên quyết định.",
    Deed.HANDLE_TIP: (
        "Phát hiện về chính bạn do trưởng đơn vị cấp trên hoặc chuyên viên thi đua - khen thưởng xem xét."
    ),
    Deed.WRITE_NURTURE: (
        "Kế hoạch về chính bạn do người hướng dẫn và trưởng đơn vị lập. Bạn góp ý ở mục Ý kiến của bạn."
    ),
    Deed.APPROVE_NURTURE: (
        "Kế hoạch về chính bạn do trưởng đơn vị cấp trên hoặc chuyên viên thi đua - khen thưởng duyệt, kết luận."
    ),
    Deed.VERIFY: "Không ai tự thẩm định hồ sơ của mình. Hãy để cán bộ khác của lĩnh vực thẩm định.",
    Deed.HANDLE_OBJECTION: "Ý kiến phản ánh về chính bạn do người khác xác minh.",
    Deed.HANDLE_COMPLAINT: "Khiếu nại về chính bạn do người khác giải quyết.",
    Deed.NOMINATE: "Không ai tự đề cử mình. Việc này do trưởng đơn vị cấp trên hoặc chuyên viên làm.",
}
