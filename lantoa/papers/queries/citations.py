"""What a paper that was made cites: each line with its text, who checked it, and whether it stands as it was cited."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.papers.bases import Basis
from lantoa.papers.models import BasisCheck, OfficeBasis, Paper
from lantoa.papers.queries.bases import BASED_ON, checks, key_of, version_of


@dataclass(frozen=True, slots=True)
class Citation:
    """A line of a paper; a line that somebody typed has no text. `fault` says why it would not be cited so now."""

    line: str
    basis: Basis | None = None
    check: BasisCheck | None = None
    fault: str = ""

    @property
    def needs_check(self) -> bool:
        return self.basis is not None and self.basis.is_to_be_checked and self.check is None


@dataclass(frozen=True, slots=True)
class Citations:
    """All lines of a paper, in their order."""

    lines: tuple[Citation, ...]

    @property
    def unchecked(self) -> tuple[Citation, ...]:
        return tuple(one for one in self.lines if one.needs_check)


def citations(paper: Paper) -> Citations:
    """Read in two queries from what the paper was filled with."""
    lines, form = _said(paper)
    if not lines and not form:
        return Citations(())
    rows = list(OfficeBasis.objects.all())
    ever = plans.legal_book().with_texts(map(version_of, rows))
    now = plans.legal_book().with_texts(version_of(row) for row in rows if row.withdrawn_at is None)
    standing, held = now.standing(paper.day), checks()
    known = [(line, ever.saying(line, paper.day)) for line in [*lines, form]]
    return Citations(
        tuple(
            Citation(line, basis, held.get(key_of(basis)), _fault(basis, standing.get(basis.code), paper.day))
            if basis
            else Citation(line)
            for line, basis in known
            if basis or line != form
        )
    )


def _said(paper: Paper) -> tuple[list[str], str]:
    """The bases without what begins and ends each of them, and the form; other papers call other things by its name."""
    form = paper.contents.get("mau_so", "")
    lines = [line.removeprefix(BASED_ON).rstrip(";.") for line in paper.contents.get("can_cu", [])]
    return lines, form if isinstance(form, str) else ""


def _fault(cited: Basis, standing: Basis | None, day: date) -> str:
    if standing is None:
        return _("Trường đã rút văn bản này khỏi danh mục.")
    if standing.is_left_out:
        return _("Trường thôi viện dẫn văn bản này.")
    if not standing.source.in_force(day):
        return _("Không có hiệu lực vào ngày %s của giấy tờ.") % f"{day:%d/%m/%Y}"
    if standing.words != cited.words:
        return _("Trường đã đổi lời viện dẫn thành: %s.") % standing.words
    return ""
