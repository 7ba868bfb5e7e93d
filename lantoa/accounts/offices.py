"""The offices that specialists verify for, as the plan editions name them."""

from lantoa import plans


def offices() -> list[tuple[str, str]]:
    """Code and name of every office of any edition, each once."""
    known = {
        code: office.name for edition in plans.codes() for code, office in plans.load(edition).procedure.offices.items()
    }
    return list(known.items())
