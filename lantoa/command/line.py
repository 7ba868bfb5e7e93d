"""What the commands share: a parser that answers in Vietnamese, and a refusal that is one sentence."""

import argparse
import sys
from typing import NoReturn

USAGE_ERROR = 64  # not argparse's 2: that says a book has refused rows


class Refused(Exception):
    """The command cannot be done; the message says why and what to do."""


class Parser(argparse.ArgumentParser):
    """Arguments of one command; a mistake in them ends with USAGE_ERROR."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(prog=f"lantoa {name}", description=sentence, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="in phần này rồi thôi")
        self._positionals.title = "đầu vào"
        self._optionals.title = "lựa chọn"

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE_ERROR, f"{self.prog}: {message}\n")
