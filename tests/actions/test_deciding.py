"""Who decided and on which day: a body beside a minute, nobody before they were asked."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.assurance import actions
from joinedup.assurance.actions.dates import Decision
from joinedup.assurance.choices import DatesBy, ProposalState
from joinedup.assurance.models import Plan, ProposedDate
from joinedup.assurance.rules.deciding import reads_like_a_person
from joinedup.assurance.rules.problem import Problem
from tests.factories import assurance as made

TODAY = made.TODAY
DAY = dt.timedelta(days=1)
NEW = TODAY + 40 * DAY


@pytest.fixture
def lead(db):
    return made.lead("Ada")


@pytest.fixture
def due(lead):
    plan = made.plan(lead)
    Plan.objects.filter(pk=plan.pk).update(dates_by=DatesBy.BODY)
    return made.added(lead, Plan.objects.get(pk=plan.pk), due_on=TODAY + 5 * DAY)


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("Cllr Rita Moss", True),
        ("Rita Moss", True),
        ("Mrs Moss", True),
        ("Scrutiny Committee", False),
        ("Cabinet", False),
        ("Full Council", False),
        ("Head of Housing", False),
        ("Cabinet Member for Housing", False),
        ("Prosperous Places", False),
        ("Cabinet (Rita Moss in the chair)", False),
        ("Fenside Partnership", False),
        ("Major Incident Panel", False),
        ("DCC Cabinet", False),
        ("Judge Panel", False),
        ("Father Hobson's Care Board", False),
        ("Councillor Conduct Committee", False),
        ("Prof Rita Moss", True),
        ("", False),
    ],
)
def test_a_person_is_told_from_a_body(text, is_person):
    assert reads_like_a_person(text) is is_person


@pytest.mark.parametrize("name", ["Ann Lee", "Cllr Rita Moss", "Ada", " ada "])
def test_a_minute_names_the_body_that_met_and_no_person(lead, due, name):
    proposal = actions.propose_date(lead, due.reference, NEW, "No trainer", today=TODAY)
    for deed in (actions.approve_date, actions.refuse_date):
        with pytest.raises(Problem, match="committee or board that met") as asked:
            deed(lead, proposal.reference, Decision(name, TODAY, "Minute 4", "Hire"), today=TODAY)
        assert asked.value.field == "body"
    with pytest.raises(Problem, match="committee or board that met"):
        actions.submit_plan(lead, due.plan.reference, name, today=TODAY)


@pytest.mark.parametrize(
    ("on", "words"),
    [(TODAY - DAY, "was put forward on"), (TODAY + DAY, "still to come")],
)
def test_nobody_decides_before_a_date_was_put_forward_or_in_the_future(lead, due, on, words):
    proposal = actions.propose_date(lead, due.reference, NEW, "No trainer", today=TODAY)
    with pytest.raises(Problem, match=words) as refused:
        said = Decision("Scrutiny Committee", on, "Minute 4")
        actions.approve_date(lead, proposal.reference, said, today=TODAY)
    assert refused.value.field == "on"
    assert ProposedDate.objects.get().state == ProposalState.WAITING
