"""gunicorn: the product is loaded once, then forked, so that the web processes share its memory."""

import gc
from argparse import Namespace
from typing import Any

from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from lantoa.server.address import announce, host_and_port
from lantoa.worker.keeper import Keeper
from lantoa.wsgi import application


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn is not typed
    """gunicorn with our own options instead of its command line's."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.keeper: Keeper | None = None
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._wanted().items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Load everything the web processes will share."""
        _ = get_resolver().url_patterns
        close_connections()
        gc.collect()
        gc.freeze()  # keeps the collector from touching, and so copying, the shared memory
        return application

    def _wanted(self) -> dict[str, Any]:
        return {
            "bind": host_and_port(self.options),
            "workers": self.options.workers,
            "threads": self.options.threads,
            "worker_class": "gthread",
            "preload_app": True,
            "timeout": 120,
            "graceful_timeout": 15,
            "keepalive": 5,
            "max_requests": 10_000,
            "max_requests_jitter": 1_000,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda _server: announce(self.options),
            "post_worker_init": lambda _worker: self._employ(),
            "worker_exit": lambda _server, _worker: self._let_go(),
        }

    def _employ(self) -> None:
        if not self.options.no_worker:
            self.keeper = Keeper()
            self.keeper.start()

    def _let_go(self) -> None:
        if self.keeper:
            self.keeper.stop()


def close_connections() -> None:
    """Nothing that talks to the database may cross a fork."""
    for connection in connections.all():
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]


def run(options: Namespace) -> None:
    Server(options).run()
