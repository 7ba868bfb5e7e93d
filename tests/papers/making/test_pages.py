"""Pages of papers: the list, the papers of a round, one paper with its files and makings, a job with its zip."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.domain.authority import Role
from lantoa.nomination.models import Round
from lantoa.papers.actions.making import make
from lantoa.papers.models import Paper, PaperJob
from lantoa.papers.sources import sources
from lantoa.papers.tasks import make_papers
from lantoa.register.models import Post
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.papers.making.asking import ask
from tests.papers.making.desk import KIND, LATE, keep_template
from tests.papers.word.letters import texts

LIST, ROUND, OF_KIND, ONE = 11, 13, 13, 13  # queries, whatever the number of rows
pytestmark = pytest.mark.usefixtures("queued_tasks")


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.officer)


def made(cast: Cast, code: str = "CB5") -> Paper:
    return make(kind=KIND, key=f"person:{code}", formats={"word"}, by=cast.officer, at=NOW)


def more_people(cast: Cast, count: int) -> None:
    """So many at the division, each with a report."""
    for number in range(count):
        school.person(f"TV{number}", f"Nguyễn Thị Số {number}", cast.division)
        made(cast, f"TV{number}")


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_empty_list_teaches_the_first_step(officer: Client) -> None:
    assert "Chưa lập giấy tờ nào" in text_of(officer.get("/giay-to/"))


@pytest.mark.parametrize("count", [1, 3, 60])
def test_every_page_asks_the_same_number_of_questions(
    cast: Cast, round_: Round, officer: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    more_people(cast, count)
    paper = made(cast)
    job = ask(round_, cast.officer)

    for address, most in {
        "/giay-to/": LIST,
        f"/giay-to/dot/{round_.pk}/": ROUND,
        f"/giay-to/dot/{round_.pk}/{KIND.value}/": OF_KIND,
        "/giay-to/ngoai-dot/": ROUND,
        f"/giay-to/ngoai-dot/{KIND.value}/?q=nguyen&don_vi={cast.faculty.pk}": OF_KIND,
        f"/giay-to/{paper.pk}/": ONE,
        f"/giay-to/viec/{job.pk}/": ONE,
    }.items():
        with django_assert_max_num_queries(most):
            assert officer.get(address).status_code == 200


def test_the_list_is_searched_filtered_and_sorted(cast: Cast, round_: Round, officer: Client) -> None:
    for code in ("CB5", "CB3", "CB1"):
        made(cast, code)
    made(cast)

    assert [one.title for one in officer.get("/giay-to/?q=NGUYEN+van").context["page"]] == ["Nguyễn Văn An"]
    assert [one.number for one in officer.get("/giay-to/?q=an").context["page"]][:1] == [2]
    assert len(officer.get(f"/giay-to/?don_vi={cast.faculty.pk}").context["page"]) == 1
    assert len(officer.get(f"/giay-to/?dot={round_.pk}&loai={KIND.value}").context["page"]) == 3
    assert len(officer.get("/giay-to/?loai=ke-hoach").context["page"]) == 0
    Paper.objects.filter(key="person:CB1").update(round=None)
    assert [one.title for one in officer.get("/giay-to/?dot=0").context["page"]] == ["Phạm Thị Hạnh"]
    assert len(officer.get("/giay-to/?dot=abc&don_vi=9999&loai=khong").context["page"]) == 3
    assert [one.title for one in officer.get("/giay-to/?sap_xep=ten").context["page"]] == [
        "Đỗ Tiến Dũng",
        "Nguyễn Văn An",
        "Phạm Thị Hạnh",
    ]


def test_the_list_as_a_workbook_has_every_row(cast: Cast, round_: Round, officer: Client) -> None:
    more_people(cast, 55)

    answer = officer.get("/giay-to/xuat/?q=so")

    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet
    assert (sheet.max_row, sheet["A2"].value, sheet["J2"].value) == (56, "Báo cáo thành tích cá nhân", "Word")


def test_a_head_sees_the_papers_of_the_own_units(cast: Cast, round_: Round) -> None:
    own, other = made(cast, "CB5"), made(cast, "CB3")
    head = signed_in(cast.head)

    assert list(head.get("/giay-to/").context["page"]) == [own]
    assert [head.get(f"/giay-to/{paper.pk}/word/").status_code for paper in (own, other)] == [200, 404]
    assert [row.thing.key for row in head.get(f"/giay-to/dot/{round_.pk}/{KIND.value}/").context["found"].rows] == [
        "person:CB5",
        "person:CB6",
        "person:CB2",
    ]


def test_the_page_of_a_round_says_what_is_made_and_what_is_missing(cast: Cast, round_: Round, officer: Client) -> None:
    made(cast)

    ((found, _address),) = officer.get(f"/giay-to/dot/{round_.pk}/").context["kinds"]

    assert (found.name, len(found.rows), found.made, found.ready) == ("Báo cáo thành tích cá nhân", 6, 1, 5)
    assert found.missing == (LATE,)


def test_a_round_or_kind_that_is_not_there_is_not_found(round_: Round, officer: Client) -> None:
    for address in ("/giay-to/dot/999/", f"/giay-to/dot/{round_.pk}/ke-hoach/", f"/giay-to/dot/{round_.pk}/khong/"):
        assert officer.get(address).status_code == 404


def test_one_press_makes_a_paper_and_shows_it(cast: Cast, round_: Round, officer: Client) -> None:
    answer = officer.post(f"/giay-to/lap/{KIND.value}/", {"viec": "person:CB5", "dot": round_.pk}, follow=True)

    paper = Paper.objects.get()
    assert answer.redirect_chain == [(f"/giay-to/{paper.pk}/", 302)]
    assert answer.context["is_waiting"]  # the PDF follows
    file = officer.get(f"/giay-to/{paper.pk}/word/")
    assert texts(file.content) == ["Báo cáo của Nguyễn Văn An, Bộ môn Luật Dân sự."]
    assert "001_nguyen-van-an_bao-cao.docx" in file["Content-Disposition"]
    assert officer.get(f"/giay-to/{paper.pk}/pdf/").status_code == 404


def test_a_paper_that_cannot_be_made_leads_back_with_the_reason(round_: Round, officer: Client) -> None:
    answer = officer.post(f"/giay-to/lap/{KIND.value}/", {"viec": "person:CB4", "dot": round_.pk}, follow=True)

    assert answer.redirect_chain == [(f"/giay-to/dot/{round_.pk}/{KIND.value}/", 302)]
    assert f"Chưa lập được: {LATE}" in text_of(answer)
    assert officer.post(f"/giay-to/lap/{KIND.value}/", {"viec": "person:X", "dot": "²"})["Location"] == "/giay-to/"


def test_a_paper_made_again_keeps_its_earlier_making(cast: Cast, round_: Round, officer: Client) -> None:
    first = made(cast)
    keep_template(cast.officer, "Mẫu mới: {{ ho_ten }}.")

    answer = officer.post(f"/giay-to/{first.pk}/lap-lai/", follow=True)

    assert [one.number for one in answer.context["makings"]] == [2, 1]
    assert "Mở bản mới nhất" in text_of(officer.get(f"/giay-to/{first.pk}/"))


def test_everything_of_a_round_is_asked_for_at_once(cast: Cast, round_: Round, officer: Client) -> None:
    made(cast)

    answer = officer.post(f"/giay-to/dot/{round_.pk}/lap/", {"con_thieu": "on", "kem_pdf": "on"})

    job = PaperJob.objects.get()
    assert answer["Location"] == f"/giay-to/viec/{job.pk}/"
    assert (job.items.count(), job.with_pdf, job.title) == (5, True, "Đợt xét năm 2025")
    assert officer.get(f"/giay-to/viec/{job.pk}/").context["is_at_work"]
    assert officer.get(f"/giay-to/viec/{job.pk}/tai/").status_code == 404


def test_nothing_to_make_is_said_on_the_page_of_the_round(cast: Cast, round_: Round, officer: Client) -> None:
    Post.objects.update(position="Phó Trưởng phòng")

    answer = officer.post(f"/giay-to/dot/{round_.pk}/lap/", {"loai": KIND.value})

    assert answer.status_code == 422
    assert "Chưa có giấy tờ nào lập được" in text_of(answer)
    assert officer.post(f"/giay-to/dot/{round_.pk}/lap/", {"loai": "khong"}).status_code == 422


def test_a_stopped_job_is_taken_up_by_a_press_and_its_zip_fetched(
    cast: Cast, round_: Round, officer: Client, settings: Any
) -> None:
    job = ask(round_, cast.officer)
    assert "dừng giữa chừng" in text_of(officer.get(f"/giay-to/viec/{job.pk}/"))

    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    answer = officer.post(f"/giay-to/viec/{job.pk}/tiep/", follow=True)

    assert (answer.context["progress"].made, answer.context["progress"].refused) == (5, 1)
    parcel = officer.get(f"/giay-to/viec/{job.pk}/tai/")
    body = b"".join(parcel.streaming_content)  # type: ignore[attr-defined]
    assert f"giay-to-dot-xet-nam-2025-{job.pk}.zip" in parcel["Content-Disposition"]
    assert len(ZipFile(BytesIO(body)).namelist()) == 6


def test_a_running_job_is_stopped_by_a_press(cast: Cast, round_: Round, officer: Client) -> None:
    officer.post(f"/giay-to/dot/{round_.pk}/lap/", {"loai": KIND.value})
    job = PaperJob.objects.get()
    address = f"/giay-to/viec/{job.pk}/"
    assert "Dừng việc lập" in text_of(officer.get(address))

    answer = officer.post(f"{address}dung/", follow=True)

    assert "hanh đã dừng việc lập" in text_of(answer)
    assert "Làm tiếp" in text_of(answer)
    assert "đã dừng rồi" in text_of(officer.post(f"{address}dung/", follow=True))


def test_a_job_is_seen_by_its_maker_and_the_office(cast: Cast, round_: Round, officer: Client) -> None:
    job = ask(round_, cast.head)

    seen = {name: signed_in(user).get(f"/giay-to/viec/{job.pk}/").status_code for name, user in {
        "head": cast.head, "officer": cast.officer, "other head": cast.other_head,
        "chair": school.account("chu-tich", Role.CHAIR),
    }.items()}  # fmt: skip

    assert seen == {"head": 200, "officer": 200, "other head": 404, "chair": 403}


def test_a_job_of_papers_not_for_them_is_hidden_from_others_of_the_office(
    cast: Cast, round_: Round, settings: Any
) -> None:
    clerk = signed_in(school.account("vanthu", Role.CLERK))
    job = ask(round_, cast.officer)
    assert clerk.get(f"/giay-to/viec/{job.pk}/").status_code == 200

    settings.PAPER_SOURCES = ["tests.papers.making.desk.CLOSED"]
    sources.cache_clear()

    assert clerk.get(f"/giay-to/viec/{job.pk}/").status_code == 404
    assert list(clerk.get("/giay-to/").context["jobs"]) == []
    assert signed_in(cast.officer).get(f"/giay-to/viec/{job.pk}/").status_code == 200


def test_who_may_not_have_a_paper_gets_none_of_it_by_any_address(cast: Cast, round_: Round, settings: Any) -> None:
    paper, clerk = made(cast), signed_in(school.account("vanthu", Role.CLERK))
    ways = [f"/giay-to/{paper.pk}/{way}" for way in ("", "word/", "pdf/")]
    ways.append(f"/so-van-ban/di/ghi/?giay-to={paper.pk}")
    assert [clerk.get(way).status_code for way in ways] == [200, 200, 404, 200]

    settings.PAPER_SOURCES = ["tests.papers.making.desk.CLOSED"]
    sources.cache_clear()

    assert [clerk.get(way).status_code for way in ways] == [403] * 4
    assert list(clerk.get("/giay-to/").context["page"]) == []
    assert clerk.get("/giay-to/").context["form"].fields["don_vi"].choices == [("", "tất cả")]


def test_a_zip_leaves_out_what_its_maker_may_no_longer_have(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.head)
    make_papers.call(job.pk)
    head = signed_in(cast.head)
    assert packed(head, job) == 3

    cast.head.grants.filter(role=Role.HEAD.value).update(unit=cast.division)

    assert packed(signed_in(cast.head), job) == 2


def packed(reader: Client, job: PaperJob) -> int:
    """How many papers its zip holds, beside the index."""
    answer = reader.get(f"/giay-to/viec/{job.pk}/tai/")
    return len(ZipFile(BytesIO(b"".join(answer.streaming_content))).namelist()) - 1  # type: ignore[attr-defined]


def test_a_paper_leads_to_its_line_in_the_register_of_papers(cast: Cast, round_: Round, officer: Client) -> None:
    paper = made(cast)
    address = f"/so-van-ban/di/ghi/?giay-to={paper.pk}"
    typed = {
        "number": "5",
        "notation": "BC-CĐL",
        "dated": "15/01/2026",
        "issuer": "Khoa",
        "subject": "X",
        "copies": "1",
    }

    before = text_of(officer.get(f"/giay-to/{paper.pk}/"))
    officer.post(address, typed)
    after = text_of(officer.get(f"/giay-to/{paper.pk}/"))

    assert (address in before, "5/BC-CĐL, dòng 1 sổ năm 2026" in after, address in after) == (True, True, False)
