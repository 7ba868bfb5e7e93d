"""A dossier held against the records of today: every criterion anew, and what has changed since it was kept."""

from dataclasses import dataclass

from lantoa import plans
from lantoa.domain.authority import Actor
from lantoa.domain.nurture import Aim
from lantoa.domain.verdict import Assessment, Verdict
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import case_of, criteria_read
from lantoa.nurture.queries.aims import assessment
from lantoa.register.queries.evidence import Display, Reader, displays
from lantoa.register.queries.records import book_of


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion as it is today, who settles it when it is unknown, and the verdict kept with the dossier."""

    display: Display
    settled_by: str
    before: str  # the code of the verdict that was kept; empty when the dossier knows nothing of the criterion

    @property
    def has_changed(self) -> bool:
        return self.before not in ("", self.display.verdict.code)


@dataclass(frozen=True, slots=True)
class Check:
    """Today's verdict, line by line."""

    assessment: Assessment
    lines: tuple[Line, ...]

    @property
    def missing(self) -> list[Line]:
        return [line for line in self.lines if line.display.verdict < Verdict.MET]

    @property
    def changes(self) -> list[Line]:
        return [line for line in self.lines if line.has_changed]


def check(nomination: Nomination, actor: Actor) -> Check:
    """From the subject's book as it is now, with as many rows as this reader may see."""
    book = book_of(nomination.subject)
    aim = Aim(nomination.edition, nomination.tier, nomination.year)
    found = assessment(aim, nomination.subject, book)
    kept = {one["criterion"]: one["verdict"] for one in nomination.verdict.get("findings", [])}
    read = criteria_read(nomination, actor)
    shown = displays(found, Reader(actor, book, case_of(nomination)))
    shown = [one for one in shown if read is None or one.criterion.code in read]
    lines = (Line(one, _settlers(nomination, one), kept.get(one.criterion.code, "")) for one in shown)
    return Check(found, tuple(lines))


def _settlers(nomination: Nomination, display: Display) -> str:
    """Which office of the path answers for a criterion that the records leave open."""
    if display.verdict is not Verdict.UNKNOWN:
        return ""
    offices = plans.load(nomination.edition).procedure.offices_of(display.criterion.code)
    return ", ".join(office.name for office in offices)
