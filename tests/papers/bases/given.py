"""What an officer types about a text."""

from typing import Any

FACTS: dict[str, Any] = {
    "words": "Quy chế thi đua, khen thưởng của Trường",
    "since": None,
    "until": None,
    "source": "",
    "is_left_out": False,
    "applies_from": None,
    "reason": "",
}
