"""Where the server is found: as it is listened on, and as it is typed in a browser."""

from argparse import Namespace

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  (compared with, not listened on)


def host_and_port(options: Namespace) -> str:
    host = f"[{options.host}]" if ":" in options.host else options.host
    return f"{host}:{options.port}"


def announce(options: Namespace) -> None:
    """Say that the pages can be opened now."""
    shown = Namespace(host=EVERYWHERE.get(options.host, options.host), port=options.port)
    print(f"Lan Tỏa: http://{host_and_port(shown)}/   (Ctrl-C để dừng)", flush=True)  # noqa: T201  (serve prints)
