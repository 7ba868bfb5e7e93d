"""The submission of the Council to the Principal: those whom a meeting recommends, with their votes and reports."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import Meeting, MeetingCase
from lantoa.council.queries.agenda import tier_of
from lantoa.council.queries.body import day_of
from lantoa.council.queries.papers.meetings import (
    among,
    finder_of,
    may_have,
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
from lantoa.papers.queries.bases import cited
from lantoa.papers.queries.letterheads import head, kept_by, letterhead_on
from lantoa.papers.sources import NotReady, Source

SHELF = KINDS[PaperKind.SUBMISSION_TO_PRINCIPAL].abbreviation
ON_THE_WAY = ("recommended", "submitted", "recognised")


def submission(key: str, _day: date) -> SubmittingPaper:
    """Counted, listed and reported alike; NotReady when the three differ."""
    meeting = read(key, not_held)
    found = [one for one in results(meeting, _recommended(meeting)) if _is_ours(one.case)]
    _insist_on_numbers(found)
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


def _recommended(meeting: Meeting) -> QuerySet[MeetingCase]:
    named = meeting.cases.select_related("nomination__subject", "nomination__unit__subject")
    return named.filter(outcome=MeetingCase.Outcome.RECOMMEND).order_by("order", "pk")


def _is_ours(case: MeetingCase) -> bool:
    """Whether the Principal decides on the tier: others go up to the Ministry."""
    nomination = case.nomination
    return not plans.load(nomination.edition).procedure.path(nomination.tier).proposed_from


def _insist_on_numbers(found: list[CaseResult]) -> None:
    """As many on the list as the minutes recommend, a report for each."""
    if not found:
        raise NotReady(_("Phiên họp không đề nghị ai ở bậc do Hiệu trưởng quyết định nên không có tờ trình."))
    gone = [one.case.nomination for one in found if one.case.nomination.stage not in ON_THE_WAY]
    bare = [one.case.nomination for one in found if not one.case.nomination.text.strip()]
    said = {"recommended": len(found), "listed": len(found) - len(gone), "reports": len(found) - len(bare)}
    if gone or bare:
        names = ", ".join(dict.fromkeys(one.subject.name for one in [*gone, *bare]))
        raise NotReady(
            _(
                "Số lượng không khớp: biên bản đề nghị %(recommended)s, danh sách còn %(listed)s, "
                "báo cáo thành tích %(reports)s. Hãy xem lại hồ sơ của: %(names)s."
            )
            % {**said, "names": names}
        )


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
    things_of(not_held, SHELF),
    finder_of(not_held, SHELF),
    submission,
    may_have,
    among,
)
