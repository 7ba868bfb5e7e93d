"""The commands `migrate` and `backup`, and bringing the database up to date before a command that needs it."""

import os
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from lantoa.command.line import Parser, Refused


def set_up() -> None:
    """Load the product: settings and models."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
    django.setup()


def ready() -> None:
    """Load the product and bring its database up to date; a PostgreSQL database in use is not changed unasked."""
    set_up()
    settings.DATA.mkdir(parents=True, exist_ok=True)
    if not pending():
        return
    if is_changed_only_when_asked():
        raise Refused(_("Cơ sở dữ liệu thuộc phiên bản cũ hơn. Hãy sao lưu (pg_dump) rồi chạy: lantoa migrate"))
    bring_up_to_date()


def pending() -> bool:
    """Are there migrations that this database has not seen?"""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_in_use() -> bool:
    return "lantoa_event" in connection.introspection.table_names()


def is_changed_only_when_asked() -> bool:
    """A database server in use may have other programs on it, and a person who keeps its backups."""
    return connection.vendor == "postgresql" and is_in_use()


def bring_up_to_date() -> None:
    """Apply the migrations; an SQLite database in use is copied beside itself first."""
    if connection.vendor == "sqlite" and is_in_use():
        copy_sqlite(settings.DATA / "backup" / f"{datetime.now():%Y%m%d-%H%M%S}.sqlite3")  # noqa: DTZ005  (a file name)
    call_command("migrate", verbosity=0, interactive=False)


def copy_sqlite(target: Path) -> None:
    """A consistent copy of the database while others read and write it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    connection.ensure_connection()
    copy = sqlite3.connect(target)
    try:
        connection.connection.backup(copy, pages=1000)
    finally:
        copy.close()


def migrate(argv: Sequence[str]) -> int:
    Parser(
        "migrate", "Đưa cơ sở dữ liệu lên phiên bản này; SQLite được sao lưu vào LANTOA_DATA/backup trước."
    ).parse_args(argv)
    set_up()
    settings.DATA.mkdir(parents=True, exist_ok=True)
    if pending():
        bring_up_to_date()
    return 0


def backup(argv: Sequence[str]) -> int:
    parser = Parser("backup", "Sao lưu cơ sở dữ liệu SQLite; chạy được cả khi mọi người đang làm việc.")
    parser.add_argument("-o", "--output", metavar="TỆP", required=True, type=Path, help="tệp sao lưu sẽ viết ra")
    target: Path = parser.parse_args(argv).output
    set_up()
    if connection.vendor != "sqlite":
        raise Refused(_("Cơ sở dữ liệu là PostgreSQL: hãy sao lưu bằng pg_dump."))
    if target.exists():
        raise Refused(_("Đã có tệp %(name)s; hãy chọn tên khác.") % {"name": target})
    copy_sqlite(target)
    return 0
