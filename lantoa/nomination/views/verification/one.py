"""One dossier on the desk: what the office is asked, what it said, and what else can be done."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, Role
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import NominationStage, moves_from
from lantoa.nomination.actions.verification.holding import ON_ITS_WAY
from lantoa.nomination.actions.verification.refusals import OwnDossier
from lantoa.nomination.actions.verification.rights import insist_on_another
from lantoa.nomination.forms.verification import AgainForm, AnswerForm, FinishForm, HoldForm, ReturnForm
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries import verifying
from lantoa.nomination.queries.verification.answers import OfficeStanding, standing
from lantoa.nomination.queries.verification.asked import office_name
from lantoa.nomination.queries.verification.one import SECRETARIAT, offices_of, others, parts_to_flag, questions
from lantoa.nomination.views.asked import user_of
from lantoa.nomination.views.verification.asked import dossier_for, office_for
from lantoa.notice.workdays import due_after
from lantoa.nurture.queries.aims import in_words


@requires(Deed.VERIFY)
def show(request: HttpRequest, number: int) -> HttpResponse:
    nomination = dossier_for(request, number)
    return page_of(request, nomination, office_for(request, nomination))


def page_of(
    request: HttpRequest, nomination: Nomination, office: str, *, status: int = 200, **forms: Any
) -> HttpResponse:
    """`forms` are those that were refused, with what was typed; `answers` are the bound forms of the questions."""
    standings = standing(nomination)
    own = next((one for one in standings if one.office.code == office), None)
    allowed = {move.deed for move in moves_from(NominationStage(nomination.stage))}
    page = {
        "nomination": nomination,
        "aim": in_words(Aim(nomination.edition, nomination.tier, nomination.year)),
        "office": office,
        "office_name": _name(nomination, office),
        "offices": [(code, _name(nomination, code)) for code in offices_of(nomination, actor_of(request.user))],
        "others": others(standings, office),
        "refusal": _refusal(request, nomination),
        "is_open": nomination.stage == NominationStage.SENT.value,
        "can_return": "return" in allowed,
        "can_finish": "verify" in allowed and office == SECRETARIAT,
        "can_reopen": "verify_again" in allowed and office == SECRETARIAT,
        "can_hold": nomination.stage in ON_ITS_WAY,
        **_around(request, nomination),
        **_forms(nomination, office, own, forms),
    }
    return render(request, "nomination/verification/one.html", page, status=status)


def address_of(nomination: Nomination, office: str) -> str:
    return f"{reverse('verification', args=[nomination.pk])}?{urlencode({'linh_vuc': office})}"


def answer_forms(nomination: Nomination, own: OfficeStanding | None, data: Any = None) -> list[AnswerForm]:
    """A form a criterion of the office."""
    return [AnswerForm(one, data) for one in questions(nomination, own)]


def _name(nomination: Nomination, office: str) -> str:
    return office_name(nomination.edition, office) if office else _("Thường trực Hội đồng")


def _refusal(request: HttpRequest, nomination: Nomination) -> str:
    """Why this user only reads."""
    try:
        insist_on_another(user_of(request), nomination)
    except OwnDossier as refusal:
        return str(refusal)
    return ""


def _around(request: HttpRequest, nomination: Nomination) -> dict[str, Any]:
    """Holds and corrections, and the days that are left."""
    day, user = localdate(), user_of(request)
    holds = [hold for hold in verifying.holds_of(nomination, day) if hold.until is None or hold.until >= day]
    is_officer = Role.OFFICER in actor_of(user).roles
    due = nomination.round.verify_by if nomination.round else None
    corrections = verifying.corrections(nomination)
    return {
        "holds": [(hold, is_officer or hold.typed_by_id == user.pk) for hold in holds],
        "corrections": corrections,
        "last_back": verifying.last_back(corrections),
        "due": due,
        "days": (due - day).days if due else None,
    }


def _forms(nomination: Nomination, office: str, own: OfficeStanding | None, given: dict[str, Any]) -> dict[str, Any]:
    return {
        "answers": given.get("answers") or answer_forms(nomination, own),
        "return_form": given.get("return_form") or _return_form(nomination, office),
        "hold_form": given.get("hold_form") or HoldForm(),
        "finish_form": given.get("finish_form") or FinishForm(),
        "again_form": given.get("again_form") or AgainForm(),
    }


def _return_form(nomination: Nomination, office: str) -> ReturnForm:
    """The day that the edition's procedure proposes, with who set it; whoever asks may set another one."""
    procedure = plans.load(nomination.edition).procedure
    days = procedure.correction_days
    form = ReturnForm(
        parts_to_flag(nomination, office), initial={"due_on": due_after(localdate(), days)} if days else None
    )
    if days:
        words = _("%(days)s ngày làm việc. %(source)s.")
        form.fields["due_on"].help_text = words % {"days": days, "source": procedure.correction_source}
    return form
