"""When somebody is reminded of a deadline: a week, three days and a day before, and every week that it is late."""

BEFORE = (1, 3, 7)  # days; each is one reminder, however many days nobody could be told
WEEK = 7


def step(days_left: int) -> str | None:
    """The reminder that is due now, named; nothing while there is more than a week."""
    if days_left < 0:
        return f"late-{(-days_left - 1) // WEEK}"
    return next((f"before-{days}" for days in BEFORE if days_left <= days), None)


def sentence(days_left: int, text: str) -> str:
    """The reminder in words."""
    if days_left < 0:
        return f"Quá hạn {-days_left} ngày: {text}"
    if days_left == 0:
        return f"Hạn hôm nay: {text}"
    return f"Còn {days_left} ngày: {text}"
