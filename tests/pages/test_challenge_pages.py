"""A challenge goes out to somebody named, and the other side answers it by its link."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.clocks.queries import open_for
from joinedup.notices.models import Link, Notice
from joinedup.referrals import actions
from joinedup.referrals.choices import ChallengeState, State
from joinedup.referrals.models import Challenge, ChallengeStage
from tests.factories import assurance as make
from tests.factories import directory
from tests.factories import referrals as hand
from tests.factories.rules import local_rule

pytestmark = pytest.mark.django_db
SITE = "https://joined-up.example.org"
TOKEN = re.compile(r"/challenge-answer/([\w-]+)/")
MAIL = {"words": "Please look again at what we sent.", "way": "mail", "theirs": "Ann Lee, manager"}
CALL = {**MAIL, "way": "telephone", "spoken_to": "Ann Lee, team manager"}


@pytest.fixture
def duty():
    return hand.worker()


@pytest.fixture
def desk(client, duty):
    client.force_login(duty.user)
    return client


@pytest.fixture
def refused(duty):
    today = timezone.localdate()
    row = hand.sent(duty, today=today)
    return actions.decline(duty, row.reference, "Not met", today=today)


def at(row):
    return f"/referrals/{row.reference}/challenge/"


def page(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def mailed():
    mail = Notice.objects.filter(subject__contains="challenge").latest("pk")
    return mail, f"/challenge-answer/{TOKEN.search(mail.body).group(1)}/"


def test_the_page_names_who_answers_on_each_side_their_telephone_and_the_day(desk, refused):
    directory.number(title="Front door of children’s services")
    text = page(desk, at(refused))
    assert "whoever decided about the referral" in text and "Dot Duty" in text
    assert "01632 960 111" in text and "Front door of children’s services" in text
    assert "1 of 4: practitioners" in text
    assert "It goes to front.door@example.org now" in text


def test_a_post_and_a_telephone_of_the_rule_book_stand_in_place_of_the_front_door(desk, refused):
    county = hand.county()
    make.post("Team manager", holder=make.person("Una Upton", county), of=county)
    row = {"receiver": refused.receiver, "stage": 1, "post": "Team manager"}
    local_rule("escalation.contacts", {"rows": [{**row, "telephone": "01632 960 777"}]})
    text = page(desk, at(refused))
    assert "Una Upton, Team manager" in text and "01632 960 777" in text


def test_it_goes_out_by_mail_with_a_link_and_without_a_name(desk, duty, refused):
    answer = desk.post(at(refused), MAIL, follow=True).content.decode()
    assert "The mail with a link to answer is on its way" in answer
    mail, where = mailed()
    assert mail.recipient == "front.door@example.org"
    for words in (refused.reference, "quote this", "Ann Lee, manager", "Dot Duty", "Stage 1 of 4"):
        assert words in mail.body
    assert "Kay" not in mail.body and "look again at what" not in mail.body
    desk.logout()
    text = page(desk, where)
    assert "Please look again at what we sent." in text and "Kay" not in text
    desk.force_login(duty.user)
    text = page(desk, f"/referrals/{refused.reference}/")
    assert "Sent by mail with a link" in text and "They have not answered yet" in text


def test_words_behind_a_mailed_link_name_nobody(desk, refused):
    answer = desk.post(at(refused), {**MAIL, "words": "Kay is in danger"})
    assert answer.status_code == 422
    assert "Take “Kay” out" in answer.content.decode()
    assert not Challenge.objects.exists()


def test_a_challenge_by_telephone_says_who_was_spoken_to_and_when(desk, refused):
    asked = desk.post(at(refused), {**CALL, "spoken_to": ""})
    assert asked.status_code == 422 and "Write whom you spoke to" in asked.content.decode()
    assert "needed if you rang" in asked.content.decode()
    asked = desk.post(at(refused), CALL)
    assert asked.status_code == 422 and "the day on which you rang" in asked.content.decode()
    today = timezone.localdate()
    desk.post(at(refused), {**CALL, "spoken_on": today.isoformat(), "spoken_at": "10:20"})
    stage = ChallengeStage.objects.get()
    assert (stage.spoken_to, stage.told_on) == ("Ann Lee, team manager", today)
    assert stage.told_at == dt.time(10, 20)
    assert not Link.objects.filter(about=stage.challenge.reference).exists()
    text = page(desk, f"/referrals/{refused.reference}/")
    assert "at 10:20: spoke to Ann Lee, team manager" in text


def test_where_no_address_is_kept_it_is_made_by_telephone(desk, duty):
    today = timezone.localdate()
    school = make.agency("Rowan School", kind=AgencyKind.SCHOOL)
    row = hand.sent(duty, today=today, receiver="receiver.other", agency_id=school.pk)
    actions.decline(duty, row.reference, "Not ours", today=today)
    text = page(desk, at(row))
    assert "No mail address of theirs is kept" in text
    assert "None is kept for this stage" in text
    assert desk.post(at(row), MAIL).status_code == 422


def test_the_other_side_answers_by_its_link_and_may_answer_again(client, desk, duty, refused):
    desk.post(at(refused), MAIL)
    _, where = mailed()
    client.logout()
    empty = client.post(where, {"view": "stands", "answered_by": "Ann Lee"})
    assert empty.status_code == 422
    said = {"view": "stands", "words": "Early help is right", "answered_by": "Ann Lee, manager"}
    for _ in range(2):
        told = client.post(where, said, follow=True).content.decode()
        assert "answer again by this same page" in told
    stage = ChallengeStage.objects.get()
    assert stage.said.count("Early help is right") == 1
    assert "Early help is right" in page(client, where)
    client.force_login(duty.user)
    text = page(client, f"/referrals/{refused.reference}/")
    assert "They answered:" in text and "the decision stands" in text
    assert "the decision stands" in page(client, "/referrals/")
    told = client.post(where, {"view": "changed", "answered_by": "Ann Lee"}, follow=True)
    assert "Thank you, your answer is recorded" in told.content.decode()
    raised = Challenge.objects.get()
    assert (raised.state, raised.has_changed) == (ChallengeState.AGREED, True)
    assert hand.again(refused).state == State.ACCEPTED
    assert "Early help is right" in raised.stages.get().said
    assert not open_for([raised.reference]).exists()
    page(client, where, 410)


def test_the_next_stage_goes_out_anew_and_its_link_takes_the_place_of_the_one_before(
    client, desk, duty, refused
):
    boss = make.person("Mo Manager")
    duty.user.person.manager = boss
    duty.user.person.save()
    desk.post(at(refused), MAIL)
    raised, (_, first) = Challenge.objects.get(), mailed()
    turn = f"/challenges/{raised.reference}/do/go-on/"
    text = page(desk, turn)
    assert "2 of 4: their managers" in text and "Mo Manager, manager of Dot Duty" in text
    said = {**MAIL, "said": "No", "dissent": "The danger is still there"}
    assert "Stage 2 begins today" in desk.post(turn, said, follow=True).content.decode()
    _, second = mailed()
    assert second != first
    page(client, first, 410)
    assert "The danger is still there" in page(client, second)


def test_after_the_last_stage_nothing_more_goes_out(desk, duty, refused):
    today = timezone.localdate()
    raised = actions.challenge(duty, refused.reference, today=today)
    for _ in range(3):
        actions.go_on(duty, raised.reference, "No", "Still wrong", today=today)
    turn = f"/challenges/{raised.reference}/do/go-on/"
    assert "this was the last" in page(desk, turn)
    told = desk.post(turn, {"said": "No", "dissent": "On record"}, follow=True).content.decode()
    assert "ended without agreement" in told


def test_a_challenge_that_is_under_way_is_not_made_twice(desk, refused):
    desk.post(at(refused), MAIL)
    assert "under way" in desk.post(at(refused), MAIL, follow=True).content.decode()
    assert Challenge.objects.count() == 1


def test_nobody_else_challenges(client, refused):
    client.force_login(make.account(Role.COUNCILLOR, name="Cllr Cole"))
    page(client, at(refused), 404)
