"""A list of people is taken whole or not at all, and twice is once."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from joinedup.access.actions.import_people import import_people
from joinedup.access.choices import Role
from joinedup.access.models import Holding, Person, Post, Team
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.access.queries import agency_names
from joinedup.access.rules.people_csv import read_people
from joinedup.audit.models import Entry
from tests.actions.access_cases import account, home_agency

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 3, 1)
LIST = """name,email,team,post,manager,agency
Ada Vale,ada@example.org,Housing,Head of housing,,
Bo Vale,bo@example.org,Housing,Housing officer,Ada Vale,
Cy Vale,,Licensing,,bo@example.org,
"""


@pytest.fixture
def lead():
    return by_user(account("lead@example.org", Role.SAFEGUARDING_LEAD))


def take(by, text=LIST):
    names, home = agency_names()
    return import_people(by, read_people(text, names, home), TODAY)


def counts():
    return [model.objects.count() for model in (Person, Team, Post, Holding)]


def test_people_teams_posts_and_managers_are_taken(lead):
    assert take(lead) == {"new": 3, "changed": 0, "same": 0}
    bo = Person.objects.get(name="Bo Vale")
    assert bo.manager.name == "Ada Vale"
    assert bo.team.name == "Housing"
    assert bo.holdings.get().post.title == "Housing officer"
    assert Person.objects.get(name="Cy Vale").manager == bo
    assert Entry.objects.filter(verb="person.import_new").count() == 3


def test_taking_the_list_twice_adds_and_changes_nothing(lead):
    take(lead)
    before, entries = counts(), Entry.objects.count()
    assert take(lead) == {"new": 0, "changed": 0, "same": 3}
    assert counts() == before
    assert Entry.objects.count() == entries + 1


def test_a_changed_row_changes_one_person(lead):
    take(lead)
    again = take(lead, LIST.replace("Bo Vale,bo@", "Bo Vale-Smith,bo@"))
    assert again == {"new": 0, "changed": 1, "same": 2}
    assert Person.objects.get(email="bo@example.org").name == "Bo Vale-Smith"


def test_one_wrong_row_and_nothing_is_taken(lead):
    before = counts()
    with pytest.raises(Problem):
        take(lead, LIST + "Di Vale,,,,Nobody Known,\n")
    assert counts() == before


def test_a_list_is_not_taken_from_those_who_may_not(lead):
    partner = by_user(account("partner@example.org", Role.PARTNER))
    with pytest.raises(Refused):
        take(partner)
    assert not Team.objects.exists()


def test_a_list_is_looked_at_before_it_is_taken(lead):
    home_agency()
    client = Client()
    client.force_login(lead.user, backend="joinedup.access.backend.AccountBackend")
    upload = SimpleUploadedFile("people.csv", (LIST + "Di,,,,Nobody Known,\n").encode())
    response = client.post(reverse("people_file"), {"file": upload}, follow=True)
    assert "1 row has an error" in response.content.decode()
    assert "neither in this list" in response.content.decode()
    client.post(reverse("people_file_take"))
    assert not Person.objects.filter(name="Ada Vale").exists()
    upload = SimpleUploadedFile("people.csv", LIST.encode())
    response = client.post(reverse("people_file"), {"file": upload}, follow=True)
    assert "Take the list" in response.content.decode()
    response = client.post(reverse("people_file_take"), follow=True)
    assert "3 added" in response.content.decode()
    assert client.get(reverse("people_file_check")).status_code == 302


def test_a_file_that_is_no_list_is_said_so(lead):
    client = Client()
    client.force_login(lead.user, backend="joinedup.access.backend.AccountBackend")
    upload = SimpleUploadedFile("people.csv", b"a,b\n1,2\n")
    response = client.post(reverse("people_file"), {"file": upload})
    assert "first row must name the columns" in response.content.decode()
