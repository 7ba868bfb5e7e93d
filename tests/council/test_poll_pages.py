"""The pages of polls from the first key to the conclusion, what they refuse, and in how many queries."""

from io import BytesIO
from pathlib import Path
from re import search

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.accounts.models import User
from lantoa.council.actions.polls import counting
from lantoa.council.models import Poll, SealedBallot, WrittenOpinion
from lantoa.domain.ballot import Count, Mode
from lantoa.nomination.models import Nomination
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.council.chamber import Chamber, F, cleared, interest, nominee, opened, prepared, put, seat, totals, vote

QUERIES = 15


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def at(chamber: Chamber, *rest: object) -> str:
    return "/".join(["/hoi-dong", str(chamber.meeting.pk), *map(str, rest)]) + "/"


def key_of(chamber: Chamber, teller: User, place: int = 1) -> str:
    page = signed_in(teller).post(at(chamber, "bo-phieu", place, "khoa")).content.decode()
    found = search(r'id="key-text">([A-Z2-7-]+)<', page)
    assert found, page
    return found[1]


def test_a_sealed_poll_from_the_first_key_to_the_conclusion(chamber: Chamber) -> None:
    officer = signed_in(chamber.officer)
    terms = {"mode": "sealed", "first": chamber.tellers[0].pk, "second": chamber.tellers[1].pk}
    officer.post(at(chamber, "bo-phieu", "moi"), {**terms, "cases": [case.pk for case in chamber.cases]})
    keys = [key_of(chamber, teller) for teller in chamber.tellers]
    officer.post(at(chamber, "bo-phieu", 1, "mo"))
    poll = Poll.objects.get()
    for place, user in enumerate(chamber.users):
        first, second = (f"case_{case.pk}" for case in poll.cases.order_by("order"))
        answer = signed_in(user).post(
            at(chamber, "bo-phieu", 1, "phieu"), {first: "for", second: "for" if place < 3 else "against"}
        )
        assert answer.status_code == 302
    counted = signed_in(chamber.tellers[0]).post(
        at(chamber, "bo-phieu", 1, "kiem"), {"key_1": keys[0], "key_2": keys[1]}
    )
    officer.post(at(chamber, "bo-phieu", "ket-luan"))
    officer.post(
        at(chamber, "ho-so", chamber.cases[1].pk, "ket-luan"), {"outcome": "not_recommend", "reason": "Chưa đủ"}
    )

    assert (counted.status_code, totals(poll)) == (302, {1: (9, 0, 0, 0), 2: (3, 6, 0, 0)})
    assert list(Nomination.objects.order_by("pk").values_list("stage", flat=True)) == ["recommended", "not_recommended"]


def test_the_key_is_in_no_second_answer(chamber: Chamber) -> None:
    prepared(chamber)
    key = key_of(chamber, chamber.tellers[0])

    client = signed_in(chamber.tellers[0])
    pages = [client.get(at(chamber, "bo-phieu", 1, *rest)).content.decode() for rest in [(), ("khoa",), ("kiem",)]]

    assert [key in page for page in pages] == [False, False, False]


@pytest.mark.parametrize("address", ["khoa", "phieu", "kiem"])
def test_what_must_not_be_kept_is_not_kept_by_a_browser(chamber: Chamber, address: str) -> None:
    opened(chamber)

    answer = signed_in(chamber.users[2]).get(at(chamber, "bo-phieu", 1, address))

    assert "no-store" in answer.headers["Cache-Control"]


def test_the_ballot_of_a_member_leaves_out_cases_of_interest_and_is_never_a_draft(chamber: Chamber) -> None:
    interest(chamber.cases[0], chamber.members[4], chamber.officer)
    opened(chamber)

    page = signed_in(chamber.users[4]).get(at(chamber, "bo-phieu", 1, "phieu")).content.decode()

    assert ("Người Được Xét 0" in page, "Người Được Xét 1" in page, "data-draft" in page) == (False, True, False)


def test_an_incomplete_ballot_is_refused_and_nothing_is_in_the_box(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)
    first = poll.cases.order_by("order")[0]

    answer = signed_in(chamber.users[4]).post(at(chamber, "bo-phieu", 1, "phieu"), {f"case_{first.pk}": "for"})

    assert (answer.status_code, SealedBallot.objects.count()) == (422, 0)
    assert "Bạn chưa chọn cho hồ sơ này." in answer.content.decode()


def test_a_ballot_after_the_count_is_refused_in_words(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    fields = {f"case_{case.pk}": "for" for case in poll.cases.all()}
    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    answer = signed_in(chamber.users[4]).post(at(chamber, "bo-phieu", 1, "phieu"), fields)

    assert (answer.status_code, SealedBallot.objects.count()) == (422, 0)
    assert "không nhận phiếu nữa" in answer.content.decode()


def test_a_member_sees_the_own_receipt_and_no_total_while_the_poll_is_open(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)
    receipt = vote(poll, chamber.users[0], F, F)

    own, other = (signed_in(user).get(at(chamber, "bo-phieu", 1)).content.decode() for user in chamber.users[:2])

    assert (receipt in own, receipt in other) == (True, False)
    assert "<strong>1/9</strong>" in other
    assert "đủ phiếu" not in other


def test_who_has_not_voted_is_named_to_those_who_run_the_meeting_only(chamber: Chamber) -> None:
    opened(chamber)

    pages = [
        signed_in(user).get(at(chamber, "bo-phieu", 1)).content.decode() for user in (chamber.officer, chamber.users[4])
    ]

    assert ["Chưa bỏ:" in page for page in pages] == [True, False]


def test_a_wrong_key_is_named_and_the_box_stays_shut(chamber: Chamber) -> None:
    _poll, keys = opened(chamber)

    answer = signed_in(chamber.tellers[0]).post(at(chamber, "bo-phieu", 1, "kiem"), {"key_1": keys[0], "key_2": "SAI"})

    assert answer.status_code == 422
    assert "Khoá của kiemphieu không đúng." in answer.content.decode()
    assert keys[0] in answer.content.decode()  # what was typed right is not typed again


def test_papers_are_printed_counted_apart_and_settled(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    printed = signed_in(chamber.officer).get(at(chamber, "bo-phieu", 1, "in")).content.decode()
    fields = {"returned": 9} | {
        f"votes_{name}_{case.pk}": number
        for case in poll.cases.all()
        for name, number in (("for", 6), ("against", 2), ("blank", 1), ("invalid", 0))
    }
    for teller in chamber.tellers:
        signed_in(teller).post(at(chamber, "bo-phieu", 1, "kiem"), fields)
    client = signed_in(chamber.tellers[1])
    client.post(at(chamber, "bo-phieu", 1, "bien-ban", "them"), {"scan": [SimpleUploadedFile("bb.pdf", b"%PDF-1.7")]})
    early = client.get(at(chamber, "bo-phieu", 1, "bien-ban"))
    client.post(at(chamber, "bo-phieu", 1, "chot"))

    assert printed.count('class="ballot-paper"') == 9
    assert (early.status_code, totals(poll)[1]) == (404, (6, 2, 1, 0))
    assert client.get(at(chamber, "bo-phieu", 1, "bien-ban")).content == b"%PDF-1.7"


def test_a_teller_does_not_see_the_count_of_the_other(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    names = ("for", "against", "blank", "invalid")
    fields = {"returned": 9} | {
        f"votes_{name}_{case.pk}": 9 * (name == "against") for case in poll.cases.all() for name in names
    }
    signed_in(chamber.tellers[0]).post(at(chamber, "bo-phieu", 1, "kiem"), fields)

    page = signed_in(chamber.tellers[1]).get(at(chamber, "bo-phieu", 1, "kiem")).content.decode()

    assert 'value="9"' not in page


def test_hands_are_written_down_on_one_page(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.HANDS)
    fields = {f"votes_{name}_{case.pk}": 3 for case in poll.cases.all() for name in ("for", "against", "blank")}

    signed_in(chamber.officer).post(at(chamber, "bo-phieu", 1, "kiem"), fields)

    assert totals(poll)[2] == (3, 3, 3, 0)


def test_written_opinions_are_taken_in_and_not_shown_before_the_count(cast: Cast) -> None:
    chamber = seat(cast, absent=2)
    officer = signed_in(chamber.officer)
    fields = {"member": chamber.members[8].pk, f"case_{chamber.cases[0].pk}": "against"}

    officer.post(at(chamber, "y-kien"), fields)

    page = officer.get(at(chamber, "y-kien")).content.decode()
    assert WrittenOpinion.objects.get().choice == "against"
    assert ("Uỷ viên Thứ 8<div" in page, 'value="against" selected' in page) == (True, False)


def test_a_poll_is_called_off_with_its_reason(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)

    signed_in(chamber.officer).post(at(chamber, "bo-phieu", 1, "huy"), {"reason": "Mất điện"})

    page = signed_in(chamber.users[0]).get(at(chamber, "bo-phieu", 1)).content.decode()
    poll.refresh_from_db()
    assert (poll.stage, "Đã huỷ: Mất điện" in page) == ("void", True)


def test_a_button_that_cannot_be_pressed_says_why(chamber: Chamber) -> None:
    prepared(chamber)

    page = signed_in(chamber.officer).get(at(chamber, "bo-phieu", 1)).content.decode()

    assert "Chờ người kiểm phiếu tạo khoá: uv2, kiemphieu." in page


def test_a_paper_ballot_is_settled_once_nothing_is_in_the_way(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    client, address = signed_in(chamber.tellers[0]), at(chamber, "bo-phieu", 1)
    seen = [client.get(address).content.decode()]
    for place, teller in enumerate(chamber.tellers):
        fields = {"returned": 9} | {
            f"votes_{name}_{case.pk}": 9 * (name == ("for", "against")[place])
            for case in poll.cases.all()
            for name in ("for", "against", "blank", "invalid")
        }
        signed_in(teller).post(at(chamber, "bo-phieu", 1, "kiem"), fields)
    seen.append(client.get(address).content.decode())
    signed_in(chamber.tellers[0]).post(at(chamber, "bo-phieu", 1, "kiem"), fields)
    seen.append(client.get(address).content.decode())

    assert "Chờ đủ số liệu của hai người kiểm phiếu." in seen[0]
    assert "Hai người kiểm phiếu ghi khác nhau" in seen[1]
    assert "Hãy đính kèm bản chụp biên bản kiểm phiếu có chữ ký." in seen[2]


def test_a_case_in_a_poll_waits_for_it(chamber: Chamber) -> None:
    opened(chamber, cases=chamber.cases[:1])

    page = signed_in(chamber.officer).get(at(chamber, "bo-phieu")).content.decode()

    assert (page.count("đang bỏ phiếu</span>"), page.count(">Kết luận<span")) == (2, 1)


def test_a_case_that_cannot_go_on_is_named_and_the_others_do(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.HANDS)
    counts = dict.fromkeys(poll.cases.values_list("pk", flat=True), Count(9))
    counting.count_hands(poll=poll, counts=counts, by=chamber.officer, at=NOW)
    people.hold(chamber.cases[0].nomination.subject, "10/1/2026", reason="Đang thanh tra")
    officer = signed_in(chamber.officer)

    page = officer.post(at(chamber, "bo-phieu", "ket-luan"), follow=True).content.decode()

    assert list(Nomination.objects.order_by("pk").values_list("stage", flat=True)) == ["cleared", "recommended"]
    assert "Đang thanh tra" in page


def test_the_results_go_to_excel(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.HANDS, chamber.cases[:1])
    counting.count_hands(poll=poll, counts={poll.cases.get().pk: Count(7, 2)}, by=chamber.officer, at=NOW)

    answer = signed_in(chamber.officer).get(at(chamber, "bo-phieu", "xuat"))

    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)  # type: ignore[attr-defined]
    assert [row[2:12] for row in rows[1:]] == [
        (
            "Người Được Xét 0", "Bộ môn Luật Dân sự", "biểu quyết giơ tay", 7, 2, 0, 0, 0, 9,
            "7/9 (77,77%); cần trên 50% tổng số thành viên (5 phiếu): đạt",
        ),
        ("Người Được Xét 1", "Bộ môn Luật Dân sự", *[""] * 7, "chưa bỏ phiếu"),
    ]  # fmt: skip


@pytest.mark.parametrize("cases", [1, 3, 30])
def test_pages_ask_the_same_few_queries_however_many_cases(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, cases: int
) -> None:
    chamber = seat(cast, nominees=cases)
    poll, _keys = opened(chamber)
    for user in chamber.users:
        vote(poll, user, *[F] * cases)

    for user, address in [
        (chamber.officer, at(chamber, "bo-phieu")),
        (chamber.officer, at(chamber, "bo-phieu", 1)),
        (chamber.users[0], at(chamber, "bo-phieu", 1, "phieu")),
        (chamber.tellers[0], at(chamber, "bo-phieu", 1, "kiem")),
        (chamber.officer, at(chamber, "y-kien")),
    ]:
        client = signed_in(user)
        with django_assert_max_num_queries(QUERIES):
            assert client.get(address).status_code == 200, address


def test_an_empty_meeting_teaches(cast: Cast) -> None:
    chamber = seat(cast, nominees=0)
    officer = signed_in(chamber.officer)

    assert "Chương trình chưa có hồ sơ nào" in officer.get(at(chamber, "bo-phieu")).content.decode()
    assert "Không còn hồ sơ nào để bỏ phiếu" in officer.get(at(chamber, "bo-phieu", "moi")).content.decode()


def test_a_meeting_with_more_cases_than_a_poll_takes_goes_on_in_the_next(cast: Cast) -> None:
    chamber = seat(cast, nominees=1)
    for place in range(1, 4):
        put(chamber.meeting, cleared(cast, nominee(cast, place), cast.officer))
    prepared(chamber)

    page = signed_in(chamber.officer).get(at(chamber, "bo-phieu", "moi")).content.decode()

    assert [f"Người Được Xét {place}" in page for place in range(4)] == [False, True, True, True]
