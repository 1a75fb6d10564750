"""Who has seen what: told in words, to those who may know, and never unrecorded."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.actions import guards as guarding
from joinedup.access.choices import May, Role
from joinedup.access.models import Guard, Sealing
from joinedup.access.permission import Refused, by_user, open_record
from joinedup.access.queries.audit import Search, audit_search, record_state, verified, who_has_seen
from joinedup.access.queries.governance import guard_record
from joinedup.assurance.models import Action
from joinedup.audit.choices import Kind
from joinedup.audit.models import Entry
from joinedup.audit.seals import seal_now
from tests.actions.governance_cases import actor

pytestmark = pytest.mark.django_db


def test_a_broken_recorder_serves_nothing(action, plan, lead, officer, monkeypatch):
    def broken(*given, **also):
        raise OSError

    rows = Action.objects.all()
    monkeypatch.setattr("joinedup.access.permission.record", broken)
    monkeypatch.setattr("joinedup.access.queries.audit.record", broken)
    for read in (
        lambda: open_record(lead, May.READ_PLANS, rows, {"reference": action.reference}),
        lambda: guard_record(lead, plan.guard.reference, timezone.localdate()),
        lambda: who_has_seen(lead, action.reference, None),
        lambda: audit_search(officer, Search(), None),
        lambda: record_state(officer),
        lambda: verified(officer, {}),
    ):
        with pytest.raises(OSError):
            read()


def test_a_broken_recorder_keeps_no_change(sealed, lead, monkeypatch):
    def broken(*given, **also):
        raise OSError

    monkeypatch.setattr(guarding, "record", broken)
    with pytest.raises(OSError):
        guarding.unseal(lead, sealed.reference, "Why")
    assert Guard.objects.get(pk=sealed.pk).is_sealed
    assert Sealing.objects.count() == 1


def test_who_has_seen_a_record_is_told_in_words(action, lead, worker, officer):
    rows = Action.objects.all()
    open_record(by_user(worker), May.READ_PLANS, rows, {"reference": action.reference})
    deeds = who_has_seen(lead, action.reference, None).deeds
    assert [(one.who, one.does) for one in deeds] == [
        ("Lea Lead", "looked at who has seen it"),
        ("Wim Worker", "opened it"),
        ("Lea Lead", "added the action"),
    ]
    for by in (officer, by_user(worker), actor(Role.SYSTEM_ADMINISTRATOR)):
        with pytest.raises(Refused):
            who_has_seen(by, action.reference, None)


def test_who_has_seen_a_sealed_record_is_told_to_those_who_may_read_it(action, sealed, lead):
    for reference in (action.reference, "AC-2026-0000000", "US-2026-0000000", "nonsense"):
        with pytest.raises(Refused):
            who_has_seen(lead, reference, None)


def test_the_audit_record_is_searched_by_its_officer_only(action, lead, officer):
    found, deeds = audit_search(officer, Search(reference=action.reference), None)
    assert found.paginator.count == 1 and deeds[0].who == "Lea Lead"
    _, deeds = audit_search(officer, Search(person=officer.ref), None)
    assert {one.does for one in deeds} == {"searched the audit record"} and len(deeds) == 2
    today = timezone.localdate()
    for search, is_found in (
        (Search(from_on=today, to_on=today), True),
        (Search(to_on=today - dt.timedelta(days=1)), False),
        (Search(kind="refused"), False),
    ):
        assert bool(audit_search(officer, search, None)[1]) is is_found
    with pytest.raises(Refused):
        audit_search(lead, Search(), None)


def test_the_state_of_the_record_is_told_and_checked(action, officer, lead):
    assert record_state(officer).unsealed == Entry.objects.count()
    seal_now()
    state = record_state(officer)
    assert state.seal is not None and state.unsealed == 1 and state.missing_triggers == []
    assert verified(officer, {}) == []
    assert verified(officer, {9: "0" * 64}) == [
        "Seal 9 was exported and is not in the record: something was cut off."
    ]
    for read in (lambda: record_state(lead), lambda: verified(lead, {})):
        with pytest.raises(Refused):
            read()


def test_the_readers_of_a_record_are_summed_up_by_organisation_and_role(action, lead, worker):
    rows = Action.objects.all()
    for _ in range(2):
        open_record(by_user(worker), May.READ_PLANS, rows, {"reference": action.reference})
    readers = who_has_seen(lead, action.reference, None, "listed").readers
    assert readers.people == 2 and readers.unnamed == 0
    assert sum(one.people for one in readers.groups) == 2
    assert sum(one.times for one in readers.groups) == 3
    assert dict(readers.roles)[Role.SAFEGUARDING_LEAD.label] == 1
    assert readers.last_at == max(one.last_at for one in readers.groups)


def test_whoever_was_refused_has_not_seen_it(action, lead, officer):
    refused = Entry.objects.filter(chain=action.reference).latest("pk")
    assert refused.kind != Kind.REFUSED
    with pytest.raises(Refused):
        open_record(officer, May.READ_PLANS, Action.objects.all(), {"reference": action.reference})
    assert who_has_seen(lead, action.reference, None).readers.people == 1


def test_whoever_only_looked_at_who_has_seen_it_has_not_seen_it(action, lead):
    before = who_has_seen(lead, action.reference, None).readers
    again = who_has_seen(lead, action.reference, None).readers
    assert (again.people, again.last_at) == (before.people, before.last_at)
    assert [one.times for one in again.groups] == [one.times for one in before.groups]


def test_the_page_leads_back_to_the_record(action, lead):
    sight = who_has_seen(lead, action.reference, None)
    assert sight.address == reverse("action", args=[action.reference])
