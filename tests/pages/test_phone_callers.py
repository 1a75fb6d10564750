"""Who rings, as the telephone script writes it down."""

from __future__ import annotations

import pytest
from django.test import Client

from joinedup.access.choices import Role
from joinedup.concerns.models import Concern, Report
from tests.factories import assurance as make
from tests.factories import directory as helping

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def whom_to_ring():
    make.agency()
    helping.number(make.lead())
    helping.service()


CALL = {"danger": "no", "happened": "He came in with a bruise.", "send": "1"}
AT_WORK = {
    "caller": "work", "caller_name": "Gwen Teller", "caller_post": "School nurse",
    "caller_agency": "Fenmoor Academy", "caller_phone": "01632 960 301",
    "caller_source": "report_source.school", "about": "child", "name": "Ned",
}  # fmt: skip


def called(said):
    staff = Client()
    staff.force_login(make.account(Role.DUTY_OFFICER, name="Dot Duty"))
    return staff.post("/phone-script/", {**CALL, **said})


def test_somebody_who_rings_from_work_is_written_down_with_post_and_organisation():
    assert called(AT_WORK).status_code == 200
    report = Report.objects.get()
    assert report.raiser_name == "Gwen Teller, School nurse, Fenmoor Academy"
    assert (report.raiser_contact, report.source) == ("01632 960 301", "report_source.school")
    assert "Through my work" in report.raiser_knows and report.code_hash


@pytest.mark.parametrize("left_out", ["caller_name", "caller_post", "caller_agency", "caller"])
def test_a_caller_from_work_says_who_they_are_and_every_call_says_who_rings(left_out):
    answer = called({**AT_WORK, left_out: ""})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert not Concern.objects.exists()


def test_what_was_typed_of_work_is_not_left_out_where_somebody_else_rings():
    answer = called({**AT_WORK, "caller": "public"})
    assert answer.status_code == 422
    assert answer.content.decode().count("kept only of somebody who rings from work") >= 5
    assert not Concern.objects.exists()


def test_after_no_to_ringing_back_no_telephone_is_kept():
    answer = called({**AT_WORK, "contact": "no"})
    assert answer.status_code == 422 and "Take their telephone out" in answer.content.decode()
    assert called({**AT_WORK, "contact": "no", "caller_phone": ""}).status_code == 200
    assert Report.objects.get().raiser_contact == ""


def test_somebody_who_rings_about_themselves_is_whom_it_is_about():
    said = {"caller": "self", "your_name": "Ada", "phone": "07700 900 444", "contact": "yes"}
    assert called({**said, "about": "adult"}).status_code == 200
    person = Concern.objects.get().people.get()
    assert (person.name, person.role, person.phone) == ("Ada", "adult", "07700 900 444")
    assert called(said).status_code == 200


def test_family_on_the_telephone_is_written_down_as_family():
    assert called({"caller": "family", "about": "child"}).status_code == 200
    assert Report.objects.get().raiser_knows == "I am family"
