"""Asking for the papers of all who work at the school."""

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.nomination.models import Round
from lantoa.papers.actions import jobs
from lantoa.papers.models import PaperJob
from tests.cast import NOW
from tests.papers.making.desk import KIND, things


def ask(round_: Round, by: User, *, with_pdf: bool = False) -> PaperJob:
    wanted = [(KIND, thing) for thing in things(actor_of(by), round_.pk)]
    return jobs.ask(wanted=wanted, title=round_.name, round_id=round_.pk, with_pdf=with_pdf, by=by, at=NOW)
