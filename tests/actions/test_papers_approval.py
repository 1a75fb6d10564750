"""A plan is approved only by the decision on the paper that put it to its body."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.assurance.choices import VersionState
from joinedup.assurance.models import PlanVersion
from joinedup.assurance.rules.problem import Problem
from joinedup.papers import actions, press
from joinedup.papers.models import Decision, Paper
from tests.factories import assurance as make
from tests.factories import papers

pytestmark = pytest.mark.django_db
TODAY = papers.TODAY
MEETING = papers.MEETING


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return make.lead("Ada Lead")


def decide(lead, paper, **given):
    said = {
        "decided_on": MEETING, "body": paper.body, "minute": "Minute 12", "today": MEETING,
        "outcome": "approved", **given,
    }  # fmt: skip
    return actions.record_decision(lead, paper.reference, said.pop("words", "Approved."), **said)


def out(lead, recommends):
    paper = papers.ready(lead)
    Paper.objects.filter(pk=paper.pk).update(recommends=recommends)
    press.publish(lead, paper.reference, today=TODAY)
    return Paper.objects.get(pk=paper.pk)


def test_a_paper_that_asks_for_approval_carries_the_version_that_its_decision_approves(lead):
    paper = out(lead, "approve")
    version = PlanVersion.objects.get()
    assert (version.state, version.to_body) == (VersionState.SUBMITTED, paper.body)
    assert paper.plan_links.get().version == version
    with pytest.raises(Problem) as stopped:
        decide(lead, paper, outcome="")
    assert stopped.value.field == "outcome"
    decide(lead, paper)
    version.refresh_from_db()
    assert version.state == VersionState.APPROVED
    assert (version.decided_on, version.minute) == (MEETING, "Minute 12")
    assert Decision.objects.get().outcome == "approved"


@pytest.mark.parametrize(
    ("outcome", "state"),
    [("considered", VersionState.CONSIDERED), ("sent_back", VersionState.SENT_BACK)],
)
def test_any_other_outcome_leaves_the_plan_without_approval(lead, outcome, state):
    decide(lead, out(lead, "decide"), outcome=outcome, words="They want a later date in it.")
    assert PlanVersion.objects.get().state == state


def test_a_paper_for_information_puts_no_plan_to_anybody(lead):
    paper = out(lead, "update")
    assert not PlanVersion.objects.exists()
    decide(lead, paper, outcome="")
    assert Decision.objects.get().outcome == ""


def test_a_decision_that_cannot_hold_approves_nothing(lead):
    paper = out(lead, "approve")
    with pytest.raises(Problem):
        decide(lead, paper, decided_on=TODAY - dt.timedelta(days=1))
    assert PlanVersion.objects.get().state == VersionState.SUBMITTED
    assert not Decision.objects.exists()
