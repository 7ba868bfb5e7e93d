"""The minutes of a meeting on paper: the standing version in its own words, with its table of votes."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lantoa.council.models import CouncilMember, Meeting, Minutes
from lantoa.council.queries.body import day_of
from lantoa.council.queries.minutes import headings, laid_out, latest, moment
from lantoa.council.queries.papers.meetings import among, finder_of, may_have, not_held, read, things_of
from lantoa.domain.papers import words
from lantoa.domain.papers.deciding import CouncilMinutesPaper, Section, VotedLine
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.queries.letterheads import head, kept_by
from lantoa.papers.sources import NotReady, Source

SHELF = KINDS[PaperKind.COUNCIL_MINUTES].abbreviation
NUMBERED = re.compile(r"[IVX]+\. ")


def council_minutes(key: str, _day: date) -> CouncilMinutesPaper:
    meeting = read(key, not_held)
    standing = latest(meeting)
    if standing is None:
        raise NotReady(_("Phiên họp chưa có biên bản. Hãy mở trang biên bản của phiên họp để soạn."))
    sections, closing = _sections(standing)
    return CouncilMinutesPaper(
        **minutes_of(meeting),
        subject=_("Họp %s") % meeting.council.name,
        name=meeting.name,
        sections=sections,
        closing=closing,
        lines=tuple(VotedLine(**line) for line in _votes(standing)),
    )


def minutes_of(meeting: Meeting) -> dict[str, Any]:
    """Arguments of any minutes of the Council."""
    day = day_of(meeting)
    opened = meeting.opened_at or meeting.starts_at
    return head(day, SHELF, of_council=True) | {
        "recipients": words.recipients([_("Thành viên Hội đồng")], kept_by(day)),
        "begun": moment(opened),
        "ended": moment(meeting.ended_at) if meeting.ended_at else "",
        "venue": meeting.place,
        "chair": _name(meeting.presided_by),
        "secretary": _name(meeting.secretary),
    }


def _name(member: CouncilMember | None) -> str:
    return member.person.subject.name if member is not None else ""


def _sections(standing: Minutes) -> tuple[tuple[Section, ...], str]:
    """The numbered sections; what follows them unnumbered is the closing. The heading is the template's."""
    blocks = laid_out(standing.text)
    numbered = [(heading, lines) for heading, lines in blocks if NUMBERED.match(heading)]
    last = numbered[-1] if numbered else None
    after = blocks[blocks.index(last) + 1 :] if last else blocks
    sections = tuple(Section(heading=heading, lines=tuple(map(_ended, lines))) for heading, lines in numbered)
    return sections, " ".join(line for heading, lines in after for line in [heading, *lines]).rstrip(".")


def _ended(line: str) -> str:
    """A numbered line ends in a full stop: without one it would read as a heading."""
    return f"{line}." if line[:1].isdecimal() and line[-1] not in ".:;" else line


def _votes(standing: Minutes) -> Sequence[dict[str, str]]:
    """The printed table as it was kept, by column."""
    columns = ("number", "name", "position", "unit", "vote", "outcome", "reason")
    names = dict(zip(headings(), columns, strict=True))
    return [{names[heading]: cell for heading, cell in row.items() if heading in names} for row in standing.results]


COUNCIL_MINUTES = Source(
    PaperKind.COUNCIL_MINUTES,
    CouncilMinutesPaper,
    things_of(not_held, SHELF),
    finder_of(not_held, SHELF),
    council_minutes,
    may_have,
    among,
)
