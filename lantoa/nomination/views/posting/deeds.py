"""What is done to a posting, each by one press."""

from collections.abc import Callable
from typing import TypeAlias

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.posting import listing, running
from lantoa.nomination.actions.posting.refusals import (
    CannotPost,
    HeldByObjections,
    NobodyListed,
    NotLonger,
    NotYet,
    StillRunning,
    TooShort,
)
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.forms.posting import ExtendForm, WordsForm
from lantoa.nomination.models import PostedCandidate, Posting
from lantoa.nomination.views.asked import CONFLICT, WRONG, nomination_for, who
from lantoa.nomination.views.posting.postings import page_of, posting_for

Act: TypeAlias = Callable[[], str]  # does it and says so
REFUSALS = (CannotPost, NobodyListed, NotLonger, NotYet, StillRunning, TooShort)


@require_POST
@requires(Deed.POST)
def add_verified(request: HttpRequest, number: int) -> HttpResponse:
    posting = posting_for(number)

    def act() -> str:
        count = listing.add_verified(posting=posting, **who(request))
        return _("Đã thêm %(n)s hồ sơ.") % {"n": count}

    return _done(request, posting, act)


@require_POST
@requires(Deed.POST)
def open_(request: HttpRequest, number: int) -> HttpResponse:
    posting = posting_for(number)

    def act() -> str:
        opened = running.open_(posting=posting, **who(request))
        return _("Danh sách đã công khai, đến hết ngày %(day)s.") % {"day": f"{opened.ends:%d/%m/%Y}"}

    return _done(request, posting, act)


@require_POST
@requires(Deed.POST)
def extend(request: HttpRequest, number: int) -> HttpResponse:
    posting, form = posting_for(number), ExtendForm(request.POST)
    if not form.is_valid():
        return page_of(request, posting, extend_form=form, status=WRONG)

    def act() -> str:
        longer = running.extend(posting=posting, **form.cleaned_data, **who(request))
        return _("Danh sách công khai đến hết ngày %(day)s.") % {"day": f"{longer.ends:%d/%m/%Y}"}

    return _done(request, posting, act)


@require_POST
@requires(Deed.POST)
def end(request: HttpRequest, number: int) -> HttpResponse:
    posting = posting_for(number)

    def act() -> str:
        count = running.end(posting=posting, **who(request))
        return _("Đã kết thúc công khai; %(n)s hồ sơ chuyển sang chờ Hội đồng.") % {"n": count}

    return _done(request, posting, act)


@require_POST
@requires(Deed.POST)
def discard(request: HttpRequest, number: int) -> HttpResponse:
    posting = posting_for(number)

    def act() -> str:
        listing.discard(posting=posting, **who(request))
        return _("Đã bỏ danh sách; các hồ sơ vẫn ở bước đã thẩm định.")

    return _done(request, posting, act, to="postings")


@require_POST
@requires(Deed.POST)
def word(request: HttpRequest, number: int, candidate: int) -> HttpResponse:
    found, form = _candidate(number, candidate), WordsForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Câu thành tích cần có nội dung, nhiều nhất 500 ký tự. Chưa lưu."))
        return page_of(request, found.posting, status=WRONG)

    def act() -> str:
        listing.word(candidate=found, words=form.cleaned_data["words"], **who(request))
        return _("Đã lưu câu thành tích.")

    return _done(request, found.posting, act)


@require_POST
@requires(Deed.POST)
def leave_out(request: HttpRequest, number: int, candidate: int) -> HttpResponse:
    found = _candidate(number, candidate)

    def act() -> str:
        listing.leave_out(candidate=found, **who(request))
        return _("Đã đưa %(name)s ra khỏi danh sách.") % {"name": found.nomination.subject.name}

    return _done(request, found.posting, act)


@require_POST
@requires(Deed.POST)
def clear(request: HttpRequest, number: int) -> HttpResponse:
    """From the dossier: nothing holds it any more."""
    nomination = nomination_for(request, number)
    try:
        running.clear(nomination=nomination, **who(request))
    except (WrongStage, OnHold, StillRunning, HeldByObjections) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Hồ sơ đã chuyển sang chờ Hội đồng."))
    return redirect("nomination", nomination.pk)


def _candidate(number: int, candidate: int) -> PostedCandidate:
    found = PostedCandidate.objects.select_related("posting__round", "nomination__subject")
    return get_object_or_404(found, pk=candidate, posting=posting_for(number))


def _done(request: HttpRequest, posting: Posting, act: Act, *, to: str = "posting") -> HttpResponse:
    """Do it and say so; or show the page as it is now with the reason why not."""
    try:
        words = act()
    except WrongStage as problem:
        messages.error(request, str(problem))
        return page_of(request, posting_for(posting.pk), status=CONFLICT)
    except REFUSALS as problem:
        messages.error(request, str(problem))
        return page_of(request, posting_for(posting.pk), status=WRONG)
    messages.success(request, words)
    return redirect("postings") if to == "postings" else redirect("posting", posting.pk)
