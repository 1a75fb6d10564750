"""The jobs of a day, gathered from the packages that own them. Twice a day is once a day."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from joinedup.audit.actor import system

__all__ = ["Job", "jobs"]

Job = tuple[str, Callable[[], object]]


def jobs(today: dt.date, site: str, seals: Path) -> list[Job]:
    """(what it is called, what does it; the answer is how many) in the order they are done.

    `site` is the address people open, `seals` the file that seals are exported to.
    """
    from django.utils.timezone import now

    from joinedup.access.actions.accounts import close_accounts_of_leavers
    from joinedup.access.actions.daily import clear_drafts, clear_sessions
    from joinedup.access.tries import erase_over
    from joinedup.assurance.actions.chasing import revoke_stale_links
    from joinedup.assurance.actions.daily import pass_all_missed
    from joinedup.assurance.actions.doubts import look_for_doubts
    from joinedup.assurance.actions.expiry import ask_for_all_that_ran_out
    from joinedup.assurance.weekly import post_weekly_messages
    from joinedup.audit.seals import export_seals, seal_now
    from joinedup.casefile import tying
    from joinedup.casefile.actions import look_for_ties
    from joinedup.cases.actions import ask_for_leads, chase_outside, remind_workers
    from joinedup.concerns.unsent import erase_old
    from joinedup.config import erasures
    from joinedup.files.actions import sweep_orphans
    from joinedup.intelligence.actions import propose_duplicates
    from joinedup.intelligence.duplicates import suggest
    from joinedup.library.actions import ask_owners
    from joinedup.library.trying import try_links
    from joinedup.notices.actions.links import expire_links
    from joinedup.notices.delivery import deliver_due
    from joinedup.papers.actions import remind
    from joinedup.referrals.actions import ask_for_escalation, chase, chase_alerts

    by = system("daily")

    def seal() -> int:
        return 1 if seal_now() is not None else 0

    def look_for_pairs() -> int:
        begun = time.monotonic()
        found = suggest()
        return propose_duplicates(by, found, time.monotonic() - begun).proposed

    def look_for_names() -> int:
        wanted, part = tying.to_look_at(today), tying.AT_ONCE
        parts = (wanted[at : at + part] for at in range(0, len(wanted), part))
        return sum(look_for_ties(by, one, today=today) for one in parts)

    def erase_again() -> int:
        found = erasures.replay()
        if found.failed:
            raise RuntimeError("Something that was erased is back.")
        return len(found.done)

    return [
        ("erasures written to their register", erasures.keep_up),
        ("erased again what an older copy brought back", erase_again),
        ("cleared out of the database's files", lambda: erasures.clear_out_recent(now())),
        ("recurring duties gone on to their next time", lambda: pass_all_missed(by, today=today)),
        ("links of others than the owner stopped", lambda: revoke_stale_links(by, today=today)),
        ("evidence asked for again", lambda: ask_for_all_that_ran_out(by, today=today)),
        ("questions about what does not fit", lambda: look_for_doubts(by, today=today)),
        ("weekly messages written", lambda: post_weekly_messages(by, site, today=today)),
        ("reminders of the last days of papers", lambda: remind(by, site, today=today)),
        ("receivers of referrals reminded", lambda: chase(by, site, today=today)),
        ("seniors reminded of what to read", lambda: chase_alerts(by, site, today=today)),
        ("organisations asked about escalation", lambda: ask_for_escalation(by, site, today=today)),
        ("authorities reminded of cases", lambda: chase_outside(by, today=today)),
        ("managers told of cases without lead", lambda: ask_for_leads(by, site, today=today)),
        ("workers reminded of casework", lambda: remind_workers(by, site, today=today)),
        ("owners of the library asked", lambda: ask_owners(by, site, today=today)),
        ("mails sent", deliver_due),
        ("accounts of leavers closed", lambda: close_accounts_of_leavers(by, today=today)),
        ("old drafts cleared", lambda: clear_drafts(by)),
        ("unsent answers of the public door erased", erase_old),
        ("counts of the public door erased", erase_over),
        ("ended sessions cleared", lambda: clear_sessions(by) or ""),
        ("links run out", lambda: expire_links(by)),
        ("stray files removed", lambda: sweep_orphans(by)),
        ("pairs of records put forward", look_for_pairs),
        ("things named in several records", look_for_names),
        ("seals made", seal),
        ("seals exported", lambda: export_seals(seals)),
        # last: other people's servers may be slow
        ("links of the library tried", lambda: try_links(by, today=today)),
    ]
