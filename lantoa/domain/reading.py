"""Reading a TOML file key by key, so that a bad one is refused with file, key and what was expected."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

Value = TypeVar("Value", str, int, bool, date, list, dict)  # type: ignore[type-arg]
KINDS = {
    str: "chữ",
    int: "số nguyên",
    bool: "true hoặc false",
    date: "ngày (2024-12-31)",
    list: "danh sách",
    dict: "bảng",
}
MISSING: Any = object()


class BadFile(ValueError):
    """A shipped or uploaded definition file that cannot be used: which file, which key, what was expected."""

    def __init__(self, file: str, key: str, expected: str) -> None:
        super().__init__(f"{file}: khoá «{key}»: cần {expected}.")
        self.file, self.key, self.expected = file, key, expected


def parse(text: str, file: str) -> "Table":
    """The whole file as a table; BadFile when it is not TOML."""
    try:
        return Table(tomllib.loads(text), file, "")
    except tomllib.TOMLDecodeError as error:
        raise BadFile(file, "", f"một tệp TOML đúng ({error})") from error


@dataclass(slots=True)
class Table:
    """A TOML table that is read key by key; what is left unread at the end was not expected."""

    values: dict[str, Any]
    file: str
    path: str

    def key(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def refuse(self, name: str, expected: str) -> BadFile:
        return BadFile(self.file, self.key(name), expected)

    def take(self, name: str, kind: type[Value], default: Value = MISSING) -> Value:
        """Remove and return a value of that type; BadFile when it is missing or of another type."""
        if name not in self.values:
            if default is MISSING:
                raise self.refuse(name, KINDS[kind])
            return default
        value = self.values.pop(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.refuse(name, KINDS[kind])
        return value

    def day(self, name: str) -> date | None:
        """A date that may be missing."""
        return self.take(name, date) if name in self.values else None

    def words(self, name: str, allowed: list[str] | None = None, default: list[str] = MISSING) -> list[str]:
        """A list of texts, each of the allowed ones."""
        words = self.take(name, list, default)
        for word in words:
            if not isinstance(word, str) or (allowed is not None and word not in allowed):
                raise self.refuse(name, f"các chữ trong: {', '.join(allowed)}" if allowed else "danh sách chữ")
        return words

    def choice(self, name: str, allowed: list[str], default: str = MISSING) -> str:
        """A text that is one of the allowed ones."""
        value = self.take(name, str, default)
        if value not in allowed and value != default:
            raise self.refuse(name, f"một trong: {', '.join(allowed)}")
        return value

    def table(self, name: str) -> "Table":
        return Table(self.take(name, dict), self.file, self.key(name))

    def tables(self, name: str) -> list["Table"]:
        rows = self.take(name, list, [])
        for place, row in enumerate(rows, 1):
            if not isinstance(row, dict):
                raise self.refuse(f"{name}[{place}]", "bảng")
        return [Table(row, self.file, f"{self.key(name)}[{place}]") for place, row in enumerate(rows, 1)]

    def finish(self) -> None:
        """Refuse what nobody read: a misspelt key is an error, not a silent default."""
        for name in self.values:
            raise self.refuse(name, "bỏ khoá này, không có khoá nào tên như vậy")
