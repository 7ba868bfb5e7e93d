"""The legal bases as the office reads them: every text with its versions, who wrote them, who checked them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.papers.bases import Basis, Topic
from lantoa.papers.models import BasisCheck, OfficeBasis
from lantoa.papers.queries.bases import checks, key_of, version_of


class Show(StrEnum):
    """Which texts the list shows."""

    CITED = "vien-dan"
    UNCHECKED = "doi-chieu"
    ALL = "tat-ca"


class State(StrEnum):
    """What a text is to papers of a day."""

    CITED = "cited"
    TO_COME = "to_come"
    OVER = "over"
    LEFT_OUT = "left_out"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            State.CITED: _("viện dẫn"),
            State.TO_COME: _("chưa có hiệu lực"),
            State.OVER: _("hết hiệu lực"),
            State.LEFT_OUT: _("thôi viện dẫn"),
            State.WITHDRAWN: _("đã rút"),
        }[self]


class Fate(StrEnum):
    """What became of a version by a day."""

    STANDS = "stands"
    WAITS = "waits"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            Fate.STANDS: _("đang dùng"),
            Fate.WAITS: _("chưa đến ngày dùng"),
            Fate.REPLACED: _("đã thay"),
            Fate.WITHDRAWN: _("đã rút"),
        }[self]


@dataclass(frozen=True, slots=True)
class Version:
    """A version with who wrote it (nobody: it comes with the product) and who checked it."""

    basis: Basis
    row: OfficeBasis | None
    check: BasisCheck | None
    fate: Fate = Fate.STANDS

    @property
    def is_withdrawn(self) -> bool:
        return self.row is not None and self.row.withdrawn_at is not None

    @property
    def needs_check(self) -> bool:
        return self.basis.is_to_be_checked and self.check is None and self.fate in (Fate.STANDS, Fate.WAITS)

    @property
    def is_struck(self) -> bool:
        return self.fate in (Fate.REPLACED, Fate.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Text:
    """A text as papers of a day go by it; `shown` is the version that stands, or else the newest one."""

    shown: Version
    others: tuple[Version, ...]
    state: State

    @property
    def code(self) -> str:
        return self.shown.basis.code

    @property
    def needs_check(self) -> bool:
        return self.state is State.CITED and self.shown.needs_check

    @property
    def versions(self) -> tuple[Version, ...]:
        """The newest one first."""
        found = (self.shown, *self.others)
        return tuple(sorted(found, key=lambda version: version.basis.number, reverse=True))


def texts(day: date) -> list[Text]:
    """Every text, in two queries however many there are."""
    return [_text(versions, day) for versions in _versions()]


def unchecked_on(days: Collection[date]) -> list[Text]:
    """What papers of those days cite on emulation and from the school's own texts, and nobody has checked."""
    if not days:
        return []
    known = [versions for versions in _versions() if versions[0].basis.topic in (Topic.EMULATION, Topic.SCHOOL)]
    found = {
        versions[0].basis.code: _text(versions, day) for versions in known for day in days if _waits(versions, day)
    }
    return list(found.values())


def text_of(code: str, day: date) -> Text | None:
    return next((text for text in texts(day) if text.code == code), None)


def by_topic(found: list[Text], show: Show) -> list[tuple[Topic, list[Text]]]:
    """The texts that are asked for, under their topics; a topic without any is left out."""
    asked = [text for text in found if _is_asked(text, show)]
    grouped = [(topic, [text for text in asked if text.shown.basis.topic is topic]) for topic in Topic]
    return [(topic, under) for topic, under in grouped if under]


def _is_asked(text: Text, show: Show) -> bool:
    if show is Show.CITED:
        return text.state is State.CITED
    return show is Show.ALL or text.needs_check


def _waits(versions: list[Version], day: date) -> bool:
    return _text(versions, day).needs_check


def _versions() -> list[list[Version]]:
    """Those of each text together, the newest one last."""
    held = checks()
    rows = OfficeBasis.objects.select_related("made_by", "withdrawn_by")
    known: list[tuple[Basis, OfficeBasis | None]] = [(basis, None) for basis in plans.legal_book().texts]
    known += [(version_of(row), row) for row in rows]
    by_code: dict[str, list[Version]] = {}
    for basis, row in known:
        by_code.setdefault(basis.code, []).append(Version(basis, row, held.get(key_of(basis))))
    return list(by_code.values())


def _text(versions: list[Version], day: date) -> Text:
    standing = next((one for one in reversed(versions) if _is_in_use(one, day)), None)
    told = [replace(one, fate=_fate(one, standing, day)) for one in versions]
    shown = told[versions.index(standing)] if standing else told[-1]
    return Text(shown, tuple(one for one in reversed(told) if one is not shown), _state(shown, day))


def _is_in_use(version: Version, day: date) -> bool:
    return version.basis.applies(day) and not version.is_withdrawn


def _fate(version: Version, standing: Version | None, day: date) -> Fate:
    if version.is_withdrawn:
        return Fate.WITHDRAWN
    if not version.basis.applies(day):
        return Fate.WAITS
    return Fate.STANDS if version is standing else Fate.REPLACED


def _state(shown: Version, day: date) -> State:
    source = shown.basis.source
    if shown.is_withdrawn:
        return State.WITHDRAWN
    if shown.basis.is_left_out:
        return State.LEFT_OUT
    if source.in_force(day) and shown.basis.applies(day):
        return State.CITED
    return State.OVER if source.until is not None and source.until < day else State.TO_COME
