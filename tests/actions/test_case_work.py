"""The team, who speaks for somebody, steps and warnings that move on, files, handing over."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Conflict
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import system
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.models import Context, Flag, Note
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.queries.one import case_view, signers_of
from joinedup.clocks.actions import hand_over
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for
from joinedup.files.models import StoredFile
from joinedup.notices.models import Notice
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import referrals
from tests.factories.referrals import TODAY

pytestmark = pytest.mark.django_db
WEEK = dt.timedelta(days=7)


@pytest.fixture
def boss():
    return hand.manager()


@pytest.fixture
def case(boss):
    return hand.opened(boss)


def days_of(about):
    return list(open_for([about]).values_list("due_on", flat=True))


def test_who_left_the_team_stays_on_record(boss, case):
    made = actions.join_case(boss, case.reference, "Nell Nurse", "School nurse", None, today=TODAY)
    assert actions.leave_case(boss, case.reference, made.pk, today=TODAY).to_on == TODAY
    with pytest.raises(Refused):
        actions.leave_case(boss, case.reference, made.pk, today=TODAY)


def test_what_no_longer_holds_outside_the_home_says_what_changed(boss, case):
    made = actions.note_context(boss, case.reference, "place", "Car park", today=TODAY)
    with pytest.raises(Problem, match="what has changed"):
        actions.end_context(boss, case.reference, made.pk, "", today=TODAY)
    actions.end_context(boss, case.reference, made.pk, "It is lit and watched", today=TODAY)
    assert "lit and watched" in Context.objects.get().words


def test_an_advocate_has_a_name_and_nobody_needs_a_reason(boss, case):
    for wrong in ("has", "declined", "perhaps"):
        with pytest.raises(Problem):
            actions.record_advocacy(boss, case.reference, wrong, today=TODAY)
    actions.record_advocacy(boss, case.reference, "has", "Ada, Voices", today=TODAY)
    assert case.advocacy.get().name == "Ada, Voices"


def test_a_step_moves_with_its_reason_and_its_clock(boss, case):
    item = actions.add_item(
        boss, case.reference, "Counselling", "Willow", TODAY + WEEK, today=TODAY, is_support=True
    )
    late = TODAY + 3 * WEEK
    with pytest.raises(Problem, match="why it moves"):
        actions.move_item(boss, case.reference, item.reference, late, " ", today=TODAY)
    with pytest.raises(Problem, match="to come"):
        actions.move_item(boss, case.reference, item.reference, TODAY - WEEK, "x", today=TODAY)
    actions.move_item(boss, case.reference, item.reference, late, "Waiting list", today=TODAY)
    assert days_of(item.reference) == [late]
    assert open_for([item.reference]).get().blocks_closing
    assert "Waiting list" in Note.objects.get().words


def test_a_warning_is_owed_a_second_look_until_it_is_taken_off(boss, case):
    flag = actions.set_flag(
        boss, case.reference, "Visit in twos", "A dog", TODAY + WEEK, today=TODAY
    )
    assert days_of(flag.reference) == [TODAY + WEEK]
    later = TODAY + 5 * WEEK
    with pytest.raises(Problem, match="still holds"):
        actions.review_flag(boss, case.reference, flag.reference, "", later, today=TODAY)
    actions.review_flag(boss, case.reference, flag.reference, "Heard it", later, today=TODAY)
    assert days_of(flag.reference) == [later] and Flag.objects.get().review_on == later
    actions.remove_flag(boss, case.reference, flag.reference, "The dog is gone", today=TODAY)
    assert days_of(flag.reference) == []


def test_a_warning_on_a_closed_case_is_not_looked_at_again(boss):
    ready = hand.ready(boss)
    flag = actions.set_flag(
        boss, ready.reference, "Visit in twos", "A dog", TODAY + WEEK, today=TODAY
    )
    closed = hand.closed(boss, make.lead("Second Lead"), ready)
    with pytest.raises(Problem, match="closed"):
        actions.review_flag(
            boss, closed.reference, flag.reference, "Heard it", TODAY + 5 * WEEK, today=TODAY
        )


def test_a_file_is_kept_with_what_it_is(boss, case):
    with pytest.raises(Problem, match="Choose a file"):
        actions.add_file(boss, case.reference, [], "Letter", today=TODAY)
    with pytest.raises(Problem, match="what it is"):
        actions.add_file(boss, case.reference, [("a.txt", b"x")], "", today=TODAY)
    actions.add_file(boss, case.reference, [("a.txt", b"x")], "Letter of the school", today=TODAY)
    assert StoredFile.objects.get(about=case.reference).guard_id == case.guard_id


def test_domestic_abuse_that_is_learnt_later_asks_for_the_housing_check(boss, case):
    assert actions.name_domestic_abuse(boss, case.reference).is_domestic_abuse


def test_what_the_one_before_owed_the_next_one_owes(boss, case):
    nxt = hand.worker("Next Worker")
    flag = actions.set_flag(
        boss, case.reference, "Visit in twos", "A dog", TODAY + WEEK, today=TODAY
    )
    actions.transfer(boss, case.reference, nxt.person, "Trusts the nurse", today=TODAY)
    owed = open_for([case.reference, flag.reference]).values_list("owes_person", flat=True)
    assert set(owed) == {nxt.person_id} and len(owed) == 4


def test_a_challenge_that_the_one_before_could_raise_the_next_one_owes(boss):
    first, nxt = hand.by_user(hand.worker("First Worker")), hand.worker("Next Worker")
    case = hand.opened(boss, who=first.user)
    row = referrals.declined(first, case.guard)
    owed = open_for([row.reference]).filter(kind=ClockKind.CHALLENGE)
    assert owed.get().owes_person_id == first.user.person_id
    actions.transfer(boss, case.reference, nxt.person, "Trusts the nurse", today=TODAY)
    assert owed.get().owes_person_id == nxt.person_id


def test_the_newest_views_are_shown_however_much_was_written_since(boss, case):
    actions.write_note(boss, case.reference, "views", "I want my bed back", today=TODAY)
    now = timezone.now()
    Note.objects.bulk_create(
        Note(case=case, kind="note", words=f"Note {one}", happened_on=TODAY, written_at=now)
        for one in range(120)
    )
    last = case_view(boss.user, case, TODAY).last_views
    assert last is not None and last.words == "I want my bed back"


def test_what_is_wanted_and_why_it_is_overridden_stay_as_they_were_said(boss):
    case = hand.opened(boss, route="section_42", people=[NewPerson("Moira", "adult")])
    said = {"capacity": "has", "agreement": "disagrees", "ground": "A child lives there"}
    for wants in ("To be left alone", "To be left alone", "To move nearer to Di"):
        actions.record_wishes(boss, case.reference, wants=wants, today=TODAY, **said)
    rows = Note.objects.filter(case=case).order_by("pk").values_list("kind", "words")
    assert list(rows) == [
        ("views", "To be left alone"),
        (
            "decision",
            "Whether they can decide this: Can decide this. Whether they agree to our work: They do "
            "not agree. We act against what they want, because: A child lives there",
        ),
        ("views", "To move nearer to Di"),
    ]


def test_clocks_of_warnings_and_support_run_under_rules_of_the_book(boss, case):
    flag = actions.set_flag(
        boss, case.reference, "Visit in twos", "A dog", TODAY + WEEK, today=TODAY
    )
    item = actions.add_item(
        boss, case.reference, "Counselling", "The trust", TODAY + WEEK, today=TODAY, is_support=True
    )
    for clock in open_for([flag.reference, item.reference, case.reference]):
        assert clock.rule_hash == limit_on(clock.rule_code, TODAY).content_hash


def test_nobody_else_gives_a_time_limit_away(boss, case):
    other = hand.by_user(hand.worker("Some Other"))
    clock = open_for([case.reference]).first()
    with pytest.raises(Refused):
        hand_over(other, clock.reference, other.user.person_id, May.WORK_CASES)


def test_a_team_with_one_manager_has_the_lead_to_sign(boss, case):
    assert signers_of(case, boss.user) == ()
    make.lead("Lea Lead")
    hand.worker("Not Her")
    assert signers_of(case, boss.user) == ("Lea Lead",)
    second = hand.manager("Sec Ond")
    assert signers_of(case, boss.user) == ("Lea Lead", "Sec Ond")
    hand.in_team(second, "Another team")
    assert signers_of(case, boss.user) == ("Lea Lead",)


def test_workers_are_reminded_once_a_week_with_numbers_and_no_name(boss):
    hand.opened(boss, on=TODAY - 20 * WEEK)
    site = "https://joined-up.example.org/"
    by = system("daily")
    assert actions.remind_workers(by, site, today=TODAY) == 1
    assert actions.remind_workers(by, site, today=TODAY) == 0
    mail = Notice.objects.get()
    assert mail.recipient == boss.user.email and "past their day: 2" in mail.body
    assert "Kay" not in mail.body and "/cases/" in mail.body
    with pytest.raises(Refused):
        actions.remind_workers(hand.by_user(hand.worker()), site, today=TODAY)


def test_what_a_conflict_closes_to_a_worker_is_not_counted_in_their_mail(boss):
    case = hand.opened(boss, on=TODAY - 20 * WEEK)
    Conflict.objects.create(guard=case.guard, person=boss.user.person, reason="Her uncle")
    assert actions.remind_workers(system("daily"), "https://example.org/", today=TODAY) == 0
    assert not Notice.objects.exists()


def test_a_visit_of_long_ago_is_still_when_they_were_last_seen(boss, case):
    view = case_view(boss.user, case, TODAY)
    assert view.seen_on is None and view.alone_on is None
    visits = {WEEK: False, 2 * WEEK: True}
    for ago, alone in visits.items():
        actions.write_note(
            boss, case.reference, "visit", "Seen", today=TODAY, on=TODAY - ago, is_seen_alone=alone
        )
    rows = [
        Note(case=case, kind="note", words="Called", happened_on=TODAY, written_at=timezone.now())
        for _ in range(101)
    ]
    Note.objects.bulk_create(rows)
    view = case_view(boss.user, case, TODAY)
    assert (view.seen_on, view.alone_on) == (TODAY - WEEK, TODAY - 2 * WEEK)


WEEK_ON = TODAY + WEEK


@pytest.mark.parametrize(
    "act",
    [
        lambda by, ref: actions.leave_case(by, ref, 1, today=TODAY),
        lambda by, ref: actions.end_context(by, ref, 1, "x", today=TODAY),
        lambda by, ref: actions.record_advocacy(by, ref, "asked", today=TODAY),
        lambda by, ref: actions.name_domestic_abuse(by, ref),
        lambda by, ref: actions.add_file(by, ref, [("a.txt", b"x")], "x", today=TODAY),
        lambda by, ref: actions.move_item(by, ref, "CP-1", WEEK_ON, "x", today=TODAY),
        lambda by, ref: actions.review_flag(by, ref, "FL-1", "x", WEEK_ON, today=TODAY),
    ],
)
def test_nobody_else_works_on_the_case(case, act):
    with pytest.raises(Refused):
        act(hand.by_user(hand.worker("Some Other")), case.reference)
