"""The agenda of a meeting, and the pack that members read before it."""

from datetime import date
from itertools import count

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.council.models import Meeting, MeetingCase
from lantoa.council.queries.agenda import tier_of
from lantoa.council.queries.body import day_of
from lantoa.council.queries.minutes import moment
from lantoa.council.queries.pack import Dossier, cases_of, pack
from lantoa.council.queries.papers.meetings import among, finder_of, may_have, read, signed_by_chair, things_of
from lantoa.domain.papers import words
from lantoa.domain.papers.deciding import (
    AgendaCase,
    AgendaPaper,
    PackAnswer,
    PackCase,
    PackCriterion,
    PackObjection,
    PackPaper,
)
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.nomination.models import Objection, OfficeAnswer
from lantoa.papers.queries.letterheads import head, kept_by
from lantoa.papers.sources import NotReady, Source

ABBREVIATION = KINDS[PaperKind.AGENDA].abbreviation
SHELF = "CT"
PACK_SHELF = KINDS[PaperKind.PACK].abbreviation
VERDICTS = {"met": "đạt", "not_met": "không đạt", "unknown": "chưa rõ", "not_applicable": "không áp dụng"}


def always(_meeting: Meeting) -> str:
    """An agenda can be printed as soon as a meeting is called."""
    return ""


def agenda(key: str, _day: date) -> AgendaPaper:
    meeting = read(key, always)
    day = day_of(meeting)
    named = meeting.cases.select_related("nomination__subject", "nomination__unit__subject")
    return AgendaPaper(
        **head(day, ABBREVIATION, of_council=True) | signed_by_chair(meeting),
        subject=_("Họp %s") % meeting.council.name,
        recipients=words.recipients([_("Thành viên Hội đồng")], kept_by(day)),
        name=meeting.name,
        begins=moment(meeting.starts_at),
        venue=meeting.place,
        items=_items(meeting),
        guests="; ".join(line.strip() for line in meeting.guests.splitlines() if line.strip()),
        lines=tuple(_line(number, case) for number, case in zip(count(1), named.order_by("order", "pk"), strict=False)),
    )


def _items(meeting: Meeting) -> tuple[str, ...]:
    """What was written by hand, one a line; the customary order where nothing was."""
    written = tuple(line.strip() for line in meeting.agenda.splitlines() if line.strip())
    return written or (
        _("Tuyên bố lý do, kiểm tra điều kiện họp."),
        _("Trình bày tiêu chuẩn và hồ sơ từng trường hợp."),
        _("Thảo luận, bỏ phiếu, kiểm phiếu."),
        _("Kết luận, thông qua biên bản."),
    )


def _line(number: int, case: MeetingCase) -> AgendaCase:
    nomination = case.nomination
    return AgendaCase(
        number=str(number),
        name=nomination.subject.name,
        unit=nomination.unit.subject.name,
        tier=tier_of(nomination),
    )


def papers(key: str, _day: date) -> PackPaper:
    """Everything a member reads; NotReady as long as nobody is on the agenda."""
    meeting = read(key, always)
    found = pack(meeting, list(cases_of(meeting)), reader=None)
    if not found:
        raise NotReady(_("Chương trình họp chưa có trường hợp nào. Hãy đưa hồ sơ vào chương trình."))
    cases = tuple(_case(number, one) for number, one in enumerate(found, 1))
    return PackPaper(name=meeting.name, begins=moment(meeting.starts_at), venue=meeting.place, cases=cases)


def _case(number: int, one: Dossier) -> PackCase:
    nomination = one.case.nomination
    return PackCase(
        number=str(number),
        name=nomination.subject.name,
        unit=nomination.unit.subject.name,
        tier=one.tier,
        report=tuple(line.strip() for line in nomination.text.splitlines() if line.strip()),
        unit_vote=_unit_vote(one.case),
        criteria=tuple(
            PackCriterion(
                code=each.code,
                text=each.text,
                verdict=VERDICTS.get(each.verdict, ""),
                sentence=each.sentence,
            )
            for each in one.criteria
        ),
        verification=_verification(one.case),
        answers=tuple(_answer(office, said) for each in one.criteria for office, said in each.answers),
        notes=tuple(f"{said.name}, {said.position}: {said.text}" for said in one.statements),
        posting="" if one.objections else _("Không có ý kiến phản ánh trong thời gian công khai."),
        objections=tuple(map(_objection, one.objections)),
    )


def _answer(office: str, said: OfficeAnswer) -> PackAnswer:
    return PackAnswer(office=office, code=said.criterion, answer=str(said.get_answer_display()), grounds=said.grounds)


def _objection(one: Objection) -> PackObjection:
    """As members read it: what was objected is said once it was looked into."""
    if not one.summary:
        return PackObjection(outcome=_("đang xác minh, chưa kết luận"))
    return PackObjection(outcome=str(one.get_outcome_display()), summary=one.summary, findings=one.findings)


def _verification(case: MeetingCase) -> str:
    """As `cases_of` read it with the case."""
    ended = getattr(case, "verified_at", None)
    if ended is None:
        return _("không qua thẩm định ở bậc này, hoặc thẩm định chưa xong")
    words = (
        _("các lĩnh vực đều xác nhận đạt") if getattr(case, "is_clean", False) else getattr(case, "verified_words", "")
    )
    return _("%(words)s (ngày %(day)s)") % {"words": words, "day": f"{localdate(ended):%d/%m/%Y}"}


def _unit_vote(case: MeetingCase) -> str:
    """As `cases_of` read it with the case."""
    votes = [getattr(case, name, None) for name in ("unit_for", "unit_against", "unit_blank")]
    if None in votes:
        return ""
    said = dict(zip(("for", "against", "blank"), votes, strict=True))
    return _("%(for)s tán thành, %(against)s không tán thành, %(blank)s phiếu trắng") % said


AGENDA = Source(
    PaperKind.AGENDA, AgendaPaper, things_of(always, SHELF), finder_of(always, SHELF), agenda, may_have, among
)
PACK = Source(
    PaperKind.PACK, PackPaper, things_of(always, PACK_SHELF), finder_of(always, PACK_SHELF), papers, may_have, among
)
