"""An action from its update to its agreement, in real Chromium; a meeting; both without scripts."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from joinedup.pages.dates import LONDON
from tests.journeys.conftest import NARROW, WIDE, SignedIn, Site, looks_right

BOTH = pytest.mark.postgres
"""Also on PostgreSQL. How a page looks to other roles does not depend on the database."""

TODAY = dt.datetime.now(LONDON).date()


def words(day: dt.date) -> str:
    """A day as people type it."""
    return f"{day.day}/{day.month}/{day.year}"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def go(page: Page, name: str) -> None:
    page.locator("main a", has_text=name).first.click()


@BOTH
@pytest.mark.parametrize(
    ("who", "width", "scripts"), [("lead", WIDE, True), ("lead", NARROW, False)]
)
def test_an_action_goes_from_its_update_to_its_agreement(
    signed_in: SignedIn, site: Site, who: str, width: int, scripts: bool
):
    # given an overdue action (of its own for each way of browsing)
    code = "A1" if scripts else "B2"
    page = signed_in(who, width, scripts)
    page.goto(site.url(site.action(code)))

    # when its lead says how it stands, for somebody who telephoned
    go(page, "Say how it stands")
    page.get_by_label("How does it stand?").fill("160 of 180 are trained now.")
    page.get_by_text("You write this for somebody else").click()
    page.get_by_label("Who said it").fill("Bo Lindqvist")
    page.get_by_label("How they said it").fill("By telephone")
    press(page, "Save the update")

    # then the thread says so
    expect(page.get_by_text("Your update is saved.")).to_be_visible()
    expect(page.get_by_text("Ada Marsh, for Bo Lindqvist (By telephone)")).to_be_visible()

    # when it gets a new date
    go(page, "Give it a new date")
    page.get_by_label("New due date").fill(words(TODAY + dt.timedelta(days=20)))
    page.get_by_label("Why it has to move").fill("The last course was full.")
    page.get_by_label("Who approved it").fill("Committee, minute 21")
    press(page, "Save the new date")
    expect(page.get_by_text("The earlier date is kept.")).to_be_visible()

    # and evidence
    go(page, "Add evidence")
    page.get_by_label("Minute of a meeting").check()
    page.get_by_label("Words").fill("Board, item 4: the register was shown.")
    page.get_by_label("The date it is about").fill(words(TODAY))
    press(page, "Keep this evidence")
    expect(page.get_by_text("Board, item 4: the register was shown.").first).to_be_visible()

    # and is declared complete
    go(page, "Declare it complete")
    page.get_by_label("What was done").fill("All are trained.")
    press(page, "Declare complete")
    expect(page.get_by_text("Complete on").first).to_be_visible()

    # then another person agrees; where nobody else may, a meeting does, and its minute is given
    other = signed_in("manager" if scripts else "lead", width, scripts)
    other.goto(site.url(site.action(code)))
    if scripts:
        go(other, "Agree that it is complete")
    else:
        assert other.locator("a", has_text="Agree that it is complete").count() == 0
        go(other, "Record that a meeting agreed it")
        press(other, "I agree")
        expect(other.get_by_text("or a meeting: then give its minute")).to_be_visible()
        other.get_by_label("Minute").fill("Board, item 9")
    press(other, "I agree")
    page.goto(site.url(site.action(code)))
    expect(page.get_by_text("Complete, agreed on").first).to_be_visible()
    if scripts:
        looks_right(page)


@BOTH
def test_what_was_typed_wrongly_stays_with_a_sentence_beside_it(signed_in: SignedIn, site: Site):
    page = signed_in("lead")
    page.goto(site.url(f"{site.action('A2')}date/"))
    page.get_by_label("New due date").fill("31 September 2026")
    page.get_by_label("Why it has to move").fill("The trainer is ill.")
    press(page, "Save the new date")
    expect(page.get_by_label("New due date")).to_have_value("31 September 2026")
    expect(page.get_by_label("Why it has to move")).to_have_value("The trainer is ill.")
    expect(page.get_by_text("September 2026 has 30 days").first).to_be_visible()
    looks_right(page)


@BOTH
def test_a_meeting_is_typed_by_keyboard_row_by_row(signed_in: SignedIn, site: Site):
    # given the meeting view on the projector
    page = signed_in("lead")
    page.goto(site.url(f"{site.plan}meeting/"))
    looks_right(page)
    page.get_by_label("Meeting and minute").fill("Safeguarding Board, item 5")

    # when a row is typed and Enter pressed
    page.get_by_label("Update of A2", exact=True).fill("The list of posts is written.")
    page.get_by_label("Update of A2", exact=True).press("Enter")

    # then the row is saved and the next one is ready
    expect(page.locator("tr.ju-saved")).to_contain_text("The list of posts is written.")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Update")

    # and a wrong date stays in its row, with what to do
    page.get_by_label("New date of A10").fill("31/9/2026")
    page.get_by_label("Update of A10").fill("Moved")
    page.get_by_label("Update of A10").press("Control+Enter")
    expect(page.get_by_text("September 2026 has 30 days")).to_be_visible()
    expect(page.get_by_label("Update of A10")).to_have_value("Moved")


@BOTH
def test_a_row_that_another_changed_meanwhile_shows_both_texts(signed_in: SignedIn, site: Site):
    page = signed_in("lead")
    page.goto(site.url(f"{site.plan}meeting/"))
    # given that somebody else says something of the row
    other = signed_in("lead")
    other.goto(site.url(f"{site.action('B1')}update/"))
    other.get_by_label("How does it stand?").fill("The policy is with the lawyers.")
    press(other, "Save the update")
    # when the meeting types in the same row
    page.get_by_label("Update of B1").fill("The policy is adopted.")
    page.get_by_label("Update of B1").press("Enter")
    # then nothing is lost
    note = page.get_by_text("Somebody else changed this row while you typed.")
    expect(note).to_be_visible()
    expect(page.get_by_text("The policy is with the lawyers.").first).to_be_visible()
    expect(page.get_by_label("Update of B1")).to_have_value("The policy is adopted.")
    # and saving again adds it
    page.get_by_label("Update of B1").press("Enter")
    expect(page.locator("tr.ju-saved")).to_contain_text("The policy is adopted.")


@BOTH
def test_a_meeting_without_scripts_saves_one_row_and_keeps_the_others(
    signed_in: SignedIn, site: Site
):
    page = signed_in("lead", scripts=False)
    page.goto(site.url(f"{site.plan}meeting/"))
    page.get_by_label("Update of A2.1").fill("Ten places are booked.")
    page.get_by_label("Update of A10").fill("Typed, and not saved yet.")
    page.get_by_role("button", name="Save A2.1").click()
    expect(page.get_by_text("1 row saved.")).to_be_visible()
    expect(page.locator("tr.ju-saved")).to_contain_text("Ten places are booked.")
    expect(page.get_by_label("Update of A10")).to_have_value("Typed, and not saved yet.")


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "who",
    [pytest.param("lead", marks=BOTH), "owner", "manager", "partner", "auditor", "councillor"],
)
def test_every_record_page_is_accessible_and_fits_for_every_role(
    signed_in: SignedIn, site: Site, who: str, width: int
):
    page = signed_in(who, width)
    paths = [
        "/plans/",
        site.plan,
        f"{site.plan}?on=1/9/2026",
        site.action("B2" if who == "partner" else "A2"),
        "/sources/",
        f"/sources/{site.seed['source']}/",
        f"/statements/{site.seed['statements'][0]}/",
    ]
    if who == "lead":
        paths += [f"{site.action('A10')}{name}/" for name in ("update", "evidence", "met", "edit")]
        paths += [f"{site.plan}settings/", f"{site.plan}add/"]
    for path in paths:
        answer = page.goto(site.url(path))
        assert answer is not None and answer.status == 200, path
        looks_right(page)
