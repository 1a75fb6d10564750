"""The style guide in real Chromium: accessible, narrow, by keyboard, and without scripts."""

import threading
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.test import override_settings
from playwright.sync_api import Browser, Page, Route

PARTS = ("", "wide/", "question/", "confirm/", "absent/", "fault/")


class Quiet(WSGIRequestHandler):
    """Answers without writing a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The style guide, served; it asks no database."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.daemon_threads = True
    server.set_app(StaticFilesHandler(WSGIHandler()))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    with override_settings(JOINEDUP_BRAND=""):
        yield f"http://127.0.0.1:{server.server_port}/style/"
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when the browser complains of anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_of_the_guide_breaks_an_accessibility_rule_or_scrolls_sideways(
    page: Page, address: str, part: str, width: int
):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + part)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("part", PARTS)
def test_no_width_between_makes_a_page_scroll_sideways(page: Page, address: str, part: str):
    page.goto(address + part)
    for width in (1100, 960, 800, 700, 560, 400):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_without_scripts_filters_menu_and_words_are_all_there(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address)
    assert not page.get_by_label("Adults").first.is_visible()
    page.get_by_text("Filter the actions").click()
    assert page.get_by_label("Children").is_visible()
    page.get_by_text("Menu", exact=True).click()
    assert page.get_by_role("link", name="Plans").is_visible()
    assert not page.get_by_text("Keyboard shortcuts").is_visible()
    context.close()


def test_a_wide_screen_shows_menu_and_filters_without_a_click(page: Page, address: str):
    page.goto(address)
    assert page.get_by_role("link", name="Plans").is_visible()
    assert page.get_by_label("Children").is_visible()
    assert not page.get_by_text("Filter the actions").is_visible()


def test_column_headings_stay_in_sight_while_a_table_scrolls(page: Page, address: str):
    page.goto(address)
    page.get_by_role("rowheader", name="B3").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('table.ju-table tbody tr:last-child').scrollIntoView()")
    heading = page.get_by_role("columnheader", name="Owner").bounding_box()
    assert heading is not None and 0 <= heading["y"] < 5


def test_j_and_k_move_through_the_rows_and_a_question_mark_lists_the_keys(page: Page, address: str):
    page.goto(address)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.closest('tr').id") == "a10"
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keyboard shortcuts").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_arrow_keys_move_between_cells_but_stay_inside_a_text(page: Page, address: str):
    page.goto(address + "wide/")
    first = page.get_by_label("Update of A2")
    first.fill("Met twice")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.name") == "update-A2"
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.name") == "update-A10"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.name") == "rag-A10"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.textContent").startswith("Review")


def test_words_are_kept_as_a_draft_a_moment_after_the_last_key(page: Page, address: str):
    kept: list[str] = []

    def keep(route: Route) -> None:
        kept.append(route.request.post_data or "")
        route.fulfill(status=204)

    page.route("**/style/?kept", keep)
    page.goto(address)
    page.get_by_label("Summary").first.fill("Half a sentence")
    page.get_by_text("What you typed is kept as a draft.").wait_for(timeout=6000)
    assert len(kept) == 1 and "Half a sentence" in kept[0]
    assert "csrfmiddlewaretoken" in kept[0]


def test_a_dropped_file_lands_in_the_ordinary_file_field(page: Page, address: str):
    page.goto(address)
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["x"], "minutes.pdf"));
          document.querySelector("[data-drop]").dispatchEvent(
            new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    names = "[...document.querySelector('[data-drop] input').files].map(f => f.name)"
    assert page.evaluate(names) == ["minutes.pdf"]


def test_htmx_runs_under_the_policy_without_styles_of_its_own(page: Page, address: str):
    page.goto(address + "wide/")
    page.wait_for_function("window.htmx !== undefined")
    assert page.evaluate("window.htmx.config.includeIndicatorCSS") is False
    assert page.evaluate("document.adoptedStyleSheets.length") == 0


def test_on_paper_there_is_nothing_to_click(page: Page, address: str):
    page.goto(address)
    page.emulate_media(media="print")
    assert not page.get_by_role("link", name="Plans").is_visible()
    assert not page.get_by_role("button", name="Show matching").is_visible()
    assert page.get_by_role("rowheader", name="A10").is_visible()


def test_a_long_reference_breaks_inside_its_card_on_a_small_screen(page: Page, address: str):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(address)
    spilled = page.evaluate(
        """() => {
          const cells = [...document.querySelectorAll(".ju-table .ju-code")].filter(
            (cell) => getComputedStyle(cell.closest("tr")).display === "block");
          return cells.map((cell) => {
            cell.textContent = "RP-2026-WMWMWMWMWMWMWMWMWM";
            const words = document.createRange();
            words.selectNodeContents(cell);
            return words.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
          });
        }"""
    )
    assert spilled and not any(spilled)
