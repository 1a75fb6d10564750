"""Papers begun, written, cleared: done, refused, recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.audit.models import Entry
from joinedup.papers import actions
from joinedup.papers.choices import State
from joinedup.papers.models import Clearance, Implication, Paper, PaperSection
from joinedup.papers.queries.making import desk_of
from tests.factories import assurance as make
from tests.factories import papers

pytestmark = pytest.mark.django_db
TODAY = papers.TODAY


@pytest.fixture
def lead():
    return make.lead("Ada Lead")


@pytest.fixture
def stranger():
    return by_user(make.account(Role.AUDITOR, name="Sol Stranger"))


@pytest.fixture
def paper(lead):
    return papers.started(lead)


def again(paper):
    return Paper.objects.get(pk=paper.pk)


def verbs(paper):
    return list(Entry.objects.filter(chain=paper.reference).values_list("verb", flat=True))


def section(paper, code):
    return PaperSection.objects.get(paper=paper, code=code)


def write(by, paper, code="introduction", **given):
    given = {"heading": "Introduction", "prose": "Words.", **given}
    return actions.write_section(by, paper.reference, code, again(paper).version, **given)


def test_a_paper_begins_with_the_sections_and_implications_of_its_kind(lead, paper):
    codes = list(paper.sections.order_by("position").values_list("code", flat=True))
    assert codes[:4] == ["front", "recommendation", "implications", "background"]
    assert set(paper.implications.values_list("kind", flat=True)) == {
        "legal", "financial", "staffing", "equality", "risk", "climate",
    }  # fmt: skip
    assert paper.recommendation == "This paper is for update only."
    assert paper.guard.about == paper.reference and "papers.start" in verbs(paper)


def test_only_those_who_prepare_papers_begin_one(stranger):
    with pytest.raises(Refused):
        papers.started(stranger, plans=[])
    with pytest.raises(Refused):
        papers.started(by_user(make.account(Role.COUNCILLOR)), plans=[])


def test_a_paper_needs_a_subject_a_kind_and_plans_that_its_writer_sees(lead):
    for given in ({"subject": " "}, {"kind": "report.nothing"}, {"plans": ["PL-2026-0000000"]}):
        with pytest.raises(Problem):
            papers.started(lead, **given)


def test_the_next_paper_begins_with_the_last_ones_words_and_no_signature(lead, paper):
    who = papers.clearer()
    papers.cleared(lead, papers.written(lead, paper, who), who)
    actions.switch_section(lead, paper.reference, "training", False)
    next_one = papers.started(lead, plans=[])
    assert next_one.follows == paper and next_one.report_by == "Director of Housing"
    assert section(next_one, "introduction").prose == "Words under Introduction."
    assert not section(next_one, "training").is_on
    assert list(next_one.plan_links.values_list("plan")) == list(
        paper.plan_links.values_list("plan")
    )
    assert {one.owner for one in next_one.implications.all()} == {who.person}
    assert not next_one.implications.filter(said_on__isnull=False).exists()
    assert not next_one.clearances.filter(signed_on__isnull=False).exists()


def test_front_matter_is_edited_once_and_a_stale_save_shows_both(lead, paper, stranger):
    wanted = {"purpose": "To tell.", "is_key": "no"}
    actions.edit_front(lead, paper.reference, paper.version, wanted, today=TODAY)
    assert again(paper).purpose == "To tell."
    with pytest.raises(Stale) as stale:
        actions.edit_front(lead, paper.reference, paper.version, {"purpose": "Mine"}, today=TODAY)
    assert stale.value.theirs == {"purpose": "To tell."}
    with pytest.raises(Refused):
        actions.edit_front(stranger, paper.reference, 2, wanted, today=TODAY)
    for wrong in ({"subject": " "}, {"state": "published"}, {"as_at_on": TODAY + dt.timedelta(1)}):
        with pytest.raises(Problem):
            actions.edit_front(lead, paper.reference, again(paper).version, wrong, today=TODAY)


def test_a_section_is_written_and_its_table_only_commented(lead, paper, stranger):
    write(lead, paper, prose="First.\n\n- one\n- two")
    assert section(paper, "introduction").prose == "First.\n\n- one\n- two"
    actions.comment_section(lead, paper.reference, "plan_table", "Row 1 moved in May.")
    assert section(paper, "plan_table").comment == "Row 1 moved in May."
    with pytest.raises(Problem):
        actions.comment_section(lead, paper.reference, "introduction", "Mine")
    with pytest.raises(Problem):
        write(lead, paper, heading=" ")
    with pytest.raises(Stale):
        actions.write_section(lead, paper.reference, "introduction", 1, heading="X", prose="Y")
    with pytest.raises(Refused):
        write(lead, paper, code="no_such")
    for refused in (
        lambda: write(stranger, paper),
        lambda: actions.comment_section(stranger, paper.reference, "plan_table", "x"),
        lambda: actions.switch_section(stranger, paper.reference, "training", False),
        lambda: actions.move_section(stranger, paper.reference, "training", 1),
        lambda: actions.add_section(stranger, paper.reference, "More"),
    ):
        with pytest.raises(Refused):
            refused()


def test_sections_move_within_their_layout_and_can_be_added(lead, paper):
    before = list(paper.sections.order_by("position").values_list("code", flat=True))
    after = actions.move_section(lead, paper.reference, "training", -1)
    assert after.index("training") == before.index("training") - 1
    assert actions.move_section(lead, paper.reference, "plan_table", -99) == after
    made = actions.add_section(lead, paper.reference, "Member inductions")
    assert made.code == "own_1" and not made.fill
    annexe = actions.add_section(
        lead, paper.reference, "Annexe C", fill="plan_table", layout="annexe"
    )
    assert annexe.code == "own_2"
    with pytest.raises(Problem):
        actions.add_section(lead, paper.reference, "")


def test_an_implication_counts_once_its_owner_has_said_it(lead, paper, stranger):
    who = papers.clearer("Ola Owner")
    with pytest.raises(Problem):
        actions.say_implication(lead, paper.reference, "legal", "None known", today=TODAY)
    actions.assign_implication(lead, paper.reference, "legal", who.person, today=TODAY)
    actions.say_implication(lead, paper.reference, "legal", "The Act asks for it.", today=TODAY)
    legal = Implication.objects.get(paper=paper, kind="legal")
    assert legal.words and legal.said_on is None
    with pytest.raises(Problem):
        actions.say_implication(by_user(who), paper.reference, "legal", " ", today=TODAY)
    actions.say_implication(by_user(who), paper.reference, "legal", "", is_none=True, today=TODAY)
    legal.refresh_from_db()
    assert legal.said_on == TODAY and legal.said_by == who and legal.is_none
    with pytest.raises(Refused):
        actions.say_implication(by_user(who), paper.reference, "risk", "Not mine", today=TODAY)
    with pytest.raises(Refused):
        actions.say_implication(stranger, paper.reference, "legal", "x", today=TODAY)
    with pytest.raises(Refused):
        actions.assign_implication(stranger, paper.reference, "legal", who.person, today=TODAY)


def test_what_an_owner_said_elsewhere_is_noted_with_how(lead, paper):
    owner = make.person("Fay Finance")
    actions.assign_implication(lead, paper.reference, "financial", owner, today=TODAY)
    actions.say_implication(
        lead, paper.reference, "financial", "", is_none=True, said_how="by e-mail", today=TODAY
    )
    said = Implication.objects.get(paper=paper, kind="financial")
    assert (said.said_on, said.said_by, said.said_how) == (TODAY, lead.user, "by e-mail")
    actions.assign_implication(
        lead, paper.reference, "financial", make.person("Other"), today=TODAY
    )
    said.refresh_from_db()
    assert said.said_on is None


def test_those_named_read_the_paper_and_nobody_else_of_their_role(lead, paper):
    from joinedup.access.choices import May
    from joinedup.papers.queries.one import paper_to

    who, other = papers.clearer("Cleo"), papers.clearer("Otto")
    actions.name_clearer(lead, paper.reference, who.person, today=timezone.localdate())
    assert paper_to(by_user(who), May.CLEAR_PAPERS, paper.reference) == paper
    with pytest.raises(Refused):
        paper_to(by_user(other), May.CLEAR_PAPERS, paper.reference)
    actions.remove_clearer(lead, paper.reference, who.person.reference, today=timezone.localdate())
    fresh = by_user(type(who).objects.get(pk=who.pk))
    with pytest.raises(Refused):
        paper_to(fresh, May.CLEAR_PAPERS, paper.reference)


def test_a_signature_is_under_the_text_that_was_read(lead, paper, stranger):
    who = papers.clearer()
    paper = papers.cleared(lead, papers.written(lead, paper, who), who)
    assert paper.state == State.CLEARING
    assert not any("signed" in one.words for one in desk_of(paper, TODAY).missing)
    write(lead, paper, prose="Other words.")
    words = [one.words for one in desk_of(again(paper), TODAY).missing]
    assert words == ["Cleo Clear signed an earlier text: ask again"]
    actions.ask_clearance(lead, paper.reference, today=TODAY)
    assert Clearance.objects.get().signed_on is None
    with pytest.raises(Problem):
        actions.sign(by_user(who), paper.reference, today=TODAY, text_version=1)
    with pytest.raises(Refused):
        actions.sign(lead, paper.reference, today=TODAY)
    actions.take_back(lead, paper.reference)
    with pytest.raises(Problem):
        actions.sign(by_user(who), paper.reference, today=TODAY)
    with pytest.raises(Problem):
        actions.take_back(lead, paper.reference)


def test_clearing_is_for_those_who_prepare_papers_to_ask(lead, paper, stranger):
    who = papers.clearer()
    with pytest.raises(Problem):
        actions.ask_clearance(lead, paper.reference, today=TODAY)
    actions.name_clearer(lead, paper.reference, who.person, today=TODAY)
    with pytest.raises(Problem):
        actions.name_clearer(lead, paper.reference, who.person, today=TODAY)
    for refused in (
        lambda by: actions.ask_clearance(by, paper.reference, today=TODAY),
        lambda by: actions.name_clearer(by, paper.reference, stranger.user.person, today=TODAY),
        lambda by: actions.remove_clearer(by, paper.reference, who.person.reference, today=TODAY),
        lambda by: actions.take_back(by, paper.reference),
        lambda by: actions.sign(by, paper.reference, today=TODAY),
        lambda by: actions.withdraw(by, paper.reference, "No", today=TODAY),
    ):
        with pytest.raises(Refused):
            refused(stranger)
    for not_by_clearers in (
        lambda by: actions.ask_clearance(by, paper.reference, today=TODAY),
        lambda by: write(by, paper),
    ):
        with pytest.raises(Refused):
            not_by_clearers(by_user(who))


def test_parts_are_added_and_taken_out(lead, paper, stranger):
    ref = paper.reference
    option = actions.add_option(lead, ref, "Approve the plan", True)
    actions.add_option(lead, ref, "Do nothing", True)
    assert [one.is_recommended for one in paper.options.order_by("position")] == [False, True]
    asked = actions.add_consultation(lead, ref, "Youth panel", "They agree.", held_on=TODAY)
    actions.add_background(lead, ref, "Minutes", minute="Minute 12")
    risk = actions.add_risk(lead, ref, "Staff leave", owner="HR", likelihood=2, impact=5)
    assert risk.likelihood * risk.impact == 10
    actions.remove_part(lead, ref, "option", option.pk)
    actions.remove_part(lead, ref, "consultation", asked.pk)
    assert paper.options.count() == 1 and not paper.consultations.exists()
    with pytest.raises(Refused):
        actions.remove_part(lead, ref, "option", option.pk)
    with pytest.raises(Refused):
        actions.remove_part(lead, ref, "nothing", 1)
    for wrong in (
        lambda: actions.add_option(lead, ref, " "),
        lambda: actions.add_consultation(lead, ref, " ", "x", held_on=None),
        lambda: actions.add_consultation(lead, ref, "x", " ", held_on=None),
        lambda: actions.add_background(lead, ref, " "),
        lambda: actions.add_risk(lead, ref, "x", owner="y", likelihood=6, impact=1),
        lambda: actions.add_risk(lead, ref, "x", owner=" ", likelihood=1, impact=1),
    ):
        with pytest.raises(Problem):
            wrong()
    for refused in (
        lambda: actions.add_option(stranger, ref, "x"),
        lambda: actions.add_consultation(stranger, ref, "x", "y", held_on=None),
        lambda: actions.add_background(stranger, ref, "x"),
        lambda: actions.add_risk(stranger, ref, "x", owner="y", likelihood=1, impact=1),
        lambda: actions.remove_part(stranger, ref, "risk", risk.pk),
    ):
        with pytest.raises(Refused):
            refused()


def test_a_paper_that_is_withdrawn_says_why_and_is_not_written_any_more(lead, paper):
    with pytest.raises(Problem):
        actions.withdraw(lead, paper.reference, " ", today=TODAY)
    actions.withdraw(lead, paper.reference, "The meeting was cancelled", today=TODAY)
    assert again(paper).state == State.WITHDRAWN
    with pytest.raises(Problem):
        write(lead, paper)
    with pytest.raises(Problem):
        actions.withdraw(lead, paper.reference, "Again", today=TODAY)
