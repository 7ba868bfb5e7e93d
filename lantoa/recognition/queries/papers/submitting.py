"""The submission to the Ministry on paper: its own words, counts of its list, which the reports must match."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import MeetingCase
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers import words
from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.deciding import ListedLine, SubmittingPaper
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.records import Kind
from lantoa.papers.queries.bases import cited
from lantoa.papers.queries.letterheads import head, kept_by, letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.queries.decisions.texts import tier_words

SHELF = KINDS[PaperKind.SUBMISSION_TO_MINISTRY].abbreviation
LONGEST_KEY = 18


def submissions() -> QuerySet[Submission]:
    """Those made here, each with its list in order."""
    items = SubmissionItem.objects.select_related("nomination").order_by("place")
    found = Submission.objects.filter(is_received=False).order_by("pk")
    return found.prefetch_related(Prefetch("items", items, to_attr="listed"))


def things(actor: Actor, of_round: int | None) -> Iterable[Thing]:
    if not may_have(actor, ""):
        return []
    asked = submissions() if of_round is None else submissions().filter(round=of_round)
    return [_thing(one, place) for place, one in enumerate(asked, 1)]


def find(key: str) -> Thing | None:
    one = submissions().filter(pk=_number(key)).first()
    return _thing(one, 0) if one else None


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, Case())


def contents(key: str, _day: date) -> SubmittingPaper:
    """Counted, listed and reported alike; NotReady when something is missing."""
    one = submissions().filter(pk=_number(key)).first()
    if one is None:
        raise NotReady(_("Không có tờ trình này. Hãy mở lại danh sách giấy tờ của đợt xét."))
    if why := missing(one):
        raise NotReady(why)
    items, day = _items(one), _day_of(one)
    number, _slash, notation = one.number.partition("/")
    given = head(day, SHELF, number=int(number) if number.isdecimal() else None, dated=one.dated)
    given |= {"notation": notation} if notation else {}
    collectives = sum(item.kind == Kind.COLLECTIVE.value for item in items)
    tier = _lowered(tier_words(one.edition, one.tier, one.year))
    minutes = "; ".join(_minutes(items))
    said = {"number": given["number"], "notation": given["notation"], "day": given["date"], "issuer": one.sender}
    return SubmittingPaper(
        **given,
        subject=one.subject_line,
        bases=cited(day, Topic.EMULATION, plan=one.edition, also=[_("Căn cứ %s") % minutes] if minutes else []),
        recipients=words.recipients([_("Như trên"), letterhead_on(day).council], kept_by(day)),
        addressees=(plans.load(one.edition).tier(one.tier).recognised_by,),
        text=tuple(line.strip() for line in one.text.splitlines() if line.strip()),
        counts=words.counts(collectives, len(items) - collectives),
        reports=words.count(len(items)),
        tier=tier,
        minutes=minutes,
        list_name=(_("Danh sách đề nghị công nhận %s") % tier).upper(),
        attached=_("(Kèm theo Tờ trình số %(number)s/%(notation)s %(day)s của %(issuer)s)") % said,
        lines=tuple(_line(item, one) for item in items),
    )


def missing(one: Submission) -> str:
    """A list without anybody, or with more lines than reports."""
    items = _items(one)
    if not items:
        return _("Danh sách của tờ trình không có ai. Hãy thêm người vào danh sách.")
    bare = [item.name for item in items if not _has_report(item)]
    if not bare:
        return ""
    said = {"listed": len(items), "reports": len(items) - len(bare), "names": ", ".join(bare)}
    return (
        _(
            "Số lượng không khớp: danh sách có %(listed)s dòng, báo cáo thành tích có %(reports)s. "
            "Hãy bổ sung báo cáo của: %(names)s."
        )
        % said
    )


def _has_report(item: SubmissionItem) -> bool:
    return item.nomination is not None and bool(item.nomination.text.strip())


def _items(one: Submission) -> list[SubmissionItem]:
    found: list[SubmissionItem] = getattr(one, "listed", [])
    return found


def _minutes(items: list[SubmissionItem]) -> list[str]:
    """The meetings that recommended them, by day."""
    cases = MeetingCase.objects.filter(
        outcome=MeetingCase.Outcome.RECOMMEND, nomination__in=[item.nomination_id for item in items]
    ).select_related("meeting__council")
    days = {(localdate(case.meeting.opened_at or case.meeting.starts_at), case.meeting.council.name) for case in cases}
    return [
        _("Biên bản họp %(council)s ngày %(day)s") % {"council": name, "day": f"{day:%d/%m/%Y}"}
        for day, name in sorted(days)
    ]


def _line(item: SubmissionItem, one: Submission) -> ListedLine:
    tier = tier_words(one.edition, one.tier, one.year)
    return ListedLine(number=str(item.place), name=item.name, unit=item.unit, tier=tier)


def _thing(one: Submission, place: int) -> Thing:
    return Thing(
        key=f"submission:{one.pk}",
        words=f"{one.number}: {one.subject_line}" if one.number else one.subject_line,
        day=_day_of(one),
        file_name=file_name(one.tier, one.year, SHELF, one.pk, one.subject_line),
        round=one.round_id,
        place=place,
        missing=missing(one),
    )


def _day_of(one: Submission) -> date:
    return one.dated or localdate(one.made_at)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _number(key: str) -> int:
    """The submission's key; no submission has 0."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "submission" and number.isdecimal() and len(number) < LONGEST_KEY else 0


SUBMISSION_TO_MINISTRY = Source(PaperKind.SUBMISSION_TO_MINISTRY, SubmittingPaper, things, find, contents, may_have)
