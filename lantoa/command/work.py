"""The command `work`: the process that does long work, started by `serve` or as a service of its own."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from lantoa.command.database import ready
from lantoa.command.line import Parser

IDLE = timedelta(seconds=30)


def work(argv: Sequence[str]) -> int:
    parser = Parser("work", "Làm việc nền cho tới khi được bảo dừng (Ctrl-C: làm nốt việc đang làm).")
    parser.add_argument("--holder", metavar="MÃ", help="mã của hạn giữ việc; chỉ dành cho lantoa serve")
    holder = parser.parse_args(argv).holder
    ready()
    from django.utils import timezone

    from lantoa.worker import leases
    from lantoa.worker.process import Working, stop_on_signals, stop_with_parent

    working = Working(holder=holder or uuid4().hex, idle=IDLE if holder else None)
    stop_on_signals(working)
    if holder:
        stop_with_parent(working, sys.stdin.buffer)
    else:
        leases.take(name=working.holder, holder=working.holder, at=timezone.now())
    working.run()
    return 0
