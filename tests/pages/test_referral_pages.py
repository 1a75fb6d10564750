"""Pages of referrals as those who use them meet them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.audit.actor import system
from joinedup.clocks.models import Clock
from joinedup.notices.models import Link, Notice
from joinedup.pages.dates import long_date
from joinedup.referrals import actions
from joinedup.referrals.choices import COPY_TEAM, State
from joinedup.referrals.models import Challenge, Referral, SeniorAlert
from tests.factories import assurance as make
from tests.factories import directory
from tests.factories import referrals as hand

pytestmark = pytest.mark.django_db
EMPTY = {"sent": "with nothing in it"}
SENT = {
    "channel": "portal", "basis": "basis.child_protection", "told": "told", "agreed": "no",
    "proof": "Form 118",
}  # fmt: skip
BY_MAIL = {"words": "Please look again", "way": "mail", "theirs": "Their team manager"}
SITE = "https://joined-up.example.org"
TOKEN = re.compile(r"/referral-answer/([\w-]+)/")


@pytest.fixture
def duty():
    return hand.worker()


@pytest.fixture
def desk(client, duty):
    client.force_login(duty.user)
    return client


@pytest.fixture
def today():
    return timezone.localdate()


def page(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def at(row, rest=""):
    return f"/referrals/{row.reference}/{rest}"


def late(duty, today):
    """A referral whose answer was due some days ago."""
    return hand.sent(duty, today=today - dt.timedelta(days=6))


def test_a_draft_is_ready_to_copy_in_the_order_of_the_receivers_form(desk, duty):
    row = hand.drafted(duty)
    text = page(desk, at(row))
    assert "not sent yet" in text
    person, worry = text.index("Girl called Kay"), text.index("Picked up by older men")
    assert person < worry
    assert 'data-copy="Picked up by older men after school"' in text
    assert "<textarea" in text and "readonly" in text


def test_the_words_are_changed_before_it_is_sent_and_it_is_noted_as_sent(desk, duty):
    row = hand.drafted(duty)
    page(desk, at(row, "do/words/"))
    said = {"version": row.version, "part_worry": "Two men in a van"}
    assert desk.post(at(row, "do/words/"), said).url == at(row)
    page(desk, at(row, "do/send/"))
    assert desk.post(at(row, "do/send/"), EMPTY).status_code == 422
    assert desk.post(at(row, "do/send/"), SENT).url == at(row)
    row = hand.again(row)
    assert (row.state, row.parts["worry"]) == (State.SENT, "Two men in a van")
    text = page(desk, at(row))
    assert "Form 118" in text and "To protect a child" in text


def test_a_stale_change_shows_what_is_saved_now(desk, duty):
    row = hand.drafted(duty)
    actions.amend(duty, row.reference, {"worry": "Saved first"}, row.version)
    answer = desk.post(at(row, "do/words/"), {"version": row.version, "part_worry": "Mine"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Saved first" in text and "Mine" in text


def test_a_draft_that_is_kept_back_says_on_what_ground(desk, duty):
    row = hand.drafted(duty, signs=False)
    page(desk, at(row, "do/keep-back/"))
    assert desk.post(at(row, "do/keep-back/"), EMPTY).status_code == 422
    said = {"basis": "basis.known_already", "reason": "They sent it to us"}
    desk.post(at(row, "do/keep-back/"), said)
    assert "They sent it to us" in page(desk, at(row))


def test_a_refusal_is_challenged_in_one_click_and_taken_to_the_next_stage(desk, duty, today):
    row = hand.sent(duty, today=today)
    page(desk, at(row, "do/answer/"))
    said = {"says": "declined", "words": "Not met", "threshold": "Level 4"}
    assert desk.post(at(row, "do/answer/"), {"says": "declined"}).status_code == 422
    desk.post(at(row, "do/answer/"), said)
    assert "Level 4" in page(desk, at(row))
    assert "Challenge this" in page(desk, at(row))
    desk.post(at(row, "challenge/"), BY_MAIL)
    raised = Challenge.objects.get()
    turn = f"/challenges/{raised.reference}/do/"
    page(desk, f"{turn}go-on/")
    assert desk.post(f"{turn}go-on/", EMPTY).status_code == 422
    desk.post(f"{turn}go-on/", {**BY_MAIL, "said": "Still no", "dissent": "She is in danger"})
    text = page(desk, at(row))
    assert "We hold: She is in danger" in text and "their managers" in text
    page(desk, f"{turn}settle/")
    desk.post(f"{turn}settle/", {"result": "They assess her", "did_change": "yes"})
    assert hand.again(row).state == State.ACCEPTED


def test_a_refusal_may_stand_with_a_reason(desk, duty, today):
    row = hand.sent(duty, today=today)
    actions.decline(duty, row.reference, "Known to them", today=today)
    page(desk, at(row, "do/let-stand/"))
    desk.post(at(row, "do/let-stand/"), {"reason": "They work with her already"})
    assert "They work with her already" in page(desk, at(row))


def test_the_list_shows_what_is_late_first_and_narrows_to_a_receiver(desk, duty, today):
    row = late(duty, today)
    hand.drafted(duty, receiver="receiver.police")
    text = page(desk, "/referrals/")
    assert text.index("Overdue: they have not answered") < text.index("Drafted, not sent")
    assert row.reference in text
    assert row.reference not in page(desk, "/referrals/?to=receiver.police")


def test_what_was_accepted_waits_for_its_outcome_and_is_not_called_unanswered(desk, duty, today):
    row = late(duty, today)
    actions.accept(duty, row.reference, today=today)
    text = page(desk, "/referrals/")
    assert "they have not answered" not in text
    assert "Accepted: waiting for what comes of it" in text and row.reference in text
    assert row.reference in page(desk, "/referrals/?show=accepted")


def test_secure_mail_says_who_sent_it_when_and_with_what_proof(desk, duty, today):
    row = hand.drafted(duty, receiver="receiver.mental_health")
    mailed = {**SENT, "channel": "secure_mail", "proof": ""}
    answer = desk.post(at(row, "do/send/"), mailed)
    text = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Write who sent it", "Write the day on which it was sent", "Choose the mail or"):
        assert words in text
    assert "needed for secure mail" in text and "(optional)" in text
    told = {
        **mailed, "mailed_by": "Dot Duty", "mailed_on": today.isoformat(), "mailed_at": "10:20",
        "why_no_file": "The mail system keeps it.",
    }  # fmt: skip
    assert desk.post(at(row, "do/send/"), told).url == at(row)
    row = hand.again(row)
    assert row.proof == (
        f"Dot Duty, {long_date(today)} at 10:20. No file: The mail system keeps it."
    )


def test_the_page_of_a_referral_shows_no_empty_boxes_and_says_what_is_not_told(desk, duty):
    row = hand.drafted(duty)
    text = page(desk, at(row))
    boxes = re.findall(r"<textarea[^>]*>([^<]*)</textarea>", text)
    assert boxes and all(boxes)
    assert "Not told to us:" in text and "Family and household" in text


def test_a_receivers_mail_says_whose_reference_is_whose_and_where_to_ring(duty, today):
    directory.number(title="Duty desk", about="anybody", number="01632 960 300")
    row = late(duty, today)
    Referral.objects.filter(pk=row.pk).update(their_reference="CSC/9")
    mail, _ = chased(today)
    assert f"Our reference: {row.reference} (quote this)" in mail.body
    assert "Your reference: CSC/9" in mail.body
    assert "ring Duty desk, 01632 960 300" in mail.body
    assert "works once" not in mail.body


def test_the_board_sees_numbers_by_receiver_and_no_names(desk, duty, today):
    row = hand.sent(duty, today=today)
    actions.decline(duty, row.reference, "Not met", today=today)
    raised = actions.challenge(duty, row.reference, today=today)
    actions.settle(duty, raised.reference, "Agreed", today=today, has_changed=True)
    hand.sent(duty, today=today, receiver="receiver.mental_health")
    text = page(desk, "/referrals/numbers/")
    assert "Mental health" in text and "Children’s social care" in text
    assert "Kay" not in text
    cells = re.findall(r'class="ju-num" data-label="([^"]+)">(\d+)<', text)
    assert ("of these decision changed", "1") in cells
    assert "None in this time" in page(desk, "/referrals/numbers/?from=1/1/20&to=2/1/20")


def test_a_senior_leaves_a_receipt(client, duty, today):
    senior = make.account(Role.CASE_MANAGER, name="Des Lead")
    make.post("Designated Safeguarding Lead", holder=senior.person)
    row = hand.sent(duty, today=today)
    actions.decline(duty, row.reference, "Not met", today=today)
    alert = SeniorAlert.objects.get()
    client.force_login(senior)
    for home in ("/referrals/", "/cases/"):
        assert "Put before you to read" in page(client, home)
    assert "A child’s referral" in page(client, f"/alerts/{alert.reference}/")
    assert client.post(f"/alerts/{alert.reference}/read/").url == at(row)
    assert "read by Des Lead" in page(client, at(row))


def test_the_referral_goes_out_as_a_pdf(desk, duty):
    row = hand.drafted(duty)
    answer = desk.get(at(row, "pdf/"))
    assert answer.content.startswith(b"%PDF") and answer["Cache-Control"] == "no-store"


def test_a_copy_names_the_referral_it_copies(desk, duty):
    first = hand.drafted(duty)
    copy = hand.drafted(duty, first.guard, receiver=COPY_TEAM, copy_of=first.reference)
    assert first.reference in page(desk, at(copy))
    assert copy.reference in page(desk, at(first))


def test_nobody_else_sees_a_referral(client, duty):
    row = hand.drafted(duty)
    client.force_login(make.account(Role.COUNCILLOR, name="Cllr Cole"))
    page(client, at(row), 404)
    page(client, "/referrals/", 404)
    client.force_login(make.account(Role.CASEWORKER, name="Cas Worker"))
    page(client, at(row), 404)
    assert row.reference not in page(client, "/referrals/")


def chased(today):
    assert actions.chase(system("daily"), SITE, today=today) == 1
    mail = Notice.objects.get()
    return mail, TOKEN.search(mail.body).group(1)


def test_a_receiver_is_reminded_once_a_step_without_a_name(duty, today):
    row = late(duty, today)
    mail, _ = chased(today)
    assert actions.chase(system("daily"), SITE, today=today) == 0
    assert row.reference in mail.subject
    assert "Kay" not in mail.subject + mail.body


def test_a_receiver_tells_by_one_link_that_it_arrived_and_later_what_they_decided(
    client, duty, today
):
    row = late(duty, today)
    _, token = chased(today)
    where = f"/referral-answer/{token}/"
    text = page(client, where)
    assert row.reference in text and "Kay" not in text
    assert hand.again(row).state == State.SENT
    assert client.post(where, EMPTY).status_code == 422
    assert client.post(where, {"says": "declined"}).status_code == 422
    assert Link.objects.get().used_at is None
    link = Link.objects.get()
    revoked = Link(pk=link.pk, about=link.about, purpose=link.purpose)
    Link.objects.update(revoked_at=timezone.now())
    with pytest.raises(Refused):
        actions.answer_by_link(revoked, actions.Answer("acknowledged"), today=today)
    Link.objects.update(revoked_at=None)
    for says, state in (("acknowledged", State.ACKNOWLEDGED), ("accepted", State.ACCEPTED)):
        said = {"says": says, "their_reference": "CSC/77"}
        answer = client.post(where, said, follow=True).content.decode()
        assert "recorded" in answer and "tell us by this same page" in answer
        row = hand.again(row)
        assert (row.state, row.their_reference) == (state, "CSC/77")
    answer = client.post(where, {"says": "strategy"}, follow=True).content.decode()
    assert "recorded" in answer and "tell us by this same page" not in answer
    assert hand.again(row).result == "strategy"
    page(client, where, 410)
    page(client, "/referral-answer/no-such-token/", 404)


def test_what_a_receiver_adds_is_kept_even_where_we_had_noted_their_answer(client, duty, today):
    row = late(duty, today)
    _, token = chased(today)
    where = f"/referral-answer/{token}/"
    actions.accept(duty, row.reference, today=today)
    said = {"says": "accepted", "words": "Ann takes it, ring her.", "their_reference": "CSC/78"}
    for _ in range(2):
        assert client.post(where, said).status_code == 302
    client.post(where, {**said, "words": "ring her."})
    row = hand.again(row)
    assert row.their_reference == "CSC/78"
    told = [f"{long_date(today)}: {words}" for words in ("Ann takes it, ring her.", "ring her.")]
    assert row.remarks == "\n\n".join(told)
    client.force_login(duty.user)
    assert "Ann takes it, ring her." in page(client, at(row))


def test_a_refusal_by_link_reaches_the_senior_too(client, duty, today):
    row = late(duty, today)
    _, token = chased(today)
    said = {"says": "declined", "words": "Not met"}
    assert client.post(f"/referral-answer/{token}/", said).status_code == 302
    assert hand.again(row).state == State.DECLINED
    assert SeniorAlert.objects.filter(subject=row.reference).exists()


def test_a_link_opens_nothing_once_the_referral_is_answered(client, duty, today):
    row = late(duty, today)
    _, token = chased(today)
    actions.record_result(duty, row.reference, "strategy", today=today)
    page(client, f"/referral-answer/{token}/", 410)


def test_a_long_silence_about_a_child_reaches_the_senior(duty, today):
    row = hand.sent(duty, today=today - dt.timedelta(days=30))
    actions.chase(system("daily"), SITE, today=today)
    assert SeniorAlert.objects.get(subject=row.reference).trigger == "trigger.long_silence"
    assert by_user(duty.user) and Referral.objects.count() == 1


def test_each_list_shows_its_first_rows_and_opens_page_by_page(desk, duty, today, monkeypatch):
    monkeypatch.setattr("joinedup.referrals.queries.lists.FIRST", 1)
    monkeypatch.setattr("joinedup.referrals.queries.lists.ROWS", 1)
    first = hand.sent(duty, today=today - dt.timedelta(days=9))
    second, waiting = late(duty, today), hand.sent(duty, today=today)
    text = page(desk, "/referrals/")
    assert first.reference in text and second.reference not in text
    assert waiting.reference in text and 'href="/referrals/?show=late"' in text
    text = page(desk, "/referrals/?show=late&page=2")
    assert second.reference in text
    assert first.reference not in text and waiting.reference not in text
    assert "All lists" in text


def test_what_waits_without_a_day_is_listed_apart(desk, duty, today):
    row = hand.sent(duty, today=today)
    assert "no day set" not in page(desk, "/referrals/")
    clocks = Clock.objects.filter(about=row.reference)
    clocks.update(outcome="cancelled", ended_on=today)
    text = page(desk, "/referrals/")
    assert "Waiting for others, no day set" in text and row.reference in text


def test_a_refusal_about_an_exploited_child_is_let_stand_over_two_peoples_pages(
    client, duty, today
):
    row = hand.sent(duty, today=today)
    actions.decline(duty, row.reference, "Below threshold", today=today)
    lead = make.account(Role.SAFEGUARDING_LEAD, name="Lea Lead")
    client.force_login(duty.user)
    why = "The strategy discussion of her school covers this"
    said = client.post(at(row, "do/let-stand/"), {"reason": why}, follow=True).content.decode()
    assert "once a manager of cases has signed" in said and "Waits for a second signature" in said
    assert "Sign that it stands" not in said
    client.force_login(lead)
    assert "Sign that it stands" in page(client, at(row))
    assert client.post(at(row, "do/sign-stand/"), {"words": "ok"}).status_code == 422
    said = client.post(at(row, "do/sign-stand/"), {"words": "I rang their manager about her"})
    assert said.status_code == 302 and hand.again(row).stands_because == why
    assert "Lea Lead: I rang their manager about her" in page(client, at(row))
