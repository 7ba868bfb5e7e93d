"""When somebody is reminded."""

from itertools import groupby

from lantoa.domain.reminders import sentence, step


def test_each_reminder_is_one_however_many_days_it_could_be_said() -> None:
    said = [name for name, _days in groupby(step(days) for days in range(9, -16, -1))]

    assert said == [None, "before-7", "before-3", "before-1", "late-0", "late-1", "late-2"]


def test_the_weeks_begin_the_day_after_the_deadline() -> None:
    assert [step(days) for days in (8, 7, 4, 3, 2, 1, 0, -1, -7, -8)] == [
        None,
        "before-7",
        "before-7",
        "before-3",
        "before-3",
        "before-1",
        "before-1",
        "late-0",
        "late-0",
        "late-1",
    ]


def test_a_reminder_says_how_much_time_there_is() -> None:
    assert [sentence(days, "trả lời phát hiện") for days in (3, 0, -2)] == [
        "Còn 3 ngày: trả lời phát hiện",
        "Hạn hôm nay: trả lời phát hiện",
        "Quá hạn 2 ngày: trả lời phát hiện",
    ]
