"""Evidence that runs out, what is embedded, assurances that go stale, what a body approved."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.choices import Claim, Status, UpdateKind, Verdict
from joinedup.assurance.rules.approval import changed_since, content_hash, since_words
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.impact import embeds, impact_from, judged_marks, too_early
from joinedup.assurance.rules.standing import needs_evidence, standing_words
from joinedup.assurance.rules.state import EvidenceMark, State, changes_between
from joinedup.assurance.rules.told import Told, good_until, is_stale, stale_words
from joinedup.rulebook import rule
from tests.rules.test_assurance_fold import DAYS, MAYBE_DAY

DONE = dt.date(2026, 1, 10)
DAY = dt.timedelta(days=1)
RULE = rule("evidence.impact_review", DONE)
LATE = dt.date(2026, 7, 10)


def said(number, on, **wanted):
    return Said(number, UpdateKind.STATUS, on, on, changes_between(State(), wanted))


def done(*marks, on=DONE, status="complete"):
    return fold([said(1, on, status=status, declared_on=on, evidence=marks)])


def impact(relates_on=LATE, embeds_on=None, **given):
    return EvidenceMark("EV-1", Claim.DIFFERENCE, None, relates_on, embeds_on, **given)


def test_evidence_of_a_difference_has_to_be_six_months_later():
    assert impact_from(done(), RULE) == LATE
    assert impact_from(State(), RULE) is None


@pytest.mark.parametrize(
    ("mark", "verdict", "is_so"),
    [
        (impact(), Verdict.SHOWS, True),
        (impact(LATE - DAY), Verdict.SHOWS, False),
        (impact(), Verdict.PARTLY, False),
        (impact(), Verdict.NOT, False),
        (impact(), Verdict.NONE, False),
        (EvidenceMark("EV-1", Claim.DONE, None, LATE), Verdict.SHOWS, False),
    ],
)
def test_only_a_late_difference_that_is_shown_embeds(mark, verdict, is_so):
    state = done(mark)
    assert embeds(state, mark, verdict, RULE) is is_so
    judged = judged_marks(state, "EV-1", verdict, mark.relates_on, RULE, LATE + DAY)
    after = fold([said(1, DONE, status="complete", declared_on=DONE, evidence=judged)])
    assert after.embedded_on == (LATE + DAY if is_so else None)


def test_who_judges_too_early_is_told_from_when_it_counts():
    assert "10 July 2026 or later" in too_early(done(), "difference", LATE - DAY, "shows", RULE)
    assert too_early(done(), "difference", LATE, "shows", RULE) == ""
    assert too_early(done(), "done", DONE, "shows", RULE) == ""
    assert "not complete" in too_early(State(), "difference", LATE, "shows", RULE)


def test_what_is_reopened_is_no_longer_embedded_and_has_to_be_shown_again():
    first = said(1, DONE, status="complete", declared_on=DONE, evidence=(impact(LATE, LATE),))
    assert fold([first]).embedded_on == LATE
    opened = Said(
        2, UpdateKind.REOPENED, LATE + DAY, LATE + DAY, {"status": ["complete", "in_progress"]}
    )
    assert fold([first, opened]).embedded_on is None
    again = Said(
        3,
        UpdateKind.STATUS,
        LATE + 2 * DAY,
        LATE + 2 * DAY,
        {"status": ["in_progress", "complete"]},
    )
    assert fold([first, opened, again]).embedded_on is None
    assert fold([first, opened, again], on=LATE).embedded_on == LATE


STEPS = st.lists(
    st.tuples(
        DAYS,
        st.sampled_from(["complete", "in_force", "in_progress", "rejected"]),
        st.lists(
            st.builds(
                EvidenceMark, st.sampled_from("ab"), st.sampled_from(["done", "difference"]),
                MAYBE_DAY, MAYBE_DAY, MAYBE_DAY,
            ),
            max_size=3,
        ),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


def story(steps):
    return [
        said(number, day, status=status, declared_on=day, evidence=tuple(marks))
        for number, (day, status, marks) in enumerate(steps, 1)
    ]


@given(STEPS, DAYS)
def test_what_ran_out_needs_evidence_on_every_later_day_until_there_is_newer(steps, day):
    state = fold(story(steps), on=day)
    is_done = state.status in (Status.COMPLETE, Status.IN_FORCE)
    until = state.evidence_until
    if is_done and until is not None:
        assert needs_evidence(state, until + DAY)
        assert needs_evidence(state, until) is False
        assert "ran out" in standing_words(state, until + DAY)
    if not is_done:
        assert not needs_evidence(state, day)


@given(STEPS, DAYS)
def test_embedded_is_never_said_of_what_is_not_done_nor_of_evidence_about_an_earlier_day(
    steps, day
):
    state = fold(story(steps), on=day)
    if state.embedded_on is None:
        return
    assert state.status in (Status.COMPLETE, Status.IN_FORCE)
    assert state.done_since is not None and state.done_since <= day
    assert any(one.relates_on > state.done_since for one in state.impacts)


@given(STEPS)
def test_done_since_is_the_first_day_of_the_last_unbroken_time(steps):
    updates = sorted(story(steps), key=lambda one: (one.effective_on, one.number))
    since = None
    for one in updates:
        is_done = one.changes["status"][1] in ("complete", "in_force")
        since = (since or one.effective_on) if is_done else None
    assert fold(updates).done_since == since


def test_an_assurance_is_good_for_twelve_months_and_only_with_evidence():
    limit = rule("limit.assurance_stale", DONE)
    until = good_until(DONE, limit)
    assert until == dt.date(2027, 1, 10)
    told = Told(DONE, until, has_evidence=True)
    assert not is_stale(told, until)
    assert is_stale(told, until + DAY)
    assert stale_words(told, until) == "Holds until 10 January 2027"
    assert stale_words(told, until + DAY) == "Stale: it was too old after 10 January 2027"
    bare = Told(DONE, until, has_evidence=False)
    assert stale_words(bare, DONE) == "Stale: it rests on no evidence"
    ran_out = Told(DONE, until, has_evidence=True, evidence_until=DONE)
    assert stale_words(ran_out, DONE + DAY) == "Stale: its evidence ran out on 10 January 2026"
    assert not is_stale(Told(DONE, until, has_evidence=False, ended_on=DONE), until)


def row(reference="AC-1", **given):
    plain = {
        "reference": reference, "code": "A1", "section": "", "title": "Review", "owners": "Ann",
        "agency": "Council", "due_on": "2026-03-31", "due_text": "", "recurrence": "",
        "priority": "high", "review_method": "", "status": "in_progress", "proof": "none",
    }  # fmt: skip
    return {**plain, **given}


def test_a_changed_promise_is_told_in_words_and_progress_is_none():
    then = {"title": "Plan", "body": "", "rows": [row(), row("AC-2")]}
    now = {
        "title": "Plan", "body": "",
        "rows": [row(due_on="2026-05-01", status="complete"), row("AC-2", status="complete"), row("AC-3")],
    }  # fmt: skip
    changes = changed_since(then, now)
    assert [(one.reference, one.is_new) for one in changes] == [("AC-1", False), ("AC-3", True)]
    assert changes[0].fields == (("Due", "31 March 2026", "1 May 2026"),)
    assert since_words(changes) == "Changed since: 1 row, 1 new row"
    assert since_words(changed_since(then, then)) == ""


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_the_hash_of_a_content_does_not_depend_on_its_order(content):
    turned = dict(reversed(list(content.items())))
    assert content_hash(content) == content_hash(turned)
    assert content_hash({**content, "x": 1}) != content_hash({**content, "x": 2})
