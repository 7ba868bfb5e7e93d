"""One posting: prepared from a round, its days written anew, its candidates read."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import PostingStage, WrongStage, moves_from
from lantoa.nomination.actions.posting import listing
from lantoa.nomination.actions.posting.listing import Plan
from lantoa.nomination.actions.posting.refusals import NobodyListed, PostingChanged, TooShort
from lantoa.nomination.forms.posting import ExtendForm, NewPostingForm, PostingForm, WordsForm
from lantoa.nomination.models import PostedCandidate, Posting
from lantoa.nomination.queries.posting.candidates import (
    LONGEST,
    WITH_NAMES,
    Asked,
    narrowed,
    not_yet_posted,
    to_post,
)
from lantoa.nomination.queries.posting.sheets import candidates_file
from lantoa.nomination.queries.posting.waiting import open_objections
from lantoa.nomination.views.asked import CONFLICT, WRONG, who
from lantoa.notice.workdays import due_after
from lantoa.nurture.queries.aims import in_words
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.POST)
def prepare(request: HttpRequest) -> HttpResponse:
    """`?dot=` names the round; those who have been verified in it are listed with one press."""
    rounds = to_post()
    chosen = next((one for one in rounds if str(one.pk) == request.GET.get("dot", "")), next(iter(rounds), None))
    if chosen is None:
        return render(request, "nomination/posting/prepare.html", {"form": None})
    form = NewPostingForm(rounds, request.POST or None, initial=_usual(chosen.edition) | {"round": chosen.pk})
    if request.method == "POST" and form.is_valid():
        try:
            made = listing.prepare(round=form.cleaned_data["round"], plan=_plan(form), **who(request))
        except (NobodyListed, TooShort) as refusal:
            form.add_error("ends" if isinstance(refusal, TooShort) else "round", str(refusal))
        else:
            messages.success(request, _("Đã lập danh sách. Hãy đọc lại từng câu, rồi bắt đầu công khai."))
            return redirect("posting", made.pk)
    page = {"form": form, "rounds": rounds, **_settings(chosen.edition)}
    return render(request, "nomination/posting/prepare.html", page, status=WRONG if form.errors else 200)


@requires(Deed.POST)
def show(request: HttpRequest, number: int) -> HttpResponse:
    return page_of(request, posting_for(number))


@requires(Deed.POST)
def change(request: HttpRequest, number: int) -> HttpResponse:
    posting = posting_for(number)
    form = PostingForm(request.POST or None, initial=_written(posting))
    if request.method != "POST" or not form.is_valid():
        return _change_page(request, posting, form, status=WRONG if form.errors else 200)
    seen = form.cleaned_data["version"] or 0
    try:
        listing.change(posting=posting, plan=_plan(form), seen=seen, **who(request))
    except PostingChanged as conflict:
        form.add_error(None, str(conflict))
        return _change_page(request, conflict.posting, form, status=CONFLICT)
    except WrongStage as problem:
        messages.error(request, str(problem))
        return page_of(request, posting_for(number), status=CONFLICT)
    except TooShort as refusal:
        form.add_error("ends", str(refusal))
        return _change_page(request, posting, form, status=WRONG)
    messages.success(request, _("Đã lưu."))
    return redirect("posting", number)


def posting_for(number: int) -> Posting:
    return get_object_or_404(Posting.objects.select_related("round", "made_by", "opened_by", "ended_by"), pk=number)


def page_of(
    request: HttpRequest, posting: Posting, *, extend_form: ExtendForm | None = None, status: int = 200
) -> HttpResponse:
    words, sort = request.GET.get("q", ""), request.GET.get("sap_xep", "")
    page = Paginator(_candidates(posting, request), PAGE).get_page(request.GET.get("trang"))
    waiting = open_objections(one.nomination_id for one in page)
    day, is_prepared = localdate(), posting.stage == PostingStage.PREPARED.value
    context = {
        "posting": posting,
        "page": page,
        "words": words,
        "sort": sort,
        "listed": posting.candidates.count() if words else page.paginator.count,
        "rows": [_row(one, waiting, may_write=posting.stage != PostingStage.ENDED.value) for one in page],
        "extend_form": extend_form or ExtendForm(),
        "allowed": {move.deed for move in moves_from(PostingStage(posting.stage))},
        "is_prepared": is_prepared,
        "days": (posting.ends - day).days,
        "is_early": day < posting.starts,
        "is_running": day <= posting.ends,
        "more": not_yet_posted(posting.round).count() if is_prepared else 0,
        "tier": in_words(Aim(posting.round.edition, posting.round.tier, posting.round.year)),
        **_settings(posting.round.edition),
    }
    return render(request, "nomination/posting/one.html", context, status=status)


@requires(Deed.POST)
def download(request: HttpRequest, number: int) -> FileResponse:
    """The candidates of the list as they are searched for, all pages of them."""
    posting = posting_for(number)
    name = f"{_('Công khai')} {posting.starts:%d-%m-%Y}.xlsx"
    file = candidates_file(_candidates(posting, request))
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _candidates(posting: Posting, request: HttpRequest) -> QuerySet[PostedCandidate]:
    found = PostedCandidate.objects.filter(posting=posting).select_related(*WITH_NAMES)
    return narrowed(found, Asked(words=request.GET.get("q", "")[:LONGEST], sort=request.GET.get("sap_xep", "")))


def _row(candidate: PostedCandidate, waiting: dict[int, int], *, may_write: bool) -> dict[str, Any]:
    form = WordsForm(initial={"words": candidate.words}) if may_write else None
    if form is not None:
        form.auto_id = f"loi-{candidate.pk}-%s"
    return {"candidate": candidate, "waiting": waiting.get(candidate.nomination_id, 0), "form": form}


def _change_page(request: HttpRequest, posting: Posting, form: PostingForm, *, status: int) -> HttpResponse:
    page = {
        "posting": posting,
        "form": form,
        "other": posting if status == CONFLICT else None,
        "version": posting.version if status == CONFLICT else form["version"].value(),
        **_settings(posting.round.edition),
    }
    return render(request, "nomination/posting/change.html", page, status=status)


def _plan(form: PostingForm) -> Plan:
    values = form.cleaned_data
    return Plan(values["audience"], values["starts"], values["ends"], values["note"])


def _written(posting: Posting) -> dict[str, Any]:
    names = ("audience", "starts", "ends", "note", "version")
    return {name: getattr(posting, name) for name in names}


def _usual(edition: str) -> dict[str, Any]:
    """From today, as many working days as the plan's settings ask for."""
    day = localdate()
    ends = due_after(day, plans.load(edition).procedure.posting_days)
    return {"audience": Posting.Audience.INSIDE.value, "starts": day, "ends": ends}


def _settings(edition: str) -> dict[str, Any]:
    """The days with who set them."""
    procedure = plans.load(edition).procedure
    return {"least": procedure.posting_days, "source": procedure.sources["posting"]}
