"""Postings as officers run them: prepared, written anew, opened, left up longer, ended."""

import re
from io import BytesIO

import pytest
import time_machine
from openpyxl import load_workbook

from lantoa.domain.stages import PostingStage
from lantoa.nomination.models import Nomination, PostedCandidate, Posting
from tests.cast import Cast, signed_in
from tests.nomination.posting.made import (
    AFTER,
    candidate_of,
    opened,
    posting_at,
    prepared,
    verified,
)
from tests.nomination.posting.pages import (
    DATES,
    get,
    names_on,
    post,
    text_of,
    three_posted,
)

pytestmark = pytest.mark.usefixtures("first_day")


def test_a_posting_is_prepared_from_a_round_with_its_days_filled_in(cast: Cast) -> None:
    verified(cast)
    client = signed_in(cast.officer)

    page = text_of(get(client, "/cong-khai/dot/moi/"))
    answer = post(client, "/cong-khai/dot/moi/", round=Nomination.objects.get().round_id, **DATES)

    made = Posting.objects.get()
    assert re.findall(r'name="(?:starts|ends)" value="([^"]+)"', page) == ["15/01/2026", "22/01/2026"]
    assert (answer.headers["Location"], made.note, made.candidates.count()) == (
        f"/cong-khai/dot/{made.pk}/",
        "Mời mọi người đọc.",
        1,
    )


def test_without_a_verified_dossier_the_form_says_what_comes_first(cast: Cast) -> None:
    assert "Chưa có hồ sơ nào thẩm định xong" in text_of(get(signed_in(cast.officer), "/cong-khai/dot/moi/"))


def test_too_few_days_are_refused_beside_the_field_with_who_set_them(cast: Cast) -> None:
    verified(cast)
    words = DATES | {"ends": "21/01/2026", "round": Nomination.objects.get().round_id}

    answer = post(signed_in(cast.officer), "/cong-khai/dot/moi/", **words)

    assert answer.status_code == 422
    assert "Công khai ít nhất 5 ngày làm việc (Do Hội đồng" in text_of(answer)


def test_the_days_are_written_anew_and_two_writers_see_both_texts(cast: Cast) -> None:
    posting = prepared(cast)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/sua/"
    first = post(client, address, **DATES, version=1)

    second = post(client, address, **(DATES | {"note": "Bản hai"}), version=1)

    page = text_of(second)
    assert (first.status_code, second.status_code) == (302, 409)
    assert ("Mời mọi người đọc." in page, "Bản hai" in page, 'name="version" value="2"' in page) == (True, True, True)


def test_the_last_day_is_not_before_the_first(cast: Cast) -> None:
    posting = prepared(cast)

    answer = post(
        signed_in(cast.officer),
        f"/cong-khai/dot/{posting.pk}/sua/",
        **(DATES | {"ends": "14/01/2026"}),
        version=1,
    )

    assert (answer.status_code, "Ngày cuối không thể trước ngày đầu." in text_of(answer)) == (422, True)


def test_what_has_been_opened_is_not_written_any_more(cast: Cast) -> None:
    posting = opened(cast)

    answer = post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/sua/", **DATES, version=1)

    assert (answer.status_code, "hiện đang ở bước «đang công khai»" in text_of(answer)) == (409, True)


def test_a_list_is_filled_worded_opened_and_ended_by_presses(cast: Cast) -> None:
    posting = prepared(cast)
    verified(cast, cast.division)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/"

    added = client.post(f"{address}them/", follow=True)
    first, second = PostedCandidate.objects.order_by("pk")
    worded = client.post(f"{address}{first.pk}/loi/", {"words": "Giảng dạy giỏi."}, follow=True)
    left = client.post(f"{address}{second.pk}/bo/", follow=True)
    up = client.post(f"{address}mo/", follow=True)
    with time_machine.travel(AFTER, tick=False):
        down = signed_in(cast.officer).post(f"{address}ket-thuc/", follow=True)

    said = ["Đã thêm 1 hồ sơ.", "Đã lưu câu thành tích.", "Đã đưa Bộ môn", "Danh sách đã công khai", "1 hồ sơ chuyển"]
    answers = [added, worded, left, up, down]
    assert [words in answer.content.decode() for words, answer in zip(said, answers, strict=True)] == [True] * 5
    assert PostedCandidate.objects.get().words == "Giảng dạy giỏi."


def test_an_empty_sentence_is_not_saved(cast: Cast) -> None:
    posting = prepared(cast)
    candidate = candidate_of(posting)

    answer = post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/{candidate.pk}/loi/", words=" ")

    assert (answer.status_code, PostedCandidate.objects.get().words) == (422, candidate.words)


def test_a_list_that_was_not_opened_is_thrown_away(cast: Cast) -> None:
    posting = prepared(cast)

    answer = post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/xoa/")

    assert (answer.headers["Location"], Posting.objects.count()) == ("/cong-khai/dot/", 0)


@pytest.mark.parametrize(
    ("stage", "deed", "status"),
    [
        (PostingStage.OPEN, "mo", 409),
        (PostingStage.OPEN, "ket-thuc", 422),
        (PostingStage.ENDED, "xoa", 409),
    ],
)
def test_a_press_that_comes_at_the_wrong_time_is_answered_with_the_reason(
    cast: Cast, stage: PostingStage, deed: str, status: int
) -> None:
    posting = posting_at(stage, cast)

    assert post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/{deed}/").status_code == status


@pytest.mark.parametrize(("asked", "found"), [("", 3), ("?q=le+thanh", 1), ("?q=khong+co", 0), ("?sap_xep=don_vi", 3)])
def test_the_candidates_of_one_list_are_searched(cast: Cast, asked: str, found: int) -> None:
    posting = three_posted(cast)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/"

    page = text_of(get(client, f"{address}{asked}"))
    file = client.get(f"{address}xuat/{asked}")

    sheet = load_workbook(BytesIO(b"".join(file.streaming_content))).active  # type: ignore[attr-defined]
    assert (page.count("Sửa câu công bố"), sheet.max_row - 1) == (found, found)


def test_a_list_is_left_up_longer_from_its_page(cast: Cast) -> None:
    posting = opened(cast)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/keo-dai/"

    answers = [
        post(client, address, ends=ends, reason="Bão số 9").status_code for ends in ("mai", "22/01/2026", "26/01/2026")
    ]

    assert (answers, f"{Posting.objects.get().ends:%d/%m}") == ([422, 422, 302], "26/01")


def test_the_page_says_why_a_button_is_not_for_now(cast: Cast) -> None:
    posting = opened(cast)

    page = text_of(get(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/"))

    assert ('aria-disabled="true"' in page, "từ hôm sau mới kết thúc được" in page) == (True, True)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("", 2), ("?q=2025", 2), ("?q=khong+co", 0), ("?buoc=open", 1), ("?cho_ai=public", 0), ("?sap_xep=dot", 2)],
)
def test_postings_are_searched_filtered_and_sorted(cast: Cast, asked: str, found: int) -> None:
    opened(cast)
    verified(cast, cast.division)
    prepared(cast)

    page = get(signed_in(cast.officer), f"/cong-khai/dot/{asked}")
    file = signed_in(cast.officer).get(f"/cong-khai/dot/xuat/{asked}")

    sheet = load_workbook(BytesIO(b"".join(file.streaming_content))).active  # type: ignore[attr-defined]
    assert (len(names_on(page)), sheet.max_row - 1) == (found, found)
