"""Every setting the environment may give: name, default, meaning, how it is read; a bad one is refused by name."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

DATABASE_SCHEMES = ("sqlite://", "postgres://", "postgresql://")
MAIL_SCHEMES = ("smtp://", "smtps://", "smtp+tls://", "smtp+ssl://")
LAST_HOUR = 23
LONGEST_LABEL = 32  # of a token, in bytes (PKCS#11)
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
YES = {"1", "true", "yes", "on", "có"}
NO = {"0", "false", "no", "off", "không"}


class BadSetting(ImproperlyConfigured):
    """A setting of the environment cannot be used; says its name, its value and what was expected."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"Thiết lập {name} = «{value}» không dùng được: cần {expected}.")
        self.name = name


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `read` turns its text into a value or raises ValueError."""

    name: str
    default: str
    expected: str
    meaning: str
    read: Callable[[str], Any]


def yes_or_no(text: str) -> bool:
    word = text.strip().casefold()
    if word not in YES | NO:
        raise ValueError(text)
    return word in YES


def whole_number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def positive_number(text: str) -> int:
    number = whole_number(text)
    if number == 0:
        raise ValueError(text)
    return number


def folder(text: str) -> Path:
    """An absolute path that is, or can become, a folder."""
    path = Path(text).expanduser().resolve()
    if not text.strip() or (path.exists() and not path.is_dir()):
        raise ValueError(text)
    return path


def names(text: str) -> list[str]:
    listed = [name.strip() for name in text.split(",") if name.strip()]
    if not listed or any("/" in name for name in listed):
        raise ValueError(text)
    return listed


def web_address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise ValueError(text)
    return text


def secret(text: str) -> str:
    if text and len(text) < 32:
        raise ValueError("too short")
    return text


def hour(text: str) -> int:
    number = whole_number(text)
    if number > LAST_HOUR:
        raise ValueError(text)
    return number


def home(text: str) -> str:
    """An address without a slash at its end; empty for none."""
    if text and not text.startswith(("http://", "https://")):
        raise ValueError(text)
    return text.rstrip("/")


def mail(text: str) -> dict[str, Any]:
    """Django's description of a mail server; empty for none."""
    if not text:
        return {}
    if not text.startswith(MAIL_SCHEMES):
        raise ValueError(text)
    described = dict(environ.Env.email_url_config(text))
    if not described.get("EMAIL_HOST"):
        raise ValueError(text)
    return described


def sender(text: str) -> str:
    """A mail address, with or without a name."""
    if "@" not in parseaddr(text)[1] or "\n" in text:
        raise ValueError(text)
    return text


def library(text: str) -> str:
    """The path of a file that is there; empty for none."""
    if text and not (Path(text).is_absolute() and Path(text).is_file()):
        raise ValueError(text)
    return text


def token_label(text: str) -> str:
    if len(text.encode()) > LONGEST_LABEL:
        raise ValueError(text)
    return text


def log_level(text: str) -> str:
    if text.upper() not in LOG_LEVELS:
        raise ValueError(text)
    return text.upper()


def database(text: str) -> dict[str, Any]:
    """Django's description of a database address; empty for none."""
    if not text:
        return {}
    if not text.startswith(DATABASE_SCHEMES):
        raise ValueError(text)
    described = dict(environ.Env.db_url_config(text))
    if not described.get("NAME"):
        raise ValueError(text)
    return described


SETTINGS = (
    Setting(
        "LANTOA_DATA",
        "var",
        "đường dẫn một thư mục (đã có hoặc tạo được)",
        "Thư mục giữ cơ sở dữ liệu SQLite, khóa bí mật, tệp đã nhận và tệp tĩnh đã gom.",
        folder,
    ),
    Setting(
        "DATABASE_URL",
        "",
        "địa chỉ bắt đầu bằng sqlite://, postgres:// hoặc postgresql:// và có tên cơ sở dữ liệu",
        "Cơ sở dữ liệu; để trống là SQLite `lantoa.sqlite3` trong LANTOA_DATA.",
        database,
    ),
    Setting(
        "LANTOA_SECRET_KEY",
        "",
        "chuỗi ngẫu nhiên ít nhất 32 ký tự",
        "Khóa ký phiên làm việc; để trống thì lần chạy đầu tự tạo và giữ trong LANTOA_DATA.",
        secret,
    ),
    Setting(
        "LANTOA_HOSTS",
        "127.0.0.1,localhost,[::1]",
        "danh sách tên máy, cách nhau bằng dấu phẩy, không có http:// hay đường dẫn",
        "Những tên máy mà người dùng gõ trên trình duyệt; tên khác bị từ chối.",
        names,
    ),
    Setting(
        "LANTOA_HTTPS",
        "0",
        "1 hoặc 0",
        "Đặt 1 khi mọi người vào bằng https:// qua một máy chủ đứng trước gửi X-Forwarded-Proto.",
        yes_or_no,
    ),
    Setting(
        "LANTOA_HSTS_SECONDS",
        "0",
        "số giây, là số nguyên không âm",
        "Trình duyệt chỉ dùng https:// trong bấy nhiêu giây; chỉ có tác dụng khi LANTOA_HTTPS = 1.",
        whole_number,
    ),
    Setting(
        "LANTOA_PROXIES",
        "0",
        "số nguyên không âm",
        "Số máy chủ đứng trước có ghi X-Forwarded-For, để biết đúng địa chỉ của người đăng nhập.",
        whole_number,
    ),
    Setting(
        "LANTOA_PUBLIC_TIPS",
        "0",
        "1 hoặc 0",
        "Đặt 1 để người ngoài, không cần tài khoản, gửi được phát hiện ở /gui-phat-hien/.",
        yes_or_no,
    ),
    Setting(
        "LANTOA_MAIL",
        "",
        "địa chỉ bắt đầu bằng smtp:// hoặc smtp+tls:// và có tên máy chủ",
        "Máy chủ gửi thư tóm tắt, ví dụ smtp+tls://ten:mat-khau@may-chu:587; để trống thì không gửi thư.",
        mail,
    ),
    Setting(
        "LANTOA_MAIL_FROM",
        "Lan Tỏa <lantoa@localhost>",
        "một địa chỉ thư",
        "Người gửi ghi trên thư tóm tắt.",
        sender,
    ),
    Setting(
        "LANTOA_HOME",
        "",
        "địa chỉ bắt đầu bằng http:// hoặc https://",
        "Địa chỉ mọi người gõ để vào Lan Tỏa, cho đường dẫn trong thư và mã vuông trên giấy tờ; trống thì không có.",
        home,
    ),
    Setting(
        "LANTOA_DAILY_HOUR",
        "6",
        "một giờ từ 0 đến 23",
        "Từ giờ này mỗi ngày, các việc hằng ngày được làm: nhắc việc, gửi thư tóm tắt, dọn tệp thừa.",
        hour,
    ),
    Setting(
        "LANTOA_TOKEN",
        "",
        "đường dẫn đầy đủ của một tệp đang có",
        "Thư viện PKCS#11 của thẻ, USB ký số hoặc HSM cắm ở máy chủ; để trống thì chỉ ký bằng tệp khóa.",
        library,
    ),
    Setting(
        "LANTOA_TOKEN_LABEL",
        "",
        "tên không quá 32 byte",
        "Tên thẻ dùng để ký khi máy chủ có nhiều thẻ.",
        token_label,
    ),
    Setting(
        "LANTOA_SOURCE",
        "",
        "địa chỉ bắt đầu bằng http:// hoặc https://",
        "Nơi phát hành mã nguồn, ghi thêm trên trang /ma-nguon/; trang ấy luôn cho tải mã nguồn đang chạy.",
        web_address,
    ),
    Setting(
        "LANTOA_TASK_LEASE",
        "60",
        "số giây, là số nguyên dương",
        "Việc chạy nền mà tiến trình giữ nó im lặng quá bấy nhiêu giây thì được giao lại.",
        positive_number,
    ),
    Setting(
        "LANTOA_LOG_LEVEL",
        "INFO",
        f"một trong {', '.join(LOG_LEVELS)}",
        "Mức ghi nhật ký kỹ thuật ra màn hình.",
        log_level,
    ),
    Setting(
        "LANTOA_DEBUG",
        "0",
        "1 hoặc 0",
        "Chỉ dành cho người lập trình: hiện chi tiết lỗi trên trang. Không bật ở nơi có dữ liệu thật.",
        yes_or_no,
    ),
)


def read_all(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Every setting's value by name; BadSetting for the first that cannot be used."""
    return {setting.name: _read(setting, environment.get(setting.name, setting.default)) for setting in SETTINGS}


def _read(setting: Setting, text: str) -> Any:
    try:
        return setting.read(text)
    except (ValueError, ImproperlyConfigured):
        shown = "…" if setting.read in (secret, database, mail) else text
        raise BadSetting(setting.name, shown, setting.expected) from None
