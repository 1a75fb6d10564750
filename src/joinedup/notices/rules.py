"""When a mail that could not be sent is tried again, when we give up and say so, what has become of
a link for one purpose, and what a home page announces."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "LinkState",
    "LinkTold",
    "News",
    "NewsSort",
    "link_state",
    "link_told",
    "next_try",
    "trouble_words",
]


class LinkState(StrEnum):
    """What has become of a link that was given out. Only a good one opens anything."""

    GOOD = "good"
    USED = "used"
    RUN_OUT = "run_out"
    STOPPED = "stopped"


class LinkTold(StrEnum):
    """What the page behind a link says where there is nothing to answer, or an answer was kept."""

    THANKS = "thanks"
    GOES_ON = "goes_on"
    USED = "used"
    RUN_OUT = "run_out"
    STOPPED = "stopped"
    NOTHING = "nothing"
    UNKNOWN = "unknown"
    SENT = "sent"


def link_state(
    expires_at: dt.datetime,
    used_at: dt.datetime | None,
    revoked_at: dt.datetime | None,
    now: dt.datetime,
) -> LinkState:
    """What has become of a link. One that was used stays used, whatever came after; one that ran
    out by itself is noted as revoked later by the daily job, and has run out all the same."""
    if used_at is not None:
        return LinkState.USED
    if revoked_at is not None and revoked_at < expires_at:
        return LinkState.STOPPED
    return LinkState.RUN_OUT if expires_at <= now else LinkState.GOOD


def link_told(state: LinkState | None, *, is_done: bool) -> LinkTold:
    """What the holder of a link that opens nothing is told; `is_done` straight after an answer was
    kept. None is a token that was never given out. A good link with nothing behind it has nothing
    to answer."""
    if state is None:
        return LinkTold.UNKNOWN
    if state is LinkState.GOOD:
        return LinkTold.NOTHING
    if state is LinkState.USED and is_done:
        return LinkTold.THANKS
    return LinkTold(state.value)


class NewsSort(StrEnum):
    """Under which heading something new stands on a home page."""

    PAPERS = "papers"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class News:
    """Something new to read, announced on a home page: its title, where it goes and when (of a
    report: what was told of it), what is new about it ("Version 2"), the day it came out, its page
    and its heading."""

    reference: str
    title: str
    body: str
    meeting_on: dt.date | None
    words: str
    out_on: dt.date
    address: str
    sort: NewsSort = NewsSort.PAPERS


REFUSED = {"SMTPRecipientsRefused"}
SENDER = {"SMTPSenderRefused", "SMTPAuthenticationError", "SMTPNotSupportedError"}
CONTENT = {"SMTPDataError"}


def trouble_words(problem: str) -> tuple[str, str]:
    """(what happened, what to do) of a mail that could not be handed over, in plain words. `problem`
    is the kind of error as the mail program names it; every other kind is a server that was not
    reached."""
    if problem in REFUSED:
        return (
            "The mail server refused this address.",
            "Check the address with whoever it belongs to and correct it, then try again.",
        )
    if problem in SENDER:
        return (
            "The mail server did not let Joined Up in.",
            "Ask whoever looks after the mail server to check the name and password kept for it.",
        )
    if problem in CONTENT:
        return (
            "The mail server took the address and refused the mail.",
            "Ask whoever looks after the mail server why.",
        )
    return ("The mail server could not be reached.", "Ask whoever looks after it if this goes on.")


def next_try(tries: int, now: dt.datetime, waits: tuple[int, ...]) -> dt.datetime | None:
    """When to try again after `tries` failures; `waits` are minutes. None: a person must look."""
    if tries > len(waits):
        return None
    return now + dt.timedelta(minutes=waits[tries - 1])
