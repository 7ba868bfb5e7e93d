"""People say what no record can: criteria attested for one subject, or for a whole unit at once."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.actions.standing import settle
from lantoa.register.models import Attestation, Subject
from lantoa.register.queries.attesting import Said, cases_of


@transaction.atomic
def attest(*, said: Collection[Said], year: int, day: date, by: User, at: datetime) -> list[Attestation]:
    """Write all that was said, each row standing from now on; what was said before is kept.

    `day` decides whose unit a person is of. NotAllowed when one subject is out of reach: then nothing is written.
    Two people at once: the second waits for the first, both rows are kept and the later one stands.
    """
    subjects = _held({one.subject for one in said})
    _insist(subjects, day, by)
    rows = put_down(said=said, year=year, by=by, at=at)
    _log(said, subjects, year, by, at)
    return rows


def put_down(*, said: Collection[Said], year: int, name: str = "", by: User, at: datetime) -> list[Attestation]:
    """Only the rows, `name` being who attests in words: for an action that asks for its own right and writes its event.

    Call it inside the transaction.
    """
    by_criterion: dict[str, list[int]] = defaultdict(list)
    for one in said:
        by_criterion[one.criterion].append(one.subject)
    for criterion, keys in by_criterion.items():
        before = Attestation.objects.filter(subject__in=keys, criterion=criterion, year=year, stands=True)
        before.update(stands=False)
    return Attestation.objects.bulk_create(
        Attestation(
            subject_id=one.subject,
            criterion=one.criterion,
            year=year,
            passed=one.passed,
            grounds=one.grounds,
            by=name or str(by),
            typed_by=by,
            recorded_at=at,
        )
        for one in said
    )


def take_back(*, attestations: Collection[Attestation]) -> None:
    """Delete rows that whoever attested no longer says; what was said before them stands again."""
    for row in attestations:
        row.delete()
        settle(row.subject_id, row.criterion, row.year)


def _held(keys: set[int]) -> dict[int, Subject]:
    """The subjects, held until the end: whoever attests them too waits here."""
    return {subject.pk: subject for subject in Subject.objects.select_for_update().filter(pk__in=keys).order_by("pk")}


def _insist(subjects: dict[int, Subject], day: date, by: User) -> None:
    actor = actor_of(by)
    for pk, case in cases_of(subjects.values(), day).items():
        answer = may(actor, Deed.ATTEST, case)
        if isinstance(answer, Refused):
            raise NotAllowed(f"{subjects[pk].name}: {answer.reason}")


def _log(said: Collection[Said], subjects: dict[int, Subject], year: int, by: User, at: datetime) -> None:
    words = [
        {
            "subject": subjects[one.subject].code,
            "criterion": one.criterion,
            "passed": one.passed,
            "grounds": one.grounds,
        }
        for one in said
    ]
    codes = sorted({subject.code for subject in subjects.values()})
    target = codes[0] if len(codes) == 1 else _("%(count)s đối tượng") % {"count": len(codes)}
    write_event(deed="attested", target=target, details={"year": year, "said": words}, by=by, at=at)
