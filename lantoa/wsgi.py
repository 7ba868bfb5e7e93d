"""The door for a web server (WSGI); LANTOA_PROXIES says how far X-Forwarded-For may be believed."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def behind_proxies(inner: Application, proxies: int) -> Application:
    """Take the address written by the outermost of our own `proxies`; what is left of it anybody may have written."""
    if proxies == 0:
        return inner

    def outer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        hops = [hop.strip() for hop in environ.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
        if len(hops) >= proxies:
            environ["REMOTE_ADDR"] = hops[-proxies]
        return inner(environ, start_response)

    return outer


application = behind_proxies(get_wsgi_application(), settings.PROXIES)
