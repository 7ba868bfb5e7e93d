"""A paper ballot: two tellers count apart, a difference blocks, the signed record is attached before it is settled."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.council.actions.holding import insist
from lantoa.council.actions.polls.counting import check_papers, settle
from lantoa.council.actions.polls.holding import held, insist_on, step, teller_of, write_event
from lantoa.council.actions.polls.refusals import CountsMissing, ScanMissing, TellersDiffer, TooManyBallots
from lantoa.council.models import Poll, PollCase, TellerCount
from lantoa.council.models.polls import TOTALS
from lantoa.council.queries.polls.tellers import counts_of, differences
from lantoa.domain.authority import Deed
from lantoa.domain.ballot import Count, Mode
from lantoa.domain.stages import PollStage, moved
from lantoa.papers.attachments import Checked, discard, store


@transaction.atomic
def enter_count(*, poll: Poll, counts: Mapping[int, Count], returned: int, by: User, at: datetime) -> None:
    """What one teller counted, case by case; entered again it replaces what the same teller entered before."""
    insist(by, Deed.COUNT_BALLOTS)
    poll = held(poll)
    insist_on(poll, Mode.PAPER)
    moved(PollStage(poll.stage), "count")
    teller = teller_of(poll, by)
    if returned > (poll.issued or 0):
        raise TooManyBallots(poll.issued or 0)
    check_papers(poll, counts, returned)
    teller.counts.all().delete()
    TellerCount.objects.bulk_create(
        [
            TellerCount(teller=teller, poll_case_id=case, **{name: getattr(count, name) for name in TOTALS})
            for case, count in counts.items()
        ]
    )
    teller.returned, teller.counted_at = returned, at
    teller.save(update_fields=["returned", "counted_at"])
    write_event(deed="ballots_counted", poll=poll, details={"place": teller.place, "returned": returned}, by=by, at=at)


@transaction.atomic
def attach_scan(*, poll: Poll, scan: Checked, by: User, at: datetime) -> None:
    """The record of the count with both tellers' signatures; a later one replaces it until the count is settled."""
    insist(by, Deed.COUNT_BALLOTS)
    poll = held(poll)
    insist_on(poll, Mode.PAPER)
    moved(PollStage(poll.stage), "count")
    teller_of(poll, by)
    if poll.scan_path:
        discard([poll.scan_path])
    kept = store(scan)
    poll.scan_name, poll.scan_path = kept.name, kept.path
    poll.save(update_fields=["scan_name", "scan_path"])
    write_event(deed="poll_scan_attached", poll=poll, details={"file": kept.name}, by=by, at=at)


@transaction.atomic
def settle_papers(*, poll: Poll, by: User, at: datetime) -> Poll:
    """Write the totals on which both tellers agree; CountsMissing, TellersDiffer, ScanMissing."""
    poll = held(poll)
    stage = step(poll, "count", by)
    insist_on(poll, Mode.PAPER)
    teller_of(poll, by)
    entered = counts_of(poll)
    if len(entered) != 2:
        raise CountsMissing
    first, second = entered
    if found := differences(first, second):
        names = _names(poll)
        raise TellersDiffer([names[case] for case in found])
    if not poll.scan_path:
        raise ScanMissing
    return settle(poll=poll, stage=stage, counts=first.counts, returned=first.returned, by=by, at=at)


def _names(poll: Poll) -> dict[int | None, str]:
    cases = PollCase.objects.filter(poll=poll).select_related("case__nomination__subject")
    return {None: "số phiếu thu về"} | {case.pk: case.case.nomination.subject.name for case in cases}
