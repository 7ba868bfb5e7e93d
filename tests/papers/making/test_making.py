"""Making one paper: what it is made from, who may, what is kept of it."""

import pytest

from lantoa.audit.models import Event
from lantoa.domain.papers.kinds import PaperKind
from lantoa.nomination.models import Round
from lantoa.papers import attachments
from lantoa.papers.actions.making import add_pdf, make
from lantoa.papers.actions.refusals import NoSuchThing
from lantoa.papers.models import Paper
from lantoa.papers.sources import NotReady
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW, Cast
from tests.papers.making.desk import DAY, KIND, keep_template
from tests.papers.word.letters import texts

WORD = {"word"}


def test_a_paper_is_filled_kept_and_remembers_its_template(cast: Cast, round_: Round) -> None:
    paper = make(kind=KIND, key="person:CB5", formats=WORD, by=cast.officer, at=NOW)

    assert texts(attachments.read(paper.word_path)) == ["Báo cáo của Nguyễn Văn An, Bộ môn Luật Dân sự."]
    assert paper.contents == {"ho_ten": "Nguyễn Văn An", "don_vi": "Bộ môn Luật Dân sự"}
    assert (paper.number, paper.title, paper.day, paper.round, paper.unit) == (
        1,
        "Nguyễn Văn An",
        DAY,
        round_,
        cast.division,
    )
    assert (paper.template_name, len(paper.template_sha256)) == ("Báo cáo cá nhân.docx, bản thứ 1", 64)
    assert paper.pdf_path == ""


def test_making_again_keeps_the_earlier_making(cast: Cast, round_: Round) -> None:
    first = make(kind=KIND, key="person:CB5", formats=WORD, by=cast.officer, at=NOW)
    keep_template(cast.officer, "Mẫu mới: {{ ho_ten }}.")

    second = make(kind=KIND, key="person:CB5", formats=WORD, by=cast.officer, at=NOW)

    first.refresh_from_db()
    assert [(first.number, second.number)] == [(1, 2)]
    assert texts(attachments.read(first.word_path)) == ["Báo cáo của Nguyễn Văn An, Bộ môn Luật Dân sự."]
    assert texts(attachments.read(second.word_path)) == ["Mẫu mới: Nguyễn Văn An."]


def test_each_making_is_one_event(cast: Cast, round_: Round) -> None:
    paper = make(kind=KIND, key="person:CB5", formats=WORD, by=cast.officer, at=NOW)

    event = Event.objects.get()
    assert (event.deed, event.target, event.by_id) == ("paper_made", f"paper:{paper.pk}", cast.officer.pk)


def test_a_head_makes_papers_of_the_own_units_and_no_others(cast: Cast, round_: Round) -> None:
    assert make(kind=KIND, key="person:CB5", formats=WORD, by=cast.head, at=NOW).made_by == cast.head

    with pytest.raises(NotAllowed):
        make(kind=KIND, key="person:CB5", formats=WORD, by=cast.other_head, at=NOW)
    with pytest.raises(NotAllowed):
        make(kind=KIND, key="person:CB5", formats=WORD, by=cast.staff, at=NOW)


def test_what_is_missing_is_said_and_nothing_is_kept(cast: Cast, round_: Round) -> None:
    with pytest.raises(NotReady, match="chưa nộp báo cáo"):
        make(kind=KIND, key="person:CB4", formats=WORD, by=cast.officer, at=NOW)
    with pytest.raises(NoSuchThing):
        make(kind=KIND, key="person:KHONG", formats=WORD, by=cast.officer, at=NOW)
    with pytest.raises(NoSuchThing):
        make(kind=PaperKind.PLAN, key="round:1", formats=WORD, by=cast.officer, at=NOW)

    assert (Paper.objects.count(), Event.objects.count()) == (0, 0)


def test_a_word_paper_gets_its_pdf_later_and_once(cast: Cast, round_: Round) -> None:
    paper = make(kind=KIND, key="person:CB5", formats=WORD, by=cast.officer, at=NOW)

    made = add_pdf(paper=paper, by=cast.officer, at=NOW)
    again = add_pdf(paper=paper, by=cast.officer, at=NOW)

    assert attachments.read(made.pdf_path).startswith(b"%PDF-")
    assert (made.pdf_path, made.number) == (again.pdf_path, 1)
    assert list(Event.objects.order_by("pk").values_list("deed", flat=True)) == ["paper_made", "paper_put_into_pdf"]


def test_the_form_of_an_official_paper_is_checked_and_remembered(cast: Cast, round_: Round) -> None:
    paper = make(kind=KIND, key="person:CB5", formats=WORD, by=cast.officer, at=NOW)

    found = {one["code"]: one["verdict"] for one in paper.checks}
    assert (len(found), found["P01"]) == (51, "not_met")  # the template is of letter size
