"""The label of the box into which a round goes, and the list of the files in it."""

import pytest
from django.utils.timezone import localdate

from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.printed import ArchivedLine, ArchiveLabel
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Round
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.sources import NotReady
from lantoa.recognition.queries.papers.labels import ARCHIVE_LABEL
from tests import cast as people
from tests.cast import NOW, Cast
from tests.council.chamber import seat
from tests.papers.pdf.looking import pages
from tests.recognition.decisions.deciding import TODAY, Desk, make_round, recommended

TITLE = "Về việc công nhận điển hình tiên tiến của Trường hằng năm, năm 2025"


def filed(number: str, title: str) -> ArchivedLine:
    return ArchivedLine(number=number, title=title, period="15/01/2026", retention="10 năm")


def label(of: Round) -> ArchiveLabel:
    made = ARCHIVE_LABEL.contents(f"round:{of.pk}", TODAY)
    assert isinstance(made, ArchiveLabel)
    return made


def test_it_names_the_decisions_and_counts_the_dossiers(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    assert ARCHIVE_LABEL.contents(f"round:{desk.round.pk}", TODAY) == ArchiveLabel(
        issuer="TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
        office="TCHC",
        title="Hồ sơ đợt xét năm 2025",
        years="2025",
        decisions=("Quyết định số 01/QĐ-ĐHTT ngày 15/01/2026",),
        dossiers="2",
        first="01",
        last="04",
        retention="10 năm",
        lines=(
            filed("01", "Tổ chức đợt xét năm 2025: kế hoạch, thông báo, danh sách, công khai"),
            filed("02", f"{TITLE} (01/QĐ-ĐHTT)"),
            filed("03", "Hồ sơ đề nghị công nhận: Bộ môn Luật Dân sự"),
            filed("04", "Hồ sơ đề nghị công nhận: Lê Thanh Bình, Bộ môn Luật Dân sự"),
        ),
    )


def test_the_meetings_of_the_council_are_a_file(cast: Cast) -> None:
    chamber = seat(cast)
    round_ = chamber.cases[0].nomination.round
    Round.objects.update(opened_at=NOW, opened_by=cast.officer)
    assert round_
    [meeting] = [one for one in label(round_).lines if one.title.startswith("Họp Hội đồng")]
    day = localdate(chamber.meeting.opened_at or chamber.meeting.starts_at)
    assert (meeting.number, meeting.period) == ("02", f"{day:%d/%m/%Y}")


def test_what_the_minister_decides_is_kept_longer(desk: Desk) -> None:
    round_ = make_round(desk.cast, tier="sector-annual")
    recommended(desk.cast, round_, desk.cast.lecturer, desk.cast.division)
    assert {one.retention for one in label(round_).lines} == {"20 năm"}


def test_several_boxes_are_numbered_by_hand(desk: Desk) -> None:
    for number in range(30):
        someone = people.person(f"CB9{number}", f"Vũ Văn {number}", desk.cast.office)
        recommended(desk.cast, desk.round, someone, desk.cast.office)
    made = label(desk.round)
    assert (made.first, made.last, len(made.lines)) == ("", "", 33)
    printed = pages(typeset("nhan-hop-luu-tru", made))
    assert ["Tiêu đề hồ sơ" in page for page in printed] == [False, *[True] * (len(printed) - 1)]
    assert "Mục lục này có 33 hồ sơ." in printed[-1]


def test_a_round_without_dossiers_needs_no_box(desk: Desk) -> None:
    empty = make_round(desk.cast, year=2024)

    found = {one.key: one.missing for one in ARCHIVE_LABEL.things(actor_of(desk.cast.officer), None)}

    why = "Đợt xét chưa nhận hồ sơ nào, chưa có gì để lưu."
    assert found == {f"round:{desk.round.pk}": "", f"round:{empty.pk}": why}
    with pytest.raises(NotReady, match=why):
        ARCHIVE_LABEL.contents(f"round:{empty.pk}", TODAY)


def test_one_round_has_one(desk: Desk) -> None:
    make_round(desk.cast, year=2024)

    found = list(ARCHIVE_LABEL.things(actor_of(desk.cast.officer), desk.round.pk))

    assert [one.file_name for one in found] == [f"2025/SA/NH/{desk.round.pk:03}_dot-xet-nam-2025"]
    assert ARCHIVE_LABEL.find(found[0].key) == found[0]


def test_the_head_of_a_unit_keeps_no_archive(desk: Desk) -> None:
    actor = actor_of(desk.cast.head)

    assert list(ARCHIVE_LABEL.things(actor, None)) == []
    assert not ARCHIVE_LABEL.may(actor, f"round:{desk.round.pk}")


@pytest.mark.parametrize("key", ["round:0", "item:1", "round:²", ""])
def test_a_key_of_nothing_finds_nothing(key: str, desk: Desk) -> None:
    assert ARCHIVE_LABEL.find(key) is None
    with pytest.raises(NotReady, match="Không có đợt xét này"):
        ARCHIVE_LABEL.contents(key, TODAY)
