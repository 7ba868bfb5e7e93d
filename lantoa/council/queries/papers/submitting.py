"""The submission of the Council to the Principal: those whom a meeting recommends, with their votes and reports."""

from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import Meeting, MeetingCase
from lantoa.council.queries.agenda import tier_of
from lantoa.council.queries.body import day_of
from lantoa.council.queries.papers.meetings import (
    among,
    finder_of,
    may_have,
    meetings,
    not_held,
    read,
    signed_by_chair,
    things_of,
)
from lantoa.council.queries.polls.results import CaseResult, results
from lantoa.domain.papers import words
from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.deciding import ListedLine, SubmittingPaper
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.records import Kind
from lantoa.nomination.models import Nomination
from lantoa.papers.queries.bases import cited
from lantoa.papers.queries.letterheads import head, kept_by, letterhead_on
from lantoa.papers.sources import Source

SHELF = KINDS[PaperKind.SUBMISSION_TO_PRINCIPAL].abbreviation
ON_THE_WAY = ("recommended", "submitted", "recognised")


def submission(key: str, _day: date) -> SubmittingPaper:
    """Counted, listed and reported alike; NotReady when the three differ."""
    meeting = read(key, missing, with_recommended)
    found = results(meeting, _ours(meeting))
    day = day_of(meeting)
    office = letterhead_on(day)
    tier = "; ".join(dict.fromkeys(_lowered(tier_of(one.case.nomination)) for one in found))
    given = head(day, SHELF, of_council=True) | signed_by_chair(meeting)
    collectives = sum(one.case.nomination.subject.kind == Kind.COLLECTIVE.value for one in found)
    minutes = _("Biên bản họp %(council)s ngày %(day)s") % {"council": office.council, "day": f"{day:%d/%m/%Y}"}
    said = {"number": given["number"], "notation": given["notation"], "day": given["date"], "council": office.council}
    return SubmittingPaper(
        **given,
        subject=_("Về việc công nhận %s") % tier,
        bases=cited(day, Topic.EMULATION, plan=found[0].case.nomination.edition, also=[_("Căn cứ %s") % minutes]),
        recipients=words.recipients([_("Như trên")], kept_by(day)),
        addressees=(f"{office.position} {office.issuer}",),
        counts=words.counts(collectives, len(found) - collectives),
        reports=words.count(len(found)),
        tier=tier,
        minutes=minutes,
        list_name=(_("Danh sách đề nghị công nhận %s") % tier).upper(),
        attached=_("(Kèm theo Tờ trình số %(number)s/%(notation)s %(day)s của %(council)s)") % said,
        lines=tuple(_line(number, one) for number, one in enumerate(found, 1)),
    )


def with_recommended() -> QuerySet[Meeting]:
    """Meetings, each with the cases that it recommends."""
    named = MeetingCase.objects.select_related("nomination__subject", "nomination__unit__subject")
    found = named.filter(outcome=MeetingCase.Outcome.RECOMMEND).defer("nomination__verdict").order_by("order", "pk")
    return meetings().prefetch_related(Prefetch("cases", found, to_attr="recommended"))


def missing(meeting: Meeting) -> str:
    """Before it was held; nobody to submit; other numbers in the minutes, on the list and in the reports."""
    if why := not_held(meeting):
        return why
    nominations = [case.nomination for case in _ours(meeting)]
    if not nominations:
        return _("Phiên họp không đề nghị ai ở bậc do Hiệu trưởng quyết định nên không có tờ trình.")
    gone = [one for one in nominations if one.stage not in ON_THE_WAY]
    bare = [one for one in nominations if not one.text.strip()]
    if not gone and not bare:
        return ""
    said = {
        "recommended": len(nominations),
        "listed": len(nominations) - len(gone),
        "reports": len(nominations) - len(bare),
        "names": ", ".join(dict.fromkeys(one.subject.name for one in [*gone, *bare])),
    }
    words = _(
        "Số lượng không khớp: biên bản đề nghị %(recommended)s, danh sách còn %(listed)s, "
        "báo cáo thành tích %(reports)s. Hãy xem lại hồ sơ của: %(names)s."
    )
    return words % said


def _ours(meeting: Meeting) -> list[MeetingCase]:
    """Of a tier that the Principal decides on: others go up to the Ministry."""
    found: list[MeetingCase] = getattr(meeting, "recommended", [])
    return [one for one in found if not _goes_up(one.nomination)]


def _goes_up(nomination: Nomination) -> bool:
    return bool(plans.load(nomination.edition).procedure.path(nomination.tier).proposed_from)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _line(number: int, one: CaseResult) -> ListedLine:
    nomination = one.case.nomination
    is_unit = nomination.unit.subject_id == nomination.subject_id
    return ListedLine(
        number=str(number),
        name=nomination.subject.name,
        unit="" if is_unit else nomination.unit.subject.name,
        tier=tier_of(nomination),
        vote=one.last.result.words if one.last else "",
    )


SUBMISSION_TO_PRINCIPAL = Source(
    PaperKind.SUBMISSION_TO_PRINCIPAL,
    SubmittingPaper,
    things_of(missing, SHELF, with_recommended),
    finder_of(missing, SHELF, with_recommended),
    submission,
    may_have,
    among,
)
