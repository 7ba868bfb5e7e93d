"""Three years of finding and nurturing, played through the actions day by day, as people would have done it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import cycle
from typing import Any

from django.db.models import Q
from django.utils.timezone import make_aware

from lantoa import plans
from lantoa.accounts.demo import USER_NAMES
from lantoa.accounts.models import User
from lantoa.demo import movements, rounds
from lantoa.demo.accounts import HEADS, PRINCIPAL
from lantoa.demo.days import Happening
from lantoa.demo.exemplars import PlanTold, Reviewed, Story, Words, stories
from lantoa.discovery.actions import practices, prospects, runs, signals
from lantoa.discovery.actions.tips import handling, sending
from lantoa.discovery.actions.tips.sending import Telling
from lantoa.discovery.models import Prospect, Signal
from lantoa.discovery.queries.prospects.own_units import unit_of
from lantoa.domain.authority import Role
from lantoa.domain.calendar import PartialDate
from lantoa.domain.nurture import Aim, GoalText
from lantoa.domain.practices import PracticeText
from lantoa.domain.quarters import Quarter
from lantoa.domain.records import Kind
from lantoa.domain.stages import SignalStage
from lantoa.nomination.actions.writing import from_plan
from lantoa.notice.actions import mark_read
from lantoa.notice.models import Notice
from lantoa.nurture.actions import ending, people, transfers
from lantoa.nurture.actions import plans as plan_actions
from lantoa.nurture.actions.plans import Terms
from lantoa.nurture.actions.work import encouragement, measures, notes, reviews, shortcomings, support
from lantoa.nurture.actions.work.measures import Task
from lantoa.nurture.models import NurturePlan
from lantoa.register.models import Person, Subject

YEARS = (2023, 2024, 2025)
DOUBTS = (
    "Đã được khen ở đơn vị cũ, số liệu chưa chuyển về.",
    "Thành tích chung của cả nhóm, không riêng một người.",
    "Sắp nghỉ hưu, đã có hình thức ghi nhận khác.",
    "Đơn vị đã xem xét năm ngoái, chưa có gì mới.",
)
# What a plan of those days was about; by today's records nothing of it may be missing any more.
GOALS = {
    ("school-annual", Kind.INDIVIDUAL): ("SA-I1", "G3"),
    ("school-annual", Kind.COLLECTIVE): ("SA-C1", "G3"),
    ("school-period", Kind.INDIVIDUAL): ("SP-I1", "G3"),
    ("sector-annual", Kind.INDIVIDUAL): ("MA-1",),
}


def play(*, until: date) -> None:
    """Everything in the order of the days, up to and with that day."""
    officer = User.objects.get(username=USER_NAMES[Role.OFFICER])
    tipsters = cycle([User.objects.get(username=USER_NAMES[Role.STAFF]), officer])
    lives = (one for story in stories() for one in _life(story, officer, next(tipsters)))
    happenings = [*_yearly(officer), *movements.happenings(officer), *rounds.happenings(officer), *lives]
    for day, happen in sorted(happenings, key=lambda happening: happening[0]):
        if day <= until:
            happen(_morning(day))
    for user in User.objects.filter(is_demo=True):
        old = Notice.objects.filter(user=user, told_at__lt=_morning(until - timedelta(days=30)))
        mark_read(user=user, notices=list(old.values_list("pk", flat=True)), at=_morning(until))


def _morning(day: date) -> datetime:
    return make_aware(datetime.combine(day, time(9)))


def _yearly(officer: User) -> Iterator[Happening]:
    """Each January the signals of the year before are computed; some turn out to be false alarms."""
    for year in YEARS:
        yield date(year + 1, 1, 5), partial(_compute, year, officer)
        yield date(year + 1, 3, 29), partial(_doubt, year, officer)


def _compute(year: int, officer: User, at: datetime) -> None:
    run = runs.ask(year=year, by=officer, at=at)
    if run is not None:
        runs.carry_out(run=run, whole=True, at=at)


def _doubt(year: int, officer: User, at: datetime) -> None:
    """The officer goes through what nobody kept."""
    told = {story.subject for story in stories()}
    new = Signal.objects.filter(year=year, stage=SignalStage.NEW.value, holds=True)
    left = new.exclude(subject__code__in=told).exclude(rule="eligible").order_by("pk")
    for signal, doubt in zip(left[::4], cycle(DOUBTS), strict=False):
        signals.dismiss(signal=signal, reason=doubt, by=officer, at=at)


def _life(story: Story, officer: User, tipster: User) -> Iterator[Happening]:
    life = _Life(story, officer, tipster)
    yield story.found, life.find
    if story.practice:
        yield story.chosen or story.found, life.write_practice
    if story.chosen:
        yield story.chosen, life.choose
    if story.set_aside:
        yield story.set_aside.on, life.set_aside
    if story.plan:
        yield from _PlanLife(life, story.plan).happenings()


class _Life:
    """One prospect: who acts for its unit, and what came of it."""

    def __init__(self, story: Story, officer: User, tipster: User) -> None:
        self.story, self.officer, self.tipster = story, officer, tipster
        self.subject = Subject.objects.get(code=story.subject)

    @property
    def prospect(self) -> Prospect:
        return Prospect.objects.filter(subject=self.subject).latest("pk")

    def head(self, at: datetime) -> User:
        """Who heads the unit then; for those who head it themselves, the Principal."""
        unit = unit_of(self.subject, at.date())
        while unit is not None:
            user = User.objects.filter(username=HEADS.get(unit.subject.code, "")).first()
            if user is not None and user.person_id != self.subject.pk:
                return user
            unit = unit.parent
        return User.objects.get(username=PRINCIPAL)

    def find(self, at: datetime) -> None:
        if self.story.origin == "tip":
            self._find_by_tip(at)
            return
        signal = self._kept_signal(at) if self.story.origin == "signal" else None
        facts: dict[str, Any] = {"grounds": self.story.grounds, "tier": self.story.tier, "merit_day": self.story.merit}
        prospects.find(subject=self.subject, signal=signal, **facts, by=self.head(at), at=at)

    def _kept_signal(self, at: datetime) -> Signal:
        signal = Signal.objects.filter(subject=self.subject, year=self.story.merit.year, holds=True).earliest("pk")
        return signals.keep(signal=signal, by=self.head(at), at=at)

    def _find_by_tip(self, at: datetime) -> None:
        merit = PartialDate(self.story.merit.year, self.story.merit.month)
        telling = Telling(about=self.subject.name, done=self.story.story, changed=self.story.changed, happened=merit)
        code, head = f"PH{at:%y%m%d}{self.subject.pk % 10_000:04}", self.head(at)
        tip = sending.send(code=code, telling=telling, subject=self.subject, by=self.tipster, at=at)
        tip = handling.take_up(tip=tip, by=head, at=at)
        handling.accept(tip=tip, answer=self.story.grounds, by=head, at=at)

    def write_practice(self, at: datetime) -> None:
        text = PracticeText(**self.story.practice)
        practices.write(prospect=self.prospect, text=text, seen=0, by=self.head(at), at=at)

    def choose(self, at: datetime) -> None:
        decision, tier = self.story.decision, self.story.tier
        prospects.choose(prospect=self.prospect, decision=decision, tier=tier, by=self.head(at), at=at)

    def set_aside(self, at: datetime) -> None:
        reason = self.story.set_aside.text if self.story.set_aside else ""
        prospects.set_aside(prospect=self.prospect, reason=reason, by=self.head(at), at=at)


class _PlanLife:
    """The nurture plan of one prospect, from its first day to its end."""

    def __init__(self, life: _Life, told: PlanTold) -> None:
        self.life, self.told = life, told

    @property
    def plan(self) -> NurturePlan:
        return NurturePlan.objects.get(prospect=self.life.prospect)

    def happenings(self) -> Iterator[Happening]:
        yield self.told.since, self.begin
        yield from self._work()
        if self.told.transfer:
            yield self.told.transfer.on, self.transfer
        if self.told.ready:
            yield self.told.ready.on, self.declare_ready
        if self.told.nominated:
            yield self.told.nominated, self.nominate
        if self.told.not_yet:
            yield self.told.not_yet.on, self.close

    def begin(self, at: datetime) -> None:
        """Drafted by the officer, approved by the head; its measures are set on the same day."""
        kind = Kind(self.life.subject.kind)
        edition = plans.covering(self.told.year)
        if edition is None:
            raise ValueError(f"No plan edition covers {self.told.year}")
        terms = Terms(
            aim=Aim(edition.code, self.life.story.tier, self.told.year),
            since=self.told.since,
            until=self.told.until,
            mentor=self._person(self.told.mentor),
            goals=tuple(GoalText(criterion=code) for code in GOALS[self.life.story.tier, kind]),
        )
        plan = plan_actions.draft(prospect=self.life.prospect, terms=terms, by=self.life.officer, at=at)
        plan = plan_actions.send(plan=plan, by=self.life.officer, at=at)
        plan_actions.approve(plan=plan, by=self.life.head(at), at=at)
        self._set_out(at)

    def _set_out(self, at: datetime) -> None:
        owner = self._owner(at)
        for step in self.told.measures:
            task = Task(text=step.text, owner=owner, starts=step.starts or self.told.since, due=step.due)
            measures.add(plan=self.plan, task=task, by=self.life.head(at), at=at)
        for step in self.told.shortcomings:
            said: dict[str, Any] = {"text": step.text, "remedy": step.remedy, "due": step.due}
            shortcomings.note(plan=self.plan, **said, by=self.life.head(at), at=at)

    def _work(self) -> Iterator[Happening]:
        for step in self.told.measures:
            if step.done:
                yield step.done, partial(self.finish, step.text)
        for step in self.told.shortcomings:
            if step.remedied:
                yield step.remedied, partial(self.remedy, step.text, step.evidence)
            if step.confirmed:
                yield step.confirmed, partial(self.confirm, step.text)
        yield from ((one.on, partial(self.give, one)) for one in self.told.supports)
        yield from ((one.on, partial(self.encourage, one)) for one in self.told.praise)
        yield from ((one.on, partial(self.note, one.text)) for one in self.told.notes)
        yield from ((one.on, partial(self.review, one)) for one in self.told.reviews)

    def give(self, one: Words, at: datetime) -> None:
        facts: dict[str, Any] = {"kind": one.kind, "text": one.text, "given_on": one.on}
        support.give(plan=self.plan, **facts, amount=one.amount, by=self.life.head(at), at=at)

    def encourage(self, one: Words, at: datetime) -> None:
        facts: dict[str, Any] = {"kind": one.kind, "text": one.text, "given_on": one.on}
        encouragement.encourage(plan=self.plan, **facts, by=self.life.head(at), at=at)

    def note(self, text: str, at: datetime) -> None:
        notes.note(plan=self.plan, text=text, met_on=at.date(), by=self.life.head(at), at=at)

    def review(self, one: Reviewed, at: datetime) -> None:
        quarter = Quarter(one.year, one.quarter)
        reviews.review(plan=self.plan, quarter=quarter, text=one.text, by=self.life.head(at), at=at)

    def finish(self, text: str, at: datetime) -> None:
        measures.finish(measure=self.plan.measures.get(text=text), by=self.life.head(at), at=at)

    def remedy(self, text: str, evidence: str, at: datetime) -> None:
        """The officer records it; that is why the head may confirm it."""
        shortcoming = self.plan.shortcomings.get(text=text)
        shortcomings.remedy(shortcoming=shortcoming, evidence=evidence, by=self.life.officer, at=at)

    def confirm(self, text: str, at: datetime) -> None:
        shortcomings.confirm(shortcoming=self.plan.shortcomings.get(text=text), by=self.life.head(at), at=at)

    def transfer(self, at: datetime) -> None:
        """Both heads sign, and the new unit gives a mentor of its own."""
        old = User.objects.get(username=HEADS[self.plan.unit.subject.code])
        asked = transfers.propose(plan=self.plan, by=old, at=at)
        transfers.agree(transfer=asked, by=old, at=at)
        transfers.agree(transfer=asked, by=self.life.head(at), at=at)
        if self.told.transfer:
            mentor = self._person(self.told.transfer.new_mentor)
            people.change_mentor(plan=self.plan, mentor=mentor, by=self.life.head(at), at=at)

    def declare_ready(self, at: datetime) -> None:
        words = self.told.ready.text if self.told.ready else ""
        ending.declare_ready(plan=self.plan, conclusion=words, by=self.life.head(at), at=at)

    def nominate(self, at: datetime) -> None:
        from_plan(plan=self.plan, by=self.life.head(at), at=at)

    def close(self, at: datetime) -> None:
        lessons = self.told.not_yet.text if self.told.not_yet else ""
        ending.close(plan=self.plan, lessons=lessons, by=self.life.head(at), at=at)

    def _owner(self, at: datetime) -> Person:
        """The person; of a unit, who heads it."""
        if self.life.subject.kind == Kind.INDIVIDUAL.value:
            return self._person(self.life.story.subject)
        heads = Q(posts__unit__subject=self.life.subject, posts__is_head=True, posts__since__lte=at.date())
        return Person.objects.filter(heads, Q(posts__until=None) | Q(posts__until__gte=at.date())).latest("pk")

    def _person(self, code: str) -> Person:
        return Person.objects.get(subject__code=code)
