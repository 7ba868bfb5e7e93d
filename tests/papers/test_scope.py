"""Who has which paper: the list says of all of them what the source of each kind says of one."""

from collections.abc import Iterator
from typing import TypeAlias

import pytest
import time_machine
from django.utils import timezone

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.command.demo import run
from lantoa.demo.opening import open_accounts
from lantoa.domain.authority import Actor, Role
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.models import Paper
from lantoa.papers.queries.papers import visible
from lantoa.papers.sources import Thing, sources
from lantoa.register.models import Unit
from tests.cast import NOW
from tests.demo.test_actions import AT

Keys: TypeAlias = set[tuple[str, str]]

WHOLE_SCHOOL = {Role.OFFICER, Role.CHAIR, Role.PRINCIPAL, Role.CLERK}
COUNCIL = {Role.OFFICER, Role.CHAIR, Role.PRINCIPAL}
DRAFTS = {Role.OFFICER, Role.PRINCIPAL, Role.CLERK}  # of decisions; once issued they are for the whole school
ALL_OF_KIND = {
    PaperKind.VERIFICATION_SHEET: COUNCIL,
    PaperKind.AGENDA: COUNCIL,
    PaperKind.PACK: COUNCIL,
    PaperKind.BALLOT: COUNCIL,
    PaperKind.COUNTING_MINUTES: COUNCIL,
    PaperKind.COUNCIL_MINUTES: COUNCIL,
    PaperKind.SUBMISSION_TO_PRINCIPAL: COUNCIL,
    PaperKind.RECOGNITION: DRAFTS,
    PaperKind.COMMENDATION: DRAFTS,
    PaperKind.CORRECTION: DRAFTS,
    PaperKind.REVOCATION: DRAFTS,
}
OF_OWN_UNITS = {
    PaperKind.UNIT_MINUTES,
    PaperKind.NOMINEE_LIST,
    PaperKind.INDIVIDUAL_REPORT,
    PaperKind.COLLECTIVE_REPORT,
    PaperKind.CERTIFICATE_OF_RECOGNITION,
}
STORIES = {PaperKind.STORY}  # as those of certificates, where there are any


@pytest.fixture
def visitors(db: None) -> Iterator[dict[Role, User]]:
    """One of every role at the demonstration school, where all papers are made, and one of each kind about nothing."""
    with time_machine.travel(AT, tick=False):
        run(accounts=False)
        found = dict(zip(Role, open_accounts(at=timezone.now()), strict=True))
        _make(actor_of(found[Role.OFFICER]), found[Role.OFFICER])
        yield found


def _make(actor: Actor, by: User) -> None:
    units = dict(Unit.objects.values_list("subject__code", "pk"))
    for kind, source in sources().items():
        gone = Thing("khong-con", "Không còn", NOW.date(), "khong-con")
        things = [*source.things(actor, None), gone]
        Paper.objects.bulk_create(_paper(kind, thing, units.get(thing.unit), by) for thing in things)


def _paper(kind: PaperKind, thing: Thing, unit: int | None, by: User) -> Paper:
    told = {"title": thing.words[:500], "day": thing.day, "file_name": thing.file_name, "round_id": thing.round}
    made = {"number": 1, "word_path": "attachments/00/giay.docx", "made_by": by, "made_at": NOW}
    return Paper(kind=kind.value, key=thing.key, unit_id=unit, **told, **made)


def listed(user: User) -> Keys:
    return set(visible(user).values_list("kind", "key"))


def allowed(user: User) -> Keys:
    papers = Paper.objects.values_list("kind", "key")
    return {(kind, key) for kind, key in papers if sources()[PaperKind(kind)].may(actor_of(user), key)}


def offered(user: User) -> Keys:
    return {(kind.value, one.key) for kind, source in sources().items() for one in source.things(actor_of(user), None)}


def test_every_kind_is_listed_for_whom_its_source_allows_and_offered_to_nobody_else(visitors: dict[Role, User]) -> None:
    everything = set(Paper.objects.values_list("kind", "key"))
    seen = {role: listed(user) for role, user in visitors.items()}

    assert seen == {role: allowed(user) for role, user in visitors.items()}
    assert [(role, one) for role, user in visitors.items() for one in offered(user) - seen[role]] == []
    assert {kind: _roles_with(all_of(kind, everything), seen) for kind in sources()} == {
        kind: ALL_OF_KIND.get(kind, WHOLE_SCHOOL) for kind in sources()
    }
    assert {PaperKind(kind) for kind, _key in seen[Role.HEAD]} - STORIES == OF_OWN_UNITS
    assert {role for role, papers in seen.items() if papers} == WHOLE_SCHOOL | {Role.HEAD}


def all_of(kind: PaperKind, papers: Keys) -> Keys:
    return {one for one in papers if one[0] == kind.value}


def _roles_with(wanted: Keys, seen: dict[Role, Keys]) -> set[Role]:
    return {role for role, papers in seen.items() if wanted <= papers}
