"""How often one place on the internet may do something without an account: open a link by a secret,
use the public door. Counted in the database, so that all server processes count together. No
address is kept: only a keyed hash, until the window is over."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import ipaddress

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from joinedup.access.limits import SECONDS, own_rules
from joinedup.access.models import Tally
from joinedup.rulebook import rule

__all__ = ["erase_over", "tries_too_often"]

WIDE = 64
"""A household or a telephone has this many leading bits of an IPv6 address to itself."""


def tries_too_often(request: HttpRequest, code: str) -> bool:
    """Count this deed of the place that the request comes from; whether it was done more often
    than the rule `code` allows within its window."""
    now = timezone.now()
    entry = rule(code, timezone.localdate(now), own_rules())
    most, window = entry.amount("value").number, entry.amount("window")
    seconds = window.number * SECONDS[window.unit]
    number = int(now.timestamp()) // seconds
    ends_at = dt.datetime.fromtimestamp((number + 1) * seconds, dt.UTC)
    return _counted(_place(request, code, number), ends_at) > most


def _place(request: HttpRequest, code: str, number: int) -> str:
    """A keyed hash of the address, this deed and this window: it tells nothing in the next."""
    told = str(get_adapter(request).get_client_ip(request))
    try:
        address = ipaddress.ip_address(told)
        address = getattr(address, "ipv4_mapped", None) or address
        wide = WIDE if address.version == 6 else address.max_prefixlen
        told = str(ipaddress.ip_network((address, wide), strict=False))
    except ValueError:
        told = "unknown"
    key = f"tally|{settings.SECRET_KEY}|{number}".encode()
    return hmac.new(key, f"{code}|{told}".encode(), hashlib.sha256).hexdigest()


def _counted(place: str, ends_at: dt.datetime) -> int:
    """Add one to a tally and say how many there are; safe where many count at once."""
    rows = Tally.objects.filter(place=place)
    if not rows.update(count=F("count") + 1):
        erase_over()
        try:
            with transaction.atomic():
                Tally.objects.create(place=place, count=1, ends_at=ends_at)
        except IntegrityError:
            rows.update(count=F("count") + 1)
    return rows.values_list("count", flat=True).first() or 1


def erase_over() -> int:
    """Erase the tallies whose window is over; how many there were."""
    return Tally.objects.filter(ends_at__lt=timezone.now()).delete()[0]
