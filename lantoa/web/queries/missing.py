"""What the screening of the latest year on file still waits for: attestations, and people one step away."""

from collections.abc import Iterator
from urllib.parse import urlencode

import numpy as np
from django.utils.translation import gettext as _

from lantoa.discovery.queries.sieve import Choice, Outcome, Sieve, sieve
from lantoa.domain.authority import Actor, Scope
from lantoa.domain.plan import Plan, Term, Tier
from lantoa.domain.screening import UNKNOWN, Mask
from lantoa.domain.spelling import attested_criteria
from lantoa.register.models import Post, Subject
from lantoa.register.queries.evidence import short_name
from lantoa.register.queries.figures import in_force
from lantoa.web.queries.workbench import Column, Task

UNITS_SHOWN = 8


def first_yearly_tier(plan: Plan) -> Tier:
    return next(tier for tier in plan.tiers.values() if tier.term is Term.YEAR)


def latest(plan: Plan, year: int, reach: Scope) -> Sieve:
    """The plan's first yearly tier in that year, as far as the scope reaches."""
    return sieve(Choice(plan, first_yearly_tier(plan), year), reach)


def unattested(found: Sieve) -> dict[str, Mask]:
    """By criterion, those about whom nobody has said anything yet."""
    tier = found.choice.tier
    attested = {
        criterion.code
        for criterion in found.choice.plan.criteria_of(tier)
        if attested_criteria(criterion.checks[tier.code])
    }
    return {code: found.base & (found.screening.criteria[code] == UNKNOWN) for code in attested}


def attestations_of_mine(found: Sieve) -> Iterator[Task]:
    """One task a criterion: how many have no attestation, with the list behind it."""
    for code, mask in sorted(unattested(found).items()):
        if number := int(mask.sum()):
            title = _("%(number)s xác nhận %(code)s còn thiếu, năm %(year)s") % {
                "number": number,
                "code": code,
                "year": found.choice.year,
            }
            yield Task(Column.MINE, title, _list(found, Outcome.UNKNOWN, code), _criterion(found, code))


def attestations_by_unit(found: Sieve) -> Iterator[Task]:
    """For the officer: the units whose heads have most left to attest, and who they are."""
    everybody = found.crowd
    number = np.zeros(everybody.size, dtype=np.int64)
    for mask in unattested(found).values():
        own = mask[everybody.posted]
        number += np.bincount(everybody.posted_in[own], minlength=everybody.size)
    most = [int(unit) for unit in np.argsort(-number, kind="stable")[:UNITS_SHOWN] if number[unit]]
    units, heads = Subject.objects.in_bulk(most), _heads(most, found)
    for unit in most:
        title = _("%(unit)s: %(number)s xác nhận năm %(year)s") % {
            "unit": units[unit].name,
            "number": number[unit],
            "year": found.choice.year,
        }
        who = _("Chờ %s") % ", ".join(heads[unit]) if unit in heads else _("Chưa ghi ai đứng đầu đơn vị")
        yield Task(Column.WAITING, title, _grid(found, units[unit].code), who, since=found.choice.day)


def _heads(units: list[int], found: Sieve) -> dict[int, list[str]]:
    heads: dict[int, list[str]] = {}
    rows = Post.objects.filter(in_force(found.choice.day), is_head=True, unit_id__in=units)
    for unit, name in rows.order_by("pk").values_list("unit_id", "person__subject__name"):
        heads.setdefault(unit, []).append(name)
    return heads


def one_step_away(found: Sieve) -> Iterator[Task]:
    if number := found.counts().one_step:
        title = _("%(number)s người, tập thể chỉ còn một bước tới %(tier)s") % {
            "number": number,
            "tier": short_name(found.choice.tier),
        }
        detail = _("Năm %s. Xem còn thiếu điều kiện nào để kịp bồi dưỡng.") % found.choice.year
        yield Task(Column.MINE, title, _list(found, Outcome.ONE_STEP), detail)


def own_way(year: int, actor: Actor) -> Iterator[Task]:
    """For everybody with a record of their own."""
    if actor.person:
        address = f"/ho-so/{actor.person}/?nam={year}"
        detail = _("Bốn bậc điển hình: đã đạt gì, còn thiếu gì.")
        yield Task(Column.MINE, _("Xem hồ sơ và con đường của bạn"), address, detail)


def _criterion(found: Sieve, code: str) -> str:
    return found.choice.plan.criteria[code].text


def _grid(found: Sieve, unit: str) -> str:
    """The unit's grid of attestations, those alone who still lack one."""
    occasion = f"{found.choice.tier.code}:{found.choice.year}"
    return "/xac-nhan/?" + urlencode({"don_vi": unit, "dot": occasion, "con_trong": 1})


def _list(found: Sieve, outcome: Outcome, criterion: str = "") -> str:
    choice = found.choice
    query = {
        "bac": choice.tier.code,
        "nam": choice.year,
        "ket_qua": outcome.value,
        "tieu_chi": criterion,
    }
    return "/ra-soat/?" + urlencode({key: value for key, value in query.items() if value})
