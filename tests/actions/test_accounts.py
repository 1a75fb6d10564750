"""Accounts and roles: opened, closed, given, withdrawn, and refused to those who may not."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from joinedup.access.actions.accounts import (
    close_account,
    open_account,
    reopen_account,
    reset_second_step,
    sign_out_account,
    sign_out_everywhere,
)
from joinedup.access.actions.roles import give_role, withdraw_role
from joinedup.access.choices import May, Role
from joinedup.access.models import Grant, Person, User
from joinedup.access.permission import Refused, by_user, holds
from joinedup.access.problems import Problem
from joinedup.audit.models import Entry
from tests.actions.access_cases import LONG_AGO, account, home_agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return by_user(account("keeper@example.org", Role.SYSTEM_ADMINISTRATOR))


@pytest.fixture
def lead():
    return by_user(account("lead@example.org", Role.SAFEGUARDING_LEAD))


def opened(by, email="new@example.org"):
    return open_account(
        by,
        name="Nell New",
        email=email,
        agency=home_agency(),
        roles=[Role.ACTION_OWNER],
        from_on=LONG_AGO,
    )


def test_an_account_is_opened_without_a_password_and_recorded(keeper):
    user = opened(keeper, "New@Example.org")
    assert user.email == "new@example.org"
    assert not user.has_usable_password()
    assert user.person.name == "Nell New"
    assert Entry.objects.filter(chain=user.reference, verb="account.open").exists()


def test_somebody_already_on_the_list_gets_the_account(keeper):
    person = Person.objects.create(name="Nell", email="new@example.org", agency=home_agency())
    assert opened(keeper).person == person


def test_an_address_has_one_account(keeper):
    opened(keeper)
    with pytest.raises(Problem, match="already has an account"):
        opened(keeper, "NEW@example.org")


@pytest.mark.parametrize(
    "attempt",
    [
        lambda by, user: opened(by),
        lambda by, user: close_account(by, user),
        lambda by, user: reopen_account(by, user),
        lambda by, user: sign_out_account(by, user),
        lambda by, user: sign_out_everywhere(by, user),
        lambda by, user: reset_second_step(by, user),
        lambda by, user: give_role(by, user, Role.COUNCILLOR, LONG_AGO),
        lambda by, user: withdraw_role(by, user.grants.get()),
    ],
)
def test_accounts_are_not_for_the_safeguarding_lead(lead, attempt):
    user = account("other@example.org", Role.PARTNER)
    before = Entry.objects.count()
    with pytest.raises(Refused):
        attempt(lead, user)
    assert Entry.objects.count() == before
    assert User.objects.count() == 2


def test_a_closed_account_has_no_roles_and_keeps_its_history(keeper):
    user = account("owner@example.org", Role.ACTION_OWNER)
    close_account(keeper, user)
    again = User.objects.get(pk=user.pk)
    assert not holds(again, May.READ_PLANS)
    assert again.grants.count() == 1
    reopen_account(keeper, again)
    assert holds(User.objects.get(pk=user.pk), May.READ_PLANS)


def test_nobody_closes_their_own_account_or_the_last_administrator(keeper):
    with pytest.raises(Problem, match="your own"):
        close_account(keeper, keeper.user)
    second = account("second@example.org", Role.SYSTEM_ADMINISTRATOR)
    close_account(keeper, second)
    with pytest.raises(Problem, match="last system administrator"):
        withdraw_role(keeper, keeper.user.grants.get())


def test_a_role_holds_from_its_first_day_to_its_last(keeper):
    user = account("temp@example.org")
    today = timezone.localdate()
    give_role(keeper, user, Role.AUDITOR, today + dt.timedelta(days=1))
    assert not holds(User.objects.get(pk=user.pk), May.READ_PLANS)
    give_role(keeper, user, Role.COUNCILLOR, LONG_AGO, today)
    assert holds(User.objects.get(pk=user.pk), May.READ_PLANS)


def test_a_role_is_not_given_twice_for_the_same_days_nor_to_oneself(keeper):
    user = account("temp@example.org", Role.AUDITOR)
    with pytest.raises(Problem, match="already has this role"):
        give_role(keeper, user, Role.AUDITOR, timezone.localdate())
    with pytest.raises(Problem, match="first"):
        give_role(keeper, user, Role.PARTNER, timezone.localdate(), LONG_AGO)
    with pytest.raises(Problem, match="your own roles"):
        give_role(keeper, keeper.user, Role.SAFEGUARDING_LEAD, LONG_AGO)


@pytest.mark.parametrize("days", [0, 1, 400])
def test_a_withdrawn_role_ends_at_once(keeper, days):
    user = account("temp@example.org")
    grant = Grant.objects.create(
        user=user, role=Role.AUDITOR, from_on=timezone.localdate() - dt.timedelta(days=days)
    )
    assert holds(User.objects.get(pk=user.pk), May.READ_PLANS)
    withdraw_role(keeper, grant)
    assert not holds(User.objects.get(pk=user.pk), May.READ_PLANS)


def test_resetting_the_second_step_takes_it_away_and_ends_sessions(keeper):
    user = account("owner@example.org", Role.ACTION_OWNER)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    before = user.get_session_auth_hash()
    reset_second_step(keeper, user)
    again = User.objects.get(pk=user.pk)
    assert not Authenticator.objects.filter(user=user).exists()
    assert again.get_session_auth_hash() != before


def test_a_person_ends_their_own_sessions():
    user = account("owner@example.org", Role.ACTION_OWNER)
    sign_out_everywhere(by_user(user), user)
    assert User.objects.get(pk=user.pk).session_round == 1
