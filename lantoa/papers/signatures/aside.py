"""Work of pyHanko beside the caller: it runs an event loop of its own, which no thread with a loop can hold."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

T = TypeVar("T")


def aside(work: Callable[[], T]) -> T:
    """What the work gives or raises, done in a thread of its own with the language and the zone of the caller."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(copy_context().run, work).result()
