"""Who objected: sealed before it reaches the database, opened for the officer in charge only, and each time logged.

The log says who read and of which objection, never whose name it was.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from django.conf import settings
from django.db import transaction
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import ObjectionStage
from lantoa.nomination.actions.posting.refusals import InOtherHands, NobodyKnown, NotTakenUp
from lantoa.nomination.models import Objection, ObjectorIdentity
from lantoa.nomination.queries.posting.objectors import key_of
from lantoa.nomination.queries.reading import case_of
from lantoa.register.actions.refusals import NotAllowed

PERSON = b"lantoa.objector"
STEP = 512  # sealed texts come in these lengths, so that theirs tells nothing of a name


@dataclass(frozen=True, slots=True)
class Objector:
    """Who sends an objection: an account, or what somebody without one says of themselves."""

    name: str = ""
    contact: str = ""
    account: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.contact)


def objector_of(user: User) -> Objector:
    return Objector(name=str(user), contact=user.email, account=user.username)


def keep(objection: Objection, objector: Objector, user: User | None) -> None:
    """Write it beside the objection; nothing when nobody is named. Call it in the transaction of the objection."""
    if not objector:
        return
    text = json.dumps(asdict(objector), ensure_ascii=False).encode()
    padded = text.ljust(-(-len(text) // STEP) * STEP)
    sealed = bytes(_box(settings.SECRET_KEY).encrypt(padded))
    ObjectorIdentity.objects.create(objection=objection, sealed=sealed, owner_key=key_of(user) if user else "")


@transaction.atomic
def read(*, objection: Objection, by: User, at: datetime) -> Objector:
    """Open it for the officer in charge. NotAllowed, InOtherHands, NotTakenUp, NobodyKnown."""
    names = ("candidate__nomination__subject", "candidate__nomination__unit__subject", "officer")
    objection = Objection.objects.select_related(*names).get(pk=objection.pk)
    answer = may(actor_of(by), Deed.HANDLE_OBJECTION, case_of(objection.candidate.nomination))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    if objection.officer_id != by.pk:
        raise InOtherHands(objection.officer)
    if objection.stage == ObjectionStage.RECEIVED.value:
        raise NotTakenUp
    identity = ObjectorIdentity.objects.filter(objection=objection).first()
    if identity is None:
        raise NobodyKnown
    write_event(deed="objector_read", target=f"objection:{objection.code}", details={}, by=by, at=at)
    return Objector(**json.loads(_opened(bytes(identity.sealed))))


@transaction.atomic
def forget(*, at: datetime) -> int:
    """Delete who objected once it has been settled for as long as the plan keeps it; how many. Every day calls it."""
    settled = ObjectorIdentity.objects.filter(objection__settled_at__isnull=False)
    edition = "objection__candidate__nomination__edition"
    removed = 0
    for code in settled.values_list(edition, flat=True).distinct().order_by(edition):
        last = at - timedelta(days=plans.load(code).procedure.identity_kept_days)
        count, _tables = settled.filter(**{edition: code, "objection__settled_at__lte": last}).delete()
        removed += count
    if removed:
        write_event(deed="objectors_forgotten", target="objections", details={"count": removed}, by=None, at=at)
    return removed


def _opened(sealed: bytes) -> bytes:
    """With the secret of today, or one of those before it."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return bytes(_box(str(secret)).decrypt(sealed))
        except CryptoError:
            continue
    raise NobodyKnown


def _box(secret: str) -> SecretBox:
    return SecretBox(blake2b(secret.encode(), digest_size=SecretBox.KEY_SIZE, person=PERSON).digest())
