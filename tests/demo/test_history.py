"""The demonstration school has three years of finding and nurturing behind it, made by the product's own actions."""

from collections import Counter
from datetime import date

import pytest
import time_machine

from lantoa.accounts.models import User
from lantoa.audit.queries import verify_chain
from lantoa.command.demo import run
from lantoa.demo.accounts import HEADS
from lantoa.demo.actions import fill
from lantoa.demo.exemplars import stories
from lantoa.demo.history import play
from lantoa.demo.opening import open_accounts, open_others
from lantoa.discovery.models import Movement, Pledge, Practice, Prospect, Signal, Tip
from lantoa.domain.stages import NurtureStage, ProspectStage
from lantoa.nomination.models import Nomination
from lantoa.nurture.models import NurturePlan, Shortcoming
from tests.demo.test_actions import AT


def test_twenty_five_stories_are_told_over_three_years() -> None:
    told = stories()

    assert (len(told), len({story.subject for story in told})) == (25, 25)
    assert sorted({story.found.year for story in told}) == [2023, 2024, 2025, 2026]
    assert {story.origin for story in told} == {"signal", "tip", "meeting"}


@pytest.mark.django_db
def test_the_three_years_are_on_file_as_they_were_told() -> None:
    with time_machine.travel(AT, tick=False):
        run(accounts=False)

    assert Counter(Prospect.objects.values_list("stage", flat=True)) == {
        ProspectStage.NOMINATED: 10,
        ProspectStage.NURTURED: 6,
        ProspectStage.CHOSEN: 4,
        ProspectStage.FOUND: 2,
        ProspectStage.SET_ASIDE: 2,
        ProspectStage.READY: 1,
    }
    assert Counter(NurturePlan.objects.values_list("stage", flat=True)) == {
        NurtureStage.NOMINATED: 10,
        NurtureStage.ACTIVE: 6,
        NurtureStage.NOT_YET: 3,
        NurtureStage.READY: 1,
    }
    assert Nomination.objects.exclude(plan=None).count() == 10
    assert Practice.objects.count() == sum(bool(story.practice) for story in stories())
    assert Tip.objects.count() == sum(story.origin == "tip" for story in stories())
    assert Signal.objects.filter(prospects__isnull=False).count() == sum(
        story.origin == "signal" for story in stories()
    )
    assert Counter(Movement.objects.values_list("stage", flat=True)) == {"launched": 2, "summed_up": 1}
    assert Counter(Pledge.objects.filter(movement__kind="thematic").values_list("stage", flat=True)) == {
        "accepted": 4,
        "not_sent": 2,
        "returned": 1,
        "waiting": 1,
    }
    assert {plan.unit.subject.code for plan in NurturePlan.objects.filter(transfers__isnull=False)} == {"TTTV"}
    assert set(Shortcoming.objects.values_list("stage", flat=True)) == {"open", "remedied", "confirmed"}
    assert set(User.objects.filter(is_demo=True).values_list("username", flat=True)) >= set(HEADS.values())
    assert verify_chain().broken is None


@pytest.mark.django_db
def test_nothing_is_played_ahead_of_its_day() -> None:
    fill(at=AT)
    open_accounts(at=AT)
    open_others(at=AT)

    play(until=date(2024, 1, 15))

    found = Prospect.objects.order_by("pk").values_list("subject__code", flat=True)
    assert set(found) == {story.subject for story in stories() if story.found <= date(2024, 1, 15)}
    assert not NurturePlan.objects.filter(made_at__date__gt=date(2024, 1, 15)).exists()
