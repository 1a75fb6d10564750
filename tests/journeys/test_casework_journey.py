"""From a worry at 4.55 pm to what social care decided; and what nobody can click past: a case closed
too early, a refusal, a conflict, a sealed record, a twin taken for her sister."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import (
    NARROW,
    ROOT,
    SignedIn,
    Site,
    goes_on,
    looks_right,
    surroundings,
)

pytestmark = pytest.mark.postgres
WORDS = "Older men wait in a silver van for the tenant's daughter. She is 14."
LINK = """
import re, django
django.setup()
from joinedup.notices.models import Notice
row = Notice.objects.filter(purpose="referral").latest("pk")
print(re.findall(r"/referral-answer/[^/]+/", row.body)[-1])
"""


def run(site: Site, *command: str) -> str:
    """What a process on the data folder of the site prints."""
    answer = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=surroundings(site.home, site.database),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip()


@pytest.fixture(scope="module")
def office(site: Site) -> dict[str, Any]:
    """People who triage and work on cases, and their cases."""
    found: dict[str, Any] = json.loads(run(site, "-m", "tests.journeys.front_office"))
    site.seed["cookies"].update(found["cookies"])
    return found


def press(page: Page, name: str) -> None:
    """Press a button, or a link that looks like one."""
    button = page.get_by_role("button", name=name, exact=True)
    button.or_(page.get_by_role("link", name=name, exact=True)).first.click()


def test_a_worry_at_five_to_five_reaches_social_care_and_their_decision_comes_back(
    site: Site, office: dict[str, Any], signed_in: SignedIn, browser: Browser
) -> None:
    # given a housing officer who is about to go home
    hal = signed_in("housing", NARROW)
    hal.goto(site.url("/concerns/report/"))
    expect(hal.get_by_role("link", name="999", exact=True)).to_be_visible()
    hal.get_by_label("What worries you?").fill(WORDS)
    hal.get_by_label(re.compile("^Who is it about")).fill("Kayleigh Ormsby")
    hal.get_by_label(re.compile("^How old are they")).fill("14")
    hal.get_by_label(re.compile("^Where do they live")).fill("3 Lock View")
    looks_right(hal)
    press(hal, "Send")
    expect(hal.get_by_text("Nothing more is asked of you now.")).to_be_visible()

    # when the duty officer names what the words point to, sends it and decides
    dot = signed_in("duty")
    dot.goto(site.url("/concerns/"))
    dot.get_by_role("link", name=re.compile("Kayleigh Ormsby")).click()
    press(dot, "I decide on this")
    expect(dot.get_by_role("heading", name="Could this be exploitation?")).to_be_visible()
    looks_right(dot)
    dot.get_by_role("button", name=re.compile("^Name this kind.*Child sexual")).click()
    press(dot, "Decide")
    expect(dot.get_by_text("can only be sent on or become a case")).to_be_visible()
    expect(dot.get_by_label("Advice or signposting")).to_have_count(0)
    dot.get_by_role("link", name="Send to children’s social care").click()
    expect(dot.get_by_role("heading", name="Send it to Children’s social care")).to_be_visible()
    expect(dot.locator("textarea").first).to_have_value(re.compile("Kayleigh Ormsby"))
    looks_right(dot)
    dot.get_by_role("radio", name="Where they live").check()
    dot.get_by_role("radio", name="The receiver’s own form").check()
    dot.get_by_label(re.compile("^Which organisation")).select_option(label=office["county"])
    dot.get_by_role("radio", name=re.compile("rotect")).first.check()
    dot.get_by_role("radio", name="They were not told").check()
    dot.get_by_label(re.compile("^Why were the")).fill("It could put her in danger")
    dot.get_by_label(re.compile("^The exploitation team’s copy")).fill("team@example.org")
    press(dot, "Record that it is sent")
    expect(dot.get_by_text("Their answer is awaited from now on.")).to_be_visible()
    press(dot, "Decide")
    dot.get_by_label("Sent on to another service").check()
    dot.get_by_label("Why", exact=True).fill("Clear signs of exploitation of a child")
    press(dot, "Decide")
    expect(dot.get_by_text("Everybody who reported it has been told.")).to_be_visible()
    expect(dot.get_by_text("It can end once everybody")).to_be_visible()
    expect(dot.get_by_role("button", name="They have all decided: end it")).to_have_count(0)

    # then social care answers by the link in a mail that names nobody
    sally = browser.new_context(viewport={"width": NARROW, "height": 800}).new_page()
    sally.goto(site.url(run(site, "-c", LINK)))
    expect(sally.get_by_text("Kayleigh")).to_have_count(0)
    sally.get_by_label(re.compile("Strategy discussion")).check()
    sally.get_by_label("Your reference").fill("SC 4471")
    looks_right(sally)
    sally.get_by_role("button").filter(has_text=re.compile("Send|Save|Tell")).first.click()
    expect(sally.get_by_text(re.compile("Thank you"))).to_be_visible()
    sally.context.close()

    # and the concern ends with it, and the housing officer reads that it was decided
    dot.reload()
    expect(dot.get_by_role("cell", name="Strategy discussion")).to_be_visible()
    press(dot, "They have all decided: end it")
    expect(dot.get_by_text("The concern has ended.")).to_be_visible()
    hal.reload()
    expect(hal.get_by_text("We have decided what to do about your report.")).to_be_visible()


def test_a_case_cannot_be_closed_too_early_and_is_handed_over_whole(
    site: Site, office: dict[str, Any], signed_in: SignedIn
) -> None:
    boss = signed_in("boss")
    case = site.url(f"/cases/{office['early']}/")
    boss.goto(case)
    expect(boss.get_by_text("Marlow Vale Council leads: Cas Worker.").first).to_be_visible()
    looks_right(boss)
    boss.get_by_role("link", name="Close this case: what keeps it open").click()
    expect(boss.get_by_role("heading", name="3 things keep it open")).to_be_visible()
    expect(boss.get_by_text("They need support that they do not have yet")).to_be_visible()
    expect(boss.get_by_text("Who can sign as the second person: Ada Marsh")).to_be_visible()
    looks_right(boss)
    boss.get_by_label("They are safe and the plan is done").check()
    boss.get_by_label(re.compile("^Why, and what is in place")).fill("She does not come any more")
    boss.get_by_label("They have stepped back from us").check()
    press(boss, "Ask for the second signature")
    expect(boss.get_by_role("alert")).to_contain_text("It can’t be closed yet: 3 things")

    # handed over: the next worker reads why, the one before finds nothing
    boss.goto(f"{case}do/handover/")
    boss.get_by_label("Who takes it on?").select_option(label="Nan Next, Marlow Vale Council")
    boss.get_by_label(re.compile("^What must the next worker know")).fill("Trusts the school nurse")
    press(boss, "Hand it over")
    expect(boss.get_by_text("Nan Next works on it from today.")).to_be_visible()
    nan, cas = signed_in("next", NARROW), signed_in("worker")
    nan.goto(site.url("/cases/"))
    nan.get_by_role("link", name="Keeley Stroud").first.click()
    expect(nan.get_by_text("Cas Worker to Nan Next.")).to_be_visible()
    expect(nan.get_by_text("Trusts the school nurse").first).to_be_visible()
    looks_right(nan)

    # reads the handover with what happened, and signs it
    nan.get_by_role("link", name="Read the handover and its chronology").click()
    expect(nan.get_by_text("She rang from 07700 900461 at six.")).to_be_visible()
    looks_right(nan)
    press(nan, "I have read it")
    expect(nan.get_by_text(re.compile("^Nan Next, "))).to_be_visible()
    cas.goto(site.url("/cases/"))
    expect(cas.get_by_text("Keeley Stroud")).to_have_count(0)


def test_a_refusal_is_challenged_stage_by_stage_until_the_board_sees_it(
    site: Site, office: dict[str, Any], signed_in: SignedIn
) -> None:
    boss = signed_in("boss")
    boss.goto(site.url(f"/referrals/{office['refused']}/"))
    press(boss, "Challenge this")
    expect(boss.get_by_text("Answers for it on their side", exact=True)).to_be_visible()
    looks_right(boss)
    goes_on(boss, boss.get_by_role("button", name="Challenge it now", exact=True))
    expect(boss.get_by_text("Stage 1 begins today.")).to_be_visible()
    looks_right(boss)
    for _ in range(6):
        if (
            not boss.get_by_role("link", name="Take it to the next stage")
            .or_(boss.get_by_role("button", name="Take it to the next stage"))
            .count()
        ):
            break
        press(boss, "Take it to the next stage")
        boss.get_by_label(re.compile("^What do we still hold")).fill("She is 14 and in danger")
        goes_on(boss, boss.get_by_role("button", name="Go on", exact=True))
    expect(boss.get_by_text("Ended without agreement").first).to_be_visible()
    boss.goto(site.url("/referrals/challenges/"))
    expect(boss.get_by_text("1 ended without agreement")).to_be_visible()
    expect(boss.get_by_text("Keeley")).to_have_count(0)
    looks_right(boss)


def test_a_worker_with_a_conflict_finds_no_trace_of_the_family(
    site: Site, office: dict[str, Any], signed_in: SignedIn
) -> None:
    con, boss = signed_in("aunt"), signed_in("boss")
    boss.goto(site.url("/cases/"))
    expect(boss.get_by_role("link", name="Farrier family").first).to_be_visible()
    con.goto(site.url("/cases/"))
    expect(con.get_by_role("heading", name="Cases", exact=True)).to_be_visible()
    expect(con.get_by_text("Farrier")).to_have_count(0)


def test_the_glass_is_broken_with_a_reason_and_somebody_else_reviews_it(
    site: Site, office: dict[str, Any], signed_in: SignedIn
) -> None:
    cas, ina = signed_in("worker"), signed_in("governance")
    cas.goto(site.url("/cases/"))
    expect(cas.get_by_text("Sealed Sister")).to_have_count(0)
    cas.goto(site.url("/emergency/"))
    cas.get_by_label(re.compile("[Rr]eference")).fill(office["sealed"])
    cas.get_by_label(re.compile("[Ww]hy")).fill(
        "She rang from a station and nobody of the team answers."
    )
    press(cas, "Open the record")
    expect(cas.get_by_text(re.compile("The record is open to you until")).first).to_be_visible()
    cas.goto(site.url(f"/cases/{office['sealed']}/"))
    expect(cas.get_by_text("Placed out of area")).to_be_visible()
    expect(cas.get_by_role("link", name="Write a note")).to_have_count(0)
    ina.goto(site.url("/emergencies/?state=waiting"))
    ina.get_by_role("link", name=re.compile("^EM-")).first.click()
    ina.get_by_label(re.compile(".+")).last.fill("Right: she was found that night.")
    press(ina, "Keep this review")
    expect(ina.get_by_text("Your review is kept.")).to_be_visible()


def test_a_twin_is_not_taken_for_her_sister(
    site: Site, office: dict[str, Any], signed_in: SignedIn
) -> None:
    dot = signed_in("duty")
    dot.goto(site.url("/concerns/report/"))
    dot.get_by_label("What worries you?").fill("She has new bruises on both arms and cries a lot.")
    dot.get_by_label(re.compile("^Who is it about")).fill("Amber Thorne")
    dot.get_by_label(re.compile("^How old are they")).fill("15")
    dot.get_by_label(re.compile("^Where do they live")).fill("7 Sluice Row, Pelling")
    press(dot, "Send")
    expect(dot.get_by_text("Nothing more is asked of you now.")).to_be_visible()
    dot.goto(site.url("/concerns/"))
    dot.get_by_role("link", name=re.compile("Amber Thorne")).click()
    press(dot, "I decide on this")
    dot.get_by_role("link", name=re.compile("^Say who this is")).first.click()
    dot.get_by_label("First name").fill("Amber")
    dot.get_by_label("Surname").fill("Thorne")
    dot.get_by_label(re.compile("^Date of birth")).fill("4 May 2011")
    dot.get_by_label(re.compile("^Street")).fill("Sluice Row")
    dot.get_by_label(re.compile("^Postcode")).fill("ZZ9 4QT")
    press(dot, "Look up")
    found = dot.get_by_role("main").get_by_role("listitem")
    expect(found.filter(has_text="Amber Thorne").filter(has_text="Known")).to_have_count(1)
    expect(found.filter(has_text="Amelia Thorne").filter(has_text="Known")).to_have_count(0)
    looks_right(dot)
    dot.get_by_role("button", name=re.compile("^This is the same person.*Amber")).click()
    expect(dot.get_by_text("They are tied to the record.")).to_be_visible()
    expect(dot.locator(f"a[href='/subjects/{office['twins']['Amber']}/']").first).to_be_visible()
    expect(dot.locator(f"a[href='/subjects/{office['twins']['Amelia']}/']")).to_have_count(0)


def test_a_safe_contact_is_shown_with_a_reason_and_never_leaves_in_a_copy(
    site: Site, office: dict[str, Any], signed_in: SignedIn, tmp_path: Path
) -> None:
    boss = signed_in("boss")
    person = site.url(f"/subjects/{office['known']}/")
    boss.goto(person)
    expect(boss.get_by_role("heading", name=re.compile("Keeley Stroud$"))).to_be_visible()
    boss.get_by_role("link", name=re.compile("^Set a safe contact")).click()
    boss.get_by_label(re.compile("^How can they be reached")).fill("Through her aunt only")
    boss.get_by_label(re.compile("^Why is it kept apart")).fill("He reads her telephone")
    press(boss, "Keep it apart")
    expect(boss.get_by_text("Stop before you ring, write or visit.")).to_be_visible()
    expect(boss.get_by_text("Through her aunt only")).to_have_count(0)
    looks_right(boss)
    boss.get_by_role("link", name="Show the safe contact").click()
    press(boss, "Show it")
    expect(boss.get_by_role("alert")).to_be_visible()
    boss.get_by_label(re.compile("^What do you need it for")).fill("I must reach her today")
    press(boss, "Show it")
    expect(boss.get_by_text("Through her aunt only")).to_be_visible()

    # whoever works from the case is stopped too
    boss.goto(site.url(f"/cases/{office['early']}/"))
    expect(boss.get_by_text("Stop before you ring, write or visit Keeley Stroud.")).to_be_visible()
    expect(boss.get_by_text("Through her aunt only")).to_have_count(0)
    looks_right(boss)

    # the chronology, and what of it goes into a copy
    boss.goto(f"{person}chronology/")
    expect(boss.get_by_text("She rang from 07700 900461 at six.")).to_be_visible()
    looks_right(boss)
    press(boss, "Take a copy")
    looks_right(boss)
    with boss.expect_download() as taken:
        press(boss, "Make the copy")
    taken.value.save_as(tmp_path / "copy.docx")
    with zipfile.ZipFile(tmp_path / "copy.docx") as archive:
        words = archive.read("word/document.xml").decode()
    assert "She rang from" in words
    assert "07700 900461" not in words and "aunt only" not in words


def test_a_record_whose_time_is_over_is_erased_by_two_people(
    site: Site, office: dict[str, Any], signed_in: SignedIn
) -> None:
    ina, lead = signed_in("governance"), signed_in("lead", NARROW)
    ina.goto(site.url("/keeping/"))
    looks_right(ina)
    ask = re.compile(f"^Ask for it to be erased.*{office['over']}")
    ina.get_by_role("link", name=ask).click()
    ina.get_by_role("radio", name=re.compile("time")).first.check()
    ina.get_by_label(re.compile("^Why")).fill("Its time is over")
    press(ina, "Ask a second person")
    waits = ina.get_by_role("link", name=office["over"], exact=True)
    expect(ina.get_by_role("heading", name="Waiting for a second person")).to_be_visible()
    waits.click()
    expect(ina.get_by_role("button", name="Agree: erase it")).to_have_count(0)
    lead.goto(ina.url)
    looks_right(lead)
    press(lead, "Agree: erase it")
    lead.goto(ina.url)
    expect(lead.get_by_text(re.compile("Ada Marsh agreed"))).to_be_visible()
    ina.goto(site.url("/keeping/"))
    expect(ina.get_by_text(office["over"])).to_have_count(0)
