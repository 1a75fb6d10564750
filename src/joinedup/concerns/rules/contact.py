"""Whether somebody who reported may get a mail: by what they said of it themselves, and never
against it. A mail says only that there is something to read, and where."""

from __future__ import annotations

import re

from joinedup.concerns.choices import MailWay

__all__ = ["address_in", "goes", "way_of"]

ADDRESS = re.compile(r"[^\s,;<>()]+@[^\s,;<>()@]+\.[^\s,;<>()@.]{2,}")


def address_in(contact: str) -> str:
    """The first e-mail address in what somebody left as their contact; empty where there is none."""
    found = ADDRESS.search(contact)
    return found.group(0).rstrip(".") if found else ""


def way_of(contact: str, message: str, screen: str, others: str) -> MailWay:
    """What the answers of the public door say about writing.

    `message` is whether a message may be left ("yes", "plain", "no", ""), `screen` whether somebody
    could look over their shoulder ("yes", "unsure", "no", ""), `others` what they wrote about safe
    times and about who else might see it. A "no" beats everything; anything short of a plain "yes"
    is for a person to judge.
    """
    if not address_in(contact):
        return MailWay.NONE
    if message in ("no", "plain") or screen == "yes":
        return MailWay.NEVER
    if message == "yes" and screen in ("", "no") and not others.strip():
        return MailWay.YES
    return MailWay.ASK


def goes(way: str, *, is_judged_safe: bool) -> bool:
    """Whether a mail goes: of itself where they said yes, else only where somebody judged it safe,
    and never where they said that it is not."""
    return way == MailWay.YES or (way == MailWay.ASK and is_judged_safe)
