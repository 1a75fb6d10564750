"""A plan that is here already is not taken twice unasked; printed words and duties are kept."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from joinedup.assurance.models import Action
from tests.factories import assurance as made
from tests.factories import imports as papers
from tests.pages.test_import_pages import WAITING, finish, page, said, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return made.lead("Ada Marsh")


@pytest.fixture
def browser(lead):
    return signed_in(lead.user)


def taken(browser, found, **more):
    """Confirm an import; the answer of the confirm page."""
    finish(browser, found)
    html = page(browser, "confirm", found.reference)
    version = re.search(r'name="version" value="(\d+)"', html).group(1)
    form = {"version": version, "title_0": "Action plan 2026", "dated_on_0": "1/6/2026", **more}
    return browser.post(reverse("confirm", args=[found.reference]), form)


def test_the_same_plan_again_is_noticed_and_not_taken_unasked(browser, lead):
    assert taken(browser, papers.opened(lead, papers.word(WAITING))).status_code == 302
    again = papers.opened(lead, papers.word(WAITING))
    answer = taken(browser, again)
    words = said(answer.content.decode())
    assert answer.status_code == 422
    assert "Much of this is in the register already" in words and "4 rows also in" in words
    assert Action.objects.filter(parent=None).count() == 4
    assert taken(browser, again, again="on").status_code == 302
    assert Action.objects.filter(parent=None).count() == 8


def test_a_duty_printed_only_as_monthly_is_owed_a_month_after_the_day_of_the_plan(browser, lead):
    taken(browser, papers.opened(lead, papers.word(WAITING)))
    duty = Action.objects.get(code="4")
    assert duty.recurrence == "monthly" and duty.next_on.isoformat() == "2026-07-01"


def test_a_status_written_among_the_comments_stays_printed_there(browser, lead):
    headings = ("Ref", "Action", "Lead", "By when", "Comments")
    rows = [
        ("1", "Train all staff", "Ada Marsh", "May 2026", "Complete"),
        ("2", "Write to every school", "Ada Marsh", "June 2026", "Letters are drafted"),
        ("3", "Hold an audit", "Ada Marsh", "July 2026", "Complete"),
    ]
    taken(browser, papers.opened(lead, papers.word(rows, headings)))
    one = Action.objects.get(code="1")
    assert one.status == "complete" and one.printed["progress"]["text"] == "Complete"
