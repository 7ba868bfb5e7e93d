"""A line of a register of papers, and what is said of it."""

from datetime import UTC, date, datetime
from typing import Any

from lantoa.papers.actions.register import enter
from lantoa.papers.models import RegisterEntry
from tests.cast import Cast

AT = datetime(2026, 1, 20, 2, 0, tzinfo=UTC)
FACTS: dict[str, Any] = {
    "direction": "out",
    "number": "05",
    "notation": "QĐ-CĐL",
    "issuer": "Trường Cao đẳng Luật Sông Lam",
    "dated": date(2026, 1, 15),
    "came_on": None,
    "subject": "Về việc công nhận điển hình tiên tiến",
    "signer": "Trần Văn Hoà",
    "recipients": "Như Điều 3",
    "copies": 3,
    "note": "",
}


def entered(cast: Cast, **changed: Any) -> RegisterEntry:
    return enter(facts=FACTS | changed, by=cast.officer, at=AT)
