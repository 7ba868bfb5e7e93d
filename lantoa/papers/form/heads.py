"""The head of a paper: state and motto, agency, number, place and day; checks H01 to H12."""

import re

from lantoa.papers.form.document import Paragraph
from lantoa.papers.form.faults import Answer, Fault, Question, Wanted, dressed, of

STATES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = re.compile(r"Số: ?(\d{2,}|\s*)/[A-ZĐa-zđ0-9]+(-[A-ZĐ&a-zđ0-9]+)*")
DAY = re.compile(r".+, ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}")
BLANK_DAY = re.compile(r".+, ngày\s+tháng\s+năm \d{4}")
AS_LONG = (0.75, 1.3)  # the width of a text is an estimate
SINGLE = 240
SHORTER, SHORTEST = 0.75, 0.15  # a third to a half, of an estimate
STATE_LOOK = Wanted(24, 26, bold=True, upper=True)
MOTTO_LOOK = Wanted(26, 28, bold=True, align="center", upper=False)
PARENT_LOOK = Wanted(24, 26, bold=False, upper=True)
ISSUER_LOOK = Wanted(24, 26, bold=True, align="center", upper=True)
NUMBER_LOOK = Wanted(26, 26, bold=False, align="center")
DAY_LOOK = Wanted(26, 28, bold=False, italic=True, align="center")


def state(question: Question) -> Answer:
    found = question.paper.motto_of_state
    if found is None:
        return [Fault("không thấy Quốc hiệu")]
    return [] if found.text.upper() in STATES else [Fault(f"Quốc hiệu phải là “{STATES[0]}”", found.where)]


def state_look(question: Question) -> Answer:
    found = question.paper.motto_of_state
    if found is None:
        return None
    faults = list(dressed(found, STATE_LOOK))
    return faults if found.spot.is_right else [*faults, Fault("Quốc hiệu phải ở bên phải trang đầu", found.where)]


def motto(question: Question) -> Answer:
    found = question.paper.motto
    if found is None:
        return [Fault("không thấy Tiêu ngữ dưới Quốc hiệu")]
    return [] if found.text.casefold() == MOTTO.casefold() else [Fault(f"Tiêu ngữ phải là “{MOTTO}”", found.where)]


def motto_look(question: Question) -> Answer:
    found = question.paper.motto
    if found is None:
        return None
    faults = list(dressed(found, MOTTO_LOOK))
    if found.line != SINGLE or found.line_rule != "auto":
        faults.append(Fault("Tiêu ngữ phải cách dòng đơn", found.where))
    return faults


def motto_rule(question: Question) -> Answer:
    found = question.paper.motto
    if found is None:
        return None
    if any(run.look.underlined for run in found.seen):
        return [Fault("dưới Tiêu ngữ là đường kẻ, không phải gạch chân chữ", found.where)]
    rule = found if found.bordered else next((one for one in question.paper.under_state if one.is_rule), None)
    if rule is None:
        return [Fault("không có đường kẻ dưới Tiêu ngữ", found.where)]
    share = rule.rule_length / max(1, found.text_width)
    fits = rule.rule_length == 0 or AS_LONG[0] <= share <= AS_LONG[1]
    return [] if fits else [Fault("đường kẻ phải dài bằng dòng chữ Tiêu ngữ", found.where)]


def parent_look(question: Question) -> Answer:
    found = question.paper.agencies
    return [fault for one in found[:-1] for fault in dressed(one, PARENT_LOOK)] if found[1:] else None


def issuer_look(question: Question) -> Answer:
    found = question.paper.agencies
    return list(dressed(found[-1], ISSUER_LOOK)) if found else [Fault("không thấy tên cơ quan ban hành")]


def issuer_rule(question: Question) -> Answer:
    paper = question.paper
    if not paper.agencies:
        return None
    issuer = paper.agencies[-1]
    rule = issuer if issuer.bordered else next((one for one in paper.agency_cell if one.is_rule), None)
    return short_rule(rule, issuer, "tên cơ quan")


def short_rule(rule: Paragraph | None, text: Paragraph, words: str) -> list[Fault]:
    """A line from a third to a half as long as the text above it."""
    if rule is None:
        return [Fault(f"không có đường kẻ dưới {words}", text.where)]
    share = rule.rule_length / max(1, text.text_width)
    fits = rule.rule_length == 0 or SHORTEST <= share <= SHORTER
    return [] if fits else [Fault(f"đường kẻ dưới {words} phải dài 1/3 đến 1/2 dòng chữ", text.where)]


def number(question: Question) -> Answer:
    found = question.paper.number
    if found is None:
        return [Fault("không thấy dòng Số, ký hiệu dưới tên cơ quan")]
    return [] if NUMBER.fullmatch(found.text) else [Fault("số, ký hiệu phải có dạng “Số: 05/QĐ-CĐL”", found.where)]


def number_look(question: Question) -> Answer:
    return of(question.paper.number, NUMBER_LOOK)


def day(question: Question) -> Answer:
    found = question.paper.place_and_day
    if found is None:
        return [Fault("không thấy địa danh và ngày tháng dưới Quốc hiệu")]
    if DAY.fullmatch(found.text) or BLANK_DAY.fullmatch(found.text):
        return []
    return [Fault("phải có dạng “Bình An, ngày 05 tháng 01 năm 2026”", found.where)]


def day_look(question: Question) -> Answer:
    found, beside = question.paper.place_and_day, question.paper.number
    if found is None:
        return None
    faults = list(dressed(found, DAY_LOOK))
    if beside and (beside.spot.table, beside.spot.row) != (found.spot.table, found.spot.row):
        faults.append(Fault("phải cùng hàng với số, ký hiệu", found.where))
    return faults
