"""The yearbook of a year: who is in it, in which order, what of them is shown."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.printed import IndexLine, ListedDecision, ListedLine, Yearbook
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Consent, Evidence, Nomination
from lantoa.papers import attachments
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.sources import NotReady
from lantoa.recognition.actions.decisions.changing import draft_revocation
from lantoa.recognition.queries.papers.yearbook import YEARBOOK
from tests import cast as people
from tests.cast import NOW
from tests.papers.pdf.looking import pages
from tests.recognition.decisions.deciding import TODAY, Desk, make_round, recommended

KEY = "year:2025"


def consent(desk: Desk, nomination: Nomination, *, is_given: bool = True, with_pictures: bool = False) -> None:
    facts = {"is_given": is_given, "with_pictures": with_pictures}
    Consent.objects.create(nomination=nomination, **facts, by=desk.cast.officer, at=NOW)


def photograph(
    desk: Desk, nomination: Nomination, picture: str = "portrait", size: tuple[int, int] = (900, 1200)
) -> None:
    file = BytesIO()
    Image.new("RGB", size, "#246").save(file, "JPEG")
    kept = attachments.store(attachments.check(SimpleUploadedFile("a.jpg", file.getvalue())))
    facts = {"name": kept.name, "path": kept.path, "size": kept.size, "picture": picture}
    Evidence.objects.create(
        nomination=nomination, criterion="1", shows="Ảnh", **facts, added_by=desk.cast.officer, added_at=NOW
    )


def yearbook(key: str = KEY) -> Yearbook:
    made = YEARBOOK.contents(key, TODAY)
    assert isinstance(made, Yearbook)
    return made


def test_it_holds_the_decision_with_its_list(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    assert yearbook().decisions == (
        ListedDecision(
            reference="Quyết định số 01/QĐ-ĐHTT ngày 15 tháng 01 năm 2026",
            title="Về việc công nhận điển hình tiên tiến của Trường hằng năm, năm 2025",
            lines=(
                ListedLine(number="01", name="Bộ môn Luật Dân sự", unit=""),
                ListedLine(number="02", name="Lê Thanh Bình", unit="Bộ môn Luật Dân sự"),
            ),
        ),
    )


def test_collectives_and_people_have_parts_of_their_own(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    made = yearbook()

    assert [one.name for one in made.collectives] == ["Bộ môn Luật Dân sự"]
    assert [(one.name, one.unit) for one in made.individuals] == [("Lê Thanh Bình", "Giảng viên, Bộ môn Luật Dân sự")]
    assert made.foreword[0] == (
        "Năm 2025, Trường Cao đẳng Luật Sông Lam có 01 tập thể, 01 cá nhân được công nhận là điển hình tiên tiến."
    )


def test_people_stand_by_tier_then_unit_then_name(desk: Desk) -> None:
    cast = desk.cast
    others = [("CB7", "Trần Thị An", cast.division), ("CB8", "Vũ Văn Cường", cast.office)]
    nominations = [recommended(cast, desk.round, people.person(code, name, unit), unit) for code, name, unit in others]
    term = make_round(cast, tier="school-period")
    above = recommended(cast, term, people.person("CB9", "Hồ Văn Tú", cast.office), cast.office)
    desk.at(DecisionStage.ISSUED, desk.draft(desk.lecturer, *nominations))
    desk.at(DecisionStage.ISSUED, Desk(cast, term, desk.principal, desk.clerk, above, above).draft(above))

    made = yearbook()

    assert [one.name for one in made.individuals] == ["Hồ Văn Tú", "Trần Thị An", "Lê Thanh Bình", "Vũ Văn Cường"]
    assert [one.name for one in made.index] == ["Trần Thị An", "Lê Thanh Bình", "Vũ Văn Cường", "Hồ Văn Tú"]


def test_a_report_is_shown_of_those_who_agreed(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    without = yearbook().individuals[0].text
    consent(desk, desk.lecturer)

    assert (without, yearbook().individuals[0].text) == ((), ("Báo cáo thành tích",))
    consent(desk, desk.lecturer, is_given=False)
    assert yearbook().individuals[0].text == ()


def test_a_photograph_is_shown_of_those_who_agreed_to_that_as_well(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    photograph(desk, desk.lecturer)

    found = [yearbook().individuals[0].photograph]
    for with_pictures in (False, True):
        consent(desk, desk.lecturer, with_pictures=with_pictures)
        found.append(yearbook().individuals[0].photograph)
    consent(desk, desk.lecturer, is_given=False)
    found.append(yearbook().individuals[0].photograph)

    assert [one.width if one else None for one in found] == [None, None, 45, None]


def test_a_paper_photographed_as_evidence_is_not_printed(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    consent(desk, desk.lecturer, with_pictures=True)
    photograph(desk, desk.lecturer, picture="")

    assert yearbook().individuals[0].photograph is None


def test_a_portrait_stands_before_a_scene(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    consent(desk, desk.lecturer, with_pictures=True)
    photograph(desk, desk.lecturer, picture="scene", size=(600, 1200))
    photograph(desk, desk.lecturer)
    photograph(desk, desk.division, picture="scene", size=(1200, 600))

    made = yearbook()
    assert [one.photograph and one.photograph.width for one in (*made.individuals, *made.collectives)] == [45, 155]
    assert len(pages(typeset("ky-yeu", made))) == 8


def test_a_photograph_that_is_gone_is_left_out(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    photograph(desk, desk.division)
    Evidence.objects.update(path="attachments/00/khong-con.jpg")

    assert yearbook().collectives[0].photograph is None


def test_who_was_revoked_is_passed_over(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    rows = [desk.recognition(desk.lecturer)]
    revocation = draft_revocation(
        recognitions=rows, ground="false-dossier", reason="Giấy tờ giả", by=desk.cast.officer, at=NOW
    )
    desk.at(DecisionStage.ISSUED, revocation)

    made = yearbook()

    assert made.individuals == ()
    assert [one.number for one in made.decisions[0].lines] == ["01"]
    assert made.index == (IndexLine(anchor=made.collectives[0].anchor, name="Bộ môn Luật Dân sự", unit=""),)


def test_a_round_is_given_the_one_of_its_year(desk: Desk) -> None:
    officer = actor_of(desk.cast.officer)
    before = [one.missing for one in YEARBOOK.things(officer, desk.round.pk)]
    desk.at(DecisionStage.ISSUED)

    found = list(YEARBOOK.things(officer, desk.round.pk))

    assert before == ["Năm 2025 chưa có ai được công nhận bằng quyết định đã ban hành."]
    assert [(one.key, one.file_name, one.missing) for one in found] == [(KEY, "2025/ky-yeu-2025", "")]
    assert [one.key for one in YEARBOOK.things(officer, None)] == [KEY]
    assert YEARBOOK.find(KEY) == found[0]


def test_the_head_of_a_unit_makes_none(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    assert list(YEARBOOK.things(actor_of(desk.cast.head), None)) == []
    assert not YEARBOOK.may(actor_of(desk.cast.head), KEY)


@pytest.mark.parametrize("key", ["year:1999", "year:20255", "item:2025", ""])
def test_a_year_of_nobody_has_none(key: str, desk: Desk) -> None:
    assert YEARBOOK.find(key) is None
    with pytest.raises(NotReady, match="chưa có ai được công nhận"):
        YEARBOOK.contents(key, TODAY)
