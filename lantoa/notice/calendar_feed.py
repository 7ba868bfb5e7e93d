"""Deadlines as an iCalendar file (RFC 5545): all-day events that any calendar on a phone takes in."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _

from lantoa.notice.queries.deadlines import Deadline

LINE = 75  # octets; a longer line goes on in the next one after a space


def calendar(deadlines: Iterable[Deadline], *, home: str, at: datetime) -> bytes:
    """The file; `home` is the address of the product, without a slash at its end."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lan Toa//Nhac viec//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(_('Việc đến hạn, Lan Tỏa'))}",
        *(line for deadline in deadlines for line in _event(deadline, home, at)),
        "END:VCALENDAR",
    ]
    return b"".join(folded for line in lines for folded in _folded(line))


def _event(deadline: Deadline, home: str, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(deadline.key)}@lantoa",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{deadline.due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{deadline.due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(deadline.text)}",
        f"URL:{home}{deadline.address}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> list[bytes]:
    """The line in pieces of at most 75 octets, none cut inside a letter."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > LINE - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return [(b" " if place else b"") + part + b"\r\n" for place, part in enumerate([*pieces, piece])]
