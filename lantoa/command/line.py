"""What the commands share: a parser that answers in Vietnamese, and a refusal that is one sentence."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from typing import NoReturn

USAGE_ERROR = 64  # not argparse's 2: that says a book has refused rows

# What argparse says in English, and how it is said here.
MISTAKES = {
    r"the following arguments are required: (.+)": r"còn thiếu: \1",
    r"unrecognized arguments: (.+)": r"không có lựa chọn hay đầu vào này: \1",
    r"argument (.+?): expected one argument": r"\1: cần một giá trị đi sau",
    r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)": r"\1: không có «\2»; chọn một trong: \3",
    r"argument (.+?): (.+)": r"\1: \2",
}


class Refused(Exception):
    """The command cannot be done; the message says why and what to do."""


def whole_number(text: str) -> int:
    """The value of an option that is a number."""
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"«{text}» không phải số nguyên") from error


def number_between(lowest: int, highest: int) -> Callable[[str], int]:
    """The same within limits, both included."""

    def read(text: str) -> int:
        number = whole_number(text)
        if not lowest <= number <= highest:
            raise argparse.ArgumentTypeError(f"cần số từ {lowest} đến {highest}, không phải {number}")
        return number

    return read


class Formatter(argparse.HelpFormatter):
    """Help that opens with a Vietnamese word."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Dùng: ")


class Parser(argparse.ArgumentParser):
    """Arguments of one command; a mistake in them ends with USAGE_ERROR."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(
            prog=f"lantoa {name}",
            description=sentence,
            formatter_class=Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action="help", help="in phần này rồi thôi")
        self._positionals.title = "đầu vào"
        self._optionals.title = "lựa chọn"

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE_ERROR, f"{self.prog}: {_in_vietnamese(message)}\n")


def _in_vietnamese(message: str) -> str:
    matches = ((re.fullmatch(pattern, message), words) for pattern, words in MISTAKES.items())
    return next((match.expand(words) for match, words in matches if match), message)
