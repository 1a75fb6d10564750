"""A plan in two or three sentences."""

import datetime as dt
from types import SimpleNamespace

from joinedup.assurance.rules.plan_summary import summary_of

TODAY = dt.date(2015, 9, 12)
DAY = dt.timedelta(days=1)


def row(code, **given):
    usual = {
        "reference": f"ref-{code}",
        "code": code,
        "title": "Review the policy",
        "status": "in_progress",
        "proof": "none",
        "recurrence": "",
        "due_text": "",
        "due_precision": "day",
        "next_on": TODAY + 30 * DAY,
        "evidence_until": None,
    }
    return SimpleNamespace(**{**usual, **given})


def test_a_plan_is_told_by_what_is_done_late_and_undated():
    rows = [
        row("A1"),
        row("A2", next_on=TODAY - 3 * DAY),
        row("A3", next_on=TODAY - 40 * DAY),
        row("A4", next_on=None),
        row("A5", next_on=None, recurrence="monthly"),
        row("A6", status="complete", proof="evidenced", next_on=TODAY - 90 * DAY),
    ]
    brief = summary_of(rows, TODAY)
    assert brief.words == ("6 actions stand here: 1 done with evidence, 2 late, 1 without a date.")
    assert (brief.oldest.reference, brief.oldest.name) == ("ref-A3", "A3")
    assert brief.oldest.due == "due 3 August 2015, 40 days late"


def test_what_is_only_said_to_be_done_is_not_counted_as_done():
    rows = [
        row("A1", status="complete", proof="declared"),
        row("A2", status="complete", proof="evidenced", evidence_until=TODAY - DAY),
    ]
    brief = summary_of(rows, TODAY)
    assert "none done with evidence, none late, none without a date" in brief.words
    assert "2 are said to be done" in brief.words
    assert brief.oldest is None


def test_what_will_not_go_ahead_is_neither_late_nor_undated():
    rows = [row("A1", status="rejected", next_on=TODAY - DAY), row("A2", status="rejected")]
    rows[1].next_on = None
    assert "none late, none without a date" in summary_of(rows, TODAY).words


def test_an_action_without_a_code_is_called_by_its_title():
    brief = summary_of([row("", title="Train " * 20, next_on=TODAY - DAY)], TODAY)
    assert brief.words.startswith("1 action stands here: ")
    assert brief.oldest.name.startswith("“Train") and brief.oldest.name.endswith("…”")
    assert len(brief.oldest.name) <= 63


def test_an_empty_plan_has_no_summary():
    assert summary_of([], TODAY) is None
