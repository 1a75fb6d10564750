"""The council's own name, colour and rules."""

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.limits import forget_limits, limit
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem, Stale
from joinedup.council.actions.local_rules import (
    LocalRuleDetails,
    add_local_rule,
    end_local_rule,
    withdraw_local_rule,
)
from joinedup.council.actions.settings import CouncilDetails, set_council
from joinedup.council.models import LocalRule, Profile
from joinedup.council.queries import overlay
from joinedup.rulebook import rule
from tests.actions.access_cases import LONG_AGO, account

pytestmark = pytest.mark.django_db
MARCH = dt.date(2026, 3, 1)


@pytest.fixture(autouse=True)
def fresh_limits():
    forget_limits()
    yield
    forget_limits()


@pytest.fixture
def keeper():
    return by_user(account("keeper@example.org", Role.ADMINISTRATOR))


def local(code="session.idle", minutes=30, **more):
    words = {
        "code": code,
        "from_on": LONG_AGO,
        "to_on": None,
        "values": {"limit": {"amount": minutes, "unit": "minutes"}, "starts": "the last page"},
        "source": "Information security board, paper 4",
        "approved_by": "Head of information",
        "approved_on": LONG_AGO,
        **more,
    }
    return LocalRuleDetails(**words)


def test_a_local_rule_wins_for_its_days_and_changes_the_limit(keeper):
    assert limit("session.idle") == 15 * 60
    made = add_local_rule(keeper, local())
    assert limit("session.idle") == 30 * 60
    assert rule("session.idle", MARCH, overlay=overlay()).amount().number == 30
    end_local_rule(keeper, made, dt.date(2026, 2, 28))
    assert rule("session.idle", MARCH, overlay=overlay()).amount().number == 15


def test_a_withdrawn_rule_stays_to_be_read_with_its_reason(keeper):
    made = add_local_rule(keeper, local())
    with pytest.raises(Problem, match="why"):
        withdraw_local_rule(keeper, made, " ")
    withdraw_local_rule(keeper, made, "Adopted by mistake")
    assert overlay() == ()
    assert LocalRule.objects.get().withdrawn_reason == "Adopted by mistake"


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "session.unknown"},
        {"values": {}},
        {"values": {"limit": {"amount": -1, "unit": "minutes"}}},
        {"values": {"limit": {"amount": 5, "unit": "fortnights"}}},
        {"to_on": dt.date(2019, 1, 1)},
    ],
)
def test_a_rule_that_could_not_be_read_is_refused(keeper, wrong):
    with pytest.raises(Problem):
        add_local_rule(keeper, local(**wrong))
    assert not LocalRule.objects.exists()


def test_two_local_rules_do_not_hold_on_the_same_day(keeper):
    add_local_rule(keeper, local())
    with pytest.raises(Problem, match="two rules hold"):
        add_local_rule(keeper, local(minutes=20, from_on=MARCH))


def test_each_change_of_the_council_is_a_new_state(keeper):
    set_council(keeper, CouncilDetails("Marlow Vale Council", "#0b5d57"), 0)
    set_council(keeper, CouncilDetails("Marlow Vale District Council", "#0b5d57"), 1)
    assert list(Profile.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    with pytest.raises(Stale):
        set_council(keeper, CouncilDetails("Elsewhere", "#0b5d57"), 1)
    with pytest.raises(Problem):
        set_council(keeper, CouncilDetails("Marlow Vale", "blue"), 2)


def test_the_council_is_set_only_by_those_who_may(keeper):
    lead = by_user(account("lead@example.org", Role.SAFEGUARDING_LEAD))
    made = add_local_rule(keeper, local())
    with pytest.raises(Refused):
        set_council(lead, CouncilDetails("Elsewhere", "#0b5d57"), 0)
    with pytest.raises(Refused):
        add_local_rule(lead, local(code="session.absolute"))
    with pytest.raises(Refused):
        end_local_rule(lead, made, MARCH)
    with pytest.raises(Refused):
        withdraw_local_rule(lead, made, "Because")
    assert not Profile.objects.exists()
