"""What the database itself refuses of a case: to close it, or end a place on a panel's list, while a
promise that blocks closing runs behind its guard or that of a concern it came from (Jay 6.20)."""

from __future__ import annotations

from joinedup.audit.refusals import Refusal

__all__ = ["CASE_STAYS_OPEN", "LISTING_STAYS"]

PROMISE = """EXISTS (
    SELECT 1 FROM clocks_clock k WHERE k.outcome = 'open' AND k.blocks_closing
    AND k.guard_id IN ({guards})
    AND (k.kind = 'follow_up' OR (
        {reason} NOT IN ('died', 'error') AND (k.kind <> 'support' OR {reason} = 'safe')
    ))
)"""
"""The same clocks, by the same reasons, as `rules.closing.blocks`."""
OF_CASE = """SELECT NEW.guard_id UNION ALL
    SELECT c.guard_id FROM cases_caseconcern c
    WHERE c.case_id = NEW.id AND c.verdict IN ('', 'reopen')"""
OF_LISTING = """SELECT a.guard_id FROM cases_case a WHERE a.id = NEW.case_id UNION ALL
    SELECT c.guard_id FROM cases_caseconcern c
    WHERE c.case_id = NEW.case_id AND c.verdict IN ('', 'reopen')"""
REMOVAL = """COALESCE((
        SELECT g.reason FROM cases_closing g WHERE g.listing_id = NEW.id AND g.answered_on IS NULL
    ), 'safe')"""
ENDS = """NEW.removed_on IS NOT NULL AND OLD.removed_on IS NULL AND EXISTS (
    SELECT 1 FROM cases_case a WHERE a.id = NEW.case_id AND a.state <> 'closed'
)"""

CASE_STAYS_OPEN = Refusal(
    "cases_case_held_by_promise",
    ("state",),
    "(NEW.state = 'closed' AND OLD.state <> 'closed' AND "
    + PROMISE.format(guards=OF_CASE, reason="NEW.close_reason")
    + ")",
    "a promise that blocks closing still runs",
)
LISTING_STAYS = Refusal(
    "cases_listing_held_by_promise",
    ("removed_on",),
    f"({ENDS} AND {PROMISE.format(guards=OF_LISTING, reason=REMOVAL)})",
    "a promise that blocks closing still runs",
)
