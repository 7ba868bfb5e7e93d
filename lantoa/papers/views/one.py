"""One paper: its files, its form, its makings; and making it (again)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.domain.papers.kinds import KINDS, Engine, PaperKind
from lantoa.papers.actions.making import make
from lantoa.papers.models import Paper
from lantoa.papers.models.stocks import PRINTED_ON
from lantoa.papers.pdf.office import is_there
from lantoa.papers.queries.citations import citations
from lantoa.papers.queries.jobs import is_put_into_pdf
from lantoa.papers.queries.papers import makings
from lantoa.papers.tasks import put_into_pdf
from lantoa.papers.views import download
from lantoa.papers.views.asked import kind_for, paper_for, user_of, who
from lantoa.papers.views.signatures import section

LOOSE = "ngoai"  # where a form about things of no round came from


@requires(Deed.SEE_PAPERS)
def show(request: HttpRequest, number: int) -> HttpResponse:
    paper = paper_for(request, number)
    found = list(makings(paper))
    context = {
        "paper": paper,
        "kind": KINDS[PaperKind(paper.kind)],
        "is_word": KINDS[PaperKind(paper.kind)].engine is Engine.WORD,
        "makings": found,
        "is_newest": found[0].pk == paper.pk,
        "newest": found[0],
        "faults": [one for one in paper.checks if one["verdict"] == "not_met"],
        "met": sum(one["verdict"] == "met" for one in paper.checks),
        "may_make": bool(may(actor_of(request.user), Deed.MAKE_PAPERS)),
        "may_register": bool(may(actor_of(request.user), Deed.KEEP_PAPER_REGISTER)),
        "entries": paper.entries.filter(struck_at=None),
        "is_waiting": is_put_into_pdf(paper),
        "has_office": is_there(),
        "goes_on_stock": paper.kind in PRINTED_ON,
        "citations": citations(paper),
        **section(request, paper),
    }
    part = "#files" if request.headers.get("HX-Request") else ""
    return render(request, f"papers/papers/one.html{part}", context)


@requires(Deed.SEE_PAPERS)
def word(request: HttpRequest, number: int) -> HttpResponse:
    return _file(paper_for(request, number), "word")


@requires(Deed.SEE_PAPERS)
def pdf(request: HttpRequest, number: int) -> HttpResponse:
    return _file(paper_for(request, number), "pdf")


@require_POST
@requires(Deed.MAKE_PAPERS)
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Make one paper and show it; back where one came from with the reason why not."""
    return _make(request, kind_for(kind), request.POST.get("viec", ""))


@require_POST
@requires(Deed.MAKE_PAPERS)
def again(request: HttpRequest, number: int) -> HttpResponse:
    paper = paper_for(request, number)
    return _make(request, kind_for(paper.kind), paper.key, paper)


@require_POST
@requires(Deed.MAKE_PAPERS)
def into_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """Let the worker put the Word file into PDF."""
    paper = paper_for(request, number)
    if not paper.pdf_path and not is_put_into_pdf(paper) and is_there():
        put_into_pdf.enqueue(paper.pk, user_of(request).pk)
    return redirect("paper", number)


def _make(request: HttpRequest, kind: PaperKind, key: str, earlier: Paper | None = None) -> HttpResponse:
    """Word at once; PDF follows in the background."""
    try:
        paper = make(kind=kind, key=key, formats={"word"}, **who(request))
    except (ValueError, PermissionError) as refusal:
        messages.error(request, _("Chưa lập được: %(why)s") % {"why": refusal})
        return _back(request, kind, earlier)
    if not paper.pdf_path and is_there():
        put_into_pdf.enqueue(paper.pk, user_of(request).pk)
    messages.success(request, _("Đã lập. Đọc lại trước khi in, ký."))
    return redirect("paper", paper.pk)


def _back(request: HttpRequest, kind: PaperKind, earlier: Paper | None) -> HttpResponse:
    if earlier:
        return redirect("paper", earlier.pk)
    round_id = request.POST.get("dot", "")
    if round_id == LOOSE:
        return redirect("loose_papers_of_kind", kind.value)
    if round_id.isascii() and round_id.isdigit() and len(round_id) < 19:
        return redirect("round_papers_of_kind", int(round_id), kind.value)
    return redirect("papers")


def _file(paper: Paper, form: str) -> HttpResponse:
    path, ending = {"word": (paper.word_path, "docx"), "pdf": (paper.pdf_path, "pdf")}[form]
    if not path:
        raise Http404
    return download(name=f"{paper.file_name.rsplit('/', 1)[-1]}.{ending}", path=path)
