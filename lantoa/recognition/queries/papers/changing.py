"""Decisions that correct, revoke or restore on paper."""

from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.deciding import ChangedLine, ChangingPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.queries.bases import cited
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import Source
from lantoa.recognition.models import Decision, DecisionItem, Reward
from lantoa.recognition.queries.decisions.texts import of_day, tier_words
from lantoa.recognition.queries.papers.decisions import (
    among,
    counted,
    day_of,
    decisions,
    finder_of,
    headed,
    lines_of,
    may_have,
    money,
    read,
    things_of,
)
from lantoa.recognition.queries.papers.recognising import no_lines

Kind = Decision.Kind


def revoking() -> QuerySet[Decision]:
    return decisions(Kind.REVOKE)


def correcting() -> QuerySet[Decision]:
    """Corrections, and restorations of what was revoked."""
    return decisions(Kind.CORRECT, Kind.RESTORE)


def revocation(key: str, _day: date) -> ChangingPaper:
    return paper_of(read(revoking(), key, no_lines))


def correction(key: str, _day: date) -> ChangingPaper:
    return paper_of(read(correcting(), key, no_lines))


def paper_of(decision: Decision) -> ChangingPaper:
    lines, day = lines_of(decision), day_of(decision)
    office, paid = letterhead_on(day), _paid(decision)
    given = headed(decision, (), [_("Như Điều 3"), office.council])
    given |= {"bases": cited(day, Topic.EMULATION, plan=decision.edition, also=_bases(decision, office.council))}
    return ChangingPaper(
        **given,
        about=_about(decision),
        counts=counted(lines),
        lines=tuple(_line(number, line, decision, paid) for number, line in enumerate(lines, 1)),
        is_restoration=decision.kind == Kind.RESTORE,
        ground=decision.ground_words,
        reason=decision.reason.rstrip("."),
        money=money(sum(paid.values())),
        executors=_(
            "Trưởng các đơn vị có liên quan và các tập thể, cá nhân nêu tại Điều 1 chịu trách nhiệm thi hành "
            "Quyết định này"
        ),
    )


def _about(decision: Decision) -> str:
    """The decision it changes; of one made elsewhere what the record book says."""
    if decision.about is not None:
        return of_day(decision.about.reference, decision.about.decided_on)
    rows = [line.recognition for line in lines_of(decision) if line.recognition is not None]
    return "; ".join(dict.fromkeys(of_day(row.decision, row.decided) for row in rows if row.decision))


def _bases(decision: Decision, council: str) -> list[str]:
    about = _about(decision)
    return [*([_("Căn cứ Quyết định %s") % about] if about else []), _("Theo đề nghị của %s") % council]


def _paid(decision: Decision) -> dict[int, int]:
    """Money paid with the lines that a revocation takes back, by the line that brought it."""
    if decision.kind != Kind.REVOKE:
        return {}
    originals = [line.original_id for line in lines_of(decision)]
    rewards = Reward.objects.filter(item__in=originals, amount__gt=0)
    return dict(rewards.values_list("item_id", "amount"))


def _line(number: int, line: DecisionItem, decision: Decision, paid: dict[int, int]) -> ChangedLine:
    original = line.original or line
    is_correction = decision.kind == Kind.CORRECT
    return ChangedLine(
        number=str(number),
        name=original.name if is_correction else line.name,
        unit=original.unit_name if is_correction else line.unit_name,
        tier=tier_words(decision.edition, line.tier, line.year),
        right_name=line.name if is_correction else "",
        right_unit=line.unit_name if is_correction else "",
        amount=money(paid.get(original.pk, 0)),
    )


def _source(
    kind: PaperKind, found: Callable[[], QuerySet[Decision]], contents: Callable[[str, date], ChangingPaper]
) -> Source:
    return Source(
        kind, ChangingPaper, things_of(found, no_lines), finder_of(found, no_lines), contents, may_have, among
    )


REVOCATION = _source(PaperKind.REVOCATION, revoking, revocation)
CORRECTION = _source(PaperKind.CORRECTION, correcting, correction)
