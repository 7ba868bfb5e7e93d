"""The command `lantoa`: one table of commands, each a function that takes its arguments and returns an exit code."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version

from lantoa.command.line import USAGE_ERROR

Run = Callable[[Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one sentence, and where its function is; imported only when it is called."""

    name: str
    sentence: str
    module: str
    function: str
    needs_book: bool = False  # the installed database, brought up to date first

    def load(self) -> Run:
        run: Run = getattr(import_module(f"lantoa.command.{self.module}"), self.function)
        return run


COMMANDS = (
    Command("screen", "Rà soát: mọi người, mọi đơn vị theo từng tiêu chí của một bậc và năm.", "screen", "screen"),
    Command("check-book", "Kiểm tra một sổ Excel, từng dòng.", "books", "check_book"),
    Command("template", "Viết ra sổ mẫu để điền.", "books", "template"),
    Command("export-book", "Xuất sổ đang dùng ra Excel.", "books", "export_book", needs_book=True),
    Command("import-book", "Nhập một sổ Excel vào sổ đang dùng.", "books", "import_book", needs_book=True),
    Command("demo", "Điền trường mẫu vào sổ trống; --accounts in các tài khoản mẫu.", "demo", "demo", needs_book=True),
    Command("serve", "Chạy máy chủ.", "serve", "serve"),
    Command("work", "Chạy riêng tiến trình làm việc nền (thường không cần: serve tự lo).", "work", "work"),
    Command("migrate", "Đưa cơ sở dữ liệu lên phiên bản này (sao lưu SQLite trước).", "database", "migrate"),
    Command("backup", "Sao lưu cơ sở dữ liệu SQLite khi đang chạy.", "database", "backup"),
    Command(
        "administrator",
        "Mở tài khoản quản trị đầu tiên, hoặc cấp lại mật khẩu cho người quản trị.",
        "administrator",
        "administrator",
        needs_book=True,
    ),
    Command(
        "verify-audit",
        "Kiểm tra nhật ký: không sự kiện nào bị sửa, xoá hay chèn vào.",
        "administrator",
        "verify_audit",
        needs_book=True,
    ),
    Command(
        "verify-credential",
        "Kiểm tra một huy hiệu số, không cần mạng và cơ sở dữ liệu.",
        "credentials",
        "verify_credential",
    ),
    Command("credential-key", "Xem, thay, bỏ khóa ký huy hiệu số.", "credentials", "credential_key"),
)


FILE_TROUBLES: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp hay thư mục tên như vậy",
    IsADirectoryError: "đó là thư mục, cần một tệp",
    PermissionError: "không được phép đọc hoặc ghi ở đó",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Entry of the console script; an error that a person can mend is one sentence, not a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _answer(arguments[0] if arguments else "--help", arguments[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output, like `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def overview() -> str:
    width = max(len(command.name) for command in COMMANDS) + 2
    lines = [f"  {command.name:<{width}}{command.sentence}" for command in COMMANDS]
    return "\n".join(["Dùng: lantoa LỆNH [...]   (lantoa LỆNH --help: các lựa chọn của lệnh)", "", *lines])


def _answer(name: str, arguments: Sequence[str]) -> int:
    if name in ("--help", "-h", "help"):
        print(overview())
        return 0
    if name == "--version":
        print(version("lantoa"))
        return 0
    command = next((command for command in COMMANDS if command.name == name), None)
    if command is None:
        print(f"Không có lệnh «{name}».\n\n{overview()}", file=sys.stderr)
        return USAGE_ERROR
    return _do(command, arguments)


def _do(command: Command, arguments: Sequence[str]) -> int:
    try:
        return _run(command, arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sentence = _for_people(error)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return 1


def _run(command: Command, arguments: Sequence[str]) -> int:
    if command.needs_book and not {"-h", "--help"} & set(arguments):
        from lantoa.command.database import ready

        ready()
    return command.load()(arguments)


def _for_people(error: Exception) -> str | None:
    """The sentence for an error that a person can mend; None for a fault of the product."""
    from xlsxwriter.exceptions import FileCreateError

    from lantoa.command.line import Refused
    from lantoa.environment import BadSetting

    if isinstance(error, FileCreateError):
        error = error.args[0]  # xlsxwriter wraps what the system said
    if isinstance(error, (BadSetting, Refused)):
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return f"Không mở được «{error.filename}»: {FILE_TROUBLES.get(type(error), error.strerror)}."
    return None
