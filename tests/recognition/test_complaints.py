"""A complaint about a decision: filed in time, accepted, settled, each with its clock; it may revoke or restore."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import PERMISSIONS, Deed, Role
from lantoa.domain.complaints import Conclusion, OnPaper, Telling
from lantoa.domain.stages import MOVES, ComplaintStage, WrongStage, moved
from lantoa.notice.models import Notice
from lantoa.papers.attachments import check
from lantoa.recognition.actions.complaints import filing, settling
from lantoa.recognition.actions.complaints.refusals import (
    CannotSettle,
    ComplainsOneself,
    ExtendedAlready,
    FiledAlready,
    FiledBeforeTheDecision,
    FiledTooLate,
    NameMissing,
    NothingToChange,
    NotIssuedYet,
    NotOfTheDecision,
)
from lantoa.recognition.actions.decisions.refusals import NoSuchGround
from lantoa.recognition.models import Complaint, Decision
from lantoa.recognition.queries.deadlines import complaints
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Hold, Recognition
from tests import cast as school
from tests.cast import NOW, Cast
from tests.recognition.complaining import DECIDED, REVOKED, TELLING, at_stage, deed, filed, issued, listed
from tests.recognition.going_up import TODAY, grant

C = ComplaintStage
SAME_STAGE = ("extend", "hand_over")


@pytest.mark.parametrize("stage", list(C))
@pytest.mark.parametrize("name", [*MOVES[C], *SAME_STAGE])
def test_every_stage_of_a_complaint_against_every_deed(cast: Cast, stage: ComplaintStage, name: str) -> None:
    complaint = at_stage(cast, stage)
    before, by = Event.objects.count(), cast.other_head if name == "withdraw" else cast.officer
    sources = MOVES[C][name].sources if name in MOVES[C] else (C.ACCEPTED,)

    if stage in sources:
        deed(name, complaint, by=by)
        now = Complaint.objects.get()
        assert now.stage == (moved(stage, name) if name in MOVES[C] else stage.value)
        assert now.version == complaint.version + 1
    else:
        with pytest.raises(WrongStage):
            deed(name, complaint, by=by)
        assert (Complaint.objects.get().stage, Event.objects.count()) == (stage.value, before)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", ["accept", "refuse", "settle", *SAME_STAGE])
def test_complaints_are_handled_by_those_of_the_table_and_nobody_else(cast: Cast, role: Role, name: str) -> None:
    stage = C.FILED if name in ("accept", "refuse") else C.ACCEPTED
    complaint = at_stage(cast, stage)
    user = grant(cast, role)

    if role in PERMISSIONS[Deed.HANDLE_COMPLAINT]:
        deed(name, complaint, by=user, to=cast.officer)
    else:
        with pytest.raises(NotAllowed):
            deed(name, complaint, by=user, to=cast.officer)
        assert Complaint.objects.get().stage == stage.value


@pytest.mark.parametrize("role", list(Role))
def test_everybody_with_a_role_may_complain(cast: Cast, role: Role) -> None:
    assert filed(cast, by=grant(cast, role)).complainant == cast.stranger


def test_who_has_no_role_at_all_may_not(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        filed(cast, by=cast.stranger)


def test_filed_it_has_three_clocks_and_every_officer_hears_of_it(cast: Cast) -> None:
    complaint = filed(cast)

    assert (complaint.filed_on, complaint.last_day, complaint.accept_by) == (
        TODAY,
        DECIDED + timedelta(days=90),
        TODAY + timedelta(days=10),
    )
    told = Notice.objects.get(key=f"complaint:{complaint.code}:filed")
    assert (told.user, str(cast.other_head) in told.text) == (cast.officer, False)


def test_accepted_it_is_to_be_settled_in_thirty_days_and_a_complex_one_in_forty_five(cast: Cast) -> None:
    complaint = at_stage(cast, C.ACCEPTED)
    assert complaint.settle_by == TODAY + timedelta(days=30)

    deed("extend", complaint, by=cast.officer)

    assert Complaint.objects.get().settle_by == TODAY + timedelta(days=45)
    with pytest.raises(ExtendedAlready, match="01/03/2026"):
        deed("extend", complaint, by=cast.officer)


@pytest.mark.parametrize(("days", "is_in_time"), [(90, True), (91, False)])
def test_the_ninetieth_day_is_the_last(cast: Cast, days: int, *, is_in_time: bool) -> None:
    issued(cast, decided=TODAY - timedelta(days=days))

    if is_in_time:
        assert filed(cast).last_day == TODAY
    else:
        with pytest.raises(FiledTooLate, match="Hạn khiếu nại quyết định này là 14/01/2026"):
            filed(cast)


def test_an_obstacle_that_the_law_counts_is_written_down_with_a_late_one(cast: Cast) -> None:
    issued(cast, decided=date(2025, 1, 1))

    late = filed(cast, telling=Telling("Việc", "Yêu cầu", late_reason="Nằm viện ba tháng"))

    assert (late.late_reason, late.filed_on > late.last_day) == ("Nằm viện ba tháng", True)


def test_one_complains_about_an_issued_decision_only(cast: Cast) -> None:
    draft = issued(cast)
    Decision.objects.update(
        stage="draft",
        number=None,
        decided_on=None,
        effective_on=None,
        issued_by=None,
        issued_at=None,
        approved_by=None,
        approved_at=None,
    )

    with pytest.raises(NotIssuedYet):
        filing.file(decision=draft, about=cast.lecturer.subject, telling=TELLING, by=cast.other_head, at=NOW)


def test_one_complains_about_who_is_on_the_list_or_about_oneself(cast: Cast) -> None:
    assert cast.other_head.person

    assert filed(cast, about=cast.other_head.person.subject).about == cast.other_head.person.subject
    with pytest.raises(NotOfTheDecision):
        filed(cast, about=cast.division.subject)


def test_the_same_is_complained_about_once_at_a_time(cast: Cast) -> None:
    first = filed(cast)

    with pytest.raises(FiledAlready) as known:
        filed(cast)
    deed("withdraw", first, by=cast.other_head)

    assert (known.value.complaint, filed(cast).stage) == (first, "filed")


def test_a_paper_is_taken_down_by_an_officer_with_its_own_day_and_name(cast: Cast) -> None:
    complaint = filed(cast, by=cast.officer, on_paper=OnPaper("Vũ Thị Lan", date(2026, 1, 12)))

    assert (complaint.complainant, complaint.complainant_name, complaint.accept_by, complaint.registered_by) == (
        None,
        "Vũ Thị Lan",
        date(2026, 1, 22),
        cast.officer,
    )


@pytest.mark.parametrize(
    ("on_paper", "refusal"),
    [
        (OnPaper(" ", TODAY), NameMissing),
        (OnPaper("Vũ Thị Lan", date(2026, 1, 9)), FiledBeforeTheDecision),
        (OnPaper("Vũ Thị Lan", date(2026, 1, 16)), FiledBeforeTheDecision),
    ],
)
def test_a_paper_that_cannot_be_is_refused(cast: Cast, on_paper: OnPaper, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        filed(cast, by=cast.officer, on_paper=on_paper)

    assert Complaint.objects.count() == 0


def test_papers_are_not_taken_down_by_others_nor_by_who_they_are_about(cast: Cast) -> None:
    paper = OnPaper("Vũ Thị Lan", TODAY)
    decision = issued(cast)
    assert cast.officer.person
    listed(decision, cast.officer.person.subject)

    with pytest.raises(NotAllowed):
        filed(cast, by=cast.other_head, on_paper=paper)
    with pytest.raises(NotAllowed, match="Đơn khiếu nại về chính bạn"):
        filed(cast, by=cast.officer, about=cast.officer.person.subject, on_paper=paper)


def test_files_come_with_it(cast: Cast) -> None:
    paper = check(SimpleUploadedFile("don.pdf", b"%PDF-1.4 x"))

    assert [one.name for one in filed(cast, files=[paper]).files.all()] == ["don.pdf"]


def test_who_it_is_about_waits_until_it_is_settled(cast: Cast) -> None:
    complaint = at_stage(cast, C.ACCEPTED)
    hold = Hold.objects.get(subject=cast.lecturer.pk)
    assert (hold.since, hold.until, complaint.hold) == (TODAY, None, hold)

    deed("settle", complaint, by=cast.officer)

    hold.refresh_from_db()
    assert hold.until == TODAY


def test_who_complains_about_the_own_case_is_not_held_for_it(cast: Cast) -> None:
    assert cast.staff.person
    complaint = filed(cast, by=cast.staff, about=cast.staff.person.subject)

    deed("accept", complaint, by=cast.officer)

    assert Hold.objects.count() == 0


def test_nobody_settles_what_is_about_oneself_or_what_one_complains_about(cast: Cast) -> None:
    decision = issued(cast)
    assert cast.officer.person
    listed(decision, cast.officer.person.subject)
    about = filed(cast, about=cast.officer.person.subject)
    own = filed(cast, by=cast.officer)

    with pytest.raises(NotAllowed, match="Khiếu nại về chính bạn do người khác giải quyết"):
        deed("accept", about, by=cast.officer)
    with pytest.raises(ComplainsOneself):
        deed("accept", own, by=cast.officer)


def colleague(role: Role = Role.OFFICER) -> User:
    return school.account("lan", role)


def test_handed_over_the_other_officer_hears_of_it_and_the_clock_goes_on(cast: Cast) -> None:
    complaint, other = at_stage(cast, C.ACCEPTED), colleague()

    deed("hand_over", complaint, by=cast.officer, to=other)

    now = Complaint.objects.get()
    assert (now.officer, now.settle_by) == (other, complaint.settle_by)
    assert Notice.objects.filter(user=other, key__startswith=f"complaint:{complaint.code}:to").count() == 1


def test_it_is_not_handed_to_who_may_not_settle_it(cast: Cast) -> None:
    complaint = at_stage(cast, C.ACCEPTED)

    with pytest.raises(CannotSettle):
        deed("hand_over", complaint, by=cast.officer, to=cast.head)


def test_only_who_complains_withdraws(cast: Cast) -> None:
    complaint = filed(cast)

    for user in (cast.officer, cast.head):
        with pytest.raises(NotAllowed, match="Chỉ người khiếu nại"):
            deed("withdraw", complaint, by=user)


def test_one_on_paper_is_withdrawn_through_an_officer(cast: Cast) -> None:
    complaint = filed(cast, by=cast.officer, on_paper=OnPaper("Vũ Thị Lan", TODAY))

    deed("withdraw", complaint, by=cast.officer)

    assert Complaint.objects.get().reason == "Đã hoà giải"
    with pytest.raises(NotAllowed):
        deed("withdraw", complaint, by=cast.head)


def test_an_upheld_one_drafts_the_revocation_on_its_ground(cast: Cast) -> None:
    complaint = at_stage(cast, C.ACCEPTED)

    settling.settle(complaint=complaint, conclusion=REVOKED, by=cast.officer, at=NOW)

    drafted = Complaint.objects.get().drafted
    assert drafted
    assert (drafted.kind, drafted.stage, drafted.ground, drafted.items.get().subject_id) == (
        "revoke",
        "draft",
        "false-achievements",
        cast.lecturer.pk,
    )
    assert Recognition.objects.filter(revoked=True).count() == 0


def test_an_upheld_one_about_a_revocation_drafts_the_restoration(cast: Cast) -> None:
    complaint = at_stage(cast, C.ACCEPTED)
    Recognition.objects.filter(subject=cast.lecturer.pk).update(revoked=True)
    restored = Conclusion(Complaint.Outcome.RESTORE, "Thu hồi sai", "Khôi phục")

    settling.settle(complaint=complaint, conclusion=restored, by=cast.officer, at=NOW)

    drafted = Complaint.objects.get().drafted
    assert drafted
    assert (drafted.kind, drafted.items.get().recognition) == (
        "restore",
        Recognition.objects.get(subject=cast.lecturer.pk),
    )


@pytest.mark.parametrize(
    ("conclusion", "refusal"),
    [
        (Conclusion(Complaint.Outcome.RESTORE, "a", "b"), NothingToChange),
        (Conclusion(Complaint.Outcome.REVOKE, "a", "b", "no-ground"), NoSuchGround),
        (Conclusion(Complaint.Outcome.DISMISSED, " ", "b"), NoReason),
        (Conclusion(Complaint.Outcome.DISMISSED, "a", " "), NoReason),
    ],
)
def test_a_conclusion_that_cannot_be_leaves_everything_as_it_was(
    cast: Cast, conclusion: Conclusion, refusal: type[Exception]
) -> None:
    complaint = at_stage(cast, C.ACCEPTED)
    before = Event.objects.count()

    with pytest.raises(refusal):
        settling.settle(complaint=complaint, conclusion=conclusion, by=cast.officer, at=NOW)

    assert (
        Complaint.objects.get().stage,
        Hold.objects.get().until,
        Decision.objects.count(),
        Event.objects.count(),
    ) == (
        "accepted",
        None,
        1,
        before,
    )


@pytest.mark.parametrize(("name", "stage"), [("accepted", C.ACCEPTED), ("refused", C.REFUSED), ("settled", C.SETTLED)])
def test_who_complains_hears_each_time(cast: Cast, name: str, stage: ComplaintStage) -> None:
    complaint = at_stage(cast, stage)

    assert Notice.objects.filter(user=cast.other_head, key=f"complaint:{complaint.code}:{name}").count() == 1


def test_what_is_said_in_a_complaint_is_in_no_event(cast: Cast) -> None:
    at_stage(cast, C.SETTLED)

    said = str([(event.target, event.details) for event in Event.objects.all()])

    assert [words for words in (TELLING.text, TELLING.wish, TELLING.contact, "Đỗ Tiến Dũng") if words in said] == []


def test_clocks_stand_among_the_deadlines_of_the_officers(cast: Cast) -> None:
    complaint, other = filed(cast), colleague()

    def owners() -> list[tuple[Any, ...]]:
        return sorted((one.user, one.due, one.text) for one in complaints(TODAY, None))

    text, due = f"thụ lý khiếu nại {complaint.code}", TODAY + timedelta(days=10)
    assert owners() == sorted([(cast.officer.pk, due, text), (other.pk, due, text)])
    deed("accept", complaint, by=other)
    assert owners() == [(other.pk, TODAY + timedelta(days=30), f"giải quyết khiếu nại {complaint.code}")]
    assert list(complaints(TODAY, cast.officer.pk)) == []


def test_another_role_does_not_tell_an_officer_twice(cast: Cast) -> None:
    RoleGrant.objects.create(user=cast.officer, role=Role.CLERK.value)
    filed(cast)

    assert [one.user for one in complaints(TODAY, None)] == [cast.officer.pk]
