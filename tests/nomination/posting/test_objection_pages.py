"""Objections as officers see them: listed, taken up, handed over, settled; and what the dossier shows."""

import re
from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.http import HttpResponse
from openpyxl import load_workbook

from lantoa.domain.authority import Role
from lantoa.domain.stages import ObjectionStage
from lantoa.nomination.actions.posting import running
from lantoa.nomination.models import Nomination, Objection, PostedCandidate, Posting
from lantoa.nomination.queries.posting.deadlines import objections as objection_deadlines
from lantoa.nomination.queries.posting.deadlines import postings as posting_deadlines
from lantoa.notice.queries.deadlines import Deadline
from tests import cast as school
from tests.cast import Cast, signed_in
from tests.nomination.posting.made import (
    AFTER,
    FINDINGS,
    STARTS,
    SUMMARY,
    TEXT,
    objection,
    objection_at,
    opened,
    prepared,
    second_officer,
    verified,
)
from tests.nomination.posting.pages import (
    get,
    post,
    text_of,
    three_posted,
)

pytestmark = pytest.mark.usefixtures("first_day")


def test_officers_see_every_objection_but_their_own_and_those_about_them(cast: Cast) -> None:
    posting = three_posted(cast)
    sender = second_officer()
    himself = school.account("binh", Role.OFFICER, of=cast.lecturer)
    lecturer = PostedCandidate.objects.get(posting=posting, nomination__subject=cast.lecturer.subject)
    made = objection(lecturer, sender)

    seen = [made.code in text_of(get(signed_in(user), "/phan-anh/")) for user in (cast.officer, sender, himself)]
    opened_by = [get(signed_in(user), f"/phan-anh/{made.code}/").status_code for user in (sender, himself)]

    assert (seen, opened_by) == ([True, False, False], [403, 403])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", 1),
        ("?buoc=tat-ca", 2),
        ("?buoc=settled", 1),
        ("?ket_luan=dismissed&buoc=tat-ca", 1),
        ("?q=bo+mon", 1),
        ("?q=khong", 0),
        ("?cua_toi=on", 1),
        ("?qua_han=on", 0),
        ("?sap_xep=-ai&buoc=tat-ca", 2),
    ],
)
def test_objections_are_searched_filtered_and_sorted(cast: Cast, asked: str, found: int) -> None:
    verified(cast, cast.division)
    verified(cast)
    settled = objection_at(ObjectionStage.SETTLED, cast)
    other = PostedCandidate.objects.exclude(pk=settled.candidate_id).get()
    Objection.objects.filter(pk=settled.pk).update(search_key="pa cb6 le thanh binh")
    Objection.objects.filter(pk=objection(other, cast.head).pk).update(search_key="pa bm bo mon luat dan su")
    client = signed_in(cast.officer)

    page = get(client, f"/phan-anh/{asked}")
    file = client.get(f"/phan-anh/xuat/{asked}")

    sheet = load_workbook(BytesIO(b"".join(file.streaming_content))).active  # type: ignore[attr-defined]
    assert (len(names_on_codes(page)), sheet.max_row - 1) == (found, found)


def names_on_codes(answer: HttpResponse) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/phan-anh/', text_of(answer))


def test_only_the_officer_in_charge_reads_what_was_written(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    pages = [text_of(get(signed_in(user), f"/phan-anh/{made.code}/")) for user in (cast.officer, second_officer())]

    assert [TEXT in page for page in pages] == [True, False]


def test_an_objection_is_taken_up_read_and_settled_by_presses(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)
    client, address = signed_in(cast.officer), f"/phan-anh/{made.code}/"

    taken = post(client, f"{address}nhan/")
    who = post(client, f"{address}nguoi-gui/")
    again = get(client, address)
    said = {"outcome": "dismissed", "summary": SUMMARY, "findings": FINDINGS, "reply": ""}
    settled = post(client, f"{address}ket-luan/", **said)

    assert [answer.status_code for answer in (taken, who, settled)] == [302, 200, 302]
    assert [cast.deputy.email in text_of(answer) for answer in (who, again)] == [True, False]
    assert "no-store" in who.headers["Cache-Control"]
    assert Objection.objects.get().stage == "settled"


def test_the_name_is_refused_with_the_reason(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    answer = post(signed_in(second_officer()), f"/phan-anh/{made.code}/nguoi-gui/")

    assert (answer.status_code, f"do {cast.officer} xác minh" in text_of(answer)) == (422, True)


def test_a_conclusion_without_findings_comes_back_with_what_was_typed(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    answer = post(
        signed_in(cast.officer), f"/phan-anh/{made.code}/ket-luan/", outcome="hold", summary=SUMMARY, findings=""
    )

    assert (answer.status_code, SUMMARY in text_of(answer)) == (422, True)


def test_settled_twice_the_second_hears_so_and_keeps_the_text(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)
    said = {"outcome": "hold", "summary": "Khác", "findings": "Khác", "reply": ""}

    answer = post(signed_in(cast.officer), f"/phan-anh/{made.code}/ket-luan/", **said)

    assert (answer.status_code, Objection.objects.get().outcome) == (409, "dismissed")


def test_it_is_handed_over_on_its_page(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    other = second_officer()
    client, address = signed_in(cast.officer), f"/phan-anh/{made.code}/chuyen/"

    wrong = post(client, address, to=cast.head.pk)
    right = post(client, address, to=other.pk)

    assert (wrong.status_code, right.status_code, Objection.objects.get().officer) == (422, 302, other)


def test_the_dossier_shows_where_it_was_posted_and_what_came_of_it(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)
    number = made.candidate.nomination_id

    page = text_of(get(signed_in(cast.officer), f"/de-cu/{number}/"))

    assert ("phản ánh không đúng" in page, FINDINGS in page, TEXT in page) == (True, True, False)


def test_the_head_hears_that_it_waits_and_how_it_ended_but_not_what_was_said(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)

    page = text_of(get(signed_in(cast.head), f"/de-cu/{made.candidate.nomination_id}/"))

    assert ("phản ánh không đúng" in page, FINDINGS in page, SUMMARY in page) == (True, False, False)


def test_a_case_whose_hold_has_ended_goes_on_from_the_dossier(cast: Cast) -> None:
    nomination = verified(cast)
    posting = opened(cast)
    hold = school.hold(cast.lecturer, "15/1/2026")
    with time_machine.travel(AFTER, tick=False):
        client = signed_in(cast.officer)
        running.end(posting=posting, by=cast.officer, at=AFTER)
        refused = client.post(f"/cong-khai/ho-so/{nomination.pk}/xong/", follow=True)
        hold.delete()
        client.post(f"/cong-khai/ho-so/{nomination.pk}/xong/")

    assert ("đang tạm dừng" in refused.content.decode(), Nomination.objects.get().stage) == (True, "cleared")


def test_lists_and_objections_are_due_from_those_who_have_them(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)
    posting = Posting.objects.get()

    found = [*posting_deadlines(STARTS, None), *objection_deadlines(STARTS, cast.officer.pk)]

    assert found == [
        Deadline(
            f"posting:{posting.pk}:open",
            cast.officer.pk,
            date(2026, 1, 23),
            "kết thúc công khai «Đợt xét năm 2025»",
            f"/cong-khai/dot/{posting.pk}/",
        ),
        Deadline(
            f"objection:{made.code}",
            cast.officer.pk,
            made.due,
            f"kết luận ý kiến phản ánh {made.code}",
            f"/phan-anh/{made.code}/",
        ),
    ]


def test_a_list_that_is_prepared_is_due_on_its_first_day(cast: Cast) -> None:
    prepared(cast)

    assert [(one.due, one.text) for one in posting_deadlines(STARTS, cast.officer.pk)] == [
        (STARTS, "bắt đầu công khai «Đợt xét năm 2025»")
    ]
    assert list(posting_deadlines(STARTS, cast.head.pk)) == []
