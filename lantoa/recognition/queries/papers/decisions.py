"""Decisions as things that papers are made of, and what every decision on paper begins and ends with."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import CharField, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers import words
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.signing import signing
from lantoa.domain.records import Kind
from lantoa.domain.stages import DecisionStage
from lantoa.papers.queries.letterheads import head, kept_by, letterhead_on
from lantoa.papers.sources import NOTHING, NotReady, Thing
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.recognition.queries.decisions.lists import WORKING

ANYWHERE = Case()
SCHOOL = "school-annual"
LONGEST_KEY = 18
ABBREVIATION = KINDS[PaperKind.RECOGNITION].abbreviation


def decisions(*kinds: str) -> QuerySet[Decision]:
    """Those that stand or may come to stand, each with the lines on its list."""
    listed = DecisionItem.objects.filter(state=DecisionItem.State.LISTED).select_related(
        "subject", "reward", "original", "recognition"
    )
    found = Decision.objects.filter(kind__in=kinds).exclude(stage=DecisionStage.DROPPED.value)
    named = found.select_related("round", "number__series", "about").order_by("pk")
    return named.prefetch_related(Prefetch("items", listed.order_by("pk"), to_attr="listed"))


def lines_of(decision: Decision) -> list[DecisionItem]:
    """The lines on the list of a decision that `decisions` read, in their lasting order."""
    found: list[DecisionItem] = getattr(decision, "listed", [])
    return found


def things_of(
    found: Callable[[], QuerySet[Decision]], missing: Callable[[Decision], str]
) -> Callable[[Actor, int | None], Iterable[Thing]]:
    """What `Source.things` asks; who works on no decision gets what was issued."""

    def things(actor: Actor, of_round: int | None) -> list[Thing]:
        if not may(actor, Deed.SEE_PAPERS, ANYWHERE):
            return []
        asked = found() if of_round is None else found().filter(round=of_round)
        if not _works(actor):
            asked = asked.filter(stage=DecisionStage.ISSUED.value)
        return [thing_of(one, place, missing(one)) for place, one in enumerate(asked, 1)]

    return things


def finder_of(
    found: Callable[[], QuerySet[Decision]], missing: Callable[[Decision], str]
) -> Callable[[str], Thing | None]:
    """What `Source.find` asks."""

    def find(key: str) -> Thing | None:
        decision = found().filter(pk=_number(key)).first()
        return thing_of(decision, 0, missing(decision)) if decision else None

    return find


def read(found: QuerySet[Decision], key: str, missing: Callable[[Decision], str]) -> Decision:
    """The decision of that key; NotReady when its paper cannot be made."""
    decision = found.filter(pk=_number(key)).first()
    if decision is None:
        raise NotReady(_("Không có quyết định này. Hãy mở lại danh sách giấy tờ của đợt xét."))
    if why := missing(decision):
        raise NotReady(why)
    return decision


def may_have(actor: Actor, key: str) -> Allowed | Refused:
    """A draft is for those who work on decisions, what was issued for everybody who sees papers."""
    answer = may(actor, Deed.SEE_PAPERS, ANYWHERE)
    issued = Decision.objects.filter(pk=_number(key), stage=DecisionStage.ISSUED.value)
    if isinstance(answer, Refused) or _works(actor) or issued.exists():
        return answer
    return Refused(_("Quyết định chưa ban hành: chỉ người dự thảo, phê duyệt, ban hành được lấy bản dự thảo."))


def among(actor: Actor) -> Q:
    """What `may_have` says, of all papers about decisions."""
    if not may(actor, Deed.SEE_PAPERS, ANYWHERE):
        return NOTHING
    if _works(actor):
        return Q()
    issued = Decision.objects.filter(stage=DecisionStage.ISSUED.value).order_by()
    keys = issued.annotate(paper_key=Concat(Value("decision:"), Cast("pk", CharField())))
    return Q(key__in=keys.values("paper_key"))


def thing_of(one: Decision, place: int, missing: str) -> Thing:
    day = day_of(one)
    tier, year = (one.round.tier, one.round.year) if one.round else (SCHOOL, day.year)
    return Thing(
        key=f"decision:{one.pk}",
        words=f"{one.reference}: {one.title}" if one.reference else one.title,
        day=day,
        file_name=file_name(tier, year, ABBREVIATION.replace("Đ", "D"), one.pk, one.title),
        round=one.round_id,
        place=place,
        missing=missing,
    )


def day_of(decision: Decision) -> date:
    return decision.decided_on or localdate(decision.made_at)


def headed(decision: Decision, bases: Sequence[str], recipients: Sequence[str]) -> dict[str, Any]:
    """Arguments of any decision on paper: number, day and signer once it is issued, blanks before that."""
    day = day_of(decision)
    taken = decision.number
    given = head(day, ABBREVIATION, number=taken.number if taken else None, dated=decision.decided_on)
    office = letterhead_on(day)
    if taken is not None:
        signed = signing(decision.signer, office.position)
        given |= {"notation": taken.series.suffix, "authority": signed.authority, "position": signed.position}
        given |= {"signer": signed.signer or given["signer"]}
    return given | {
        "subject": decision.title,
        "bases": words.bases(tuple(bases)),
        "recipients": words.recipients(tuple(recipients), kept_by(day)),
        "competence": f"{office.position} {office.issuer}".upper(),
        "effective": _effective(decision),
    }


def counted(lines: Sequence[DecisionItem]) -> str:
    collectives = sum(line.subject.kind == Kind.COLLECTIVE.value for line in lines)
    return words.counts(collectives, len(lines) - collectives)


def attached_to(decision: Decision, given: dict[str, Any]) -> str:
    """`Kèm theo Quyết định số 05/QĐ-ĐHTT ngày 05 tháng 01 năm 2026 của Hiệu trưởng Trường …`."""
    office = letterhead_on(day_of(decision))
    said = {"number": given["number"], "notation": given["notation"], "day": given["date"]}
    who = {"position": office.position, "issuer": office.issuer}
    return _("(Kèm theo Quyết định số %(number)s/%(notation)s %(day)s của %(position)s %(issuer)s)") % {**said, **who}


def money(amount: int) -> str:
    """`1.410.000`."""
    return f"{amount:,}".replace(",", ".") if amount else ""


def _effective(decision: Decision) -> str:
    if decision.effective_on is None or decision.effective_on == decision.decided_on:
        return _("kể từ ngày ký")
    return _("kể từ %s") % words.day_in_words(decision.effective_on)


def _works(actor: Actor) -> bool:
    return any(may(actor, deed) for deed in WORKING)


def _number(key: str) -> int:
    """The decision's key; no decision has 0."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "decision" and number.isdecimal() and len(number) < LONGEST_KEY else 0
