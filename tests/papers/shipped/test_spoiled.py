"""A school whose names are long and whose texts look like code has all its papers, in form and within their pages."""

import json

from lantoa.accounts.models import User
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.pdf.office import Converter
from tests.papers.pdf.looking import outside, pages
from tests.papers.shipped.spoiling import spoil
from tests.papers.shipped.test_demo import drafts, faults
from tests.papers.shipped.test_worst import EDGE, squeezed
from tests.papers.shipped.worst import UNIT

NAMED = {
    PaperKind.UNIT_MINUTES,
    PaperKind.NOMINEE_LIST,
    PaperKind.INDIVIDUAL_REPORT,
    PaperKind.POSTING,
    PaperKind.PACK,
    PaperKind.COUNCIL_MINUTES,
    PaperKind.SUBMISSION_TO_PRINCIPAL,
    PaperKind.RECOGNITION,
}


def test_every_paper_of_a_spoiled_school_is_made(officer: User) -> None:
    spoil()

    with Converter() as office:
        made = list(drafts(officer, office))

    printed = [draft for draft in made if draft.pdf]
    assert [f"{draft.kind} {draft.thing.key}: {fault}" for draft in made for fault in faults(draft)] == []
    assert {draft.kind: draft.pdf_fault for draft in made if draft.pdf_fault} == {}
    assert {draft.kind: outside(draft.pdf, EDGE) for draft in printed if outside(draft.pdf, EDGE)} == {}
    named = [draft for draft in printed if UNIT in json.dumps(draft.contents, ensure_ascii=False).replace('\\"', '"')]
    said = {draft.kind: squeezed("".join(pages(draft.pdf))).casefold() for draft in named}
    assert said.keys() >= NAMED
    assert {kind for kind, text in said.items() if squeezed(UNIT).casefold() not in text} == set()
