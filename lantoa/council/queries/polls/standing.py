"""How a poll stands: whose ballot is in, what the tellers have done, and what is in the way of the next deed."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.council.models import CouncilMember, Meeting, Poll, PollCase, SealedBallot, Teller, Voter
from lantoa.council.queries.polls.tellers import Entered, counts_of, differences
from lantoa.domain.ballot import Mode


@dataclass(frozen=True, slots=True)
class Standing:
    """A poll as it is now, seen by a user."""

    poll: Poll
    cases: tuple[PollCase, ...]
    tellers: tuple[Teller, ...]
    voted: int
    waiting: tuple[CouncilMember, ...]
    ballot: tuple[PollCase, ...]  # what the user may vote on
    receipt: str
    entered: tuple[Entered, ...]
    me: Teller | None

    @property
    def mode(self) -> Mode:
        return Mode(self.poll.mode)

    @property
    def without_key(self) -> tuple[Teller, ...]:
        return tuple(teller for teller in self.tellers if self.mode is Mode.SEALED and not teller.public_key)

    @property
    def differing(self) -> list[int | None]:
        """On what the tellers differ; nothing while one count is missing, so that nobody sees the other's."""
        return differences(*self.entered) if len(self.entered) == len(self.tellers) > 1 else []

    @property
    def obstacle(self) -> str:
        """Why the poll cannot be opened yet; empty when it can."""
        if not self.without_key:
            return ""
        return _("Chờ người kiểm phiếu tạo khoá: %s.") % ", ".join(str(teller.user) for teller in self.without_key)

    @property
    def hindrance(self) -> str:
        """Why a paper ballot cannot be settled yet; empty when it can."""
        if len(self.entered) < len(self.tellers):
            return _("Chờ đủ số liệu của hai người kiểm phiếu.")
        if self.differing:
            return _("Hai người kiểm phiếu ghi khác nhau: hãy cùng đếm lại rồi sửa.")
        return "" if self.poll.scan_path else _("Hãy đính kèm bản chụp biên bản kiểm phiếu có chữ ký.")


def standing(poll: Poll, user: User) -> Standing:
    """Seven queries, however many cases and voters."""
    named = poll.cases.select_related("case__nomination__subject", "case__nomination__unit__subject")
    cases = list(named.defer("case__nomination__text", "case__nomination__verdict"))
    tellers = list(poll.tellers.select_related("user"))
    roll = list(poll.roll.filter(is_present=True).select_related("member__person__subject"))
    barred = set(poll.cases.filter(recusals__member__person=user.person_id).values_list("pk", flat=True))
    mine = next((voter for voter in roll if voter.member.person_id == user.person_id), None)
    return Standing(
        poll=poll,
        cases=tuple(cases),
        tellers=tuple(tellers),
        voted=sum(voter.has_voted for voter in roll),
        waiting=tuple(voter.member for voter in roll if not voter.has_voted),
        ballot=tuple(case for case in cases if case.pk not in barred) if mine is not None else (),
        receipt=_receipt(mine),
        entered=tuple(counts_of(poll)) if poll.mode == Mode.PAPER.value else (),
        me=next((teller for teller in tellers if teller.user_id == user.pk), None),
    )


def polls_of(meeting: Meeting) -> QuerySet[Poll]:
    """With how many cases each has and how many ballots are in."""
    voted = Count("roll", Q(roll__has_voted=True), distinct=True)
    return meeting.polls.annotate(voted=voted, size=Count("cases", distinct=True)).order_by("number")


def _receipt(voter: Voter | None) -> str:
    if voter is None:
        return ""
    last = SealedBallot.objects.filter(voter=voter).order_by("-version").values_list("receipt", flat=True).first()
    return last or ""
