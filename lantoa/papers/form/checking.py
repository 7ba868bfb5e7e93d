"""Checks a Word paper: which of the checks are met, which are not and where, which do not apply to its kind."""

import zipfile
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.form.anatomy import Anatomy
from lantoa.papers.form.faults import Fault, Question
from lantoa.papers.form.reading import read
from lantoa.papers.form.table import CHECKS, Check

AT_MOST = 3  # faults named in one sentence


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class NoWordDocument(ValueError):
    """The bytes are no Word document."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check came to; `where` names the first place, empty when all is well."""

    code: str
    verdict: Verdict
    sentence: str
    where: str = ""


def check(document: bytes, kind: PaperKind, *, keeps_degrees: bool = False) -> list[Checked]:
    """All checks in their order; raises NoWordDocument.

    `keeps_degrees`: the office may write degrees before the signer's name (II.7c, teaching and science).
    """
    try:
        paper = Anatomy(read(document))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as broken:
        raise NoWordDocument("Tệp này không phải văn bản Word (.docx) đọc được.") from broken
    question = Question(paper, KINDS[kind].parts, keeps_degrees)
    return [_checked(one, question) for one in CHECKS]


def _checked(one: Check, question: Question) -> Checked:
    plain = f"{one.component}: {one.asked[0].lower()}{one.asked[1:]}"
    if not question.parts or (one.parts and not one.parts & question.parts) or one.examine is None:
        return Checked(one.code, Verdict.NOT_APPLICABLE, plain)
    answer = one.examine(question)
    if answer is None:
        return Checked(one.code, Verdict.NOT_APPLICABLE, plain)
    faults = list(answer)
    if not faults:
        return Checked(one.code, Verdict.MET, plain)
    return Checked(one.code, Verdict.NOT_MET, f"{plain} – {_named(faults)}", faults[0].where)


def _named(faults: list[Fault]) -> str:
    sentences = list(dict.fromkeys(fault.sentence for fault in faults))
    more = len(sentences) - AT_MOST
    return "; ".join(sentences[:AT_MOST]) + (f"; và {more} lỗi khác" if more > 0 else "")
