"""Who may do what: the reach of every role, and the sentence of a refusal."""

import pytest

from lantoa.domain.authority import PERMISSIONS, Actor, Allowed, Case, Deed, Reach, Refused, Role, Scope, may, scope

OFFICER = Actor(frozenset({Role.OFFICER}))
HEAD = Actor(frozenset({Role.HEAD}), units=frozenset({"KHOA", "BOMON"}), person="CB1")
STAFF = Actor(frozenset({Role.STAFF}), person="CB2")
ADMINISTRATOR = Actor(frozenset({Role.ADMINISTRATOR}))
STRANGER = Actor(frozenset())

IN_THE_FACULTY = Case(subject="CB3", units=frozenset({"BOMON"}))
IN_ANOTHER_UNIT = Case(subject="CB4", units=frozenset({"PHONG"}))
NOT_YOURS = (
    "Việc chốt sổ thuộc về: Chuyên viên thi đua - khen thưởng. "
    "Nếu đó là việc của bạn, hãy đề nghị quản trị hệ thống cấp vai trò."
)
ONESELF = Case(subject="CB2", units=frozenset({"PHONG"}))


@pytest.mark.parametrize("case", [IN_THE_FACULTY, IN_ANOTHER_UNIT, ONESELF, Case(), None])
def test_an_officer_sees_the_sanctions_of_everybody(case: Case | None) -> None:
    assert may(OFFICER, Deed.SEE_SANCTIONS, case) == Allowed()


@pytest.mark.parametrize(
    ("case", "allowed"),
    [
        (IN_THE_FACULTY, True),
        (Case(subject="KHOA"), True),
        (IN_ANOTHER_UNIT, False),
        (Case(subject="PHONG"), False),
        (Case(subject="CB5"), False),
        (Case(), False),
        (None, True),
    ],
)
def test_a_head_screens_the_own_units_and_those_under_them(case: Case | None, *, allowed: bool) -> None:
    assert bool(may(HEAD, Deed.SCREEN, case)) is allowed


@pytest.mark.parametrize(
    ("case", "allowed"), [(ONESELF, True), (IN_ANOTHER_UNIT, False), (Case(), False), (None, True)]
)
def test_a_member_of_staff_sees_the_own_record_only(case: Case | None, *, allowed: bool) -> None:
    assert bool(may(STAFF, Deed.SEE_RECORD, case)) is allowed


@pytest.mark.parametrize("case", [IN_THE_FACULTY, ONESELF, Case(), None])
def test_an_administrator_sees_nobodys_sanctions(case: Case | None) -> None:
    assert not may(ADMINISTRATOR, Deed.SEE_SANCTIONS, case)


@pytest.mark.parametrize("deed", Deed)
def test_who_holds_no_role_does_nothing(deed: Deed) -> None:
    assert not may(STRANGER, deed)


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_is_somebodys(deed: Deed) -> None:
    assert PERMISSIONS[deed]
    assert deed.label


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_name_and_a_sentence(role: Role) -> None:
    assert role.label
    assert role.sentence.endswith(".")


def test_roles_add_up() -> None:
    head_and_officer = Actor(HEAD.roles | OFFICER.roles, HEAD.units, HEAD.person)

    assert may(head_and_officer, Deed.SEE_RECORD, IN_ANOTHER_UNIT) == Allowed()


@pytest.mark.parametrize(
    ("actor", "reached"),
    [
        (OFFICER, Scope(everything=True)),
        (HEAD, Scope(units=frozenset({"KHOA", "BOMON"}))),
        (STAFF, Scope(person="CB2")),
        (Actor(HEAD.roles | STAFF.roles, HEAD.units, "CB1"), Scope(units=HEAD.units, person="CB1")),
        (ADMINISTRATOR, Scope()),
    ],
)
def test_a_list_of_records_reaches_as_far_as_the_roles(actor: Actor, reached: Scope) -> None:
    assert scope(actor, Deed.SEE_RECORD) == reached


@pytest.mark.parametrize(
    ("actor", "deed", "reason"),
    [
        (HEAD, Deed.SCREEN, "Bạn chỉ được rà soát trong phạm vi đơn vị mình phụ trách."),
        (STAFF, Deed.SEE_RECORD, "Bạn chỉ được xem hồ sơ của chính mình."),
        (
            Actor(frozenset({Role.STAFF})),
            Deed.SEE_RECORD,
            "Tài khoản của bạn chưa gắn với hồ sơ cán bộ nào. Hãy đề nghị quản trị hệ thống gắn hồ sơ.",
        ),
        (
            STAFF,
            Deed.CLOSE_BOOK,
            NOT_YOURS,
        ),
    ],
)
def test_a_refusal_says_why_and_what_to_do(actor: Actor, deed: Deed, reason: str) -> None:
    assert may(actor, deed, IN_ANOTHER_UNIT) == Refused(reason)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
def test_nobody_attests_for_oneself(role: Role) -> None:
    judge = Actor(frozenset({role}), units=frozenset({"KHOA"}), person="CB1")

    answer = may(judge, Deed.ATTEST, Case(subject="CB1", units=frozenset({"KHOA"})))

    assert answer == Refused(
        "Không ai tự xác nhận cho mình. Hãy nhờ trưởng đơn vị cấp trên hoặc chuyên viên thi đua - khen thưởng."
    )
    assert may(judge, Deed.ATTEST, Case(subject="CB3", units=frozenset({"KHOA"}))) == Allowed()


def test_a_head_does_not_look_into_what_was_told_about_the_head() -> None:
    own = Case(subject="CB1", units=frozenset({"KHOA"}))

    assert may(HEAD, Deed.HANDLE_TIP, own) == Refused(
        "Phát hiện về chính bạn do trưởng đơn vị cấp trên hoặc chuyên viên thi đua - khen thưởng xem xét."
    )
    assert may(HEAD, Deed.HANDLE_TIP, IN_THE_FACULTY)


def test_every_reach_is_told_in_words() -> None:
    assert [reach.label for reach in Reach] == [
        "toàn Trường",
        "đơn vị mình phụ trách và cấp dưới",
        "của chính mình",
        "của người mình hướng dẫn",
        "của chính mình và của người mình hướng dẫn",
    ]


MENTORED = Case(subject="CB9", units=frozenset({"PHONG"}), mentor="CB2")


@pytest.mark.parametrize(
    ("case", "sees", "writes"),
    [(MENTORED, True, True), (ONESELF, True, False), (IN_ANOTHER_UNIT, False, False), (None, True, True)],
)
def test_a_mentor_works_on_the_plans_one_mentors_and_a_person_sees_the_own(
    case: Case | None, *, sees: bool, writes: bool
) -> None:
    assert (bool(may(STAFF, Deed.SEE_NURTURE, case)), bool(may(STAFF, Deed.WRITE_NURTURE, case))) == (sees, writes)


def test_a_mentor_neither_approves_nor_nominates() -> None:
    assert [bool(may(STAFF, deed, MENTORED)) for deed in (Deed.APPROVE_NURTURE, Deed.NOMINATE)] == [False, False]


@pytest.mark.parametrize("deed", [Deed.WRITE_NURTURE, Deed.APPROVE_NURTURE, Deed.NOMINATE])
@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
def test_nobody_decides_on_ones_own_nurture_plan(role: Role, deed: Deed) -> None:
    actor = Actor(frozenset({role}), units=frozenset({"KHOA"}), person="CB1")

    assert may(actor, deed, IN_THE_FACULTY if role is Role.OFFICER else Case("CB3", frozenset({"KHOA"})))
    assert not may(actor, deed, Case(subject="CB1", units=frozenset({"KHOA"})))


def test_the_refusal_of_a_mentor_says_whose_plans_are_meant() -> None:
    assert may(STAFF, Deed.WRITE_NURTURE, IN_ANOTHER_UNIT) == Refused(
        "Bạn chỉ được lập và thực hiện kế hoạch bồi dưỡng của người mình hướng dẫn."
    )
