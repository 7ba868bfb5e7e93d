"""As what people work on a day."""

from datetime import date

from lantoa.register.queries.positions import positions_on
from tests import cast as people
from tests.cast import Cast


def test_the_oldest_post_of_the_day_says_it(cast: Cast) -> None:
    someone = people.person("CB9", "Hồ Thị Lan", cast.office, "Chuyên viên", since="1/1/2020")
    people.post(someone, cast.faculty, "Giảng viên kiêm nhiệm", since="1/1/2022")

    asked = [someone.pk, cast.lecturer.pk, cast.division.pk]
    days = [date(2019, 6, 1), date(2023, 6, 1)]

    assert [positions_on(day, asked) for day in days] == [
        {cast.lecturer.pk: "Giảng viên"},
        {cast.lecturer.pk: "Giảng viên", someone.pk: "Chuyên viên"},
    ]
