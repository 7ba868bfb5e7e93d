"""Templates that an office has taken in, for tests."""

from datetime import date
from hashlib import sha256

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.accounts.models import User
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.attachments import check, store
from lantoa.papers.models import PaperTemplate
from lantoa.register.models import Unit
from tests.cast import NOW
from tests.papers.word.letters import template

KIND = PaperKind.NOMINEE_LIST


def keep(
    words: str, *, by: User, unit: Unit | None = None, since: date = date(2026, 1, 1), kind: PaperKind = KIND
) -> PaperTemplate:
    data = template(words)
    file = store(check(SimpleUploadedFile(f"{words}.docx", data)))
    number = PaperTemplate.objects.filter(kind=kind.value, unit=unit).count() + 1
    return PaperTemplate.objects.create(
        kind=kind.value,
        unit=unit,
        number=number,
        since=since,
        name=file.name,
        path=file.path,
        size=file.size,
        sha256=sha256(data).hexdigest(),
        made_by=by,
        made_at=NOW,
        taken_by=by,
        taken_at=NOW,
    )
