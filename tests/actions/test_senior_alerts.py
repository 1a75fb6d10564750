"""What is put before a named senior reaches somebody who reads it: at once, and again."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Grant, Holding
from joinedup.access.permission import Refused, by_user
from joinedup.audit.actor import system
from joinedup.clocks.choices import Outcome
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import to_read_above
from joinedup.notices.models import Notice
from joinedup.referrals import actions
from joinedup.referrals.choices import AlertTo
from joinedup.referrals.models import SeniorAlert
from tests.factories import assurance as make
from tests.factories import referrals as hand

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
DAY = dt.timedelta(days=1)
POST = "Designated Safeguarding Lead"
SITE = "https://joined.example/"


@pytest.fixture
def duty():
    return hand.worker()


def holder(*roles, name="Des Lead"):
    """Somebody of these roles who holds the post."""
    user = make.account(*roles, name=name)
    make.post(POST, holder=user.person)
    return user


def alerts(before):
    return SeniorAlert.objects.filter(before=before)


def mails(user):
    return Notice.objects.filter(recipient=user.email, key__startswith="alert:").order_by("pk")


def fresh(user):
    """The same person at another time: what is kept for one request is gone."""
    user.__dict__.pop("_standing", None)
    user.__dict__.pop("_open_guards", None)
    return user


def test_the_holder_of_the_post_is_written_to_at_once_and_nobody_is_named(duty):
    lead = holder(Role.SAFEGUARDING_LEAD)
    other = make.account(Role.CASE_MANAGER)
    row = hand.declined(duty)
    (mail,) = mails(lead)
    (alert,) = SeniorAlert.objects.all()
    assert f"/alerts/{alert.reference}/" in mail.body and row.reference not in mail.body
    assert hand.PARTS["person"] not in mail.body and "Kay" not in mail.subject
    assert not mails(other)
    (shown,) = to_read_above(fresh(lead), TODAY)
    assert (shown.reference, shown.due_on) == (alert.reference, TODAY + DAY)
    assert shown.title == "A child’s referral with clear signs of exploitation was declined"


def test_a_holder_who_cannot_read_cases_leaves_a_receipt_and_managers_leave_theirs(duty):
    director = holder(Role.SERVICE_MANAGER)
    lead = make.account(Role.SAFEGUARDING_LEAD)
    hand.declined(duty)
    assert len(mails(director)) == len(mails(lead)) == 1
    to_post, to_managers = alerts(AlertTo.POST).get(), alerts(AlertTo.MANAGERS).get()
    actions.read_alert(by_user(fresh(director)), to_post.reference, today=TODAY)
    assert [one.reference for one in to_read_above(lead, TODAY)] == [to_managers.reference]
    with pytest.raises(Refused):
        actions.read_alert(by_user(director), to_managers.reference, today=TODAY)
    actions.read_alert(by_user(lead), to_managers.reference, today=TODAY)
    assert not Clock.objects.filter(about__startswith="SA-", outcome=Outcome.OPEN).exists()


def test_where_nobody_holds_the_post_those_who_manage_cases_get_it(duty):
    make.post(POST)
    lead = make.account(Role.SAFEGUARDING_LEAD)
    hand.declined(duty)
    assert SeniorAlert.objects.get().before == AlertTo.MANAGERS and len(mails(lead)) == 1


def test_where_a_conflict_keeps_every_manager_from_it_those_who_set_access_get_it(duty):
    lead = make.account(Role.SAFEGUARDING_LEAD)
    officer = make.account(Role.INFORMATION_GOVERNANCE)
    before = hand.guard()
    Conflict.objects.create(guard=before, person=lead.person, reason="Her niece")
    hand.declined(duty, before)
    alert = SeniorAlert.objects.get()
    assert alert.before == AlertTo.GOVERNANCE and len(mails(officer)) == 1 and not mails(lead)
    assert to_read_above(lead, TODAY) == [] and len(to_read_above(officer, TODAY)) == 1
    with pytest.raises(Refused):
        actions.read_alert(by_user(lead), alert.reference, today=TODAY)
    assert actions.read_alert(by_user(officer), alert.reference, today=TODAY).read_by == officer


def test_a_holder_with_a_conflict_of_interest_hears_nothing(duty):
    senior, lead = holder(Role.CASE_MANAGER), make.account(Role.SAFEGUARDING_LEAD)
    before = hand.guard()
    Conflict.objects.create(guard=before, person=senior.person, reason="His nephew")
    hand.declined(duty, before)
    assert not mails(senior) and to_read_above(senior, TODAY) == []
    assert alerts(AlertTo.MANAGERS).count() == len(mails(lead)) == 1


def test_what_nobody_reads_is_chased_and_led_up(duty):
    senior, boss = holder(Role.CASE_MANAGER), make.account(Role.SERVICE_MANAGER)
    senior.person.manager = boss.person
    senior.person.save()
    lead = make.account(Role.SAFEGUARDING_LEAD)
    hand.declined(duty)
    job, due = system("daily"), TODAY + DAY
    assert actions.chase_alerts(job, SITE, today=due) == 0
    assert actions.chase_alerts(job, SITE, today=due + DAY) == 1
    assert actions.chase_alerts(job, SITE, today=due + DAY) == 0
    assert mails(senior).last().body.count("nobody has") == 1
    assert not mails(lead) and not mails(boss)
    assert actions.chase_alerts(job, SITE, today=due + 2 * DAY) == 3
    assert mails(lead).get().body.count(SITE) == 1
    assert POST in mails(boss).get().body and "Des Lead" not in mails(boss).get().body
    assert alerts(AlertTo.POST).get().read_at is None
    assert len(to_read_above(lead, due)) == 1
    SeniorAlert.objects.filter(before=AlertTo.MANAGERS).update(read_at=timezone.now(), read_by=lead)
    count = SeniorAlert.objects.count()
    assert actions.chase_alerts(job, SITE, today=due + 3 * DAY) == 0
    assert SeniorAlert.objects.count() == count


def test_whoever_holds_the_post_later_is_written_to_and_nobody_is_left_without_it(duty):
    senior = holder(Role.CASE_MANAGER)
    hand.declined(duty)
    post = alerts(AlertTo.POST).get().post
    Holding.objects.filter(post=post).update(to_on=TODAY - DAY)
    Grant.objects.filter(user=senior).update(to_on=TODAY - DAY)
    lead = make.account(Role.SAFEGUARDING_LEAD)
    assert actions.chase_alerts(system("daily"), SITE, today=TODAY) == 1
    assert len(mails(lead)) == 1
    new = make.account(Role.CASE_MANAGER)
    make.hold(post, new.person)
    assert actions.chase_alerts(system("daily"), SITE, today=TODAY) == 1
    assert len(mails(new)) == 1
