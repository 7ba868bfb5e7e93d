"""The command `demo`: a school to try the product with, and accounts to look at it with."""

import sys
from collections.abc import Sequence

from lantoa.command.line import Parser, Refused


def demo(arguments: Sequence[str]) -> int:
    """Fill an empty book, or with --accounts print one account of every role; what is there is never changed."""
    parser = Parser("demo", "Nạp trường dùng thử vào sổ trống, rồi mở các tài khoản dùng thử.")
    parser.add_argument("--accounts", action="store_true", help="in vai, tên đăng nhập, mật khẩu, mỗi vai một dòng")
    return run(accounts=parser.parse_args(arguments).accounts)


def run(*, accounts: bool) -> int:
    from lantoa.demo.opening import RealAccounts

    try:
        return _print_accounts() if accounts else _fill()
    except RealAccounts as problem:
        raise Refused(str(problem)) from problem


def _fill() -> int:
    from django.db import transaction
    from django.utils import timezone

    from lantoa.demo.actions import BookIsNotEmpty, fill
    from lantoa.demo.history import play
    from lantoa.demo.opening import open_accounts, open_others

    now = timezone.now()
    try:
        with transaction.atomic():  # killed in the middle, the next run finds an empty book again
            taken_in = fill(at=now)
            open_accounts(at=now)
            open_others(at=now)
            play(until=timezone.localdate(now))
    except BookIsNotEmpty as problem:
        print(problem)
    else:
        print(taken_in.message)
    return 0


def _print_accounts() -> int:
    """Role, user name and password, tab-separated; an account whose owner took another password is left out."""
    from django.utils import timezone

    from lantoa.accounts.demo import PASSWORD
    from lantoa.demo.opening import open_accounts
    from lantoa.domain.authority import Role

    for role, user in zip(Role, open_accounts(at=timezone.now()), strict=True):
        if user.is_demo and user.is_active:
            print(role.value, user.username, PASSWORD, sep="\t")
    print("Ai cũng biết mật khẩu này: chỉ để dùng thử, hãy khoá các tài khoản trước khi dùng thật.", file=sys.stderr)
    return 0
