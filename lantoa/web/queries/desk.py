"""Puts the workbench of one person together from their roles."""

from collections.abc import Iterator
from datetime import date

from lantoa.domain.authority import Actor, Deed, Role, scope
from lantoa.domain.plan import Plan
from lantoa.register.queries.subjects import last_year_on_file
from lantoa.web.queries import missing, workbench
from lantoa.web.queries.workbench import Task, Workbench


def desk_of(user: int, actor: Actor, plan: Plan, drafts: list[Plan], today: date) -> Workbench:
    """What is due from that user, and the tasks of all the roles that the user holds."""
    if workbench.is_first_run():
        return Workbench(tuple(_without_book(actor)), is_first_run=True)
    year = last_year_on_file(plan.period)
    tasks = [
        *workbench.due_from(user, today),
        *_of_officer(actor, plan, drafts, today, year),
        *_of_head(actor, plan, today, year),
    ]
    return Workbench((*tasks, *_without_book(actor), *missing.own_way(year, actor)), is_first_run=False)


def _of_officer(actor: Actor, plan: Plan, drafts: list[Plan], today: date, year: int) -> Iterator[Task]:
    if Role.OFFICER not in actor.roles:
        return
    found = missing.latest(plan, year, scope(actor, Deed.SCREEN))
    yield from workbench.imports_to_decide()
    yield from workbench.books_to_close(plan, actor, today)
    yield from missing.attestations_of_mine(found)
    yield from missing.one_step_away(found)
    yield from missing.attestations_by_unit(found)
    yield from workbench.milestones(plan, today)
    yield from workbench.next_edition(plan, drafts, today)


def _of_head(actor: Actor, plan: Plan, today: date, year: int) -> Iterator[Task]:
    if Role.HEAD not in actor.roles or Role.OFFICER in actor.roles:
        return
    found = missing.latest(plan, year, scope(actor, Deed.SCREEN))
    yield from missing.attestations_of_mine(found)
    yield from missing.one_step_away(found)
    yield from workbench.books_to_close(plan, actor, today)
    yield from workbench.milestones(plan, today)


def _without_book(actor: Actor) -> Iterator[Task]:
    if Role.ADMINISTRATOR in actor.roles:
        yield from workbench.accounts_to_arrange()
        yield from workbench.printer_to_install()
