"""Organisations as owners, and colours in words, on the page where a plan is checked."""

from __future__ import annotations

import pytest
from django.urls import reverse

from joinedup.assurance.models.imports import PlanImport
from tests.factories import assurance as made
from tests.factories import imports as papers
from tests.pages.test_import_pages import browser, fresh_brand, lead, page, said

__all__ = ["browser", "fresh_brand", "lead"]

pytestmark = pytest.mark.django_db


def test_an_organisation_named_in_the_plan_is_offered_and_searched_among_those_here(browser, lead):
    fire = made.agency("Larkmoor Fire and Rescue Service")
    made.agency("Ellerford District Council")
    made.agency("Brackwater District Council")
    rows = [
        ("1", "Fit alarms in every home", "Fire Service", "May 2026", "", ""),
        ("2", "Check every taxi", "District councils", "May 2026", "", ""),
    ]
    found = papers.opened(lead, papers.word(rows))
    html = page(browser, "check", found.reference)
    assert f'<option value="agency:{fire.reference}">' in html
    assert "All 2: Brackwater District Council, Ellerford District Council" in html
    address = reverse("check_owners", args=[found.reference])
    values = {"text": ["Fire Service"], "to": [""], "else": ["larkmoor fire and rescue service"]}
    browser.post(address, values)
    step = PlanImport.objects.get(pk=found.pk).steps[-1]
    assert (step["at"], step["to"]) == ("Fire Service", f"agency:{fire.reference}")
    assert "Larkmoor Fire and Rescue Service" in said(page(browser, "check", found.reference))


def test_a_painted_cell_says_its_colour_in_words(browser, lead):
    found = papers.opened(lead, papers.painted("FF0000"), "painted.xlsx")
    assert "(no words) (painted red)" in said(page(browser, "check", found.reference, show="all"))
