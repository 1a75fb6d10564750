"""Makes docs/pictures/*.png: starts the invented demo on a folder of its own and photographs it.

    python tools/pictures.py [NAME ...]       all pictures, or those named (check, register-320 …)

Needs the test extras and Chromium. The demo counts its dates from the day it is loaded, so new
pictures differ from old ones; make them anew when pages change, and look at each.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "pictures"
LEAD, MANAGER, GOVERNANCE, DUTY, WORKER = (
    "Safeguarding lead",
    "Service manager",
    "Information-governance officer",
    "Duty officer",
    "Caseworker",
)


@dataclass(frozen=True)
class Shot:
    """One picture: who looks, where they begin, which links they follow, how large it is.

    `links` are patterns of addresses, or "text=" and words: the first link that fits is opened. `below` is
    the element to which the page is scrolled first; `then` is put behind the address reached.
    """

    name: str
    role: str
    path: str
    links: tuple[str, ...] = ()
    then: str = ""
    below: str = ""
    width: int = 1280
    height: int = 900


PLAN, ACTION, IMPORT = r"/plans/PL-[^/]+/$", r"/actions/AC-[^/]+/$", r"/import/IM-[^/]+/$"
SHOTS = (
    Shot("check", LEAD, "/import/", (IMPORT,), below="text=The plan in this document"),
    Shot("register", LEAD, "/register/"),
    Shot("my-work", MANAGER, "/my-work/"),
    Shot("plan", LEAD, "/plans/", (PLAN,)),
    Shot("meeting", LEAD, "/plans/", (PLAN,), then="meeting/"),
    Shot("action", LEAD, "/register/", (ACTION,), height=1200),
    Shot("chase-list", LEAD, "/chase/"),
    Shot("questions", LEAD, "/questions/?show=open", height=700),
    Shot("doubts", LEAD, "/doubts/?show=open", height=800),
    Shot("approval", LEAD, "/plans/", ("text=Section 11",), then="approval/", height=1000),
    Shot("import", LEAD, "/import/", height=700),
    Shot("people", LEAD, "/people/", height=800),
    Shot("who-has-seen", LEAD, "/register/", (ACTION,), then="/records/{}/who/", height=700),
    Shot("audit", GOVERNANCE, "/audit/", height=800),
    Shot("concerns", DUTY, "/concerns/"),
    Shot("case", WORKER, "/cases/", (r"/cases/CA-[^/]+/$",), height=1200),
    Shot("paper", LEAD, "/papers/", (r"/papers/[A-Z]{2}-[^/]+/$",)),
    Shot("worry-320", LEAD, "/worry/", width=320, height=800),
    Shot("my-work-320", MANAGER, "/my-work/", width=320, height=800),
    Shot("register-320", LEAD, "/register/", width=320, height=800),
    Shot("action-320", LEAD, "/register/", (ACTION,), width=320, height=800),
)


def wait_for(address: str) -> None:
    """Return when the server answers; half a minute at most."""
    for _ in range(60):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/demo/", timeout=20).close()
            return
        time.sleep(0.5)
    raise SystemExit("The demo does not answer.")


@contextlib.contextmanager
def demo(home: Path) -> Iterator[str]:
    """The address of the demo, served from `home` until the block ends."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    around = {**kept, "JOINEDUP_HOME": str(home), "PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "joinedup.config.command", "demo", "--serve", "--port", "8700"],
        cwd=ROOT,
        env=around,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            found = re.search(r"Joined Up is at (http://\S+)", line)
            if found:
                wait_for(found[1])
                yield found[1]
                return
        raise SystemExit("The demo did not start.")
    finally:
        process.terminate()
        process.wait(20)


def signed_in(browser: Browser, address: str, role: str, width: int, height: int) -> Page:
    """A page of somebody of this role, after one click on the demo's own list."""
    page = browser.new_page(viewport={"width": 1280, "height": height})
    page.goto(f"{address}/demo/", wait_until="networkidle")
    page.locator("tr", has=page.get_by_role("rowheader", name=role, exact=True)).first.locator(
        "button"
    ).click()
    page.wait_for_load_state("networkidle")
    page.set_viewport_size({"width": width, "height": height})
    return page


def walk(page: Page, address: str, shot: Shot) -> None:
    """Bring the page to where the picture is taken."""
    page.goto(address + shot.path, wait_until="networkidle")
    for pattern in shot.links:
        if pattern.startswith("text="):
            page.locator("main a", has_text=pattern.removeprefix("text=")).first.click()
            page.wait_for_load_state("networkidle")
            continue
        links = page.eval_on_selector_all("main a[href]", "all => all.map(one => one.href)")
        fitting = [one for one in links if re.search(pattern, one)]
        if not fitting:
            raise SystemExit(f"{shot.name}: {page.url} leads to no {pattern}")
        page.goto(fitting[0], wait_until="networkidle")
    if shot.then:
        reference = page.url.rstrip("/").rsplit("/", 1)[1]
        there = urljoin(page.url, shot.then.format(reference))
        page.goto(there, wait_until="networkidle")
    if shot.below:
        page.locator(shot.below).first.evaluate("one => one.scrollIntoView()")


def main() -> int:
    """Make the pictures asked for; 0 when all were made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", help=", ".join(shot.name for shot in SHOTS))
    parser.add_argument("--home", type=Path, help="a demo data folder to use again")
    options = parser.parse_args()
    wanted = [shot for shot in SHOTS if not options.names or shot.name in options.names]
    TARGET.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        home = options.home or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = stack.enter_context(demo(home))
        player = stack.enter_context(sync_playwright())
        browser = player.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        for shot in wanted:
            page = signed_in(browser, address, shot.role, shot.width, shot.height)
            walk(page, address, shot)
            page.screenshot(path=TARGET / f"{shot.name}.png", animations="disabled")
            print(f"{shot.name}.png  {page.url.removeprefix(address)}")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
