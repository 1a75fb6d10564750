"""Nobody is shut out of what they own or are asked, and nobody works on what has just changed."""

import datetime as dt

import pytest
from django.db.models import QuerySet
from django.test import Client

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import EvidenceKind
from joinedup.assurance.models import Challenge
from joinedup.assurance.rules.state import OwnerMark
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.timedelta(days=1)


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def plan(lead):
    return made.plan(lead)


def test_a_part_added_by_hand_is_open_to_who_owns_the_whole(lead, plan):
    kate = made.account(Role.ACTION_OWNER, name="Kate")
    whole = made.owned(lead, plan, kate.person)
    part = made.added(lead, plan, "Its part", parent=whole)
    actions.add_update(by_user(kate), part.reference, "Half of it stands", today=TODAY)
    assert made.now(part).latest == "Half of it stands"


def test_a_part_with_an_owner_of_its_own_is_that_owners(lead, plan):
    kate, bo = (made.account(Role.ACTION_OWNER, name=name) for name in ("Kate", "Bo"))
    whole = made.owned(lead, plan, kate.person)
    part = made.owned(lead, plan, bo.person, parent=whole)
    with pytest.raises(Refused):
        actions.add_update(by_user(kate), part.reference, "Mine?", today=TODAY)
    assert made.now(part).latest == ""


def asked_of(lead, plan, person):
    row = made.added(lead, plan)
    return actions.challenge(
        lead, row.reference, "How many?", TODAY + DAY, today=TODAY, answer_by=person
    )


def test_who_is_asked_by_name_can_answer_without_owning_the_action(lead, plan):
    named, other = (made.account(Role.ACTION_OWNER) for _ in range(2))
    question = asked_of(lead, plan, named.person)
    with pytest.raises(Refused):
        actions.answer(by_user(other), question.reference, "Ten", today=TODAY)
    client = Client()
    client.force_login(named)
    row = question.action.reference
    path = f"/actions/{row}/answer/{question.reference}/"
    assert path in client.get(f"/actions/{row}/").content.decode()
    assert client.get(path).status_code == 200
    assert client.post(path, {"words": "All sixty"}).status_code == 302
    assert question.updates.get(kind="answer").words == "All sixty"
    stranger = Client()
    stranger.force_login(other)
    assert path not in stranger.get(f"/actions/{row}/").content.decode()
    assert stranger.get(path).status_code == 404


def test_questions_go_to_the_holder_of_the_post_that_takes_over(lead, plan):
    kate, bo = made.person("Kate"), made.person("Bo")
    post, empty = made.post("Head of Housing", bo), made.post("Head of Parks")
    question = asked_of(lead, plan, kate)
    actions.leave(lead, kate.reference, TODAY, today=TODAY, new=post.reference)
    question.refresh_from_db()
    assert question.answer_by_person == bo
    actions.leave(lead, bo.reference, TODAY, today=TODAY, new=empty.reference)
    question.refresh_from_db()
    assert question.answer_by_person is None


def test_what_two_people_may_do_at_once_is_locked_before_it_is_read(lead, plan, monkeypatch):
    locked = []
    real = QuerySet.select_for_update

    def noted(self, *args, **said):
        locked.append(self.model.__name__)
        return real(self, *args, **said)

    row = made.added(lead, plan)
    new = NewEvidence(EvidenceKind.NOTE, TODAY, words="Seen")
    question = actions.challenge(lead, row.reference, "How many?", TODAY, today=TODAY)
    pieces = [actions.add_evidence(lead, row.reference, new, today=TODAY) for _ in range(2)]
    judge = made.lead("Cy")
    monkeypatch.setattr(QuerySet, "select_for_update", noted)
    deeds = {
        "Challenge": lambda: actions.answer(lead, question.reference, "Ten", today=TODAY),
        "Evidence": lambda: actions.withdraw_evidence(
            lead, pieces[0].reference, "Wrong", today=TODAY
        ),
        "Evidence ": lambda: actions.judge_evidence(
            judge, pieces[1].reference, "It shows it", today=TODAY
        ),
        "Plan": lambda: made.added(lead, plan, "Another"),
        "Plan ": lambda: actions.create_from_rows(lead, plan, [made.new_row()], today=TODAY),
    }
    for model, deed in deeds.items():
        locked.clear()
        deed()
        assert model.strip() in locked, model
    assert Challenge.objects.get().answered_on == TODAY


def test_owners_named_by_words_alone_let_nobody_in(lead, plan):
    whole = made.added(lead, plan, owners=[OwnerMark("", "The team")])
    part = made.added(lead, plan, "Its part", parent=whole)
    owner = by_user(made.account(Role.ACTION_OWNER))
    with pytest.raises(Refused):
        actions.add_update(owner, part.reference, "Mine?", today=TODAY)
    assert made.now(part).latest == ""
