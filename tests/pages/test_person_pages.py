"""The page of a person as those who use it meet it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.models import Conflict, Draft, Guard, Involvement
from joinedup.audit.models import Entry
from joinedup.casefile.views.deeds_of_people import DEEDS
from joinedup.cases import actions as casework
from joinedup.subjects import actions
from joinedup.subjects.choices import Verdict
from joinedup.subjects.models import (
    KnownChange,
    Link,
    Relationship,
    SafeAddress,
    SafeLook,
    Subject,
)
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import referrals
from tests.factories import subjects as known

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def lead(client):
    make.agency()
    by = make.lead("Lee Lead")
    client.force_login(by.user)
    return by


@pytest.fixture
def kay(lead):
    return known.at_home(lead)


def page(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def at(subject, rest=""):
    return f"/subjects/{subject.reference}/{rest}"


def do(client, subject, deed, said, part=""):
    where = at(subject, f"do/{deed}/") + (f"?part={part}" if part else "")
    page(client, where)
    answer = client.post(where, said)
    assert answer.status_code == 302, answer.content.decode()
    return page(client, at(subject))


def test_a_person_is_one_page_with_what_is_known_and_what_there_is(client, lead, kay):
    case = known.with_case(lead, kay)
    known.with_concern(kay)
    row = referrals.sent(lead, case.guard, today=timezone.localdate() - 9 * DAY)
    casework.set_flag(lead, case.reference, "Visit in twos", "A dog", dt.date(2031, 1, 1),
                      today=timezone.localdate())  # fmt: skip
    text = page(client, at(kay))
    for words in ("Kay Lowther", "years old", "12 Mill Lane", "07700 900123", case.reference,
                  row.reference, "Visit in twos", "us only", "Child in need"):  # fmt: skip
        assert words in text, words
    assert Entry.objects.filter(chain=kay.reference, verb="subjects.open").exists()


def test_who_is_known_is_shown_before_anybody_is_added_and_nothing_typed_is_lost(client, lead, kay):
    where = reverse("subject_add", args=["person"])
    said = {"forename": "Kay", "surname": "Lowther", "phone": "07700 900123", "words": "Silver car"}
    text = client.post(where, {**said, "step": "look"}).content.decode()
    assert kay.reference in text and "Silver car" in text and "None of these" in text
    assert Subject.objects.count() == 1
    answer = client.post(where, {**said, "step": "add"})
    assert answer.status_code == 302 and Subject.objects.count() == 2
    assert client.post(where, {"step": "add"}).status_code == 422
    page(client, reverse("subject_add", args=["ghost"]), 404)


@pytest.mark.parametrize(
    ("sort", "said"),
    [("place", {"name": "Kebab King", "kind": "business", "town": "Ostrey"}),
     ("vehicle", {"plate": "K?19 A??", "words": "Silver Ford van"})],
)  # fmt: skip
def test_places_and_vehicles_are_records_too(client, lead, sort, said):
    where = reverse("subject_add", args=[sort])
    page(client, where)
    answer = client.post(where, {**said, "step": "add"})
    made = Subject.objects.get()
    assert answer.url == at(made) and made.kind == sort
    assert next(iter(said.values()))[:2] in page(client, at(made))
    assert client.post(where, {"step": "look"}).status_code == 422


def test_names_addresses_and_numbers_change_and_their_history_stays(client, lead, kay):
    do(client, kay, "add-name", {"kind": "alias", "forename": "Kayzee", "source": "A friend"})
    assert "Kayzee" in page(client, at(kay))
    phone = kay.phones.get()
    text = do(client, kay, "correct", {"given": "07700 900999", "why": "Misheard"},
              f"phone:{phone.pk}")  # fmt: skip
    assert "900999" in text and "900123" not in text
    home = kay.addresses.get()
    text = do(client, kay, "end", {"on": "1/3/2026", "why": "Her aunt rang"}, f"address:{home.pk}")
    assert "until 1 March 2026" in text
    alias = kay.names.get(forename="Kayzee")
    text = do(client, kay, "off", {"reason": "That is her cousin"}, f"name:{alias.pk}")
    assert "Kayzee" not in text
    said = {"born": "4 March 2011", "sex": "f", "why": "Birth certificate", "version": kay.version}
    assert "4 March 2011" in do(client, kay, "facts", said)
    text = page(client, at(kay, "history/"))
    for words in ("900123", "Kayzee", "cousin", "4 March 2012", "Birth certificate"):
        assert words in text, words
    assert KnownChange.objects.count() == 4


def test_a_stale_change_of_facts_shows_both(client, lead, kay):
    said = {"born": "4 March 2011", "sex": "f", "why": "Certificate", "version": 9}
    answer = client.post(at(kay, "do/facts/"), said)
    assert answer.status_code == 422 and "Somebody else changed this" in answer.content.decode()


def test_every_deed_has_its_page_and_an_empty_form_says_what_to_do(client, lead, kay):
    other = known.person(lead, "Bo")
    pair = actions.propose(lead, kay.reference, other.reference)
    link = actions.decide(lead, pair.reference, Verdict.SAME, "Same telephone").link
    part = {"correct": f"phone:{kay.phones.get().pk}", "link-end": link.reference}
    part |= dict.fromkeys(("end", "off"), part["correct"])
    for name in DEEDS:
        where = at(kay, f"do/{name}/") + (f"?part={part[name]}" if name in part else "")
        page(client, where)
        assert client.post(where, {"sent": "empty"}).status_code == 422, name
    page(client, at(kay, "do/no-such-thing/"), 404)
    page(client, at(kay, "do/correct/?part=phone:0"), 404)


def test_safe_contact_and_safe_address_are_shown_apart_and_only_with_a_reason(client, lead, kay):
    known.hidden(lead, kay)
    text = page(client, at(kay))
    assert "Stop before you ring" in text
    assert "dentist" not in text and "Beacon" not in text
    where = at(kay, "safe/contact/")
    assert "dentist" not in page(client, where)
    assert client.post(where, {"reason": " "}).status_code == 422
    assert not SafeLook.objects.exists()
    shown = client.post(where, {"reason": "Court date moved"})
    text = shown.content.decode()
    assert "dentist" in text and "Beacon" not in text and "no-store" in shown["Cache-Control"]
    look = SafeLook.objects.get()
    assert (look.reason, look.by, look.part) == ("Court date moved", lead.user, "contact")
    assert Entry.objects.filter(chain=kay.reference, verb="subjects.show_safe").exists()
    assert "Court date moved" in page(client, at(kay, "history/"))
    page(client, at(kay, "safe/nothing/"), 404)
    do(client, kay, "safe-end", {"reason": "He is in prison"})
    assert client.post(where, {"reason": "Again"}).status_code == 404


def test_a_safe_address_is_never_kept_as_a_draft(client, lead, kay):
    where, said = at(kay, "do/safe/"), {"secret-address": "Flat 9, Beacon Court, Saltmere"}
    assert "data-draft-url" not in page(client, where)
    assert client.post(where, said).status_code == 422
    client.logout()
    client.post(where, said)
    assert not Draft.objects.exists()
    client.force_login(lead.user)
    do(client, kay, "safe", {**said, "secret-reason": "He looks for her"})
    assert SafeAddress.objects.get().address == said["secret-address"]
    assert "data-draft-url" in page(client, at(kay, "do/facts/"))


def test_relations_and_households_stand_on_both_pages_and_end(client, lead, kay):
    mother = known.person(lead, "Ada", born="1985-01-01")
    text = page(client, reverse("subject_find") + f"?tie={kay.reference}")
    assert "Who is already known" in text
    said = {"relation": "child", "other": mother.reference}
    assert "Ada Lowther" in do(client, kay, "relate", said)
    assert "Their child" in page(client, at(mother))
    assert "Lives with" in do(client, kay, "home", {"other": mother.reference})
    tie = Relationship.objects.get()
    do(client, kay, "relate-end", {"on": "1/3/2026", "why": "Adopted"}, str(tie.pk))
    assert "until 1 March 2026" in page(client, at(mother))
    do(client, mother, "home-end", {"on": "1/3/2026", "why": "Moved out"})
    text = client.post(at(kay, "do/relate/"), {**said, "other": "SU-2026-0000000"})
    assert "No record of yours" in text.content.decode()


def test_two_records_of_one_person_are_one_page_until_somebody_parts_them(client, lead, kay):
    other = known.person(lead, "Kayleigh", born="2012-03-04")
    do(client, kay, "same", {"other": other.reference})
    pair = kay.proposals_first.get()
    actions.decide(lead, pair.reference, Verdict.SAME, "Same telephone")
    text = page(client, at(kay))
    assert "Kayleigh" in text and "Records of this person" in text
    do(client, kay, "link-end", {"reason": "Cousins"}, Link.objects.get().reference)
    assert "Kayleigh" not in page(client, at(kay))


def test_what_a_conflict_or_a_seal_closes_is_absent_and_the_rest_says_whom_to_ask(
    client, lead, kay
):
    case = known.with_case(lead, kay)
    reader = hand.worker("Cas Worker")
    Involvement.objects.create(guard=kay.guard, person=reader.person, from_on=make.LONG_AGO)
    client.force_login(reader)
    text = page(client, at(kay))
    assert case.reference not in text
    assert "A case: the safeguarding lead of Marlow Vale Council" in text
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=True)
    assert "A case" not in page(client, at(kay))
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=False)
    Conflict.objects.create(guard=case.guard, person=reader.person, reason="Neighbour")
    assert "A case" not in page(client, at(kay))
    Conflict.objects.create(guard=kay.guard, person=reader.person, reason="Neighbour")
    page(client, at(kay), 404)


def test_a_conflict_with_one_record_closes_every_record_of_the_person(client, lead, kay):
    other = known.person(lead, "Kayleigh")
    pair = actions.propose(lead, kay.reference, other.reference)
    actions.decide(lead, pair.reference, Verdict.SAME, "Same telephone")
    Conflict.objects.create(guard=other.guard, person=lead.user.person, reason="Cousin")
    for where in ("", "chronology/", "history/", "do/add-name/", "safe/contact/"):
        page(client, at(kay, where), 404)


def test_a_caseworker_works_with_whom_they_add_and_with_whom_their_case_is_about(client, lead):
    worker = hand.worker("Cas Worker")
    client.force_login(worker)
    where = reverse("subject_add", args=["person"])
    client.post(where, {"forename": "Ned", "step": "add"})
    assert "Ned" in page(client, at(Subject.objects.get()))
    kay = known.person(lead)
    page(client, at(kay), 404)
    case = hand.opened(lead, worker)
    client.force_login(lead.user)
    do(client, kay, "case", {"person": f"{case.reference}:{case.subjects.get().pk}"})
    client.force_login(worker)
    assert case.reference in page(client, at(kay))
