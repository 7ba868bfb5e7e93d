"""How a plan edition is carried out: its offices, days and thresholds, and how bad ones are refused."""

from datetime import date
from fractions import Fraction

import pytest

from lantoa import plans
from lantoa.domain.procedure import Base, Path, Procedure, Station, Threshold, read_procedure
from lantoa.domain.reading import BadFile, parse
from lantoa.domain.records import Kind

TIERS = ["school-annual", "sector-annual"]
GOOD = """
[council]
conflict_leaves_base = true
ballots_at_most = 2
source = "Quy chế"
quorum = { share = "2/3", base = "all_members", set_by = "Hội đồng", source = "Quy chế" }

[posting]
working_days = 5
objection_working_days = 7
identity_kept_days = 365
source = "Thông lệ"

[complaints]
within_days = 90
accept_days = 10
settle_days = 30
settle_complex_days = 45
source = "Luật Khiếu nại"

[[thresholds]]
share = "1/2"
strictly = true
base = "all_members"
set_by = "Hội đồng"
source = "Quy chế"

[[thresholds]]
share = "80%"
base = "present"
set_by = "Chính phủ"
source = "Nghị định thử"
from = 2024-01-01
to = 2024-12-31
tier = "school-annual"
kind = "individual"

[[offices]]
code = "science"
name = "Khoa học"
criteria = ["G3"]

[[paths]]
tier = "school-annual"
stations = ["meeting", "posting"]
days = { open = "11-15", council = "+1 01-10" }

[[paths]]
tier = "sector-annual"
stations = []
proposed_from = "school-annual"

[[grounds]]
code = "false"
text = "Gian dối"
source = "Luật"
"""


def read(text: str) -> Procedure:
    return read_procedure(parse(text, "thu.toml"), TIERS, ["G1", "G3"])


def test_clocks_and_counts_are_read_with_their_sources() -> None:
    procedure = read(GOOD)

    assert (procedure.ballots_at_most, procedure.posting_days, procedure.objection_days) == (2, 5, 7)
    assert procedure.identity_kept_days == 365
    assert (procedure.complaint_within, procedure.complaint_accept) == (90, 10)
    assert (procedure.complaint_settle, procedure.complaint_settle_complex) == (30, 45)
    assert procedure.sources == {"council": "Quy chế", "posting": "Thông lệ", "complaints": "Luật Khiếu nại"}
    assert procedure.grounds["false"].text == "Gian dối"


def test_an_office_verifies_its_own_criteria_only() -> None:
    procedure = read(GOOD)

    assert [office.code for office in procedure.offices_of("G3")] == ["science"]
    assert procedure.offices_of("G1") == []


def test_a_day_of_a_round_is_in_the_year_considered_or_after_it() -> None:
    path = read(GOOD).path("school-annual")

    assert [path.day(name, 2024) for name in ("open", "council", "submit")] == [
        date(2024, 11, 15),
        date(2025, 1, 10),
        None,
    ]
    assert path.stations == {Station.MEETING, Station.POSTING}


def test_a_tier_without_a_path_passes_every_station() -> None:
    assert read(GOOD).path("village") == Path("village", frozenset(Station), "", {})


@pytest.mark.parametrize(
    ("tier", "kind", "day", "share"),
    [
        ("school-annual", Kind.INDIVIDUAL, date(2024, 1, 1), Fraction(4, 5)),
        ("school-annual", Kind.INDIVIDUAL, date(2024, 12, 31), Fraction(4, 5)),
        ("school-annual", Kind.INDIVIDUAL, date(2023, 12, 31), Fraction(1, 2)),
        ("school-annual", Kind.INDIVIDUAL, date(2025, 1, 1), Fraction(1, 2)),
        ("school-annual", Kind.COLLECTIVE, date(2024, 6, 1), Fraction(1, 2)),
        ("sector-annual", Kind.INDIVIDUAL, date(2024, 6, 1), Fraction(1, 2)),
    ],
)
def test_the_most_particular_threshold_of_the_day_holds(tier: str, kind: Kind, day: date, share: Fraction) -> None:
    assert read(GOOD).threshold(tier, kind, day).share == share


def test_no_threshold_is_guessed() -> None:
    general = GOOD[: GOOD.index("[[thresholds]]")]

    with pytest.raises(LookupError, match="school-annual"):
        read(general).threshold("school-annual", Kind.INDIVIDUAL, date(2024, 6, 1))


@pytest.mark.parametrize(
    ("threshold", "words"),
    [
        (Threshold(Fraction(1, 2), True, Base.ALL_MEMBERS, "", ""), "trên 50% tổng số thành viên"),
        (Threshold(Fraction(4, 5), False, Base.ALL_MEMBERS, "", ""), "từ 80% tổng số thành viên trở lên"),
        (Threshold(Fraction(2, 3), False, Base.PRESENT, "", ""), "từ 2/3 số thành viên có mặt trở lên"),
        (Threshold(Fraction(5, 8), False, Base.PRESENT, "", ""), "từ 62,5% số thành viên có mặt trở lên"),
    ],
)
def test_a_threshold_is_told_in_words(threshold: Threshold, words: str) -> None:
    assert threshold.words == words


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("ballots_at_most = 2", "ballots_at_most = 0", "council.ballots_at_most"),
        ("working_days = 5", "", "posting.working_days"),
        ("within_days = 90", "within_days = 90\nhours = 1", "complaints.hours"),
        ('share = "2/3"', 'share = "most"', "council.quorum.share"),
        ('share = "1/2"', 'share = "1/0"', "thresholds[1].share"),
        ('share = "1/2"', 'share = "120%"', "thresholds[1].share"),
        ('share = "1/2"', 'share = "-1/2"', "thresholds[1].share"),
        ('base = "present"', 'base = "everybody"', "thresholds[2].base"),
        ('kind = "individual"', 'kind = "cat"', "thresholds[2].kind"),
        ('kind = "individual"', "colour = 1", "thresholds[2].colour"),
        ('tier = "school-annual"\nkind', 'tier = "village"\nkind', "thresholds[2].tier"),
        ('["G3"]', '["G9"]', "offices[1].criteria"),
        ('["meeting", "posting"]', '["tea"]', "paths[1].stations"),
        ('"11-15"', '"02-29"', "paths[1].days.open"),
        ('"11-15"', '"mid November"', "paths[1].days.open"),
        ('"+1 01-10"', '"soon 01-10"', "paths[1].days.council"),
        ('open = "11-15"', 'party = "11-15"', "paths[1].days.party"),
        ('proposed_from = "school-annual"', 'proposed_from = "village"', "paths[2].proposed_from"),
        ('text = "Gian dối"', "", "grounds[1].text"),
        ("[[grounds]]", "[[reasons]]", "reasons"),
    ],
)
def test_a_bad_setting_is_refused_with_file_and_key(old: str, new: str, key: str) -> None:
    with pytest.raises(BadFile) as refusal:
        read(GOOD.replace(old, new, 1))

    assert (refusal.value.file, refusal.value.key) == ("thu.toml", key)


@pytest.mark.parametrize("code", plans.codes())
def test_every_shipped_edition_has_a_threshold_for_every_tier_set_by_the_council(code: str) -> None:
    plan = plans.load(code)

    found = {plan.procedure.threshold(tier, kind, date(2026, 1, 1)) for tier in plan.tiers for kind in Kind}
    assert {(one.words, one.set_by) for one in found} == {
        ("trên 50% tổng số thành viên", "Hội đồng Thi đua - Khen thưởng Trường")
    }
