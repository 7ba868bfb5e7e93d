"""Templates are taken in when they can be filled, put into use by a person, and never removed."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.papers import attachments
from lantoa.papers.actions import templates
from lantoa.papers.actions.letterheads import version_of, write
from lantoa.papers.actions.templates import Settled, TemplateRefused, put_into_use, take_in, withdraw
from lantoa.papers.models import Letterhead, PaperTemplate
from lantoa.papers.queries.templates import own_template
from lantoa.papers.sources import sources
from lantoa.register.actions.refusals import ChangedMeanwhile, NotAllowed
from lantoa.register.models import Unit
from tests.cast import NOW, Cast
from tests.papers.making.desk import KIND, SOURCES
from tests.papers.word.letters import template

DAY = date(2026, 1, 10)
FACTS = {"since": DAY, "issuer": "Trường Sông Lam", "abbreviation": "SL", "place": "Bình An", "office": "TCHC"}


@pytest.fixture(autouse=True)
def _desk(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path
    settings.PAPER_SOURCES = SOURCES
    sources.cache_clear()
    yield
    sources.cache_clear()


def taken(by: User, words: str = "{{ ho_ten }}", unit: Unit | None = None) -> PaperTemplate:
    file = attachments.check(SimpleUploadedFile("mau.docx", template(words)))
    return take_in(kind=KIND, unit=unit, since=DAY, note="thêm lời", file=file, by=by, at=NOW)


def deeds() -> list[tuple[str, str]]:
    return [(event.deed, event.target) for event in Event.objects.order_by("pk")]


def test_a_version_counts_once_it_is_put_into_use_and_until_it_is_withdrawn(cast: Cast) -> None:
    one = taken(cast.officer)
    before = own_template(KIND, None, DAY)
    put_into_use(template=one, by=cast.officer, at=NOW)
    meanwhile = own_template(KIND, None, DAY)
    withdraw(template=one, by=cast.administrator, at=NOW)

    assert (before, meanwhile, own_template(KIND, None, DAY)) == (None, one, None)
    assert deeds() == [
        (deed, f"paper_template:{one.pk}")
        for deed in ("template_taken_in", "template_put_into_use", "template_withdrawn")
    ]


def test_what_is_kept_is_the_file_and_its_sum(cast: Cast) -> None:
    one = taken(cast.officer)
    data = attachments.read(one.path)

    assert (one.sha256, one.size, one.number) == (sha256(data).hexdigest(), len(data), 1)


def test_versions_are_counted_for_each_unit(cast: Cast) -> None:
    made = [taken(cast.officer, unit=unit) for unit in (None, None, cast.faculty)]

    assert [one.number for one in made] == [1, 2, 1]


def test_a_template_that_cannot_be_filled_leaves_nothing_behind(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(TemplateRefused) as refused:
        taken(cast.officer, "{{ ho_tn }}")

    assert [one.sentence for one in refused.value.findings] == ["Không có trường «ho_tn». Có phải «ho_ten»?"]
    assert (PaperTemplate.objects.count(), list(tmp_path.glob("**/*.docx")), deeds()) == (0, [], [])


def test_what_is_settled_is_not_settled_again(cast: Cast) -> None:
    one = taken(cast.officer)
    put_into_use(template=one, by=cast.officer, at=NOW)
    with pytest.raises(Settled):
        put_into_use(template=one, by=cast.officer, at=NOW)
    withdraw(template=one, by=cast.officer, at=NOW)
    for again in (put_into_use, withdraw):
        with pytest.raises(Settled):
            again(template=one, by=cast.officer, at=NOW)

    assert len(deeds()) == 3


def test_only_who_keeps_templates_writes_them(cast: Cast) -> None:
    one = taken(cast.officer)
    for by in (cast.head, cast.staff, cast.stranger):
        with pytest.raises(NotAllowed):
            taken(by)
        for deed in (templates.put_into_use, templates.withdraw):
            with pytest.raises(NotAllowed):
                deed(template=one, by=by, at=NOW)
        with pytest.raises(NotAllowed):
            write(facts=FACTS, by=by, at=NOW)

    assert (PaperTemplate.objects.count(), Letterhead.objects.count()) == (1, 0)


def test_a_letterhead_is_written_and_set_right(cast: Cast) -> None:
    row = write(facts=FACTS, by=cast.officer, at=NOW)
    right = write(
        facts=FACTS | {"place": "Bình Yên"},
        letterhead=row,
        version=version_of(row),
        by=cast.administrator,
        at=NOW.replace(hour=5),
    )

    assert [(one.pk, one.place, one.made_by) for one in Letterhead.objects.all()] == [
        (row.pk, "Bình Yên", cast.administrator)
    ]
    details = Event.objects.latest("pk").details
    assert (details["before"]["Địa danh"], details["after"]["Địa danh"]) == ("Bình An", "Bình Yên")
    with pytest.raises(ChangedMeanwhile):
        write(facts=FACTS, letterhead=right, version=version_of(row), by=cast.officer, at=NOW)
