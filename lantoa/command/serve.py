"""The command `serve`: database, static files, then a server: gunicorn where it runs, waitress elsewhere."""

import socket
import sys
from argparse import Namespace
from collections.abc import Sequence

from lantoa.command.database import ready
from lantoa.command.line import Parser, Refused, number_between

SERVERS = ("waitress",) if sys.platform == "win32" else ("gunicorn", "waitress")


def serve(argv: Sequence[str]) -> int:
    options = _options(argv)
    _refuse_taken_address(options.host, options.port)
    ready()
    from lantoa.server.statics import gather

    gather()
    if options.server == "gunicorn":
        from lantoa.server.forked import run
    else:
        from lantoa.server.threaded import run
    run(options)
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = Parser("serve", "Chạy máy chủ cho tới khi được bảo dừng (Ctrl-C).")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (%(default)s)")
    parser.add_argument("--port", type=number_between(1, 65535), default=8000, help="cổng (%(default)s)")
    few = number_between(1, 256)
    parser.add_argument("--workers", type=few, default=2, help="số tiến trình trang web của gunicorn (%(default)s)")
    parser.add_argument("--threads", type=few, default=4, help="số luồng mỗi tiến trình (%(default)s)")
    parser.add_argument("--server", choices=SERVERS, default=SERVERS[0], help="máy chủ (%(default)s)")
    parser.add_argument("--no-worker", action="store_true", help="không làm việc nền ở đây (đã có lantoa work)")
    return parser.parse_args(argv)


def _refuse_taken_address(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise Refused(f"Không lắng nghe được ở {host}:{port} ({error}). Hãy chọn cổng khác: --port 8001") from None
