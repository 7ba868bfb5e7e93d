"""Who may do what, and why not: one table of roles and deeds, asked through `may`."""

from dataclasses import dataclass

from lantoa.domain.authority.deeds import NEVER_ONESELF, PERMISSIONS, Deed
from lantoa.domain.authority.roles import Reach, Role

__all__ = [
    "PERMISSIONS",
    "Actor",
    "Allowed",
    "Case",
    "Deed",
    "Reach",
    "Refused",
    "Role",
    "Scope",
    "may",
    "scope",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: roles held, codes of the units headed, one's own code, codes of the offices verified for."""

    roles: frozenset[Role]
    units: frozenset[str] = frozenset()
    person: str | None = None
    offices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """What the deed is done to: a subject, its units and mentor; nothing for the whole organisation."""

    subject: str | None = None
    units: frozenset[str] = frozenset()
    mentor: str | None = None


@dataclass(frozen=True, slots=True)
class Allowed:
    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Refused:
    """Why not, in a sentence that stands beside the disabled button."""

    reason: str

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Scope:
    """What a deed reaches: everything, or some units and those under them, or oneself, or those one mentors."""

    everything: bool = False
    units: frozenset[str] = frozenset()
    person: str | None = None
    mentor: str | None = None

    def __bool__(self) -> bool:
        return self.everything or bool(self.units) or self.person is not None or self.mentor is not None

    def covers(self, case: Case) -> bool:
        if self.everything or self.units & case.units:
            return True
        if case.mentor is not None and case.mentor == self.mentor:
            return True
        return case.subject is not None and (case.subject in self.units or case.subject == self.person)


def scope(actor: Actor, deed: Deed) -> Scope:
    """How far the actor's roles reach for that deed, for lists that show only what may be seen."""
    reaches = _reaches(actor, deed)
    return Scope(
        everything=Reach.EVERYWHERE in reaches,
        units=actor.units if Reach.OWN_UNITS in reaches else frozenset(),
        person=actor.person if reaches & {Reach.ONESELF, Reach.ONESELF_AND_MENTORED} else None,
        mentor=actor.person if reaches & {Reach.MENTORED, Reach.ONESELF_AND_MENTORED} else None,
    )


def may(actor: Actor, deed: Deed, case: Case | None = None) -> Allowed | Refused:
    """Whether the deed reaches the case, or without a case anything at all; otherwise why not."""
    if deed in NEVER_ONESELF and case is not None and case.subject is not None and case.subject == actor.person:
        return Refused(NEVER_ONESELF[deed])
    reached = scope(actor, deed)
    if reached if case is None else reached.covers(case):
        return Allowed()
    return Refused(_reason(actor, deed))


def _reaches(actor: Actor, deed: Deed) -> set[Reach]:
    return {reach for role, reach in PERMISSIONS[deed].items() if role in actor.roles}


def _reason(actor: Actor, deed: Deed) -> str:
    reaches = _reaches(actor, deed)
    if Reach.OWN_UNITS in reaches:
        return f"Bạn chỉ được {deed.label} trong phạm vi đơn vị mình phụ trách."
    if reaches and actor.person is None:
        return "Tài khoản của bạn chưa gắn với hồ sơ cán bộ nào. Hãy đề nghị quản trị hệ thống gắn hồ sơ."
    if reaches:
        return f"Bạn chỉ được {deed.label} {next(iter(reaches)).label}."
    holders = ", ".join(role.label for role in PERMISSIONS[deed])
    return f"Việc {deed.label} thuộc về: {holders}. Nếu đó là việc của bạn, hãy đề nghị quản trị hệ thống cấp vai trò."
