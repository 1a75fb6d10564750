"""A published version that shows what is exempt now is warned of, withheld, and kept."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.models import Entry
from joinedup.papers import actions, press
from joinedup.papers.models import Paper, PublicationFile, Withholding
from joinedup.papers.queries.making import desk_of
from joinedup.papers.queries.withheld import earlier_versions
from tests.factories import assurance as make
from tests.factories import papers

pytestmark = pytest.mark.django_db
TODAY = papers.TODAY
SECRET = "Bramley offers the training at a price nobody else has."


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return make.lead("Ada Lead")


@pytest.fixture
def who():
    return papers.clearer()


def again(paper):
    return Paper.objects.get(pk=paper.pk)


def ready_again(lead, who, paper):
    papers.checked(lead, papers.cleared(lead, again(paper), who))
    return again(paper)


@pytest.fixture
def paper(lead, who):
    """Out in version 1 with a section that is exempt in the correction, which may be published."""
    made = papers.written(lead, papers.started(lead), who)
    actions.write_section(
        lead, made.reference, "training", made.version, heading="A contract", prose=SECRET
    )
    ready_again(lead, who, made)
    press.publish(lead, made.reference, today=TODAY)
    actions.correct(lead, made.reference, "A part is exempt.", today=TODAY)
    papers.exempted(lead, made, SECRET)
    return ready_again(lead, who, made)


def shows(paper):
    found = earlier_versions(paper, desk_of(paper, TODAY).words)
    return {one.version: one.shows for one in found}


def test_who_publishes_is_stopped_while_an_earlier_version_shows_what_is_exempt(lead, paper):
    assert shows(paper) == {1: ("A contract",)}
    with pytest.raises(Problem, match="Version 1 shows everybody what is exempt now: “A contract”"):
        actions.begin_publishing(lead, paper.reference, today=TODAY, version=paper.version)
    actions.withhold(lead, paper.reference, 1, "The price stood in it")
    assert shows(paper) == {}
    actions.begin_publishing(lead, paper.reference, today=TODAY, version=paper.version)


def test_it_may_be_said_to_stay_and_that_is_recorded(lead, paper):
    actions.begin_publishing(lead, paper.reference, today=TODAY, stay=[1])
    said = Entry.objects.filter(verb="papers.begin_publishing").latest("pk")
    assert '"stay":[1]' in said.detail.replace(" ", "")


def test_what_was_exempt_before_too_is_no_news(lead, who, paper):
    press.publish(lead, paper.reference, today=TODAY)
    actions.withhold(lead, paper.reference, 1, "The price stood in it")
    actions.correct(lead, paper.reference, "A date.", today=TODAY)
    assert shows(ready_again(lead, who, paper)) == {2: ()}


def test_a_version_is_withheld_and_kept_and_handed_out_again(lead, paper):
    kept = PublicationFile.objects.filter(publication__paper=paper).count()
    with pytest.raises(Problem):
        actions.withhold(lead, paper.reference, 1, " ")
    made = actions.withhold(lead, paper.reference, 1, "The price stood in it")
    assert (made.withheld_by, made.ended_at) == (lead.user, None)
    with pytest.raises(Problem, match="withheld already"):
        actions.withhold(lead, paper.reference, 1, "Again")
    assert PublicationFile.objects.filter(publication__paper=paper).count() == kept == 2
    with pytest.raises(Problem):
        actions.hand_out_again(lead, paper.reference, 1, "")
    ended = actions.hand_out_again(lead, paper.reference, 1, "The price is public now")
    assert ended.pk == made.pk and ended.ended_by == lead.user
    with pytest.raises(Problem, match="not withheld"):
        actions.hand_out_again(lead, paper.reference, 1, "Again")
    actions.withhold(lead, paper.reference, 1, "Not so")
    told = ["papers.withhold", "papers.hand_out_again"]
    verbs = Entry.objects.filter(chain=paper.reference, verb__in=told).order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [*told, "papers.withhold"]


def test_only_those_who_prepare_papers_withhold_and_only_what_is_there(lead, paper):
    for role in (Role.COUNCILLOR, Role.SERVICE_MANAGER, Role.AUDITOR):
        by = by_user(make.account(role))
        for deed in (actions.withhold, actions.hand_out_again):
            with pytest.raises(Refused):
                deed(by, paper.reference, 1, "x")
    with pytest.raises(Refused):
        actions.withhold(lead, paper.reference, 7, "x")
    assert not Withholding.objects.exists()


def test_the_rows_themselves_are_withheld_once_at_a_time_and_say_why(lead, paper):
    row = actions.withhold(lead, paper.reference, 1, "The price stood in it")
    for wrong in ({"reason": ""}, {"ended_at": row.withheld_at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Withholding.objects.filter(pk=row.pk).update(**wrong)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
