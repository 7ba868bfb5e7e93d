"""Title, subject, bases and running text: checks T01 to T04 and B01 to B10."""

import re
from collections.abc import Iterator

from lantoa.domain.papers.kinds import Part
from lantoa.domain.papers.words import points
from lantoa.papers.form.anatomy import ARTICLE, CLAUSE, ENDS, HEADING, POINT
from lantoa.papers.form.document import Paragraph
from lantoa.papers.form.faults import Answer, Fault, Question, Wanted, dressed, every, of
from lantoa.papers.form.heads import short_rule

TITLE_LOOK = Wanted(26, 28, bold=True, align="center", upper=True)
SUBJECT_LOOK = Wanted(26, 28, bold=True, align="center", upper=False)
REPLY_LOOK = Wanted(24, 26, bold=False)
BASIS_LOOK = Wanted(26, 28, italic=True)
TEXT_LOOK = Wanted(26, 28, italic=None, align="both")
HEADING_LOOK = Wanted(26, 28, bold=True, upper=True)
INDENTS = (567, 720)  # 1 cm, 1.27 cm
OF_INDENT = 5
SPACE = 120  # 6 points
SINGLE, ONE_AND_A_HALF = 240, 360
LETTERS = points(23)
LABEL = re.compile(r"Điều (\d+)\.")


def title(question: Question) -> Answer:
    found = question.paper.title
    return [Fault("không thấy tên loại văn bản")] if found is None else of(found, TITLE_LOOK)


def subject(question: Question) -> Answer:
    found = question.paper.subject
    return [Fault("không thấy trích yếu dưới tên loại")] if found is None else of(found, SUBJECT_LOOK)


def subject_rule(question: Question) -> Answer:
    found = question.paper.subject
    return None if found is None else short_rule(question.paper.subject_rule, found, "trích yếu")


def reply(question: Question) -> Answer:
    """A letter has no title; its subject stands under the number."""
    if question.is_titled:
        return None
    found = question.paper.reply_subject
    if found is None:
        return [Fault("không thấy trích yếu “V/v …” dưới số, ký hiệu")]
    faults = list(dressed(found, REPLY_LOOK))
    return faults if found.before >= SPACE else [*faults, Fault("phải cách số, ký hiệu 6 pt", found.where)]


def bases(question: Question) -> Answer:
    found = question.paper.bases
    if not found:
        return [Fault("không thấy căn cứ ban hành")]
    return list(_bases(found))


def _bases(found: list[Paragraph]) -> Iterator[Fault]:
    for one in found:
        yield from dressed(one, BASIS_LOOK)
        end = "." if one is found[-1] else ";"
        if not one.text.endswith(end):
            yield Fault(f"căn cứ này phải kết thúc bằng dấu “{end}”", one.where)


def text_look(question: Question) -> Answer:
    found = question.paper.words(titled=question.is_titled)
    slanted = [one for one in found if all(run.look.italic for run in one.seen)]
    faults = every(found, TEXT_LOOK)
    return None if faults is None else [*faults, *(Fault("lời văn phải là chữ đứng", one.where) for one in slanted)]


def indent(question: Question) -> Iterator[Fault]:
    for one in question.paper.words(titled=question.is_titled):
        if not any(abs(one.first - wanted) <= OF_INDENT for wanted in INDENTS):
            yield Fault("dòng đầu phải thụt 1 cm hoặc 1,27 cm", one.where)


def space(question: Question) -> Iterator[Fault]:
    for one in question.paper.words(titled=question.is_titled):
        if one.before + one.after < SPACE:
            yield Fault("các đoạn phải cách nhau ít nhất 6 pt", one.where)


def lines(question: Question) -> Iterator[Fault]:
    for one in question.paper.words(titled=question.is_titled):
        if one.line_rule != "auto" or not SINGLE <= one.line <= ONE_AND_A_HALF:
            yield Fault("giãn dòng phải từ đơn đến 1,5", one.where)


def articles(question: Question) -> Answer:
    found = question.paper.articles
    if not found:
        return [Fault("không thấy Điều nào")]
    return list(_articles(found))


def _articles(found: list[Paragraph]) -> Iterator[Fault]:
    for place, one in enumerate(found, 1):
        label = LABEL.match(one.text)
        if label is None or int(label[1]) != place:
            yield Fault(f"phải viết “Điều {place}.”", one.where)
        first = one.seen[0]
        if not first.look.bold or first.look.italic or not ARTICLE.match(first.text.strip()):
            yield Fault("chữ “Điều” và số thứ tự phải đậm, đứng", one.where)


def headings(question: Question) -> Answer:
    return every((one for one in question.paper.said if HEADING.match(one.text)), HEADING_LOOK)


def clauses(question: Question) -> Answer:
    """A clause with a title has it in bold; one that is a sentence is not."""
    found = [one for one in question.paper.said if CLAUSE.match(one.text)]
    return [fault for one in found for fault in _clause(one)] if found else None


def _clause(one: Paragraph) -> Iterator[Fault]:
    if not one.text.endswith(ENDS) and not one.is_bold:
        yield Fault("tiêu đề của khoản phải đậm", one.where)
    if one.text.endswith((".", ";")) and one.is_bold:
        yield Fault("khoản không có tiêu đề thì không in đậm", one.where)


def letters(question: Question) -> Answer:
    found = [one for one in question.paper.said if POINT.match(one.text)]
    return list(_letters(found)) if found else None


def _letters(found: list[Paragraph]) -> Iterator[Fault]:
    wanted = "a"
    for one in found:
        letter = one.text[0]
        if letter not in (wanted, "a"):
            yield Fault(f"điểm này phải là “{wanted})”", one.where)
        place = LETTERS.index(letter) + 1 if letter in LETTERS else 0
        wanted = LETTERS[place] if place < len(LETTERS) else "a"


def end(question: Question) -> Answer:
    """Form 1.9, the minutes, ends as it likes."""
    if Part.MINUTES in question.parts or Part.RECIPIENTS not in question.parts or not question.paper.said:
        return None
    last = question.paper.said[-1]
    return [] if last.text.endswith("./.") else [Fault("nội dung phải kết thúc bằng “./.”", last.where)]
