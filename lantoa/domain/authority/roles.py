"""The roles: what a person is to the plan, and how far a permission of the role goes."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is to the plan; a person may hold several."""

    OFFICER = "officer"
    HEAD = "head"
    STAFF = "staff"
    SPECIALIST = "specialist"
    MEMBER = "member"
    CHAIR = "chair"
    PRINCIPAL = "principal"
    CLERK = "clerk"
    MINISTRY = "ministry"
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
    Role.SPECIALIST: (
        "Cán bộ thẩm định",
        "Thẩm định những tiêu chí thuộc lĩnh vực của mình: tổ chức cán bộ, khoa học, đảng, công đoàn, thanh tra.",
    ),
    Role.MEMBER: (
        "Uỷ viên Hội đồng Thi đua - Khen thưởng",
        "Đọc hồ sơ trước phiên họp, khai quan hệ lợi ích, bỏ phiếu và xem biên bản.",
    ),
    Role.CHAIR: (
        "Chủ tịch Hội đồng Thi đua - Khen thưởng",
        "Triệu tập, điều hành phiên họp của Hội đồng và ký biên bản; cũng bỏ phiếu như mọi uỷ viên.",
    ),
    Role.PRINCIPAL: (
        "Hiệu trưởng",
        "Xem danh sách Hội đồng đề nghị, duyệt, gạch tên hoặc trả lại kèm lý do; không thêm ai vào danh sách.",
    ),
    Role.CLERK: ("Văn thư", "Cho số, ghi ngày ban hành quyết định, đính kèm bản ký và lưu hồ sơ."),
    Role.MINISTRY: (
        "Chuyên viên của Bộ",
        "Tiếp nhận, trả lại hồ sơ các trường trình và ghi quyết định của Bộ trưởng.",
    ),
    Role.ADMINISTRATOR: ("Quản trị hệ thống", "Cấp tài khoản, vai trò và xem nhật ký; không xem hồ sơ kỷ luật."),
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
