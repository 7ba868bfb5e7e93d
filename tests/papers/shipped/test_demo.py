"""Every paper that the demonstration school can have made is in form and prints; its pages are left to be looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.command.demo import run
from lantoa.demo.opening import open_accounts
from lantoa.domain.authority import Role
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.composing import Draft, compose
from lantoa.papers.models import Letterhead
from lantoa.papers.pdf.office import Converter
from lantoa.papers.sources import sources
from tests.demo.test_actions import AT
from tests.papers.pdf.looking import pages, picture

OUTPUT = Path(__file__).resolve().parents[3] / "output" / "papers" / "demo"


def drafts(officer: User, office: Converter) -> Iterator[Draft]:
    """One paper of each kind for which something is ready, in the order of the procedure."""
    for kind, source in sources().items():
        ready = (thing for thing in source.things(actor_of(officer), None) if not thing.missing)
        for thing in list(ready)[:1]:
            yield compose(kind=kind, key=thing.key, by=officer, with_pdf=True, convert=office.to_pdf)


@pytest.fixture
def officer(db: None) -> Iterator[User]:
    """The emulation officer of that school, on the day that all of it is told for."""
    with time_machine.travel(AT, tick=False):
        run(accounts=False)
        _letterhead()
        yield dict(zip(Role, open_accounts(at=timezone.now()), strict=True))[Role.OFFICER]


def _letterhead() -> None:
    Letterhead.objects.create(
        since=AT.date().replace(year=2020),
        parent="Bộ Tư pháp",
        issuer="Trường Cao đẳng Luật Sông Lam",
        abbreviation="CĐLSL",
        place="Bình An",
        office="TCHC",
        signer="Trần Thị Bưởi",
        made_at=timezone.now(),
    )


def test_papers_of_the_demonstration_school_are_in_form_and_leave_no_page_blank(officer: User) -> None:
    with Converter() as office:
        made = list(drafts(officer, office))

    for draft in made:
        _leave_to_be_seen(draft)
    assert {draft.kind: _faults(draft) for draft in made if _faults(draft)} == {}
    assert {draft.kind: draft.pdf_fault for draft in made if "" in pages(draft.pdf)} == {}
    assert {PaperKind.NOMINEE_LIST, PaperKind.COUNCIL_MINUTES, PaperKind.RECOGNITION} <= {one.kind for one in made}


def _faults(draft: Draft) -> list[str]:
    return [f"{one['code']} {one['where']}" for one in draft.checks if one["verdict"] == "not_met"]


def _leave_to_be_seen(draft: Draft) -> None:
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for page in range(1, min(len(pages(draft.pdf)), 4) + 1):
        picture(draft.pdf, page).save(OUTPUT / f"{draft.kind.value}-{page}.png")
