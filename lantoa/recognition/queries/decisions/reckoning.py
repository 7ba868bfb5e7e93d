"""The verdicts of everybody on a list as they are now, against those frozen when the dossiers were sent."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q

from lantoa import plans
from lantoa.domain.differences import Change, changes
from lantoa.domain.verdict import assess
from lantoa.nurture.queries.verdicts import frozen_of
from lantoa.recognition.models import DecisionItem
from lantoa.register.queries.many import books_of_many

AT_A_TIME = 300


def found_now(items: Collection[DecisionItem], day: date) -> Iterator[tuple[DecisionItem, Change]]:
    """Every change of every line; the books are read some hundred people at a time."""
    by_subject = {item.subject_id: item for item in items}
    for keys, book in books_of_many(by_subject.keys(), AT_A_TIME, Q()):
        for key in keys:
            item = by_subject[key]
            nomination = item.nomination
            if nomination is None:
                continue
            plan = plans.load(nomination.edition)
            found = assess(plan, plan.tier(item.tier), item.year, book, item.subject.code)
            for change in changes(nomination.verdict, frozen_of(found, plan, day)):
                yield item, change
