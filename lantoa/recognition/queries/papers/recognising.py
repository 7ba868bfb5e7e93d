"""Decisions of recognition on paper, with their list; one that also commends is a paper of a kind of its own.

A decision is one paper with one number: either it recognises, or it recognises and commends.
"""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.papers.deciding import DecisionPaper, ListedLine
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import Source
from lantoa.recognition.models import Decision, DecisionItem, Reward, RoundBudget
from lantoa.recognition.queries.decisions.texts import tier_words
from lantoa.recognition.queries.papers.decisions import (
    among,
    attached_to,
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
from lantoa.recognition.queries.verification import code_of_decision
from lantoa.register.queries.positions import positions_on


def recognising() -> QuerySet[Decision]:
    """Those that recognise and give nothing with it."""
    return decisions(Decision.Kind.RECOGNISE).filter(~Exists(_rewards()))


def rewarding() -> QuerySet[Decision]:
    """Those that also commend somebody on their list."""
    return decisions(Decision.Kind.RECOGNISE).filter(Exists(_rewards()))


def kind_of(decision: Decision) -> PaperKind:
    """Which of the two papers a decision of recognition is."""
    rewards = Reward.objects.filter(item__state=DecisionItem.State.LISTED, item__decision=decision)
    return PaperKind.COMMENDATION if rewards.exists() else PaperKind.RECOGNITION


def _rewards() -> QuerySet[Reward]:
    return Reward.objects.filter(item__state=DecisionItem.State.LISTED, item__decision=OuterRef("pk"))


def no_lines(decision: Decision) -> str:
    if lines_of(decision):
        return ""
    return _("Danh sách của quyết định không còn ai. Hãy thêm người vào danh sách hoặc bỏ dự thảo.")


def recognition(key: str, _day: date) -> DecisionPaper:
    """The decision as it was issued, whatever was corrected later: corrections are papers of their own."""
    return paper_of(read(recognising(), key, no_lines))


def commendation(key: str, _day: date) -> DecisionPaper:
    return paper_of(read(rewarding(), key, no_lines))


def paper_of(decision: Decision) -> DecisionPaper:
    lines, day = lines_of(decision), day_of(decision)
    office = letterhead_on(day)
    asks = _("Theo đề nghị của %s") % office.council
    commended = [line for line in lines if hasattr(line, "reward")]
    positions = positions_on(day, [line.subject_id for line in lines])
    recipients = [_("Như Điều 4") if commended else _("Như Điều 2"), office.council]
    given = headed(decision, [*decision.basis.split("\n"), asks], recipients)
    tier = _tier_of(lines, decision)
    return DecisionPaper(
        **given,
        counts=counted(lines),
        tier=tier,
        list_name=(_("Danh sách tập thể, cá nhân được công nhận %s") % tier).upper(),
        attached=attached_to(decision, given),
        lines=tuple(
            _line(number, line, decision, positions.get(line.subject_id, "")) for number, line in enumerate(lines, 1)
        ),
        executors=_executors(office.position),
        has_rewards=bool(commended),
        commended=counted(commended),
        forms=_forms(commended),
        money=money(sum(one.reward.amount for one in commended)),
        money_basis="; ".join(dict.fromkeys(one.reward.basis for one in commended if one.reward.basis)),
        money_source=_source_of_money(decision),
        code=code_of_decision(decision),
    )


def _source_of_money(decision: Decision) -> str:
    """Within a sentence: as the round's budget names it, or the school's fund."""
    budget = RoundBudget.objects.filter(round=decision.round_id).first()
    named = budget.source.strip().rstrip(".") if budget else _("Quỹ thi đua, khen thưởng của Trường")
    return named[:1].lower() + named[1:]


def _forms(commended: Sequence[DecisionItem]) -> str:
    """`Giấy khen của Hiệu trưởng cho 01 tập thể, 02 cá nhân; …`."""
    given: dict[str, list[DecisionItem]] = {}
    for line in commended:
        given.setdefault(line.reward.form_name, []).append(line)
    return "; ".join(
        _("%(form)s cho %(counts)s") % {"form": form, "counts": counted(them)} for form, them in given.items()
    )


def _tier_of(lines: list[DecisionItem], decision: Decision) -> str:
    """As it stands within a sentence."""
    found = "; ".join(dict.fromkeys(tier_words(decision.edition, line.tier, line.year) for line in lines))
    return found[:1].lower() + found[1:]


def _line(number: int, line: DecisionItem, decision: Decision, position: str) -> ListedLine:
    reward: Reward | None = getattr(line, "reward", None)
    return ListedLine(
        number=str(number),
        name=line.name,
        unit=", ".join(filter(None, [position, line.unit_name])),
        tier=tier_words(decision.edition, line.tier, line.year),
        reward=reward.form_name if reward else "",
        amount=money(reward.amount) if reward else "",
    )


def _executors(position: str) -> str:
    return (
        _(
            "Trưởng các đơn vị có liên quan và các tập thể, cá nhân có tên trong Danh sách chịu trách nhiệm thi hành "
            "Quyết định này theo phân công của %s"
        )
        % position
    )


RECOGNITION = Source(
    PaperKind.RECOGNITION,
    DecisionPaper,
    things_of(recognising, no_lines),
    finder_of(recognising, no_lines),
    recognition,
    may_have,
    among,
)
COMMENDATION = Source(
    PaperKind.COMMENDATION,
    DecisionPaper,
    things_of(rewarding, no_lines),
    finder_of(rewarding, no_lines),
    commendation,
    may_have,
    among,
)
