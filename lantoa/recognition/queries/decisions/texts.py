"""The words that a decision begins with, from what the product knows: title, bases, one line."""

from datetime import date

from django.utils.translation import gettext as _

from lantoa.domain.nurture import Aim
from lantoa.domain.papers.bases import Topic
from lantoa.nomination.models import Round
from lantoa.nurture.queries.aims import in_words
from lantoa.papers.queries.bases import cited


def tier_words(edition: str, tier: str, year: int) -> str:
    """`Điển hình tiên tiến của Trường hằng năm, năm 2026`."""
    return in_words(Aim(edition, tier, year))


def title_of(of: Round, *, commends: bool = False) -> str:
    tier = tier_words(of.edition, of.tier, of.year)
    words = _("Về việc công nhận và khen thưởng %(tier)s") if commends else _("Về việc công nhận %(tier)s")
    return words % {"tier": tier[:1].lower() + tier[1:]}


def basis_of(of: Round, day: date) -> str:
    """The law of the day, the school's regulations, the plan, the round: what the office completes by hand."""
    council = _("Căn cứ kết quả bình xét của Hội đồng Thi đua - Khen thưởng tại «%(round)s»") % {"round": of.name}
    return "\n".join(f"{line.rstrip(';.')};" for line in cited(day, Topic.EMULATION, plan=of.edition, also=[council]))


def reference_of(number: int, suffix: str) -> str:
    """`05/QĐ-ĐHTT`: below ten with a zero (Decree 30/2020, annex I, II.3c)."""
    return f"{number:02}/{suffix}"


def of_day(reference: str, day: date | None) -> str:
    """`số 12/QĐ-ĐHTT ngày 15/01/2026`."""
    return _("số %(reference)s ngày %(day)s") % {"reference": reference, "day": f"{day:%d/%m/%Y}"} if day else reference
