"""Nominating several in one sitting: those whom the records allow, marked and made into drafts with one press."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.nomination.actions.drafting import Picked, nominate
from lantoa.nomination.actions.refusals import NobodyPicked, NoRound, NotForPicking
from lantoa.nomination.forms.picking import PickFilter
from lantoa.nomination.models import Round
from lantoa.nomination.queries import picking
from lantoa.nomination.queries.rounds.reading import path_of
from lantoa.nomination.views.asked import CONFLICT, WRONG, user_of, who
from lantoa.nomination.views.rounds.asked import round_for
from lantoa.nurture.queries.aims import in_words
from lantoa.register.models import Subject

PAGE = 50


@requires(Deed.NOMINATE)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """The list; what is sent here are the marks on it."""
    found = round_for(request, number)
    if request.method != "POST":
        return _page(request, found)
    marked = [int(key) for key in request.POST.getlist("chon") if key.isascii() and key.isdigit()][:PAGE]
    subjects = list(Subject.objects.filter(pk__in=marked).order_by("kind", "sort_key", "pk"))
    try:
        picked = nominate(found=found, subjects=subjects, **who(request))
    except NobodyPicked as problem:
        messages.error(request, str(problem))
        return _page(request, found, status=WRONG)
    except (NoRound, NotForPicking) as problem:
        messages.error(request, str(problem))
        return _page(request, found, status=CONFLICT)
    return _said(request, found, picked)


def _said(request: HttpRequest, found: Round, picked: Picked) -> HttpResponse:
    for subject, reason in picked.left_out:
        messages.warning(request, _("%(name)s: %(reason)s") % {"name": subject.name, "reason": reason})
    if not picked.made:
        return _page(request, found, status=WRONG)
    number = len(picked.made)
    words = ngettext(
        "Đã lập %(n)s hồ sơ, điền sẵn từ sổ. Hãy mở từng hồ sơ để viết tiếp.",
        "Đã lập %(n)s hồ sơ, điền sẵn từ sổ. Hãy mở từng hồ sơ để viết tiếp.",
        number,
    )
    messages.success(request, words % {"n": number})
    if number == 1:
        return redirect("nomination", picked.made[0].pk)
    return redirect(f"{reverse('nominations')}?dot={found.pk}&buoc=draft")


def _page(request: HttpRequest, found: Round, *, status: int = 200) -> HttpResponse:
    user, form = user_of(request), PickFilter(request.GET)
    asked = form.asked()
    page: dict[str, Any] = {
        "round": found,
        "aim": in_words(Aim(found.edition, found.tier, found.year)),
        "form": form,
        "sort": asked.sort,
        "is_open": found.stage == "open",
        "proposed_from": path_of(found).proposed_from,
        "is_asked": any(request.GET.get(name) for name in ("q", "doi_tuong", "ket_qua", "don_vi")),
    }
    if not page["proposed_from"]:
        screened = picking.screened_for(found, user, asked)
        ids = picking.listed(screened, user, asked.wanted)
        chosen = Paginator(range(len(ids)), PAGE).get_page(request.GET.get("trang"))
        rows = picking.candidates(screened, found, ids[list(chosen.object_list)])
        page |= {"page": chosen, "rows": rows, "settlers": picking.settlers(found, rows)}
    part = "#rows" if request.headers.get("HX-Request") and request.method == "GET" else ""
    return render(request, f"nomination/pick.html{part}", page, status=status)
