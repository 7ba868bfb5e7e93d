"""Templates of papers: the list, a kind with its fields and versions, a version tried, put into use, withdrawn."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.papers.fields import fields_of, paths
from lantoa.domain.papers.kinds import KINDS, Engine, PaperKind
from lantoa.papers import trials
from lantoa.papers.actions import templates as actions
from lantoa.papers.contents import DOCX, PDF
from lantoa.papers.forms.templates import TemplateForm
from lantoa.papers.models import PaperTemplate
from lantoa.papers.pdf.office import ConversionFailed, OfficeMissing, to_pdf
from lantoa.papers.queries import templates
from lantoa.papers.queries.previews import Trial, pages, trial, unmet
from lantoa.papers.sources import NotReady, sources
from lantoa.papers.views import download
from lantoa.papers.word.checking import findings
from lantoa.papers.word.package import Finding

WRONG = 422
PAPER, PAGE = "thu.pdf", "trang-{}.png"  # the files of a trial


@requires(Deed.KEEP_TEMPLATES)
def listing(request: HttpRequest) -> HttpResponse:
    page = {"lines": [line for line in templates.listing(localdate()) if line.kind in sources()]}
    return render(request, "papers/templates/list.html", page)


@requires(Deed.KEEP_TEMPLATES)
def kind(request: HttpRequest, slug: str) -> HttpResponse:
    chosen = _kind(slug)
    if request.method != "POST":
        return _page(request, chosen, TemplateForm(today=localdate()))
    form = TemplateForm(request.POST, request.FILES, today=localdate())
    if chosen not in sources() or not form.is_valid():
        return _page(request, chosen, form, status=WRONG)
    facts = {name: form.cleaned_data[name] for name in ("since", "note", "file")}
    by = cast("User", request.user)
    try:
        template = actions.take_in(kind=chosen, unit=form.unit(), by=by, at=now(), **facts)
    except actions.TemplateRefused as refusal:
        return _page(request, chosen, form, refusal.findings, WRONG)
    return redirect("paper_template_version", template.pk)


@requires(Deed.KEEP_TEMPLATES)
def shipped_file(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001  (a view)
    found = templates.shipped(_kind(slug))
    if found is None:
        raise Http404
    return _word(found.data, found.name)


@requires(Deed.KEEP_TEMPLATES)
def version(request: HttpRequest, number: int) -> HttpResponse:
    template = _template(number)
    chosen = PaperKind(template.kind)
    source = sources().get(chosen)
    page = {
        "template": template,
        "kind": chosen,
        "findings": findings(_data(template), source.sheet) if source else [],
        "can_be_tried": source is not None,
    }
    return render(request, "papers/templates/version.html", page)


@requires(Deed.KEEP_TEMPLATES)
def own_file(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001  (a view)
    template = _template(number)
    return download(name=template.name, path=template.path)


@requires(Deed.KEEP_TEMPLATES)
def trial_file(request: HttpRequest, number: int) -> HttpResponse:
    template = _template(number)
    return _word(_trial(request, template).word, f"{_('Thử')} {template.name}")


@requires(Deed.KEEP_TEMPLATES)
def trial_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The PDF of the trial that this user has just made."""
    template = _template(number)
    found = trials.read(_name(request, number), PAPER)
    if found is None:
        raise Http404
    name = f"{_('Thử')} {template.name.removesuffix('.docx')}.pdf"
    return _file(found, name, PDF.media_type)


@requires(Deed.KEEP_TEMPLATES)
def preview(request: HttpRequest, number: int) -> HttpResponse:
    """The first pages of a trial, or why there is no picture of them."""
    template = _template(number)
    made = _trial(request, template)
    faults = unmet(made.word, PaperKind(template.kind))
    page: dict[str, Any] = {"template": template, "about": made.about, "unmet": faults, "pages": range(0), "fault": ""}
    try:
        pdf = to_pdf(made.word)
    except (OfficeMissing, ConversionFailed) as failure:
        page["fault"] = str(failure)
    else:
        found = pages(pdf)
        pictures = {PAGE.format(place): picture for place, picture in enumerate(found, 1)}
        trials.keep(_name(request, number), {PAPER: pdf, **pictures})
        page["pages"] = range(1, len(found) + 1)
    return render(request, "papers/templates/preview.html", page)


@requires(Deed.KEEP_TEMPLATES)
def page(request: HttpRequest, number: int, page: int) -> HttpResponse:
    """One picture of the trial that this user has just made."""
    found = trials.read(_name(request, number), PAGE.format(page))
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="image/png", headers={"Cache-Control": "private, no-store"})


@require_POST
@requires(Deed.KEEP_TEMPLATES)
def put_into_use(request: HttpRequest, number: int) -> HttpResponse:
    template = _template(number)
    try:
        actions.put_into_use(template=template, by=cast("User", request.user), at=now())
    except actions.Settled as refusal:
        messages.error(request, str(refusal))
        return redirect("paper_template_version", number)
    words = _("Mẫu dùng từ %s. Giấy tờ đã lập giữ nguyên mẫu cũ.")
    messages.success(request, words % f"{template.since:%d/%m/%Y}")
    return redirect("paper_template_kind", template.kind)


@require_POST
@requires(Deed.KEEP_TEMPLATES)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    template = _template(number)
    try:
        actions.withdraw(template=template, by=cast("User", request.user), at=now())
    except actions.Settled as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã thôi dùng bản này; bản trước đó hoặc mẫu gốc dùng lại."))
    return redirect("paper_template_kind", template.kind)


def _page(
    request: HttpRequest,
    chosen: PaperKind,
    form: TemplateForm,
    found: list[Finding] | None = None,
    status: int = 200,
) -> HttpResponse:
    source = sources().get(chosen)
    context = {
        "kind": chosen,
        "name": KINDS[chosen].name,
        "form": form if source else None,
        "fields": list(paths(fields_of(source.sheet))) if source else [],
        "findings": found or [],
        "shipped": templates.shipped(chosen),
        "versions": templates.versions(chosen),
    }
    return render(request, "papers/templates/kind.html", context, status=status)


def _kind(slug: str) -> PaperKind:
    if slug not in set(PaperKind) or KINDS[PaperKind(slug)].engine is not Engine.WORD:
        raise Http404
    return PaperKind(slug)


def _template(number: int) -> PaperTemplate:
    return get_object_or_404(PaperTemplate.objects.select_related("unit__subject", "made_by"), pk=number)


def _data(template: PaperTemplate) -> bytes:
    try:
        return templates.content_of(template).data
    except NotReady as gone:
        raise Http404(str(gone)) from None


def _trial(request: HttpRequest, template: PaperTemplate) -> Trial:
    source = sources().get(PaperKind(template.kind))
    if source is None:
        raise Http404
    return trial(_data(template), source, actor_of(request.user))


def _word(data: bytes, name: str) -> HttpResponse:
    return _file(data, name, DOCX.media_type)


def _file(data: bytes, name: str, media_type: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(data, content_type=media_type, headers=headers)


def _name(request: HttpRequest, number: int) -> str:
    return f"{number}-{request.user.pk}"
