"""What a paper says besides its form: two makings of the same substance differ in number, day or signer at most."""

from collections.abc import Mapping
from typing import Any

from lantoa.domain.papers.contents import OfficialPaper
from lantoa.domain.papers.fields import fields_of

SUBJECT, ATTACHED = "trich_yeu", "kem_theo"  # the second repeats number and day
OF_FORM = frozenset(one.name for one in fields_of(OfficialPaper)) - {SUBJECT} | {ATTACHED}


def substance(contents: Mapping[str, Any]) -> dict[str, Any]:
    """Of the fields as a paper keeps them those that are no matter of form: a paper is signed before it is numbered."""
    return {name: value for name, value in contents.items() if name not in OF_FORM}
