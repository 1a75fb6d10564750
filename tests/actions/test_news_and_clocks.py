"""What a concern still asks of us has a day: news on a decided one, its case to be opened, an
allegation that is named later. And nobody decides on an allegation against themselves."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import public
from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import tallies_above, to_read_above
from joinedup.concerns import actions
from joinedup.concerns.choices import Allegation, ConcernState, Ending, Receiver
from joinedup.concerns.models import Decision
from joinedup.concerns.queries.queue import queue
from joinedup.notices.models import Notice
from joinedup.referrals.choices import AlertTo
from joinedup.referrals.models import SeniorAlert
from joinedup.referrals.rules.sharing import Sending
from tests.factories import assurance as make
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
TO_ADULTS = Sending("portal", "basis.legal_duty", "told", agreed="yes")
WORDS = "He hit her again last night"


def running(concern, kind):
    return Clock.objects.filter(about=concern.reference, kind=kind, outcome=Outcome.OPEN)


def decided(by, concern, ending=Ending.ADVICE):
    version = worry.now(concern.reference).version
    return actions.decide(by, concern.reference, ending, "Because", version=version)


def told_later(by, concern, words=WORDS):
    actions.add_information(by, worry.new(words=words), concern=concern.reference)
    return worry.now(concern.reference)


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def ended(dot):
    return decided(dot, worry.taken(worry.adult(), by=dot))


def test_news_on_an_ended_concern_has_a_clock_of_its_own(dot, ended):
    today = timezone.localdate()
    found = told_later(dot, ended)
    clock = running(found, ClockKind.NEWS).get()
    assert found.has_news and clock.rule_code == "clock.concern_news"
    told_later(dot, ended, "And again")
    assert running(found, ClockKind.NEWS).get().due_on == clock.due_on
    (row,) = queue(dot.user, today, "news").rows
    assert row.due_on == clock.due_on and not row.is_late
    later = clock.due_on + dt.timedelta(days=1)
    assert queue(dot.user, later, "news").rows[0].is_late
    words = [one.words for one in tallies_above(dot.user, later) if one.part == "overdue"]
    assert words == ["concerns whose news nobody has answered in time"]


def test_that_nothing_changes_is_said_with_the_reason(dot, ended):
    version = told_later(dot, ended).version
    with pytest.raises(Problem, match="Say why"):
        actions.nothing_changes(dot, ended.reference, " ", version=version)
    with pytest.raises(Problem, match="meanwhile"):
        actions.nothing_changes(dot, ended.reference, "Known already", version=version - 1)
    made = actions.nothing_changes(dot, ended.reference, "Known already", version=version)
    assert (made.state, made.ending, made.has_news) == (ConcernState.ENDED, Ending.ADVICE, False)
    assert not running(made, ClockKind.NEWS).exists()
    assert Decision.objects.latest("pk").reason.endswith("because: Known already")
    with pytest.raises(Problem, match="Nothing was told"):
        actions.nothing_changes(dot, ended.reference, "Again", version=made.version)


def test_news_with_a_sign_of_exploitation_is_not_ended_as_nothing(dot):
    ended = decided(dot, worry.taken(worry.child("14"), by=dot))
    version = told_later(dot, ended, "He was raped by men in a hotel").version
    with pytest.raises(Problem, match="may point to exploitation"):
        actions.nothing_changes(dot, ended.reference, "Known", version=version)
    assert actions.decide_again(dot, ended.reference, version=version).decider is None


def test_news_brings_an_ended_concern_back_to_be_decided_and_sent(dot, ended):
    version = told_later(dot, ended).version
    made = actions.decide_again(dot, ended.reference, version=version)
    assert (made.state, made.ending, made.decider) == (ConcernState.RECEIVED, "", None)
    assert running(made, ClockKind.CONTACT).exists() and not running(made, ClockKind.NEWS).exists()
    actions.take(dot, ended.reference)
    worry.sent(dot, ended, Receiver.ADULTS, said=TO_ADULTS)
    assert decided(dot, ended, Ending.ONWARD).state == ConcernState.AWAITING


def test_a_case_that_was_decided_on_has_a_clock_until_it_is_open(dot):
    concern = decided(dot, worry.taken(worry.adult(), by=dot), Ending.CASE)
    clock = running(concern, ClockKind.CASE_OPENING).get()
    late = clock.due_on + dt.timedelta(days=1)
    words = [one.words for one in tallies_above(dot.user, late) if one.part == "overdue"]
    assert words == ["cases decided on and not opened in time"]
    assert queue(dot.user, late, "case").rows[0].is_late
    actions.note_case(dot, concern.reference, "CA-2026-0000000")
    assert not running(concern, ClockKind.CASE_OPENING).exists()


@pytest.mark.parametrize("way", ["person", "kind"])
def test_an_allegation_that_is_named_later_starts_its_clock(dot, way):
    concern = worry.taken(worry.adult(), by=dot)
    assert not running(concern, ClockKind.ALLEGATION).exists()
    if way == "person":
        actions.add_person(dot, concern.reference, worry.suspect("Sam Coach", Allegation.CHILDREN))
    else:
        actions.name_types(dot, concern.reference, ("concern.allegation_worker",))
    assert running(concern, ClockKind.ALLEGATION).get().rule_code == "clock.designated_officer"


def test_what_the_subject_of_an_allegation_has_taken_goes_back_to_be_taken(dot):
    other = worry.duty("Orla Oakes")
    concern = worry.taken(worry.child(), by=dot)
    actions.add_person(other, concern.reference, worry.suspect("Dot Duty", Allegation.CHILDREN))
    found = worry.now(concern.reference)
    assert (found.state, found.decider) == (ConcernState.RECEIVED, None)
    assert queue(other.user, timezone.localdate()).rows[0].decider == ""
    assert not SeniorAlert.objects.exists()


def test_where_nobody_is_left_to_decide_somebody_hears_of_it_at_once(dot):
    today = timezone.localdate()
    officer = make.account(Role.INFORMATION_GOVERNANCE)
    lado = make.account(Role.SERVICE_MANAGER)
    make.post("Designated Officer for Allegations", holder=lado.person)
    suspect = worry.suspect("Dot Duty", Allegation.CHILDREN)
    concern = worry.submitted(worry.child(), suspect, by=public())
    assert {one.before for one in SeniorAlert.objects.all()} == {
        AlertTo.POST, AlertTo.GOVERNANCE,
    }  # fmt: skip
    for user in (officer, lado):
        mail = Notice.objects.get(recipient=user.email)
        assert "Dot" not in mail.body and concern.reference not in mail.body
        assert len(to_read_above(user, today)) == 1
    assert to_read_above(dot.user, today) == []
    assert not queue(by_user(dot.user).user, today).rows
