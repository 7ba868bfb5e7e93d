"""Writing a record book row by row, each with its place in a workbook."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

from lantoa.domain.calendar import PartialDate
from lantoa.domain.law import Catalogue
from lantoa.domain.records import (
    Attestation,
    Award,
    AwardStatus,
    Closing,
    Hold,
    Initiative,
    Ledger,
    Level,
    Origin,
    Person,
    Post,
    Rating,
    Recognition,
    RecordBook,
    Sanction,
    Unit,
)


def day(text: str) -> PartialDate | None:
    return PartialDate.read(text) if text else None


class Pen:
    """Writes rows into a book; people get their codes in the order of their coming."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.book = RecordBook()
        self._catalogue = catalogue
        self._rows: Counter[str] = Counter()

    def unit(
        self, code: str, name: str, parent: str | None, since: PartialDate | None, until: PartialDate | None
    ) -> None:
        self.book.units[code] = Unit(code, name, parent, since, until, self._place("Đơn vị"))

    def person(self, name: str, sex: str, born: PartialDate, employment: str) -> str:
        code = f"CB{len(self.book.people) + 1:03}"
        self.book.people[code] = Person(code, name, self._place("Cán bộ"), sex, born, employment)
        return code

    def post(
        self,
        person: str,
        unit: str,
        position: str,
        *,
        since: PartialDate | None,
        until: PartialDate | None = None,
        is_head: bool = False,
    ) -> None:
        self.book.posts.append(Post(person, unit, position, is_head, since, until, self._place("Công tác")))

    def end(self, post: Post, until: PartialDate | None) -> None:
        """The post ended on that day, included."""
        self.book.posts[self.book.posts.index(post)] = replace(post, until=until)

    def posts_in(self, unit: str) -> list[Post]:
        return [post for post in self.book.posts if post.unit == unit]

    def holders(self, *, is_head: bool) -> dict[str, Post]:
        """Of every unit the first post of a head, or the first one below the head."""
        posts: dict[str, Post] = {}
        for post in self.book.posts:
            if post.is_head is is_head:
                posts.setdefault(post.unit, post)
        return posts

    def rating(self, subject: str, year: int, grade: str) -> None:
        self.book.ratings.append(Rating(subject, year, grade, self._place("Xếp loại")))

    def award(
        self, subject: str, year: int, text: str, level: Level | None = None, *, is_awarded: bool = True, **more: Any
    ) -> None:
        """A ladder title in any written form, or another commendation with its level."""
        title = self._catalogue.title(text)
        of = level or (title.level if title else Level.SCHOOL)
        status = AwardStatus.AWARDED if is_awarded else AwardStatus.ELIGIBLE
        code = title.code if title else ""
        self.book.awards.append(Award(subject, year, text, code, of, status, self._place("Khen thưởng"), **more))

    def sanction(self, person: str, form: str, effective: str, decision: str, **more: Any) -> None:
        on = PartialDate.read(effective)
        row = Sanction(person, form, on, self._place("Kỷ luật"), decision=decision, **more)
        self.book.sanctions.append(row)

    def initiative(self, person: str, year: int, name: str, level: str, decision: str) -> None:
        self.book.initiatives.append(Initiative(person, year, name, self._place("Sáng kiến"), level, decision))

    def recognition(self, subject: str, tier: str, year: int, decision: str, decided: str) -> None:
        on = PartialDate.read(decided)
        self.book.recognitions.append(Recognition(subject, tier, year, self._place("Công nhận"), decision, on))

    def attestation(self, subject: str, criterion: str, year: int, *, passed: bool, grounds: str, by: str) -> None:
        row = Attestation(subject, criterion, year, passed, self._place("Xác nhận"), grounds, by)
        self.book.attestations.append(row)

    def hold(self, subject: str, reason: str, since: str, until: str = "") -> None:
        self.book.holds.append(Hold(subject, reason, PartialDate.read(since), day(until), self._place("Tạm hoãn")))

    def closing(self, ledger: Ledger, year: int, closed: str, unit: str | None = None) -> None:
        on = PartialDate.read(closed)
        self.book.closings.append(Closing(ledger, year, unit, on, self._place("Chốt sổ")))

    @staticmethod
    def day_after(when: PartialDate | None) -> PartialDate | None:
        return PartialDate.of(when.last_day + timedelta(days=1)) if when else None

    @staticmethod
    def day_before(when: PartialDate | None) -> PartialDate | None:
        return PartialDate.of(when.first_day - timedelta(days=1)) if when else None

    def _place(self, sheet: str) -> Origin:
        self._rows[sheet] += 1
        return Origin(sheet, self._rows[sheet] + 1)
