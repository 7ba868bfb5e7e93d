"""The page of a dossier: who reads it, what it asks, held against the records of today, its history, the list."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import RoleGrant, User
from lantoa.domain.authority import Role
from lantoa.domain.stages import NominationStage, RoundStage
from lantoa.nomination.actions import consenting, evidence, statements
from lantoa.nomination.actions.sending import send, withdraw
from lantoa.nomination.models import Nomination, UnitVote, UsedInitiative
from lantoa.nomination.queries.asking import asked, way
from lantoa.nomination.queries.deadlines import nominees
from lantoa.nomination.queries.dossier import criterion_lines
from lantoa.nomination.queries.hanging import hanging_on
from lantoa.nomination.queries.reading import readable
from lantoa.nomination.queries.remarks import remarks
from lantoa.notice.models import Notice
from lantoa.nurture.queries.aims import assessment
from lantoa.nurture.queries.verdicts import frozen_of
from lantoa.plans import load
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.drafts import at_stage, draft_in, ready_draft
from tests.nomination.rounds import AIM, SECTOR, nomination_in, round_at

QUERIES = 15
READERS = {
    Role.SPECIALIST: "only sent",
    Role.MEMBER: "only sent",
    Role.CHAIR: "only sent",
    Role.PRINCIPAL: "only sent",
    Role.MINISTRY: "only sent",
    Role.OFFICER: "always",
    Role.STAFF: "never",
    Role.CLERK: "never",
    Role.ADMINISTRATOR: "never",
}


def reader(role: Role) -> User:
    user = school.account(f"doc-{role.value}")
    RoleGrant.objects.create(user=user, role=role.value, office="science" if role is Role.SPECIALIST else "")
    return user


@pytest.mark.parametrize("role", READERS)
def test_a_draft_is_its_units_own_and_a_sent_dossier_is_read_by_those_who_judge_it(cast: Cast, role: Role) -> None:
    draft, user = ready_draft(cast), reader(role)
    client = signed_in(user)

    before = client.get(f"/de-cu/{draft.pk}/").status_code, readable(user).count()
    Nomination.objects.update(stage="sent", sent_at=NOW, sent_by=cast.head)
    after = client.get(f"/de-cu/{draft.pk}/").status_code, readable(user).count()

    answers = {"never": [(403, 0), (403, 0)], "only sent": [(403, 0), (200, 1)], "always": [(200, 1), (200, 1)]}
    assert [before, after] == answers[READERS[role]]


def test_an_office_reads_its_own_criteria_and_their_evidence_only(cast: Cast) -> None:
    nomination = ready_draft(cast)
    for code in ("G3", "G4"):
        _attach(nomination, cast, code)
    nomination = send(nomination=nomination, by=cast.head, at=NOW)
    science = signed_in(reader(Role.SPECIALIST))

    page = science.get(f"/de-cu/{nomination.pk}/")
    check = science.get(f"/de-cu/{nomination.pk}/doi-chieu/").context["check"]
    answers = [science.get(f"/de-cu/{nomination.pk}/minh-chung/{one.pk}/") for one in nomination.evidence.all()]

    assert [line.code for line in page.context["lines"]] == ["G3"]
    assert [line.display.criterion.code for line in check.lines] == ["G3"]
    assert [answer.status_code for answer in answers] == [302, 404]


@pytest.mark.parametrize(("who", "count"), [("head", 1), ("staff", 1), ("other_head", 0), ("deputy", 0)])
def test_the_own_head_and_the_nominee_read_a_draft(cast: Cast, who: str, count: int) -> None:
    assert cast.staff.person
    draft = ready_draft(cast, subject=cast.staff.person.subject)

    client = signed_in(getattr(cast, who))

    assert client.get(f"/de-cu/{draft.pk}/").status_code == (200 if count else 403)
    assert len(client.get("/de-cu/").context["rows"]) == count


@pytest.mark.parametrize("stage", NominationStage)
def test_every_stage_says_what_it_waits_for_and_where_it_is(cast: Cast, stage: NominationStage) -> None:
    nomination = at_stage(stage, cast)

    page = signed_in(cast.officer).get(f"/de-cu/{nomination.pk}/")

    assert (page.status_code, asked(nomination).what in page.content.decode()) == (200, True)
    assert sum(state in ("current", "blocked", "gold") for state, _label in way(nomination)) == 1


def test_a_tier_proposed_from_below_goes_by_its_own_way(cast: Cast) -> None:
    nomination = draft_in(round_at(RoundStage.OPEN, cast, aim=SECTOR), cast)

    assert [label for _state, label in way(nomination)] == [
        "bản nháp",
        "chờ Hội đồng",
        "Hội đồng đề nghị",
        "đã trình Bộ",
        "đã công nhận",
    ]
    nomination.stage = "recommended"
    assert asked(nomination).what == "trình Bộ"
    can = signed_in(cast.officer).get(f"/de-cu/{nomination.pk}/").context["can"]
    assert can["send"].startswith("Bậc này do thường trực Hội đồng đưa ra")


def test_what_stands_in_the_way_of_sending_is_said_beside_the_button(cast: Cast) -> None:
    nomination = draft_in(round_at(RoundStage.OPEN, cast), cast)

    page = signed_in(cast.head).get(f"/de-cu/{nomination.pk}/")  # the days of the round have gone by

    assert page.context["can"]["send"].startswith("Đã hết hạn gửi hồ sơ của đợt xét (25/01/2026).")


def test_the_units_vote_stands_on_the_page(cast: Cast) -> None:
    page = signed_in(cast.head).get(f"/de-cu/{ready_draft(cast).pk}/").content.decode()

    assert "3 đồng ý, 0 không đồng ý, 0 không ý kiến" in page


def test_evidence_stands_under_its_criterion_and_none_is_lost(cast: Cast) -> None:
    nomination = ready_draft(cast, verdict=frozen_of(_judged(cast), load(AIM.edition), date(2026, 1, 15)))
    for code in ("G3", "G4"):
        _attach(nomination, cast, code)
    nomination.verdict["findings"] = [one for one in nomination.verdict["findings"] if one["criterion"] != "G4"]

    lines = criterion_lines(nomination, hanging_on(nomination).evidence)

    assert [(line.code, len(line.evidence)) for line in lines if line.evidence] == [("G3", 1), ("G4", 1)]
    assert lines[-1].verdict == "unknown"


def test_held_against_today_the_page_says_what_has_changed_and_who_settles_it(cast: Cast) -> None:
    nomination = send(nomination=ready_draft(cast), by=cast.head, at=NOW)
    school.attestation(cast.lecturer, "G1", 2025, passed=False)
    school.hold(cast.lecturer, "1/1/2025")

    check = signed_in(cast.officer).get(f"/de-cu/{nomination.pk}/doi-chieu/").context["check"]

    assert [(line.display.criterion.code, line.before) for line in check.changes] == [("G1", "unknown")]
    assert {line.display.criterion.code: line.settled_by for line in check.lines if line.settled_by}[
        "G4"
    ] == "Công đoàn"


def test_what_the_council_should_know_is_pointed_out(cast: Cast) -> None:
    school.recognition(cast.lecturer, "school-annual", 2025, decision="9/QĐ", decided="1/2/2026")
    school.recognition(cast.lecturer, "school-annual", 2019)
    nomination = ready_draft(cast)
    assert nomination.round
    twin = school.person("CB77", cast.lecturer.subject.name, cast.division)
    elsewhere = draft_in(nomination.round, cast, subject=twin.subject)
    withdrawn = nomination_in(nomination.round, cast, stage="withdrawn")
    for one in (nomination, elsewhere):
        UsedInitiative.objects.create(nomination=one, name="Sổ tay", year=2025, key="so tay")

    found = [(one.words, one.address, one.is_grave) for one in remarks(nomination)]

    aim = "Điển hình tiên tiến của Trường hằng năm, năm 2025"
    assert found == [
        (f"Đã có đề cử khác của cùng đối tượng: {aim} (đã rút).", f"/de-cu/{withdrawn.pk}/", False),
        (
            "Có đề cử trùng tên trong cùng đợt: Lê Thanh Bình, mã CB77. Hãy xem có phải cùng một người không.",
            f"/de-cu/{elsewhere.pk}/",
            False,
        ),
        (f"Đã được công nhận {aim}, QĐ 9/QĐ ngày 01/02/2026.", "", True),
        ("Đã được công nhận điển hình tiên tiến năm 2019.", "", False),
        (
            f"Sáng kiến «Sổ tay» cũng là căn cứ của hồ sơ Lê Thanh Bình, {aim} (bản nháp).",
            f"/de-cu/{elsewhere.pk}/",
            False,
        ),
    ]


def test_the_history_tells_every_deed_and_keeps_every_sending(cast: Cast) -> None:
    nomination = send(nomination=ready_draft(cast), by=cast.head, at=NOW)

    page = signed_in(cast.officer).get(f"/de-cu/{nomination.pk}/qua-trinh/")

    assert [step.words for step in page.context["steps"]] == ["Gửi hồ sơ đề cử"]
    assert [(one.number, one.text) for one in page.context["sendings"]] == [(1, "Đã đổi mới cách dạy.")]


@pytest.mark.parametrize("part", ["doi-chieu", "qua-trinh", "luu-y"])
def test_a_part_is_swapped_without_the_page_around_it(cast: Cast, part: str) -> None:
    address = f"/de-cu/{ready_draft(cast).pk}/{part}/"

    answer = signed_in(cast.officer).get(address, headers={"HX-Request": "true"}).content.decode()

    assert ("<section" in answer, "<html" in answer) == (True, False)


def test_a_draft_shows_by_itself_what_is_missing_today_and_who_settles_it(cast: Cast) -> None:
    address = f"/de-cu/{ready_draft(cast).pk}/doi-chieu/?gon=1"

    part = signed_in(cast.head).get(address, headers={"HX-Request": "true"}).content.decode()

    assert [code for code in ("G1", "G2", "G3", "SA-I3") if f"<strong>{code}</strong>" in part] == ["G1", "G2", "G3"]
    assert "Bộ phận thẩm định điều kiện này: Đảng uỷ." in part


@pytest.mark.parametrize("stage", [NominationStage.DRAFT, NominationStage.RETURNED, NominationStage.CLEARED])
@pytest.mark.parametrize("many", [1, 3, 12])
def test_the_page_of_a_full_dossier_asks_little(
    cast: Cast, many: int, stage: NominationStage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    nomination = ready_draft(cast)
    for _one in range(many):
        _attach(nomination, cast)
        statements.add(nomination=nomination, name="Hà", position="SV", text="Tốt", by=cast.head, at=NOW)
        UsedInitiative.objects.create(nomination=nomination, name=f"{_one}", year=2025, key=f"{_one}")
    sent: dict[str, Any] = {"sent_at": NOW, "sent_by": cast.head, "reason": "Bổ sung"}
    Nomination.objects.update(stage=stage.value, **(sent if stage is not NominationStage.DRAFT else {}))
    client = signed_in(cast.head)

    for part in ("", "doi-chieu/", "luu-y/", "qua-trinh/"):
        with django_assert_max_num_queries(QUERIES):
            client.get(f"/de-cu/{nomination.pk}/{part}")


@pytest.mark.parametrize(
    ("asked_for", "found"),
    [("dot={round}", 2), ("buoc=sent", 1), ("buoc=draft", 1), ("doi_tuong=collective", 1), ("sap_xep=gui", 2)],
)
def test_the_list_is_narrowed_to_a_round_a_stage_and_a_kind(cast: Cast, asked_for: str, found: int) -> None:
    nomination = ready_draft(cast)
    assert nomination.round
    nomination_in(nomination.round, cast, stage="sent", subject=cast.faculty.subject)

    page = signed_in(cast.officer).get(f"/de-cu/?{asked_for.format(round=nomination.round.pk)}")

    assert len(page.context["rows"]) == found


@pytest.mark.parametrize("many", [1, 3, 60])
def test_the_list_asks_the_same_however_many_there_are(
    cast: Cast, many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    one = round_at(RoundStage.OPEN, cast)
    for number in range(many):
        draft_in(one, cast, subject=school.person(f"GV{number}", f"Giảng viên {number}", cast.division).subject)
    client = signed_in(cast.head)

    with django_assert_max_num_queries(10):
        client.get("/de-cu/")


def test_the_nominee_is_reminded_until_something_was_said(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert cast.staff.person
    nomination = ready_draft(cast, subject=cast.staff.person.subject)
    assert nomination.round
    draft_in(nomination.round, cast)  # of the lecturer, who has no account

    with django_assert_num_queries(1):
        asked_for = list(nominees(date(2026, 1, 15), None))
    assert [(one.user, one.due, one.address) for one in asked_for] == [
        (cast.staff.pk, date(2026, 2, 20), f"/de-cu/{nomination.pk}/#nominee")
    ]
    assert [len(list(nominees(date(2026, 1, 15), user.pk))) for user in (cast.staff, cast.head)] == [1, 0]

    consenting.consent(nomination=nomination, is_given=False, note="", paper=None, by=cast.staff, at=NOW)
    assert list(nominees(date(2026, 1, 15), None)) == []


def test_the_nominee_hears_what_the_unit_does(cast: Cast) -> None:
    assert cast.staff.person
    nomination = ready_draft(cast)
    Nomination.objects.update(subject=cast.staff.person.subject)
    UnitVote.objects.update(subject=cast.staff.person.subject)

    send(nomination=nomination, by=cast.head, at=NOW)
    withdraw(nomination=nomination, reason="Chỉ đạt 90% kế hoạch", by=cast.head, at=NOW)

    assert list(Notice.objects.filter(user=cast.staff).order_by("pk").values_list("text", flat=True)) == [
        "Hồ sơ đề cử của Nguyễn Văn An đã được gửi thẩm định.",
        "Đề cử Nguyễn Văn An đã được rút: Chỉ đạt 90% kế hoạch",
    ]


def test_the_nominee_is_asked_first(cast: Cast) -> None:
    assert cast.staff.person
    nomination = ready_draft(cast, subject=cast.staff.person.subject)
    consenting.correct(nomination=nomination, text="Sai năm", by=cast.staff, at=NOW)

    page = signed_in(cast.staff).get(f"/de-cu/{nomination.pk}/")

    assert (page.context["is_nominee"], "Đang chờ đơn vị trả lời." in page.content.decode()) == (True, True)


def test_everything_that_hangs_on_a_dossier_is_read_in_two_queries(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert cast.staff.person
    nomination = ready_draft(cast, subject=cast.staff.person.subject)
    cast.head.first_name, cast.head.last_name = "Văn Khoa", "Trần"
    cast.head.save()
    _attach(nomination, cast)
    statements.add(nomination=nomination, name="Hà", position="Sinh viên", text="Tốt", by=cast.head, at=NOW)
    given: dict[str, Any] = {"nomination": nomination, "note": "Vâng", "paper": None, "by": cast.staff, "at": NOW}
    for is_given in (False, True):
        consenting.consent(is_given=is_given, **given)
    said = consenting.correct(nomination=nomination, text="Sai năm", by=cast.staff, at=NOW)
    consenting.answer(correction=said, text="Đã sửa", by=cast.head, at=NOW)
    UsedInitiative.objects.create(nomination=nomination, name="Sổ tay", year=2025, key="so tay", reason="Dùng lại")

    with django_assert_num_queries(2):
        found = hanging_on(nomination)

    (file,), (used,), (said_of,), (corrected,) = found.evidence, found.initiatives, found.statements, found.corrections
    assert (file.criterion, file.shows, file.link, file.added_by, file.added_at) == (
        "G3",
        "Bài báo",
        "https://a.example/",
        str(cast.head),
        NOW,
    )
    assert (used.name, used.year, used.reason) == ("Sổ tay", 2025, "Dùng lại")
    assert (said_of.name, said_of.position, said_of.text) == ("Hà", "Sinh viên", "Tốt")
    assert [(one.is_given, one.note, one.by) for one in found.consents] == [(True, "Vâng", "an"), (False, "Vâng", "an")]
    assert (corrected.text, corrected.by, corrected.answer, corrected.answered_by, corrected.answered_at) == (
        "Sai năm",
        "an",
        "Đã sửa",
        str(cast.head),
        NOW,
    )


def _judged(cast: Cast) -> Any:
    return assessment(AIM, cast.lecturer.subject)


def _attach(nomination: Nomination, cast: Cast, code: str = "G3") -> None:
    evidence.attach(
        nomination=nomination,
        criterion=code,
        shows="Bài báo",
        file=None,
        link="https://a.example/",
        by=cast.head,
        at=NOW,
    )
