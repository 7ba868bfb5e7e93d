"""Whose address a request has when proxies stand in front: the one our own outermost proxy wrote."""

from typing import Any

import pytest

from lantoa.wsgi import behind_proxies


def address_seen(proxies: int, forwarded: str | None) -> str:
    seen: list[str] = []

    def inner(environ: dict[str, Any], _: Any) -> list[bytes]:
        seen.append(environ["REMOTE_ADDR"])
        return []

    environ = {"REMOTE_ADDR": "10.0.0.1"} | ({} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded})
    behind_proxies(inner, proxies)(environ, None)
    return seen[0]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, None, "10.0.0.1"),
        (0, "203.0.113.9", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "10.0.0.2", "10.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(proxies: int, forwarded: str | None, seen: str) -> None:
    assert address_seen(proxies, forwarded) == seen
