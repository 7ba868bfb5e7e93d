"""What is written about cases beside the ballots: opinions of absent members, and the Council's conclusion."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lantoa.accounts.views import requires
from lantoa.council.actions.polls import concluding, opinions
from lantoa.council.forms.polls import ConcludeForm, OpinionsForm
from lantoa.council.models import Meeting, WrittenOpinion
from lantoa.council.queries.attendance import attendance
from lantoa.council.queries.polls.choosing import never_counted
from lantoa.council.queries.polls.results import CaseResult, results
from lantoa.council.queries.polls.tiers import lower_tiers
from lantoa.council.views.asked import WRONG, case_for, meeting_for, who
from lantoa.council.views.polls.asked import REFUSED
from lantoa.domain.authority import Deed

MOST_CASES = 200
Outcome = concluding.Outcome


@requires(Deed.RUN_MEETING)
def note(request: HttpRequest, number: int) -> HttpResponse:
    """Opinions of one absent member at a time, about every case without a total."""
    meeting = meeting_for(number)
    here = {member.pk for member in attendance(meeting).here}
    away = [row.member.pk for row in attendance(meeting).rows if row.member.pk not in here]
    cases = list(never_counted(meeting)[:MOST_CASES])
    form = OpinionsForm(away, cases, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        value = form.cleaned_data
        try:
            opinions.note_opinions(
                meeting=meeting, member=value["member"], choices=form.choices(), text=value["text"], **who(request)
            )
        except REFUSED as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã nhận ý kiến bằng văn bản của %s.") % value["member"].person.subject.name)
            return redirect("opinions", number)
    context = {"meeting": meeting, "form": form, "away": away, "taken": _taken(meeting)}
    return render(request, "council/polls/opinions.html", context, status=WRONG if request.method == "POST" else 200)


def _taken(meeting: Meeting) -> list[tuple[str, int]]:
    """Whose opinions are in, about how many cases; what they say is not shown before the count."""
    names: dict[str, int] = {}
    found = WrittenOpinion.objects.filter(case__meeting=meeting).order_by("member__person__subject__sort_key")
    for name in found.values_list("member__person__subject__name", flat=True):
        names[name] = names.get(name, 0) + 1
    return list(names.items())


@requires(Deed.RUN_MEETING)
def conclude(request: HttpRequest, number: int, case: int) -> HttpResponse:
    meeting = meeting_for(number)
    found = case_for(meeting, case)
    [one] = results(meeting, [found])
    data = request.POST if request.method == "POST" else None
    form = ConcludeForm(_outcomes(one), lower_tiers(found.nomination), data)
    if request.method == "POST" and form.is_valid():
        try:
            concluding.conclude(case=found, **form.terms(), **who(request))
        except REFUSED as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã ghi kết luận và báo người được xét."))
            return redirect("polls", number)
    context = {"meeting": meeting, "one": one, "form": form}
    return render(request, "council/polls/conclude.html", context, status=WRONG if request.method == "POST" else 200)


def _outcomes(one: CaseResult) -> list[Outcome]:
    """What the vote leaves open."""
    if one.last is None:
        return [Outcome.POSTPONE]
    if one.passed:
        return [Outcome.RECOMMEND, Outcome.POSTPONE]
    lower = [Outcome.LOWER] if lower_tiers(one.case.nomination) else []
    return [Outcome.NOT_RECOMMEND, Outcome.POSTPONE, *lower]
