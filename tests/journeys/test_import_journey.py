"""A plan from the Word file to its completed action, in real Chromium: with the mouse, with the
keyboard alone, and without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.factories import imports as papers
from tests.journeys.conftest import NARROW, WIDE, SignedIn, Site, goes_on, looks_right

SHARED = Path(__file__).resolve().parents[2] / "../shared/plans/west-lindsey-2015.txt"
ROWS = (*papers.ROWS, papers.CONTRADICTION)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def hand_over(page: Page, site: Site, title: str, owner: str) -> None:
    page.goto(site.url("/import/"))
    mine = ("5", "Visit every club", owner, "May 2026", "?? soon", "")
    data = papers.word((*ROWS, mine), title=title, more=["Write to the Charity Commission"])
    page.get_by_label("The plan as a file").set_input_files(
        {"name": f"{title}.docx", "mimeType": DOCX, "buffer": data}
    )
    press(page, "Read the plan")
    expect(page.get_by_role("heading", name="Check what was read")).to_be_visible()


def confirm(page: Page, title: str) -> None:
    goes_on(page, page.get_by_role("link", name="Go on to confirm"))
    page.get_by_label("Title of the plan").fill(title)
    page.get_by_label("The date of the document").fill("1/6/2026")
    another = page.get_by_label("This is another plan")
    if another.count():
        another.check()
    press(page, "Confirm: put it in the register")
    expect(page.get_by_text("5 rows are now in the register, confirmed by you.")).to_be_visible()


@pytest.mark.parametrize(("width", "scripts"), [(WIDE, True), (NARROW, True), (NARROW, False)])
def test_a_word_plan_becomes_a_live_register(
    signed_in: SignedIn, site: Site, width: int, scripts: bool
):
    # given a plan with doubts, handed over
    title = f"Action plan {width} {'with' if scripts else 'without'} scripts"
    owner = f"{'Ros' if scripts else 'Una'} {'Teller' if width == WIDE else 'Turner'}"
    page = signed_in("lead", width, scripts)
    hand_over(page, site, title, owner)
    if scripts:
        looks_right(page)

    # when every doubt is looked at, every question answered, and every owner named
    press(page, "Save who they are")
    press(page, "It comes back: this time it was done")
    expect(page.get_by_role("button", name="It comes back: this time it was done")).to_have_count(0)
    page.wait_for_load_state()
    while page.get_by_role("button", name=re.compile("^Right")).count():
        before = page.get_by_role("button", name=re.compile("^Right")).count()
        press(page, "Right ")
        expect(page.get_by_role("button", name=re.compile("^Right"))).to_have_count(before - 1)
    expect(page.locator("#check-progress")).to_contain_text("Nothing is left to look at")

    # and the last step is undone and taken again
    press(page, "Undo the last step")
    expect(page.locator("#check-progress")).to_contain_text("1 thing needs you")
    press(page, "Right ")

    # and it is confirmed
    confirm(page, title)
    if scripts:
        looks_right(page)

    # then the plan shows it, and its actions are live
    page.get_by_role("link", name="Visit every club").first.click()
    page.locator("main a", has_text="Say how it stands").first.click()
    page.get_by_label("How does it stand?").fill("Four of nine clubs were visited.")
    press(page, "Save the update")
    expect(page.get_by_text("Your update is saved.")).to_be_visible()
    page.locator("main a", has_text="Add evidence").first.click()
    page.get_by_label("Minute of a meeting").check()
    page.get_by_label("Words").fill("Board, item 4: the list of visits was shown.")
    page.get_by_label("The date it is about").fill("1/6/2026")
    press(page, "Keep this evidence")
    expect(page.get_by_text("the list of visits was shown").first).to_be_visible()
    page.locator("main a", has_text="Declare it complete").first.click()
    page.get_by_label("What was done").fill("All clubs were visited.")
    press(page, "Declare complete")
    expect(page.get_by_text("Complete on").first).to_be_visible()


def test_the_check_is_done_with_the_keyboard_alone(signed_in: SignedIn, site: Site):
    # given a plan on the check page, its owners named
    page = signed_in("lead")
    hand_over(page, site, "Plan by keys", "Kit Teller")
    page.locator("#owners").wait_for()
    page.get_by_role("button", name="Save who they are").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#owners")).to_have_count(0)

    # when n goes to the first doubt
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    expect(page.locator(".ju-read--now")).to_have_count(1)

    # and ? lists the keys
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Next thing to look at")
    page.keyboard.press("Escape")

    # then a settles one after another, the next doubt getting the focus each time
    left = page.locator("#check [data-doubt]")
    for _ in range(12):
        before = left.count()
        if before == 0:
            break
        expect(page.locator("[data-doubt] :focus")).to_have_count(1)
        is_value = page.evaluate("document.activeElement.matches('[data-check-right]')")
        page.keyboard.press("a" if is_value else "Enter")
        expect(left).to_have_count(before - 1)
    expect(page.locator("#check-progress")).to_contain_text("Nothing is left to look at")

    # and u takes the last one back
    page.keyboard.press("u")
    expect(page.locator("#check-progress")).to_contain_text("1 thing needs you")
    expect(page.locator("[data-doubt] :focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#check-progress")).to_contain_text("Nothing is left to look at")


def test_a_table_pasted_from_word_keeps_its_columns(signed_in: SignedIn, site: Site):
    page = signed_in("lead")
    page.goto(site.url("/import/"))
    cells = "".join(
        f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in (papers.HEADINGS, *ROWS)
    )
    page.get_by_label("Or paste it here").evaluate(
        """(box, rich) => {
          const data = new DataTransfer();
          data.setData("text/html", rich);
          data.setData("text/plain", "a pasted table");
          box.value = "a pasted table";
          box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }""",
        f"<html><body><table>{cells}</table></body></html>",
    )
    press(page, "Read the plan")
    page.get_by_role("link", name="Everything").click()
    expect(page.get_by_text("due 31 March 2026").first).to_be_visible()

    # and what is pressed on the page of one row leads back to the check, which shows it done
    cells_in_notes = page.locator("#check-progress").get_by_text(re.compile(r"\d+ notes"))
    expect(cells_in_notes).to_have_count(0)
    page.locator("a", has_text="Change, join or split this row").last.click()
    expect(page.get_by_text("The row itself")).to_be_visible()
    expect(page.get_by_role("button", name="Next", exact=True)).to_have_count(0)
    press(page, "It is not an action")
    expect(page.get_by_role("heading", name="Check what was read")).to_be_visible()
    expect(cells_in_notes).to_be_visible()
    page.locator("a", has_text="Change, join or split this row").last.click()
    expect(page.get_by_text("The row itself")).to_be_visible()
    press(page, "Undo the last step")
    expect(page.get_by_role("heading", name="Check what was read")).to_be_visible()
    expect(cells_in_notes).to_have_count(0)


@pytest.mark.skipif(not SHARED.exists(), reason="the committee paper is not beside the repository")
def test_a_committee_paper_of_78_rows_is_confirmed_with_few_presses(
    signed_in: SignedIn, site: Site
):
    # given the paper on the check page
    page = signed_in("lead")
    page.goto(site.url("/import/"))
    page.get_by_label("The plan as a file").set_input_files(SHARED)
    press(page, "Read the plan")
    things = int(re.search(r"(\d+) things", page.locator("#check-progress").inner_text())[1])

    # when whatever needs a person is looked at
    presses = 1
    press(page, "Save who they are")
    page.locator("#who").wait_for(state="attached")
    unclear = page.locator("section:has(#owners) select")
    for one in unclear.all():
        one.select_option(index=1)
        presses += 1
    if unclear.count():
        press(page, "Save who they are")
        presses += 1
    expect(page.locator("#owners")).to_have_count(0)
    doubts = page.locator("#check [data-doubt]")
    while doubts.count():
        before = doubts.count()
        doubts.first.get_by_role("button").first.click()
        presses += 1
        expect(doubts).to_have_count(before - 1)

    # then it may be confirmed, after no more than two presses for each
    expect(page.locator("#check-progress")).to_contain_text("Nothing is left to look at")
    page.get_by_role("link", name="Go on to confirm").click()
    press(page, "Confirm: put it in the register")
    expect(page.get_by_text("78 rows are now in the register, confirmed by you.")).to_be_visible()
    assert presses + 2 <= 2 * things
