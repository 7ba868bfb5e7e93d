"""The template of a paper: the nearest unit's, the school's, the shipped one; always that of the day."""

from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.models import PaperTemplate
from lantoa.papers.queries import templates
from lantoa.papers.queries.templates import listing, template_for
from lantoa.papers.sources import NotReady
from tests.cast import NOW, Cast
from tests.papers.templates.kept import KIND, keep
from tests.papers.word.letters import template, texts

DAY = date(2026, 1, 15)


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, and a folder of shipped templates with a single one in it."""
    settings.DATA = tmp_path
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / f"{KIND.value}.docx").write_bytes(template("shipped"))
    monkeypatch.setattr(templates, "SHIPPED", folder)
    return tmp_path


def chosen(unit: str | None = None, day: date = DAY) -> list[str]:
    return texts(template_for(KIND, unit, day).data)


def test_without_an_own_template_it_is_the_shipped_one(cast: Cast) -> None:
    found = template_for(KIND, "BM", DAY)

    assert (found.name, found.version, len(found.sha256)) == ("danh-sach-trich-ngang.docx", 0, 64)
    assert texts(found.data) == ["shipped"]


def test_the_nearest_unit_upwards_has_the_first_word(cast: Cast) -> None:
    keep("whole", by=cast.officer)
    keep("faculty", by=cast.officer, unit=cast.faculty)

    assert [chosen(code) for code in ("BM", "KL", "PDT", "SL", None, "?")] == [
        ["faculty"],
        ["faculty"],
        ["whole"],
        ["whole"],
        ["whole"],
        ["whole"],
    ]


def test_a_paper_gets_the_template_of_its_day(cast: Cast) -> None:
    keep("old", by=cast.officer, since=date(2025, 1, 1))
    new = keep("new", by=cast.officer, since=date(2026, 1, 10))
    keep("future", by=cast.officer, since=date(2027, 1, 1))

    assert [chosen(day=day) for day in (date(2024, 1, 1), date(2026, 1, 9), DAY)] == [["shipped"], ["old"], ["new"]]
    assert template_for(KIND, None, DAY).version == new.number


def test_of_two_versions_of_one_day_the_later_counts(cast: Cast) -> None:
    for words in ("one", "two"):
        keep(words, by=cast.officer)

    assert chosen() == ["two"]


def test_a_withdrawn_version_leaves_the_one_before(cast: Cast) -> None:
    keep("one", by=cast.officer)
    two = keep("two", by=cast.officer)
    two.withdrawn_by, two.withdrawn_at = cast.officer, NOW
    two.save()

    assert chosen() == ["one"]


def test_a_version_that_nobody_took_into_use_counts_for_nothing(cast: Cast) -> None:
    one = keep("one", by=cast.officer)
    one.taken_by = one.taken_at = None
    one.save()

    assert chosen() == ["shipped"]


def test_without_any_template_it_says_what_to_do(cast: Cast) -> None:
    with pytest.raises(NotReady, match=r"Chưa có mẫu Word cho «Kế hoạch»\. Tải mẫu lên ở trang Mẫu giấy tờ\."):
        template_for(PaperKind.PLAN, None, DAY)


def test_a_file_that_is_gone_is_named(cast: Cast, data: Path) -> None:
    one = keep("one", by=cast.officer)
    (data / one.path).unlink()

    with pytest.raises(NotReady, match=r"Tệp mẫu «one\.docx» không còn"):
        template_for(KIND, None, DAY)


def test_the_list_shows_every_word_kind_with_what_is_in_force(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keep("old", by=cast.officer)
    own = [keep("new", by=cast.officer), keep("faculty", by=cast.officer, unit=cast.faculty)]

    with django_assert_num_queries(1):
        found = {line.kind: line for line in listing(DAY)}

    assert [(line.kind, line.own) for line in found.values() if line.own] == [(KIND, tuple(own))]
    assert [line.kind for line in found.values() if line.is_shipped] == [KIND]
    assert PaperKind.BALLOT not in found


def test_a_version_is_numbered_once_for_the_school_and_for_a_unit(cast: Cast) -> None:
    for unit in (None, cast.faculty):
        one = keep("one", by=cast.officer, unit=unit)
        one.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            one.save(force_insert=True)

    assert PaperTemplate.objects.count() == 2
