"""What journeys share: a small partnership in a data folder of its own, the product served from a
copy of it, and people who are already signed in, in real Chromium.

Append-only triggers forbid the flush of `transaction=True` tests, so a journey works on a copied
database file and a server process of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.factories.template import copy_template

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
# Without a screen Chromium still makes the suggestions below its address bar, two pages of its own
# for each context: half of what a context costs. The last such option counts, so the others that
# playwright switches off are named again.
LEFT_OUT = (
    "WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup", "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades",
    "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints",
    "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning",
)  # fmt: skip
OPTIONS = ["--no-sandbox", f"--disable-features={','.join(LEFT_OUT)}"]
WIDE, NARROW = 1280, 320
NEWEST_LINK = """
import re, django
django.setup()
from joinedup.notices.models import Notice
print(re.findall(r"/answer/[^/]+/", Notice.objects.latest("pk").body)[-1])
"""


@dataclass(frozen=True)
class Site:
    """The product as served to one module of journeys, and what stands in it."""

    address: str
    home: Path
    seed: dict[str, Any]
    database: str = ""

    def url(self, path: str) -> str:
        """A whole address."""
        return f"{self.address}{path}"

    def action(self, code: str) -> str:
        """The path of an action by its printed number."""
        return f"/actions/{self.seed['actions'][code]}/"

    def last_link(self) -> str:
        """The address behind the newest link to answer, as the outbox holds it until it is sent."""
        answer = subprocess.run(
            [sys.executable, "-c", NEWEST_LINK],
            cwd=ROOT,
            env=surroundings(self.home, self.database),
            capture_output=True,
            text=True,
            check=True,
        )
        return self.url(answer.stdout.strip())

    @property
    def plan(self) -> str:
        """The path of the plan."""
        return f"/plans/{self.seed['plan']}/"


def new_database(template: str = "") -> str:
    """Under PostgreSQL the address of a new database, a copy of `template`; else empty."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return ""
    name = f"journey_{uuid.uuid4().hex[:12]}"
    copied = f' TEMPLATE "{template.rpartition("/")[2]}"' if template else ""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"{copied}'.encode())
    return f"{url.rpartition('/')[0]}/{name}"


def surroundings(home: Path, database: str = "") -> dict[str, str]:
    """The environment of a process that works on this data folder (and PostgreSQL database)."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database:
        kept["DATABASE_URL"] = database
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return {
        **kept,
        "JOINEDUP_HOME": str(home),
        "JOINEDUP_MODE": "test",
        "PYTHONPATH": paths,
        "DJANGO_SETTINGS_MODULE": "joinedup.config.settings",
    }


@contextlib.contextmanager
def serving(home: Path, database: str = "") -> Iterator[str]:
    """The address under which this data folder is served."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.server"],
        cwd=ROOT,
        env=surroundings(home, database),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        assert port.isdigit(), "the server did not start"
        # the first answer loads everything, which a busy machine needs longer for than a browser waits
        urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=120).close()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def partnership(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any], str]:
    """A data folder with the invented partnership, what can be opened in it, and under PostgreSQL
    its database. Copy it."""
    home = tmp_path_factory.mktemp("partnership")
    database = new_database()
    if not database:
        copy_template(home / "joinedup.sqlite3")
    answer = subprocess.run(
        [sys.executable, "-m", "tests.journeys.partnership"],
        cwd=ROOT,
        env=surroundings(home, database),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return home, json.loads(answer.stdout), database


@pytest.fixture(scope="module")
def site(
    partnership: tuple[Path, dict[str, Any], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The product, served from a copy that this module may change."""
    home = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(partnership[0], home)
    copied = new_database(template=partnership[2]) if partnership[2] else ""
    with serving(home, copied) as address:
        yield Site(address, home, partnership[1], copied)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium where it is, else playwright's own."""
    with sync_playwright() as player:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        opened = player.chromium.launch(executable_path=path, args=OPTIONS)
        yield opened
        opened.close()


SignedIn = Callable[..., Page]


@pytest.fixture
def signed_in(browser: Browser, site: Site) -> Iterator[SignedIn]:
    """`signed_in("lead")` is a page of that person's own; it fails the test when the browser
    complains. `width` and `scripts` tell what sort of browser it is."""
    contexts = []
    said: list[str] = []

    def open_as(who: str, width: int = WIDE, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts
        )
        cookie = {"name": site.seed["cookie"], "value": site.seed["cookies"][who]}
        context.add_cookies([{**cookie, "url": site.address}])
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
        contexts.append(context)
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert [line for line in said if "422" not in line and "409" not in line] == []


def goes_on(page: Page, what: Locator) -> None:
    """Press what leads to another page, and wait until that page is whole."""
    with page.expect_navigation():
        what.click()


def looks_right(page: Page) -> None:
    """No accessibility rule is broken, and nothing scrolls sideways."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    over = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert over <= 0, f"{page.url} scrolls sideways by {over}"
