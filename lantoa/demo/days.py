"""What happens on which day of the demonstration school's history."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeAlias

Happening: TypeAlias = tuple[date, Callable[[datetime], Any]]
