"""One plan: what it asks now, its goals with today's verdict, the work inside it, what was said and done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import STAGE_LABELS, NurtureStage
from lantoa.nurture.actions.plans import terms_in_words
from lantoa.nurture.forms.plans import MentorForm, words_form
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import in_words
from lantoa.nurture.queries.around import Around, around
from lantoa.nurture.queries.asking import asked, open_deeds
from lantoa.nurture.queries.people import MENTORED, signs_for
from lantoa.nurture.queries.reading import transfers_of
from lantoa.nurture.queries.verdicts import aim_of, machine
from lantoa.nurture.queries.work import sections
from lantoa.nurture.views.plans.asked import plan_for, user_of

WAY = (NurtureStage.DRAFT, NurtureStage.WAITING, NurtureStage.ACTIVE, NurtureStage.READY, NurtureStage.NOMINATED)


@dataclass(frozen=True, slots=True)
class Difference:
    """What of the approved terms would go, and what would come."""

    name: str
    gone: list[str]
    new: list[str]


@requires(Deed.SEE_NURTURE)
def show(request: HttpRequest, number: int) -> HttpResponse:
    return page_of(request, plan_for(request, number))


def page_of(request: HttpRequest, plan: NurturePlan, *, status: int = 200, **refused: Any) -> HttpResponse:
    """The plan as it is; `refused` are forms with what was typed."""
    user, day = user_of(request), localdate()
    prefetch_related_objects([plan], "goals")  # read by the verdict, by the deeds and by what would change
    known, book = around(plan, day)
    found, ask = machine(plan, actor_of(user), book), asked(plan, day, known)
    page: dict[str, Any] = {
        "plan": plan,
        "aim": in_words(aim_of(plan)),
        "ask": ask,
        "ask_days": (ask.due - day).days if ask.due else None,
        "steps": steps(plan),
        "machine": found,
        "concluded_on": date.fromisoformat(plan.machine_facts["day"]) if plan.machine_facts else None,
        "can": open_deeds(plan, user, found.assessment, lacks_mentor=known.lacks_mentor),
        "needs_mentor": known.lacks_mentor and plan.stage in MENTORED,
        "remarks": plan.remarks.select_related("written_by"),
        "may_remark": user.pk in known.nurtured,
        "changes": changes(plan),
        "past_steps": known.steps,
        **{f"{deed}_form": words_form(deed) for deed in ("return", "ready", "close", "remark", "refuse")},
        "mentor_form": MentorForm(),
    }
    page |= sections(plan, user, day) | _transfer(plan, user, known) | refused
    return render(request, "nurture/plans/one.html", page, status=status)


def steps(plan: NurturePlan) -> list[tuple[str, str]]:
    """The way of a plan with the class of each step in the picture."""
    stage = NurtureStage(plan.stage)
    if stage is NurtureStage.NOT_YET:
        return [("done", STAGE_LABELS[one]) for one in WAY[:3]] + [("blocked", STAGE_LABELS[stage])]
    here = WAY.index(stage)
    last = len(WAY) - 1
    states = [
        "done" if place < here or here == last else "current" if place == here else "" for place in range(last + 1)
    ]
    return [(state, STAGE_LABELS[one]) for state, one in zip(states, WAY, strict=True)]


def changes(plan: NurturePlan) -> list[Difference]:
    """What a change that waits for the head would make different."""
    if plan.stage != NurtureStage.WAITING.value or not plan.approved_terms:
        return []
    before, after = _lines(plan.approved_terms), _lines(terms_in_words(plan))
    return [
        Difference(
            name,
            [line for line in before[name] if line not in lines],
            [line for line in lines if line not in before[name]],
        )
        for name, lines in after.items()
        if before[name] != lines
    ]


def _lines(terms: dict[str, Any]) -> dict[str, list[str]]:
    """Terms as JSON keeps them, in words."""
    aim = Aim(terms["edition"], terms["tier"], terms["year"])
    return {
        _("Bậc hướng tới"): [in_words(aim)],
        _("Từ ngày"): [f"{date.fromisoformat(terms['since']):%d/%m/%Y}"],
        _("Đến ngày"): [f"{date.fromisoformat(terms['until']):%d/%m/%Y}"],
        _("Người hướng dẫn"): [terms["mentor"] or _("(chưa có)")],
        _("Mục tiêu"): terms["goals"],
    }


def _transfer(plan: NurturePlan, user: User, known: Around) -> dict[str, Any]:
    """The transfer that is asked for, or the unit to which the person has moved without anybody asking yet."""
    transfers = transfers_of(plan)
    transfer = next((one for one in transfers if one.is_open), None)
    if transfer is None:
        return {"transfer": None, "moved_to": known.moved_to, "past": transfers}
    sides = [
        (signs_for(user, transfer.source, known.headless), transfer.let_go_by is None),
        (signs_for(user, transfer.target, known.headless), transfer.taken_by is None),
    ]
    is_person = user.person_id == plan.prospect.subject_id
    return {
        "transfer": transfer,
        "may_agree": any(signs and is_open for signs, is_open in sides) and not is_person,
        "may_refuse": any(signs for signs, _open in sides) and not is_person,
    }
