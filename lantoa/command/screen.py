"""The command `screen`: everybody's verdicts, from a workbook alone or from the installed record book."""

from argparse import ArgumentTypeError
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lantoa import plans
from lantoa.command.books import print_errors
from lantoa.command.line import Parser, Refused, whole_number
from lantoa.command.results import WRITERS, Results
from lantoa.domain.plan import OutsidePlan, Plan, Tier
from lantoa.domain.reading import BadFile
from lantoa.domain.records import Kind, RecordBook
from lantoa.domain.verdict import Assessment, assess
from lantoa.register.books.findings import UnreadableBook
from lantoa.register.books.reading import read_book

REFUSED_ROWS = 2


def screen(argv: Sequence[str]) -> int:
    """Print or write the verdicts of one tier and year; 2 for a workbook with refused rows."""
    options = _parser().parse_args(argv)
    try:
        plan = plans.load(options.plan)
        tier = plan.tier(options.tier)
        year = plan.period.last_year if options.year is None else options.year
        plan.window(tier, year)
        book = _workbook(options.book) if options.book else _register()
    except (plans.UnknownPlan, OutsidePlan, BadFile, UnreadableBook) as error:
        raise Refused(str(error)) from error
    if book is None:
        return REFUSED_ROWS
    assessments = assess_everybody(plan, tier, year, book, options.as_of)
    results = Results(plan, tier, year, options.as_of, book, assessments, from_workbook=bool(options.book))
    WRITERS[options.format](results, options.output)
    return 0


def assess_everybody(
    plan: Plan, tier: Tier, year: int, book: RecordBook, as_of: date | None = None
) -> list[Assessment]:
    """The assessment of every subject of the tier on the reference date, people first."""
    day = as_of or plan.window(tier, year).last_day
    return [
        assess(plan, tier, year, book, subject, day)
        for kind in Kind
        if kind in tier.subjects
        for subject in book.subjects(kind, day)
    ]


def _parser() -> Parser:
    parser = Parser("screen", "Rà soát một sổ Excel, hoặc sổ đang dùng khi không nêu tệp.")
    parser.add_argument("book", nargs="?", type=Path, metavar="SỔ.xlsx", help="sổ Excel; bỏ trống: sổ đang dùng")
    parser.add_argument("--plan", default=plans.DEFAULT, metavar="MÃ", help=f"kế hoạch ({', '.join(plans.codes())})")
    parser.add_argument("--tier", required=True, metavar="BẬC", help="bậc điển hình, ví dụ school-annual")
    parser.add_argument("--year", type=whole_number, metavar="NĂM", help="năm xét; bỏ trống: năm cuối của kế hoạch")
    parser.add_argument("--as-of", type=_day, metavar="NGÀY", help="ngày xét, dạng 2024-12-31; bỏ trống: cuối năm xét")
    parser.add_argument("--format", choices=list(WRITERS), default="table", help="dạng kết quả")
    parser.add_argument("-o", "--output", type=Path, metavar="TỆP", help="viết ra tệp thay vì in ra màn hình")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"«{text}» không phải ngày dạng 2024-12-31") from error


def _workbook(path: Path) -> RecordBook | None:
    """The rows of a workbook; None when some are refused, each told in a line on standard error."""
    reading = read_book(path)
    print_errors(reading.errors)
    return None if reading.errors else reading.book


def _register() -> RecordBook:
    from lantoa.command.database import ready

    ready()
    from lantoa.register.queries.records import whole_book

    return whole_book()
