"""The Ministry's reply as a small file that the school reads: what was decided of whom, so that nobody retypes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lantoa.domain.ministry import Verdict
from lantoa.recognition.models import Submission

FORMAT, FORMAT_VERSION = "lantoa-reply", 1
MOST_BYTES = 4 << 20
LONGEST_REASON = 1000


class BadReply(ValueError):
    """The file is no reply to this submission; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Number and day of the decision, and the verdict of each by code."""

    number: str
    decided: date
    verdicts: Mapping[str, Verdict]


def write(submission: Submission) -> bytes:
    """The reply of an answered submission."""
    said = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "reference": submission.reference,
        "decision": submission.decision,
        "decided": submission.decided.isoformat() if submission.decided else "",
        "items": [
            {"code": item.code, "name": item.name, "recognised": item.outcome == "recognised", "reason": item.reason}
            for item in submission.items.all()
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(data: bytes, submission: Submission) -> Reply:
    """What the file says of every item of that submission; BadReply for anything else."""
    try:
        said = json.loads(data[: MOST_BYTES + 1])
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("format") != FORMAT or said.get("version") != FORMAT_VERSION:
        raise BadReply(
            _("Tệp này không phải tệp trả lời của Bộ do Lan Tỏa ghi ra. Hãy chọn lại tệp, hoặc ghi bằng tay.")
        )
    if said.get("reference") != submission.reference:
        raise BadReply(_("Tệp trả lời một tờ trình khác. Hãy mở đúng tờ trình, hoặc chọn lại tệp."))
    reply = _reply(said)
    if set(reply.verdicts) != set(submission.items.values_list("code", flat=True)):
        raise BadReply(_("Danh sách trong tệp trả lời khác danh sách của tờ trình. Hãy hỏi lại Bộ, hoặc ghi bằng tay."))
    return reply


def _reply(said: Mapping[str, Any]) -> Reply:
    items = said.get("items")
    try:
        decided = date.fromisoformat(str(said.get("decided")))
        verdicts = {str(one["code"]): _verdict(one) for one in items} if isinstance(items, list) else {}
    except (ValueError, KeyError, TypeError):
        raise BadReply(_("Tệp trả lời bị hỏng. Hãy tải lại, hoặc ghi bằng tay.")) from None
    return Reply(str(said.get("decision"))[:100], decided, verdicts)


def _verdict(one: Mapping[str, Any]) -> Verdict:
    return Verdict(is_recognised=one["recognised"] is True, reason=str(one["reason"])[:LONGEST_REASON])
