"""A paper that was made, as PDF, of some unit."""

from datetime import date

from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers import attachments
from lantoa.papers.attachments import Checked
from lantoa.papers.contents import PDF
from lantoa.papers.models import Paper
from lantoa.register.models import Unit
from tests.cast import NOW, Cast
from tests.papers.signatures.office_keys import paper


def paper_of(cast: Cast, unit: Unit | None = None, kind: PaperKind = PaperKind.INDIVIDUAL_REPORT) -> Paper:
    stored = attachments.store(Checked("bao-cao.pdf", PDF, paper()))
    return Paper.objects.create(
        kind=kind.value,
        key="person:CB5",
        number=Paper.objects.count() + 1,
        title="Nguyễn Văn An",
        search_key="nguyen van an",
        unit=unit,
        day=date(2026, 1, 10),
        file_name="2025/SA/CN/012_bao-cao",
        template_name="Báo cáo",
        template_sha256="0" * 64,
        pdf_path=stored.path,
        pdf_size=stored.size,
        made_by=cast.officer,
        made_at=NOW,
    )
