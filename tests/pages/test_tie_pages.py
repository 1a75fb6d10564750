"""The page of what several records name, and the decision on it."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.models import Conflict
from joinedup.audit.models import Entry
from joinedup.casefile.models import TieDecision
from joinedup.cases import actions as casework
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db


def words(answer):
    return " ".join(answer.content.decode().split())


def test_two_records_that_name_one_van_are_put_beside_each_other_decided_and_taken_back(client):
    make.agency()
    lead = make.lead("Lee Lead")
    client.force_login(lead.user)
    case = hand.opened(lead)
    given = ("person_of_concern", "a driver", "White Ford van AB19 CDE")
    casework.note_context(lead, case.reference, *given, today=timezone.localdate())
    concern = worry.submitted(worry.suspect(name="", words="Van with the plate AB19 CDE"))
    for kind, at in (("case", case.reference), ("concern", concern.reference)):
        page = words(client.get(reverse(kind, args=[at])))
        assert "1 place, vehicle, telephone or person here is named in other records too" in page
    where = reverse("ties", args=[concern.reference])
    page = words(client.get(where))
    assert "Number plate" in page and "To be decided" in page and case.reference in page
    assert "Written down by a worker on the case" in page
    tie = page.split("?tie=")[1].split(chr(34))[0]
    sent = {"tie": tie, "verdict": "same", "grade": "", "reason": "One van"}
    assert client.post(where, sent).status_code == 422
    page = words(client.post(where, {**sent, "grade": "confirmed"}, follow=True))
    assert "Your decision is recorded" in page and "The same" in page and "One van" in page
    again = client.post(where, {**sent, "grade": "confirmed"})
    assert again.status_code == 422 and "decided this already" in words(again)
    page = words(client.get(where, {"tie": tie}))
    assert "Take the decision back" in page
    seen = Entry.objects.filter(verb="casefile.ties").order_by("pk").last()
    assert json.loads(seen.detail) == {"query": concern.reference, "shown": [case.reference]}
    number = TieDecision.objects.get().pk
    assert f'name="decision" value="{number}"' in page
    stale = {"tie": tie, "decision": number + 1, "reason": "Another van"}
    assert client.post(where, stale).status_code == 422
    page = words(client.post(where, {**stale, "decision": number}, follow=True))
    assert "To be decided" in page and "Decision taken back" in page
    assert client.get(where, {"tie": "TI-2026-NOTHERE"}).status_code == 404


def test_a_ring_of_separate_reports_is_drawn_and_said_in_words(client):
    make.agency()
    lead = make.lead("Lee Lead")
    client.force_login(lead.user)
    case, today = hand.opened(lead), timezone.localdate()
    given = ("licence", "Taxi badge 04178", "Silver Skoda AB19 CDE")
    casework.note_context(lead, case.reference, *given, today=today)
    near = worry.submitted(worry.suspect(name="", words="Driver with the badge 4178"))
    far = worry.submitted(worry.suspect(name="", words="A car with the plate AB19 CDE"))
    where = reverse("ties", args=[near.reference])
    page = words(client.get(where))
    assert page.count("<svg") == 1 and "The same in words" in page
    for record in (case.reference, near.reference, far.reference):
        assert f"{record}" in page
    assert "stroke-dasharray" in page and ">Licence or badge number</text>" in page
    seen = Entry.objects.filter(verb="casefile.ties").order_by("pk").last()
    assert far.reference in json.loads(seen.detail)["shown"]
    Conflict.objects.create(guard=case.guard, person=lead.user.person, reason="Cousin")
    page = words(client.get(where))
    assert case.reference not in page and far.reference not in page
