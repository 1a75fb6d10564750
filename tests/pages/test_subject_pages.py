"""Looking somebody up, one record, and deciding about two."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.subjects.actions import add_subject, propose
from joinedup.subjects.models import Link
from joinedup.subjects.rules.given import Given, GivenName, GivenVehicle
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def duty():
    make.agency()
    return make.account(Role.DUTY_OFFICER, name="Dara Duty")


@pytest.fixture
def client(duty):
    made = Client()
    made.force_login(duty)
    return made


def amira(duty, **more):
    given = Given(
        names=(GivenName("Amira", "", "Quillfeather"),),
        born="2012-08-09",
        phones=("07700 900123",),
        vehicles=(GivenVehicle(words="Ford van"),),
        **more,
    )
    return add_subject(by_user(duty), given, today=timezone.localdate())


def test_a_look_up_shows_who_is_known_and_why_and_keeps_the_words_out_of_the_address(duty, client):
    made = amira(duty)
    asked = {"forename": "Amira", "surname": "Quillfeather", "phone": "07700 900123"}
    page = client.post(reverse("subject_find"), asked)
    text = page.content.decode()
    assert reverse("subject", args=[made.reference]) in text and "Known" in text
    assert "phone: same" in text and "Quillfeather" not in page.request["PATH_INFO"]
    page = client.post(reverse("subject_find"), {"forename": "Zebedee", "surname": "Marlow"})
    assert "Nobody was found" in page.content.decode()


def test_a_record_shows_what_is_known(duty, client):
    made = amira(duty)
    text = client.get(reverse("subject", args=[made.reference])).content.decode()
    assert "Amira Quillfeather" in text and "9 August 2012" in text and "Ford van" in text


def test_two_records_are_compared_and_decided_about(duty, client):
    first, second = amira(duty), amira(duty)
    pair = propose(by_user(duty), first.reference, second.reference)
    assert pair.reference in client.get(reverse("subject_pairs")).content.decode()
    address = reverse("subject_pair", args=[pair.reference])
    assert "Are they about one person?" in client.get(address).content.decode()
    done = client.post(address, {"verdict": "same", "reason": "Same telephone and mother"})
    assert done.status_code == 302 and Link.objects.get().verdict == "same"
    text = client.get(reverse("subject", args=[first.reference])).content.decode()
    assert "Records of this person" in text


def test_what_is_typed_is_looked_up_as_it_is_typed_and_too_little_is_not_called_new(duty, client):
    """The form sends itself while somebody types; the answer replaces one part of the page."""
    text = client.get(reverse("subject_find")).content.decode()
    assert f'hx-post="{reverse("subject_find")}"' in text and 'hx-select="#found"' in text
    text = client.post(reverse("subject_find"), {"forename": "Amira"}).content.decode()
    assert "too little" in text and "Nobody was found" not in text
