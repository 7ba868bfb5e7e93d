"""Letters to those who were not recognised: who concluded what, why, and where to object."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import MeetingCase
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers import words
from lantoa.domain.papers.deciding import ReplyPaper
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.records import Kind
from lantoa.domain.stages import NominationStage
from lantoa.domain.verdict import Verdict
from lantoa.nomination.models import Nomination
from lantoa.papers.models import Letterhead
from lantoa.papers.queries.letterheads import head, kept_by, letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing, all_or_none
from lantoa.recognition.models import DecisionItem
from lantoa.recognition.queries.decisions.texts import tier_words

SHELF = KINDS[PaperKind.NOT_RECOGNISED].abbreviation
REFUSED = (NominationStage.NOT_RECOMMENDED, NominationStage.STRUCK, NominationStage.NOT_RECOGNISED)
LONGEST_KEY = 18


def refused() -> QuerySet[Nomination]:
    """Those of rounds about whom the Council, the Principal or the Minister said no."""
    found = Nomination.objects.filter(stage__in=[one.value for one in REFUSED], round__isnull=False)
    return found.select_related("subject", "unit__subject", "round").order_by("pk")


def things(actor: Actor, of_round: int | None) -> Iterable[Thing]:
    if not may_have(actor, ""):
        return []
    asked = refused() if of_round is None else refused().filter(round=of_round)
    return [_thing(one, place) for place, one in enumerate(asked, 1)]


def find(key: str) -> Thing | None:
    one = refused().filter(pk=_number(key)).first()
    return _thing(one, 0) if one else None


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, Case())


def contents(key: str, day: date) -> ReplyPaper:
    one = refused().filter(pk=_number(key)).first()
    if one is None:
        raise NotReady(_("Không có đề cử này, hoặc đề cử không thuộc diện chưa được công nhận."))
    office, unit = letterhead_on(day), one.unit.subject.name
    tier = tier_words(one.edition, one.tier, one.year)
    tier = tier[:1].lower() + tier[1:]
    is_person = one.subject.kind == Kind.INDIVIDUAL.value
    return ReplyPaper(
        **head(day, SHELF) | {"notation": f"{office.abbreviation}-{office.office}"},
        subject=_("trả lời kết quả xét công nhận %s") % tier,
        recipients=words.recipients([_("Như trên"), *([unit] if is_person else [])], kept_by(day)),
        addressees=(_("Ông/Bà %(name)s, %(unit)s") % {"name": one.subject.name, "unit": unit},)
        if is_person
        else (one.subject.name,),
        name=one.subject.name,
        tier=tier,
        outcome=_outcome(one),
        reason=one.reason.rstrip("."),
        unmet=tuple(_unmet(one)),
        complaint=_complaint(one),
        ways=tuple(_ways(office)),
        settling=_settling(one, office.issuer),
    )


def _outcome(one: Nomination) -> str:
    """Who said no, and on which day."""
    if one.stage == NominationStage.NOT_RECOMMENDED.value:
        cases = one.meeting_cases.filter(outcome=MeetingCase.Outcome.NOT_RECOMMEND).select_related("meeting__council")
        case = cases.order_by("-pk").first()
        council = case.meeting.council.name if case else _("Hội đồng")
        on = localdate(case.meeting.opened_at or case.meeting.starts_at) if case else None
        return _said(_("%s chưa đề nghị công nhận") % council, on)
    if one.stage == NominationStage.STRUCK.value:
        item = one.decision_items.filter(state=DecisionItem.State.STRUCK).order_by("-pk").first()
        on = localdate(item.judged_at) if item and item.judged_at else None
        return _said(_("Hiệu trưởng chưa quyết định công nhận"), on)
    answered = one.submission_items.select_related("submission").order_by("-pk").first()
    by = plans.load(one.edition).tier(one.tier).recognised_by
    return _said(_("%s chưa quyết định công nhận") % by, answered.submission.decided if answered else None)


def _said(what: str, on: date | None) -> str:
    return _("%(what)s (ngày %(day)s)") % {"what": what, "day": f"{on:%d/%m/%Y}"} if on else what


def _unmet(one: Nomination) -> Iterator[str]:
    """The criteria that were not met when the dossier was sent, each with what was found."""
    findings: list[dict[str, Any]] = one.verdict.get("findings", [])
    for finding in findings:
        if finding["verdict"] == Verdict.NOT_MET.code:
            yield f"{finding['text'].rstrip('.;')}: {finding['sentence'].rstrip('.;')}"


def _complaint(one: Nomination) -> str:
    return _(
        "Trường hợp không nhất trí với kết quả này, %(name)s có quyền kiến nghị, khiếu nại trong thời hạn %(days)s "
        "ngày kể từ ngày nhận được Công văn này, bằng một trong các cách"
    ) % {"name": one.subject.name, "days": plans.load(one.edition).procedure.complaint_within}


def _ways(office: Letterhead) -> Iterator[str]:
    """In writing; and in the product, where it knows its own address."""
    said = {"office": office.office, "issuer": office.issuer}
    yield _("Gửi đơn về %(issuer)s (bộ phận thường trực: %(office)s), trực tiếp hoặc qua bưu chính") % said
    if settings.HOME_ADDRESS:
        yield _("Gửi đơn trên phần mềm tại địa chỉ %s") % f"{settings.HOME_ADDRESS}{reverse('complaints')}"


def _settling(one: Nomination, issuer: str) -> str:
    procedure = plans.load(one.edition).procedure
    said = {
        "issuer": issuer,
        "accept": procedure.complaint_accept,
        "settle": procedure.complaint_settle,
        "complex": procedure.complaint_settle_complex,
        "source": procedure.sources["complaints"],
    }
    return (
        _(
            "%(issuer)s thông báo việc thụ lý trong %(accept)s ngày kể từ ngày nhận đơn và giải quyết trong "
            "%(settle)s ngày kể từ ngày thụ lý, vụ việc phức tạp không quá %(complex)s ngày (%(source)s)"
        )
        % said
    )


def _thing(one: Nomination, place: int) -> Thing:
    return Thing(
        key=f"refused:{one.pk}",
        words=f"{one.subject.name}, {one.get_stage_display()}",
        day=localdate(one.sent_at or one.made_at),
        file_name=file_name(one.tier, one.year, SHELF, one.pk, one.subject.name),
        unit=one.unit.subject.code,
        round=one.round_id,
        place=place,
    )


def _number(key: str) -> int:
    """The nomination's key; no nomination has 0."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "refused" and number.isdecimal() and len(number) < LONGEST_KEY else 0


NOT_RECOGNISED = Source(PaperKind.NOT_RECOGNISED, ReplyPaper, things, find, contents, may_have, all_or_none(may_have))
