"""What verification expects of whom by when, for the notice room: one query where nothing is waited for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, F
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.offices import offices
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.domain.stages import NominationStage
from lantoa.nomination.models import CorrectionRequest, Nomination
from lantoa.nomination.queries.verification.desk import given, needed
from lantoa.nomination.queries.verification.people import speakers_for
from lantoa.notice.queries.deadlines import Deadline

SENT, RETURNED = NominationStage.SENT.value, NominationStage.RETURNED.value


@dataclass(frozen=True, slots=True)
class _Round:
    """A round with dossiers under verification."""

    name: str
    due: date


def verification(day: date, user: int | None) -> Iterator[Deadline]:
    """Answers that offices owe, and dossiers that units correct; the end itself is a day of the round."""
    groups = Nomination.objects.filter(stage__in=[SENT, RETURNED]).order_by()
    counted = list(groups.values_list("stage", "round", "round__name", "round__verify_by").distinct())
    rounds = {key: _Round(name, due) for stage, key, name, due in counted if stage == SENT and due is not None}
    if rounds:
        yield from _answers(rounds, user)
    if any(stage == RETURNED for stage, *_rest in counted):
        yield from _corrections(day, user)


def _answers(rounds: Mapping[int, _Round], user: int | None) -> Iterator[Deadline]:
    """One thing an office and round, for everybody who speaks for the office."""
    speakers = speakers_for([code for code, _name in offices()])
    for code, name in offices():
        told = [one for one in speakers[code] if user in (None, one)]
        for key, count in _waiting(code, list(rounds)) if told else ():
            words = _("ghi ý kiến thẩm định %(count)s hồ sơ (%(office)s, %(round)s)")
            text = words % {"count": count, "office": name, "round": rounds[key].name}
            address = f"{reverse('verification_desk')}?{urlencode({'linh_vuc': code, 'dot': key})}"
            yield from (Deadline(f"verify:{key}:{code}", one, rounds[key].due, text, address) for one in told)


def _waiting(office: str, rounds: list[int]) -> list[tuple[int, int]]:
    """Round -> how many dossiers lack an answer of the office."""
    found = Nomination.objects.filter(stage=SENT, round__in=rounds)
    lacking = found.annotate(needed=needed(office), given=given(office)).filter(needed__gt=F("given"))
    return list(lacking.order_by("round").values_list("round").annotate(Count("pk")))


def _corrections(day: date, user: int | None) -> Iterator[Deadline]:
    """Dossiers sent back, for the heads of their units; never for the nominee."""
    found = CorrectionRequest.objects.filter(came_back_at=None, nomination__stage=RETURNED).order_by("pk")
    requests = list(found.select_related("nomination__subject"))
    heads = heads_of({one.nomination.unit_id for one in requests}, day)
    for one in requests:
        text = _("bổ sung hồ sơ đề cử %(name)s") % {"name": one.nomination.subject.name}
        address = reverse("nomination", args=[one.nomination_id])
        told = [head for head in heads[one.nomination.unit_id] if user in (None, head)]
        yield from (Deadline(f"correction:{one.pk}", head, one.due_on, text, address) for head in told)
