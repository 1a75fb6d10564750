"""People, a plan and a sealed record, for the tests of access."""

import pytest

from joinedup.access.actions import guards as guarding
from joinedup.access.choices import Role
from joinedup.access.models import Guard
from tests.actions.governance_cases import actor
from tests.factories import assurance as make


@pytest.fixture
def lead():
    return actor(Role.SAFEGUARDING_LEAD, name="Lea Lead")


@pytest.fixture
def officer():
    return actor(Role.INFORMATION_GOVERNANCE, name="Ina Officer")


@pytest.fixture
def manager():
    return actor(Role.SERVICE_MANAGER, name="Sam Manager")


@pytest.fixture
def worker():
    return make.account(Role.ACTION_OWNER, name="Wim Worker")


@pytest.fixture
def plan(lead):
    return make.plan(lead)


@pytest.fixture
def action(lead, plan):
    return make.added(lead, plan)


@pytest.fixture
def sealed(plan, officer, worker):
    guarding.let_in(officer, plan.guard.reference, worker.person, make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    return Guard.objects.get(pk=plan.guard_id)
