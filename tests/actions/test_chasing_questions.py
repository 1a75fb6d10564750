"""Answers to questions are chased like dates and evidence: by mail, step by step, each on its own."""

import pytest

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.permission import by_user
from joinedup.assurance.actions import answer, ask_for_evidence, challenge, declare_complete
from joinedup.assurance.actions.answering import Answered, answer_by_link
from joinedup.assurance.actions.chasing import chase_now, revoke_stale_links
from joinedup.assurance.models import Challenge, Chase, Update
from joinedup.assurance.queries.answering import asked_by
from joinedup.audit.actor import system
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link, Notice
from joinedup.notices.queries import link_of, state_of
from joinedup.notices.rules import LinkState
from tests.factories import assurance as make
from tests.factories.chasing import DAY, MONDAY, SITE, late, somebody, tokens, week

pytestmark = pytest.mark.django_db
WEEK = 7 * DAY


def link_in(body: str) -> Link:
    """The link of the only address in a mail."""
    found = link_of(tokens(body)[0], Purpose.ANSWER)
    assert found is not None
    return found


@pytest.fixture
def lead():
    return make.lead("Lea Lead")


@pytest.fixture
def plan(lead):
    return make.plan(lead)


@pytest.fixture
def auditor():
    return by_user(make.account(Role.AUDITOR, name="Otis Auditor"))


def asked(by, row, on, of=None, words="Who checks the list?", today=MONDAY - 30 * DAY):
    return challenge(by, row.reference, words, on, today=today, answer_by=of)


def test_whoever_was_asked_is_reminded_then_their_manager_then_a_lead(lead, plan, auditor):
    manager = somebody("Max Manager")
    owner = somebody("Ann Lee")
    owner.manager = manager
    owner.save()
    row = make.owned(lead, plan, owner, today=MONDAY - 60 * DAY)
    asked(auditor, row, MONDAY + DAY)
    first = week()
    assert set(first) == {"ann@example.org"}
    assert "You were asked a question about each of these." in first["ann@example.org"]
    wanted = f"{row.reference}, answer to a question wanted by 16 June 2026"
    assert wanted in first["ann@example.org"]
    assert "Who checks the list?" not in first["ann@example.org"]
    assert set(week(MONDAY + WEEK)) == {"ann@example.org"}
    assert set(week(MONDAY + 2 * WEEK)) == {"max@example.org"}
    assert lead.user.email in week(MONDAY + 4 * WEEK)
    assert list(Chase.objects.order_by("pk").values_list("chased_as", flat=True)) == [
        "asked", "asked", "manager", "sg_lead",
    ]  # fmt: skip


def test_words_about_the_action_answer_no_question_and_an_answer_ends_the_reminders(
    lead, plan, auditor
):
    owner = make.account(Role.ACTION_OWNER, name="Ann Lee")
    row = make.owned(lead, plan, owner.person, today=MONDAY - 60 * DAY)
    question = asked(auditor, row, MONDAY - 5 * DAY)
    assert "5 days late" in week()[owner.email]
    answer(by_user(owner), question.reference, "Internal audit does.", today=MONDAY + DAY)
    assert week(MONDAY + WEEK) == {}


def test_each_thing_that_is_owed_of_one_action_is_chased_on_its_own(lead, plan, auditor):
    owner = somebody("Ann Lee")
    row = late(lead, plan, owner, days=3)
    ask_for_evidence(lead, row.reference, today=MONDAY - 3 * DAY)
    for words in ("Who checks?", "How often?"):
        asked(auditor, row, MONDAY - 3 * DAY, words=words)
    body = week()["ann@example.org"]
    assert body.count(row.reference) == 4
    assert len(set(tokens(body))) == 1
    assert sorted(Chase.objects.values_list("promise", flat=True)) == sorted(
        ["", "evidence", *Challenge.objects.values_list("reference", flat=True)]
    )
    assert week() == {}


def test_a_question_about_something_finished_is_chased_too(lead, plan, auditor):
    owner = somebody("Ann Lee")
    row = make.owned(lead, plan, owner, today=MONDAY - 60 * DAY)
    declare_complete(lead, row.reference, "Done.", today=MONDAY - 40 * DAY)
    asked(auditor, row, MONDAY - DAY)
    assert "answer to a question" in week()["ann@example.org"]
    revoke_stale_links(system("daily"), today=MONDAY)
    link = link_in(Notice.objects.get().body)
    assert state_of(link) is LinkState.GOOD
    shown = asked_by(link, MONDAY)
    assert (shown.question_words, shown.is_owner) == ("Who checks the list?", False)


def test_who_cannot_be_reached_is_told_to_the_lead_of_the_plan(lead, plan, auditor):
    owner = somebody("Ann Lee")
    row = make.owned(lead, plan, owner, today=MONDAY - 60 * DAY)
    nobody = make.person("Nia Nomail")
    asked(auditor, row, MONDAY - DAY, of=nobody)
    body = week()[lead.user.email]
    assert "whoever was asked, or their manager, cannot be reached" in body
    assert "nobody nearer can be asked" in body


def test_somebody_who_does_not_own_it_answers_by_link_and_says_nothing_else(lead, plan, auditor):
    trust = make.agency("Fen Trust", kind=AgencyKind.HEALTH, contact_email="desk@trust.example")
    nurse = somebody("Nia Nurse", of=trust)
    row = make.owned(lead, plan, somebody("Ann Lee"), today=MONDAY - 60 * DAY)
    question = asked(auditor, row, MONDAY - DAY, of=nurse)
    chase_now(lead, [row.reference], SITE, today=MONDAY)
    notice = Notice.objects.get(recipient="nia@example.org")
    link = link_in(notice.body)
    assert asked_by(link, MONDAY).is_owner is False
    answer_by_link(link, Answered(answer="The ward sister, each Monday."), today=MONDAY)
    question.refresh_from_db()
    assert question.answered_on == MONDAY
    said = Update.objects.get(challenge=question, kind="answer")
    assert (said.words, said.said_by) == ("The ward sister, each Monday.", "Nia Nurse")
    assert state_of(link_in(notice.body)) is LinkState.USED


def test_an_owner_answers_the_question_and_says_how_it_stands_in_one_go(lead, plan, auditor):
    owner = somebody("Ann Lee")
    row = late(lead, plan, owner)
    asked(auditor, row, MONDAY - DAY)
    body = week()["ann@example.org"]
    link = link_in(body)
    said = Answered(answer="I do.", words="Half is done.", new_on=MONDAY + 30 * DAY, reason="Ill.")
    answer_by_link(link, said, today=MONDAY)
    kinds = list(
        Update.objects.filter(action=row).order_by("-number").values_list("kind", flat=True)
    )
    assert kinds[:3] == ["date_asked", "progress", "answer"]


def test_the_question_itself_stops_the_link_when_somebody_else_has_answered(lead, plan, auditor):
    nurse = somebody("Nia Nurse")
    row = make.owned(lead, plan, somebody("Ann Lee"), today=MONDAY - 60 * DAY)
    question = asked(auditor, row, MONDAY - DAY, of=nurse)
    chase_now(lead, [row.reference], SITE, today=MONDAY)
    link = link_in(Notice.objects.get(recipient="nia@example.org").body)
    answer(lead, question.reference, "We do.", today=MONDAY)
    assert asked_by(link, MONDAY) is None
    assert revoke_stale_links(system("daily"), today=MONDAY) == 1
