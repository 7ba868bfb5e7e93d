"""The pages of yearbooks: the words that the office writes, every version kept, and what of whom is printed."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.audit.models import Event
from lantoa.domain.papers.printed import Yearbook
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Consent, Evidence
from lantoa.recognition.actions.decisions.changing import draft_revocation
from lantoa.recognition.actions.yearbooks import WrittenMeanwhile, write
from lantoa.recognition.models import YearbookText
from lantoa.recognition.queries.papers.yearbook import YEARBOOK
from lantoa.recognition.queries.yearbooks import lines_of, shown, years
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.recognition.decisions.deciding import TODAY, Desk, desk_of, recommended

FOREWORD, OVERVIEW = YearbookText.Part.FOREWORD, YearbookText.Part.OVERVIEW
PAGE = "/ky-yeu/2025/"


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)


@pytest.fixture
def issued(desk: Desk) -> Desk:
    desk.at(DecisionStage.ISSUED)
    return desk


def book() -> Yearbook:
    made = YEARBOOK.contents("year:2025", TODAY)
    assert isinstance(made, Yearbook)
    return made


def say(desk: Desk, text: str, seen: int = 0, part: YearbookText.Part = FOREWORD) -> YearbookText:
    return write(year=2025, part=part, text=text, seen=seen, by=desk.cast.officer, at=NOW)


def test_until_somebody_writes_the_record_book_speaks(issued: Desk) -> None:
    made = book()
    school = issued.cast.division.parent and "Trường" in made.foreword[0]
    assert (school, len(made.foreword)) == (True, 2)
    assert made.overview == (
        "Năm 2025 có 01 quyết định công nhận, với 01 tập thể, 01 cá nhân thuộc 01 đơn vị.",
        "Điển hình tiên tiến của Trường hằng năm: 01 tập thể, 01 cá nhân.",
    )


def test_what_the_office_writes_is_printed_line_by_line(issued: Desk) -> None:
    say(issued, "  Lời của Hiệu trưởng.\n\n Đoạn hai. ")
    say(issued, "", part=OVERVIEW)
    made = book()
    assert (made.foreword, made.overview) == (("Lời của Hiệu trưởng.", "Đoạn hai."), ())


def test_every_version_stays_and_the_last_one_holds(issued: Desk) -> None:
    say(issued, "Bản đầu")
    say(issued, "Bản sau", seen=1)
    assert list(YearbookText.objects.order_by("number").values_list("number", "text", "by")) == [
        (1, "Bản đầu", issued.cast.officer.pk),
        (2, "Bản sau", issued.cast.officer.pk),
    ]
    assert book().foreword == ("Bản sau",)
    event = Event.objects.order_by("-id")[0]
    assert (event.deed, event.details) == (
        "yearbook_written",
        {"year": 2025, "part": "Lời nói đầu", "version": 2},
    )


def test_who_has_not_read_the_newest_version_does_not_write_over_it(issued: Desk) -> None:
    say(issued, "Bản của người khác")
    for seen in (0, 2):
        with pytest.raises(WrittenMeanwhile):
            say(issued, "Bản của tôi", seen=seen)
    assert book().foreword == ("Bản của người khác",)


def test_the_head_of_a_unit_writes_none(issued: Desk) -> None:
    with pytest.raises(NotAllowed):
        write(year=2025, part=FOREWORD, text="Của khoa", seen=0, by=issued.cast.head, at=NOW)


def test_years_are_counted_without_those_revoked(issued: Desk) -> None:
    assert [(one.year, one.collectives, one.individuals, one.paper) for one in years()] == [(2025, 1, 1, None)]
    rows = [issued.recognition(issued.lecturer)]
    facts = {"ground": "false-dossier", "reason": "Giấy tờ giả"}
    issued.at(DecisionStage.ISSUED, draft_revocation(recognitions=rows, **facts, by=issued.cast.officer, at=NOW))
    assert [(one.year, one.collectives, one.individuals) for one in years()] == [(2025, 1, 0)]


def test_it_is_said_whose_picture_is_held_back(issued: Desk) -> None:
    def told() -> list[tuple[str, bool, str]]:
        return [(one.item.name, one.has_report, one.picture) for one in shown(lines_of(2025))]

    assert told() == [("Bộ môn Luật Dân sự", True, "none"), ("Lê Thanh Bình", False, "none")]
    for nomination in (issued.lecturer, issued.division):
        facts: dict[str, Any] = {"criterion": "G1", "shows": "Ảnh", "picture": "portrait", "name": "a.jpg", "path": "a"}
        Evidence.objects.create(nomination=nomination, **facts, added_by=issued.cast.officer, added_at=NOW)
    Consent.objects.create(nomination=issued.lecturer, is_given=True, by=issued.cast.officer, at=NOW)
    assert told() == [("Bộ môn Luật Dân sự", True, "printed"), ("Lê Thanh Bình", True, "held")]
    Consent.objects.create(
        nomination=issued.lecturer, is_given=True, with_pictures=True, by=issued.cast.officer, at=NOW
    )
    assert told()[1] == ("Lê Thanh Bình", True, "printed")


def test_the_page_shows_the_words_and_takes_new_ones(issued: Desk) -> None:
    office = signed_in(issued.cast.officer)
    assert "máy viết sẵn từ sổ, chưa ai sửa" in office.get(PAGE).content.decode()

    answer = office.post(f"{PAGE}tong-quan/", {"text": "Một năm sôi nổi.", "seen": "0"}, follow=True)

    page = answer.content.decode()
    assert (answer.redirect_chain, "<p>Một năm sôi nổi.</p>" in page) == ([(PAGE, 302)], True)
    assert "bản thứ 1, " in page


def test_the_page_comes_back_with_what_was_typed(issued: Desk) -> None:
    say(issued, "Bản của người khác")
    answer = signed_in(issued.cast.officer).post(f"{PAGE}loi-noi-dau/", {"text": "Bản của tôi", "seen": "0"})
    page = answer.content.decode()
    assert (answer.status_code, "Người khác vừa ghi một bản mới." in page, "Bản của tôi" in page) == (409, True, True)
    answer = signed_in(issued.cast.officer).post(f"{PAGE}loi-noi-dau/", {"text": "a" * 20_001, "seen": "1"})
    assert (answer.status_code, YearbookText.objects.count()) == (422, 1)


@pytest.mark.parametrize("address", ["/ky-yeu/1999/", "POST /ky-yeu/1999/loi-noi-dau/", "POST /ky-yeu/2025/bia/"])
def test_what_is_no_book_or_no_part_is_not_there(issued: Desk, address: str) -> None:
    method, _space, path = address.rpartition(" ")
    office = signed_in(issued.cast.officer)
    answer = office.post(path, {"text": "a", "seen": "0"}) if method else office.get(path)
    assert answer.status_code == 404


def test_the_list_leads_to_the_book_of_each_year(issued: Desk) -> None:
    page = signed_in(issued.cast.officer).get("/ky-yeu/").content.decode()
    assert 'href="/ky-yeu/2025/"' in page
    assert signed_in(issued.cast.head).get("/ky-yeu/").status_code == 403


def test_the_papers_lead_to_the_words_of_the_books(issued: Desk) -> None:
    office = signed_in(issued.cast.officer)
    for address in ("/giay-to/ngoai-dot/ky-yeu/", f"/giay-to/dot/{issued.round.pk}/ky-yeu/"):
        assert 'href="/ky-yeu/"' in office.get(address).content.decode()
    assert 'href="/ky-yeu/"' not in office.get("/giay-to/ngoai-dot/giay-khen/").content.decode()


@pytest.mark.usefixtures("desk")
def test_without_anybody_recognised_there_is_no_book(cast: Cast) -> None:
    assert "Chưa có ai được công nhận" in signed_in(cast.officer).get("/ky-yeu/").content.decode()


def test_a_fuller_book_costs_no_more_queries(desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    cast = desk.cast
    others = [recommended(cast, desk.round, people.person(f"CB7{n}", f"Vũ Văn {n}", cast.office), cast.office)
              for n in range(5)]  # fmt: skip
    desk.at(DecisionStage.ISSUED, desk.draft(desk.lecturer, *others))
    office = signed_in(cast.officer)
    office.get(PAGE)
    with django_assert_max_num_queries(20):
        office.get(PAGE)
