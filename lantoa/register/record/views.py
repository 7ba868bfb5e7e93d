"""One person's or unit's page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Case, Deed, may
from lantoa.domain.plan import OutsidePlan, Plan
from lantoa.domain.records import Kind, RecordBook
from lantoa.register.models import Subject
from lantoa.register.queries.evidence import Reader
from lantoa.register.queries.records import book_of
from lantoa.register.queries.subjects import subject_by_code
from lantoa.register.queries.timeline import timeline
from lantoa.register.queries.unit_facts import unit_facts
from lantoa.register.queries.way import is_subject, next_step, way


@requires()
def show(request: HttpRequest, code: str) -> HttpResponse:
    """The record; who may not see it gets the same answer whether the code exists or not."""
    subject = subject_by_code(code)
    if subject is None:
        raise _nothing_to_see(request)
    book = book_of(subject)
    today = localdate()
    units = [subject.code] if subject.code in book.units else book.units_of(subject.code, today)
    reader = Reader(actor_of(request.user), book, Case(subject.code, frozenset(units)))
    if not reader.may(Deed.SEE_RECORD):
        raise _nothing_to_see(request)
    plan = plans.load()
    wrong_year = ""
    try:
        year = _year(request, plan, book)
    except OutsidePlan as error:
        wrong_year, year = str(error), _last_year(plan, book)
    page = _page(subject, reader, plan, year) | {"wrong_year": wrong_year}
    return render(request, "register/record.html", page, status=404 if wrong_year else 200)


def _nothing_to_see(request: HttpRequest) -> Exception:
    """404 for those who may see every record, for the others a refusal that does not tell what exists."""
    actor = actor_of(request.user)
    if may(actor, Deed.SEE_RECORD, Case()):
        return Http404(_("Không có người hay đơn vị nào mang mã này."))
    return PermissionDenied(getattr(may(actor, Deed.SEE_RECORD, Case()), "reason", ""))


def _year(request: HttpRequest, plan: Plan, book: RecordBook) -> int:
    """The year of the address, or the last one on file; OutsidePlan for another one."""
    asked = request.GET.get("nam", "").strip()
    if not asked:
        return _last_year(plan, book)
    if not asked.isdecimal() or len(asked) > 4 or int(asked) not in plan.period:
        raise OutsidePlan(_("Kế hoạch không có năm «%s»; dưới đây là năm gần nhất có trong sổ.") % asked[:40])
    return int(asked)


def _last_year(plan: Plan, book: RecordBook) -> int:
    """The last year with a closed book that bears on the subject, or with a rating; else the plan's first."""
    closed = [row.year for row in book.closings if row.year in plan.period]
    rated = [row.year for row in book.ratings if row.year in plan.period]
    return max(closed or rated, default=plan.period.first_year)


def _page(subject: Subject, reader: Reader, plan: Plan, year: int) -> dict[str, Any]:
    is_unit = subject.kind == Kind.COLLECTIVE.value
    steps = way(plan, year, reader, subject.code) if is_subject(reader, subject.code, year) else []
    today = localdate()
    unit = reader.book.units.get(subject.code)
    posts = [post for post in reader.book.posts_of.get(subject.code, []) if post.in_force(today)]
    return {
        "subject": subject,
        "person": reader.book.people.get(subject.code),
        "unit": unit,
        "parent": reader.book.units.get(unit.parent or "") if unit else None,
        "posts": [(post, reader.book.units[post.unit]) for post in posts],
        "facts": unit_facts(subject, today) if is_unit else None,
        "plan": plan,
        "year": year,
        "years": list(plan.period.years),
        "steps": steps,
        "next_step": next_step(steps),
        "not_subject_reason": _not_subject_reason(is_unit=is_unit, year=year),
        "holds": [hold for hold in reader.book.holds_of.get(subject.code, []) if hold.in_force(today)],
        "timeline": timeline(reader.book, subject.code, plan, with_sanctions=reader.may(Deed.SEE_SANCTIONS)),
        "may_see_register": bool(may(reader.actor, Deed.SEE_REGISTER)),
        "may_screen": reader.may(Deed.SCREEN),
        "may_take_credential": bool(reader.book.recognitions_of.get(subject.code))
        and bool(may(reader.actor, Deed.TAKE_CREDENTIAL, Case(subject.code))),
    }


def _not_subject_reason(*, is_unit: bool, year: int) -> str:
    if is_unit:
        return _("Ngày 31/12/%s đơn vị này không hoạt động, hoặc là đơn vị gốc, nên không bậc nào xét đến.") % year
    return _("Ngày 31/12/%s người này không có vị trí công tác nào trong sổ, nên không bậc nào xét đến.") % year
