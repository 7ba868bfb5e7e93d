"""A paper as it stands: made once as long as it says the same, taken as it was signed."""

from hashlib import sha256

from lantoa.nomination.models import Round
from lantoa.papers import attachments
from lantoa.papers.actions.making import make
from lantoa.papers.actions.standing import Standing, stand
from lantoa.papers.attachments import Checked
from lantoa.papers.composing import Convert
from lantoa.papers.contents import PDF
from lantoa.papers.models import Paper, SignedFile
from lantoa.register.models import Subject
from tests.cast import NOW, Cast
from tests.papers.making.desk import KIND, keep_template

KEY = "person:CB5"


def standing(cast: Cast, convert: Convert | None = None) -> Standing:
    return stand(kind=KIND, key=KEY, by=cast.officer, at=NOW, convert=convert)


def signed(cast: Cast, *verdicts: str) -> SignedFile:
    """A signed copy of the newest making; every verdict is that of a digital signature."""
    data = b"%PDF-1.7 " + bytes(SignedFile.objects.count())
    stored = attachments.store(Checked("ban-ky.pdf", PDF, data))
    return SignedFile.objects.create(
        paper=Paper.objects.latest("number"),
        name=stored.name,
        path=stored.path,
        size=stored.size,
        sha256=sha256(data).hexdigest(),
        signatures=[{"verdict": verdict} for verdict in verdicts],
        checked_at=NOW,
        added_by=cast.officer,
        added_at=NOW,
    )


def rename(name: str) -> None:
    Subject.objects.filter(code="CB5").update(name=name)


def test_what_says_the_same_is_made_once(cast: Cast, round_: Round) -> None:
    first, again = standing(cast).paper, standing(cast).paper

    assert (again.pk, again.number, Paper.objects.count()) == (first.pk, 1, 1)


def test_what_says_something_else_or_has_another_template_is_made_anew(cast: Cast, round_: Round) -> None:
    standing(cast)
    rename("Nguyễn Văn Ân")
    second = standing(cast).paper
    keep_template(cast.officer, "Mẫu mới: {{ ho_ten }}.")
    third = standing(cast).paper

    assert (second.number, second.contents["ho_ten"], third.number) == (2, "Nguyễn Văn Ân", 3)


def test_a_word_paper_gets_its_pdf_when_it_is_wanted_and_a_fault_is_not_tried_again(cast: Cast, round_: Round) -> None:
    make(kind=KIND, key=KEY, formats={"word"}, by=cast.officer, at=NOW)

    paper = standing(cast, lambda _word: b"%PDF-1.7").paper
    assert (paper.number, attachments.read(paper.pdf_path)) == (1, b"%PDF-1.7")

    Paper.objects.update(pdf_path="", pdf_fault="LibreOffice dừng giữa chừng")
    assert standing(cast, lambda _word: b"%PDF-1.7").paper.pdf_path == ""


def test_the_signed_making_comes_first_though_a_later_one_says_the_same(cast: Cast, round_: Round) -> None:
    first = standing(cast).paper
    copy = signed(cast)
    keep_template(cast.officer, "Mẫu mới: {{ ho_ten }}.")
    make(kind=KIND, key=KEY, formats={"word"}, by=cast.officer, at=NOW)

    assert standing(cast) == Standing(first, copy=copy)


def test_a_signed_copy_of_something_else_is_named_and_left_out(cast: Cast, round_: Round) -> None:
    standing(cast)
    copy = signed(cast)
    rename("Nguyễn Văn Ân")

    found = standing(cast)

    assert (found.paper.number, found.copy, found.outdated) == (2, None, copy)


def test_the_newest_copy_that_nobody_altered_counts(cast: Cast, round_: Round) -> None:
    standing(cast)
    signed(cast)
    good = signed(cast, "good")
    signed(cast, "altered")

    assert standing(cast).copy == good
