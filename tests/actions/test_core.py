"""The promises of `@action`, the audit chain and `visible`."""

import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone

from joinedup.access.choices import AgencyKind, May, Role
from joinedup.access.models import Agency, Conflict, Grant, Guard, Involvement, Person, User
from joinedup.access.permission import Refused, by_user, check, check_any, open_record, visible
from joinedup.access.references import is_reference, new_reference
from joinedup.audit.models import Entry
from joinedup.audit.recorder import ActionIncomplete, action, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return Agency.objects.create(name="Marlow Vale Council", kind=AgencyKind.COUNCIL, is_home=True)


def account(agency, email, *roles):
    person = Person.objects.create(name=email.split("@")[0].title(), agency=agency)
    user = User.objects.create(email=email, person=person)
    for role in roles:
        Grant.objects.create(user=user, role=role, from_on=dt.date(2020, 1, 1))
    return User.objects.select_related("person").get(pk=user.pk)


@action
def seal(by, guard):
    check(by, May.SET_ACCESS, guard.pk)
    guard.is_sealed = True
    guard.save()
    record(by, "access.seal", guard.reference)


@action
def forgets_to_check(by, guard):
    guard.is_sealed = True
    guard.save()
    record(by, "access.seal", guard.reference)


@action
def forgets_to_record(by, guard):
    check(by, May.SET_ACCESS, guard.pk)
    guard.is_sealed = True
    guard.save()


def test_an_action_that_checks_and_records_is_kept(council):
    lead = account(council, "ada@example.org", Role.SAFEGUARDING_LEAD)
    guard = Guard.objects.create(agency=council, about="PL-1")
    seal(by_user(lead), guard)
    assert Guard.objects.get().is_sealed
    assert [entry.verb for entry in Entry.objects.filter(chain=guard.reference)] == ["access.seal"]


@pytest.mark.parametrize("careless", [forgets_to_check, forgets_to_record])
def test_an_action_that_forgets_is_rolled_back(council, careless):
    lead = account(council, "ada@example.org", Role.SAFEGUARDING_LEAD)
    guard = Guard.objects.create(agency=council, about="PL-1")
    with pytest.raises(ActionIncomplete):
        careless(by_user(lead), guard)
    assert not Guard.objects.get().is_sealed
    assert not Entry.objects.exists()


def test_who_may_not_is_refused_as_if_nothing_were_there(council):
    owner = account(council, "bo@example.org", Role.ACTION_OWNER)
    guard = Guard.objects.create(agency=council, about="PL-1")
    with pytest.raises(Refused):
        seal(by_user(owner), guard)
    with pytest.raises(Refused):
        check_any(by_user(owner), May.MANAGE_ACCOUNTS)


def test_a_conflict_of_interest_beats_every_grant(council):
    lead = account(council, "ada@example.org", Role.SAFEGUARDING_LEAD)
    guard = Guard.objects.create(agency=council, about="PL-1")
    rows = Guard.objects.all()
    assert list(visible(lead, May.READ_PLANS, rows, guard="pk")) == [guard]
    Conflict.objects.create(guard=guard, person=lead.person, reason="Sister works there")
    assert not visible(lead, May.READ_PLANS, rows, guard="pk").exists()


def test_sealed_records_open_only_to_those_who_work_on_them(council):
    lead = account(council, "ada@example.org", Role.SAFEGUARDING_LEAD)
    guard = Guard.objects.create(agency=council, about="PL-1", is_sealed=True)
    rows = Guard.objects.all()
    assert not visible(lead, May.READ_PLANS, rows, guard="pk").exists()
    Involvement.objects.create(guard=guard, person=lead.person, from_on=timezone.localdate())
    assert visible(lead, May.READ_PLANS, rows, guard="pk").exists()


def test_opening_a_record_is_recorded(council):
    lead = account(council, "ada@example.org", Role.SAFEGUARDING_LEAD)
    guard = Guard.objects.create(agency=council, about="PL-1")
    rows = Guard.objects.all()
    opened = open_record(by_user(lead), May.READ_PLANS, rows, {"pk": guard.pk}, guard="pk")
    assert opened == guard
    assert Entry.objects.get(chain=guard.reference).kind == "saw"


def test_a_detail_called_kind_leaves_the_kind_of_the_entry_alone(council):
    lead = account(council, "ada@example.org", Role.SAFEGUARDING_LEAD)
    with transaction.atomic():
        record(by_user(lead), "post.fill", "PO-1", kind="deputy")
    entry = Entry.objects.get()
    assert (entry.kind, entry.detail) == ("did", '{"kind":"deputy"}')


def test_references_carry_a_check_character():
    reference = new_reference("AC", 2026)
    assert is_reference(reference)
    last = "0" if reference[-1] != "0" else "1"
    assert not is_reference(reference[:-1] + last)


def test_a_detail_may_be_called_kind(council):
    lead = account(council, "ada@example.org", Role.SAFEGUARDING_LEAD)
    with transaction.atomic():
        record(by_user(lead), "test.happened", "AC-1", kind="inquiry")
    entry = Entry.objects.get(chain="AC-1")
    assert (entry.kind, entry.detail) == ("did", '{"kind":"inquiry"}')
