"""One prospect: where it came from, what was decided, its practice, what may be done next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from lantoa import plans
from lantoa.accounts.views import requires
from lantoa.audit.queries import events
from lantoa.audit.words import deed_in_words
from lantoa.discovery.forms.prospects import ChooseForm, ReviewForm, SetAsideForm
from lantoa.discovery.models import Practice, Prospect
from lantoa.discovery.queries.prospects.listing import LIVING, alone_since
from lantoa.discovery.queries.tiers import tier_name
from lantoa.discovery.views.prospects.asked import answer, prospect_for
from lantoa.domain.authority import Case, Deed
from lantoa.domain.stages import LABELS, ProspectStage, moves_from

WALK = (
    ProspectStage.FOUND,
    ProspectStage.CHOSEN,
    ProspectStage.NURTURED,
    ProspectStage.READY,
    ProspectStage.NOMINATED,
)


@requires(Deed.SEE_PROSPECTS)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return page_of(request, *prospect_for(request, pk))


def page_of(request: HttpRequest, prospect: Prospect, case: Case, *, status: int = 200, **refused: Any) -> HttpResponse:
    """The page; `refused` are forms with what was typed."""
    stage = ProspectStage(prospect.stage)
    rule = plans.signal_rules().get(prospect.signal.rule) if prospect.signal else None
    context = {
        "prospect": prospect,
        "rule": rule,
        "tier": tier_name(prospect.tier),
        "steps": _steps(stage),
        "is_living": stage.value in LIVING,
        "is_alone": stage.value in LIVING and prospect.looked_at < alone_since(now()),
        "days": _days_until_found(prospect),
        "allowed": {move.deed for move in moves_from(stage)},
        "may_choose": answer(request, Deed.CHOOSE_PROSPECT, case),
        "may_write": answer(request, Deed.WRITE_PRACTICE, case),
        "may_see_signal": answer(request, Deed.JUDGE_SIGNAL, case),
        "may_see_tip": answer(request, Deed.HANDLE_TIP, case),
        "practice": Practice.objects.filter(prospect=prospect).select_related("written_by").order_by("pk").first(),
        "events": [_told(event) for event in events(target=f"prospect:{prospect.pk}")],
        "choose_form": ChooseForm(tier=prospect.tier),
        "set_aside_form": SetAsideForm(),
        "review_form": ReviewForm(),
    }
    return render(request, "discovery/prospects/one.html", context | refused, status=status)


def _steps(stage: ProspectStage) -> list[tuple[str, str]]:
    """Each step of the way with how it stands: done, current, or still to come."""
    here = WALK.index(stage) if stage in WALK else -1
    standing = ["done" if place < here else "current" if place == here else "" for place in range(len(WALK))]
    if stage is ProspectStage.NOMINATED:
        standing[-1] = "done"
    return [(LABELS[ProspectStage][one], how) for one, how in zip(WALK, standing, strict=True)]


def _days_until_found(prospect: Prospect) -> int | None:
    """From the merit to its finding: whether the school was in time."""
    if prospect.merit_day is None:
        return None
    return max(0, (localdate(prospect.found_at) - prospect.merit_day).days)


def _told(event: Any) -> tuple[Any, str, str]:
    """An event with its words, and what was said on the occasion."""
    details = event.details
    return event, deed_in_words(event.deed), details.get("note") or details.get("reason") or ""
