"""The list of accounts and the log as Excel files: everything that was asked for, whatever the page."""

from collections.abc import Iterator
from datetime import datetime

from django.http import FileResponse, HttpRequest
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from lantoa.accounts.forms import AccountsFilter, LogFilter
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views.access import requires
from lantoa.accounts.views.log import asked_for as events_asked_for
from lantoa.accounts.views.log import in_words
from lantoa.accounts.views.users import asked_for as accounts_asked_for
from lantoa.audit.models import Event
from lantoa.domain.authority import Deed, may
from lantoa.spreadsheet import CONTENT_TYPE, Value, spreadsheet

AT_A_TIME = 2000


@requires(Deed.MANAGE_ACCOUNTS)
def accounts(request: HttpRequest) -> FileResponse:
    found = accounts_asked_for(request, AccountsFilter(request.GET))
    headings = [
        _("Họ và tên"),
        _("Tên đăng nhập"),
        _("Thư điện tử"),
        _("Vai trò"),
        _("Mã cán bộ"),
        _("Trạng thái"),
        _("Đăng nhập gần nhất"),
    ]
    return _file(_("Tài khoản"), headings, (_account(user) for user in found.iterator(AT_A_TIME)))


@requires(Deed.SEE_AUDIT)
def log(request: HttpRequest) -> FileResponse:
    found = events_asked_for(LogFilter(request.GET))
    headings = [_("Số"), _("Lúc"), _("Người làm"), _("Việc"), _("Đối tượng"), _("Chi tiết")]
    sees_register = bool(may(actor_of(request.user), Deed.SEE_REGISTER))
    rows = (_event(event, sees_register=sees_register) for event in found.iterator(AT_A_TIME))
    return _file(_("Nhật ký"), headings, rows)


def _file(name: str, headings: list[str], rows: Iterator[list[Value]]) -> FileResponse:
    file = spreadsheet(name, headings, rows)
    named = f"{name} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(file, as_attachment=True, filename=named, content_type=CONTENT_TYPE)


def _account(user: User) -> list[Value]:
    roles = [f"{grant.get_role_display()} {grant.where}".strip() for grant in user.grants.all()]
    return [
        str(user),
        user.username,
        user.email,
        "; ".join(roles),
        user.person.subject.code if user.person else "",
        _("đang dùng") if user.is_active else _("đã khoá"),
        _moment(user.last_login) if user.last_login else "",
    ]


def _event(event: Event, *, sees_register: bool) -> list[Value]:
    words = in_words(event, sees_register=sees_register)
    details = "; ".join(f"{key}: {value}" for key, value in words["details"])
    return [
        event.pk,
        _moment(event.at),
        str(event.by or _("phần mềm")),
        words["deed"],
        words["target"],
        _("thuộc sổ thi đua") if words["is_hidden"] else details,
    ]


def _moment(at: datetime) -> str:
    return f"{localtime(at):%d/%m/%Y %H:%M:%S}"
