"""Every paper that the demonstration school can have made is in form and prints; its pages are left to be looked at."""

from collections.abc import Iterator
from pathlib import Path

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.composing import Draft, compose
from lantoa.papers.pdf.office import Converter
from lantoa.papers.sources import sources
from tests.papers.pdf.looking import pages, picture

OUTPUT = Path(__file__).resolve().parents[3] / "output" / "papers" / "demo"


def drafts(officer: User, office: Converter) -> Iterator[Draft]:
    """Every paper that is ready, in the order of the procedure; of each kind the first is printed too."""
    for kind, source in sources().items():
        ready = [thing for thing in source.things(actor_of(officer), None) if not thing.missing]
        for place, thing in enumerate(ready if KINDS[kind].is_official else ready[:1]):
            yield compose(kind=kind, key=thing.key, by=officer, with_pdf=not place, convert=office.to_pdf)


def test_papers_of_the_demonstration_school_are_in_form_and_leave_no_page_blank(officer: User) -> None:
    with Converter() as office:
        made = list(drafts(officer, office))

    printed = [draft for draft in made if draft.pdf]
    for draft in printed:
        _leave_to_be_seen(draft)
    assert [f"{draft.kind} {draft.thing.key}: {fault}" for draft in made for fault in faults(draft)] == []
    assert {draft.kind: draft.pdf_fault for draft in made if draft.pdf_fault} == {}
    assert {draft.kind for draft in printed if "" in pages(draft.pdf)} == set()
    assert {draft.kind for draft in printed} == {draft.kind for draft in made}
    assert {PaperKind.NOMINEE_LIST, PaperKind.COUNCIL_MINUTES, PaperKind.RECOGNITION} <= {one.kind for one in made}


def faults(draft: Draft) -> list[str]:
    return [f"{one['code']} {one['where']}" for one in draft.checks if one["verdict"] == "not_met"]


def _leave_to_be_seen(draft: Draft) -> None:
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for page in range(1, min(len(pages(draft.pdf)), 4) + 1):
        picture(draft.pdf, page).save(OUTPUT / f"{draft.kind.value}-{page}.png")
