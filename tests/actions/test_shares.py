"""Seals and conflicts of interest hold for every organisation's share of a plan."""

import pytest

from joinedup.access.actions import guards as guarding
from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.notices.models import Notice
from tests.actions.governance_cases import actor, fresh, sees
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return make.agency("Fenmarsh Trust", kind=AgencyKind.HEALTH)


@pytest.fixture
def theirs(lead, plan, trust):
    """An action of the trust in the council's plan."""
    return make.owned(lead, plan, make.person("Fay", trust), title="Train the ward staff")


def test_a_seal_closes_the_shares_that_are_there(officer, lead, plan, theirs, worker):
    auditor = actor(Role.AUDITOR)
    assert sees(auditor, theirs)
    guarding.let_in(officer, plan.guard.reference, worker.person, make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    assert not sees(auditor, theirs)
    assert sees(by_user(worker), theirs)
    guarding.unseal(officer, theirs.guard.reference, "It names nobody")
    assert sees(auditor, theirs)
    assert not Guard.objects.filter(about=plan.reference, is_sealed=True).exists()


def test_a_share_made_behind_a_seal_is_sealed(officer, lead, plan, trust):
    guarding.let_in(officer, plan.guard.reference, lead.user.person, make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    manager = actor(Role.SERVICE_MANAGER, of=trust)
    later = make.owned(fresh(lead), plan, make.person("Fay", trust), title="Tell the ward")
    assert later.guard.agency == trust
    assert not sees(manager, later)
    assert not sees(actor(Role.SAFEGUARDING_LEAD), later)
    assert sees(lead, later)


def test_a_conflict_of_interest_closes_every_share_until_it_ends(officer, lead, plan, theirs):
    auditor = actor(Role.AUDITOR)
    noted = guarding.note_conflict(officer, plan.guard.reference, auditor.user.person, "His son")
    later = make.owned(lead, plan, make.person("P", make.agency("Third Sector", kind="charity")))
    assert not sees(auditor, theirs)
    assert not sees(auditor, later)
    with pytest.raises(Problem, match="noted already"):
        guarding.note_conflict(officer, theirs.guard.reference, auditor.user.person, "His son")
    guarding.end_conflict(officer, plan.guard.reference, noted.pk, "He has moved")
    assert sees(auditor, theirs)
    assert sees(auditor, later)
    assert not Conflict.objects.filter(ended_at__isnull=True).exists()


def test_somebody_with_a_conflict_on_one_share_takes_no_seal_off_the_others(
    officer, lead, plan, theirs, worker
):
    guarding.let_in(officer, plan.guard.reference, worker.person, make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    Conflict.objects.create(guard=theirs.guard, person=lead.user.person, reason="Her sister")
    with pytest.raises(Refused):
        guarding.unseal(lead, plan.guard.reference, "It names nobody")
    assert Guard.objects.filter(about=plan.reference, is_sealed=True).count() == 2


def test_those_concerned_are_told_when_a_seal_is_taken_off(officer, lead, plan, worker):
    guarding.let_in(officer, plan.guard.reference, worker.person, make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    assert not Notice.objects.exists()
    with pytest.raises(Problem):
        guarding.unseal(officer, plan.guard.reference, "", "https://joined-up.example.org/")
    assert not Notice.objects.exists()
    guarding.unseal(
        officer, plan.guard.reference, "It names nobody", "https://joined-up.example.org/"
    )
    told = set(Notice.objects.values_list("recipient", flat=True))
    assert {worker.email, lead.user.email} <= told
    assert officer.user.email not in told
    notice = Notice.objects.first()
    assert plan.title not in notice.body
    assert "https://joined-up.example.org/" in notice.body
