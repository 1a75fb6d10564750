"""Adding and editing by hand, owners, leaving, colours, links."""

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Guard, Involvement
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.choices import Agreement, LinkKind
from joinedup.assurance.models import Action, ActionLink, Owner, Plan, SavedView, Share
from joinedup.assurance.queries import left_behind, saved_views
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.state import OwnerMark
from joinedup.assurance.writing.columns import folded_state, updates_of
from joinedup.audit import verify
from joinedup.audit.models import Entry
from joinedup.clocks.models import Clock
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


def mark(one):
    return OwnerMark(one.reference, str(one))


def test_a_plan_begins_with_its_own_share(plan):
    assert Share.objects.get(plan=plan).guard == plan.guard
    assert plan.guard.about == plan.reference


def test_a_plan_is_added_and_edited_only_by_those_who_edit_plans(lead, plan):
    owner = by_user(made.account(Role.ACTION_OWNER))
    with pytest.raises(Refused):
        made.plan(owner)
    with pytest.raises(Refused):
        actions.edit_plan(owner, plan.reference, 1, {"title": "Mine"})
    with pytest.raises(Problem):
        made.plan(lead, title=" ")
    actions.edit_plan(lead, plan.reference, 1, {"title": "Plan for 2026"})
    assert Plan.objects.get().title == "Plan for 2026"
    with pytest.raises(Stale):
        actions.edit_plan(lead, plan.reference, 1, {"title": "Too late"})
    assert Entry.objects.filter(chain=plan.reference, verb="assurance.edit_plan").count() == 1


@pytest.mark.parametrize(
    ("agreement", "asked"),
    [(Agreement.ALL, {"A1", "A2"}), (Agreement.HIGH, {"A1"}), (Agreement.NONE, set())],
)
def test_whom_a_second_person_agrees_with_changes_for_the_rows_that_are_there(
    lead, plan, agreement, asked
):
    for code, priority in (("A1", "high"), ("A2", "")):
        actions.add_action(lead, plan.reference, code, code=code, priority=priority, today=TODAY)
    actions.edit_plan(lead, plan.reference, 1, {"agreement": Agreement.ALL})
    actions.edit_plan(lead, plan.reference, 2, {"agreement": agreement})
    rows = plan.actions.filter(needs_agreement=True)
    assert set(rows.values_list("code", flat=True)) == asked
    for row in plan.actions.all():
        told = updates_of(row)
        assert folded_state(told).needs_agreement == row.needs_agreement
        assert [one.number for one in told] == list(range(1, len(told) + 1))
        recorded = Entry.objects.filter(chain=row.reference, verb="assurance.correction")
        assert recorded.count() == len(told) - 1
    assert verify.problems() == []


def test_a_row_that_they_have_a_conflict_with_keeps_its_second_signature(lead, plan):
    for code in ("A1", "A2"):
        actions.add_action(lead, plan.reference, code, code=code, priority="", today=TODAY)
    actions.edit_plan(lead, plan.reference, 1, {"agreement": Agreement.ALL})
    theirs = Guard.objects.create(agency=plan.guard.agency, about=plan.reference)
    plan.actions.filter(code="A2").update(guard=theirs)
    Conflict.objects.create(guard=theirs, person=lead.user.person, reason="Her brother's")
    actions.edit_plan(lead, plan.reference, 2, {"agreement": Agreement.NONE})
    assert [one.code for one in plan.actions.filter(needs_agreement=True)] == ["A2"]


def test_an_action_added_by_hand_has_a_first_update_owner_and_clock(lead, plan):
    kate = made.person("Kate Heron")
    action = made.owned(lead, plan, kate, due_on=TODAY + DAY, section="Section A", code="A1")
    row = made.now(action)
    assert (row.status, row.section.title, row.updated_on) == ("not_started", "Section A", TODAY)
    assert row.updates.get().changes["title"] == ["", "Review the policy"]
    assert Clock.objects.get(about=row.reference).owes_person == kate
    assert Involvement.objects.get(item=row.reference).person == kate


def test_an_owner_may_not_add_actions(plan):
    with pytest.raises(Refused):
        made.added(by_user(made.account(Role.ACTION_OWNER)), plan)
    assert not Action.objects.exists()


def test_editing_keeps_what_stood_before(lead, plan):
    action = made.added(lead, plan)
    actions.edit_action(
        lead, action.reference, made.now(action).version, {"title": "New words"}, today=TODAY
    )
    update = action.updates.latest("number")
    assert update.changes == {"title": ["Review the policy", "New words"]}


@pytest.mark.parametrize(
    "wanted", [{"status": "complete"}, {"title": " "}, {"due_on": TODAY}, {"recurrence": "daily"}]
)
def test_what_has_its_own_action_is_not_edited_as_text(lead, plan, wanted):
    action = made.added(lead, plan)
    with pytest.raises(Problem):
        actions.edit_action(lead, action.reference, made.now(action).version, wanted, today=TODAY)
    assert action.updates.count() == 1


def test_moving_to_another_organisation_moves_guard_clock_and_owners_rights(lead, plan):
    police = made.agency("Marlow Vale Police", kind="police")
    officer = made.account(Role.PARTNER, of=police)
    action = made.owned(lead, plan, officer.person, agency=plan.agency, due_on=TODAY)
    part = made.added(lead, plan, parent=action)
    version = made.now(action).version
    actions.edit_action(lead, action.reference, version, {"agency": police.reference}, today=TODAY)
    row = made.now(action)
    assert row.guard.agency == police
    assert made.now(part).guard_id == row.guard_id
    assert Clock.objects.get(about=row.reference).guard_id == row.guard_id
    actions.add_update(by_user(officer), action.reference, "Ours now", today=TODAY)
    assert made.now(action).latest == "Ours now"


def test_who_no_longer_owns_an_action_can_no_longer_update_it(lead, plan):
    old, new = made.account(Role.ACTION_OWNER), made.account(Role.ACTION_OWNER)
    action = made.owned(lead, plan, old.person, due_on=TODAY)
    actions.assign_owners(lead, action.reference, [mark(new.person)], today=TODAY)
    with pytest.raises(Refused):
        actions.add_update(by_user(old), action.reference, "Still me", today=TODAY)
    actions.add_update(by_user(new), action.reference, "Mine now", today=TODAY)
    assert Owner.objects.filter(action=action, to_on=TODAY).get().person == old.person
    running = Clock.objects.get(about=action.reference, outcome="open")
    assert running.owes_person == new.person


def test_the_same_owner_is_not_named_twice(lead, plan):
    kate = made.person("Kate")
    with pytest.raises(Problem, match="twice"):
        actions.assign_owners(
            lead, made.added(lead, plan).reference, [mark(kate), mark(kate)], today=TODAY
        )


def test_leaving_needs_somebody_to_take_over(lead, plan):
    kate, head = made.person("Kate"), made.post("Head of Housing")
    action = made.owned(lead, plan, kate)
    with pytest.raises(Problem, match="1 action"):
        actions.leave(lead, kate.reference, TODAY, today=TODAY)
    assert list(left_behind(lead.user, kate.reference)) == [action]
    done = actions.leave(lead, kate.reference, TODAY, today=TODAY, new=head.reference)
    kate.refresh_from_db()
    assert (done, kate.left_on) == (1, TODAY)
    assert Owner.objects.get(action=action, to_on__isnull=True).post == head
    assert Owner.objects.get(action=action, to_on__isnull=True).printed == "Kate"


def test_posts_keep_their_actions_when_their_holder_leaves(lead, plan):
    kate = made.person("Kate")
    post = made.post("Head of Housing", kate)
    action = made.owned(lead, plan, post)
    actions.leave(lead, kate.reference, TODAY, today=TODAY)
    assert Owner.objects.get(action=action, to_on__isnull=True).post == post
    assert post.holdings.get().to_on == TODAY


def test_nothing_is_handed_to_somebody_who_has_left(lead, plan):
    gone, kate = made.person("Gone"), made.person("Kate")
    actions.leave(lead, gone.reference, TODAY, today=TODAY)
    action = made.owned(lead, plan, kate)
    with pytest.raises(Problem, match="has left"):
        actions.hand_over(
            lead, [action.reference], kate.reference, gone.reference, "Moved", today=TODAY
        )
    assert Owner.objects.get(action=action, to_on__isnull=True).person == kate


def test_an_owner_may_not_name_owners_or_let_people_leave(plan, lead):
    owner = made.account(Role.ACTION_OWNER)
    action = made.owned(lead, plan, owner.person)
    for attempt in (
        lambda by: actions.assign_owners(by, action.reference, [], today=TODAY),
        lambda by: actions.hand_over(by, [action.reference], "a", "b", "c", today=TODAY),
        lambda by: actions.leave(by, owner.person.reference, TODAY, today=TODAY),
        lambda by: actions.set_colour(by, action.reference, "red", today=TODAY),
        lambda by: actions.ask_for_evidence(by, action.reference, today=TODAY),
        lambda by: actions.link_actions(by, action.reference, action.reference, LinkKind.SEE),
    ):
        with pytest.raises(Refused):
            attempt(by_user(owner))


def test_a_better_colour_needs_a_reason_and_both_are_kept(lead, plan):
    late = made.added(lead, plan, due_on=TODAY - DAY)
    with pytest.raises(Problem, match="reason"):
        actions.set_colour(lead, late.reference, "green", today=TODAY)
    actions.set_colour(lead, late.reference, "green", "Done, paper follows", today=TODAY)
    row = made.now(late)
    assert (row.rag_set, row.rag_set_reason) == ("green", "Done, paper follows")
    actions.set_colour(lead, late.reference, "", today=TODAY)
    assert made.now(late).rag_set == ""


def test_actions_are_linked_but_never_to_themselves(lead, plan):
    one, two = made.added(lead, plan), made.added(lead, plan)
    actions.link_actions(lead, one.reference, two.reference, LinkKind.SAME_DUTY, "See above")
    assert ActionLink.objects.get().printed == "See above"
    with pytest.raises(Problem):
        actions.link_actions(lead, one.reference, one.reference, LinkKind.SEE)


def test_views_are_ones_own(lead):
    reader = by_user(made.account(Role.COUNCILLOR))
    actions.save_view(lead, "Late", "due=overdue")
    actions.save_view(lead, "Late", "due=overdue&sort=code")
    assert [one.query for one in saved_views(lead.user)] == ["?due=overdue&sort=code"]
    assert not saved_views(reader.user).exists()
    actions.forget_view(reader, "Late")
    assert SavedView.objects.count() == 1
    with pytest.raises(Problem):
        actions.save_view(lead, " ", "x")
    with pytest.raises(Refused):
        actions.save_view(by_user(made.account(Role.SYSTEM_ADMINISTRATOR)), "x", "y")
