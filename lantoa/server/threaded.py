"""waitress: one process with threads; for Windows, and wherever it is asked for."""

import signal
from argparse import Namespace

from waitress.server import create_server

from lantoa.server.address import announce
from lantoa.worker.keeper import Keeper
from lantoa.wsgi import application


def run(options: Namespace) -> None:
    server = create_server(application, host=options.host, port=options.port, threads=options.threads, ident=None)
    keeper = None if options.no_worker else Keeper()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)
    try:
        if keeper:
            keeper.start()
        announce(options)
        server.run()
    except SystemExit:  # told to end before it ran; running, it takes this for the end by itself
        pass
    finally:
        server.close()
        if keeper:
            keeper.stop()


def _leave(*_: object) -> None:
    raise SystemExit(0)
