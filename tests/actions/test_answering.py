"""A link lets its holder say how one action stands: once, until it runs out, and nothing else."""

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Conflict
from joinedup.access.permission import Refused, check
from joinedup.assurance.actions import agree, assign_owners, end_plan
from joinedup.assurance.actions.answering import Answered, answer_by_link, send_link_again
from joinedup.assurance.actions.dates import Decision, approve_date
from joinedup.assurance.models import Evidence, ProposedDate, Update
from joinedup.assurance.queries.answering import asked_by
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.models import Entry
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link, Notice
from joinedup.notices.queries import by_link, link_of, state_of
from joinedup.notices.rules import LinkState
from tests.factories import assurance as make
from tests.factories.chasing import DAY, MONDAY, SITE, late, somebody, tokens, week

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TODAY = MONDAY + DAY


@pytest.fixture
def lead():
    return make.lead("Lea Lead")


@pytest.fixture
def plan(lead):
    return make.plan(lead)


@pytest.fixture
def owner():
    return somebody("Ann Lee")


@pytest.fixture
def row(lead, plan, owner):
    return late(lead, plan, owner)


@pytest.fixture
def link(row):
    (token,) = tokens(week()["ann@example.org"])
    found = link_of(token, Purpose.ANSWER)
    assert state_of(found) is LinkState.GOOD
    return found


def test_words_go_into_the_thread_under_the_owners_name_and_as_a_link_holders(link, row, owner):
    answer_by_link(link, Answered(words="Half of it is there."), today=TODAY)
    said = Update.objects.filter(action=row).latest("number")
    assert (said.words, said.by_kind, said.by_ref) == (
        "Half of it is there.",
        "link",
        link.reference,
    )
    assert (said.said_by, said.said_by_person) == ("Ann Lee", owner)
    assert Entry.objects.filter(by_kind="link", by_ref=link.reference, chain=row.reference).exists()


def test_done_is_declared_only_and_the_owner_cannot_agree_it(link, row, owner, lead):
    answer_by_link(link, Answered(how="done", words="Signed."), today=TODAY)
    assert (make.now(row).status, make.now(row).proof) == ("complete", "declared")
    lead.user.person = owner
    with pytest.raises(Problem):
        agree(lead, row.reference, today=TODAY)


def test_evidence_comes_in_as_a_file_and_as_an_address(link, row):
    said = Answered(file_name="minute.txt", file=b"Agreed.", link="https://council.example/papers")
    answer_by_link(link, said, today=TODAY)
    kinds = Evidence.objects.filter(action=row).values_list("kind", "added_by")
    assert sorted(kinds) == [("file", None), ("link", None)]


def test_a_duty_that_comes_back_is_met(lead, plan, owner):
    row = make.owned(
        lead, plan, owner, recurrence="monthly", start_on=MONDAY - 5 * DAY, today=MONDAY - 30 * DAY
    )
    (token,) = tokens(week()["ann@example.org"])
    answer_by_link(link_of(token, Purpose.ANSWER), Answered(how="met"), today=TODAY)
    assert make.now(row).last_met_on == TODAY


def test_a_new_date_waits_until_somebody_approves_it(link, row, lead):
    day = MONDAY + 40 * DAY
    answer_by_link(link, Answered(new_on=day, reason="Staff left."), today=TODAY)
    assert make.now(row).due_on == row.due_on
    waiting = ProposedDate.objects.get(action=row)
    assert (waiting.due_on, waiting.said_by, waiting.state) == (day, "Ann Lee", "waiting")
    approve_date(lead, waiting.reference, Decision("Lea Lead", TODAY), today=TODAY)
    assert make.now(row).due_on == day


def test_a_link_works_once(link):
    answer_by_link(link, Answered(words="Once."), today=TODAY)
    with pytest.raises(Refused):
        answer_by_link(link, Answered(words="Twice."), today=TODAY)
    assert not Update.objects.filter(words="Twice.").exists()


def test_what_cannot_be_said_leaves_the_link_good(link):
    with pytest.raises(Problem):
        answer_by_link(link, Answered(), today=TODAY)
    link.refresh_from_db()
    assert link.used_at is None


def test_a_link_that_ran_out_or_was_stopped_opens_nothing(link):
    Link.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    with pytest.raises(Refused):
        answer_by_link(link, Answered(words="Late."), today=TODAY)
    Link.objects.update(expires_at=timezone.now() + dt.timedelta(days=1), revoked_at=timezone.now())
    with pytest.raises(Refused):
        answer_by_link(link, Answered(words="Stopped."), today=TODAY)


def test_who_no_longer_owns_it_is_refused_at_once(link, row, lead):
    new = somebody("Bo Rowe")
    assign_owners(lead, row.reference, [OwnerMark(new.reference)], today=TODAY)
    assert asked_by(link, TODAY) is None
    with pytest.raises(Refused):
        answer_by_link(link, Answered(words="Still me."), today=TODAY)


def test_a_conflict_of_interest_closes_the_link(link, row, owner):
    Conflict.objects.create(guard_id=row.guard_id, person=owner, reason="Named in it")
    assert asked_by(link, TODAY) is None
    with pytest.raises(Refused):
        answer_by_link(link, Answered(words="Me."), today=TODAY)


def test_the_end_of_the_plan_closes_the_link(link, lead, plan):
    end_plan(lead, plan.reference, TODAY, "Done with")
    assert asked_by(link, TODAY) is None


def test_opening_a_link_changes_nothing_but_is_recorded(link, row):
    before = Update.objects.count(), make.now(row).version
    assert asked_by(link, TODAY).action == row
    assert (Update.objects.count(), make.now(row).version) == before
    assert Entry.objects.filter(verb="link.open", by_ref=link.reference).exists()


def test_a_link_writes_to_its_own_action_and_nowhere_else(link, row, lead, plan):
    other = late(lead, plan, somebody("Bo Rowe"))
    by = by_link(link, opens=row.reference)
    check(by, May.UPDATE_ACTIONS, row.guard_id, row.reference)
    for may, item in (
        (May.UPDATE_ACTIONS, other.reference),
        (May.UPDATE_ACTIONS, ""),
        (May.EDIT_PLANS, row.reference),
        (May.READ_PLANS, row.reference),
    ):
        with pytest.raises(Refused):
            check(by, may, row.guard_id, item)
    with pytest.raises(Refused):
        check(by_link(link), May.UPDATE_ACTIONS, row.guard_id, "")


def test_a_new_link_goes_to_the_same_address_once_a_day(link, row):
    answer_by_link(link, Answered(words="Once."), today=TODAY)
    assert send_link_again(link, SITE, today=TODAY) is True
    assert send_link_again(link, SITE, today=TODAY) is False
    notice = Notice.objects.latest("pk")
    assert notice.recipient == "ann@example.org"
    (token,) = tokens(notice.body)
    answer_by_link(link_of(token, Purpose.ANSWER), Answered(words="Twice."), today=TODAY)
    assert Update.objects.filter(action=row, words="Twice.").exists()


def test_no_new_link_is_sent_to_somebody_who_no_longer_answers(link, row, lead):
    assign_owners(lead, row.reference, [OwnerMark(somebody("Bo Rowe").reference)], today=TODAY)
    with pytest.raises(Refused):
        send_link_again(link, SITE, today=TODAY)
