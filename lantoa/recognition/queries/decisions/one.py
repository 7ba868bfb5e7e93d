"""One decision laid out: its lines as they read now, what differs, what goes with them, what became of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, QuerySet, Sum

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.records import Kind
from lantoa.domain.rewards import Form
from lantoa.domain.stages import MOVES, DecisionStage
from lantoa.recognition.models import Decision, DecisionItem, Difference, Reward, RoundBudget
from lantoa.recognition.queries.decisions.texts import tier_words
from lantoa.recognition.queries.decisions.votes import votes_on
from lantoa.recognition.queries.decisions.written import written_now

LISTED = DecisionItem.State.LISTED
LATER = (Decision.Kind.REVOKE, Decision.Kind.RESTORE, Decision.Kind.CORRECT)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; `name` and `unit_name` after every correction."""

    item: DecisionItem
    name: str
    unit_name: str
    tier: str
    vote: str
    reward: Reward | None
    differences: Sequence[Difference] = ()
    changes: Sequence[DecisionItem] = ()

    @property
    def is_revoked(self) -> bool:
        return self.item.recognition is not None and self.item.recognition.revoked

    @property
    def is_corrected(self) -> bool:
        return (self.name, self.unit_name) != (self.item.name, self.item.unit_name)


@dataclass(frozen=True, slots=True)
class Alike:
    """Differences of one criterion that say the same of several people: answered together."""

    criterion: str
    text: str
    before: str
    now: str
    differences: list[Difference] = field(default_factory=list)

    @property
    def unanswered(self) -> list[Difference]:
        return [one for one in self.differences if not one.answer]


@dataclass(frozen=True, slots=True)
class Money:
    """What the rewards of a round cost, beside its budget."""

    budget: RoundBudget | None
    here: int
    others: int

    @property
    def left(self) -> int:
        return (self.budget.amount if self.budget else 0) - self.here - self.others


def lines_of(decision: Decision, *, with_votes: bool) -> list[Line]:
    """Votes are for those who may see the papers of the Council."""
    items = list(
        decision.items.select_related("subject", "nomination", "recognition", "reward", "original")
        .prefetch_related(Prefetch("differences", Difference.objects.filter(stands=True).order_by("pk")))
        .order_by("pk")
    )
    now = written_now(items)
    changed = _changes(items)
    votes = votes_on([item.nomination_id for item in items if item.nomination_id is not None]) if with_votes else {}
    words = {(one.tier, one.year): tier_words(decision.edition, one.tier, one.year) for one in items}
    return [
        Line(
            item,
            *now[item.pk],
            tier=words[item.tier, item.year],
            vote=votes.get(item.nomination_id or 0, ""),
            reward=getattr(item, "reward", None),
            differences=list(item.differences.all()),
            changes=changed.get(item.pk, []),
        )
        for item in items
    ]


def _changes(items: Sequence[DecisionItem]) -> Mapping[int, list[DecisionItem]]:
    """What was decided about each line later, issued or on its way."""
    found: dict[int, list[DecisionItem]] = defaultdict(list)
    later = DecisionItem.objects.filter(original__in=[one.pk for one in items], kind__in=LATER, state=LISTED)
    later = later.exclude(decision__stage=DecisionStage.DROPPED.value).select_related("decision")
    for one in later.order_by("pk"):
        found[one.original_id or 0].append(one)
    return found


def alike(lines: Sequence[Line]) -> list[Alike]:
    """The differences that stand, those that say the same together."""
    groups: dict[tuple[str, str, str], Alike] = {}
    for line in lines:
        if line.item.state != LISTED:
            continue
        for one in line.differences:
            before, now = one.before.get("verdict", ""), one.now.get("verdict", "")
            text = one.now.get("text") or one.before.get("text") or ""
            group = groups.setdefault((one.criterion, before, now), Alike(one.criterion, text, before, now))
            group.differences.append(one)
    return list(groups.values())


def deeds(decision: Decision, user: User) -> dict[str, str]:
    """Every arrow that leads on from here: empty when the user may go it, else why not."""
    actor, stage = actor_of(user), DecisionStage(decision.stage)
    found = {}
    for name, move in MOVES[DecisionStage].items():
        if stage in move.sources and move.needs is not None:
            answer = may(actor, move.needs)
            found[name] = answer.reason if isinstance(answer, Refused) else ""
    return found


def money_of(decision: Decision) -> Money:
    rewards = Reward.objects.filter(item__state=LISTED)
    here = _sum(rewards.filter(item__decision=decision))
    if decision.round_id is None:
        return Money(None, here, 0)
    of_round = rewards.filter(item__decision__round=decision.round_id, item__kind=Decision.Kind.RECOGNISE)
    others = of_round.exclude(item__decision=decision).exclude(item__decision__stage=DecisionStage.DROPPED.value)
    return Money(RoundBudget.objects.filter(round=decision.round_id).first(), here, _sum(others))


def _sum(rewards: QuerySet[Reward]) -> int:
    return rewards.aggregate(sum=Sum("amount"))["sum"] or 0


def forms_on(day: date) -> list[Form]:
    """Every form in force, once, whatever the kind of subject."""
    found = [form for kind in Kind for form in plans.rewards().forms_for(kind, day)]
    return list({form.code: form for form in found}.values())


def may_see_votes(user: User) -> bool:
    return bool(may(actor_of(user), Deed.SEE_COUNCIL))


def may_answer(user: User) -> bool:
    actor = actor_of(user)
    return any(may(actor, deed) for deed in (Deed.DRAFT_DECISION, Deed.DECIDE, Deed.ISSUE_DECISION))


def last_signer() -> str:
    """Who signed last: most often who signs next."""
    found = Decision.objects.filter(stage=DecisionStage.ISSUED.value).order_by("-issued_at")
    return found.values_list("signer", flat=True).first() or ""
