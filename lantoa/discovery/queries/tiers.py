"""The tiers at which one may aim, in the words of the plan."""

from lantoa import plans
from lantoa.register.queries.evidence import short_name


def tier_names() -> dict[str, str]:
    """Short names by code, of every shipped edition; the edition in force speaks first."""
    names: dict[str, str] = {}
    for code in (plans.DEFAULT, *plans.codes()):
        for tier in plans.load(code).tiers.values():
            names.setdefault(tier.code, short_name(tier))
    return names


def tier_name(code: str) -> str:
    """A code that no edition has shows itself."""
    return tier_names().get(code, code)
