"""What the officer's six months are made of: an owner outside the council answers by the link in a
mail, an auditor's question is answered, the paper goes to its committee and a councillor asks."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from joinedup.pages.dates import LONDON
from tests.journeys.conftest import (
    NARROW,
    ROOT,
    WIDE,
    SignedIn,
    Site,
    goes_on,
    looks_right,
    surroundings,
)

pytestmark = pytest.mark.postgres

TODAY = dt.datetime.now(LONDON).date()
SUBJECT = "Safeguarding six-monthly review"
MANAGER = "Cai Bowen, Marlow Vale Council"
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


def test_an_auditor_asks_a_question_of_a_row_and_its_owner_answers(signed_in: SignedIn, site: Site):
    # given an auditor who doubts what one row says
    auditor = signed_in("auditor")
    auditor.goto(site.url(site.action("A2")))
    auditor.get_by_role("link", name="Ask a question").first.click()
    auditor.get_by_label("Your question").fill("How do we know that it is in use at night?")
    auditor.get_by_role("button", name="Ask", exact=True).click()
    expect(auditor.get_by_text("How do we know that it is in use at night?").first).to_be_visible()

    # when its owner, who holds the post, finds it among the questions and answers
    owner = signed_in("manager", NARROW)
    owner.goto(site.url("/questions/?show=open"))
    looks_right(owner)
    row = owner.get_by_role("row", name=re.compile("in use at night"))
    row.get_by_role("link", name="Answer it").click()
    expect(owner.get_by_text("How do we know that it is in use at night?").first).to_be_visible()
    owner.get_by_label("Your answer").fill("Night staff signed for it last week.")
    looks_right(owner)
    owner.get_by_role("button", name="Answer", exact=True).click()

    # then the auditor reads the answer with the question
    auditor.goto(site.url("/questions/?show=answered"))
    expect(auditor.get_by_text("Night staff signed for it last week.")).to_be_visible()
    looks_right(auditor)


def still_missing(page: Page, words: str) -> Locator:
    """What the desk of a paper says is missing, where it says so in these words."""
    return page.get_by_role("region", name=re.compile("What is still missing")).get_by_role(
        "link", name=re.compile(words)
    )


def begin(lead: Page, site: Site) -> None:
    """A paper about the plan, its front and its own sections written."""
    lead.goto(site.url("/papers/"))
    lead.get_by_role("button", name="Start a paper").first.click()
    looks_right(lead)
    lead.get_by_label("Update paper").check()
    lead.get_by_label("Subject").fill(SUBJECT)
    lead.get_by_label("Committee").fill("People Committee")
    lead.get_by_label("Date of the meeting").fill(words(TODAY + dt.timedelta(days=40)))
    lead.get_by_label("Safeguarding action plan").check()
    lead.get_by_role("button", name="Start the paper").click()
    looks_right(lead)
    lead.get_by_role("link", name="Edit the front").click()
    lead.get_by_label("Reference of the committee").fill("PC.15")
    lead.get_by_label("Report by").fill("Director of Communities")
    lead.get_by_label("Contact officer").fill("Safeguarding desk")
    lead.get_by_label("Purpose").fill("To say how the plan stands.")
    for question in ("call-in rule", "Key decision"):
        lead.get_by_role("group", name=re.compile(question)).get_by_label("No", exact=True).check()
    lead.get_by_label("No background papers were used").check()
    goes_on(lead, lead.get_by_role("button", name="Save the front"))
    while (empty := still_missing(lead, "is empty")).count():
        empty.first.click()
        lead.get_by_label(re.compile("^Text")).fill("Bo Lindqvist trains the teams.")
        goes_on(lead, lead.get_by_role("button", name="Save the section"))


def have_it_cleared(lead: Page, manager: Page, site: Site) -> None:
    """A manager answers for each implication and signs the paper, on a small screen without scripts."""
    while (nobody := still_missing(lead, "name who answers")).count():
        nobody.first.click()
        lead.get_by_label("Who answers for it").select_option(label=MANAGER)
        goes_on(lead, lead.get_by_role("button", name="Name them"))
    lead.get_by_role("button", name="Name who clears it").click()
    lead.get_by_label("Who has to sign").select_option(label=MANAGER)
    lead.get_by_role("button", name="Name them").click()
    lead.get_by_role("link", name="Back to the paper").click()
    lead.get_by_role("button", name="Send it to those who clear it").click()
    manager.goto(site.url("/papers/"))
    expect(manager.get_by_text("Waits for your signature and your words")).to_be_visible()
    goes_on(manager, manager.get_by_role("link", name=SUBJECT))
    while (mine := manager.get_by_role("region", name="For you to do").get_by_role(
        "link", name=re.compile("^Say what it means")
    )).count():  # fmt: skip
        mine.first.click()
        manager.get_by_label("None as a result of this report").check()
        goes_on(manager, manager.get_by_role("button", name="Sign these words"))
    manager.get_by_role("link", name="Sign it").click()
    manager.get_by_role("button", name="I clear this paper").click()
    expect(manager.get_by_text("You have signed this text.")).to_be_visible()


def work_off(site: Site) -> None:
    """What the worker has to do, done by a real one."""
    subprocess.run(
        [sys.executable, "-m", "django", "db_worker", "--batch", "--no-startup-delay", "-v", "0"],
        cwd=ROOT,
        env=surroundings(site.home, site.database),
        check=True,
        timeout=120,
    )


def publish(lead: Page, site: Site) -> None:
    """Answer the check, publish, wait for the worker."""
    lead.get_by_role("button", name="Publish", exact=True).click()
    looks_right(lead)
    found = lead.get_by_role("row", name=re.compile("Bo Lindqvist"))
    found.get_by_role("radio", name="It may be published").check()
    found.get_by_role("textbox").fill("An officer named in their post.")
    lead.get_by_role("button", name="Save the answers").click()
    lead.get_by_role("button", name="Publish the paper").click()
    expect(lead.get_by_text("The files will be made in a moment.")).to_be_visible()
    looks_right(lead)
    work_off(site)
    expect(lead.get_by_role("heading", name="Versions and proof")).to_be_visible()


def test_an_officer_has_a_paper_cleared_and_publishes_it_and_a_councillor_asks(
    signed_in: SignedIn, site: Site
):
    # given a paper that an officer has begun from the plan
    lead, manager = signed_in("lead"), signed_in("manager", NARROW, scripts=False)
    begin(lead, site)

    # when the one who answers for it has signed, it is published and its files are there
    have_it_cleared(lead, manager, site)
    lead.reload()
    expect(lead.get_by_text("Nothing. It may be published.")).to_be_visible()
    publish(lead, site)
    for name, start in (("Word document", b"PK"), ("PDF document", b"%PDF")):
        with lead.expect_download() as sent:
            lead.get_by_role("link", name=name).click()
        assert Path(sent.value.path()).read_bytes().startswith(start)

    # then a councillor reads it on a small screen and asks about one of its rows
    councillor = signed_in("councillor", NARROW)
    councillor.goto(site.url("/papers/"))
    councillor.get_by_role("link", name=SUBJECT).click()
    expect(councillor.get_by_role("heading", name="In plain words").first).to_be_visible()
    looks_right(councillor)
    councillor.get_by_text("Show the 5 rows").click()
    councillor.get_by_role("link", name="Ask about B2 ").click()
    councillor.get_by_label("Your question").fill("Which hotels have been told?")
    councillor.get_by_role("button", name="Ask", exact=True).click()
    expect(councillor.get_by_text("Which hotels have been told?").first).to_be_visible()
