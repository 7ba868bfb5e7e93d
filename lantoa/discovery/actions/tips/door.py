"""Doors for those without an account: so many of a thing an hour from one address, counted in the database.

An address is kept as a keyed hash, as long as its places are counted and at most a day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from lantoa.discovery.actions.tips.refusals import TooMany
from lantoa.discovery.models import Place

PLACES = 5
HOUR = timedelta(hours=1)
KEPT_FOR = timedelta(days=1)
HOUSEHOLD = 64  # bits of an IPv6 address that name a household; the rest changes at will


@dataclass(frozen=True, slots=True)
class Door:
    """What is counted on its own: its places of an hour, and the salt that keeps its addresses apart."""

    salt: str
    places: int


TIPS = Door("lantoa.tip-address", PLACES)


def is_full(*, address: str, at: datetime, door: Door = TIPS) -> bool:
    """Whether the address has had its places of this hour; asked before anything is read or stored."""
    return Place.objects.filter(address=_hashed(address, door), taken_at__gt=at - HOUR).count() >= door.places


def pass_through(*, address: str, at: datetime, door: Door = TIPS) -> None:
    """Take a place, each by one statement that only one of several workers wins; TooMany when none is free."""
    hashed = _hashed(address, door)
    for number in range(door.places):
        place = Place.objects.filter(address=hashed, number=number)
        if place.filter(taken_at__lte=at - HOUR).update(taken_at=at):
            return
        if not place.exists() and _is_new(hashed, number, at):
            return
    raise TooMany


def forget(*, at: datetime) -> int:
    """Forget the addresses of yesterday; how many places they had."""
    removed, _tables = Place.objects.filter(taken_at__lte=at - KEPT_FOR).delete()
    return removed


def _is_new(hashed: str, number: int, at: datetime) -> bool:
    try:
        with transaction.atomic():
            Place.objects.create(address=hashed, number=number, taken_at=at)
    except IntegrityError:
        return False
    return True


def _hashed(address: str, door: Door) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        known = address
    else:
        known = str(ip_network((found, HOUSEHOLD), strict=False)) if found.version == 6 else str(found)
    return salted_hmac(door.salt, known, algorithm="sha256").hexdigest()
