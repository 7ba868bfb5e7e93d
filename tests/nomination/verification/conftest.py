"""A dossier of the lecturer under verification, and the people who speak for the offices."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pytest

from lantoa.accounts.models import RoleGrant, User
from lantoa.domain.authority import Role
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.verification.answering import answer
from lantoa.nomination.models import Nomination, OfficeAnswer, Round
from lantoa.nomination.queries.verification.said import Opinion
from tests import cast as school
from tests.cast import NOW, Cast

EDITION = "nganh-tu-phap-2021-2025"
OFFICES = {"personnel": "tochuc", "science": "khoahoc", "party": "danguy", "union": "congdoan"}
CRITERIA = {"personnel": ["G2", "SA-I1", "SA-I3"], "science": ["G3"], "party": ["G1", "SA-I2"], "union": ["G4"]}
TODAY = date(2026, 1, 15)
MakeNomination: TypeAlias = Callable[..., Nomination]


def specialist(username: str, *offices: str) -> User:
    """Who verifies for those offices, with a record of one's own in the office of training."""
    user = school.account(username)
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=Role.SPECIALIST.value, office=one) for one in offices)
    return user


@pytest.fixture
def speakers(cast: Cast) -> dict[str, User]:
    """One account an office."""
    return {office: specialist(username, office) for office, username in OFFICES.items()}


@pytest.fixture
def round_(cast: Cast) -> Round:
    return Round.objects.create(
        edition=EDITION,
        tier="school-annual",
        year=2025,
        name="Đợt xét năm 2025",
        search_key="dot xet nam 2025",
        send_by=date(2026, 1, 12),
        verify_by=date(2026, 1, 20),
        stage="open",
        made_by=cast.officer,
        made_at=NOW,
        opened_by=cast.officer,
        opened_at=NOW,
    )


@pytest.fixture
def make_nomination(cast: Cast, round_: Round) -> MakeNomination:
    """A dossier made and sent by the head of the faculty, in the stage one asks for."""

    def make(stage: NominationStage = NominationStage.SENT, **columns: Any) -> Nomination:
        values: dict[str, Any] = {
            "round": round_,
            "subject": cast.lecturer.subject,
            "edition": EDITION,
            "tier": "school-annual",
            "year": 2025,
            "unit": cast.division,
            "verdict": {"verdict": "unknown", "findings": []},
            "text": "Đã đổi mới cách dạy.",
            "made_by": cast.head,
            "made_at": NOW,
            "written_by": cast.head,
            "written_at": NOW,
            "reason": "Vì vậy",
        }
        if stage is not NominationStage.DRAFT:
            values |= {"sent_by": cast.head, "sent_at": NOW}
        return Nomination.objects.create(stage=stage.value, **values | columns)

    return make


@pytest.fixture
def nomination(make_nomination: MakeNomination) -> Nomination:
    return make_nomination()


def say(nomination: Nomination, office: str, by: User, words: str = "met", *criteria: str) -> list[OfficeAnswer]:
    """The office says one thing of all its criteria, or of those named."""
    said = [Opinion(code, words, f"Căn cứ {code}") for code in criteria or CRITERIA[office]]
    return answer(nomination=nomination, office=office, said=said, by=by, at=NOW)


def say_all(nomination: Nomination, speakers: dict[str, User]) -> None:
    """Every office answers met."""
    for office, user in speakers.items():
        say(nomination, office, user)
