"""The pages of tips: sending, lists, one tip, the public form; who sees what, and in how many queries."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.actions.tips import handling
from lantoa.discovery.forms.once import LETTERS
from lantoa.discovery.forms.tips import TipForm
from lantoa.discovery.models import Place, Tip, TipFile
from lantoa.domain.stages import TipStage
from lantoa.papers.attachments import check
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.discovery.tips import tip, tip_at
from tests.papers.pictures import jpeg

WORDS = {"about": "Lê Thanh Bình (CB6)", "done": "Mở lớp phụ đạo", "changed": "Sinh viên thi đạt"}


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def open_to_all(settings: Settings) -> None:
    settings.PUBLIC_TIPS = True


def new_token() -> str:
    return str(TipForm().initial["token"])


def sent(user: User, **words: object) -> HttpResponse:
    return signed_in(user).post("/phat-hien/gui/", {**WORDS, "token": new_token(), **words})  # type: ignore[return-value]


def knocked(client: Client | None = None, /, *, after: float = 60, **words: object) -> HttpResponse:
    """The public form, opened and sent so many seconds later."""
    with time_machine.travel(NOW, tick=False) as clock:
        token = new_token()
        clock.shift(after)
        return (client or Client()).post("/gui-phat-hien/", {**WORDS, "token": token, **words})  # type: ignore[return-value]


def errors(answer: HttpResponse) -> dict[str, list[str]]:
    return dict(answer.context["form"].errors)  # type: ignore[attr-defined]


def test_anybody_with_a_role_sends_a_tip_and_is_shown_it(cast: Cast) -> None:
    answer = sent(cast.deputy, happened="3/2025", attached=[SimpleUploadedFile("lop.jpg", jpeg())])

    made = Tip.objects.get()
    assert answer.headers["Location"] == f"/phat-hien/mach/{made.code}/"
    assert (made.subject, made.tipster, str(made.happened), made.happened_precision) == (
        cast.lecturer.subject,
        cast.deputy,
        "2025-03-01",
        "m",
    )
    assert (made.files.count(), set(made.code[2:]) <= set(LETTERS), len(made.code)) == (1, True, 10)


@pytest.mark.parametrize("typed", ["le thanh binh", "Lê Thanh Bình", "CB6", "Lê Thanh Bình (CB6)"])
def test_a_name_in_any_spelling_finds_its_record(typed: str, cast: Cast) -> None:
    sent(cast.deputy, about=typed)

    made = Tip.objects.get()
    assert (made.subject, made.about) == (cast.lecturer.subject, "Lê Thanh Bình")


@pytest.mark.parametrize("typed", ["Binh", "Cô bán hàng", "Lê Thanh Bình (lớp K45)", "((("])
def test_any_other_name_is_kept_as_typed(typed: str, cast: Cast) -> None:
    sent(cast.deputy, about=typed)

    made = Tip.objects.get()
    assert (made.subject, made.about) == (None, typed)


def test_a_name_of_two_is_left_to_people(cast: Cast) -> None:
    people.person("CB8", "Lê Thanh Bình", cast.office)

    sent(cast.deputy, about="Lê Thanh Bình")

    assert Tip.objects.get().subject is None


def test_names_are_offered_without_accents_with_where_they_work(cast: Cast) -> None:
    answer = signed_in(cast.staff).get("/phat-hien/goi-y/?loai=&q=binh le")

    assert answer.content.decode() == (
        f'<li role="option" id="ai-{cast.lecturer.pk}" data-value="Lê Thanh Bình (CB6)">'
        '<span>Lê Thanh Bình</span> <small class="muted">Bộ môn Luật Dân sự</small></li>\n\n'
    )


def test_an_empty_form_says_what_is_needed(cast: Cast) -> None:
    answer = sent(cast.deputy, about=" ", done="", changed="")

    assert (answer.status_code, sorted(errors(answer))) == (422, ["about", "changed", "done"])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("tuần trước", "«tuần trước» chưa đọc được. Hãy ghi như 15/3/2026, 3/2026 hoặc 2026."),
        ("1/2099", "Việc đã làm thì không ở tương lai. Hãy xem lại ngày."),
        ("32/1/2025", "«32/1/2025» chưa đọc được. Hãy ghi như 15/3/2026, 3/2026 hoặc 2026."),
    ],
)
def test_a_day_that_cannot_be_is_explained(typed: str, sentence: str, cast: Cast) -> None:
    assert errors(sent(cast.deputy, happened=typed)) == {"happened": [sentence]}


def test_foreign_files_are_refused_by_name_and_nothing_is_stored(cast: Cast, data: Path) -> None:
    files = [SimpleUploadedFile("virus.exe", b"MZ"), SimpleUploadedFile("lop.jpg", jpeg())]

    answer = sent(cast.deputy, attached=files)

    assert errors(answer) == {"attached": ["«virus.exe»: Chỉ nhận PDF, ảnh JPG, PNG, WEBP, Word .docx và Excel .xlsx."]}
    assert (Tip.objects.count(), list(data.glob("attachments/*/*"))) == (0, [])


def test_more_than_five_files_are_too_many(cast: Cast) -> None:
    files = [SimpleUploadedFile(f"{number}.jpg", jpeg()) for number in range(6)]

    assert errors(sent(cast.deputy, attached=files)) == {"attached": ["Mỗi lần gửi nhiều nhất 5 tệp."]}


def test_about_oneself_is_answered_kindly_beside_the_name(cast: Cast) -> None:
    answer = sent(cast.staff, about="nguyen van an")

    assert (answer.status_code, Tip.objects.count()) == (422, 0)
    assert "hãy nói với trưởng đơn vị của bạn" in errors(answer)["about"][0]


def test_the_same_form_sent_twice_is_one_tip(cast: Cast) -> None:
    token = new_token()

    answers = [sent(cast.deputy, token=token) for _each in range(2)]

    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert Tip.objects.count() == 1


def test_a_form_left_open_for_days_is_sent_by_one_more_press(cast: Cast) -> None:
    with time_machine.travel(NOW - timedelta(days=3)):
        token = new_token()

    answer = sent(cast.deputy, token=token)

    assert errors(answer) == {"token": ["Trang đã mở quá lâu. Nội dung vẫn còn, hãy bấm Gửi lần nữa."]}
    again = answer.context["form"]["token"].value()  # type: ignore[attr-defined]
    assert sent(cast.deputy, token=again).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "WzFd:abc", "[]"])
def test_a_made_up_token_is_not_taken(token: str, cast: Cast) -> None:
    assert "token" in errors(sent(cast.deputy, token=token))


@pytest.mark.parametrize(
    ("name", "status"),
    [("officer", 200), ("head", 200), ("deputy", 200), ("other_head", 403), ("staff", 403), ("administrator", 403)],
)
def test_a_tip_is_seen_by_who_handles_it_and_who_sent_it(name: str, status: int, cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy)

    assert signed_in(getattr(cast, name)).get(f"/phat-hien/mach/{made.code}/").status_code == status


def test_who_it_is_about_does_not_see_it_even_as_head(cast: Cast) -> None:
    assert cast.head.person
    made = tip(cast.head.person, cast.staff)
    client = signed_in(cast.head)

    assert client.get(f"/phat-hien/mach/{made.code}/").status_code == 403
    assert list(client.get("/phat-hien/mach/").context["page"]) == []


def test_a_file_is_handed_to_those_who_see_the_tip(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy, files=[check(SimpleUploadedFile("lop.jpg", jpeg()))])
    address = f"/phat-hien/mach/{made.code}/tep/{TipFile.objects.get().pk}/"

    answer = signed_in(cast.head).get(address)

    assert (answer.status_code, answer.headers["Content-Disposition"]) == (200, 'attachment; filename="lop.jpg"')
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert signed_in(cast.staff).get(address).status_code == 403


def test_a_file_is_not_handed_out_under_another_tip(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy, files=[check(SimpleUploadedFile("lop.jpg", jpeg()))])
    own = tip("Chị lao công", cast.staff)

    answer = signed_in(cast.staff).get(f"/phat-hien/mach/{own.code}/tep/{TipFile.objects.get().pk}/")

    assert answer.status_code == 404


def test_the_list_begins_with_what_is_overdue(cast: Cast) -> None:
    new = tip(cast.lecturer, cast.deputy)
    late = tip(cast.lecturer, cast.deputy, at=NOW - timedelta(days=40))
    tip_at(TipStage.DECLINED, cast)

    page = signed_in(cast.head).get("/phat-hien/mach/")

    assert [row.pk for row, _days in page.context["rows"]] == [late.pk, new.pk]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=phu dao", ["Lê Thanh Bình"]),
        ("q=hien mau", []),
        ("buoc=declined", ["Lê Thanh Bình", "Lê Thanh Bình"]),
        ("buoc=tat-ca", ["Chị lao công", "Lê Thanh Bình", "Lê Thanh Bình", "Lê Thanh Bình"]),
        ("don_vi=KL", ["Lê Thanh Bình"]),
        ("cua_toi=on", ["Chị lao công"]),
        ("qua_han=on", ["Chị lao công", "Lê Thanh Bình"]),
        ("buoc=nonsense&don_vi=NONE", ["Chị lao công", "Lê Thanh Bình"]),
    ],
)
def test_the_list_is_filtered(asked: str, found: list[str], cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy, done="Mở lớp phụ đạo")
    tip("Chị lao công", cast.staff, at=NOW - timedelta(days=1))
    tip_at(TipStage.DECLINED, cast)
    tip_at(TipStage.DECLINED, cast)

    page = signed_in(cast.officer).get(f"/phat-hien/mach/?{asked}")

    assert sorted(row.about for row, _days in page.context["rows"]) == found


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_three_as_for_one(
    count: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _each in range(count):
        tip(cast.lecturer, cast.deputy)
    client = signed_in(cast.head)
    client.get("/phat-hien/mach/")

    with django_assert_num_queries(8):
        client.get("/phat-hien/mach/")


def test_the_list_goes_to_excel_without_its_tipsters(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy)

    answer = signed_in(cast.officer).get("/phat-hien/mach/xuat/")

    page = load_workbook(BytesIO(b"".join(answer))).active
    assert page is not None
    rows = list(page.iter_rows(values_only=True))
    assert rows[1][:4] == (made.code, "Lê Thanh Bình", "CB6", "Bộ môn Luật Dân sự")
    assert "mai" not in str(rows)


def test_the_page_of_a_tip_suggests_what_may_be_the_same(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy, done="Dựng ngân hàng câu hỏi tình huống")
    same_subject = tip(cast.lecturer, cast.staff, done="Hiến máu nhân đạo")
    same_story = tip("thầy Bình", cast.staff, done="dung ngan hang cau hoi tinh huong cho mon luat")
    tip("Chị lao công", cast.staff, done="Trả lại của rơi", changed="Người mất nhận lại ví")
    tip(cast.lecturer, cast.officer, done="Dựng ngân hàng câu hỏi", at=NOW - timedelta(days=91))

    page = signed_in(cast.officer).get(f"/phat-hien/mach/{made.code}/")

    assert [one.tip for one in page.context["candidates"]] == [same_subject, same_story]


def test_a_deed_on_the_page_is_done_and_said(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy)

    answer = signed_in(cast.head).post(f"/phat-hien/mach/{made.code}/nhan/", follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["Bạn đã nhận xem xét phát hiện này."]
    assert Tip.objects.get().stage == "in_hand"


@pytest.mark.parametrize("deed", ["nhan", "la-ai", "chuyen", "gop", "chon", "chua-chon"])
def test_no_deed_is_open_to_staff_or_to_another_head(deed: str, cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy)
    before = Event.objects.count()

    answers = [
        signed_in(user).post(f"/phat-hien/mach/{made.code}/{deed}/", {"answer": "x"}).status_code
        for user in (cast.staff, cast.deputy, cast.other_head, cast.administrator)
    ]

    assert (answers, Event.objects.count()) == ([403] * 4, before)


@pytest.mark.parametrize(
    ("deed", "typed", "status", "sentence"),
    [
        ("chon", {"answer": "Chọn."}, 409, "Chỉ chọn được khi đang ở bước «đang xem xét»"),
        ("chua-chon", {"answer": "Chưa."}, 409, "Chỉ trả lời chưa chọn được khi"),
        ("gop", {"into": "PHKHONGCO"}, 422, "Không có phát hiện nào mang mã này."),
        ("gop", {"into": "SELF"}, 422, "Hãy gộp vào một phát hiện khác"),
        ("la-ai", {"subject": "ai đó"}, 422, "Chưa rõ là ai."),
        ("chuyen", {"to": "0"}, 422, "Người này không xem xét được."),
    ],
)
def test_a_deed_that_cannot_be_done_says_why_on_the_page(
    deed: str, typed: dict[str, str], status: int, sentence: str, cast: Cast
) -> None:
    made = tip(cast.lecturer, cast.deputy)
    given = {key: made.code if value == "SELF" else value for key, value in typed.items()}

    answer = signed_in(cast.head).post(f"/phat-hien/mach/{made.code}/{deed}/", given)

    assert answer.status_code == status
    assert sentence in answer.content.decode()


def test_an_answer_without_words_is_asked_for_again(cast: Cast) -> None:
    made = tip_at(TipStage.IN_HAND, cast)

    answer = signed_in(cast.head).post(f"/phat-hien/mach/{made.code}/chon/", {"answer": " "})

    assert (answer.status_code, list(answer.context["answer_form"].errors)) == (422, ["answer"])


@pytest.mark.parametrize("count", [1, 3])
def test_a_tip_told_three_times_takes_as_many_queries_as_one_told_twice(
    count: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = tip(cast.lecturer, cast.deputy)
    for _each in range(count):
        handling.merge(tip=tip(cast.lecturer, cast.officer), into=made, by=cast.head, at=NOW)
    client = signed_in(cast.head)
    client.get(f"/phat-hien/mach/{made.code}/")

    with django_assert_num_queries(15):
        client.get(f"/phat-hien/mach/{made.code}/")


def test_ones_own_tips_are_listed_with_what_became_of_them(cast: Cast) -> None:
    made = tip_at(TipStage.MERGED, cast)
    tip(cast.lecturer, cast.officer)

    assert list(signed_in(cast.deputy).get("/phat-hien/da-gui/").context["page"]) == [made]


# Without an account


def test_the_public_form_is_closed_unless_the_school_opens_it(db: None) -> None:
    answer = Client().get("/gui-phat-hien/")

    assert answer.status_code == 404
    assert "Trường hiện chỉ nhận phát hiện của cán bộ" in answer.content.decode()


def test_what_the_public_sends_belongs_to_the_officer_and_names_nobodys_record(cast: Cast, open_to_all: None) -> None:
    answer = knocked(contact="Ông Tư, hàng xóm")

    made = Tip.objects.get()
    assert (made.owner, made.subject, made.tipster, made.contact) == (cast.officer, None, None, "Ông Tư, hàng xóm")
    assert made.code in answer.content.decode()


def test_three_hundred_in_a_minute_from_one_address_store_five(cast: Cast, open_to_all: None) -> None:
    client = Client()

    answers = [knocked(client, done=f"Việc {number}").status_code for number in range(300)]

    assert (answers, Tip.objects.count(), Place.objects.count()) == ([200] * 5 + [429] * 295, 5, 5)


@pytest.mark.parametrize(
    ("after", "words", "sentence"),
    [
        (1, {}, "Bạn gửi nhanh quá."),
        (60, {"website": "x"}, "Có ô cần để trống mà đã được điền."),
        (60, {"done": "https://a.example http://b.example www.c.example"}, "Có nhiều đường dẫn quá."),
    ],
)
def test_what_machines_send_is_held_off(
    after: float, words: dict[str, object], sentence: str, cast: Cast, open_to_all: None
) -> None:
    answer = knocked(Client(), after=after, **words)

    assert (answer.status_code, Tip.objects.count(), Place.objects.count()) == (422, 0, 0)
    assert errors(answer)["__all__"][0].startswith(sentence)


def test_the_code_tells_the_answer_and_not_the_story(cast: Cast, open_to_all: None) -> None:
    knocked()
    made = Tip.objects.get()
    Tip.objects.filter(pk=made.pk).update(
        stage="declined", answer="Cảm ơn ông.", answered_by=cast.officer, answered_at=NOW
    )

    answer = Client().post("/gui-phat-hien/tra-cuu/", {"code": f" {made.code[:5].lower()} {made.code[5:]}"})

    words = answer.content.decode()
    assert ("Cảm ơn ông." in words, "phụ đạo" in words, "Bình" in words) == (True, False, False)


def test_an_unknown_code_is_said_to_be_unknown(db: None, open_to_all: None) -> None:
    answer = Client().post("/gui-phat-hien/tra-cuu/", {"code": "PH22222222"})

    assert answer.status_code == 422
    assert "Không có phát hiện nào mang mã này" in answer.content.decode()
