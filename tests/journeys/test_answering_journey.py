"""An owner outside the council, without an account, answers about one action by the link in a mail:
on a small screen, with and without scripts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from joinedup.pages.dates import LONDON
from tests.journeys.conftest import NARROW, WIDE, SignedIn, Site, looks_right

pytestmark = pytest.mark.postgres

TODAY = dt.datetime.now(LONDON).date()
# A1 was asked a question too, so its page asks first for that answer
STANDS = re.compile("How does (this|the action itself) stand")


def words(day: dt.date) -> str:
    """A day as people type it."""
    return f"{day.day}/{day.month}/{day.year}"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def owner(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Somebody's own small browser, signed in nowhere."""
    context = browser.new_context(
        viewport={"width": NARROW, "height": 800}, java_script_enabled=request.param
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def link_for(lead: Page, site: Site, code: str) -> str:
    """Chase an action by hand as its lead, and read the link in the mail that went out."""
    lead.goto(site.url(site.action(code)))
    lead.get_by_role("link", name="Reminders and links").click()
    looks_right(lead)
    lead.get_by_role("link", name="Chase it now").or_(
        lead.get_by_role("button", name="Chase it now")
    ).first.click()
    expect(lead.get_by_text("This is what goes out.")).to_be_visible()
    looks_right(lead)
    lead.get_by_role("button", name="Send it now").click()
    expect(lead.get_by_text("One message is on the way.")).to_be_visible()
    return site.last_link()


@pytest.mark.parametrize("width", [WIDE])
def test_an_owner_without_an_account_answers_by_link(
    signed_in: SignedIn, site: Site, owner: Page, width: int, request: pytest.FixtureRequest
):
    # given an action that its lead has just chased
    is_scripted = "no scripts" not in request.node.name
    code = "A1" if is_scripted else "B2"
    lead = signed_in("lead", width)
    address = link_for(lead, site, code)

    # when the owner opens the link, and opens it again, nothing has happened
    owner.goto(address)
    owner.goto(address)
    expect(owner.get_by_role("heading", name=STANDS)).to_be_visible()
    if is_scripted:
        looks_right(owner)

    # when they make a mistake, nothing typed is lost
    owner.get_by_label("Say it in a few words").fill("Two of three teams are trained.")
    owner.get_by_text("Propose a new date").click()
    owner.get_by_label("New date").fill("31/2/2030")
    owner.get_by_label("Why the date has to move").fill("The trainer is ill.")
    owner.get_by_role("button", name="Send this answer").click()
    expect(owner.get_by_text("There is a problem")).to_be_visible()
    expect(owner.get_by_label("Say it in a few words")).to_have_value(
        "Two of three teams are trained."
    )
    expect(owner.get_by_label("Why the date has to move")).to_have_value("The trainer is ill.")
    if is_scripted:
        looks_right(owner)

    # when they put it right, it is recorded and the link is spent
    owner.get_by_label("New date").fill(words(TODAY + dt.timedelta(days=200)))
    owner.get_by_role("button", name="Send this answer").click()
    expect(owner.get_by_text("Thank you, your answer is recorded")).to_be_visible()
    if is_scripted:
        looks_right(owner)
    owner.goto(address)
    expect(owner.get_by_role("heading", name="You have answered with this link")).to_be_visible()

    # then the lead reads it in the thread, and the new date waits
    lead.goto(site.url(site.action(code)))
    expect(lead.get_by_text("Two of three teams are trained.").first).to_be_visible()
    expect(lead.get_by_text("by a link").first).to_be_visible()
    expect(lead.get_by_text("is put forward as the new date").first).to_be_visible()


def test_the_lead_looks_over_the_chase_list_on_any_screen(signed_in: SignedIn, site: Site):
    for width in (WIDE, NARROW):
        page = signed_in("lead", width)
        page.goto(site.url("/chase/"))
        expect(page.get_by_role("heading", name="By organisation")).to_be_visible()
        looks_right(page)
        page.goto(site.url(f"{site.plan}chasing/"))
        looks_right(page)
