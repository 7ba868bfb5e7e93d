"""Count sealed ballots in a process of its own, which is killed at the first statement of a kind: as by a power cut."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - only after the setup
from django.utils.timezone import now  # noqa: E402

from lantoa.accounts.models import User  # noqa: E402
from lantoa.council.actions.polls.counting import open_ballots  # noqa: E402
from lantoa.council.models import Poll  # noqa: E402


def killed_at(begins: str) -> Callable[..., Any]:
    def run(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        answer = execute(sql, *rest)
        if sql.startswith(begins):
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return run


def main(poll: str, teller: str, day: str, statement: str, *keys: str) -> None:
    with connection.execute_wrapper(killed_at(statement)), transaction.atomic():
        open_ballots(
            poll=Poll.objects.get(pk=poll), keys=keys, by=User.objects.get(pk=teller), at=now().fromisoformat(day)
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
