"""The office's own templates: taken in once nothing is wrong with them, put into use, withdrawn; none is removed."""

from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.attachments import Checked, store
from lantoa.papers.models import PaperTemplate
from lantoa.papers.sources import sources
from lantoa.papers.word.checking import findings
from lantoa.papers.word.package import Finding
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Unit


class TemplateRefused(ValueError):
    """A template that cannot be filled; `findings` say what is wrong and where."""

    def __init__(self, found: list[Finding]) -> None:
        super().__init__(_("Mẫu chưa dùng được. Sửa những chỗ dưới đây trong Word rồi tải lại."))
        self.findings = found


class Settled(ValueError):
    """The version was put into use or withdrawn before."""

    def __init__(self) -> None:
        super().__init__(_("Bản mẫu này đã đổi trạng thái. Mở lại trang để xem."))


@transaction.atomic
def take_in(
    *, kind: PaperKind, unit: Unit | None, since: date, note: str, file: Checked, by: User, at: datetime
) -> PaperTemplate:
    """A new version, in use only once somebody has looked at a trial; TemplateRefused says what is wrong with it."""
    _insist(by)
    found = [one for one in findings(file.data, sources()[kind].sheet) if one.is_fatal]
    if found:
        raise TemplateRefused(found)
    stored = store(file)
    template = PaperTemplate.objects.create(
        kind=kind.value,
        unit=unit,
        number=_next_number(kind, unit),
        since=since,
        note=note,
        name=stored.name,
        path=stored.path,
        size=stored.size,
        sha256=sha256(file.data).hexdigest(),
        made_by=by,
        made_at=at,
    )
    _write("template_taken_in", template, by, at)
    return template


@transaction.atomic
def put_into_use(*, template: PaperTemplate, by: User, at: datetime) -> PaperTemplate:
    """From its day on papers are made from it; Settled when it is in use or withdrawn."""
    _insist(by)
    template = PaperTemplate.objects.select_for_update().get(pk=template.pk)
    if template.taken_at is not None or template.withdrawn_at is not None:
        raise Settled
    template.taken_by, template.taken_at = by, at
    template.save()
    _write("template_put_into_use", template, by, at)
    return template


@transaction.atomic
def withdraw(*, template: PaperTemplate, by: User, at: datetime) -> PaperTemplate:
    """No paper is made from it any more; the version before it, or the shipped one, counts again."""
    _insist(by)
    template = PaperTemplate.objects.select_for_update().get(pk=template.pk)
    if template.withdrawn_at is not None:
        raise Settled
    template.withdrawn_by, template.withdrawn_at = by, at
    template.save()
    _write("template_withdrawn", template, by, at)
    return template


def _insist(by: User) -> None:
    answer = may(actor_of(by), Deed.KEEP_TEMPLATES)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def _next_number(kind: PaperKind, unit: Unit | None) -> int:
    same = PaperTemplate.objects.filter(kind=kind.value, unit=unit)
    same.select_for_update().order_by("pk").first()
    return int(same.aggregate(last=Max("number"))["last"] or 0) + 1


def _write(deed: str, template: PaperTemplate, by: User, at: datetime) -> None:
    details = {
        "kind": template.get_kind_display(),
        "unit": template.unit.subject.code if template.unit else "",
        "number": template.number,
        "file": template.name,
        "hash": template.sha256,
        "day": template.since.isoformat(),
    }
    write_event(deed=deed, target=f"paper_template:{template.pk}", details=details, by=by, at=at)
