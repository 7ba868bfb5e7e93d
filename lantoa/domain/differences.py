"""What a verdict says now against what it said when it was frozen: nothing of it passes unseen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantoa.domain.verdict import Verdict

WHOLE = ""  # in the place of a criterion: what bears on the subject whatever is asked


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion whose verdict or rows are others by now; empty where there was or is none."""

    criterion: str
    before: dict[str, Any]
    now: dict[str, Any]


def changes(frozen: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """Holds first, then the criteria in the order of today's verdict, those no longer asked at the end.

    Both as they are kept with a dossier: `holds`, and `findings` with criterion, verdict, sentence and rows.
    """
    found = []
    if sorted(_holds(frozen)) != sorted(_holds(now)):
        found.append(Change(WHOLE, {"rows": _holds(frozen)}, {"rows": _holds(now)}))
    before, after = _by_criterion(frozen), _by_criterion(now)
    for criterion in dict.fromkeys([*after, *before]):
        was, is_now = before.get(criterion, {}), after.get(criterion, {})
        if _facts(was) != _facts(is_now):
            found.append(Change(criterion, was, is_now))
    return found


def refreshed(frozen: Mapping[str, Any], now: Mapping[str, Any], criteria: Collection[str]) -> dict[str, Any]:
    """The frozen verdict with those criteria as they are now: what offices attest becomes part of the dossier."""
    current = {finding["criterion"]: finding for finding in now.get("findings", [])}
    findings = [
        current.get(one["criterion"], one) if one["criterion"] in criteria else one
        for one in frozen.get("findings", [])
    ]
    whole = min((Verdict[one["verdict"].upper()] for one in findings), default=Verdict.UNKNOWN)
    return {**frozen, "verdict": min(whole, Verdict.MET).code, "findings": findings}


def _holds(verdict: Mapping[str, Any]) -> Sequence[str]:
    return list(verdict.get("holds", []))


def _by_criterion(verdict: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    kept = ("text", "verdict", "sentence", "rows")
    return {
        finding["criterion"]: {name: finding[name] for name in kept if name in finding}
        for finding in verdict.get("findings", [])
    }


def _facts(finding: Mapping[str, Any]) -> tuple[Any, list[str]]:
    """The sentence is only another wording of these."""
    return finding.get("verdict"), sorted(finding.get("rows", []))
