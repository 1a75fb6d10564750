"""When somebody leaves nothing is left without an owner, and their account closes."""

import datetime as dt

import pytest

from joinedup.access.actions.accounts import close_accounts_of_leavers
from joinedup.access.choices import Role
from joinedup.access.models import Guard, User
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem as AccessProblem
from joinedup.assurance import actions
from joinedup.assurance.models import Owner
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.timedelta(days=1)


@pytest.fixture
def lead():
    return made.lead("Ada")


def owners(action):
    return [one.person.name for one in Owner.objects.filter(action=action, to_on__isnull=True)]


def test_a_leaver_keeps_the_account_to_the_last_day_and_no_longer(lead):
    kate = made.account(Role.ACTION_OWNER, name="Kate")
    before = kate.session_round
    actions.leave(lead, kate.person.reference, TODAY, today=TODAY)
    assert User.objects.get(pk=kate.pk).is_active
    assert close_accounts_of_leavers(system("daily"), today=TODAY) == 0
    assert close_accounts_of_leavers(system("daily"), today=TODAY + DAY) == 1
    closed = User.objects.get(pk=kate.pk)
    assert (closed.is_active, closed.session_round) == (False, before + 1)
    assert Entry.objects.filter(chain=kate.reference, verb="account.close").exists()
    assert close_accounts_of_leavers(system("daily"), today=TODAY + 2 * DAY) == 0


def test_who_left_before_today_is_shut_out_at_once(lead):
    kate = made.account(Role.ACTION_OWNER, name="Kate")
    actions.leave(lead, kate.person.reference, TODAY - DAY, today=TODAY)
    assert not User.objects.get(pk=kate.pk).is_active


def test_posts_end_on_record_when_their_holder_leaves(lead):
    kate = made.person("Kate")
    post = made.post("Head of Housing", kate)
    actions.leave(lead, kate.reference, TODAY, today=TODAY)
    ended = Entry.objects.get(verb="post.holding_end")
    assert (ended.chain, post.holdings.get().to_on) == (post.reference, TODAY)


def test_the_last_system_administrator_does_not_leave_alone(lead):
    keeper = made.account(Role.SYSTEM_ADMINISTRATOR, name="Pat")
    with pytest.raises(AccessProblem, match="last system administrator"):
        actions.leave(lead, keeper.person.reference, TODAY, today=TODAY)
    made.account(Role.SYSTEM_ADMINISTRATOR, name="Sam")
    actions.leave(lead, keeper.person.reference, TODAY, today=TODAY)
    keeper.person.refresh_from_db()
    assert keeper.person.left_on == TODAY


def test_nobody_takes_over_from_themselves(lead):
    kate = made.person("Kate")
    row = made.owned(lead, made.plan(lead), kate)
    with pytest.raises(Problem, match="somebody else"):
        actions.leave(lead, kate.reference, TODAY, today=TODAY, new=kate.reference)
    kate.refresh_from_db()
    assert kate.left_on is None and owners(row) == ["Kate"]


def test_what_the_lead_cannot_open_is_not_orphaned(lead):
    kate, bo = made.person("Kate"), made.person("Bo")
    plan = made.plan(lead)
    row = made.owned(lead, plan, kate)
    Guard.objects.filter(pk=row.guard_id).update(is_sealed=True)
    with pytest.raises(Problem, match="can't open"):
        actions.leave(lead, kate.reference, TODAY, today=TODAY, new=bo.reference)
    kate.refresh_from_db()
    assert kate.left_on is None and owners(row) == ["Kate"]


def test_only_those_who_keep_people_close_accounts_of_leavers():
    for role in (Role.ACTION_OWNER, Role.COUNCILLOR, Role.SYSTEM_ADMINISTRATOR):
        with pytest.raises(Refused):
            close_accounts_of_leavers(by_user(made.account(role)), today=TODAY)
