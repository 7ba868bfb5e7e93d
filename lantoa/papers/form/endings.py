"""Who signs, who receives, appendices and minutes: checks S01 to S03, N01 to N04, A01 to A04, M01."""

import re
from collections.abc import Iterator

from lantoa.domain.papers.kinds import Part
from lantoa.domain.vietnamese import fold
from lantoa.papers.form.anatomy import positions_and_name
from lantoa.papers.form.document import Paragraph
from lantoa.papers.form.faults import Answer, Fault, Question, Wanted, dressed, every

POSITION_LOOK = Wanted(26, 28, bold=True, upper=True)
NAME_LOOK = Wanted(26, 28, bold=True, align="center", upper=False)
RECEIVES_LOOK = Wanted(24, 24, bold=True, italic=True)
RECIPIENT_LOOK = Wanted(22, 22, bold=False)
ADDRESSEE_LOOK = Wanted(26, 28)
APPENDIX_LOOK = Wanted(28, 28, bold=True, align="center")
APPENDIX_NAME_LOOK = Wanted(26, 28, bold=True, align="center", upper=True)
ACCOMPANIES_LOOK = Wanted(26, 28, italic=True)
RIGHTS = ("TM", "Q", "KT", "TL", "TUQ")
RIGHT = re.compile(r"([A-ZĐ]{1,3})\. ")
DEGREE = re.compile(r"(GS|PGS|TS|ThS|NGƯT|NGND)\b", re.IGNORECASE)
KEPT = re.compile(r"- Lưu: VT, .+\.")
APPENDIX = re.compile(r"Phụ lục( [IVXLC]+)?", re.IGNORECASE)
ACCOMPANIES = re.compile(r"\(Kèm theo .+ của .+\)")
HOUR = re.compile(r"\d{1,2} ?(giờ|g|h)|\s{2,}giờ|…+ ?giờ")


def positions(question: Question) -> Answer:
    found = [one for cell in _cells(question) for one in positions_and_name(cell)[0]]
    if not found:
        return [Fault("không thấy chức vụ người ký")]
    return [*(fault for one in found for fault in dressed(one, POSITION_LOOK)), *_rights(found)]


def _rights(found: list[Paragraph]) -> Iterator[Fault]:
    for one in found:
        right = RIGHT.match(one.text)
        if right and right[1] not in RIGHTS:
            yield Fault("quyền hạn chỉ viết TM., Q., KT., TL., TUQ.", one.where)


def name(question: Question) -> Answer:
    found = _names(question)
    if len(found) < len(_cells(question)):
        return [Fault("chưa có họ tên người ký")]
    return every(found, NAME_LOOK)


def degrees(question: Question) -> Answer:
    if question.keeps_degrees:
        return None
    return [Fault("không ghi học hàm, học vị", one.where) for one in _names(question) if DEGREE.match(one.text)]


def receives(question: Question) -> Answer:
    found = question.paper.recipients
    if not found:
        return [Fault("không thấy “Nơi nhận:”")]
    return list(_receives(found[0], question))


def _receives(found: Paragraph, question: Question) -> Iterator[Fault]:
    yield from dressed(found, RECEIVES_LOOK)
    if found.text != "Nơi nhận:":
        yield Fault("phải viết “Nơi nhận:”", found.where)
    if found.align not in ("left", "both", "start") or found.left or found.first:
        yield Fault("“Nơi nhận:” phải sát lề trái", found.where)
    signed = question.paper.signing()
    beside = signed and (signed[0].spot.table, signed[0].spot.row) == (found.spot.table, found.spot.row)
    if Part.SIGNATURE in question.parts and not beside:
        yield Fault("“Nơi nhận:” phải ngang hàng với chức vụ người ký", found.where)


def recipients(question: Question) -> Answer:
    found = question.paper.recipients[1:]
    return list(_recipients(found)) if found else None


def _recipients(found: list[Paragraph]) -> Iterator[Fault]:
    for one in found:
        yield from dressed(one, RECIPIENT_LOOK)
        end = "." if one is found[-1] else ";"
        if not one.text.startswith("- ") or not one.text.endswith(end):
            yield Fault(f"dòng này phải bắt đầu bằng “- ” và kết thúc bằng “{end}”", one.where)


def kept(question: Question) -> Answer:
    found = question.paper.recipients
    if not found:
        return None
    last = found[-1]
    return [] if KEPT.fullmatch(last.text) else [Fault("dòng cuối phải là “- Lưu: VT, ….”", last.where)]


def addressees(question: Question) -> Answer:
    found = question.paper.addressees
    if Part.ADDRESSEE not in question.parts:
        return [Fault("loại văn bản này không có “Kính gửi”", found[0].where)] if found else None
    if not found:
        return [Fault("không thấy “Kính gửi”")]
    return list(_addressees(found))


def _addressees(found: list[Paragraph]) -> Iterator[Fault]:
    for one in found:
        yield from dressed(one, ADDRESSEE_LOOK)
    for one in found[1:]:
        end = "." if one is found[-1] else ";"
        if not one.text.endswith(end):
            yield Fault(f"nơi nhận này phải kết thúc bằng “{end}”", one.where)


def appendix(question: Question) -> Answer:
    found = question.paper.appendices
    if not found:
        return [Fault("không thấy chữ “Phụ lục”")]
    return list(_appendix(found))


def _appendix(found: list[Paragraph]) -> Iterator[Fault]:
    for one in found:
        yield from dressed(one, APPENDIX_LOOK)
        label = APPENDIX.fullmatch(one.text)
        if label is None or (len(found) > 1 and label[1] is None):
            yield Fault("phải viết “Phụ lục” và số La Mã", one.where)


def appendix_name(question: Question) -> Answer:
    return every(_after(question, 1), APPENDIX_NAME_LOOK)


def accompanies(question: Question) -> Answer:
    found = _after(question, 2)
    return [fault for one in found for fault in _accompanies(one)] if found else None


def _accompanies(one: Paragraph) -> Iterator[Fault]:
    yield from dressed(one, ACCOMPANIES_LOOK)
    if not ACCOMPANIES.fullmatch(one.text):
        yield Fault("phải viết “(Kèm theo … số … ngày … của …)”", one.where)


def appendix_pages(question: Question) -> Answer:
    found = question.paper.appendices
    return list(_appendix_pages(question, found)) if found else None


def _appendix_pages(question: Question, found: list[Paragraph]) -> Iterator[Fault]:
    passed = {0}
    for one in found:
        section = question.paper.section_of(one)
        if one.spot.section in passed or section.start != 1:
            yield Fault("số trang của phụ lục phải đánh riêng, từ 1", one.where)
        passed.add(one.spot.section)


def minutes(question: Question) -> Iterator[Fault]:
    paper = question.paper
    if paper.place_and_day is not None:
        yield Fault("biên bản không ghi địa danh, ngày tháng ở đầu", paper.place_and_day.where)
    for left, words in ((True, "THƯ KÝ"), (False, "CHỦ TỌA")):
        held = [fold(one.text) for one in paper.signing(left=left)]
        if fold(words) not in held:
            yield Fault(f"{words} phải ký ở bên {'trái' if left else 'phải'}")
    timed = [fold(one.text) for one in paper.said if HOUR.search(one.text)]
    if not any("bat dau" in text or "khai mac" in text for text in timed):
        yield Fault("không thấy giờ bắt đầu")
    if not any("ket thuc" in text or "be mac" in text for text in timed):
        yield Fault("không thấy giờ kết thúc")


def _cells(question: Question) -> list[list[Paragraph]]:
    """Who signs: one on the right; in minutes, one on each side."""
    paper = question.paper
    both = Part.MINUTES in question.parts
    return [cell for cell in ([paper.signing(left=True)] if both else []) + [paper.signing()] if cell]


def _names(question: Question) -> list[Paragraph]:
    return [found for cell in _cells(question) if (found := positions_and_name(cell)[1])]


def _after(question: Question, steps: int) -> list[Paragraph]:
    """The paragraph so many below each `Phụ lục`, empty ones not counted."""
    said = [one for one in question.paper.document.paragraphs if one.text and one.spot.table is None]
    places = [said.index(one) + steps for one in question.paper.appendices]
    return [said[place] for place in places if place < len(said)]
