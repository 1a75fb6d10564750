"""The page that lays a newer version beside the register."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from joinedup.assurance.models import Action, Challenge
from joinedup.assurance.models.imports import PlanImport
from tests.actions.test_newer_version import NEWER, checked, lead, newer, one, plan  # noqa: F401
from tests.factories import assurance as made
from tests.factories import imports as papers
from tests.pages.test_import_pages import fresh_brand, page, said, signed_in, upload  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(lead):  # noqa: F811
    return signed_in(lead.user)


def hidden(html):
    return dict(re.findall(r'name="(version|stamp)" value="([^"]+)"', html))


def test_nothing_is_ticked_for_you(browser, newer):  # noqa: F811
    html = page(browser, "newer", newer.reference)
    assert "checked" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    words = said(html)
    assert "1 changed , 1 new , 1 gone , 1 the same." in words
    assert "30 September 2026" in words and "31 March 2026" in words


def test_ticks_are_taken_and_the_plan_page_follows(browser, plan, newer):  # noqa: F811
    row = one(plan, "1")
    html = page(browser, "newer", newer.reference)
    key = re.search(r'name="row" value="([^"]+)"', html).group(1)
    form = {
        **hidden(html), "field": [f"{row.reference}|latest"], "row": [key],
        "ask": [one(plan, "3").reference], "answer_due_on": "1/1/2031",
    }  # fmt: skip
    answer = browser.post(reverse("newer", args=[newer.reference]), form, follow=True)
    assert "1 action changed, 1 action added" in said(answer.content.decode())
    assert made.now(row).latest == "All trained" and made.now(row).status == "in_progress"
    assert Action.objects.filter(plan=plan).count() == 4 and Challenge.objects.count() == 1


def test_a_new_date_needs_a_name_and_a_question_a_day_and_ticks_stay(browser, plan, newer):  # noqa: F811
    row = one(plan, "1")
    form = {
        **hidden(page(browser, "newer", newer.reference)), "field": [f"{row.reference}|due"],
        "ask": [one(plan, "3").reference],
    }  # fmt: skip
    answer = browser.post(reverse("newer", args=[newer.reference]), form)
    html = answer.content.decode()
    assert answer.status_code == 422 and html.count(" checked>") == 2
    assert "Say who approved the new dates." in said(html)
    assert "Say by when the owners should answer." in said(html)


def test_a_newer_version_is_handed_over_from_the_plan_page(browser, plan):  # noqa: F811
    html = page(browser, "plan", plan.reference)
    link = re.search(r'href="([^"]*\?against=[^"]+)"', html).group(1)
    form = browser.get(link).content.decode()
    assert f'value="{plan.reference}" selected' in form
    upload(browser, "new.docx", papers.word(NEWER), against=plan.reference)
    found = PlanImport.objects.latest("pk")
    assert found.against == plan
    assert "A newer version of" in said(page(browser, "check", found.reference))
    back = browser.get(reverse("newer", args=[found.reference]))
    assert back.url == reverse("check", args=[found.reference])


def test_on_the_confirm_page_it_can_still_become_a_newer_version(browser, lead, plan):  # noqa: F811
    found = checked(lead, papers.word(NEWER), "new.docx")
    assert "Compare with this plan" in said(page(browser, "confirm", found.reference))
    assert browser.get(reverse("newer", args=[found.reference])).url.endswith("/confirm/")
    values = {"plan": plan.reference}
    browser.post(reverse("check_against", args=[found.reference]), values)
    answer = browser.get(reverse("confirm", args=[found.reference]))
    assert answer.url == reverse("newer", args=[found.reference])


def test_a_stranger_finds_no_page(newer):  # noqa: F811
    stranger = signed_in(made.account())
    for name in ("newer", "check_against"):
        assert stranger.post(reverse(name, args=[newer.reference])).status_code == 404
