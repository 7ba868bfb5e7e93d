"""The numbers of the rules are read strictly: a slip in the file is named, never guessed."""

import pytest

from lantoa import plans
from lantoa.domain.reading import BadFile
from lantoa.domain.signals.settings import read_rules

GOOD = (plans.FOLDER / plans.SIGNALS).read_text(encoding="utf-8")


def refusal(text: str) -> str:
    with pytest.raises(BadFile) as refused:
        read_rules(text, "tin-hieu.toml", plans.catalogue())
    return str(refused.value)


def test_the_shipped_numbers_make_six_rules() -> None:
    assert list(plans.signal_rules()) == [
        "eligible",
        "one_criterion",
        "rising",
        "initiatives",
        "first_award",
        "long_service",
    ]


@pytest.mark.parametrize(
    ("written", "instead", "sentence"),
    [
        ("count = 2", "count = 0", "tin-hieu.toml: khoá «initiatives.count»: cần số nguyên từ 1 trở lên."),
        ("years = 3", "years = 1", "tin-hieu.toml: khoá «rising.years»: cần số nguyên từ 2 trở lên."),
        (
            "[rising]",
            "[rising]\nscore = 5",
            "tin-hieu.toml: khoá «rising.score»: cần bỏ khoá này, không có khoá nào tên như vậy.",
        ),
    ],
)
def test_a_slip_is_named(written: str, instead: str, sentence: str) -> None:
    assert refusal(GOOD.replace(written, instead, 1)) == sentence


def test_the_edition_of_a_year_is_the_one_whose_period_holds_it() -> None:
    covering = [plans.covering(year) for year in (2019, 2021, 2025, 2026)]

    assert [plan.code if plan else "" for plan in covering] == [
        "",
        "nganh-tu-phap-2021-2025",
        "nganh-tu-phap-2021-2025",
        "nganh-tu-phap-2026-2030",
    ]
