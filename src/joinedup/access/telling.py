"""Telling people by mail that something happened to their records. The outbox lies above this
package, so settings name the function that fills it."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.utils.module_loading import import_string

__all__ = ["tell_of_emergency", "tell_of_unsealing"]


def tell_of_emergency(emergency: str, addresses: Iterable[str], site: str) -> None:
    """Put one mail for each address in the outbox, inside the action's own transaction.

    `emergency` is the reference of the emergency access, `site` the address of this Joined Up
    ("https://…"). Raises where no outbox is set: an
    emergency that nobody is told of does not happen.
    """
    import_string(settings.JOINEDUP_TELL_OF_EMERGENCY)(emergency, list(addresses), site)


def tell_of_unsealing(about: str, addresses: Iterable[str], key: str, site: str) -> None:
    """Put one mail for each address in the outbox: the seal of `about` was taken off.

    `key` names this one unsealing; `site` is the address of this Joined Up, empty where a job of
    the system took the seal off.
    """
    import_string(settings.JOINEDUP_TELL_OF_UNSEALING)(about, list(addresses), key, site)
