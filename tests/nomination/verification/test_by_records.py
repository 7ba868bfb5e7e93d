"""In one press an office confirms what the records say met today; the rest is left to be read."""

from lantoa.accounts.models import User
from lantoa.domain.records import Ledger
from lantoa.nomination.actions.verification.by_records import confirm
from lantoa.nomination.models import Nomination, OfficeAnswer
from lantoa.nomination.queries.verification.asked import reads_records
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.verification.conftest import MakeNomination, say


def on_record(cast: Cast) -> None:
    """The lecturer heads nothing, is a fighter, and was not rated yet."""
    school.award(cast.lecturer, 2025, decision="12/QĐ-TR")
    school.closing(Ledger.AWARDS, 2025)


def said() -> list[tuple[str, str, str]]:
    return list(OfficeAnswer.objects.values_list("criterion", "answer", "grounds"))


def test_what_is_met_and_what_does_not_apply_is_confirmed(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    on_record(cast)

    confirmed = confirm(nominations=[nomination], office="personnel", by=speakers["personnel"], at=NOW)

    assert (confirmed.done, confirmed.left) == ([nomination], [])
    assert [(criterion, answer, grounds[:15]) for criterion, answer, grounds in said()] == [
        ("SA-I1", "met", "Theo sổ: Có dan"),
        ("SA-I3", "met", "Không áp dụng: "),
    ]


def test_what_was_answered_and_what_people_attest_stays(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    on_record(cast)
    school.attestation(cast.lecturer, "G3", 2025)
    say(nomination, "personnel", speakers["personnel"], "cannot_say")

    of_personnel = confirm(nominations=[nomination], office="personnel", by=speakers["personnel"], at=NOW)
    of_science = confirm(nominations=[nomination], office="science", by=speakers["science"], at=NOW)
    of_inspection = confirm(nominations=[nomination], office="inspection", by=speakers["science"], at=NOW)

    words = "Không có tiêu chí nào sổ ghi đạt mà còn chờ ý kiến; hãy mở hồ sơ."
    assert [one.left for one in (of_personnel, of_science, of_inspection)] == [[(nomination, words)]] * 3
    assert {answer for _criterion, answer, _grounds in said()} == {"cannot_say"}


def test_who_may_not_is_told_why_dossier_by_dossier(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    on_record(cast)

    confirmed = confirm(nominations=[nomination], office="personnel", by=speakers["science"], at=NOW)

    assert [why for _one, why in confirmed.left] == [
        "Bạn không được phân công thẩm định lĩnh vực Tổ chức cán bộ. Hãy chuyển cho cán bộ của lĩnh vực đó."
    ]
    assert said() == []


def test_only_offices_with_computed_criteria_can(speakers: dict[str, User]) -> None:
    assert [office for office in ("personnel", "science", "party", "union", "inspection") if reads_records(office)] == [
        "personnel",
        "inspection",
    ]


def test_the_press_stands_on_the_desk(
    cast: Cast, nomination: Nomination, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    on_record(cast)
    unit = make_nomination(subject=cast.division.subject)
    client = signed_in(speakers["personnel"])

    answer = client.post("/tham-dinh/theo-so/?linh_vuc=personnel", {"ho-so": [str(nomination.pk), str(unit.pk), "x"]})

    page = answer.content.decode()
    assert ([one.pk for one, _why in answer.context["left"]], "Đã ghi đạt theo sổ cho 1 hồ sơ." in page) == (
        [unit.pk],
        True,
    )
    assert client.post("/tham-dinh/theo-so/", {}).status_code == 422
    assert "Ghi đạt theo sổ" not in signed_in(speakers["science"]).get("/tham-dinh/").content.decode()
    assert signed_in(cast.officer).post("/tham-dinh/theo-so/").status_code == 302
