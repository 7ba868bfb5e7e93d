"""The ballot of a member: the choices are sealed in the request they come with, and shown to nobody again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from lantoa.accounts.views import requires
from lantoa.council.actions.polls.voting import cast_ballot
from lantoa.council.forms.polls import BallotForm
from lantoa.council.queries.polls.standing import standing
from lantoa.council.views.asked import WRONG, user_of, who
from lantoa.council.views.polls.asked import REFUSED, poll_for
from lantoa.domain.authority import Deed


@sensitive_post_parameters()
@sensitive_variables()
@never_cache
@requires(Deed.VOTE)
def ballot(request: HttpRequest, number: int, place: int) -> HttpResponse:
    poll = poll_for(number, place)
    seen = standing(poll, user_of(request))
    form = BallotForm(seen.ballot, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            receipt = cast_ballot(poll=poll, choices=form.choices(), **who(request))
        except REFUSED as problem:
            form.add_error(None, str(problem))
        else:
            words = _("Phiếu của bạn đã niêm phong và ở trong hòm. Mã biên nhận: %s.")
            messages.success(request, words % receipt)
            return redirect("poll", number, place)
    context = {"meeting": poll.meeting, "poll": poll, "seen": seen, "form": form}
    return render(request, "council/polls/ballot.html", context, status=WRONG if request.method == "POST" else 200)
