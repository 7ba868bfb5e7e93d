"""Every model of every room, where Django looks for them."""

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.register.models import (
    Attestation,
    Award,
    Closing,
    Hold,
    Import,
    Initiative,
    Person,
    Post,
    Rating,
    Recognition,
    RefusedRow,
    Sanction,
    Subject,
    Unit,
)
from lantoa.worker.models import Lease

__all__ = [
    "Attestation",
    "Award",
    "Closing",
    "Event",
    "Hold",
    "Import",
    "Initiative",
    "Lease",
    "Person",
    "Post",
    "Rating",
    "Recognition",
    "RefusedRow",
    "RoleGrant",
    "Sanction",
    "Subject",
    "Unit",
    "User",
]
