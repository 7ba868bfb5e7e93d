"""Plan editions: what the shipped ones say, and how a bad one is refused."""

import re
from pathlib import Path

import pytest

from lantoa import plans
from lantoa.domain.plan import OutsidePlan, Plan, PlanStatus, read_plan
from lantoa.domain.reading import BadFile
from lantoa.domain.records import Kind

GOOD = """
[plan]
code = "thu"
name = "Kế hoạch thử"
source = "Bản thử"
status = "in_force"
first_year = 2021
last_year = 2025

[[settings]]
code = "k"
value = 2
meaning = "Bề dày thành tích"
set_by = "Hội đồng"

[procedure.council]
conflict_leaves_base = true
ballots_at_most = 2
source = "Quy chế"
quorum = { share = "2/3", base = "all_members", set_by = "Hội đồng", source = "Quy chế" }

[procedure.posting]
working_days = 5
objection_working_days = 5
identity_kept_days = 365
source = "Quy chế"

[procedure.complaints]
within_days = 90
accept_days = 10
settle_days = 30
settle_complex_days = 45
source = "Luật Khiếu nại"

[[tiers]]
code = "school-annual"
name = "Trường hằng năm"
term = "year"
recognised_by = "Hiệu trưởng"
clause = "II.2.b"
subjects = ["individual", "collective"]

[[criteria]]
code = "C"
clause = "II.2.b"
place = "Điều kiện chung"
text = "Tập thể lao động xuất sắc."
concerns = ["collective"]
checks.school-annual = { some = "award", title_from = "EXCELLENT_COLLECTIVE", statuses = ["awarded"] }

[[criteria]]
code = "I"
clause = "II.2.b"
place = "Điều kiện chung"
text = "Mọi điều."
concerns = ["individual"]
[criteria.checks.school-annual]
all = [
  { any = [{ attested = true }, { not = { none = "sanction", form_from = "WARNING" } }] },
  { each_unit_headed = "C", of_tier = "school-annual", on = "reference_date" },
]

[[milestones]]
code = "yearly"
name = "Đánh giá hằng năm"
clause = "II.1.d"
every_year = "12-31"
"""


def read(text: str) -> Plan:
    return read_plan(text, "thu.toml", plans.catalogue())


def test_a_small_plan_is_read() -> None:
    plan = read(GOOD)

    assert (plan.code, list(plan.criteria)) == ("thu", ["C", "I"])


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[plan]", "[plan", ""),
        ('code = "thu"', "", "plan.code"),
        ('status = "in_force"', 'status = "soon"', "plan.status"),
        ("last_year = 2025", "last_year = 2020", "plan.last_year"),
        ("last_year = 2025", 'last_year = "2025"', "plan.last_year"),
        ("last_year = 2025", "last_year = true", "plan.last_year"),
        ('source = "Bản thử"', 'source = "Bản thử"\ncolour = "đỏ"', "plan.colour"),
        ("value = 2", "value = 0", "settings[1].value"),
        ('term = "year"', 'term = "month"', "tiers[1].term"),
        ('subjects = ["individual", "collective"]', 'subjects = ["cat"]', "tiers[1].subjects"),
        ('subjects = ["individual", "collective"]', "subjects = [1]", "tiers[1].subjects"),
        ("checks.school-annual = {", "checks.village = {", "criteria[1].checks.village"),
        ("some =", "many =", "criteria[1].checks.school-annual."),
        ('some = "award"', 'some = "gift"', "criteria[1].checks.school-annual.some"),
        ("EXCELLENT_COLLECTIVE", "BEST", "criteria[1].checks.school-annual.title_from"),
        ("WARNING", "FROWN", "criteria[2].checks.school-annual.all[1].any[2].not.form_from"),
        ("attested = true", "attested = false", "criteria[2].checks.school-annual.all[1].any[1].attested"),
        ('= "C", of_tier', '= "X", of_tier', "criteria[2].checks.school-annual.all[2].each_unit_headed"),
        ('code = "I"', 'code = "C"', "criteria[2].code"),
        ('every_year = "12-31"', "", "milestones[1].due"),
        ("[[milestones]]", "[[feasts]]\nx = 1\n[[milestones]]", "feasts"),
        ("[[tiers]]", "[[rows]]", "criteria[1].checks.school-annual"),
    ],
)
def test_a_bad_plan_is_refused_with_file_and_key(old: str, new: str, key: str) -> None:
    with pytest.raises(BadFile) as refusal:
        read(GOOD.replace(old, new, 1))

    assert (refusal.value.file, refusal.value.key) == ("thu.toml", key)


def test_a_criterion_without_check_or_step_is_refused() -> None:
    nobody_decides = re.sub(r"checks\.school-annual = .*", "", GOOD, count=1)

    with pytest.raises(BadFile, match="step"):
        read(nobody_decides)


def test_a_plan_without_tiers_is_refused() -> None:
    head = GOOD[: GOOD.index("[[tiers]]")]

    with pytest.raises(BadFile, match="ít nhất một bậc"):
        read(head)


def test_a_tier_that_nothing_decides_is_refused() -> None:
    head = GOOD[: GOOD.index("[[criteria]]")]

    with pytest.raises(BadFile, match="ít nhất một điều kiện"):
        read(head)


def test_a_row_that_is_no_table_is_refused() -> None:
    head = GOOD[: GOOD.index("[[tiers]]")]

    with pytest.raises(BadFile, match=re.escape("tiers[1]")):
        read("tiers = [1]\n" + head)


def test_depth_of_high_achievement_is_not_below_depth_of_achievement() -> None:
    m = '[[settings]]\ncode = "m"\nvalue = 1\nmeaning = "Cao"\nset_by = "Hội đồng"\n\n[[tiers]]'

    with pytest.raises(BadFile, match="m không nhỏ hơn k"):
        read(GOOD.replace("[[tiers]]", m, 1))


@pytest.mark.parametrize("code", plans.codes())
def test_every_shipped_edition_is_whole(code: str) -> None:
    plan = plans.load(code)

    assert list(plan.tiers) == ["school-annual", "sector-annual", "school-period", "sector-period"]
    assert set(plan.criteria) == {
        *("G1", "G2", "G3", "G4", "SA-C1", "SA-C2", "SA-I1", "SA-I2", "SA-I3"),
        *("SP-C1", "SP-C2", "SP-I1", "SP-I2", "SP-I3", "MA-1", "MA-2", "MP-1", "MP-2", "MP-3"),
    }
    assert {setting.code: (setting.value, setting.set_by) for setting in plan.settings.values()} == {
        "k": (2, "Hội đồng Thi đua - Khen thưởng Trường"),
        "m": (3, "Hội đồng Thi đua - Khen thưởng Trường"),
    }


def test_the_next_edition_is_a_draft_with_the_same_checks_over_its_own_period() -> None:
    now, draft = plans.load("nganh-tu-phap-2021-2025"), plans.load("nganh-tu-phap-2026-2030")

    assert draft.status is PlanStatus.DRAFT
    assert (draft.period.first_year, draft.period.last_year) == (2026, 2030)
    assert {code: one.concerns for code, one in draft.criteria.items()} == {
        code: one.concerns for code, one in now.criteria.items()
    }


def test_the_corrected_texts_have_none_of_the_slips_of_the_source() -> None:
    shipped = (plans.FOLDER / "nganh-tu-phap-2021-2025.toml").read_text(encoding="utf-8")
    slips = ("biều", "các nhân có", "hiểu quả", "nhân tốt điển", "Điểu", "nhân tổ")

    assert [slip for slip in slips if slip in shipped] == []


def test_a_yearly_tier_knows_the_years_of_the_plan_only() -> None:
    plan = plans.load()
    tier = plan.tier("school-annual")

    assert plan.years(tier) == [2021, 2022, 2023, 2024, 2025]
    with pytest.raises(OutsidePlan, match="Năm 2019 nằm ngoài kế hoạch"):
        plan.window(tier, 2019)


def test_a_period_tier_is_screened_once_in_the_last_year() -> None:
    plan = plans.load()
    tier = plan.tier("sector-period")

    assert plan.years(tier) == [2025]
    with pytest.raises(OutsidePlan, match="năm phải là 2025"):
        plan.window(tier, 2024)


def test_a_tier_that_does_not_exist_is_named() -> None:
    with pytest.raises(OutsidePlan, match="không có bậc «village»"):
        plans.load().tier("village")


def test_a_plan_that_does_not_exist_is_named() -> None:
    with pytest.raises(plans.UnknownPlan, match="Không có kế hoạch «x»"):
        plans.load("x")


def test_steps_that_people_take_decide_no_tier() -> None:
    plan = plans.load()

    assert [one.code for one in plan.criteria_of(plan.tier("sector-annual"))] == ["MA-1"]
    assert plan.criteria["MA-2"].concerns == set(Kind)
    assert {tier.code: [one.code for one in plan.steps_of(tier)] for tier in plan.tiers.values()} == {
        "school-annual": [],
        "sector-annual": ["MA-2"],
        "school-period": [],
        "sector-period": [],
    }


def test_a_step_of_a_tier_that_does_not_exist_is_refused() -> None:
    nobody_decides = re.sub(r"checks\.school-annual = .*", 'steps.village = "Trưởng thôn"', GOOD, count=1)

    with pytest.raises(BadFile, match=r"steps\.village"):
        read(nobody_decides)


def test_the_plan_files_stand_beside_the_catalogue() -> None:
    assert plans.codes() == ["nganh-tu-phap-2021-2025", "nganh-tu-phap-2026-2030"]
    assert Path(plans.FOLDER / plans.CATALOGUE).exists()
