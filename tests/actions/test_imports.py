"""Plans on their way in: did it, refused it, recorded it, rolled back."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.models import Involvement, Person, Post
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.actions.confirm_import import Taking, add_named_owner, confirm_import
from joinedup.assurance.actions.imports import (
    add_steps,
    give_year,
    learn_layout,
    open_import,
    set_aside,
    take_back,
)
from joinedup.assurance.models import Action, Plan, Response, Statement, Update
from joinedup.assurance.models.imports import ImportState, Layout, PlanImport
from joinedup.assurance.queries.imports import check_of
from joinedup.assurance.rules.checking import make_step
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.models import Entry
from joinedup.documents import read_document
from joinedup.files.models import StoredFile
from tests.factories import assurance as made
from tests.factories import imports as papers

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.date(2026, 6, 1)
ALL = Taking(0, "Safeguarding action plan 2026", dated_on=DAY)


@pytest.fixture
def lead():
    return made.lead("Ada Marsh")


@pytest.fixture
def found(lead):
    return papers.opened(lead)


def ready(by, reference):
    """Everything looked at; Ada is known, Bo is added as a person."""
    add_steps(by, reference, [make_step("accept_plan", at="0")])
    return add_steps(by, reference, [make_step("owner", at="Bo Lindqvist", to="new_person")])


def verbs(about):
    return list(Entry.objects.filter(chain=about).order_by("pk").values_list("verb", flat=True))


def test_opening_keeps_the_file_and_puts_nothing_in_the_register(lead, found):
    assert found.file.sha256 == StoredFile.objects.get().sha256
    assert (found.state, found.opened_by) == (ImportState.CHECKING, lead.user)
    assert not Plan.objects.exists() and not Action.objects.exists()
    assert "assurance.open_import" in verbs(found.reference)


def test_steps_put_nothing_in_the_register_and_come_back_after_leaving(lead, found):
    ready(lead, found.reference)
    again = PlanImport.objects.get(reference=found.reference)
    assert check_of(again).progress.may_confirm
    assert not Plan.objects.exists() and not Person.objects.filter(name="Bo Lindqvist").exists()
    assert verbs(found.reference).count("assurance.check_steps") == 2


def test_undo_takes_back_what_was_done_last_and_is_recorded(lead, found):
    ready(lead, found.reference)
    after = take_back(lead, found.reference)
    assert [step["do"] for step in after.steps] == ["accept_plan"]
    assert take_back(lead, found.reference).steps == []
    assert take_back(lead, found.reference).steps == []
    assert verbs(found.reference).count("assurance.check_undo") == 3


def test_the_words_of_a_plan_are_in_no_record(lead, found):
    add_steps(lead, found.reference, [make_step("field", at="t1r1", field="review", to="Secret")])
    ready(lead, found.reference)
    told = str(list(Entry.objects.values_list("detail", flat=True)))
    assert "Secret" not in told and "Lindqvist" not in told


def test_setting_aside_ends_the_import_and_keeps_the_file(lead, found):
    ended = set_aside(lead, found.reference)
    assert (ended.state, ended.ended_by) == (ImportState.SET_ASIDE, lead.user)
    assert StoredFile.objects.exists() and not Plan.objects.exists()
    for late in (
        lambda: add_steps(lead, found.reference, [make_step("accept_plan", at="0")]),
        lambda: take_back(lead, found.reference),
        lambda: give_year(lead, found.reference, 2026),
        lambda: confirm_import(lead, found.reference, [ALL], ended.version, today=TODAY),
    ):
        with pytest.raises(Refused):
            late()


def test_the_year_said_by_a_person_counts_for_dates_without_one(lead):
    paper = papers.word([("1", "Train all staff", "Ada Marsh", "31 July", "", "")], title="Plan")
    found = papers.opened(lead, paper)
    after = give_year(lead, found.reference, 2024)
    row = check_of(after).reading.rows()[0]
    assert row.value("due")["date"] == "2024-07-31"


def test_confirming_puts_every_row_in_the_register_in_the_name_of_a_person(lead, found):
    version = ready(lead, found.reference).version
    (plan,) = confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    after = PlanImport.objects.get()
    assert (after.state, after.ended_by) == (ImportState.CONFIRMED, lead.user)
    assert list(after.plans.all()) == [plan] and plan.dated_on == DAY
    rows = list(plan.actions.order_by("position"))
    assert [row.code for row in rows] == ["1", "2", "3"]
    assert rows[0].printed["title"]["text"] == "Train all staff who meet children"
    assert (rows[2].status, rows[2].proof, rows[2].declared_on) == ("complete", "declared", DAY)
    assert Person.objects.filter(name="Bo Lindqvist").count() == 1
    assert {u.by_user for u in Update.objects.all()} == {lead.user}
    assert plan.columns[0] == {"role": "ref", "heading": "Ref"}
    assert "assurance.confirm_import" in verbs(found.reference)


def test_it_cannot_be_confirmed_twice(lead, found):
    version = ready(lead, found.reference).version
    confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    with pytest.raises(Refused):
        confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    assert Plan.objects.count() == 1


def test_it_cannot_be_confirmed_while_something_waits(lead, found):
    with pytest.raises(Problem, match="needs you"):
        confirm_import(lead, found.reference, [ALL], found.version, today=TODAY)
    assert not Plan.objects.exists()


def test_it_cannot_be_confirmed_while_the_count_does_not_balance(lead, found, monkeypatch):
    from joinedup.assurance.queries import imports

    real = imports.read_plans

    def forgetful(*args, **said):
        import dataclasses

        read = real(*args, **said)
        return dataclasses.replace(read, cells=read.cells[1:])

    monkeypatch.setattr(imports, "read_plans", forgetful)
    imports._read.cache_clear()
    version = ready(lead, found.reference).version
    with pytest.raises(Problem, match="accounted"):
        confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    imports._read.cache_clear()
    assert not Plan.objects.exists()


def test_what_another_person_did_meanwhile_must_be_looked_at_first(lead, found):
    version = ready(lead, found.reference).version
    other = made.lead("Cy Okafor")
    add_steps(other, found.reference, [make_step("field", at="t1r1", field="review", to="Audit")])
    with pytest.raises(Problem, match="Somebody"):
        confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    assert not Plan.objects.exists()


def test_nothing_chosen_is_a_problem(lead, found):
    version = ready(lead, found.reference).version
    with pytest.raises(Problem, match="at least one"):
        confirm_import(lead, found.reference, [], version, today=TODAY)


def test_one_bad_row_leaves_nothing_half_saved(lead, found):
    ready(lead, found.reference)
    bad = {"text": "32 May", "date": "2026-05-32", "start": None, "recurrence": None}
    step = make_step("field", at="t1r2", field="due", to=bad)
    version = add_steps(lead, found.reference, [step]).version
    with pytest.raises(Problem):
        confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    assert not Plan.objects.exists() and not Action.objects.exists()
    assert not Person.objects.filter(name="Bo Lindqvist").exists()
    assert PlanImport.objects.get().state == ImportState.CHECKING
    assert "assurance.confirm_import" not in verbs(found.reference)


def test_findings_become_statements_of_a_source_with_positions(lead):
    rows = [
        ("6.1", "Referrals were not followed up", "The referral form is new and in use"),
        ("6.2", "Nobody told the child what happened", "See above"),
    ]
    paper = papers.word(rows, ("Ref", "Finding", "Our position"), "Response to the inquiry 2026")
    found = papers.opened(lead, paper)
    version = add_steps(lead, found.reference, [make_step("accept_plan", at="0")]).version
    for asked in check_of(found).progress.questions:
        step = make_step("answer", at=asked.key, to="as_read")
        version = add_steps(lead, found.reference, [step]).version
    taking = Taking(0, "Response to the inquiry", kind="findings", dated_on=DAY)
    assert confirm_import(lead, found.reference, [taking], version, today=TODAY) == []
    assert Statement.objects.count() == 2 and Response.objects.count() == 1
    assert Response.objects.get().position == "The referral form is new and in use"


def test_only_those_who_may_import_open_or_touch_an_import(lead, found):
    owner, partner = (by_user(made.account(role)) for role in (Role.ACTION_OWNER, Role.PARTNER))
    paper = papers.word()
    for by in (owner, partner):
        for forbidden in (
            lambda by=by: open_import(by, "x.docx", paper, read_document("x.docx", paper)),
            lambda by=by: add_steps(by, found.reference, [make_step("accept_plan", at="0")]),
            lambda by=by: take_back(by, found.reference),
            lambda by=by: set_aside(by, found.reference),
            lambda by=by: confirm_import(by, found.reference, [ALL], 1, today=TODAY),
            lambda by=by: learn_layout(by, "x", {}),
            lambda by=by: add_named_owner(by, "new_post", "Head of Housing", made.agency()),
        ):
            with pytest.raises(Refused):
                forbidden()
    assert PlanImport.objects.count() == 1 and not Post.objects.exists()


def test_an_owner_added_as_a_post_keeps_the_rows_when_people_change(lead):
    rows = [("1", "Train all staff", "Head of Housing", "May 2026", "", "")]
    found = papers.opened(lead, papers.word(rows))
    steps = [
        make_step("owner", at="Head of Housing", to="new_post"),
        make_step("accept_plan", at="0"),
    ]
    version = add_steps(lead, found.reference, steps).version
    confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    post = Post.objects.get()
    assert post.title == "Head of Housing" and Action.objects.get().owners.get().post == post


ODD = ("Ref", "Action", "Lead", "By when", "Remarks")
ODD_ROWS = [
    ("1", "Train all staff who meet children", "Ada Marsh", "May 2026", "By audit in the spring"),
    ("2", "Write to every school about referrals", "Ada Marsh", "May 2026", "By a survey"),
]


def test_a_corrected_column_is_remembered_for_the_next_document_with_the_same_headings(lead):
    first = papers.opened(lead, papers.word(ODD_ROWS, ODD))
    read = check_of(first).reading.tables[0]
    assert next(c.role for c in read.columns if c.heading == "Remarks") != "review"
    steps = [make_step("role", at="t1c4", to="review"), make_step("accept_plan", at="0")]
    version = add_steps(lead, first.reference, steps).version
    for asked in check_of(PlanImport.objects.get()).progress.questions:
        step = make_step("answer", at=asked.key, to="as_read")
        version = add_steps(lead, first.reference, [step]).version
    confirm_import(lead, first.reference, [ALL], version, today=TODAY)
    assert Layout.objects.get().roles["4"] == "review"
    rows = [("9", "Hold an audit", "Ada Marsh", "June 2026", "By hand")]
    second = papers.opened(lead, papers.word(rows, ODD))
    row = check_of(second).reading.rows()[0]
    assert row.value("review") == "By hand" and row.fields["review"].confidence >= 0.9
    assert verbs(f"layout:{Layout.objects.get().fingerprint[:40]}") == ["assurance.learn_layout"]


def test_a_layout_nobody_corrected_is_not_remembered(lead, found):
    version = ready(lead, found.reference).version
    confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    assert not Layout.objects.exists()


def test_a_layout_of_other_headings_is_left_alone(lead):
    learn_layout(lead, "other headings", {"4": "review"})
    row = check_of(papers.opened(lead)).reading.rows()[0]
    assert row.value("status")["value"] == "in_progress"


def test_organisations_that_a_plan_names_own_the_actions_once_somebody_chose_them(lead):
    districts = [made.agency(f"{name} District Council") for name in ("Ellerford", "Brackwater")]
    rows = [
        ("1", "Fit alarms in every home", "Fire Service", "May 2026", "", ""),
        ("2", "Check every taxi", "District councils", "May 2026", "", ""),
    ]
    found = papers.opened(lead, papers.word(rows))
    asked = {one.text: one for one in check_of(found).progress.open_owners}
    assert {one.key for one in asked["District councils"].several} == {
        one.reference for one in districts
    }
    keys = ",".join(one.reference for one in districts)
    steps = [
        make_step("owner", at="Fire Service", to="new_agency"),
        make_step("owner", at="District councils", to=f"each:{keys}"),
        make_step("accept_plan", at="0"),
    ]
    version = add_steps(lead, found.reference, steps).version
    confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    fire, taxis = Action.objects.order_by("position")
    assert fire.owners.get().agency.name == "Fire Service"
    assert [one.agency for one in taxis.owners.order_by("position")] == districts
    assert fire.agency.name == "Fire Service"
    assert Involvement.objects.filter(item=taxis.reference, agency__in=districts).count() == 2


def test_an_organisation_that_nobody_knows_is_a_problem_and_nothing_is_saved(lead, found):
    steps = [make_step("owner", at="Bo Lindqvist", to="agency:AG-2026-0000000")]
    version = add_steps(lead, found.reference, [*steps, make_step("accept_plan", at="0")]).version
    for asked in check_of(PlanImport.objects.get()).progress.questions:
        version = add_steps(
            lead, found.reference, [make_step("answer", at=asked.key, to="as_read")]
        ).version
    with pytest.raises(Problem, match="not known here"):
        confirm_import(lead, found.reference, [ALL], version, today=TODAY)
    assert not Action.objects.exists()
