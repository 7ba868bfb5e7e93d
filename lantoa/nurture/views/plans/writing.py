"""Writing a plan: started from a chosen prospect, its draft written anew, the plan in force changed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of, scope_of
from lantoa.accounts.views import insist, requires
from lantoa.audit.queries import revision
from lantoa.discovery.actions.refusals import NoReason
from lantoa.discovery.models import Prospect
from lantoa.discovery.queries.prospects.own_units import case_of_prospect
from lantoa.domain.authority import Case, Deed
from lantoa.domain.nurture import Aim, GoalText
from lantoa.domain.stages import MOVES, NurtureStage, ProspectStage, WrongStage
from lantoa.nurture.actions import plans as actions
from lantoa.nurture.actions.plans import Terms
from lantoa.nurture.actions.refusals import (
    ChangedMeanwhile,
    DaysOutOfOrder,
    MentorHasLeft,
    MentorIsOneself,
    NoGoals,
    NoMentor,
)
from lantoa.nurture.forms.plans import (
    AimForm,
    ReasonedTermsForm,
    TermsForm,
    first_terms,
    goal_forms,
    goals_of,
    known_terms,
)
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries import aims
from lantoa.nurture.queries.lists import of_prospect, startable
from lantoa.nurture.queries.reading import case_of
from lantoa.nurture.queries.verdicts import aim_of, findings
from lantoa.nurture.views.plans.asked import CONFLICT, WRONG, plan_for, user_of, who
from lantoa.nurture.views.plans.listing import number_in
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.queries.kept import kept_book

REFUSALS = (DaysOutOfOrder, MentorHasLeft, MentorIsOneself, NoGoals, NoMentor, NoReason, NotAllowed)


@requires(Deed.WRITE_NURTURE)
def new(request: HttpRequest) -> HttpResponse:
    """From one chosen prospect; without one in the address, which ones there are."""
    number = number_in(request, "nhan-to")
    if number is None:
        reach = scope_of(request.user, Deed.WRITE_NURTURE)
        if not (reach.everything or reach.units):  # a mentor works on plans, and starts none
            insist(request, Deed.WRITE_NURTURE, Case())
        return render(request, "nurture/plans/choose.html", {"prospects": startable(user_of(request))})
    prospect = _prospect(request, number)
    if prospect.stage != ProspectStage.CHOSEN.value:
        return _not_now(request, prospect)
    page = Writing(request, prospect, None)
    if request.method == "POST" and page.is_valid():
        try:
            plan = actions.draft(prospect=prospect, terms=page.terms(), **who(request))
        except (*REFUSALS, WrongStage) as problem:
            return page.refused(problem)
        messages.success(request, _("Đã lưu bản nháp. Hãy xem lại rồi trình trưởng đơn vị."))
        return redirect("nurture_plan", plan.pk)
    return page.shown()


@requires(Deed.WRITE_NURTURE)
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """The draft, written anew."""
    plan = plan_for(request, number)
    insist(request, Deed.WRITE_NURTURE, case_of(plan))
    if request.method == "GET" and plan.stage != NurtureStage.DRAFT.value:
        return _elsewhere(request, plan, WrongStage(actions.REWRITE, NurtureStage(plan.stage)))
    page = Writing(request, plan.prospect, plan)
    if request.method == "POST" and page.is_valid():
        try:
            actions.rewrite(plan=plan, terms=page.terms(), seen=page.seen, **who(request))
        except ChangedMeanwhile as conflict:
            return page.beside(conflict)
        except (*REFUSALS, WrongStage) as problem:
            return page.refused(problem)
        messages.success(request, _("Đã lưu bản nháp."))
        return redirect("nurture_plan", plan.pk)
    return page.shown()


@requires(Deed.WRITE_NURTURE)
def change(request: HttpRequest, number: int) -> HttpResponse:
    """The plan in force gets other terms, which go to the head."""
    plan = plan_for(request, number)
    insist(request, Deed.WRITE_NURTURE, case_of(plan))
    if request.method == "GET" and plan.stage != NurtureStage.ACTIVE.value:
        return _elsewhere(request, plan, WrongStage(MOVES[NurtureStage]["change"], NurtureStage(plan.stage)))
    page = Writing(request, plan.prospect, plan, is_change=True)
    if request.method == "POST" and page.is_valid():
        reason = page.form.cleaned_data["reason"]
        try:
            actions.change(plan=plan, terms=page.terms(), reason=reason, seen=page.seen, **who(request))
        except ChangedMeanwhile as conflict:
            return page.beside(conflict)
        except (*REFUSALS, WrongStage) as problem:
            return page.refused(problem)
        messages.success(request, _("Thay đổi đã trình trưởng đơn vị."))
        return redirect("nurture_plan", plan.pk)
    return page.shown()


class Writing:
    """The page on which a plan is written: the aim on top, then days, mentor and goals, all as typed."""

    def __init__(
        self, request: HttpRequest, prospect: Prospect, plan: NurturePlan | None, *, is_change: bool = False
    ) -> None:
        self.request, self.prospect, self.plan, self.is_change = request, prospect, plan, is_change
        day, kept = localdate(), aim_of(plan) if plan else None
        given = request.POST if request.method == "POST" else request.GET
        editions = aims.offered(prospect.subject, day, kept)
        self.aim_form = AimForm(editions, kept or aims.suggested(prospect, day), given if "bac" in given else None)
        self.aim: Aim = self.aim_form.aim
        data = request.POST if request.method == "POST" else None
        form = ReasonedTermsForm if is_change else TermsForm
        self.book = kept_book(prospect.subject, revision())
        self.found = aims.assessment(self.aim, prospect.subject, self.book)
        self.form = form(data, initial=known_terms(plan) if plan else first_terms(self.aim, day))
        self.goals = goal_forms(self.aim.edition, self._suggested(), data)

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.goals.is_valid()])

    @property
    def seen(self) -> int:
        text = self.request.POST.get("version", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000000") else 0

    def terms(self) -> Terms:
        value = self.form.cleaned_data
        goals = goals_of(self.goals, self.aim.edition)
        return Terms(self.aim, value["since"], value["until"], value["mentor"], goals)

    def shown(self) -> HttpResponse:
        is_wrong = self.form.errors or any(self.goals.errors) if self.form.is_bound else False
        version = self.seen or (self.plan.version if self.plan else 0)
        return self._page(WRONG if is_wrong else 200, version=version)

    def refused(self, problem: Exception) -> HttpResponse:
        self.form.add_error(None, str(problem))
        return self._page(CONFLICT if isinstance(problem, WrongStage) else WRONG, version=self.seen)

    def beside(self, conflict: ChangedMeanwhile) -> HttpResponse:
        """One's own text in the form, the other's beside it; saved again, it takes that one's place knowingly."""
        self.form.add_error(None, str(conflict))
        other = actions.terms_in_words(conflict.plan) | {"aim": aims.in_words(aim_of(conflict.plan))}
        other |= {"since": conflict.plan.since, "until": conflict.plan.until}
        return self._page(CONFLICT, version=conflict.plan.version, other=other)

    def _suggested(self) -> list[GoalText]:
        """What is missing of the tier; of a plan on file its own goals, and what another tier asks beside."""
        if self.plan is None:
            return aims.goals_for(self.found)
        kept = [GoalText(goal.criterion, goal.text, goal.pk) for goal in self.plan.goals.all()]
        if self.aim == aim_of(self.plan):
            return kept
        asked = {one.criterion for one in aims.goals_for(self.found)}
        kept = [goal for goal in kept if not goal.criterion or goal.criterion in asked]
        known = {goal.criterion for goal in kept}
        return [*kept, *(GoalText(criterion=code) for code in sorted(asked - known))]

    def _page(self, status: int, *, version: int, **more: Any) -> HttpResponse:
        now = findings(self.found, actor_of(self.request.user), self.book)
        rows = [(form, now.get(form["criterion"].value() or "")) for form in self.goals.forms]
        context = {
            "prospect": self.prospect,
            "plan": self.plan,
            "is_change": self.is_change,
            "aim_form": self.aim_form,
            "aim": self.aim,
            "aim_words": aims.in_words(self.aim),
            "form": self.form,
            "goals": self.goals,
            "rows": rows,
            "version": version,
        }
        return render(self.request, "nurture/plans/edit.html", context | more, status=status)


def _prospect(request: HttpRequest, number: int) -> Prospect:
    """The prospect; who may not start a plan for it gets the same answer whether it exists or not."""
    found = Prospect.objects.select_related("subject", "unit__subject").filter(pk=number).first()
    insist(request, Deed.WRITE_NURTURE, case_of_prospect(found, localdate()) if found else Case())
    if found is None:
        raise Http404
    return found


def _not_now(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """There is a plan already, or the prospect has not been chosen."""
    plan = of_prospect(user_of(request), prospect.pk)
    if plan is not None and request.method == "GET":
        return redirect("nurture_plan", plan.pk)
    return render(request, "nurture/plans/not_now.html", {"prospect": prospect, "plan": plan}, status=CONFLICT)


def _elsewhere(request: HttpRequest, plan: NurturePlan, problem: WrongStage) -> HttpResponse:
    messages.error(request, str(problem))
    return redirect("nurture_plan", plan.pk)
