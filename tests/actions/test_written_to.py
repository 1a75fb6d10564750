"""Mails of casework: receivers and reporters get a link and a reference, and never a name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import timezone

from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.clocks.models import Clock
from joinedup.concerns import actions
from joinedup.concerns.choices import Door, Ending, MailWay, Receiver, TellKind
from joinedup.concerns.models import Report
from joinedup.concerns.rules.contact import address_in, way_of
from joinedup.concerns.rules.new import Raiser
from joinedup.files.models import StoredFile
from joinedup.notices.models import Notice
from joinedup.referrals import actions as onward
from joinedup.referrals.queries.outcomes import outcomes_of
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.rules.sharing import ProofFile
from tests.factories import assurance as make
from tests.factories import concerns as worry
from tests.factories import referrals

SITE = "https://joined-up.example.org/"
PAT = Raiser("Pat Neighbour", "01632 960 204, pat@example.org", mail=MailWay.YES)


@pytest.mark.parametrize(
    ("contact", "message", "screen", "others", "way"),
    [
        ("01632 960 204", "yes", "no", "", MailWay.NONE),
        ("pat@example.org", "yes", "no", "", MailWay.YES),
        ("pat@example.org", "yes", "", "", MailWay.YES),
        ("pat@example.org", "yes", "no", "after ten", MailWay.ASK),
        ("pat@example.org", "yes", "unsure", "", MailWay.ASK),
        ("pat@example.org", "", "no", "", MailWay.ASK),
        ("pat@example.org", "yes", "yes", "", MailWay.NEVER),
        ("pat@example.org", "plain", "no", "", MailWay.NEVER),
        ("pat@example.org", "no", "no", "", MailWay.NEVER),
    ],
)
def test_nobody_is_written_to_against_what_they_said(contact, message, screen, others, way):
    assert way_of(contact, message, screen, others) == way


def test_an_address_is_found_among_other_ways_to_reach_somebody():
    assert address_in("01632 960 204, Pat <pat.n@mail.example.org>.") == "pat.n@mail.example.org"
    assert address_in("01632 960 204") == "" and address_in("me@home") == ""


@pytest.fixture
def dot(db):
    return worry.duty()


def reported(raiser):
    make.agency()
    made = actions.submit(worry.public(), worry.new(worry.child(), door=Door.PUBLIC, raiser=raiser),
                          site=SITE)  # fmt: skip
    return worry.now(made.reference)


def decided(dot, concern, **given):
    actions.take(dot, concern.reference, site=SITE)
    version = worry.now(concern.reference).version
    return actions.decide(
        dot, concern.reference, Ending.ADVICE, "Because", version=version, site=SITE, **given
    )


def bodies():
    return "".join(one.subject + one.body for one in Notice.objects.all())


def test_a_reporter_is_written_to_when_it_came_was_read_and_was_decided(dot):
    concern = reported(PAT)
    decided(dot, concern, tell="We rang the school.")
    assert Notice.objects.filter(recipient="pat@example.org", purpose="report").count() == 3
    assert f"{SITE}worry/code/" in bodies()
    for word in ("Kayleigh", "Pat", "school", concern.reference, worry.WORDS):
        assert word not in bodies()


@pytest.mark.parametrize(
    ("way", "judged", "mails"),
    [(MailWay.ASK, False, 0), (MailWay.ASK, True, 1), (MailWay.NEVER, True, 0)],
)
def test_what_was_left_open_is_judged_and_a_no_is_never_passed(dot, way, judged, mails):
    concern = reported(Raiser("Pat", "pat@example.org", mail=way))
    decided(dot, concern, is_mail_safe=judged)
    assert Notice.objects.count() == mails


def test_an_address_that_somebody_else_wrote_down_is_judged_each_time(dot):
    reported(Raiser("Pat", "pat@example.org"))
    assert Report.objects.get().mail == MailWay.ASK and not Notice.objects.exists()


def test_colleagues_and_partners_are_written_to_at_their_account(dot):
    hal = make.account(name="Hal Housing")
    made = actions.submit(worry.by_user(hal), worry.new(worry.child()), site=SITE)
    actions.tell_raiser(dot, made.report, TellKind.NEWS, "A visit is planned", site=SITE)
    assert set(Notice.objects.values_list("recipient", flat=True)) == {hal.email}
    assert f"{SITE}concerns/mine/{made.report}/" in bodies() and "visit" not in bodies()


def test_the_receiver_gets_a_first_mail_with_a_link_and_no_name(dot):
    concern = worry.taken(worry.child(), by=dot)
    theirs = referrals.county()
    new = actions.NewSending(
        "receiver.children_social_care", worry.SAID, "lives", agency_id=theirs.pk, site=SITE
    )
    row = actions.send_on(dot, concern.reference, new)
    mail = Notice.objects.get()
    assert mail.recipient == theirs.contact_email and row.reference in mail.body
    assert "/referral-answer/" in mail.body and "your own form" in mail.body
    assert "Kayleigh" not in mail.body + mail.subject


def test_proof_is_kept_as_a_file_of_a_referral_that_was_sent(dot):
    draft = referrals.drafted(dot)
    with pytest.raises(Problem, match="not sent yet"):
        onward.keep_proof(dot, draft.reference, "receipt.txt", b"Received, form 118")
    onward.send(dot, draft.reference, referrals.SAID, today=referrals.TODAY)
    kept = onward.keep_proof(dot, draft.reference, "receipt.txt", b"Received, form 118")
    assert kept.about == draft.reference and kept.guard_id == draft.guard_id
    stranger = referrals.worker(referrals.Role.CASEWORKER, "Some One")
    with pytest.raises(Refused):
        onward.keep_proof(stranger, draft.reference, "x.txt", b"x")


def test_a_sending_stands_with_its_proof_or_not_at_all(dot, monkeypatch):
    draft = referrals.drafted(dot)
    said = replace(referrals.SAID, proof_file=ProofFile("receipt.txt", b"Received, form 118"))
    with monkeypatch.context() as disk, pytest.raises(OSError, match="full"):
        disk.setattr("joinedup.files.storage.write", disk_is_full)
        onward.send(dot, draft.reference, said, today=referrals.TODAY)
    assert referrals.again(draft).state == "drafted" and not Clock.objects.exists()
    onward.send(dot, draft.reference, said, today=referrals.TODAY)
    assert StoredFile.objects.get().about == draft.reference
    concern = worry.taken(worry.child(), by=dot)
    with_it = replace(worry.SAID, proof_file=ProofFile("letter.txt", b"Sent by hand"))
    made = worry.sent(dot, concern, Receiver.CHILDREN, "lives", said=with_it)
    assert StoredFile.objects.filter(about=made.reference).count() == 1


def disk_is_full(data):
    raise OSError("The disk is full")


def test_the_board_sees_what_came_of_challenges_and_no_name(dot):
    row = referrals.declined(dot)
    raised = onward.challenge(dot, row.reference, "She is 13", today=referrals.TODAY)
    for _ in range(4):
        if referrals.again(row).state == "declined":
            raised = onward.go_on(dot, raised.reference, "No", "We hold", today=referrals.TODAY)
    other = referrals.declined(dot)
    second = onward.challenge(dot, other.reference, today=referrals.TODAY)
    onward.settle(dot, second.reference, "They assess", today=referrals.TODAY, has_changed=True)
    found = outcomes_of(dot.user, rules_on(timezone.localdate()), referrals.TODAY, referrals.TODAY)
    (line,) = found.rows
    assert (line.made, line.declined, line.changed, line.unsettled) == (2, 2, 1, 1)
    assert found.stages[0].reached == 2 and found.stages[0].settled == 1
    nobody = make.account(name="No Body")
    empty = outcomes_of(nobody, rules_on(timezone.localdate()), referrals.TODAY, referrals.TODAY)
    assert empty.made == 0
