"""Somebody who is worried tells us: on a small telephone, without a script, without a name; and
leaves in a hurry."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import NARROW, WIDE, Site, looks_right

WORDS = "A girl called K gets into a white van by the shops. She is crying."
WEATHER = "https://www.bbc.co.uk/weather"


@pytest.fixture
def visitors(browser: Browser) -> Iterator[object]:
    """Browsers that are signed in nowhere."""
    contexts = []

    def open_page(width: int, scripts: bool) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 640}, java_script_enabled=scripts
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def press(page: Page, name: str) -> None:
    """Press a button or a link that looks like one."""
    page.get_by_role("button", name=name).first.click()


@pytest.mark.postgres
def test_a_worry_is_told_without_a_script_a_name_or_a_wide_screen(
    site: Site, visitors: object
) -> None:
    # given a small telephone without scripts
    page = visitors(NARROW, False)  # type: ignore[operator]
    page.goto(site.url("/worry/"))
    expect(page.get_by_role("link", name="999", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Leave this site"))).to_be_visible()
    press(page, "Start now")

    # when the questions are answered one by one, with a mistake on the way
    press(page, "Continue")
    expect(page.get_by_role("alert")).to_contain_text("Choose who you are worried about")
    page.get_by_label("A child or young person").check()
    press(page, "Continue")
    page.get_by_label("Yes", exact=True).check()
    press(page, "Continue")
    expect(page.get_by_role("heading", name="Ring 999 now")).to_be_visible()
    press(page, "Go on with the report")
    page.get_by_label(re.compile("^Being used by others")).check()
    press(page, "Continue")
    happened, help_first = page.get_by_label("What has happened?"), page.get_by_text("can talk to")
    expect(happened.or_(help_first)).to_be_visible()
    if help_first.is_visible():
        press(page, "Go on with the report")
    happened.fill(WORDS)
    press(page, "Continue")
    page.get_by_label("In the last few days").check()
    press(page, "Continue")
    page.get_by_label("Age, or a guess").fill("about 14")
    press(page, "Skip the other questions and go to the end")

    # then all of it can be looked over, and nothing of it stands in an address
    expect(page.get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_text("without saying who you are")).to_be_visible()
    assert page.url == site.url("/worry/check/")
    press(page, "Send")
    arrived = page.get_by_role("heading", name="We have your report")
    too_quick = page.get_by_text("That was very quick")
    expect(arrived.or_(too_quick)).to_be_visible()
    if too_quick.is_visible():
        press(page, "Send")
    expect(page.get_by_role("heading", name="We have your report")).to_be_visible()
    code = page.locator(".ju-code").inner_text()
    assert len(re.sub(r"[^0-9A-Z]", "", code)) == 15

    # and the code opens what was told, on another telephone, and lets something join
    other = visitors(NARROW, False)  # type: ignore[operator]
    other.goto(site.url("/worry/code/"))
    other.get_by_label("Your code").fill(code.lower())
    press(other, "Continue")
    expect(other.get_by_text("Thank you. We have your report.")).to_be_visible()
    expect(other.get_by_text(WORDS)).to_have_count(0)
    other.get_by_label("Is there anything you want to add?").fill("The van has left.")
    press(other, "Send it")
    expect(other.get_by_text("We have what you added.")).to_be_visible()


PAGES = ("about", "danger", "worries", "screen", "happened", "when", "who", "where", "others",
         "you", "contact", "reach", "check", "danger/999", "code")  # fmt: skip


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_page_of_the_door_can_be_read_and_used_by_everybody(
    site: Site, visitors: object, width: int
) -> None:
    page = visitors(width, True)  # type: ignore[operator]
    page.goto(site.url("/worry/"))
    looks_right(page)
    press(page, "Start now")
    page.get_by_label("Me", exact=True).check()
    page.keyboard.press("Enter")
    page.get_by_label("No", exact=True).check()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What are you worried about?")).to_be_visible()
    page.goto(site.url("/worry/happened/"))
    page.get_by_label("What has happened?").fill(WORDS)
    press(page, "Continue")
    expect(page.get_by_role("heading", name="When did it happen?")).to_be_visible()
    for part in PAGES:
        page.goto(site.url(f"/worry/{part}/"))
        expect(page.get_by_role("link", name=re.compile("Leave this site"))).to_be_in_viewport()
        looks_right(page)
    press(page, "Continue")
    looks_right(page)


def test_three_presses_of_escape_leave_at_once_and_nothing_is_found_again(
    site: Site, visitors: object
) -> None:
    page = visitors(NARROW, True)  # type: ignore[operator]
    page.goto(site.url("/worry/"))
    press(page, "Start now")
    page.goto(site.url("/worry/happened/"))
    page.get_by_label("What has happened?").fill(WORDS)
    press(page, "Continue")
    expect(page.get_by_role("heading", name="When did it happen?")).to_be_visible()
    with page.expect_request(lambda one: one.url == WEATHER):
        for _ in range(3):
            page.keyboard.press("Escape")
    later = page.context.new_page()
    later.goto(site.url("/worry/check/"))
    expect(later.get_by_role("heading", name="Your answers are no longer here")).to_be_visible()
    expect(later.get_by_text(WORDS)).to_have_count(0)


def test_the_way_out_works_without_a_script(site: Site, visitors: object) -> None:
    page = visitors(NARROW, False)  # type: ignore[operator]
    page.goto(site.url("/worry/"))
    press(page, "Start now")
    with page.expect_request(lambda one: one.url == WEATHER):
        page.get_by_role("link", name=re.compile("Leave this site")).click()
    later = page.context.new_page()
    later.goto(site.url("/worry/about/"))
    expect(later.get_by_role("button", name="Start now")).to_be_visible()
