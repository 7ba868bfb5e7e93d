"""Every template that comes with the product asks only for what its paper says, and is filled in no time."""

from time import perf_counter

import pytest

from lantoa.domain.papers.fields import fields_of
from lantoa.domain.papers.kinds import KINDS, Engine, PaperKind
from lantoa.papers.queries.templates import SHIPPED, shipped
from lantoa.papers.sources import sources
from lantoa.papers.word.checking import findings, sample
from lantoa.papers.word.filling import fill_with

FILLED = [kind for kind in sources() if KINDS[kind].engine is Engine.WORD]


def test_every_kind_that_is_filled_has_a_template_and_every_template_a_kind() -> None:
    files = {file.stem for file in SHIPPED.glob("*.docx")}

    assert set(FILLED) - {PaperKind(stem) for stem in files} == set()


@pytest.mark.parametrize("kind", FILLED)
def test_a_shipped_template_would_be_taken_in(kind: PaperKind) -> None:
    chosen = shipped(kind)

    assert chosen is not None
    assert [one for one in findings(chosen.data, sources()[kind].sheet) if one.is_fatal] == []


@pytest.mark.parametrize("kind", FILLED)
def test_a_shipped_template_is_filled_quickly(kind: PaperKind) -> None:
    chosen, fields = shipped(kind), fields_of(sources()[kind].sheet)
    assert chosen is not None
    values = sample(fields, rows=10)

    begun = perf_counter()
    fill_with(chosen.data, fields, values)

    assert perf_counter() - begun < 1.5  # a tenth of that by itself
