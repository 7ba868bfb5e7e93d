"""Issue a decision in a process of its own, which is killed at the first statement of a kind: as by a power cut."""

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
from lantoa.recognition.actions.decisions.issuing import issue  # noqa: E402
from lantoa.recognition.models import Decision  # noqa: E402


def killed_at(begins: str) -> Callable[..., Any]:
    def run(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        answer = execute(sql, *rest)
        if sql.startswith(begins):
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return run


def main(decision: str, clerk: str, day: str, statement: str) -> None:
    at = now().fromisoformat(day)
    with connection.execute_wrapper(killed_at(statement)), transaction.atomic():
        issue(
            decision=Decision.objects.get(pk=decision),
            decided_on=at.date(),
            signer="Hiệu trưởng",
            by=User.objects.get(pk=clerk),
            at=at,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
