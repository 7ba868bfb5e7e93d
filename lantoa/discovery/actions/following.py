"""From a signal to a prospect with one press: what was not judged yet is kept by it."""

from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.discovery.actions.prospects import find
from lantoa.discovery.actions.refusals import NoLongerHolds
from lantoa.discovery.actions.signals import keep
from lantoa.discovery.models import Prospect, Signal
from lantoa.domain.stages import SignalStage


@transaction.atomic
def follow(*, signal: Signal, by: User, at: datetime) -> Prospect:
    """Its sentence is the ground. Refusals: those of `keep` and of `find`."""
    signal = Signal.objects.select_for_update(of=("self",)).select_related("subject").get(pk=signal.pk)
    if not signal.holds:
        raise NoLongerHolds
    if signal.stage == SignalStage.NEW.value:
        signal = keep(signal=signal, by=by, at=at)
    return find(subject=signal.subject, grounds=signal.sentence, signal=signal, by=by, at=at)
