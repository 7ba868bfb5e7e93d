"""Reward money: what is in force on the day of the decision, rounded up."""

from datetime import date
from fractions import Fraction

import pytest

from lantoa import plans
from lantoa.domain.reading import BadFile
from lantoa.domain.records import Kind, Level
from lantoa.domain.rewards import Rewards, read_rewards

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)
GOOD = """
rounded_up_to = 10_000
[[base_salaries]]
amount = 2_340_000
from = 2024-07-01
source = "Nghị định"
mark = "V"
[[forms]]
code = "own"
name = "Tiền thưởng"
kind = "individual"
source = "Quy chế"
mark = "V"
"""


@pytest.fixture(scope="module")
def rewards() -> Rewards:
    return plans.rewards()


def test_the_base_salary_is_the_one_of_the_day(rewards: Rewards) -> None:
    assert [rewards.base_salary(day).amount for day in (BEFORE, AFTER)] == [2_340_000, 2_530_000]


def test_without_a_base_salary_on_file_there_is_no_bonus(rewards: Rewards) -> None:
    with pytest.raises(LookupError):
        rewards.bonus(Fraction("0.3"), date(2010, 1, 1))


def test_a_bonus_is_rounded_up_to_ten_thousand(rewards: Rewards) -> None:
    """0.3 x 2,340,000 = 702,000; 0.6 x 2,530,000 = 1,518,000."""
    assert rewards.bonus(Fraction("0.3"), BEFORE) == 710_000
    assert rewards.bonus(Fraction("0.6"), AFTER) == 1_520_000


def test_a_bonus_that_is_round_already_stays(rewards: Rewards) -> None:
    assert rewards.bonus(Fraction(1), BEFORE) == 2_340_000


def test_a_form_is_another_one_for_a_collective(rewards: Rewards) -> None:
    found = [rewards.form("certificate", kind, AFTER) for kind in Kind]

    assert {(form.kind, form.multiplier, form.level) for form in found} == {
        (Kind.INDIVIDUAL, Fraction("0.3"), Level.SCHOOL),
        (Kind.COLLECTIVE, Fraction("0.6"), Level.SCHOOL),
    }


def test_a_form_not_yet_in_force_is_not_offered(rewards: Rewards) -> None:
    day = date(2020, 1, 1)

    assert [form.code for form in rewards.forms_for(Kind.INDIVIDUAL, day)] == ["own"]
    with pytest.raises(LookupError):
        rewards.form("certificate", Kind.INDIVIDUAL, day)


@pytest.mark.parametrize(
    ("good", "bad", "key"),
    [
        ("10_000", "0", "rounded_up_to"),
        ("2_340_000", "0", "base_salaries[1].amount"),
        ('mark = "V"\n[[forms]]', 'mark = "?"\n[[forms]]', "base_salaries[1].mark"),
        ('kind = "individual"', 'kind = "cat"', "forms[1].kind"),
        ('name = "Tiền thưởng"', 'name = "Tiền thưởng"\nmultiplier = "1/0"', "forms[1].multiplier"),
        ('name = "Tiền thưởng"', 'name = "Tiền thưởng"\nmultiplier = "ba"', "forms[1].multiplier"),
        ('name = "Tiền thưởng"', 'name = "Tiền thưởng"\nlevel = "sao"', "forms[1].level"),
        ('name = "Tiền thưởng"', 'name = "Tiền thưởng"\nmau = "đỏ"', "forms[1].mau"),
    ],
)
def test_a_bad_list_is_refused_with_its_key(good: str, bad: str, key: str) -> None:
    read_rewards(GOOD, "thuong.toml")

    with pytest.raises(BadFile) as refusal:
        read_rewards(GOOD.replace(good, bad), "thuong.toml")

    assert refusal.value.key == key
