"""Pages of the front door and of triage: one happy path each, and what must not be passed."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from joinedup.access import limits
from joinedup.access.choices import AgencyKind, May, Role
from joinedup.concerns import actions
from joinedup.concerns.choices import Receiver
from joinedup.concerns.models import Concern, Report
from joinedup.council import brand
from joinedup.files.models import StoredFile
from joinedup.referrals import actions as referrals
from joinedup.referrals.models import Referral
from tests.factories import assurance as make
from tests.factories import concerns as worry
from tests.factories import referrals as hand
from tests.factories.counting import APART

pytestmark = pytest.mark.django_db
REPORT = "/concerns/report/"
MAIL = b"""From: Pat Neighbour <pat@example.org>
Date: Fri, 20 Nov 2026 16:40:00 +0000
Subject: The boy next door
Content-Type: text/plain

He sat on the step again until dark.
"""


@pytest.fixture(autouse=True)
def nothing_runs_out(monkeypatch):
    """What a process keeps for some seconds is kept for the whole test."""
    monkeypatch.setattr(brand, "KEPT_SECONDS", 10**9)
    monkeypatch.setattr(limits, "KEPT_SECONDS", 10**9)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def hal():
    return make.account(Role.ACTION_OWNER, name="Hal Housing")


@pytest.fixture
def dot():
    return worry.duty()


def test_a_worry_is_reported_on_one_page_and_stands_in_the_queue(hal, dot):
    client = signed_in(hal)
    page = client.get("/concerns/report/").content.decode()
    assert "999" in page and page.count("<textarea") == 1
    sent = {"words": "A man waits for her each day.", "who": "Kayleigh Ormsby", "age": "about 14",
            "place": "Fenside",
            "source": "report_source.housing_options", "called": "Children’s duty team",
            "their_reference": "CD 1182"}  # fmt: skip
    answer = client.post("/concerns/report/", sent, follow=True)
    assert "Nothing more is asked of you now" in answer.content.decode()
    person = Concern.objects.get().people.get()
    assert (person.name, person.age_group, person.lives) == (
        "Kayleigh Ormsby", "child", "Fenside",
    )  # fmt: skip
    queue = signed_in(dot.user).get("/concerns/").content.decode()
    assert "Kayleigh Ormsby, about 14" in queue
    shown = client.get("/concerns/mine/").content.decode()
    assert Report.objects.get().reference in shown
    assert Report.objects.get().telephoned_reference == "CD 1182"


def test_a_report_sent_twice_is_one_and_other_words_on_the_same_form_are_another(hal):
    client = signed_in(hal)
    mark = re.search(r'name="once" value="([^"]+)"', client.get(REPORT).content.decode())[1]
    first, age = {"words": "A man waits for her."}, {"age": "14"}
    for said in (first, first, {"words": "Her brother too."}, first | age, first | age):
        assert client.post(REPORT, {**said, "once": mark}).status_code == 302
    assert sorted(Report.objects.values_list("words", flat=True)) == [
        "A man waits for her.", "A man waits for her.", "Her brother too.",
    ]  # fmt: skip


def test_a_report_with_words_that_blame_goes_at_the_first_press_and_the_advice_comes_after(hal):
    client = signed_in(hal)
    sent = {"words": "She is 14 and puts herself at risk by being promiscuous."}
    receipt = client.post("/concerns/report/", sent, follow=True)
    text = receipt.content.decode()
    assert "Nothing more is asked of you now" in text and "Instead" in text
    assert "Your report has gone, as you wrote it" in text and "Not saved yet" not in text
    at = receipt.redirect_chain[-1][0]
    for _ in range(2):
        client.post(at, {"words": "A man of 30 makes her meet him.", "once": "one-form"})
    words = [one.words for one in Report.objects.order_by("pk")]
    assert words == [sent["words"], "A man of 30 makes her meet him."]
    typed = client.post("/concerns/words/", sent).content.decode()
    assert "Instead" in typed
    assert "Instead" not in client.post("/concerns/words/", {"words": "He is 8."}).content.decode()


def test_a_partner_adds_a_file_and_sees_nothing_else(dot):
    there = make.agency("Rowan Gate", kind=AgencyKind.CHARITY)
    pam = make.account(Role.PARTNER, name="Pam Partner", of=there)
    other = worry.submitted(worry.child())
    client = signed_in(pam)
    file = SimpleUploadedFile("note.txt", b"She told us on Monday.")
    client.post("/concerns/report/", {"words": "A worry.", "file": file})
    report = Report.objects.get(words="A worry.")
    assert report.door == "partner" and report.concern.reference != other.reference
    receipt = client.get(f"/concerns/mine/{report.reference}/").content.decode()
    assert "With note.txt" in receipt
    assert client.get("/concerns/").status_code == 404
    assert client.get(f"/concerns/{other.reference}/").status_code == 404
    kept = StoredFile.objects.get(about=report.reference)
    assert client.get(f"/files/{kept.reference}/").status_code == 404
    assert client.get(f"/concerns/files/{kept.reference}/").status_code == 404
    lead = make.account(Role.SAFEGUARDING_LEAD, name="Lea Lead")
    assert signed_in(lead).get(f"/files/{kept.reference}/").status_code == 404
    got = signed_in(dot.user).get(f"/concerns/files/{kept.reference}/")
    assert b"".join(got.streaming_content) == b"She told us on Monday."


def test_a_concern_is_taken_sent_and_decided_on_its_pages(dot):
    concern = worry.submitted(
        worry.child("12", lives="Fenside"), types=("concern.sexual_exploitation",)
    )
    client, at = signed_in(dot.user), f"/concerns/{concern.reference}/"
    client.post(f"{at}take/")
    page = client.get(at).content.decode()
    assert "Has to be sent" in page and "Sexual Offences Act 2003" in page
    decision = {"ending": "advice", "reason": "Signposted",
                "version": worry.now(concern.reference).version, "tell": "x"}  # fmt: skip
    refused = client.post(f"{at}decide/", decision)
    assert refused.status_code == 422 and worry.now(concern.reference).state == "taken"
    said = {"receiver": "receiver.children_social_care", "place": "lives", "channel": "portal",
            "basis": "basis.child_protection", "told": "not_told", "why_not_told": "Not safe",
            "copy_proof": "team@example.org"}  # fmt: skip
    assert client.post(f"{at}send/", said).status_code == 302
    police = {**said, "receiver": "receiver.police", "channel": "telephone",
              "proof": "Control room, 16:58", "place": "", "copy_proof": ""}  # fmt: skip
    assert client.post(f"{at}send/", police).status_code == 302
    decision |= {"ending": "onward", "version": worry.now(concern.reference).version}
    blaming = {**decision, "reason": "She puts herself at risk."}
    both = client.post(f"{at}decide/", {**blaming, "ending": ""}).content.decode()
    assert "Choose what you decide" in both and "Not saved yet" in both
    asked = client.post(f"{at}decide/", blaming)
    assert asked.status_code == 422 and "Not saved yet" in asked.content.decode()
    assert "A record is restricted" not in asked.content.decode()
    assert worry.now(concern.reference).state == "taken"
    blaming |= {"asked_about": "yes", "kept_because": "Her own file says so"}
    assert client.post(f"{at}decide/", blaming).status_code == 302
    assert worry.now(concern.reference).kept_words.get().reason == "Her own file says so"
    assert worry.now(concern.reference).state == "awaiting"
    assert Referral.objects.filter(copy_of__isnull=True).count() == 2
    assert "You decided." in client.get(at).content.decode()
    text = client.get(f"/concerns/{concern.reference}/").content.decode()
    assert "They have all decided" not in text and "It can end once everybody" in text
    waiting = client.get("/concerns/?tab=awaiting").content.decode()
    assert concern.reference in waiting


def test_a_refusal_and_its_challenge_stand_on_the_page_of_the_concern(dot):
    today, may = timezone.localdate(), May.TRIAGE
    concern = worry.taken(worry.child(), by=dot, types=("concern.sexual_exploitation",))
    row = worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    at, desk = f"/concerns/{concern.reference}/", signed_in(dot.user)
    assert "refused this" not in desk.get(at).content.decode()
    referrals.decline(dot, row.reference, "Below threshold", today=today, may=may)
    page = desk.get(at).content.decode()
    assert "Nobody has challenged it" in page and "Read why, and challenge it" in page
    referrals.challenge(dot, row.reference, "She is 14", hand.rung(today), today=today, may=may)
    page = desk.get(at).content.decode()
    assert "Nobody has challenged it" not in page and "Challenge under way" in page


def test_the_words_to_send_come_as_a_pdf_before_anything_is_recorded_as_sent(dot):
    concern = worry.submitted(worry.child("12", lives="Fenside"))
    client, send = signed_in(dot.user), f"/concerns/{concern.reference}/send/"
    client.post(f"/concerns/{concern.reference}/take/")
    to = "?to=receiver.children_social_care"
    assert f"{to}&amp;pdf" in client.get(send + to).content.decode()
    made = client.get(f"{send}{to}&pdf")
    assert made["Content-Type"] == "application/pdf" and made.content.startswith(b"%PDF")
    assert not Referral.objects.exists()
    assert client.get(f"{send}?to=nobody&pdf")["Content-Type"].startswith("text/html")


def test_an_email_dropped_on_a_concern_joins_its_thread(dot):
    concern = worry.submitted(worry.child())
    file = SimpleUploadedFile("boy.eml", MAIL)
    signed_in(dot.user).post(f"/concerns/{concern.reference}/add/", {"words": "", "file": file})
    mail = concern.reports.get(door="mail")
    assert "until dark" in mail.words and "pat@example.org" in mail.raiser_contact
    assert StoredFile.objects.get(about=mail.reference).original_name == "boy.eml"
    assert not mail.tellings.exists() and not mail.code_hash
    page = signed_in(dot.user).get(f"/concerns/{concern.reference}/").content.decode()
    assert "was told nothing by this system" in page
    assert page.count("What they were told (1)") == 1
    mail.tellings.create(kind="thanks", words="We rang the school.", told_at=timezone.now())
    page = signed_in(dot.user).get(f"/concerns/{concern.reference}/").content.decode()
    assert "was told nothing" not in page and "We rang the school." in page


def test_kinds_people_ages_and_words_to_raisers_have_their_pages(dot):
    concern = worry.submitted(worry.child())
    client, at = signed_in(dot.user), f"/concerns/{concern.reference}/"
    client.post(f"{at}kinds/", {"types": ["concern.county_lines"]})
    client.post(f"{at}people/", {"role": "child", "name": "Bo", "works_with": ""})
    person = concern.people.get(name="Kayleigh")
    client.post(f"{at}people/{person.pk}/age/", {"age_words": "15", "how_known": "School said"})
    client.post(f"{at}people/{person.pk}/record/", {"subject": ""})
    report = concern.reports.get()
    client.post(
        f"/concerns/reports/{report.reference}/tell/", {"kind": "news", "words": "Thank you."}
    )
    after = worry.now(concern.reference)
    assert after.has_exploitation_indicator and after.people.count() == 2
    person.refresh_from_db()
    assert (person.age_words, person.age_known_from) == ("15", "School said")
    assert person.subject is not None and report.tellings.last().words == "Thank you."


def test_standing_aside_and_giving_have_their_pages(dot):
    dee = worry.duty("Dee Second")
    concern = worry.submitted(worry.child())
    client, at = signed_in(dot.user), f"/concerns/{concern.reference}/"
    client.post(f"{at}give/", {"decider": dee.user.reference})
    assert worry.now(concern.reference).decider == dee.user
    client.post(f"{at}aside/", {"reason": "My niece"})
    assert client.get(at).status_code == 404
    assert concern.reference not in client.get("/concerns/").content.decode()
    signed_in(dee.user).post(f"{at}back/")
    assert worry.now(concern.reference).state == "received"


def test_the_queue_takes_the_same_few_statements_at_every_length(dot):
    client = signed_in(dot.user)

    def statements():
        client.get("/concerns/")
        with CaptureQueriesContext(connection) as caught:
            client.get("/concerns/")
        told = [one["sql"] for one in caught.captured_queries]
        return len([sql for sql in told if not sql.lstrip().upper().startswith(APART)])

    worry.submitted(worry.child())
    few = statements()
    for number in range(12):
        made = worry.submitted(worry.child(name=f"Child {number}"), worry.adult())
        if number % 2:
            actions.take(dot, made.reference)
    assert statements() == few <= 20


def test_a_decision_not_to_share_is_recorded_on_the_page_of_the_concern(dot):
    concern = worry.taken(worry.adult(), by=dot)
    client, where = signed_in(dot.user), f"/concerns/{concern.reference}/not-share/"
    assert "Record a decision not to share" in client.get(where).content.decode()
    sent = {"receiver": "receiver.health", "basis": "basis.known_already", "reason": ""}
    assert client.post(where, sent).status_code == 422
    answer = client.post(where, {**sent, "reason": "Her doctor reported it"}, follow=True)
    text = answer.content.decode()
    assert "Decided not to share" in text and "Her doctor reported it" in text
