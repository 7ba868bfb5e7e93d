"""Phiếu thẩm định: each criterion as the records say it and as its office answered, and how verification ended."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.nominating import CheckedLine, OfficePart, VerificationPaper
from lantoa.domain.plan import Criterion
from lantoa.nomination.models import Nomination, OfficeAnswer, VerificationEnd
from lantoa.nomination.queries.dossier import aim_in_words
from lantoa.nomination.queries.listing import VERDICTS
from lantoa.nomination.queries.papers.naming import file_of, nomination_of, nominations, numbers
from lantoa.nomination.queries.papers.nominee_list import vote_in_words
from lantoa.nomination.queries.reading import READ_ALL
from lantoa.nomination.queries.unit_meetings import meeting_vote
from lantoa.nomination.queries.verification.answers import OfficeStanding, standing
from lantoa.papers.queries.letterheads import head, kept_by
from lantoa.papers.sources import NotReady, Source, Thing, all_or_none

KIND = PaperKind.VERIFICATION_SHEET


def things(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    """Of dossiers that were sent, for those who read every criterion."""
    if not actor.roles & READ_ALL:
        return []
    places = numbers(round_id)
    found = nominations(actor, round_id).filter(sent_at__isnull=False)
    return [_thing(one, places[one.pk], place) for place, one in enumerate(found, 1)]


def find(key: str) -> Thing | None:
    one = nomination_of(key)
    if one is None or one.sent_at is None:
        return None
    return _thing(one, numbers(one.round_id)[one.pk], 0)


def contents(key: str, day: date) -> VerificationPaper:
    one = nomination_of(key)
    if one is None or one.sent_at is None:
        raise NotReady(_("Hồ sơ chưa gửi nên chưa có gì để thẩm định."))
    kept: dict[str, dict[str, Any]] = {row["criterion"]: row for row in one.verdict.get("findings", [])}
    end = VerificationEnd.objects.filter(nomination=one, reopened_at=None).first()
    return VerificationPaper(
        **head(day, KINDS[KIND].abbreviation),
        subject=_("Hồ sơ của %s") % one.subject,
        recipients=words.recipients([_("Hội đồng Thi đua - Khen thưởng")], kept_by(day)),
        name=one.subject.name,
        unit=one.unit.subject.name,
        tier=aim_in_words(one),
        received=f"{localtime(one.sent_at):%d/%m/%Y}",
        unit_vote=vote_in_words(meeting_vote(one)),
        parts=tuple(_part(office, kept) for office in standing(one)),
        conclusion=_conclusion(end),
        remarks=end.words if end else "",
    )


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    answer = may(actor, Deed.SEE_PAPERS, Case())
    if answer and not actor.roles & READ_ALL:
        return Refused(_("Phiếu thẩm định dành cho chuyên viên, Hội đồng và Hiệu trưởng."))
    return answer


SOURCE = Source(KIND, VerificationPaper, things, find, contents, may_have, all_or_none(may_have))


def _thing(one: Nomination, number: int, place: int) -> Thing:
    sent = localtime(one.sent_at).date() if one.sent_at else date(one.year, 12, 31)
    return Thing(
        key=str(one.pk),
        words=f"{one.subject}, {one.unit}",
        day=(one.round.verify_by if one.round else None) or sent,
        file_name=file_of(one, number, "phieu-tham-dinh"),
        round=one.round_id,
        place=place,
    )


def _part(found: OfficeStanding, kept: dict[str, dict[str, Any]]) -> OfficePart:
    said = [answer for _criterion, answer in found.rows if answer is not None]
    speakers = dict.fromkeys(f"{one.said_by}, {localtime(one.said_at):%d/%m/%Y}" for one in said)
    lines = tuple(_line(criterion, answer, kept.get(criterion.code, {})) for criterion, answer in found.rows)
    return OfficePart(office=found.office.name, speaker="; ".join(speakers), lines=lines)


def _line(criterion: Criterion, answer: OfficeAnswer | None, kept: dict[str, Any]) -> CheckedLine:
    verdict = kept.get("verdict", "")
    return CheckedLine(
        code=criterion.code,
        text=criterion.text,
        machine=str(VERDICTS.get(verdict, _("không áp dụng") if verdict else "")),
        sentence=kept.get("sentence", ""),
        answer=answer.get_answer_display() if answer else "",
        grounds=answer.grounds if answer else "",
    )


def _conclusion(end: VerificationEnd | None) -> str:
    if end is None:
        return _("Chưa kết luận")
    day = f"{localtime(end.ended_at):%d/%m/%Y}"
    said = _("Mọi tiêu chuẩn được trả lời là đạt") if end.is_clean else _("Còn ý kiến khác, có lời ghi")
    return _("%(said)s (%(who)s, %(day)s)") % {"said": said, "who": end.ended_by, "day": day}
