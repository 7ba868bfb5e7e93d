"""Signed copies on the page of a paper: attach, sign, check again, take out."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, Refused
from lantoa.papers.actions import signatures
from lantoa.papers.forms.signatures import CopyForm, KeyForm, PinForm
from lantoa.papers.models import Paper, SignedFile
from lantoa.papers.queries.signatures import may_sign, path_to_sign, signed
from lantoa.papers.signatures import at_need
from lantoa.papers.views import download
from lantoa.papers.views.asked import paper_for, who


def section(request: HttpRequest, paper: Paper) -> dict[str, Any]:
    """What `papers/signatures/section.html` shows."""
    may = bool(may_sign(actor_of(request.user), paper))
    can = may and path_to_sign(paper) != ""
    return {
        "copies": signed(paper),
        "copy_form": CopyForm() if may else None,
        "key_form": KeyForm() if can else None,
        "pin_form": PinForm(auto_id="the-%s") if can and at_need.has_token() else None,
    }


@require_POST
@requires(Deed.SIGN_PAPERS)
def attach(request: HttpRequest, number: int) -> HttpResponse:
    paper, form = paper_for(request, number), CopyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, paper, form)
    copy = form.cleaned_data["copy"]
    said = _("Đã gắn bản đã ký.")
    return _done(request, paper, said, lambda: signatures.attach(paper=paper, file=copy, **who(request)))


@sensitive_post_parameters("password")
@require_POST
@requires(Deed.SIGN_PAPERS)
def sign(request: HttpRequest, number: int) -> HttpResponse:
    paper, form = paper_for(request, number), KeyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, paper, form)
    given = {"signer": form.signer, "goes_with": form.cleaned_data["goes_with"]}
    return _done(request, paper, _signed(), lambda: signatures.sign(paper=paper, **given, **who(request)))


@sensitive_post_parameters("pin")
@require_POST
@requires(Deed.SIGN_PAPERS)
def sign_with_token(request: HttpRequest, number: int) -> HttpResponse:
    """With the key on the token of the server; the right is asked before the token is opened."""
    paper, form = paper_for(request, number), PinForm(request.POST)
    if not at_need.has_token():
        raise Http404
    answer = may_sign(actor_of(request.user), paper)
    if isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)
    if not form.is_valid():
        return _refused(request, paper, form)

    def deed() -> SignedFile:
        with at_need.held_on_token(form.cleaned_data["pin"], form.cleaned_data["name"]) as signer:
            return signatures.sign(paper=paper, signer=signer, goes_with=form.cleaned_data["goes_with"], **who(request))

    return _done(request, paper, _signed(), deed)


@require_POST
@requires(Deed.SIGN_PAPERS)
def check_again(request: HttpRequest, number: int, copy: int) -> HttpResponse:
    paper = paper_for(request, number)
    kept = get_object_or_404(SignedFile, pk=copy, paper=paper)
    said = _("Đã kiểm tra lại chữ ký số.")
    return _done(request, paper, said, lambda: signatures.check_again(signed=kept, **who(request)))


@requires(Deed.SEE_PAPERS)
def file(request: HttpRequest, number: int, copy: int) -> HttpResponse:
    kept = get_object_or_404(SignedFile, pk=copy, paper=paper_for(request, number))
    return download(name=kept.name, path=kept.path)


def _signed() -> str:
    return _("Đã ký số. Bản đã ký nằm ở mục Bản đã ký.")


def _done(request: HttpRequest, paper: Paper, said: str, deed: Callable[[], SignedFile]) -> HttpResponse:
    try:
        deed()
    except (ValueError, PermissionError) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("paper", paper.pk)


def _refused(request: HttpRequest, paper: Paper, form: forms.Form) -> HttpResponse:
    for errors in form.errors.values():
        for error in errors:
            messages.error(request, str(error))
    return redirect("paper", paper.pk)
