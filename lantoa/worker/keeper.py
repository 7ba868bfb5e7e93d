"""In every web process: starts the working process when there is work, and notices at once when it dies."""

import logging
import subprocess
import sys
import threading
from uuid import uuid4

from django.db import close_old_connections, connection
from django.db.utils import DatabaseError
from django.utils import timezone

from lantoa.worker import leases
from lantoa.worker.daily import Daily

NAME = "embedded"
LOOK_SECONDS = 1.0
PATIENCE_SECONDS = 5.0
log = logging.getLogger(__name__)


class Keeper(threading.Thread):
    """Of several keepers the one that takes the lease starts the worker; idle, there is no worker at all."""

    def __init__(self) -> None:
        super().__init__(name="keeper", daemon=True)
        self._stopping = threading.Event()
        self._daily = Daily()
        self.worker: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        while not self._stopping.wait(LOOK_SECONDS):
            try:
                self._look()
            except DatabaseError:
                log.warning("Chưa xem được hàng đợi việc nền, sẽ xem lại.")
            close_old_connections()
        connection.close()

    def stop(self) -> None:
        """Let the worker finish for a moment, then end it; its task is taken up at the next start."""
        self._stopping.set()
        if self.is_alive():
            self.join(PATIENCE_SECONDS * 2)

    def _look(self) -> None:
        self._daily.look(timezone.now())
        if not leases.is_work_waiting():
            return
        holder = uuid4().hex
        if leases.take(name=NAME, holder=holder, at=timezone.now()):
            try:
                self._employ(holder)
            finally:
                leases.drop(holder=holder)

    def _employ(self, holder: str) -> None:
        command = [sys.executable, "-m", "lantoa", "work", "--holder", holder]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as worker:  # noqa: S603  (our own program)
            self.worker = worker
            while worker.poll() is None and not self._stopping.is_set():
                self._stopping.wait(LOOK_SECONDS / 2)
            self._let_go(worker)

    def _let_go(self, worker: subprocess.Popen[bytes]) -> None:
        assert worker.stdin  # noqa: S101  (asked for above)
        worker.stdin.close()  # tells it to finish the task in hand
        try:
            worker.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            worker.kill()
