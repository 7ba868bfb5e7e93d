"""The process that does the work: takes task after task while it holds its lease, and ends when told or long idle."""

import logging
import os
import signal
import threading
from datetime import timedelta
from typing import BinaryIO

from django.conf import settings
from django.db import close_old_connections, connection
from django.db.utils import OperationalError
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from lantoa.worker import leases
from lantoa.worker.daily import Daily

POLL_SECONDS = 0.5
log = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Another living worker holds the lease."""


class Working:
    """One worker's life: `holder` names it in the leases and in the tasks it claims."""

    def __init__(self, *, holder: str, idle: timedelta | None) -> None:
        self.holder = holder
        self.idle = idle
        self.stopping = threading.Event()
        self.ended = threading.Event()

    def run(self) -> None:
        """Work until told to stop or idle too long; the lease is already held, and is dropped at the end."""
        if not leases.renew(holder=self.holder, at=timezone.now()):
            raise LeaseLost(self.holder)
        renewing = threading.Thread(target=self._renew_until_stopped, name="lease", daemon=True)
        renewing.start()
        try:
            leases.forget_old(at=timezone.now())
            self._take_tasks()
        finally:
            self.ended.set()
            renewing.join()
            leases.drop(holder=self.holder)
            connection.close()

    def stop(self) -> None:
        """Finish the task in hand, then end."""
        self.stopping.set()

    def _take_tasks(self) -> None:
        busy_at, daily = timezone.now(), Daily()
        while not self.stopping.is_set():
            daily.look(timezone.now())
            leases.give_back(at=timezone.now())
            if DBTaskResult.objects.ready().exists():
                _worker(self.holder).run()
                busy_at = timezone.now()
            elif self.idle is not None and timezone.now() - busy_at >= self.idle:
                return
            else:
                close_old_connections()
                self.stopping.wait(POLL_SECONDS)

    def _renew_until_stopped(self) -> None:
        pause = settings.TASK_LEASE.total_seconds() / 4
        while not self.ended.wait(pause):
            if not self._renew():
                log.warning("Hạn giữ việc đã sang tiến trình khác; dừng sau việc đang làm.")
                self.stopping.set()
        connection.close()

    def _renew(self) -> bool:
        while not self.ended.is_set():
            try:
                return leases.renew(holder=self.holder, at=timezone.now())
            except OperationalError:  # a long write of the task in hand; the lease is renewed right behind it
                log.debug("Cơ sở dữ liệu đang bận, thử gia hạn lại.")
        return True


def _worker(holder: str) -> Worker:
    """The queue's own worker for one task at most; it lives in a command module, so its version is pinned."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=holder,
        excluded_queue_names=[],
    )


def stop_on_signals(working: Working) -> None:
    """Ctrl-C and SIGTERM: finish the task in hand, then end; a second one ends at once."""

    def told(*_: object) -> None:
        if working.stopping.is_set():
            os._exit(1)  # without marking the task as failed: it is taken up again
        working.stop()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, told)


def stop_with_parent(working: Working, line: BinaryIO) -> None:
    """End when the pipe from the parent breaks: whoever started this process is gone."""

    def listen() -> None:
        while line.read(1):
            pass
        working.stop()

    threading.Thread(target=listen, name="parent", daemon=True).start()
