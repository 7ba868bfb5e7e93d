"""Each rule as a situation: when it speaks, what it says, and when it is silent."""

from dataclasses import replace
from datetime import date

from lantoa import plans
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import (
    Attestation,
    Award,
    AwardStatus,
    Hold,
    Initiative,
    Level,
    Origin,
    Person,
    Post,
    Rating,
    Recognition,
    RecordBook,
    Unit,
)
from lantoa.domain.signals import Found, SignalCase, found_for

RULES = plans.signal_rules()
RISEN = "Xếp loại lên dần 3 năm: 2022 hoàn thành nhiệm vụ, 2023 hoàn thành tốt nhiệm vụ, 2024 hoàn thành tốt nhiệm vụ."
UNSEEN = (
    "Công tác từ 01/09/2014 (10 năm) mà sổ chưa ghi danh hiệu từ Chiến sĩ thi đua cơ sở trở lên, "
    "khen thưởng của cấp bộ, ngành, tỉnh, nhà nước hay công nhận điển hình nào."
)
HERE = Origin("", 0)
SCHOOL = RecordBook(
    units={
        "TR": Unit("TR", "Trường", None, PartialDate(2005), None, HERE),
        "KL": Unit("KL", "Khoa Luật", "TR", PartialDate(2005), None, HERE),
    },
    people={"AN": Person("AN", "Nguyễn Văn An", HERE)},
    posts=[Post("AN", "KL", "Giảng viên", False, PartialDate(2020), None, HERE)],
)


def rating(year: int, grade: str, who: str = "AN") -> Rating:
    return Rating(who, year, grade, HERE)


def award(year: int, title: str, level: Level, status: AwardStatus = AwardStatus.AWARDED, who: str = "AN") -> Award:
    named = plans.catalogue().titles.get(title)
    return Award(who, year, named.name if named else "Bằng khen", title, level, status, HERE)


def found(book: RecordBook, year: int = 2024, who: str = "AN", *, nominated: bool = False) -> dict[str, Found]:
    return found_for(RULES, SignalCase(book, who, year, plans.covering(year), nominated))


def eligible() -> RecordBook:
    """An has everything that the school's yearly tier asks for in 2024."""
    said = [Attestation("AN", code, 2024, True, HERE) for code in ("G1", "G3", "G4", "SA-I2")]
    cstdcs = award(2024, "GRASSROOTS_FIGHTER", Level.SCHOOL)
    earlier = award(2022, "GRASSROOTS_FIGHTER", Level.SCHOOL)
    return replace(SCHOOL, ratings=[rating(2024, "EXCELLENT")], awards=[earlier, cstdcs], attestations=said)


def test_who_meets_every_criterion_and_is_not_recognised_is_eligible() -> None:
    signals = found(eligible())

    assert {code: one.sentence for code, one in signals.items()} == {
        "eligible": "Đạt mọi điều kiện mà chưa được đề cử, công nhận: "
        "Điển hình tiên tiến của Trường hằng năm, năm 2024 (6 điều kiện)."
    }


def test_the_merit_of_the_eligible_is_that_of_the_latest_row() -> None:
    assert found(eligible())["eligible"].merit_day == date(2024, 12, 31)


def test_who_is_recognised_already_gives_no_signal() -> None:
    book = replace(eligible(), recognitions=[Recognition("AN", "school-annual", 2024, HERE)])

    assert found(book) == {}


def test_who_is_nominated_already_gives_no_signal() -> None:
    assert found(eligible(), nominated=True) == {}


def test_who_is_on_hold_waits() -> None:
    book = replace(eligible(), holds=[Hold("AN", "Đang xác minh", PartialDate(2024, 5), None, HERE)])

    assert found(book) == {}


def test_one_missing_criterion_is_named_with_its_reason() -> None:
    whole = eligible()

    signals = found(replace(whole, attestations=whole.attestations[:-1]))

    assert {code: one.sentence for code, one in signals.items()} == {
        "one_criterion": "Chỉ còn thiếu SA-I2 (Chưa có xác nhận năm 2024) để đủ điều kiện "
        "Điển hình tiên tiến của Trường hằng năm, năm 2024."
    }


def test_three_years_of_rising_ratings_speak() -> None:
    ratings = [rating(2022, "COMPLETED"), rating(2023, "GOOD"), rating(2024, "GOOD")]

    signals = found(replace(SCHOOL, ratings=ratings))

    assert {code: (one.sentence, one.rows, one.merit_day) for code, one in signals.items()} == {
        "rising": (
            RISEN,
            tuple(ratings),
            date(2024, 12, 31),
        )
    }


def test_ratings_that_stay_or_fall_or_lack_a_year_are_silent() -> None:
    level = [rating(year, "GOOD") for year in (2022, 2023, 2024)]
    falling = [rating(2022, "COMPLETED"), rating(2023, "EXCELLENT"), rating(2024, "GOOD")]
    lacking = [rating(2022, "COMPLETED"), rating(2024, "GOOD")]

    assert [found(replace(SCHOOL, ratings=ratings)) for ratings in (level, falling, lacking)] == [{}, {}, {}]


def test_a_unit_rises_too() -> None:
    ratings = [rating(2022, "COMPLETED", "KL"), rating(2023, "GOOD", "KL"), rating(2024, "EXCELLENT", "KL")]
    awards = [award(2015, "EXCELLENT_COLLECTIVE", Level.MINISTRY, who="KL")]

    assert list(found(replace(SCHOOL, ratings=ratings, awards=awards), who="KL")) == ["rising"]


def test_two_initiatives_in_three_years_speak() -> None:
    made = [Initiative("AN", 2021, "Cũ", HERE), Initiative("AN", 2022, "Phiên toà tập sự", HERE)]
    made.append(Initiative("AN", 2024, "Ngân hàng câu hỏi", HERE))

    signals = found(replace(SCHOOL, initiatives=made))

    assert {code: (one.sentence, one.rows) for code, one in signals.items()} == {
        "initiatives": (
            "2 sáng kiến được công nhận trong 2022-2024: «Phiên toà tập sự» (2022); «Ngân hàng câu hỏi» (2024).",
            tuple(made[1:]),
        )
    }


def test_the_first_award_of_a_kind_speaks_in_its_year_only() -> None:
    first = award(2024, "GRASSROOTS_FIGHTER", Level.SCHOOL)
    book = replace(SCHOOL, awards=[award(2023, "ADVANCED_WORKER", Level.SCHOOL), first])

    assert {code: (one.sentence, one.rows) for code, one in found(book).items()} == {
        "first_award": ("Lần đầu sổ ghi trong năm 2024: Chiến sĩ thi đua cơ sở (2024).", (first,))
    }
    assert found(book, 2025) == {}


def test_an_eligibility_is_no_award_yet() -> None:
    found_eligible = award(2024, "GRASSROOTS_FIGHTER", Level.SCHOOL, AwardStatus.ELIGIBLE)

    assert found(replace(SCHOOL, awards=[found_eligible])) == {}


def test_ten_years_without_anything_of_weight_speak() -> None:
    since_2014 = replace(SCHOOL.posts[0], since=PartialDate(2014, 9, 1))
    book = replace(SCHOOL, posts=[since_2014], awards=[award(2020, "ADVANCED_WORKER", Level.SCHOOL)])

    signals = found(book)

    assert {code: (one.sentence, one.rows, one.merit_day) for code, one in signals.items()} == {
        "long_service": (
            UNSEEN,
            (since_2014,),
            None,
        )
    }


def test_an_old_unit_without_anything_of_weight_speaks() -> None:
    assert list(found(SCHOOL, who="KL")) == ["long_service"]


def test_who_left_gives_no_signal() -> None:
    gone = replace(SCHOOL.posts[0], since=PartialDate(2010), until=PartialDate(2024, 6, 30))

    assert found(replace(SCHOOL, posts=[gone])) == {}


def test_the_school_itself_gives_no_signal() -> None:
    assert found(SCHOOL, who="TR") == {}


def test_a_year_without_a_plan_still_has_the_rules_that_need_none() -> None:
    assert list(found(replace(SCHOOL, posts=[replace(SCHOOL.posts[0], since=PartialDate(2005))]), 2019)) == [
        "long_service"
    ]


def test_every_rule_says_what_it_looks_at() -> None:
    assert {code: rule.sentence for code, rule in RULES.items()} == {
        "eligible": "Đạt mọi điều kiện của một bậc cấp Trường trong năm, chưa được công nhận ở bậc đó, "
        "chưa được đề cử.",
        "one_criterion": "Chỉ còn đúng một điều kiện của một bậc cấp Trường chưa đạt hoặc chưa rõ.",
        "rising": "3 năm liền có xếp loại, không năm nào thấp hơn năm trước và ít nhất một năm cao hơn.",
        "initiatives": "Từ 2 sáng kiến được công nhận trở lên trong 3 năm.",
        "first_award": "Trong năm, lần đầu sổ ghi: danh hiệu từ Chiến sĩ thi đua cơ sở trở lên; "
        "danh hiệu từ Tập thể lao động xuất sắc trở lên; khen thưởng của cấp bộ, ngành, tỉnh, nhà nước.",
        "long_service": "Công tác (tập thể: hoạt động) từ 10 năm mà sổ chưa ghi danh hiệu từ Chiến sĩ thi đua cơ sở "
        "trở lên, danh hiệu từ Tập thể lao động xuất sắc trở lên, khen thưởng của cấp bộ, ngành, tỉnh, nhà nước, "
        "chưa từng được công nhận.",
    }
