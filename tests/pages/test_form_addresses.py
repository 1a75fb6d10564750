"""Addresses that only take a form, opened by themselves: a useful page, and nothing done."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance.models import Update
from joinedup.pages.form_addresses import page_above
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return made.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def row(lead):
    by = by_user(lead)
    return made.added(by, made.plan(by), "Train all", today=timezone.localdate(), code="A1")


@pytest.fixture
def browser(lead):
    client = Client()
    client.force_login(lead, backend="joinedup.access.backend.AccountBackend")
    return client


def test_the_page_above_is_the_nearest_that_exists():
    assert page_above("/plans/PL-1/meeting/AC-2/") == "/plans/PL-1/meeting/"
    assert page_above("/answer/abc/again/") == "/answer/abc/"
    assert page_above("/nothing/") == "/"


def test_a_row_of_a_meeting_opened_by_itself_leads_to_the_meeting(browser, row):
    said = Update.objects.count()
    answer = browser.get(f"/plans/{row.plan.reference}/meeting/{row.reference}/", follow=True)
    assert answer.redirect_chain == [(f"/plans/{row.plan.reference}/meeting/", 302)]
    assert "Nothing was sent" in answer.content.decode() and "Train all" in answer.content.decode()
    assert Update.objects.count() == said


def test_who_is_led_up_twice_is_told_once(browser):
    answer = browser.get("/drafts/drop/1/", follow=True)
    assert len(answer.redirect_chain) == 2
    assert answer.content.decode().count("Nothing was sent") == 1


def test_the_evidence_form_opens_by_itself_after_a_reload(browser, row):
    answer = browser.get(f"/actions/{row.reference}/evidence/")
    assert answer.status_code == 200 and "evidence" in answer.content.decode().lower()


def test_somebody_not_signed_in_is_led_no_further_than_the_way_in(row):
    answer = Client().get(f"/plans/{row.plan.reference}/meeting/{row.reference}/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/sign-in/")


def test_a_form_sent_to_a_page_that_takes_none_is_still_refused(browser, row):
    assert browser.post(f"/records/{row.reference}/who/").status_code == 405
