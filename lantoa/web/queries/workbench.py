"""What is asked of whom: mine, waiting for others, overdue - from what stands on file now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.accounts.models import User
from lantoa.domain.authority import Actor, Deed, may
from lantoa.domain.plan import Plan, PlanStatus
from lantoa.domain.records import Ledger
from lantoa.domain.verdict import LEDGER_NAMES
from lantoa.notice.queries.deadlines import deadlines
from lantoa.papers.pdf import office
from lantoa.register.models import Closing, Import, Subject
from lantoa.web.queries.plan import due_dates

SOON = 60  # days within which a milestone or a deadline belongs on the desk
CLOSING_DAY = (1, 31)  # of the year after: by then the books of a year are closed


class Column(StrEnum):
    """The three columns of the workbench."""

    MINE = "mine"
    WAITING = "waiting"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing on the desk: what, where it is done, for whom or by whom, since when, by when."""

    column: Column
    title: str
    address: str
    detail: str = ""
    since: date | None = None
    due: date | None = None
    days_left: int = 0


@dataclass(frozen=True)
class Workbench:
    """The desk of one person; `is_first_run` while nothing at all is on file."""

    tasks: tuple[Task, ...]
    is_first_run: bool
    columns: dict[Column, list[Task]] = field(init=False)

    def __post_init__(self) -> None:
        by_column = {column: [task for task in self.tasks if task.column is column] for column in Column}
        object.__setattr__(self, "columns", by_column)


def due(column: Column, title: str, address: str, day: date, today: date, detail: str = "") -> Task:
    """A task with a deadline; past it, it moves to the overdue."""
    days = (day - today).days
    return Task(Column.OVERDUE if days < 0 else column, title, address, detail, due=day, days_left=days)


def is_first_run() -> bool:
    return not Subject.objects.exists()


def due_from(user: int, today: date) -> Iterator[Task]:
    """What the rooms expect of that user soon, or expected by now: from the list that reminders are made from."""
    for one in deadlines(today, user):
        if one.days_left(today) <= SOON:
            yield due(Column.MINE, one.text[:1].upper() + one.text[1:], one.address, one.due, today)


def imports_to_decide() -> Iterator[Task]:
    """Files that were checked and wait for a decision, and those that could not be read."""
    for one in Import.objects.filter(stage=Import.Stage.CHECKED).order_by("at")[:10]:
        title = _("Quyết định với tệp %s") % one.file_name
        detail = _("Đã kiểm tra xong; chọn nhập hoặc bỏ.")
        yield Task(Column.MINE, title, f"/so/nhap/{one.pk}/", detail, since=one.at.date())


def books_to_close(plan: Plan, actor: Actor, today: date) -> Iterator[Task]:
    """Years that are over and whose books are not all closed; for who may not close them, others are waited for."""
    closed = Closing.objects.values_list("ledger", "year").annotate(units=Count("unit")).annotate(rows=Count("pk"))
    whole = {(ledger, year) for ledger, year, units, rows in closed if rows > units}
    in_part = {(ledger, year): units for ledger, year, units, _rows in closed if units}
    allowed = bool(may(actor, Deed.CLOSE_BOOK))
    for year in plan.period.years:
        still_open = [ledger for ledger in Ledger if (ledger.value, year) not in whole]
        if year >= today.year or not still_open:
            continue
        title = _("Chốt sổ năm %(year)s: %(books)s") % {
            "year": year,
            "books": ", ".join(LEDGER_NAMES[ledger] for ledger in still_open),
        }
        units = sum(in_part.get((ledger.value, year), 0) for ledger in still_open)
        detail = ngettext("Đã có %s lần chốt riêng đơn vị.", "Đã có %s lần chốt riêng đơn vị.", units) % units
        chosen = [("book", f"{ledger.value}:{year}") for ledger in still_open]
        query = urlencode([*chosen, ("closed", f"{today:%d/%m/%Y}"), ("unit", "")])
        day = date(year + 1, *CLOSING_DAY)
        if allowed:
            yield due(Column.MINE, title, f"/so/chot-so/them/?{query}", day, today, detail if units else "")
        elif day < today:
            yield Task(Column.WAITING, title, "", _("Chờ chuyên viên thi đua - khen thưởng"), since=day)


def milestones(plan: Plan, today: date) -> Iterator[Task]:
    """Milestones of the plan that come soon, or have just passed."""
    for one in due_dates(plan, today):
        if abs(one.days_left) <= SOON:
            yield due(Column.MINE, one.milestone.name, "/ke-hoach/#lich", one.day, today, one.milestone.clause)


def next_edition(plan: Plan, drafts: list[Plan], today: date) -> Iterator[Task]:
    """The period is over, and the edition that follows is still a draft."""
    if today <= plan.period.last_day or plan.status is PlanStatus.DRAFT:
        return
    for draft in drafts:
        title = _("Kế hoạch %s còn là bản nháp") % draft.period
        detail = (
            _("%s đã kết thúc. Khi có kế hoạch mới của Bộ, hãy đối chiếu và ban hành.") % str(plan.period).capitalize()
        )
        yield Task(Column.MINE, title, f"/ke-hoach/?ban={draft.code}", detail, since=plan.period.last_day)


def printer_to_install() -> Iterator[Task]:
    """While the machine has no LibreOffice, Word papers have no PDF."""
    if not office.is_there():
        yield Task(Column.MINE, _("Máy chủ chưa có LibreOffice"), "/tro-giup/quan-tri/", str(office.OfficeMissing()))


def accounts_to_arrange() -> Iterator[Task]:
    """Accounts without any role, and accounts for show whose password everybody knows."""
    active = User.objects.filter(is_active=True)
    if number := active.filter(grants=None).count():
        title = ngettext("%s tài khoản chưa có vai trò", "%s tài khoản chưa có vai trò", number) % number
        yield Task(Column.MINE, title, "/quan-tri/", _("Người đó đăng nhập được nhưng chưa xem được gì."))
    if number := active.filter(is_demo=True).count():
        title = ngettext("%s tài khoản dùng thử còn mở", "%s tài khoản dùng thử còn mở", number) % number
        yield Task(
            Column.MINE, title, "/quan-tri/", _("Mật khẩu của chúng ai cũng biết; hãy khóa trước khi dùng thật.")
        )
