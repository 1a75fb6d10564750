"""A concern sent on becomes referrals; it waits for the answers; who is known is asked first."""

from __future__ import annotations

import pytest
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Conflict
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.models import Entry
from joinedup.clocks.models import Clock
from joinedup.concerns import actions
from joinedup.concerns.choices import Ending, Receiver
from joinedup.concerns.queries.answers import may_end_now
from joinedup.concerns.queries.earlier import closes
from joinedup.concerns.queries.known import known_of
from joinedup.concerns.queries.one import concern_shown, concern_to
from joinedup.concerns.queries.queue import queue
from joinedup.referrals import actions as referrals
from joinedup.referrals.models import ChallengeStage, Referral
from joinedup.referrals.rules.sharing import Sending
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import assurance as make
from tests.factories import concerns as worry
from tests.factories.referrals import county

pytestmark = pytest.mark.django_db
CSE = ("concern.sexual_exploitation",)
MAY = "triage"


def decided(by, concern, ending=Ending.ONWARD, **given):
    version = worry.now(concern.reference).version
    return actions.decide(by, concern.reference, ending, "Because", version=version, **given)


def test_an_exploited_child_is_sent_to_where_she_lives_with_a_copy_and_waits():
    dot = worry.duty()
    concern = worry.taken(worry.child("about 14", lives="Fenside"), by=dot, types=CSE)
    with pytest.raises(Problem, match="children’s social care"):
        decided(dot, concern)
    made = worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    after = decided(dot, concern)
    assert after.state == "awaiting" and after.sent_children_place == "lives"
    first, copy = Referral.objects.order_by("pk")
    assert first == made and first.has_indicators and first.state == "sent"
    assert copy.receiver == Receiver.EXPLOITATION and copy.copy_of == first
    assert worry.WORDS in first.parts["happened"] and "Kayleigh" in first.parts["person"]
    assert "Fenside" in first.parts["address"]
    assert Clock.objects.filter(about=first.reference, blocks_closing=True).exists()


@pytest.mark.parametrize("place", ["", "placed"])
def test_the_place_has_to_be_where_the_child_lives_or_was_found(place):
    dot = worry.duty()
    concern = worry.taken(worry.child(), by=dot, types=CSE)
    with pytest.raises(Problem, match="lives or where the child was found"):
        worry.sent(dot, concern, Receiver.CHILDREN, place)
    assert not Referral.objects.exists()


def test_nothing_goes_straight_to_the_exploitation_team():
    dot = worry.duty()
    concern = worry.taken(worry.child(), by=dot, types=CSE)
    with pytest.raises(Problem, match="gets a copy"):
        worry.sent(dot, concern, Receiver.EXPLOITATION)
    assert not Referral.objects.exists()


def test_an_exploited_adult_goes_to_adult_social_care():
    dot = worry.duty()
    concern = worry.taken(worry.adult("43"), by=dot, types=("concern.cuckooing",))
    said = Sending(channel="portal", basis="basis.legal_duty", told="told", agreed="yes")
    row = worry.sent(dot, concern, Receiver.ADULTS, said=said)
    assert row.age == "adult"
    assert decided(dot, concern).state == "awaiting"


def test_only_the_decider_sends_while_it_is_being_decided():
    dot, dee = worry.duty(), worry.duty("Dee Second")
    concern = worry.taken(worry.child(), by=dot)
    with pytest.raises(Problem, match="Take the concern first"):
        worry.sent(dee, concern, Receiver.POLICE)


def test_a_project_is_never_childrens_social_care():
    dot = worry.duty()
    project = make.agency("Heron Lane Young People", kind=AgencyKind.CHARITY)
    concern = worry.taken(worry.child(), by=dot, types=CSE)
    with pytest.raises(Problem, match="cannot take this"):
        worry.sent(dot, concern, Receiver.CHILDREN, "lives", agency_id=project.pk)
    assert not Referral.objects.exists()


def test_the_place_that_makes_a_council_responsible_has_to_be_told():
    dot = worry.duty()
    concern = worry.taken(worry.child(lives="7 Tanner Row, Ostrey"), by=dot, types=CSE)
    with pytest.raises(Problem, match="where the child was found"):
        worry.sent(dot, concern, Receiver.CHILDREN, "found")
    nowhere = worry.taken(worry.child(lives="", found=""), by=dot, types=CSE)
    with pytest.raises(Problem, match="Say which council"):
        worry.sent(dot, nowhere, Receiver.CHILDREN, "lives", receiver_name="")
    assert worry.sent(dot, nowhere, Receiver.CHILDREN, "lives", receiver_name="Carrow Council")


def test_it_waits_until_a_strategy_discussion_or_the_like_is_recorded():
    dot, today = worry.duty(), timezone.localdate()
    concern = worry.taken(worry.child(), by=dot, types=CSE)
    row = worry.sent(dot, concern, Receiver.CHILDREN, "found")
    decided(dot, concern)
    with pytest.raises(Problem, match="not decided yet"):
        actions.end_answered(dot, concern.reference)
    referrals.accept(dot, row.reference, today=today, may=MAY)
    with pytest.raises(Problem, match="not decided yet"):
        actions.end_answered(dot, concern.reference)
    assert not may_end_now(worry.now(concern.reference))
    referrals.record_result(dot, row.reference, "strategy", today=today, may=MAY)
    assert may_end_now(worry.now(concern.reference))
    assert actions.end_answered(dot, concern.reference).state == "ended"


def test_a_refusal_keeps_it_open_until_it_is_settled():
    dot, today = worry.duty(), timezone.localdate()
    concern = worry.taken(worry.child(), by=dot, types=CSE)
    row = worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    decided(dot, concern)
    referrals.decline(dot, row.reference, "Below threshold", today=today, may=MAY)
    with pytest.raises(Problem, match="refusal is not settled"):
        actions.end_answered(dot, concern.reference)
    assert queue(dot.user, today, "awaiting").references == [concern.reference]


def test_a_refusal_is_news_in_the_queue_until_it_is_challenged():
    dot, today = worry.duty(), timezone.localdate()
    concern = worry.taken(worry.child(), by=dot, types=CSE)
    row = worry.sent(dot, concern, Receiver.CHILDREN, "lives", agency_id=county().pk)
    decided(dot, concern)
    assert queue(dot.user, today, "news").counts["news"] == 0
    referrals.decline(dot, row.reference, "Below threshold", today=today, may=MAY)
    (shown,) = queue(dot.user, today, "news").rows
    assert shown.is_refused and not shown.has_news
    referrals.challenge(
        dot, row.reference, "She is 14", today=today, may=MAY, site="https://joined.example/"
    )
    assert queue(dot.user, today, "news").counts["news"] == 0
    assert not queue(dot.user, today, "awaiting").rows[0].is_refused
    stages = ChallengeStage.objects.filter(challenge__referral=row)
    stages.update(answered_on=today, answered_by="Sal Senior", view="stands", said="No")
    (shown,) = queue(dot.user, today, "news").rows
    assert shown.is_answered
    report = concern.reports.get()
    assert queue(dot.user, today, wanted=report.reference).references == [concern.reference]


def known_child(by):
    made = add_subject(
        by, Given(names=(GivenName("Kayleigh", "", "Arkwright"),), born="3 May 2012",
                  phones=("07700 900123",)),
        today=timezone.localdate(), may=MAY,
    )  # fmt: skip
    return made


def test_who_is_known_is_found_from_the_words_of_the_concern():
    dot = worry.duty()
    known_child(dot)
    child = worry.child("14", name="Kayleigh Arkwright", phone="07700 900123")
    concern = worry.taken(child, by=dot)
    (found,) = known_of(dot, concern, timezone.localdate())
    assert [one.label for one in found.known.candidates] == ["Kayleigh Arkwright"]
    subject = found.known.candidates[0].reference
    actions.link_person(dot, concern.reference, found.person.pk, subject)
    assert known_of(dot, concern, timezone.localdate()) == ()
    with pytest.raises(Refused):
        actions.link_person(dot, concern.reference, found.person.pk, "SU-2026-0000000")


def test_somebody_new_gets_a_record_of_their_own():
    dot = worry.duty()
    concern = worry.taken(worry.child("14", name="", words="girl called K, Ford van"), by=dot)
    row = actions.link_person(dot, concern.reference, concern.people.get().pk)
    assert row.subject.description == "girl called K, Ford van"


def test_a_restricted_match_names_only_the_post_and_has_to_be_asked_about():
    dot = worry.duty()
    subject = known_child(dot)
    subject.guard.is_sealed = True
    subject.guard.save()
    child = worry.child("14", name="Kayleigh Arkwright", phone="07700 900123")
    concern = worry.taken(child, by=dot)
    (found,) = known_of(dot, concern, timezone.localdate())
    (one,) = found.restricted
    assert one.speak_to and not (one.reference or one.label or one.why)
    with pytest.raises(Problem, match="Speak to"):
        decided(dot, concern, Ending.ADVICE)
    after = decided(dot, concern, Ending.ADVICE, asked_duty_post="Spoke to the lead at 16:10")
    assert after.decisions.get().asked_duty_post.startswith("Spoke")


def test_a_conflict_noted_later_moves_the_concern_to_another_decider():
    dot, dee = worry.duty(), worry.duty("Dee Second")
    subject = known_child(dee)
    child = worry.child("14", name="Kayleigh Arkwright", phone="07700 900123")
    concern = worry.taken(child, by=dot)
    Conflict.objects.create(guard=subject.guard, person=dot.user.person, reason="Her aunt")
    today = timezone.localdate()
    assert closes(concern, today) == {dot.user.person_id}
    actions.move_on(dot, concern.reference)
    assert queue(dot.user, today).references == []
    assert queue(dee.user, today).rows[0].state == "received"
    with pytest.raises(Problem, match="no conflict"):
        actions.move_on(dee, concern.reference)


def test_who_has_a_conflict_about_somebody_never_sees_the_concern_that_comes_in():
    dot, dee = worry.duty(), worry.duty("Dee Second")
    subject = known_child(dee)
    Conflict.objects.create(guard=subject.guard, person=dot.user.person, reason="Her aunt")
    child = worry.child("14", name="Kayleigh Arkwright", phone="07700 900123")
    concern = worry.submitted(child)
    today = timezone.localdate()
    assert queue(dot.user, today).references == [] and queue(dot.user, today).counts["decide"] == 0
    with pytest.raises(Refused):
        actions.take(dot, concern.reference)
    assert queue(dee.user, today).references == [concern.reference]


@pytest.mark.parametrize("said", ["none of these", "a new record", "an age"])
def test_a_restricted_match_is_asked_about_whatever_was_said_of_the_others(said):
    dot = worry.duty()
    subject = known_child(dot)
    subject.guard.is_sealed = True
    subject.guard.save()
    child = worry.child("14", name="Kayleigh Arkwright", phone="07700 900123")
    concern = worry.taken(child, by=dot)
    person = concern.people.get().pk
    actions.not_known_yet(dot, concern.reference, person)
    if said == "a new record":
        actions.link_person(dot, concern.reference, person)
    if said == "an age":
        actions.correct_age(
            dot, concern.reference, person, born_on=None, age_words="14", how_known="Her school"
        )
        assert worry.now(concern.reference).people.get().looked_up_at is None
    with pytest.raises(Problem, match="Speak to"):
        decided(dot, worry.now(concern.reference), Ending.ADVICE)


def test_a_conflict_noted_later_closes_a_concern_that_was_open_before(client):
    dot = worry.duty()
    subject = known_child(dot)
    child = worry.child("14", name="Kayleigh Arkwright", phone="07700 900123")
    concern = worry.taken(child, by=dot)
    assert concern_to(dot, concern.reference) == concern
    Conflict.objects.create(guard=subject.guard, person=dot.user.person, reason="Her niece")
    with pytest.raises(Refused):
        concern_to(dot, concern.reference)
    client.force_login(dot.user)
    at = f"/concerns/{concern.reference}/"
    assert client.get(f"{at}aside/").status_code == 404
    assert client.get(at)["Location"] == "/concerns/"
    assert client.get(at).status_code == 404


def test_a_decision_not_to_share_a_concern_is_recorded_with_its_ground():
    dot = worry.duty()
    concern = worry.taken(worry.adult(), by=dot)
    today = timezone.localdate()
    given = ("receiver.health", "basis.known_already", "Her doctor reported it")
    made = actions.keep_back(dot, concern.reference, *given, today=today)
    assert (made.about, made.is_shared, made.age) == (concern.reference, False, "adult")
    (told,) = concern_shown(concern, dot.user, today).kept_back
    assert told.by_name == dot.user.person.name and told.basis != "basis.known_already"
    assert told.reason == "Her doctor reported it"
    verbs = set(Entry.objects.filter(chain=concern.reference).values_list("verb", flat=True))
    assert {"concerns.keep_back", "referrals.not_shared"} <= verbs


def test_no_ground_keeps_a_concern_from_whoever_has_to_be_told():
    dot = worry.duty()
    concern = worry.taken(worry.child("about 14"), by=dot, types=CSE)
    today = timezone.localdate()
    for receiver in (Receiver.CHILDREN, Receiver.EXPLOITATION):
        with pytest.raises(Problem, match="have to be told"):
            actions.keep_back(
                dot, concern.reference, receiver, "basis.known_already", "They know", today=today
            )
    with pytest.raises(Problem):
        actions.keep_back(
            dot, concern.reference, "receiver.health", "basis.adult_declined", "No", today=today
        )
    with pytest.raises(Refused):
        actions.keep_back(
            by_user(make.account(Role.ACTION_OWNER)),
            concern.reference, "receiver.health", "basis.known_already", "They know", today=today,
        )  # fmt: skip
    assert concern_shown(concern, dot.user, today).kept_back == ()


def test_one_of_several_services_need_not_be_told_once_another_was():
    dot = worry.duty()
    concern = worry.taken(worry.adult(), by=dot, types=CSE)
    today = timezone.localdate()
    given = (Receiver.POLICE, "basis.adult_declined", "He does not want the police told")
    with pytest.raises(Problem, match="Send it to one of them first"):
        actions.keep_back(dot, concern.reference, *given, today=today)
    said = Sending(channel="portal", basis="basis.legal_duty", told="told", agreed="yes")
    worry.sent(dot, concern, Receiver.ADULTS, said=said)
    actions.keep_back(dot, concern.reference, *given, today=today)
    with pytest.raises(Problem, match="Send it to one of them first"):
        actions.keep_back(dot, concern.reference, Receiver.ADULTS, *given[1:], today=today)
    assert [one.reason for one in concern_shown(concern, dot.user, today).kept_back] == [given[2]]
