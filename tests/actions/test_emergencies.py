"""Emergency access: reasoned, short, told, reviewed by another, and refused to all others."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from joinedup.access.actions import emergencies as emergency
from joinedup.access.actions import guards as guarding
from joinedup.access.choices import May, Role
from joinedup.access.limits import limit
from joinedup.access.models import BreakGlass, Conflict, Grant, Involvement
from joinedup.access.permission import Refused, by_user, may_touch
from joinedup.access.problems import Problem
from joinedup.access.queries.emergencies import emergency_record
from joinedup.access.roles import POLICY
from joinedup.audit.models import Entry
from joinedup.notices.models import Notice
from tests.actions.governance_cases import SITE, WHY, actor, fresh, sees, verbs
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


def test_an_emergency_opens_a_sealed_record_for_a_few_hours(action, sealed, plan, manager, lead):
    assert not sees(manager, action)
    made = emergency.break_glass(manager, plan.reference, WHY, SITE)[0]
    assert sees(manager, action)
    assert made.expires_at - made.opened_at == dt.timedelta(seconds=limit("access.emergency"))
    assert made.expires_at - made.opened_at <= dt.timedelta(hours=24)
    assert "emergency.begin" in verbs(plan.reference)
    over = timezone.now()
    BreakGlass.objects.update(expires_at=over, opened_at=over)
    assert not sees(manager, action)


def test_an_emergency_opens_by_the_reference_of_an_action_too(action, sealed, manager):
    emergency.break_glass(manager, f" {action.reference.lower()} ", WHY, SITE)
    assert sees(manager, action)


def test_an_emergency_lets_nobody_write(action, sealed, plan, lead):
    emergency.break_glass(lead, plan.reference, WHY, SITE)
    assert not may_touch(fresh(lead).user, May.UPDATE_ACTIONS, sealed.pk, action.reference)
    assert not may_touch(fresh(lead).user, May.EDIT_PLANS, sealed.pk)


def test_an_emergency_ends_when_the_role_that_allowed_it_is_withdrawn(
    action, sealed, plan, manager
):
    emergency.break_glass(manager, plan.reference, WHY, SITE)
    Grant.objects.create(user=manager.user, role=Role.ACTION_OWNER, from_on=make.LONG_AGO)
    Grant.objects.filter(user=manager.user, role=Role.SERVICE_MANAGER).delete()
    assert not sees(manager, action)


def test_those_concerned_are_told_of_an_emergency(sealed, plan, manager, lead, officer, worker):
    post = make.post(holder=make.person("Pat Post"))
    Involvement.objects.create(guard=sealed, post=post, from_on=make.LONG_AGO)
    holder = post.holdings.get().person
    holder.email = "post@example.org"
    holder.save()
    made = emergency.break_glass(manager, plan.reference, WHY, SITE)[0]
    told = set(Notice.objects.values_list("recipient", flat=True))
    assert told == {worker.email, lead.user.email, officer.user.email, "post@example.org"}
    for notice in Notice.objects.all():
        assert f"{SITE}emergencies/{made.reference}/" in notice.body
        assert "Sam" not in notice.body and "Names" not in notice.body and WHY not in notice.body


def test_whoever_has_a_conflict_is_not_told(sealed, plan, manager, lead, officer, worker):
    guarding.note_conflict(officer, sealed.reference, lead.user.person, "Her sister")
    emergency.break_glass(manager, plan.reference, WHY, SITE)
    assert lead.user.email not in set(Notice.objects.values_list("recipient", flat=True))


def test_an_emergency_that_cannot_be_told_does_not_happen(
    action, sealed, plan, manager, monkeypatch
):
    def broken(*given):
        raise OSError

    monkeypatch.setattr(emergency, "tell_of_emergency", broken)
    with pytest.raises(OSError):
        emergency.break_glass(manager, plan.reference, WHY, SITE)
    monkeypatch.setattr(emergency, "addresses_to_tell", lambda *given: [])
    with pytest.raises(Problem, match="nobody who could be told"):
        emergency.break_glass(manager, plan.reference, WHY, SITE)
    assert not BreakGlass.objects.exists() and not sees(manager, action)


@pytest.mark.parametrize("reason", ["", "  ", "because"])
def test_an_emergency_wants_a_real_reason(sealed, plan, manager, reason):
    with pytest.raises(Problem, match="Say in a sentence"):
        emergency.break_glass(manager, plan.reference, reason, SITE)


def test_an_emergency_says_nothing_of_what_there_is(plan, sealed, lead, manager, officer):
    open_plan = make.plan(lead)
    stranger = actor(Role.SERVICE_MANAGER, of=make.agency("Fenmarsh Trust", kind="health"))
    guarding.note_conflict(officer, sealed.reference, lead.user.person, "Her sister")
    said = set()
    for by, reference in (
        (manager, "PL-2026-0000000"),
        (manager, open_plan.reference),
        (stranger, plan.reference),
        (fresh(lead), plan.reference),
    ):
        with pytest.raises(Problem) as problem:
            emergency.break_glass(by, reference, WHY, SITE)
        said.add(str(problem.value))
    assert len(said) == 1 and not BreakGlass.objects.exists()


def test_a_refused_emergency_is_recorded_without_words(manager):
    emergency.note_refused_emergency(manager, "Mrs Smith's file")
    assert "Smith" not in Entry.objects.get(verb="emergency.refused").detail


def test_other_roles_break_no_glass(sealed, plan):
    others = [role for role in Role if May.BREAK_GLASS not in POLICY[role]]
    assert Role.COUNCILLOR in others and Role.SYSTEM_ADMINISTRATOR in others
    for role in others:
        with pytest.raises(Refused):
            emergency.break_glass(actor(role), plan.reference, WHY, SITE)
        with pytest.raises(Refused):
            emergency.note_refused_emergency(actor(role), plan.reference)


def test_an_emergency_is_reviewed_by_another(sealed, plan, lead, officer, manager):
    made = emergency.break_glass(lead, plan.reference, WHY, SITE)[0]
    with pytest.raises(Problem, match="Somebody else"):
        emergency.review_emergency(lead, made.reference, "I was right")
    with pytest.raises(Refused):
        emergency.review_emergency(manager, made.reference, "She was right")
    with pytest.raises(Problem, match="Say whether"):
        emergency.review_emergency(officer, made.reference, " ")
    emergency.review_emergency(officer, made.reference, "Right: there was a risk.")
    with pytest.raises(Problem, match="already"):
        emergency.review_emergency(officer, made.reference, "Again")
    assert verbs(made.reference) == ["emergency.review"]


def test_the_database_refuses_a_review_by_the_same_person(sealed, plan, lead):
    made = emergency.break_glass(lead, plan.reference, WHY, SITE)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        BreakGlass.objects.filter(pk=made.pk).update(
            reviewed_by=lead.user, reviewed_at=timezone.now(), review="Fine"
        )


def test_an_emergency_can_be_ended_at_once(action, sealed, plan, manager, officer):
    made = emergency.break_glass(manager, plan.reference, WHY, SITE)[0]
    with pytest.raises(Problem, match="open already"):
        emergency.break_glass(manager, plan.reference, WHY, SITE)
    with pytest.raises(Refused):
        emergency.end_emergency(manager, made.reference)
    emergency.end_emergency(officer, made.reference)
    assert not sees(manager, action)
    with pytest.raises(Problem, match="ended already"):
        emergency.end_emergency(officer, made.reference)


def test_an_emergency_is_shown_to_those_concerned_and_to_nobody_else(
    sealed, plan, manager, worker, lead
):
    made = emergency.break_glass(manager, plan.reference, WHY, SITE)[0]
    for by in (manager, lead, by_user(worker)):
        assert emergency_record(by, made.reference).first.pk == made.pk
    for by in (actor(Role.SERVICE_MANAGER), actor(Role.SYSTEM_ADMINISTRATOR), actor()):
        with pytest.raises(Refused):
            emergency_record(by, made.reference)
    Conflict.objects.create(guard=sealed, person=worker.person, reason="Her sister")
    with pytest.raises(Refused):
        emergency_record(fresh(by_user(worker)), made.reference)
