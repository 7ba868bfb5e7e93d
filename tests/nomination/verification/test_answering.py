"""Offices answer for their own criteria: what people attest enters the record book, what is computed does not."""

import pytest
from django.db import IntegrityError, transaction

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.verification.answering import answer
from lantoa.nomination.actions.verification.refusals import (
    AnsweredMeanwhile,
    NoGrounds,
    NotAsked,
    NotBeingVerified,
    NothingSaid,
    NotOfThisOffice,
    OwnDossier,
)
from lantoa.nomination.models import Nomination, OfficeAnswer
from lantoa.nomination.queries.verification.answers import is_clean, lacking, standing
from lantoa.nomination.queries.verification.asked import asked_about, is_attested, office_name
from lantoa.nomination.queries.verification.said import Opinion
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Attestation
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.verification.conftest import CRITERIA, MakeNomination, say, say_all, specialist

STAGES = [stage for stage in NominationStage if stage is not NominationStage.SENT]


def attested(nomination: Nomination, criterion: str) -> list[tuple[bool, str, str]]:
    """What stands in the record book."""
    found = Attestation.objects.filter(subject=nomination.subject_id, criterion=criterion, year=2025, stands=True)
    return [(row.passed, row.grounds, row.by) for row in found]


def rows() -> tuple[int, int, int]:
    return OfficeAnswer.objects.count(), Attestation.objects.count(), Event.objects.count()


def test_each_office_is_asked_about_its_own_criteria_that_concern_the_nominee(nomination: Nomination) -> None:
    assert {code: list(asking.codes) for code, asking in asked_about(nomination).items()} == CRITERIA


def test_of_a_unit_other_criteria_are_asked(cast: Cast, make_nomination: MakeNomination) -> None:
    unit = make_nomination(subject=cast.division.subject)

    assert {code: list(asking.codes) for code, asking in asked_about(unit).items()} == {
        "personnel": ["G2", "SA-C1"],
        "science": ["G3"],
        "party": ["G1"],
        "union": ["G4"],
        "inspection": ["SA-C2"],
    }


def test_a_tier_without_verification_asks_nobody(make_nomination: MakeNomination) -> None:
    assert asked_about(make_nomination(tier="sector-annual")) == {}


def test_an_office_that_the_edition_has_no_more_keeps_its_code() -> None:
    assert office_name("nganh-tu-phap-2021-2025", "cu") == "cu"


def test_what_people_attest_enters_the_record_book(nomination: Nomination, speakers: dict[str, User]) -> None:
    (said,) = say(nomination, "science", speakers["science"])

    assert attested(nomination, "G3") == [(True, "Căn cứ G3", "khoahoc (Quản lý khoa học)")]
    assert (said.answer, said.machine, said.stands, said.said_by) == ("met", "unknown", True, speakers["science"])
    assert said.attestation == Attestation.objects.get()


def test_of_a_computed_criterion_there_is_only_the_word_beside_the_machines(
    nomination: Nomination, speakers: dict[str, User]
) -> None:
    say(nomination, "personnel", speakers["personnel"], "not_met", "SA-I1")

    kept = OfficeAnswer.objects.get()
    assert (Attestation.objects.count(), kept.attestation, kept.machine, str(kept)) == (
        0,
        None,
        "unknown",
        "SA-I1: không đạt",
    )
    asking = asked_about(nomination)["personnel"]
    assert [is_attested(nomination.tier, one) for one in asking.criteria] == [False, False, False]


def test_one_press_is_one_event(nomination: Nomination, speakers: dict[str, User]) -> None:
    before = Event.objects.count()

    say(nomination, "party", speakers["party"])

    event = Event.objects.latest("id")
    assert (Event.objects.count() - before, event.deed, event.target) == (
        1,
        "office_answered",
        f"nomination:{nomination.pk}",
    )
    assert event.details == {
        "subject": "CB6",
        "office": "Đảng uỷ",
        "said": [
            {"criterion": "G1", "answer": "đạt", "grounds": "Căn cứ G1"},
            {"criterion": "SA-I2", "answer": "đạt", "grounds": "Căn cứ SA-I2"},
        ],
    }


def test_the_newest_answer_stands_and_the_earlier_is_kept(nomination: Nomination, speakers: dict[str, User]) -> None:
    (first,) = say(nomination, "science", speakers["science"])

    change = Opinion("G3", "not_met", "Sáng kiến chưa được công nhận", seen=first.pk)
    answer(nomination=nomination, office="science", said=[change], by=speakers["science"], at=NOW)

    assert list(OfficeAnswer.objects.values_list("answer", "stands")) == [("met", False), ("not_met", True)]
    assert attested(nomination, "G3") == [
        (False, "Sáng kiến chưa được công nhận", "khoahoc (Quản lý khoa học)"),
    ]
    assert Attestation.objects.count() == 2


def test_an_office_that_can_no_longer_say_takes_its_word_out_of_the_book(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    school.attestation(cast.lecturer, "G3", 2025, by="Trần Văn Khoa")
    seen = None
    for words in ("met", "not_met", "cannot_say"):
        said = [Opinion("G3", words, f"Vì {words}", seen)]
        (latest,) = answer(nomination=nomination, office="science", said=said, by=speakers["science"], at=NOW)
        seen = latest.pk

    assert attested(nomination, "G3") == [(True, "Biên bản họp đơn vị", "Trần Văn Khoa")]
    assert [(one.answer, one.attestation) for one in OfficeAnswer.objects.all()] == [
        ("met", None),
        ("not_met", None),
        ("cannot_say", None),
    ]


def test_two_of_one_office_do_not_overwrite_each_other(nomination: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "science", speakers["science"])
    colleague = specialist("khoahoc2", "science")

    with pytest.raises(AnsweredMeanwhile, match="đã ghi ý kiến cho G3") as clash:
        say(nomination, "science", colleague, "not_met")

    assert [one.grounds for one in clash.value.answers] == ["Căn cứ G3"]
    assert attested(nomination, "G3")[0][0] is True


def test_saying_the_same_again_writes_nothing(nomination: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "science", speakers["science"])

    with pytest.raises(NothingSaid):
        say(nomination, "science", speakers["science"])

    assert OfficeAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ([Opinion("G3", "met", "  ")], NoGrounds),
        ([Opinion("G1", "met", "Biên bản")], NotAsked),
        ([], NothingSaid),
    ],
)
def test_what_cannot_be_written_leaves_nothing_behind(
    nomination: Nomination, speakers: dict[str, User], said: list[Opinion], refusal: type[Exception]
) -> None:
    before = rows()

    with pytest.raises(refusal):
        answer(nomination=nomination, office="science", said=said, by=speakers["science"], at=NOW)

    assert rows() == before


@pytest.mark.parametrize("stage", STAGES)
def test_offices_answer_only_while_the_dossier_is_being_verified(
    make_nomination: MakeNomination, speakers: dict[str, User], stage: NominationStage
) -> None:
    nomination = make_nomination(stage)
    before = rows()

    with pytest.raises(NotBeingVerified, match="Chỉ ghi ý kiến khi hồ sơ đang thẩm định"):
        say(nomination, "science", speakers["science"])

    assert rows() == before


def test_an_office_does_not_speak_for_another(nomination: Nomination, speakers: dict[str, User]) -> None:
    with pytest.raises(NotOfThisOffice, match="lĩnh vực Đảng uỷ"):
        say(nomination, "party", speakers["science"])


@pytest.mark.parametrize("who", ["head", "other_head", "deputy", "staff", "administrator", "stranger"])
def test_who_verifies_for_no_office_may_not(cast: Cast, nomination: Nomination, who: str) -> None:
    with pytest.raises(NotAllowed):
        say(nomination, "science", getattr(cast, who))


def test_an_officer_runs_the_round_but_speaks_for_no_office(cast: Cast, nomination: Nomination) -> None:
    with pytest.raises(NotOfThisOffice):
        say(nomination, "science", cast.officer)


def test_nobody_verifies_the_own_dossier(nomination: Nomination, cast: Cast) -> None:
    nominee = specialist("binh", "science")
    User.objects.filter(pk=nominee.pk).update(person=cast.lecturer)
    nominee.refresh_from_db()

    with pytest.raises(NotAllowed, match="Không ai tự thẩm định hồ sơ của mình"):
        say(nomination, "science", nominee)


def test_who_made_or_sent_a_dossier_does_not_verify_it(
    make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    made = make_nomination(made_by=speakers["science"])

    with pytest.raises(OwnDossier):
        say(made, "science", speakers["science"])

    Nomination.objects.update(sent_by=speakers["party"])
    with pytest.raises(OwnDossier):
        say(made, "party", speakers["party"])


def test_the_head_of_a_nominated_unit_does_not_verify_it(cast: Cast, make_nomination: MakeNomination) -> None:
    head = school.account("truongdonvi", heads=[cast.division])
    specialist_too = specialist("truong2", "science")
    specialist_too.grants.create(role="head", unit=cast.division)
    unit = make_nomination(subject=cast.division.subject)

    with pytest.raises(OwnDossier):
        say(unit, "science", specialist_too)
    with pytest.raises(NotAllowed):
        say(unit, "science", head)


def test_it_is_known_who_still_owes_an_answer(nomination: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "science", speakers["science"])
    say(nomination, "party", speakers["party"], "met", "G1")

    assert [office.code for office in lacking(standing(nomination))] == ["personnel", "party", "union"]


def test_a_doubt_is_not_clean(nomination: Nomination, speakers: dict[str, User]) -> None:
    say_all(nomination, speakers)
    assert is_clean(standing(nomination))

    stands = OfficeAnswer.objects.get(criterion="G4")
    doubt = [Opinion("G4", "cannot_say", "Chưa có báo cáo", seen=stands.pk)]
    answer(nomination=nomination, office="union", said=doubt, by=speakers["union"], at=NOW)

    assert (lacking(standing(nomination)), is_clean(standing(nomination))) == ([], False)


@pytest.mark.parametrize(
    "columns",
    [
        {"answer": "maybe"},
        {"grounds": ""},
        {"criterion": "G1"},  # a second one that stands
    ],
)
def test_the_database_refuses_what_the_rules_forbid(
    nomination: Nomination, speakers: dict[str, User], columns: dict[str, str]
) -> None:
    say(nomination, "party", speakers["party"], "met", "G1")
    values = {"office": "party", "criterion": "SA-I2", "answer": "met", "grounds": "Có"} | columns

    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeAnswer.objects.create(nomination=nomination, said_by=speakers["party"], said_at=NOW, **values)
