"""Pack a submission in a process of its own, which is killed in the middle: as by a power cut."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - only after the setup
from django.utils.timezone import now  # noqa: E402

from lantoa.accounts.models import User  # noqa: E402
from lantoa.recognition.actions.submissions import packing  # noqa: E402
from lantoa.recognition.models import Submission  # noqa: E402


def killed_at(begins: str, turn: int) -> Callable[..., Any]:
    """End at once when a statement of that kind comes for the `turn`-th time."""
    seen = [0]

    def run(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        answer = execute(sql, *rest)
        seen[0] += sql.startswith(begins)
        if seen[0] == turn:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return run


def main(submission: str, officer: str, statement: str, turn: str) -> None:
    with connection.execute_wrapper(killed_at(statement, int(turn))):
        packing.pack(submission=Submission.objects.get(pk=submission), by=User.objects.get(pk=officer), at=now())


if __name__ == "__main__":
    main(*sys.argv[1:])
