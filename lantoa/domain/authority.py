"""Who may do what, and why not: one table of roles and deeds, asked through `may`."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is to the plan; a person may hold several."""

    OFFICER = "officer"
    HEAD = "head"
    STAFF = "staff"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        return ROLE_TEXTS[self][0]

    @property
    def sentence(self) -> str:
        return ROLE_TEXTS[self][1]


ROLE_TEXTS = {
    Role.OFFICER: (
        "Chuyên viên thi đua - khen thưởng",
        "Giữ sổ thi đua của toàn Trường: nhập, chốt sổ, xác nhận, rà soát mọi đơn vị.",
    ),
    Role.HEAD: (
        "Trưởng đơn vị",
        "Xem hồ sơ và rà soát của đơn vị mình và các đơn vị cấp dưới; xác nhận tiêu chí cho người của đơn vị.",
    ),
    Role.STAFF: ("Viên chức, người lao động", "Xem hồ sơ của chính mình và Kế hoạch."),
    Role.ADMINISTRATOR: ("Quản trị hệ thống", "Cấp tài khoản, vai trò và xem nhật ký; không xem hồ sơ kỷ luật."),
}


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
}


class Reach(StrEnum):
    """How far a role's permission goes."""

    EVERYWHERE = "everywhere"
    OWN_UNITS = "own_units"
    ONESELF = "oneself"
    MENTORED = "mentored"
    ONESELF_AND_MENTORED = "oneself_and_mentored"

    @property
    def label(self) -> str:
        return REACH_LABELS[self]


REACH_LABELS = {
    Reach.EVERYWHERE: "toàn Trường",
    Reach.OWN_UNITS: "đơn vị mình phụ trách và cấp dưới",
    Reach.ONESELF: "của chính mình",
    Reach.MENTORED: "của người mình hướng dẫn",
    Reach.ONESELF_AND_MENTORED: "của chính mình và của người mình hướng dẫn",
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
    Deed.NOMINATE: "Không ai tự đề cử mình. Việc này do trưởng đơn vị cấp trên hoặc chuyên viên làm.",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: the roles held, the codes of the units under a head's grants, and one's own code."""

    roles: frozenset[Role]
    units: frozenset[str] = frozenset()
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What the deed is done to: a subject, its units and mentor; nothing for the whole organisation."""

    subject: str | None = None
    units: frozenset[str] = frozenset()
    mentor: str | None = None


@dataclass(frozen=True, slots=True)
class Allowed:
    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Refused:
    """Why not, in a sentence that stands beside the disabled button."""

    reason: str

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Scope:
    """What a deed reaches: everything, or some units and those under them, or oneself, or those one mentors."""

    everything: bool = False
    units: frozenset[str] = frozenset()
    person: str | None = None
    mentor: str | None = None

    def __bool__(self) -> bool:
        return self.everything or bool(self.units) or self.person is not None or self.mentor is not None

    def covers(self, case: Case) -> bool:
        if self.everything or self.units & case.units:
            return True
        if case.mentor is not None and case.mentor == self.mentor:
            return True
        return case.subject is not None and (case.subject in self.units or case.subject == self.person)


def scope(actor: Actor, deed: Deed) -> Scope:
    """How far the actor's roles reach for that deed, for lists that show only what may be seen."""
    reaches = _reaches(actor, deed)
    return Scope(
        everything=Reach.EVERYWHERE in reaches,
        units=actor.units if Reach.OWN_UNITS in reaches else frozenset(),
        person=actor.person if reaches & {Reach.ONESELF, Reach.ONESELF_AND_MENTORED} else None,
        mentor=actor.person if reaches & {Reach.MENTORED, Reach.ONESELF_AND_MENTORED} else None,
    )


def may(actor: Actor, deed: Deed, case: Case | None = None) -> Allowed | Refused:
    """Whether the deed reaches the case, or without a case anything at all; otherwise why not."""
    if deed in NEVER_ONESELF and case is not None and case.subject is not None and case.subject == actor.person:
        return Refused(NEVER_ONESELF[deed])
    reached = scope(actor, deed)
    if reached if case is None else reached.covers(case):
        return Allowed()
    return Refused(_reason(actor, deed))


def _reaches(actor: Actor, deed: Deed) -> set[Reach]:
    return {reach for role, reach in PERMISSIONS[deed].items() if role in actor.roles}


def _reason(actor: Actor, deed: Deed) -> str:
    reaches = _reaches(actor, deed)
    if Reach.OWN_UNITS in reaches:
        return f"Bạn chỉ được {deed.label} trong phạm vi đơn vị mình phụ trách."
    if reaches and actor.person is None:
        return "Tài khoản của bạn chưa gắn với hồ sơ cán bộ nào. Hãy đề nghị quản trị hệ thống gắn hồ sơ."
    if reaches:
        return f"Bạn chỉ được {deed.label} {next(iter(reaches)).label}."
    holders = ", ".join(role.label for role in PERMISSIONS[deed])
    return f"Việc {deed.label} thuộc về: {holders}. Nếu đó là việc của bạn, hãy đề nghị quản trị hệ thống cấp vai trò."
