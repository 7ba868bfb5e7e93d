"""The desk and the progress of verification as Excel files."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.accounts.offices import offices
from lantoa.discovery.queries.sheets import written
from lantoa.domain.nurture import Aim
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification.answers import OfficeStanding, standing_of
from lantoa.nurture.queries.aims import in_words

CHUNK = 500


def desk_file(nominations: QuerySet[Nomination], office: str) -> BytesIO:
    """One row a criterion of the office, so that the grounds can be read and sorted."""
    headings = [*_about(), (_("Tiêu chí"), 12), (_("Ý kiến"), 18), (_("Căn cứ"), 60), (_("Người ghi"), 24)]
    return written(_("Thẩm định"), headings, _desk_rows(nominations, office), still=2)


def progress_file(nominations: QuerySet[Nomination]) -> BytesIO:
    """One row a dossier, one column an office."""
    known = offices()
    headings = [*_about(), *((name, 18) for _code, name in known)]
    return written(_("Tiến độ thẩm định"), headings, _progress_rows(nominations, known), still=2)


def _about() -> list[tuple[str, int]]:
    return [
        (_("Mã"), 12),
        (_("Ai, tập thể nào"), 28),
        (_("Đơn vị"), 28),
        (_("Bậc"), 44),
        (_("Bước"), 16),
        (_("Gửi ngày"), 12),
    ]


def _texts(one: Nomination) -> list[str]:
    return [
        one.subject.code,
        one.subject.name,
        one.unit.subject.name,
        in_words(Aim(one.edition, one.tier, one.year)),
        one.get_stage_display(),
        f"{localtime(one.sent_at):%d/%m/%Y}" if one.sent_at else "",
    ]


def _with_answers(nominations: QuerySet[Nomination]) -> Iterator[tuple[Nomination, list[OfficeStanding]]]:
    """Some hundreds at a time, each lot with its answers in one query."""
    found = list(nominations)
    for start in range(0, len(found), CHUNK):
        lot = found[start : start + CHUNK]
        standings = standing_of(lot)
        yield from ((one, standings[one.pk]) for one in lot)


def _desk_rows(nominations: QuerySet[Nomination], office: str) -> Iterable[list[str]]:
    for one, standings in _with_answers(nominations):
        for standing in standings:
            for criterion, answer in standing.rows if standing.office.code == office else ():
                said = [answer.get_answer_display(), answer.grounds, str(answer.said_by)] if answer else ["", "", ""]
                yield [*_texts(one), criterion.code, *said]


def _progress_rows(nominations: QuerySet[Nomination], known: list[tuple[str, str]]) -> Iterable[list[str]]:
    for one, standings in _with_answers(nominations):
        by_code = {standing.office.code: standing for standing in standings}
        yield [*_texts(one), *(_in_words(by_code.get(code)) for code, _name in known)]


def _in_words(standing: OfficeStanding | None) -> str:
    """Như «2/3», «đạt», «SA-I1: không đạt»; nothing where the office is not asked."""
    if standing is None:
        return ""
    if standing.doubts:
        return ", ".join(str(answer) for answer in standing.doubts)
    return _("đạt") if standing.is_complete else f"{standing.given}/{len(standing.rows)}"
