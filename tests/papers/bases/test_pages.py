"""The pages of legal bases: what papers of a day cite, one text, and what the office writes."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lantoa import plans
from lantoa.domain.papers.bases import Topic
from lantoa.papers.actions.bases import add, confirm, rewrite, withdraw
from lantoa.papers.models import BasisCheck, OfficeBasis
from lantoa.papers.queries.bases import book
from lantoa.papers.queries.legal_texts import Show, State, by_topic, text_of, texts, unchecked_on
from tests.cast import NOW, Cast, signed_in
from tests.papers.bases.given import FACTS
from tests.papers.making.desk import make_round

LIST = "/quan-tri/can-cu/"
DECREE = "nghi-dinh-152-2025"
PAGE = f"{LIST}van-ban/{DECREE}/"
DAY = date(2026, 6, 1)
TYPED: dict[str, Any] = {
    "topic": "school",
    "words": "Căn cứ Quyết định số 15/QĐ-CĐL ngày 01 tháng 3 năm 2024 của Hiệu trưởng ban hành Quy chế thi đua;",
    "since": "01/03/2024",
}


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.officer)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def send(client: Client, address: str, status: int = 200, **given: str) -> str:
    answer = client.post(address, given, follow=True)
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.parametrize(
    ("day", "regime", "decree"),
    [
        ("01/12/2022", "Luật năm 2003, Nghị định 91/2017", "91/2017"),
        ("01/06/2024", "Luật năm 2022, Nghị định 98/2023", "98/2023"),
        ("01/06/2026", "Luật năm 2022, Nghị định 152/2025", "152/2025"),
        ("01/10/2026", "Luật năm 2022 sửa đổi năm 2026, Nghị định 152/2025", "152/2025"),
    ],
)
def test_the_list_shows_what_papers_of_the_day_cite(client: Client, day: str, regime: str, decree: str) -> None:
    answer = client.get(LIST, {"ngay": day})
    shown = [
        text.shown.basis.words for topic, found in answer.context["topics"] for text in found if topic == "emulation"
    ]

    assert answer.context["regime"].name == regime
    assert [words.split("/NĐ-CP")[0] for words in shown if words.startswith("Nghị định")] == [f"Nghị định số {decree}"]


def test_everything_is_shown_on_request_with_what_it_is_to_the_day(cast: Cast) -> None:
    add(facts=FACTS | {"topic": "school", "applies_from": date(2027, 1, 1)}, by=cast.officer, at=NOW)
    found = {text.code: text.state for text in texts(DAY)}

    assert [found[code] for code in ("luat-2003", "luat-2022", "luat-sua-doi-2026", "rieng-1")] == [
        State.OVER,
        State.CITED,
        State.TO_COME,
        State.TO_COME,
    ]
    assert sum(len(under) for _topic, under in by_topic(texts(DAY), Show.ALL)) == len(texts(DAY))
    assert [state.label for state in State if not state.label] == []


def test_what_is_left_out_and_what_is_withdrawn_say_so(cast: Cast) -> None:
    rewrite(code=DECREE, seen=0, facts=FACTS | {"is_left_out": True}, by=cast.officer, at=NOW)
    OfficeBasis.objects.create(
        code="rieng-9", number=1, topic="school", words="Quy chế", made_by=cast.officer, made_at=NOW,
        withdrawn_by=cast.officer, withdrawn_at=NOW, withdrawn_why="Nhầm",
    )  # fmt: skip
    found = [text_of(code, DAY) for code in (DECREE, "rieng-9", "khong-co")]

    assert [text and text.state for text in found] == [State.LEFT_OUT, State.WITHDRAWN, None]


def test_the_filter_leaves_what_nobody_has_checked(client: Client, cast: Cast) -> None:
    before = [text for text in texts(DAY) if text.needs_check]
    confirm(code=before[0].code, number=0, note="", by=cast.officer, at=NOW)
    answer = client.get(LIST, {"ngay": "01/06/2026", "xem": "doi-chieu"})
    shown = [text.code for _topic, found in answer.context["topics"] for text in found]

    assert sorted(shown) == sorted(text.code for text in before[1:])
    assert f"{len(shown)} văn bản mà giấy tờ ngày 01/06/2026 viện dẫn chưa ai đối chiếu" in answer.content.decode()


def test_a_day_that_cannot_be_read_is_today(client: Client) -> None:
    answer = client.get(LIST, {"ngay": "40/40/2026", "xem": "gì"})

    assert (answer.status_code, answer.context["is_today"]) == (200, True)


def test_only_the_list_comes_when_a_part_is_asked_for(client: Client) -> None:
    part = client.get(LIST, headers={"HX-Request": "true"}).content.decode()

    assert part.strip().startswith('<div class="stack" id="texts">')


def test_however_many_texts_there_are_the_list_costs_the_same(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page(client, LIST)
    for place in range(20):
        facts = FACTS | {"topic": "school", "words": f"Quy định {place}", "is_checked": True}
        add(facts=facts, by=cast.officer, at=NOW)

    with django_assert_max_num_queries(8):
        page(client, LIST)


def test_a_text_of_the_school_is_added_as_it_stands_on_paper(client: Client, cast: Cast) -> None:
    shown = send(client, f"{LIST}them/", **TYPED, is_checked="on", check_note="Bản lưu VT")
    row = OfficeBasis.objects.get()

    assert row.words == "Quyết định số 15/QĐ-CĐL ngày 01 tháng 3 năm 2024 của Hiệu trưởng ban hành Quy chế thi đua"
    assert (row.since, row.made_by) == (date(2024, 3, 1), cast.officer)
    assert "Đã ghi. Giấy tờ lập từ nay viện dẫn văn bản này." in shown
    assert "Bản lưu VT" in shown
    assert [one.words for one in book().bases_on(DAY, Topic.SCHOOL)] == [row.words]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"words": "Căn cứ ;"}, "Hãy ghi văn bản sẽ viện dẫn."),
        ({"words": ""}, "Trường này là bắt buộc"),
        ({"words": "x" * 501}, "500"),
        ({"until": "01/01/2020"}, "Ngày hết hiệu lực không thể trước ngày có hiệu lực."),
        ({"since": "01/01/0202"}, "Kiểm tra lại năm."),
        ({"topic": "form"}, "Hãy chọn loại giấy tờ mà biểu mẫu này quy định."),
        ({"form": "bao-cao-ca-nhan"}, "Chỉ chọn khi ghi số của biểu mẫu."),
        ({"topic": "plan"}, "plan"),
        ({"words": "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"}, "đã có trong danh mục"),
    ],
)
def test_what_is_typed_wrong_is_said_at_its_field(client: Client, given: dict[str, Any], sentence: str) -> None:
    shown = send(client, f"{LIST}them/", 422, **(TYPED | given))

    assert sentence in shown
    assert OfficeBasis.objects.count() == 0


def test_markup_and_template_signs_in_a_text_stay_text(client: Client) -> None:
    shown = send(client, f"{LIST}them/", **TYPED | {"words": "Quy chế <b>{{ __class__ }}</b> & khác"})

    assert "Quy chế &lt;b&gt;{{ __class__ }}&lt;/b&gt; &amp; khác" in shown


def test_a_shipped_text_that_was_rewritten_stays_struck_with_who_and_why(client: Client) -> None:
    before = text_of(DECREE, DAY)
    assert before is not None
    shown = send(
        client, f"{PAGE}sua/", words="Nghị định số 152/2025/NĐ-CP", since="01/07/2025", reason="Theo Công báo", seen="0"
    )

    assert f"<del>{before.shown.basis.words}</del>" in shown
    assert "<strong>Nghị định số 152/2025/NĐ-CP</strong>" in shown
    assert "Theo Công báo" in shown
    assert f"<del>{before.shown.basis.words}</del>" in page(client, f"{LIST}?ngay=01/06/2026")


def test_the_form_is_filled_with_what_stands(client: Client) -> None:
    form = client.get(f"{PAGE}sua/").context["form"]

    assert (form.initial["since"], form.initial["seen"], "topic" in form.fields) == (date(2025, 7, 1), 0, False)


def test_rewriting_needs_a_reason_and_yields_to_somebody_who_was_faster(client: Client, cast: Cast) -> None:
    bare = send(client, f"{PAGE}sua/", 422, words="Nghị định khác", seen="0")
    rewrite(code=DECREE, seen=0, facts=FACTS | {"words": "Nghị định nọ"}, by=cast.administrator, at=NOW)
    late = send(client, f"{PAGE}sua/", 409, words="Nghị định khác", reason="Sửa", seen="0")
    twice = send(client, f"{PAGE}sua/", 422, words=plans.load().name, reason="Sửa", seen="1")

    assert "Hãy ghi lý do: người sau cần hiểu vì sao." in bare
    assert "Người khác vừa sửa dòng này." in late
    assert "đã có trong danh mục" in twice
    assert OfficeBasis.objects.count() == 1


def test_a_text_is_confirmed_from_its_page_and_doubted_again(client: Client, cast: Cast) -> None:
    shown = send(client, f"{PAGE}0/doi-chieu/", note="Công báo số 5")
    again = send(client, f"{PAGE}0/doi-chieu/")
    doubted = send(client, f"{PAGE}0/bo-doi-chieu/")

    assert [words in shown for words in ("đã đối chiếu văn bản ký", "Công báo số 5", "Cần đối chiếu văn bản ký")] == [
        True,
        True,
        False,
    ]
    assert "vừa thay đổi" in again
    assert "Cần đối chiếu văn bản ký" in doubted
    assert BasisCheck.objects.get().taken_back_by == cast.officer


def test_a_text_is_confirmed_from_the_list_which_stays_where_it_was(client: Client) -> None:
    given = {"ve": "danh-sach", "ngay": "01/06/2026", "xem": "doi-chieu"}
    answer = client.post(f"{PAGE}0/doi-chieu/", given)

    assert answer["Location"] == reverse("legal_bases", query={"ngay": "01/06/2026", "xem": "doi-chieu"})


def test_a_note_that_is_too_long_is_told(client: Client) -> None:
    assert "300" in send(client, f"{PAGE}0/doi-chieu/", 422, note="x" * 301)


def test_a_version_is_withdrawn_with_a_reason_and_the_one_before_stands_again(client: Client, cast: Cast) -> None:
    rewrite(code=DECREE, seen=0, facts=FACTS | {"words": "Nghị định nọ"}, by=cast.officer, at=NOW)
    bare = send(client, f"{PAGE}1/rut/", 422)
    shown = send(client, f"{PAGE}1/rut/", why="Ghi nhầm")
    again = send(client, f"{PAGE}1/rut/", why="Ghi nhầm")

    assert "Hãy ghi lý do: người sau cần hiểu vì sao." in bare
    assert "<del>Nghị định nọ</del>" in shown
    assert "Ghi nhầm" in shown
    assert "Bản này đã được rút trước đó." in again


def test_who_only_reads_the_plan_reads_the_bases_and_presses_nothing(cast: Cast) -> None:
    reader = signed_in(cast.staff)

    assert ["Đã đối chiếu" in page(reader, LIST), "Sửa lời" in page(reader, PAGE)] == [False, False]


def test_an_unknown_text_is_not_found(client: Client) -> None:
    assert [client.get(f"{LIST}van-ban/khong-co/{end}").status_code for end in ("", "sua/")] == [404, 404]
    assert client.post(f"{PAGE}7/rut/", {"why": "?"}).status_code == 404


def test_versions_say_what_became_of_them(client: Client, cast: Cast) -> None:
    written: list[dict[str, Any]] = [{"words": "A"}, {"words": "B"}, {"words": "C", "applies_from": date(2027, 1, 1)}]
    for number, given in enumerate(written):
        rewrite(code=DECREE, seen=number, facts=FACTS | given, by=cast.officer, at=NOW)
    withdraw(basis=OfficeBasis.objects.get(words="A"), why="Nhầm", by=cast.officer, at=NOW)
    text = text_of(DECREE, DAY)
    assert text is not None

    assert [(one.basis.number, one.fate.label) for one in text.versions] == [
        (3, "chưa đến ngày dùng"),
        (2, "đang dùng"),
        (1, "đã rút"),
        (0, "đã thay"),
    ]
    assert [(words in page(client, PAGE)) for words in ("<strong>C</strong>", "<del>A</del>", "<del>C</del>")] == [
        True,
        True,
        False,
    ]


def test_what_several_days_cite_is_to_be_checked_once(cast: Cast) -> None:
    days = [date(2022, 6, 1), date(2022, 7, 1), DAY]
    before = [text.code for text in unchecked_on(days)]
    confirm(code=DECREE, number=0, note="", by=cast.officer, at=NOW)

    assert before == [
        "luat-sua-doi-2005",
        "luat-sua-doi-2013",
        "nghi-dinh-91-2017",
        "thong-tu-12-2019",
        "thong-tu-05-2018-btp",
        DECREE,
        "thong-tu-15-2025",
    ]
    assert [text.code for text in unchecked_on([DAY])] == ["thong-tu-15-2025"]
    assert unchecked_on([]) == []


def test_the_papers_of_a_round_lead_to_what_is_to_be_checked_before_they_are_made(client: Client, cast: Cast) -> None:
    address = f"/giay-to/dot/{make_round(cast.officer).pk}/"
    shown = page(client, address)
    for code in (DECREE, "thong-tu-15-2025"):
        confirm(code=code, number=0, note="", by=cast.officer, at=NOW)

    assert "viện dẫn 2 văn bản chưa ai đối chiếu với bản đã ký" in shown
    assert f"{LIST}?xem=doi-chieu&amp;ngay=31/12/2025" in shown
    assert "chưa ai đối chiếu" not in page(client, address)
