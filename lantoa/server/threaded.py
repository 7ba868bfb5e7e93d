"""waitress: one process with threads; for Windows, and wherever it is asked for."""

import signal
from argparse import Namespace

from waitress.server import create_server

from lantoa.server.address import announce
from lantoa.worker.keeper import Keeper
from lantoa.wsgi import application


def run(options: Namespace) -> None:
    server = create_server(application, host=options.host, port=options.port, threads=options.threads, ident=None)
    signal.signal(signal.SIGTERM, _leave)
    keeper = None if options.no_worker else Keeper()
    if keeper:
        keeper.start()
    announce(options)
    try:
        server.run()  # until SystemExit or Ctrl-C, which it takes for the end
    finally:
        server.close()
        if keeper:
            keeper.stop()


def _leave(*_: object) -> None:
    raise SystemExit(0)
