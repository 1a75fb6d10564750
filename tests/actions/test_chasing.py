"""Reminders: who is asked when, once, in one message, with no name and no word of the action."""

import pytest

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.actions import (
    ask_for_evidence,
    assign_owners,
    declare_complete,
    meet_occurrence,
)
from joinedup.assurance.actions.chasing import (
    chase_now,
    post_letter,
    revoke_answers,
    revoke_stale_links,
    set_chasing,
)
from joinedup.assurance.models import Chase, ChaseRound, Update
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.actor import public, system
from joinedup.notices.models import Link, Notice
from tests.factories import assurance as make
from tests.factories.chasing import DAY, MONDAY, SITE, late, somebody, tokens, week

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
WEEK = 7 * DAY


@pytest.fixture
def lead():
    return make.lead("Lea Lead")


@pytest.fixture
def plan(lead):
    return make.plan(lead)


def test_an_owner_gets_one_message_with_a_link_for_each_action_and_no_words_of_it(lead, plan):
    owner = somebody("Ann Lee")
    rows = [late(lead, plan, owner, days, title=f"Secret thing {days}") for days in (4, 9)]
    told = week()
    assert set(told) == {"ann@example.org"}
    body = told["ann@example.org"]
    assert len(tokens(body)) == 2
    assert all(row.reference in body for row in rows)
    assert "9 days late" in body
    said = Notice.objects.get().subject + body
    assert not any(word in said for word in ("Secret", "Ann", "Lee", plan.title))


def test_running_it_twice_writes_nothing_twice(lead, plan):
    late(lead, plan, somebody("Ann Lee"))
    week()
    before = (
        Notice.objects.count(),
        Chase.objects.count(),
        Link.objects.count(),
        Update.objects.count(),
    )
    assert week() == {}
    assert week(MONDAY + DAY) == {}
    assert before == (
        Notice.objects.count(), Chase.objects.count(), Link.objects.count(), Update.objects.count(),
    )  # fmt: skip


def test_a_run_that_was_cut_short_goes_on_where_it_stopped(lead, plan, monkeypatch):
    for name in ("Ann Lee", "Bo Rowe"):
        late(lead, plan, somebody(name))
    written = []

    def fails_at_the_second(*args, **given):
        if written:
            raise OSError
        written.append(post_letter(*args, **given))
        return written[-1]

    monkeypatch.setattr("joinedup.assurance.weekly.post_letter", fails_at_the_second)
    with pytest.raises(OSError):
        week()
    monkeypatch.undo()
    assert ChaseRound.objects.get().done_at is None
    assert set(week(MONDAY + DAY)) == {"bo@example.org"}
    assert ChaseRound.objects.get().done_at is not None


def test_a_message_that_fails_half_way_leaves_nothing_behind(lead, plan, monkeypatch):
    late(lead, plan, somebody("Ann Lee"))
    monkeypatch.setattr(
        "joinedup.assurance.actions.chasing.append", lambda *args: (_ for _ in ()).throw(OSError)
    )
    with pytest.raises(OSError):
        week()
    assert not Notice.objects.exists()
    assert not Link.objects.exists()
    assert not Chase.objects.exists()


def test_the_first_round_waits_for_its_day(lead, plan):
    late(lead, plan, somebody("Ann Lee"))
    assert week(MONDAY + 2 * DAY) == {}
    assert week(MONDAY + WEEK) != {}


def test_the_day_on_which_it_is_due_is_told_before_the_next_message(lead, plan):
    make.owned(lead, plan, somebody("Ann Lee"), due_on=MONDAY + 3 * DAY, today=MONDAY - WEEK)
    assert "due on 18 June 2026" in week(MONDAY - WEEK)["ann@example.org"]
    assert "due on 18 June 2026" in week()["ann@example.org"]
    body = week(MONDAY + WEEK)["ann@example.org"]
    assert "4 days late" in body
    assert list(Chase.objects.order_by("pk").values_list("step", flat=True)) == [
        "before", "on_the_day", "after",
    ]  # fmt: skip


def test_the_manager_is_told_by_reference_when_the_owner_does_not_answer(lead, plan):
    owner, boss = somebody("Ann Lee"), somebody("Cy Boss")
    owner.manager = boss
    owner.save()
    row = late(lead, plan, owner, days=1)
    told = {}
    for number in range(4):
        told |= {address: (number, body) for address, body in week(MONDAY + number * WEEK).items()}
    number, body = told["cy@example.org"]
    assert number >= 1
    assert f"/actions/{row.reference}/" in body
    assert tokens(body) == []


def test_who_answers_is_given_time_before_the_manager_hears_of_it(lead, plan):
    owner = somebody("Ann Lee")
    owner.manager = somebody("Cy Boss")
    owner.save()
    row = late(lead, plan, owner, days=4)
    week()
    from joinedup.assurance.actions import add_update

    add_update(lead, row.reference, "Half of it is there.", today=MONDAY + 6 * DAY)
    assert "cy@example.org" not in week(MONDAY + WEEK)
    assert "cy@example.org" in week(MONDAY + 2 * WEEK)


def test_an_owner_in_another_organisation_is_followed_by_its_contact(lead, plan):
    trust = make.agency("Fen Trust", kind=AgencyKind.HEALTH, contact_email="desk@trust.example")
    late(lead, plan, somebody("Ann Lee", of=trust), days=4)
    assert set(week()) == {"ann@example.org"}
    body = week(MONDAY + WEEK)["desk@trust.example"]
    assert "Your organisation answers" in body
    assert len(tokens(body)) == 1


def test_an_organisation_that_owns_is_asked_by_its_contact(lead, plan):
    trust = make.agency("Fen Trust", kind=AgencyKind.HEALTH, contact_email="desk@trust.example")
    late(lead, plan, trust)
    assert len(tokens(week()["desk@trust.example"])) == 1


def test_a_post_is_asked_by_whoever_holds_it(lead, plan):
    late(lead, plan, make.post("Head of Housing", somebody("Ann Lee")))
    assert set(week()) == {"ann@example.org"}


@pytest.mark.parametrize(
    ("owner", "words"),
    [
        (lambda: make.post("Head of Nothing"), "the post that owns it stands empty"),
        (lambda: make.person("Nobody Known"), "no e-mail address"),
        (
            lambda: make.agency("Fen Trust", kind=AgencyKind.HEALTH),
            "no contact address",
        ),
    ],
)
def test_what_nobody_can_be_asked_goes_to_the_lead_with_the_reason(lead, plan, owner, words):
    row = late(lead, plan, owner())
    body = week()[lead.user.email]
    assert words in body
    assert row.reference in body
    assert tokens(body) == []


def test_the_lead_whom_the_plan_names_is_asked_instead(lead, plan):
    named = somebody("Dee Deputy")
    set_chasing(lead, plan.reference, 0, is_chased=True, days={}, lead=named, today=MONDAY)
    late(lead, plan, make.post("Head of Nothing"))
    assert set(week()) == {"dee@example.org"}


def test_a_part_that_nobody_owns_is_asked_of_the_owner_of_the_whole(lead, plan):
    whole = make.owned(lead, plan, somebody("Ann Lee"), due_on=MONDAY + 90 * DAY, today=MONDAY)
    part = make.added(
        lead, plan, "A part", parent=whole, due_on=MONDAY - 4 * DAY, today=MONDAY - 60 * DAY
    )
    assert part.reference in week()["ann@example.org"]


def test_what_was_declared_complete_is_not_chased_until_the_lead_asks(lead, plan):
    row = late(lead, plan, somebody("Ann Lee"))
    declare_complete(lead, row.reference, "Done.", today=MONDAY - 2 * DAY)
    assert week() == {}
    with pytest.raises(Problem):
        chase_now(lead, [row.reference], SITE, today=MONDAY)
    ask_for_evidence(lead, row.reference, "Show it.", today=MONDAY + DAY)
    assert "evidence asked for on 16 June 2026" in week(MONDAY + WEEK)["ann@example.org"]


def test_a_recurring_duty_is_chased_for_the_time_that_is_open(lead, plan):
    row = make.owned(
        lead, plan, somebody("Ann Lee"), recurrence="monthly", start_on=MONDAY - 5 * DAY,
        today=MONDAY - 30 * DAY,
    )  # fmt: skip
    assert row.reference in week()["ann@example.org"]
    assert Chase.objects.get().due_on == MONDAY - 5 * DAY


def test_a_duty_whose_evidence_ran_out_is_chased_for_both(lead, plan):
    row = make.owned(
        lead, plan, somebody("Ann Lee"), recurrence="monthly", start_on=MONDAY - 5 * DAY,
        today=MONDAY - 30 * DAY,
    )  # fmt: skip
    meet_occurrence(lead, row.reference, MONDAY - 8 * DAY, today=MONDAY - 8 * DAY)
    ask_for_evidence(lead, row.reference, "Show it.", today=MONDAY - DAY)
    body = week()["ann@example.org"]
    assert "evidence asked for on 14 June 2026" in body
    later = week(make.now(row).next_on)["ann@example.org"]
    assert f"{row.reference}, due" in later


def test_nobody_is_written_to_about_what_a_conflict_or_a_seal_closes(lead, plan):
    owner = somebody("Ann Lee")
    owner.manager = somebody("Cy Boss")
    owner.save()
    row = late(lead, plan, owner)
    Guard.objects.filter(pk=row.guard_id).update(is_sealed=True)
    assert set(week()) == {"ann@example.org"}
    later = week(MONDAY + WEEK) | week(MONDAY + 2 * WEEK)
    assert "cy@example.org" not in later
    Guard.objects.filter(pk=row.guard_id).update(is_sealed=False)
    Conflict.objects.create(guard_id=row.guard_id, person=owner, reason="Named in it")
    assert "ann@example.org" not in week(MONDAY + 8 * WEEK)


def test_a_plan_may_have_its_own_days_or_none(lead, plan):
    days = {"after": 30, "before": None, "manager": 40, "lead": 50}
    made = set_chasing(lead, plan.reference, 0, is_chased=True, days=days, lead=None, today=MONDAY)
    late(lead, plan, somebody("Ann Lee"), days=12)
    assert week() != {}
    assert Chase.objects.get().step == "on_the_day"
    with pytest.raises(Stale):
        set_chasing(lead, plan.reference, 0, is_chased=False, days={}, lead=None, today=MONDAY)
    set_chasing(
        lead, plan.reference, made.version, is_chased=False, days={}, lead=None, today=MONDAY
    )
    assert week(MONDAY + 6 * WEEK) == {}


def test_the_owner_hears_of_it_before_anybody_else(lead, plan):
    days = {"before": None, "on_the_day": None, "after": 30}
    with pytest.raises(Problem):
        set_chasing(lead, plan.reference, 0, is_chased=True, days=days, lead=None, today=MONDAY)


def test_after_the_last_step_the_owner_is_reminded_again_now_and_then(lead, plan):
    late(lead, plan, somebody("Ann Lee"), days=200)
    for number in range(12):
        week(MONDAY + number * WEEK)
    steps = list(Chase.objects.order_by("pk").values_list("step", flat=True))
    assert steps[:1] == ["after"]
    assert {"manager", "lead", "again_1"} <= set(steps)
    assert len(steps) == len(set(steps))


def test_every_reminder_stands_in_the_thread_and_does_not_count_as_an_answer(lead, plan):
    row = late(lead, plan, somebody("Ann Lee"))
    before = row.updated_on
    week()
    update = Update.objects.get(kind="chased")
    assert "Ann Lee" in update.words
    assert make.now(row).updated_on == before


def test_the_lead_may_chase_at_once_and_only_once_a_day(lead, plan):
    row = make.owned(lead, plan, somebody("Ann Lee"), due_on=MONDAY + 60 * DAY, today=MONDAY)
    assert chase_now(lead, [row.reference], SITE, today=MONDAY) == 1
    with pytest.raises(Problem):
        chase_now(lead, [row.reference], SITE, today=MONDAY)
    assert chase_now(lead, [row.reference], SITE, today=MONDAY + DAY) == 1
    assert Chase.objects.filter(step="now").count() == 2


def test_a_newer_link_takes_the_place_of_the_one_before(lead, plan):
    row = late(lead, plan, somebody("Ann Lee"))
    week()
    chase_now(lead, [row.reference], SITE, today=MONDAY)
    assert Link.objects.filter(revoked_at__isnull=True).count() == 1


def test_links_of_somebody_who_no_longer_owns_it_are_stopped(lead, plan):
    row = late(lead, plan, somebody("Ann Lee"))
    week()
    assert revoke_stale_links(system("daily"), today=MONDAY) == 0
    new = somebody("Bo Rowe")
    assign_owners(lead, row.reference, [OwnerMark(new.reference)], today=MONDAY)
    assert revoke_stale_links(system("daily"), today=MONDAY) == 1
    assert revoke_stale_links(system("daily"), today=MONDAY) == 0


def test_the_lead_may_stop_the_links_of_an_action(lead, plan):
    row = late(lead, plan, somebody("Ann Lee"))
    week()
    assert revoke_answers(lead, row.reference) == 1
    assert not Link.objects.filter(revoked_at__isnull=True).exists()


def test_only_those_who_lead_plans_chase(lead, plan):
    row = late(lead, plan, somebody("Ann Lee"))
    owner = by_user(make.account(Role.ACTION_OWNER, Role.SERVICE_MANAGER))
    for by in (owner, public()):
        with pytest.raises(Refused):
            chase_now(by, [row.reference], SITE, today=MONDAY)
        with pytest.raises(Refused):
            revoke_answers(by, row.reference)
        with pytest.raises(Refused):
            revoke_stale_links(by, today=MONDAY)
        with pytest.raises(Refused):
            set_chasing(by, plan.reference, 0, is_chased=True, days={}, lead=None, today=MONDAY)
    assert not Notice.objects.exists()


def test_a_message_holds_only_so_many_actions_and_the_rest_follow(lead, plan):
    owner = somebody("Ann Lee")
    for number in range(33):
        late(lead, plan, owner, days=4 + number)
    body = week()["ann@example.org"]
    assert len(tokens(body)) == 30
    assert "3 more actions will follow" in body
    assert len(tokens(week(MONDAY + WEEK)["ann@example.org"])) == 3
