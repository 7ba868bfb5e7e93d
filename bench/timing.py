"""How things are timed: interleaved rounds and their median; the peak of memory."""

import gc
import resource
import sys
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import Any


def seconds(work: Callable[[], Any]) -> float:
    """How long the work took once."""
    gc.collect()
    begin = perf_counter()
    work()
    return perf_counter() - begin


def interleaved(works: Mapping[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """The median seconds of each; all take their turn in every round, so that a busy machine troubles them alike."""
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work))
    return {name: median(taken) for name, taken in times.items()}


def peak_megabytes() -> float:
    """The most memory this process has held (resident set)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform == "linux" else peak / 1024 / 1024
