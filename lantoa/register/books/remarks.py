"""What is odd about a book and refuses nothing (`workbook.md`, warnings)."""

from collections.abc import Iterator

from lantoa import plans
from lantoa.domain.calendar import PartialDate
from lantoa.domain.law import Term
from lantoa.domain.records import Award, Origin, Recognition, RecordBook
from lantoa.domain.vietnamese import match_key
from lantoa.register.books.findings import Remark
from lantoa.register.books.rules import NOTHING, OnFile

# How the names of commendations begin (Law 06/2022/QH15 art. 9); anything else may be a misspelt title.
FORMS = (
    "giấy khen", "bằng khen", "huân chương", "huy chương", "kỷ niệm chương", "huy hiệu", "giải thưởng", "danh hiệu",
    "thư khen", "cờ", "anh hùng", "nhà giáo", "thầy thuốc", "nghệ nhân", "nghệ sĩ", "chứng nhận", "giải", "biểu dương",
)  # fmt: skip
KNOWN_FORMS = tuple(f"{match_key(form)} " for form in FORMS)


def remarks_on(book: RecordBook, on_file: OnFile = NOTHING) -> list[Remark]:
    """Every remark on the good rows of a book."""
    return [
        *_posts_outside_their_units(book),
        *_early_decisions(book),
        *_decisions_of_several_years(book),
        *_people_without_post(book, on_file),
        *_unknown_titles(book),
        *_titles_before_the_law(book),
        *_sanctions_not_in_force(book),
    ]


def _remark(origin: Origin, column: str, value: object, note: str) -> Remark:
    return Remark(origin.sheet, origin.row, column, str(value), note)


def _posts_outside_their_units(book: RecordBook) -> Iterator[Remark]:
    for post in book.posts:
        unit = book.units.get(post.unit)
        if unit is None or post.since is None:
            continue
        if unit.since and post.since.last_day < unit.since.first_day:
            yield _remark(post.origin, "Từ ngày", post.since, f"trước ngày thành lập của {unit.code} ({unit.since})")
        elif unit.until and (post.until is None or post.until.first_day > unit.until.last_day):
            until = post.until or "đến nay"
            yield _remark(post.origin, "Đến ngày", until, f"sau ngày kết thúc của {unit.code} ({unit.until})")


def _early_decisions(book: RecordBook) -> Iterator[Remark]:
    rows: list[Award | Recognition] = [*book.awards, *book.recognitions]
    for row in rows:
        if row.decided and row.decided.year < row.year:
            yield _remark(row.origin, "Ngày quyết định", row.decided, f"trước năm được khen ({row.year})")


def _decisions_of_several_years(book: RecordBook) -> Iterator[Remark]:
    first_rows: dict[tuple[str, object], Award] = {}
    for award in book.awards:
        if not award.decision or not award.decided:
            continue
        first = first_rows.setdefault((award.decision, award.decided), award)
        if first.year != award.year:
            note = f"cùng số và ngày với dòng {first.origin.row}, nhưng dòng ấy của năm {first.year}"
            yield _remark(award.origin, "Số quyết định", award.decision, note)


def _people_without_post(book: RecordBook, on_file: OnFile) -> Iterator[Remark]:
    for person in book.people.values():
        if person.code not in book.posts_of and person.code not in on_file.kinds:
            yield _remark(person.origin, "Mã", person.code, "chưa có dòng nào ở sheet Công tác")


def _unknown_titles(book: RecordBook) -> Iterator[Remark]:
    for award in book.awards:
        if not award.title and not f"{match_key(award.text)} ".startswith(KNOWN_FORMS):
            note = "không phải danh hiệu hay hình thức đã biết; được ghi nhưng không tính là danh hiệu"
            yield _remark(award.origin, "Danh hiệu, hình thức", award.text, note)


def _titles_before_the_law(book: RecordBook) -> Iterator[Remark]:
    titles = plans.catalogue().titles
    for award in book.awards:
        awarded = award.decided or PartialDate(award.year)
        if award.title and (note := _not_in_force(titles[award.title].term, awarded)):
            yield _remark(award.origin, "Danh hiệu, hình thức", award.text, note)


def _sanctions_not_in_force(book: RecordBook) -> Iterator[Remark]:
    forms = plans.catalogue().sanctions
    for sanction in book.sanctions:
        if note := _not_in_force(forms[sanction.form], sanction.effective):
            yield _remark(sanction.origin, "Hình thức", forms[sanction.form].name, note)


def _not_in_force(term: Term, when: PartialDate) -> str:
    """Why the law does not have that word on that day, or on any day that may be meant; empty when it has."""
    if term.since and when.last_day < term.since:
        return f"chỉ có trong pháp luật từ {term.since:%d/%m/%Y} ({term.source})"
    if term.until and when.first_day > term.until:
        return f"không còn trong pháp luật sau {term.until:%d/%m/%Y} ({term.source})"
    return ""
