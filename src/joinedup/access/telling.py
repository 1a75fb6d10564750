"""Telling those above that something happened here: people by mail, the register of new names.
The outbox and the register lie above this package, so settings name the functions."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.utils.module_loading import import_string

__all__ = [
    "failed_mails",
    "invitation_mail",
    "tell_of_emergency",
    "tell_of_lost_leads",
    "tell_of_name",
    "tell_of_unsealing",
]


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


def tell_of_lost_leads(site: str) -> None:
    """Tell those who manage cases of which the lead may no longer see them, inside the action's own
    transaction. `site` is the address of this Joined Up."""
    import_string(settings.JOINEDUP_TELL_OF_LOST_LEADS)(site)


def tell_of_name(reference: str, name: str) -> None:
    """Let the register sort by the new name of a person, post or agency, inside the action's own
    transaction."""
    import_string(settings.JOINEDUP_RENAMED)(reference, name)


def failed_mails() -> int:
    """How many mails of the outbox could not be sent."""
    found: int = import_string(settings.JOINEDUP_FAILED_MAILS)()
    return found


def invitation_mail(reference: str) -> tuple[str, str]:
    """The state of the last invitation to an account ("" without one) and what is said of it."""
    found: tuple[str, str] = import_string(settings.JOINEDUP_INVITATION_MAIL)(reference)
    return found
