"""An office confirms in one press what the records already say: computed criteria that are met today."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import WrongStage
from lantoa.domain.verdict import Finding, Verdict
from lantoa.nomination.actions.verification import refusals
from lantoa.nomination.actions.verification.answering import Answer, answer
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification.answers import OfficeStanding, standing
from lantoa.nomination.queries.verification.asked import is_attested
from lantoa.nomination.queries.verification.said import Opinion
from lantoa.nurture.queries.aims import assessment
from lantoa.register.actions.refusals import NotAllowed

REFUSALS = (
    NotAllowed,
    WrongStage,
    refusals.AnsweredMeanwhile,
    refusals.NotBeingVerified,
    refusals.NotOfThisOffice,
    refusals.NothingSaid,
    refusals.OwnDossier,
)
LONGEST_GROUNDS = 500


@dataclass(frozen=True, slots=True)
class Confirmed:
    """For which dossiers something was confirmed, and which stay as they are with the reason why."""

    done: list[Nomination] = field(default_factory=list)
    left: list[tuple[Nomination, str]] = field(default_factory=list)


def confirm(*, nominations: Iterable[Nomination], office: str, by: User, at: datetime) -> Confirmed:
    """Each dossier by itself; what people attest, what is unknown and what was answered is left to be read."""
    confirmed = Confirmed()
    for nomination in nominations:
        said = _said_by_records(nomination, office)
        if not said:
            confirmed.left.append((nomination, _("Không có tiêu chí nào sổ ghi đạt mà còn chờ ý kiến; hãy mở hồ sơ.")))
            continue
        try:
            answer(nomination=nomination, office=office, said=said, by=by, at=at)
        except REFUSALS as problem:
            confirmed.left.append((nomination, str(problem)))
        else:
            confirmed.done.append(nomination)
    return confirmed


def _said_by_records(nomination: Nomination, office: str) -> list[Opinion]:
    own = next((one for one in standing(nomination) if one.office.code == office), None)
    open_codes = _unanswered(nomination, own) if own else set()
    if not open_codes:
        return []
    found = assessment(Aim(nomination.edition, nomination.tier, nomination.year), nomination.subject)
    return [
        Opinion(one.criterion.code, Answer.MET, _grounds(one))
        for one in found.findings
        if one.criterion.code in open_codes and one.verdict >= Verdict.MET
    ]


def _unanswered(nomination: Nomination, own: OfficeStanding) -> set[str]:
    """Criteria that the records decide and nobody has answered yet."""
    return {
        criterion.code for criterion, said in own.rows if said is None and not is_attested(nomination.tier, criterion)
    }


def _grounds(finding: Finding) -> str:
    words = _("Theo sổ: %s")
    if finding.verdict is Verdict.NOT_APPLICABLE:
        words = _("Không áp dụng: %s")
    return (words % finding.reason)[:LONGEST_GROUNDS]
