"""The pages of signals: who stands out, keeping and dismissing with a reason, rules with their false alarms, export."""

from io import BytesIO

import pytest
import time_machine
from django.http import HttpResponse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.models import Prospect, Signal, SignalRun
from lantoa.domain.records import Ledger, Origin
from lantoa.domain.records import Rating as RatingRecord
from lantoa.plans import signal_rules
from lantoa.register.actions import rows
from lantoa.register.models import Post
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.discovery.finding import refreshed, rising, signal


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def page(user: User, question: str = "") -> HttpResponse:
    answer: HttpResponse = signed_in(user).get(f"/phat-hien/?nam=2024{question}")  # type: ignore[assignment]
    return answer


def shown(answer: HttpResponse) -> list[tuple[str, list[str]]]:
    groups = answer.context["groups"]  # type: ignore[attr-defined]
    return [(group.subject.code, [one.signal.rule for one in group.signals]) for group in groups]


def test_the_first_visit_has_the_records_looked_at(cast: Cast) -> None:
    rising(cast.lecturer)

    answer = page(cast.head)

    assert shown(answer) == [("CB6", ["rising"])]
    assert "Xếp loại lên dần 3 năm: 2022 hoàn thành nhiệm vụ" in answer.content.decode()
    assert SignalRun.objects.get().asked_by == cast.head


def test_nothing_new_on_file_asks_for_no_other_look(cast: Cast) -> None:
    page(cast.head)

    page(cast.officer)

    assert SignalRun.objects.count() == 1


def test_a_row_typed_meanwhile_is_seen_at_the_next_visit(cast: Cast) -> None:
    page(cast.head)
    for year, grade in ((2022, "COMPLETED"), (2023, "GOOD"), (2024, "EXCELLENT")):
        rows.add(record=RatingRecord("CB6", year, grade, Origin("Xếp loại", 0)), by=cast.officer, at=NOW)

    assert shown(page(cast.head)) == [("CB6", ["rising"])]


def test_a_look_under_way_is_told(cast: Cast) -> None:
    SignalRun.objects.create(year=2026, asked_at=NOW)

    answer = page(cast.head)

    assert "máy đang tính lại" in answer.content.decode()


def test_the_state_of_a_look_is_asked_for_until_it_is_done(cast: Cast) -> None:
    head = signed_in(cast.head)
    run = SignalRun.objects.create(year=2026, asked_at=NOW)
    before = head.get("/phat-hien/quy-tac/luot/").content.decode()

    SignalRun.objects.filter(pk=run.pk).update(done_at=NOW, appeared=3)
    after = head.get("/phat-hien/quy-tac/luot/").content.decode()

    assert ("every 2s" in before, "every 2s" in after) == (True, False)
    assert "Đã tính xong: 3 tín hiệu mới, 0 không còn đúng." in after


def test_the_head_sees_the_own_units_and_their_people_only(cast: Cast) -> None:
    assert cast.deputy.person
    for who in (cast.lecturer, cast.division, cast.deputy.person, cast.office):
        signal(who, cast)

    seen = [shown(page(user)) for user in (cast.head, cast.other_head)]

    assert [[code for code, _rules in one] for one in seen] == [["CB6", "BM"], ["CB4", "PDT"]]


def test_units_give_signals_too_after_the_people(cast: Cast) -> None:
    rising(cast.division)
    rising(cast.lecturer)
    refreshed()

    assert shown(page(cast.officer)) == [("CB6", ["rising"]), ("BM", ["rising"])]


def test_what_no_longer_holds_is_not_listed(cast: Cast) -> None:
    signal(cast.lecturer, cast, holds=False)

    assert shown(page(cast.head, "&quy_tac=rising")) == []


def test_who_left_is_no_longer_in_the_heads_list(cast: Cast) -> None:
    signal(cast.lecturer, cast)
    Post.objects.filter(person=cast.lecturer).update(until="2025-06-30")

    assert shown(page(cast.head, "&quy_tac=rising")) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", ["CB5", "CB6", "BM"]),
        ("&q=nguyen an", ["CB5"]),
        ("&quy_tac=initiatives", ["CB6"]),
        ("&buoc=kept", ["CB6"]),
        ("&buoc=dismissed", ["CB2"]),
        ("&buoc=tat-ca", ["CB5", "CB6", "CB2", "BM"]),
        ("&loai=collective", ["BM"]),
        ("&don_vi=BM", ["CB5", "CB6", "BM"]),
        ("&don_vi=KHONG", ["CB5", "CB6", "BM"]),
        ("&sap_xep=nhieu", ["CB6", "CB5", "BM"]),
        ("&sap_xep=moi", ["CB6", "CB5", "BM"]),
        ("&sap_xep=x&quy_tac=x&buoc=x", ["CB5", "CB6", "BM"]),
    ],
)
def test_filters_and_orders(question: str, found: list[str], cast: Cast) -> None:
    assert cast.staff.person
    assert cast.head.person
    signal(cast.staff.person, cast)
    signal(cast.lecturer, cast, "kept", merit_day="2024-12-31")
    signal(cast.lecturer, cast, "kept", "initiatives")
    signal(cast.head.person, cast, "dismissed")
    signal(cast.division, cast)

    assert [code for code, _rules in shown(page(cast.officer, question))] == found


def test_a_signal_is_kept_where_it_stands(cast: Cast) -> None:
    made = signal(cast.lecturer, cast)

    answer = signed_in(cast.head).post(
        f"/phat-hien/tin-hieu/{made.pk}/giu/", {"reason": "Đúng người"}, headers={"HX-Request": "true"}
    )

    made.refresh_from_db()
    assert (answer.status_code, made.stage, made.reason, made.judged_by) == (200, "kept", "Đúng người", cast.head)
    assert answer.content.decode().strip().startswith(f'<li class="signal kept" id="signal-{made.pk}">')


def test_without_script_the_filtered_list_comes_back(cast: Cast) -> None:
    made = signal(cast.lecturer, cast)

    answers = [
        signed_in(cast.head).post(f"/phat-hien/tin-hieu/{made.pk}/{deed}/", {"reason": "x", "ve": back})
        for deed, back in (("giu", "/phat-hien/?q=binh"), ("bo-qua", "https://elsewhere.example/"))
    ]

    assert [answer.headers["Location"] for answer in answers] == ["/phat-hien/?q=binh", "/phat-hien/"]


@pytest.mark.parametrize("is_part", [True, False])
def test_a_dismissal_without_reason_is_explained_and_nothing_is_written(is_part: bool, cast: Cast) -> None:  # noqa: FBT001
    made = signal(cast.lecturer, cast)
    headers = {"HX-Request": "true"} if is_part else {}

    answer = signed_in(cast.head).post(f"/phat-hien/tin-hieu/{made.pk}/bo-qua/", headers=headers)

    made.refresh_from_db()
    assert (answer.status_code, made.stage) == (422, "new")
    assert "Hãy ghi lý do: người sau cần hiểu vì sao." in answer.content.decode()


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [({"stage": "kept"}, "hiện đang ở bước «giữ lại»"), ({"holds": False}, "tín hiệu này không còn đúng")],
)
def test_what_cannot_be_judged_any_more_is_explained(columns: dict[str, str], sentence: str, cast: Cast) -> None:
    made = signal(cast.lecturer, cast, **columns)

    answer = signed_in(cast.head).post(f"/phat-hien/tin-hieu/{made.pk}/giu/", {"reason": "x"})

    assert (answer.status_code, sentence in answer.content.decode()) == (409, True)


@pytest.mark.parametrize("deed", ["giu", "bo-qua", "theo-doi"])
def test_nobody_judges_other_units_or_oneself(deed: str, cast: Cast) -> None:
    assert cast.head.person
    others, own = signal(cast.office, cast), signal(cast.head.person, cast)

    answers = [
        signed_in(cast.head).post(f"/phat-hien/tin-hieu/{one.pk}/{deed}/", {"reason": "x"}) for one in (others, own)
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert set(Signal.objects.values_list("stage", flat=True)) == {"new"}


def test_a_signal_about_oneself_says_who_judges_it(cast: Cast) -> None:
    assert cast.head.person
    signal(cast.head.person, cast)

    words = page(cast.head).content.decode()

    assert ("Tín hiệu về chính bạn do trưởng đơn vị cấp trên" in words, "Đưa vào theo dõi:" in words) == (True, False)


@pytest.mark.parametrize("stage", ["new", "kept"])
def test_one_press_makes_a_prospect_of_a_signal(stage: str, cast: Cast) -> None:
    made = signal(cast.lecturer, cast, stage, merit_day="2024-12-31")

    answer = signed_in(cast.head).post(f"/phat-hien/tin-hieu/{made.pk}/theo-doi/")

    made.refresh_from_db()
    found = Prospect.objects.get()
    assert answer.headers["Location"] == f"/phat-hien/nhan-to/{found.pk}/"
    assert (made.stage, found.signal, found.grounds, str(found.merit_day)) == (
        "kept",
        made,
        "Xếp loại lên dần 3 năm.",
        "2024-12-31",
    )


def test_pressed_twice_it_leads_to_the_same_prospect(cast: Cast) -> None:
    made = signal(cast.lecturer, cast)
    head = signed_in(cast.head)

    answers = [head.post(f"/phat-hien/tin-hieu/{made.pk}/theo-doi/").headers["Location"] for _each in range(2)]

    assert (len(set(answers)), Prospect.objects.count()) == (1, 1)
    assert "Đưa vào theo dõi:" not in page(cast.head).content.decode()


@pytest.mark.parametrize("columns", [{"stage": "dismissed"}, {"holds": False}])
def test_what_was_dismissed_or_holds_no_longer_is_not_followed(columns: dict[str, str], cast: Cast) -> None:
    made = signal(cast.lecturer, cast, **columns)

    answer = signed_in(cast.head).post(f"/phat-hien/tin-hieu/{made.pk}/theo-doi/")

    assert (answer.status_code, Prospect.objects.count()) == (409, 0)


def test_the_rules_tell_their_sentence_and_their_share_of_false_alarms(cast: Cast) -> None:
    for who, stage in ((cast.lecturer, "kept"), (cast.division, "dismissed"), (cast.faculty, "dismissed")):
        signal(who, cast, stage)
    signal(cast.office, cast)

    answer = signed_in(cast.head).get("/phat-hien/quy-tac/")

    judged = {one.rule.code: (one.new, one.kept, one.dismissed, one.false_alarms) for one in answer.context["rules"]}
    assert judged.pop("rising") == (1, 1, 2, 67)
    assert set(judged.values()) == {(0, 0, 0, None)}
    assert all(rule.sentence in answer.content.decode() for rule in signal_rules().values())


def test_an_officer_has_everybody_looked_at_again(cast: Cast) -> None:
    answer = signed_in(cast.officer).post("/phat-hien/quy-tac/tinh-lai/", follow=True)

    run = SignalRun.objects.get()
    assert (run.is_whole, run.asked_by, run.subjects) == (True, cast.officer, 9)
    assert "Đang tính lại cho toàn Trường" in answer.content.decode()


def test_a_look_under_way_is_not_asked_for_again(cast: Cast) -> None:
    SignalRun.objects.create(year=2026, asked_at=NOW)

    answer = signed_in(cast.officer).post("/phat-hien/quy-tac/tinh-lai/", follow=True)

    assert "Một lượt tính lại đang chạy" in answer.content.decode()


def test_the_export_has_every_row_of_the_filtered_list(cast: Cast) -> None:
    signal(cast.lecturer, cast, "kept")
    signal(cast.division, cast)

    answer = signed_in(cast.head).get("/phat-hien/xuat/?nam=2024&buoc=kept")

    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    table = [[cell.value for cell in row] for row in book.active.iter_rows()]
    assert [row[:6] for row in table[1:]] == [
        ["CB6", "Lê Thanh Bình", "Bộ môn Luật Dân sự", "2024", "Xếp loại lên dần", "Xếp loại lên dần 3 năm."]
    ]
    assert table[1][6:] == ["Xếp loại năm 2024", "", "15/01/2026", "giữ lại", "hanh", "vì"]


@pytest.mark.parametrize(
    ("question", "title"),
    [("", "Sổ chưa gợi ý ai"), ("&q=khong co ai", "Không có tín hiệu nào như vậy")],
)
def test_an_empty_list_says_what_it_will_hold(question: str, title: str, cast: Cast) -> None:
    SignalRun.objects.create(year=2026, asked_at=NOW, done_at=NOW)

    answer = signed_in(cast.head).get(f"/phat-hien/?{question}")

    assert title in answer.content.decode()


def test_after_everything_was_judged_the_list_says_so(cast: Cast) -> None:
    rising(cast.lecturer)
    refreshed()
    Signal.objects.update(stage="dismissed", judged_by=cast.officer, judged_at=NOW, reason="vì")

    assert "Đã xem hết" in signed_in(cast.head).get("/phat-hien/").content.decode()


@pytest.mark.parametrize("people_found", [1, 3, 25])
def test_the_list_takes_as_many_queries_for_many_as_for_one(
    people_found: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    people.closing(Ledger.RATINGS, 2024)
    refreshed()
    for number in range(people_found):
        who = people.person(f"X{number}", f"Người {number}", cast.division)
        signal(who, cast)
        signal(who, cast, "kept", "initiatives")
    head = signed_in(cast.head)
    head.get("/phat-hien/")

    with django_assert_num_queries(14):
        head.get("/phat-hien/")


def test_every_judgement_is_one_event(cast: Cast) -> None:
    made = signal(cast.lecturer, cast)

    signed_in(cast.head).post(f"/phat-hien/tin-hieu/{made.pk}/bo-qua/", {"reason": "Vừa chuyển việc"})

    assert [(event.deed, event.by) for event in Event.objects.all()] == [("signal_dismissed", cast.head)]
