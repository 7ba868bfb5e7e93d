"""Complaints as they are read: which ones, about what, against which clock."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case as When_
from django.db.models import F, IntegerField, Q, QuerySet, Value, When

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.domain.authority import PERMISSIONS, Allowed, Case, Deed, Refused, may
from lantoa.domain.procedure import Procedure
from lantoa.domain.stages import ComplaintStage, DecisionStage
from lantoa.domain.vietnamese import fold
from lantoa.recognition.models import Complaint, Decision, DecisionItem
from lantoa.register.models import Recognition, Subject

OPEN = (ComplaintStage.FILED.value, ComplaintStage.ACCEPTED.value)
WITH_NAMES = ("decision", "about", "complainant", "officer", "drafted", "ended_by", "registered_by", "hold")
SORTS = {"ngay": "filed_on", "ten": "about__sort_key", "quyet_dinh": "decided_on"}
LONGEST_LIST = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list."""

    words: str = ""
    stage: str = "open"
    is_late: bool = False
    sort: str = ""


def case_of(complaint: Complaint) -> Case:
    return Case(complaint.about.code)


def may_handle(user: User, complaint: Complaint) -> Allowed | Refused:
    return may(actor_of(user), Deed.HANDLE_COMPLAINT, case_of(complaint))


def visible(user: User) -> QuerySet[Complaint]:
    """One's own; those that one may handle, never the ones about oneself."""
    own = Q(complainant=user)
    if not scope_of(user, Deed.HANDLE_COMPLAINT).everything:
        return Complaint.objects.filter(own)
    return Complaint.objects.filter(own | ~Q(about=user.person_id)) if user.person_id else Complaint.objects.all()


def listed(user: User, asked: Asked, day: date) -> QuerySet[Complaint]:
    """Open ones by the clock that runs, then the ended ones, newest first; or as asked."""
    found = visible(user)
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    if asked.stage == "open":
        found = found.filter(stage__in=OPEN)
    elif asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.is_late:
        found = found.filter(late(day))
    return found.select_related(*WITH_NAMES).order_by(*_order(asked.sort))


def _order(sort: str) -> list[str | When_ | F]:
    column = SORTS.get(sort.removeprefix("-"))
    if column is not None:
        sign = "-" if sort.startswith("-") else ""
        return [f"{sign}{column}", f"{sign}pk"]
    is_ended = When_(When(stage__in=OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    clock = When_(When(stage="filed", then="accept_by"), When(stage="accepted", then="settle_by"))
    return [is_ended, clock, "-filed_on", "-pk"]


def late(day: date) -> Q:
    return Q(stage="filed", accept_by__lt=day) | Q(stage="accepted", settle_by__lt=day)


def due(complaint: Complaint) -> date | None:
    """The clock that runs."""
    if complaint.stage == ComplaintStage.FILED.value:
        return complaint.accept_by
    return complaint.settle_by if complaint.stage == ComplaintStage.ACCEPTED.value else None


def procedure_of(decision: Decision) -> Procedure:
    return plans.load(decision.edition).procedure


def last_day_of(decision: Decision) -> date:
    """Up to which day one may complain."""
    return (decision.decided_on or date.min) + timedelta(days=procedure_of(decision).complaint_within)


def issued(day: date, *, only_open: bool) -> list[tuple[Decision, date]]:
    """Issued decisions with their last day of complaining, the newest first; `only_open`: not past it."""
    found = Decision.objects.filter(stage=DecisionStage.ISSUED.value).order_by("-decided_on", "-pk")[:LONGEST_LIST]
    days = [(one, last_day_of(one)) for one in found]
    return [(one, last) for one, last in days if not only_open or last >= day]


def subjects_of(decision: Decision, user: User | None) -> list[Subject]:
    """About whom one may complain: everybody on the list, struck or not, and oneself."""
    on_list = Q(decision_items__decision=decision)
    own = Q(pk=user.person_id) if user is not None and user.person_id else Q(pk=None)
    return list(Subject.objects.filter(on_list | own).distinct().order_by("kind", "sort_key", "pk"))


def recognition_of(complaint: Complaint) -> Recognition | None:
    """The recognition that the decision is about, of that subject."""
    items = DecisionItem.objects.filter(decision=complaint.decision, subject=complaint.about, state="listed")
    item = items.exclude(recognition=None).select_related("recognition").first()
    return item.recognition if item else None


def officers() -> QuerySet[User]:
    """Accounts of the roles that settle complaints."""
    roles = [role.value for role in PERMISSIONS[Deed.HANDLE_COMPLAINT]]
    return User.objects.filter(is_active=True, grants__role__in=roles).distinct().order_by("pk")


def handlers(complaint: Complaint) -> list[User]:
    """Who else may settle it: neither who complains nor whom it is about."""
    others = officers().exclude(pk__in=[complaint.officer_id or 0, complaint.complainant_id or 0])
    return [user for user in others if user.person_id != complaint.about_id]
