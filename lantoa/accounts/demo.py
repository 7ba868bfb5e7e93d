"""Accounts for show: one of every role, under names and a password that everybody may know."""

from dataclasses import dataclass

from lantoa.accounts.models import User
from lantoa.domain.authority import Role

PASSWORD = "dieu-hay-lan-toa"  # noqa: S105  (known on purpose; the sign-in page warns while such accounts exist)
USER_NAMES = {
    Role.OFFICER: "chuyenvien",
    Role.HEAD: "truongdonvi",
    Role.STAFF: "vienchuc",
    Role.SPECIALIST: "thamdinh",
    Role.MEMBER: "uyvien",
    Role.CHAIR: "chutich",
    Role.PRINCIPAL: "hieutruong",
    Role.CLERK: "vanthu",
    Role.MINISTRY: "bo",
    Role.ADMINISTRATOR: "quantri",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the sign-in page says of an account for show."""

    roles: str
    username: str
    password: str


def shown(user: User) -> Shown:
    labels = dict.fromkeys(Role(grant.role).label for grant in user.grants.all())
    return Shown(", ".join(labels), user.username, PASSWORD)
