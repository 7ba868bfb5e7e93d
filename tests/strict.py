"""Rules of every run: a skip fails it, its data folder is its own, the real task queue can be asked for."""

import shutil
from typing import Any

import pytest
from django.conf import settings as product
from pytest_django import Settings


class NothingIsSkipped:
    """Collects what was skipped or expected to fail, and turns it into a failure of the run."""

    def __init__(self) -> None:
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped or hasattr(report, "wasxfail"):
            self.skipped.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        for name in self.skipped:
            terminalreporter.write_line(f"SKIPPED, so the run fails: {name}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(NothingIsSkipped(), "nothing-is-skipped")
    product.DATA.mkdir(parents=True, exist_ok=True)


def pytest_unconfigure() -> None:
    shutil.rmtree(product.DATA, ignore_errors=True)


@pytest.fixture
def queued_tasks(settings: Settings) -> None:
    """Tasks go to the queue in the database, as in the product, instead of being run at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
