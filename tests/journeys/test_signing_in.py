"""Signing in, in real Chromium: a passkey, words that survive, pages that everybody can use."""

import contextlib
import os
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factories.identity_provider import CLIENT, SECRET, identity_provider
from tests.factories.template import copy_template

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Nia Unfinished, who begins in the spring"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PAGES = {
    "Safeguarding lead": (
        "/account/", "/people/", "/people/add/", "/people/file/", "/posts/", "/posts/add/",
        "/agencies/", "/outbox/", "/drafts/", "/rules/", "/rules/rag.action/",
        "/account/second-step/", "/account/second-step/app/", "/account/passkeys/add/",
    ),
    "System administrator": (
        "/accounts/", "/accounts/open/", "/council/", "/rules/session.idle/local/",
    ),
}  # fmt: skip
PUBLIC = ("/demo/", "/sign-in/", "/sign-in/password/", "/glossary/", "/help/", "/accessibility/",
          "/privacy/")  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("signing-in")


@pytest.fixture(scope="module")
def provider():
    with identity_provider(sub="7", email="stranger@example.org", email_verified=True) as made:
        yield made


@pytest.fixture(scope="module")
def address(home, provider):
    """The product in demo mode, served from a data folder of its own."""
    around = {
        **os.environ,
        "JOINEDUP_HOME": str(home),
        "JOINEDUP_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": "joinedup.config.settings",
        "DATABASE_URL": "",
        "JOINEDUP_OIDC_URL": provider.url,
        "JOINEDUP_OIDC_CLIENT": CLIENT,
        "JOINEDUP_OIDC_SECRET": SECRET,
        "JOINEDUP_OIDC_NAME": "Fellmouth sign-in",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    run = [sys.executable, "-m"]
    static = [*run, "django", "collectstatic", "--noinput", "-v", "0"]
    copy_template(home / "joinedup.sqlite3")
    subprocess.run([*run, "tests.journeys.newcomers"], env=around, cwd=ROOT, check=True)
    subprocess.run(static, env=around, cwd=ROOT, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = ["granian", "--interface", "wsgi", "--port", str(port), "--log-level", "error"]
    server = subprocess.Popen(
        [*run, *serve, "joinedup.config.wsgi:application"], env=around, cwd=ROOT
    )
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.2)
    yield f"http://localhost:{port}"
    server.terminate()
    server.wait(20)


def be(page, address, role):
    page.goto(f"{address}/demo/")
    page.locator("tbody tr", has_text=role).first.get_by_role("button").click()


def faults(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found]


def test_a_passkey_is_added_and_signs_in(browser, address):
    context = browser.new_context()
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    be(page, address, "Action owner")
    wire = context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto(f"{address}/account/passkeys/add/")
    page.get_by_label("A name for this passkey").fill("Work laptop")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    page.goto(f"{address}/account/passkeys/")
    assert "Work laptop" in page.locator("tbody").inner_text()
    page.locator("header").get_by_role("button", name="Sign out").click()
    page.goto(f"{address}/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.goto(f"{address}/account/")
    assert "Action owner Example" in page.locator("main").inner_text()
    assert complaints == []
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_work_account_signs_in_and_a_stranger_is_told_whom_to_ask(
    browser, address, provider, scripts
):
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": 320, "height": 700}
    )
    page = context.new_page()
    for email, heading in (
        ("stranger@example.org", "There is no account for you here yet"),
        ("service_manager@marlowvale.example", "My work"),
    ):
        provider.says |= {"sub": email, "email": email}
        page.goto(f"{address}/sign-in/")
        page.get_by_role("button", name="Fellmouth sign-in").click()
        page.get_by_role("heading", name=heading, level=1).wait_for()
        if scripts:
            assert faults(page) == []
    context.close()


def test_words_survive_a_session_that_ends_without_scripts(browser, address, home):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    be(page, address, "Safeguarding lead")
    page.goto(f"{address}/people/add/")
    page.get_by_label("Full name").fill(WORDS)
    with sqlite3.connect(home / "joinedup.sqlite3") as database:
        database.execute("DELETE FROM django_session")
    page.get_by_role("button", name="Add", exact=True).click()
    assert "What you typed is kept for you" in page.locator("main").inner_text()
    be(page, address, "Councillor")
    page.goto(f"{address}/drafts/")
    assert WORDS not in page.content()
    be(page, address, "Safeguarding lead")
    page.goto(f"{address}/people/add/")
    assert page.get_by_label("Full name").input_value() == WORDS
    context.close()


@pytest.mark.parametrize("role", ["", *PAGES])
def test_pages_are_accessible_and_fit_a_telephone(browser, address, role):
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    if role:
        be(page, address, role)
    wrong = {}
    for path in PAGES.get(role, PUBLIC):
        response = page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found = faults(page)
        if response.status != 200 or wide > 320 or found:
            wrong[path] = (response.status, wide, found)
    context.close()
    assert wrong == {}
