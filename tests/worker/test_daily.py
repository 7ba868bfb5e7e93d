"""Daily tasks: queued once a day from their hour on, by whichever process looks first."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from lantoa.worker.daily import Daily
from lantoa.worker.models import Turn

EARLY = datetime(2026, 1, 14, 22, 59, tzinfo=UTC)  # a minute to six at the school
SIX = EARLY + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def settings_of_the_day(settings: Settings, queued_tasks: None) -> None:
    settings.DAILY_HOUR = 6


def queued() -> list[str]:
    return sorted(DBTaskResult.objects.values_list("task_path", flat=True))


@pytest.mark.django_db
def test_nothing_before_the_hour_everything_after_it(settings: Settings) -> None:
    daily = Daily()

    assert daily.look(EARLY) == []
    assert daily.look(SIX) == settings.DAILY_TASKS
    assert queued() == sorted(settings.DAILY_TASKS)


@pytest.mark.django_db
def test_once_a_day_whoever_looks(settings: Settings) -> None:
    Daily().look(SIX)

    assert Daily().look(SIX + timedelta(hours=17)) == []
    assert Daily().look(SIX + timedelta(days=1)) == settings.DAILY_TASKS
    assert Turn.objects.count() == len(settings.DAILY_TASKS)


@pytest.mark.django_db(transaction=True)
def test_of_many_processes_one_queues_each_task(settings: Settings) -> None:
    def look(_number: int) -> None:
        try:
            Daily().look(SIX)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as workers:
        list(workers.map(look, range(12)))

    assert queued() == sorted(settings.DAILY_TASKS)
