"""What is put into a dossier and taken out of it: evidence, statements, initiatives, the nominee's word."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed, may
from lantoa.nomination.actions import consenting, evidence, statements
from lantoa.nomination.actions.refusals import (
    AnsweredAlready,
    HasEnded,
    NoSuchCriterion,
    NotAskedToConsent,
    NothingAttached,
    NotOpen,
    NotTheNominee,
)
from lantoa.nomination.forms.dossier import ConsentForm, EvidenceForm, PaperConsentForm, StatementForm, words_form
from lantoa.nomination.models import Consent, Evidence, Nomination, NomineeCorrection, Statement
from lantoa.nomination.queries.dossier import criteria_of
from lantoa.nomination.queries.reading import case_of, criteria_read
from lantoa.nomination.views.asked import CONFLICT, WRONG, nomination_for, user_of, who
from lantoa.nomination.views.dossier import page_of
from lantoa.papers.contents import NotAPicture
from lantoa.papers.views import download
from lantoa.register.actions.refusals import NotAllowed

REFUSALS = (
    NoReason,
    NoSuchCriterion,
    NotAllowed,
    NotAPicture,
    NotAskedToConsent,
    NotTheNominee,
    NothingAttached,
)
TOO_LATE = (AnsweredAlready, HasEnded, NotOpen)


@require_POST
@requires(Deed.NOMINATE)
def attach(request: HttpRequest, number: int) -> HttpResponse:
    nomination = nomination_for(request, number)
    form = EvidenceForm(criteria_of(nomination), request.POST, request.FILES)
    if not form.is_valid():
        return page_of(request, nomination, status=WRONG, evidence_form=form)
    words = _("Đã đính kèm minh chứng cho điều kiện %s.") % form.cleaned_data["criterion"]
    act = partial(evidence.attach, nomination=nomination, **form.cleaned_data, **who(request))
    return done(request, nomination, words, act, to="evidence", evidence_form=form)


@requires(Deed.SEE_NOMINATION)
def open_evidence(request: HttpRequest, number: int, which: int) -> HttpResponse:
    """The file, for who reads the dossier."""
    nomination = nomination_for(request, number)
    found = get_object_or_404(Evidence, pk=which, nomination=nomination)
    read = criteria_read(nomination, actor_of(user_of(request)))
    if read is not None and found.criterion not in read:
        raise Http404
    return redirect(found.link) if found.link else download(name=found.name, path=found.path)


@require_POST
@requires(Deed.NOMINATE)
def remove_evidence(request: HttpRequest, number: int, which: int) -> HttpResponse:
    nomination = nomination_for(request, number)
    found = get_object_or_404(Evidence.objects.select_related("nomination"), pk=which, nomination=nomination)
    words = _("Đã bỏ minh chứng.")
    return done(request, nomination, words, lambda: evidence.remove(evidence=found, **who(request)), to="evidence")


@require_POST
@requires(Deed.NOMINATE)
def add_statement(request: HttpRequest, number: int) -> HttpResponse:
    nomination, form = nomination_for(request, number), StatementForm(request.POST)
    if not form.is_valid():
        return page_of(request, nomination, status=WRONG, statement_form=form)
    words = _("Đã ghi ý kiến của %s.") % form.cleaned_data["name"]
    act = partial(statements.add, nomination=nomination, **form.cleaned_data, **who(request))
    return done(request, nomination, words, act, to="statements", statement_form=form)


@require_POST
@requires(Deed.NOMINATE)
def remove_statement(request: HttpRequest, number: int, which: int) -> HttpResponse:
    nomination = nomination_for(request, number)
    found = get_object_or_404(Statement.objects.select_related("nomination"), pk=which, nomination=nomination)
    words = _("Đã bỏ ý kiến.")
    return done(request, nomination, words, lambda: statements.remove(statement=found, **who(request)), to="statements")


@require_POST
@requires(Deed.CONSENT, Deed.NOMINATE)
def consent(request: HttpRequest, number: int) -> HttpResponse:
    """By the nominee, or by the unit from a signed paper."""
    nomination = nomination_for(request, number)
    is_nominee = may(actor_of(user_of(request)), Deed.CONSENT, case_of(nomination))
    form = (ConsentForm if is_nominee else PaperConsentForm)(request.POST, request.FILES)
    if not form.is_valid():
        return page_of(request, nomination, status=WRONG, consent_form=form)
    value = form.cleaned_data
    words = _("Đã ghi: đồng ý công khai.") if value["answer"] == "yes" else _("Đã ghi: không đồng ý công khai.")
    given = {"is_given": value["answer"] == "yes", "with_pictures": value["with_pictures"]}
    given |= {"note": value["note"], "paper": value.get("paper")}
    act = partial(consenting.consent, nomination=nomination, **given, **who(request))
    return done(request, nomination, words, act, to="nominee", consent_form=form)


@requires(Deed.SEE_NOMINATION)
def open_paper(request: HttpRequest, number: int, which: int) -> HttpResponse:
    """The signed paper of a consent."""
    found = get_object_or_404(Consent.objects.exclude(path=""), pk=which, nomination=nomination_for(request, number))
    return download(name=found.name, path=found.path)


@require_POST
@requires(Deed.CONSENT, Deed.NOMINATE)
def correct(request: HttpRequest, number: int) -> HttpResponse:
    nomination, form = nomination_for(request, number), words_form("correct", request.POST)
    if not form.is_valid():
        return page_of(request, nomination, status=WRONG, correct_form=form)
    words, said = _("Đã gửi; đơn vị sẽ trả lời bạn."), form.cleaned_data["words"]
    act = partial(consenting.correct, nomination=nomination, text=said, **who(request))
    return done(request, nomination, words, act, to="nominee", correct_form=form)


@require_POST
@requires(Deed.NOMINATE)
def answer(request: HttpRequest, number: int, which: int) -> HttpResponse:
    nomination, form = nomination_for(request, number), words_form("answer", request.POST)
    found = get_object_or_404(NomineeCorrection.objects.select_related("nomination"), pk=which, nomination=nomination)
    if not form.is_valid():
        return page_of(request, nomination, status=WRONG, answer_form=form, answering=which)
    said = form.cleaned_data["words"]
    act = partial(consenting.answer, correction=found, text=said, **who(request))
    return done(request, nomination, _("Đã trả lời."), act, to="nominee", answer_form=form, answering=which)


def done(
    request: HttpRequest, nomination: Nomination, words: str, act: Callable[[], object], *, to: str = "", **forms: Any
) -> HttpResponse:
    """Do it and say so; or show the dossier as it is now with the reason why not."""
    try:
        act()
    except TOO_LATE as problem:
        return _explained(request, nomination, problem, CONFLICT, **forms)
    except REFUSALS as problem:
        return _explained(request, nomination, problem, WRONG, **forms)
    messages.success(request, words)
    answered = redirect("nomination", nomination.pk)
    answered["Location"] += f"#{to}" if to else ""
    return answered


def _explained(
    request: HttpRequest, nomination: Nomination, problem: Exception, status: int, **forms: Any
) -> HttpResponse:
    messages.error(request, str(problem))
    return page_of(request, nomination_for(request, nomination.pk), status=status, **forms)
