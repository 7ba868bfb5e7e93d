"""A credential given out, and a file of it held up to the product."""

from typing import Any

from lantoa.domain.credentials.verdicts import Verdict
from lantoa.nomination.models import Nomination
from lantoa.recognition.actions import credentials
from lantoa.recognition.models import Credential, Decision
from lantoa.recognition.queries.credentials.published import judged
from tests.cast import NOW
from tests.recognition.decisions.deciding import Desk, line


def give(desk: Desk, issued: Decision, who: Nomination | None = None, **given: Any) -> Credential:
    facts: dict[str, Any] = {"by": desk.cast.officer, "at": NOW} | given
    [one] = credentials.give(items=[line(issued, who or desk.lecturer)], **facts)
    return one


def verdict(given: Credential) -> Verdict:
    return judged(given.token.encode(), at=NOW).verdict
