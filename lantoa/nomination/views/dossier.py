"""The dossier of a nomination: its report, its verdict, and the sections of those who look into it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.nomination.actions import writing
from lantoa.nomination.actions.refusals import ChangedMeanwhile
from lantoa.nomination.forms.nominations import ReportForm
from lantoa.nomination.models import Nomination
from lantoa.nomination.views.asked import CONFLICT, WRONG, nomination_for, who
from lantoa.nurture.queries.aims import in_words
from lantoa.register.actions.refusals import NotAllowed


@requires(Deed.NOMINATE)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """Read it, and write its report."""
    nomination = nomination_for(request, number, Deed.NOMINATE)
    form = ReportForm(request.POST or None, initial={"text": nomination.text, "version": nomination.version})
    if request.method != "POST":
        return page_of(request, nomination, form)
    if not form.is_valid():
        return page_of(request, nomination, form, status=WRONG)
    value = form.cleaned_data
    try:
        writing.write(nomination=nomination, text=value["text"], seen=value["version"], **who(request))
    except ChangedMeanwhile as conflict:
        form.add_error(None, str(conflict))
        return page_of(request, conflict.nomination, form, status=CONFLICT)
    except (NoReason, NotAllowed) as problem:
        form.add_error(None, str(problem))
        return page_of(request, nomination, form, status=WRONG)
    messages.success(request, _("Đã lưu báo cáo thành tích."))
    return redirect("nomination", nomination.pk)


def page_of(request: HttpRequest, nomination: Nomination, form: ReportForm, *, status: int = 200) -> HttpResponse:
    page = {
        "nomination": nomination,
        "form": form,
        "aim": in_words(Aim(nomination.edition, nomination.tier, nomination.year)),
        "other": nomination.text if status == CONFLICT else "",
        "version": nomination.version,
    }
    return render(request, "nomination/one.html", page, status=status)
