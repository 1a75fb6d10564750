"""What has become of a link, and what its holder is told."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.notices.rules import LinkState, LinkTold, link_state, link_told

NOW = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("expires", "used", "revoked", "state"),
    [
        (HOUR, None, None, LinkState.GOOD),
        (dt.timedelta(), None, None, LinkState.RUN_OUT),
        (-HOUR, None, None, LinkState.RUN_OUT),
        (HOUR, None, -HOUR, LinkState.STOPPED),
        (-HOUR, None, -2 * HOUR, LinkState.STOPPED),
        (-HOUR, None, dt.timedelta(), LinkState.RUN_OUT),
        (HOUR, -HOUR, None, LinkState.USED),
        (-HOUR, -2 * HOUR, None, LinkState.USED),
        (HOUR, -2 * HOUR, -HOUR, LinkState.USED),
    ],
)
def test_a_link_is_good_used_run_out_or_stopped(expires, used, revoked, state):
    moments = [NOW + one if one is not None else None for one in (expires, used, revoked)]
    assert link_state(*moments, NOW) is state


@pytest.mark.parametrize(
    ("state", "is_done", "told"),
    [
        (None, False, LinkTold.UNKNOWN),
        (None, True, LinkTold.UNKNOWN),
        (LinkState.GOOD, False, LinkTold.NOTHING),
        (LinkState.USED, False, LinkTold.USED),
        (LinkState.USED, True, LinkTold.THANKS),
        (LinkState.RUN_OUT, True, LinkTold.RUN_OUT),
        (LinkState.STOPPED, True, LinkTold.STOPPED),
    ],
)
def test_thanks_are_said_only_where_an_answer_was_kept(state, is_done, told):
    assert link_told(state, is_done=is_done) is told
