"""A paper before it is kept: who may have it, what it says, its files, what is wrong with its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Picture, filled
from lantoa.domain.papers.kinds import KINDS, Engine, PaperKind
from lantoa.papers.actions.refusals import NoSuchThing
from lantoa.papers.form import check
from lantoa.papers.pdf import typesetting
from lantoa.papers.pdf.office import ConversionFailed, OfficeMissing, to_pdf
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.queries.templates import Chosen, template_for
from lantoa.papers.sources import Thing, sources
from lantoa.papers.word.filling import fill
from lantoa.register.actions.refusals import NotAllowed

Convert: TypeAlias = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a making keeps; one of the files may be missing, and then `pdf_fault` may say why."""

    kind: PaperKind
    thing: Thing
    contents: dict[str, Any]
    template_name: str
    template_sha256: str
    word: bytes = b""
    pdf: bytes = b""
    pdf_fault: str = ""
    checks: tuple[dict[str, str], ...] = ()


def compose(*, kind: PaperKind, key: str, by: User, with_pdf: bool, convert: Convert = to_pdf) -> Draft:
    """The paper as it is now; `convert` puts Word files into PDF. NotReady, NoSuchThing, NotAllowed say why not."""
    thing = thing_for(kind, key, by)
    contents = sources()[kind].contents(key, thing.day)
    return drafted(kind, thing, contents, convert if with_pdf else None)


def drafted(kind: PaperKind, thing: Thing, contents: Contents, convert: Convert | None) -> Draft:
    """The paper of contents that were read already; no PDF of a Word paper without `convert`."""
    if KINDS[kind].engine is Engine.TYPST:
        return _printed(kind, thing, contents)
    return _written(kind, thing, contents, convert)


def thing_for(kind: PaperKind, key: str, by: User) -> Thing:
    """What the paper is about, for who may make it."""
    source, actor = sources().get(kind), actor_of(by)
    thing = source.find(key) if source else None
    if source is None or thing is None:
        raise NoSuchThing
    for answer in (may(actor, Deed.MAKE_PAPERS), source.may(actor, key)):
        if isinstance(answer, Refused):
            raise NotAllowed(answer.reason)
    return thing


def pdf_of(word: bytes, convert: Convert = to_pdf) -> tuple[bytes, str]:
    """The PDF, or nothing and the reason why; no PDF at all without LibreOffice, which is no fault of the paper."""
    try:
        return convert(word), ""
    except OfficeMissing:
        return b"", ""
    except ConversionFailed as failure:
        return b"", str(failure)[:500]


def _printed(kind: PaperKind, thing: Thing, contents: Contents) -> Draft:
    file = typesetting.FOLDER / f"{kind.value}.typ"
    template = (file.name, sha256(file.read_bytes()).hexdigest())
    return Draft(kind, thing, kept(contents), *template, pdf=typesetting.typeset(kind.value, contents))


def _written(kind: PaperKind, thing: Thing, contents: Contents, convert: Convert | None) -> Draft:
    chosen = template_for(kind, thing.unit or None, thing.day)
    word = fill(chosen.data, contents)
    pdf, fault = pdf_of(word, convert) if convert else (b"", "")
    return Draft(
        kind, thing, kept(contents), _name_of(chosen), chosen.sha256, word, pdf, fault, _checks(kind, thing, word)
    )


def _checks(kind: PaperKind, thing: Thing, word: bytes) -> tuple[dict[str, str], ...]:
    """What the form of the decree says to it; nothing where the decree says nothing."""
    if not KINDS[kind].is_official:
        return ()
    found = check(word, kind, keeps_degrees=letterhead_on(thing.day).keeps_degrees)
    return tuple(
        {"code": one.code, "verdict": one.verdict.value, "sentence": one.sentence, "where": one.where} for one in found
    )


def _name_of(template: Chosen) -> str:
    if not template.version:
        return template.name
    return _("%(name)s, bản thứ %(number)s") % {"name": template.name[:170], "number": template.version}


def kept(contents: Contents) -> dict[str, Any]:
    """The fields as JSON holds them: of a picture only how wide it is."""
    return {name: _plain(value) for name, value in filled(contents).items()}


def _plain(value: object) -> Any:
    if isinstance(value, Picture):
        return {"width": value.width}
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
