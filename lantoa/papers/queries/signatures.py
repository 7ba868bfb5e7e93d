"""The signed copies of a paper in words, who may sign it, and which of its files is signed next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.papers.models import Paper, SignedFile
from lantoa.papers.signatures.verdicts import Verdict

WORDS: dict[Verdict, str | Promise] = {
    Verdict.GOOD: gettext_lazy("hợp lệ"),
    Verdict.ALTERED: gettext_lazy("đã bị sửa sau khi ký"),
    Verdict.REVOKED: gettext_lazy("chứng thư bị thu hồi"),
    Verdict.EXPIRED: gettext_lazy("chứng thư không còn hạn"),
    Verdict.UNTRUSTED: gettext_lazy("chưa rõ nơi cấp"),
    Verdict.UNREADABLE: gettext_lazy("không đọc được"),
}
SPOILT = frozenset({Verdict.ALTERED, Verdict.UNREADABLE})
MARKS = {Verdict.GOOD: "good", Verdict.EXPIRED: "warn", Verdict.UNTRUSTED: "warn"}  # the others are bad


@dataclass(frozen=True, slots=True)
class Shown:
    """One digital signature on the page."""

    words: str | Promise
    mark: str
    signed_at: datetime | None
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Copy:
    """One signed copy, with its digital signatures."""

    file: SignedFile
    signatures: Sequence[Shown]


def signed(paper: Paper) -> list[Copy]:
    """The newest first."""
    files = paper.signed_files.select_related("added_by").order_by("-pk")
    return [Copy(file, [_shown(one) for one in file.signatures]) for file in files]


def may_sign(actor: Actor, paper: Paper) -> Allowed | Refused:
    """Papers of no unit are signed by those who reach everywhere."""
    units = frozenset([paper.unit.subject.code]) if paper.unit else frozenset()
    return may(actor, Deed.SIGN_PAPERS, Case(units=units))


def path_to_sign(paper: Paper) -> str:
    """The newest copy whose digital signatures all hold as to what was signed, so that they add up; else its PDF."""
    for file in paper.signed_files.order_by("-pk"):
        verdicts = {Verdict(one["verdict"]) for one in file.signatures}
        if verdicts and not verdicts & SPOILT:
            return file.path
    return paper.pdf_path


def _shown(facts: dict[str, Any]) -> Shown:
    verdict = Verdict(facts["verdict"])
    signed_at = datetime.fromisoformat(facts["signed_at"]) if facts["signed_at"] else None
    return Shown(WORDS[verdict], MARKS.get(verdict, "bad"), signed_at, facts)
