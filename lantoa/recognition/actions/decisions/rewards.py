"""What comes with a recognition: a form of commendation, money, the budget of a round, and money taken back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.records import Kind
from lantoa.domain.rewards import Form
from lantoa.nomination.models import Round
from lantoa.recognition.actions.decisions.holding import entitle, held_to_edit, insist, write_event
from lantoa.recognition.actions.decisions.refusals import NoBasis, NoSuchForm, NotToRecover
from lantoa.recognition.models import Decision, DecisionItem, Reward, RoundBudget


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form by its code, empty for none; amount and basis only where the school sets the amount."""

    form: str
    amount: int = 0
    basis: str = ""


@transaction.atomic
def reward(*, decision: Decision, items: Collection[int], wanted: Wanted, by: User, at: datetime) -> list[Reward]:
    """What goes with those lines of a draft, in place of what went before; NoSuchForm, NoBasis."""
    decision = held_to_edit(decision, by)
    lines = list(
        decision.items.filter(pk__in=items, state=DecisionItem.State.LISTED).select_related("subject").order_by("pk")
    )
    Reward.objects.filter(item__in=lines).delete()
    made = [_reward(item, wanted, localdate(at), by, at) for item in lines] if wanted.form else []
    Reward.objects.bulk_create(made)
    entitle(decision)
    facts = {"form": wanted.form, "names": [item.name for item in lines], "amount": sum(one.amount for one in made)}
    write_event(deed="decision_rewarded", decision=decision, details=facts, by=by, at=at)
    return made


def _reward(item: DecisionItem, wanted: Wanted, day: date, by: User, at: datetime) -> Reward:
    try:
        form = plans.rewards().form(wanted.form, Kind(item.subject.kind), day)
    except LookupError:
        raise NoSuchForm(item) from None
    made = Reward(item=item, form=form.code, form_name=form.name, written_by=by, written_at=at)
    if form.multiplier is None:
        return _of_the_school(made, wanted, item)
    return _of_the_law(made, form, day)


def _of_the_law(made: Reward, form: Form, day: date) -> Reward:
    """Reckoned as of today; the day of the issue reckons again."""
    rewards = plans.rewards()
    multiplier = form.multiplier or Fraction(0)
    made.multiplier = Decimal(multiplier.numerator) / multiplier.denominator
    made.base_salary = rewards.base_salary(day).amount
    made.amount, made.basis = rewards.bonus(multiplier, day), form.source.words
    return made


def _of_the_school(made: Reward, wanted: Wanted, item: DecisionItem) -> Reward:
    made.amount, made.basis = wanted.amount, wanted.basis.strip()
    if not (made.amount and made.basis):
        raise NoBasis(item)
    return made


@transaction.atomic
def set_budget(*, of: Round, amount: int, source: str, by: User, at: datetime) -> RoundBudget:
    """How much the rewards of a round may cost, and who pays."""
    insist(by, Deed.DRAFT_DECISION)
    facts = {"amount": amount, "source": written(source), "set_by": by, "set_at": at}
    budget, _made = RoundBudget.objects.update_or_create(round=of, defaults=facts)
    details = {"amount": amount, "origin": budget.source}
    record(deed="round_budget_set", target=f"round:{of.pk}", details=details, by=by, at=at)
    return budget


@transaction.atomic
def recover(*, reward: Reward, on: date, by: User, at: datetime) -> Reward:
    """The money of a revoked recognition has come back; NotToRecover."""
    insist(by, Deed.DRAFT_DECISION)
    reward = Reward.objects.select_for_update(of=("self",)).select_related("item__decision").get(pk=reward.pk)
    if not reward.to_recover or reward.recovered_on is not None:
        raise NotToRecover
    reward.recovered_on = on
    reward.save(update_fields=["recovered_on"])
    facts = {"name": reward.item.name, "amount": reward.amount, "on": f"{on:%d/%m/%Y}"}
    write_event(deed="reward_recovered", decision=reward.item.decision, details=facts, by=by, at=at)
    return reward
