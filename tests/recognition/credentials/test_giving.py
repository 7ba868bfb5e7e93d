"""Credentials given out and taken back: by whom, once, again after a correction; and the keys that sign them."""

import json
import stat
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.credentials.verdicts import Verdict
from lantoa.domain.stages import DecisionStage
from lantoa.recognition.actions import credentials
from lantoa.recognition.actions.credentials import NothingToGive
from lantoa.recognition.actions.decisions import changing
from lantoa.recognition.credentials import keys
from lantoa.recognition.credentials.at_need import folder
from lantoa.recognition.models import Credential, Decision
from lantoa.recognition.queries.credentials.lines import lines_of
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW
from tests.recognition.credentials.conftest import HOME
from tests.recognition.credentials.giving import give, verdict
from tests.recognition.decisions.deciding import Desk, line
from tests.recognition.test_verification import correct, restore, revoke


def claims(given: Credential) -> dict[str, Any]:
    part = given.token.split(".")[1]
    found: dict[str, Any] = json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def test_a_credential_of_a_line_is_good(desk: Desk, issued: Decision) -> None:
    given = give(desk, issued)

    assert verdict(given) == Verdict.GOOD
    said = claims(given)
    assert said["id"] == f"{HOME}/xac-thuc/huy-hieu/{given.number}/"
    assert said["credentialSubject"]["identifier"][0]["identityHash"] == desk.lecturer.subject.name
    assert issued.reference in said["credentialSubject"]["narrative"]
    assert (said["validFrom"], said["awardedDate"]) == ("2026-01-14T17:00:00Z", "2026-01-14T17:00:00Z")


def test_it_is_given_once_and_then_taken_again(desk: Desk, issued: Decision) -> None:
    first, again = give(desk, issued), give(desk, issued)

    assert (first.pk == again.pk, Credential.objects.count()) == (True, 1)
    assert Event.objects.filter(deed="credentials_given").count() == 1


def test_a_whole_decision_is_one_deed(desk: Desk, issued: Decision) -> None:
    one = give(desk, issued)

    given = credentials.give(items=list(issued.items.all()), by=desk.cast.officer, at=NOW)

    assert [found.item_id for found in given] == sorted(item.pk for item in issued.items.all())
    assert one.pk in [found.pk for found in given]
    event = Event.objects.filter(deed="credentials_given").latest("pk")
    assert event.details == {"count": 1, "names": [desk.division.subject.name]}


def test_the_head_takes_it_for_the_unit_and_nobody_for_another_person(desk: Desk, issued: Decision) -> None:
    assert verdict(give(desk, issued, desk.division, by=desk.cast.head)) == Verdict.GOOD

    for who in (desk.cast.head, desk.cast.staff, desk.clerk):
        with pytest.raises(NotAllowed):
            give(desk, issued, by=who)


def test_a_correction_makes_a_new_one_and_the_old_one_counts_no_more(desk: Desk, issued: Decision) -> None:
    old = give(desk, issued)
    lines = {line(issued, desk.lecturer).pk: changing.Written("Lê Thanh Bính", "Bộ môn Luật Dân sự")}
    facts: dict[str, Any] = {"decision": issued, "reason": "Ghi nhầm tên", "by": desk.cast.officer, "at": NOW}
    desk.at(DecisionStage.ISSUED, changing.draft_correction(lines=lines, **facts))

    assert [one.is_outdated for one in lines_of(subject=desk.lecturer.subject.code)] == [True]
    new = give(desk, issued)

    assert (verdict(old), verdict(new), new.name) == (Verdict.REVOKED, Verdict.GOOD, "Lê Thanh Bính")
    old.refresh_from_db()
    assert (old.withdrawn_by, old.reason) == (desk.cast.officer, "cấp lại bản mới")


def test_a_correction_of_what_it_does_not_say_leaves_it(desk: Desk, issued: Decision) -> None:
    given = give(desk, issued)
    desk.at(DecisionStage.ISSUED, correct(desk, issued))  # of the unit

    assert (give(desk, issued).pk, verdict(given)) == (given.pk, Verdict.GOOD)


def test_a_revoked_recognition_has_none_and_a_restored_one_its_old_one(desk: Desk, issued: Decision) -> None:
    given = give(desk, issued)
    desk.at(DecisionStage.ISSUED, revoke(desk))
    assert verdict(given) == Verdict.REVOKED
    with pytest.raises(NothingToGive, match="đã bị thu hồi"):
        give(desk, issued)

    desk.at(DecisionStage.ISSUED, restore(desk))
    assert (verdict(given), give(desk, issued).pk) == (Verdict.GOOD, given.pk)


def test_the_officer_takes_one_back_and_says_why(desk: Desk, issued: Decision) -> None:
    given = give(desk, issued)
    with pytest.raises(NoReason):
        credentials.withdraw(credential=given, reason=" ", by=desk.cast.officer, at=NOW)
    with pytest.raises(NotAllowed):
        credentials.withdraw(credential=given, reason="Nhầm", by=desk.cast.head, at=NOW)

    for _time in range(2):
        credentials.withdraw(credential=given, reason="Người mang đề nghị", by=desk.cast.officer, at=NOW)

    assert verdict(given) == Verdict.REVOKED
    assert Event.objects.filter(deed="credential_withdrawn").count() == 1
    assert verdict(give(desk, issued)) == Verdict.GOOD


def test_without_an_address_of_its_own_the_product_gives_none(desk: Desk, issued: Decision, settings: Settings) -> None:
    settings.HOME_ADDRESS = ""

    with pytest.raises(NothingToGive, match="LANTOA_HOME"):
        give(desk, issued)


def test_a_draft_has_nothing_to_give(desk: Desk) -> None:
    draft = desk.draft()

    with pytest.raises(NothingToGive, match="Không có dòng nào"):
        credentials.give(items=[line(draft, desk.lecturer)], by=desk.cast.officer, at=NOW)


def test_the_key_is_its_owners_alone_and_made_once(desk: Desk, issued: Decision) -> None:
    give(desk, issued)
    give(desk, issued, desk.division)

    [file] = folder().iterdir()
    assert (file.name, stat.S_IMODE(file.stat().st_mode)) == ("0001.pem", 0o600)
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700


def test_after_a_rotation_the_old_ones_still_hold(desk: Desk, issued: Decision) -> None:
    old = give(desk, issued)
    fresh = keys.rotate(folder())
    new = give(desk, issued, desk.division)

    assert (new.key, old.key == fresh.name) == (fresh.name, False)
    assert [verdict(one) for one in (old, new)] == [Verdict.GOOD, Verdict.GOOD]
    assert give(desk, issued).pk == old.pk


def test_what_a_withdrawn_key_signed_is_nobodys_and_is_made_anew(desk: Desk, issued: Decision) -> None:
    old = give(desk, issued)

    assert (keys.withdraw(folder(), "khac"), keys.withdraw(folder(), old.key)) == (False, True)

    assert verdict(old) == Verdict.UNKNOWN_KEY
    new = give(desk, issued)
    assert (verdict(new), new.key == old.key) == (Verdict.GOOD, False)
    assert sorted(file.name for file in folder().iterdir()) == ["0001.withdrawn", "0002.pem"]


def test_two_processes_that_make_the_first_key_keep_one(tmp_path: Path) -> None:
    first = keys.newest(tmp_path)
    keys._keep(tmp_path, "0001", first.key)  # whoever came second

    assert [one.name for one in keys.held(tmp_path)] == [first.name]


def test_lines_cost_the_same_whatever_their_number(
    desk: Desk, issued: Decision, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    give(desk, issued)

    with django_assert_num_queries(3):
        assert len(lines_of(subject=desk.lecturer.subject.code)) == 1
    give(desk, issued, desk.division)
    with django_assert_num_queries(3):
        assert len(lines_of(decision=issued.pk)) == 2
