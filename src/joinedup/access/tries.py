"""How often one address on the internet may try a public page that is opened by a secret."""

from __future__ import annotations

import hashlib
import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from joinedup.access.limits import SECONDS
from joinedup.rulebook import rule

__all__ = ["tries_too_often"]


def tries_too_often(request: HttpRequest, code: str) -> bool:
    """Count this try; whether its address has tried more often than the rule `code` allows within
    its window. Each server process counts for itself. The address is kept only as a hash."""
    entry = rule(code, timezone.localdate())
    most, window = entry.amount("value").number, entry.amount("window")
    seconds = window.number * SECONDS[window.unit]
    address = str(get_adapter(request).get_client_ip(request))
    place = f"{code}|{address}|{int(time.time()) // seconds}"
    key = f"tries:{hashlib.sha256(place.encode()).hexdigest()}"
    if cache.add(key, 1, seconds):
        return most < 1
    try:
        return cache.incr(key) > most
    except ValueError:
        # it ran out between the two
        return False
