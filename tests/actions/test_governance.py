"""Seals, conflicts of interest, who works on a record: done, refused, recorded."""

import datetime as dt
import importlib

import pytest
from django.apps import apps
from django.utils import timezone

from joinedup.access.actions import emergencies as emergency
from joinedup.access.actions import guards as guarding
from joinedup.access.actions.posts import fill_post
from joinedup.access.choices import AgencyKind, HoldingKind, May, Role
from joinedup.access.models import Conflict, Guard, Involvement, Post, Sealing
from joinedup.access.permission import Refused, by_user, may_touch
from joinedup.access.problems import Problem
from joinedup.access.queries.governance import addresses_to_tell, guard_record, guards_shown
from joinedup.access.shares import guard_beside
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.notices.queries import by_link
from tests.actions.governance_cases import SITE, WHY, actor, fresh, sees, verbs
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


def test_a_sealed_record_opens_only_to_those_who_work_on_it(action, sealed, lead, worker):
    assert not sees(lead, action)
    assert sees(by_user(worker), action)
    assert verbs(sealed.reference) == ["access.let_in", "access.seal"]
    assert Sealing.objects.get().reason == "Names a colleague"


def test_a_seal_is_taken_off_by_people_who_may_not_look_behind_it(action, sealed, officer, lead):
    guarding.unseal(officer, sealed.reference, "It names nobody after all")
    assert sees(lead, action)
    assert not sees(officer, action)
    assert verbs(sealed.reference)[-1] == "access.unseal"


def test_a_record_that_nobody_works_on_is_not_sealed(plan, lead):
    with pytest.raises(Problem, match="nobody could open it"):
        guarding.seal(lead, plan.guard.reference, "Names a colleague")


@pytest.mark.parametrize("reason", ["", "   "])
def test_seals_and_conflicts_want_a_reason(sealed, lead, worker, reason):
    with pytest.raises(Problem):
        guarding.unseal(lead, sealed.reference, reason)
    with pytest.raises(Problem):
        guarding.note_conflict(lead, sealed.reference, worker.person, reason)


def test_a_record_is_sealed_once_and_opened_once(sealed, lead):
    with pytest.raises(Problem, match="already"):
        guarding.seal(lead, sealed.reference, "Again")
    guarding.unseal(lead, sealed.reference, "Done")
    with pytest.raises(Problem, match="not sealed"):
        guarding.unseal(lead, sealed.reference, "Again")


def test_the_last_person_behind_a_seal_stays(sealed, lead):
    works = Involvement.objects.get(guard=sealed, item="")
    with pytest.raises(Problem, match="last person"):
        guarding.let_out(lead, sealed.reference, works.pk)


def test_a_post_whose_holder_came_later_does_not_keep_a_sealed_record_open(sealed, lead):
    works = Involvement.objects.get(guard=sealed, item="")
    post = make.post("Duty officer")
    Involvement.objects.create(guard=sealed, post=post, from_on=make.LONG_AGO)
    for since in (None, timezone.now()):
        if since is not None:
            make.hold(post, make.person(), since)
        with pytest.raises(Problem, match="last person"):
            guarding.let_out(lead, sealed.reference, works.pk)
    make.hold(post, make.person())
    guarding.let_out(lead, sealed.reference, works.pk)


def test_a_record_behind_which_only_an_empty_post_works_is_not_sealed(plan, lead):
    post = make.post("Duty officer")
    Involvement.objects.create(guard=plan.guard, post=post, from_on=make.LONG_AGO)
    with pytest.raises(Problem, match="nobody could open it"):
        guarding.seal(lead, plan.guard.reference, "Names a colleague")
    make.hold(post, make.person())
    guarding.seal(lead, plan.guard.reference, "Names a colleague")
    assert Guard.objects.get(pk=plan.guard_id).sealed_at is not None


def test_a_new_holder_of_a_post_is_let_in_by_name_or_not_at_all(plan, action, lead, officer):
    """Filled after the seal, whatever first day is written down; the earlier holder goes on."""
    before, later = (make.account(Role.ACTION_OWNER) for _ in range(2))
    post = make.post("Duty officer", before.person)
    Involvement.objects.create(guard=plan.guard, post=post, from_on=make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    fill_post(lead, post, later.person, HoldingKind.COVER, make.LONG_AGO)
    assert sees(by_user(before), action) and not sees(by_user(later), action)
    told = Guard.objects.get(pk=plan.guard_id)
    addresses = addresses_to_tell(told, None, timezone.localdate())
    assert before.email in addresses and later.email not in addresses
    guarding.let_in(officer, told.reference, later.person, make.LONG_AGO)
    assert sees(by_user(later), action)
    Involvement.objects.filter(person=later.person).delete()
    guarding.unseal(officer, told.reference, "The review has ended")
    assert sees(by_user(later), action)
    guarding.seal(officer, told.reference, "Another colleague is named")
    assert sees(by_user(later), action)


def test_a_share_made_behind_a_seal_is_as_closed_to_new_holders_as_the_first(plan, officer):
    post = make.post("Duty officer", make.person())
    Involvement.objects.create(guard=plan.guard, post=post, from_on=make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    first = Guard.objects.get(pk=plan.guard_id)
    beside = guard_beside(first, make.agency("Fenmarsh Trust", kind=AgencyKind.HEALTH))
    assert beside.sealed_at == first.sealed_at is not None


def test_an_older_installation_learns_since_when_its_seals_and_holdings_stand(sealed):
    post, began = make.post("Duty officer"), dt.date(2024, 2, 29)
    held = post.holdings.create(person=make.person(), from_on=began)
    odd = Guard.objects.create(agency=make.agency(), is_sealed=True)
    Guard.objects.filter(pk=sealed.pk).update(sealed_at=None)
    step = importlib.import_module("joinedup.access.migrations.0007_moments_of_seals")
    step.seals_that_stand(apps, None)
    step.holdings_from_their_first_day(apps, None)
    held.refresh_from_db()
    assert held.since_at == make.moment(began)
    assert Guard.objects.get(pk=sealed.pk).sealed_at == Sealing.objects.get(guard=sealed).at
    assert Guard.objects.get(pk=odd.pk).sealed_at is not None


def test_somebody_let_out_sees_a_sealed_record_no_more(action, sealed, lead, worker):
    guarding.let_in(lead, sealed.reference, make.person("Nia New"), make.LONG_AGO)
    works = Involvement.objects.get(guard=sealed, person=worker.person)
    guarding.let_out(lead, sealed.reference, works.pk)
    assert not sees(by_user(worker), action)
    with pytest.raises(Refused):
        guarding.let_out(lead, sealed.reference, works.pk)


def test_nobody_lets_themselves_in(sealed, lead):
    with pytest.raises(Problem, match="Somebody else"):
        guarding.let_in(lead, sealed.reference, lead.user.person, make.LONG_AGO)


def test_work_that_begins_tomorrow_opens_nothing_today(action, sealed, lead, manager):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    guarding.let_in(lead, sealed.reference, manager.user.person, tomorrow)
    assert not sees(manager, action)
    assert not may_touch(fresh(manager).user, May.READ_PLANS, sealed.pk)


def test_a_conflict_of_interest_closes_even_what_one_owns(action, plan, lead, officer):
    owner = make.account(Role.ACTION_OWNER)
    mine = make.owned(lead, plan, owner.person)
    assert sees(by_user(owner), mine)
    noted = guarding.note_conflict(officer, plan.guard.reference, owner.person, "Her sister")
    assert not sees(by_user(owner), mine)
    assert not may_touch(
        fresh(by_user(owner)).user, May.UPDATE_ACTIONS, plan.guard_id, mine.reference
    )
    with pytest.raises(Problem, match="noted already"):
        guarding.note_conflict(officer, plan.guard.reference, owner.person, "Her sister")
    guarding.end_conflict(officer, plan.guard.reference, noted.pk, "Moved away")
    assert sees(by_user(owner), mine)
    with pytest.raises(Problem, match="ended already"):
        guarding.end_conflict(officer, plan.guard.reference, noted.pk, "Moved away")
    assert verbs(plan.guard.reference)[-2:] == ["access.note_conflict", "access.end_conflict"]


def test_a_conflict_holds_where_the_work_was_noted_behind_another_guard(plan, lead):
    """An involvement left over from another guard must not carry past a conflict."""
    other = make.agency("Fenmarsh Trust", kind="health")
    owner = make.account(Role.ACTION_OWNER, of=make.agency("Third Trust", kind="health"))
    mine = make.owned(lead, plan, owner.person, agency=other)
    elsewhere = Guard.objects.create(agency=other, about="PL-OTHER")
    Involvement.objects.filter(item=mine.reference).update(guard=elsewhere)
    Conflict.objects.create(guard=mine.guard, person=owner.person, reason="Her sister")
    assert not sees(by_user(owner), mine)


def test_somebody_with_a_conflict_cannot_set_access_there(plan, lead, officer):
    guarding.note_conflict(lead, plan.guard.reference, lead.user.person, "My brother's school")
    noted = Conflict.objects.get()
    with pytest.raises(Refused):
        guarding.end_conflict(fresh(lead), plan.guard.reference, noted.pk, "Never mind")
    assert not guards_shown(fresh(lead).user).filter(pk=plan.guard_id).exists()
    assert guards_shown(officer.user).filter(pk=plan.guard_id).exists()


def test_somebody_with_a_conflict_is_not_let_in(plan, lead, worker):
    guarding.note_conflict(lead, plan.guard.reference, worker.person, "Her sister")
    with pytest.raises(Problem, match="End that first"):
        guarding.let_in(lead, plan.guard.reference, worker.person, make.LONG_AGO)


@pytest.mark.parametrize(
    "role", [r for r in Role if r not in {"safeguarding_lead", "information_governance"}]
)
def test_other_roles_set_no_access(sealed, worker, role):
    by = actor(role)
    works = Involvement.objects.get(guard=sealed, item="")
    noted = Conflict.objects.create(guard=sealed, person=make.person(), reason="Her sister")
    for refused in (
        lambda: guarding.seal(by, sealed.reference, "Why"),
        lambda: guarding.unseal(by, sealed.reference, "Why"),
        lambda: guarding.note_conflict(by, sealed.reference, worker.person, "Why"),
        lambda: guarding.end_conflict(by, sealed.reference, noted.pk, "Why"),
        lambda: guarding.let_in(by, sealed.reference, make.person(), make.LONG_AGO),
        lambda: guarding.let_out(by, sealed.reference, works.pk),
        lambda: guard_record(by, sealed.reference, timezone.localdate()),
    ):
        with pytest.raises(Refused):
            refused()
    assert Guard.objects.get(pk=sealed.pk).is_sealed
    assert not Entry.objects.filter(by_ref=by.ref).exists()


def test_an_absent_guard_is_refused_like_one_out_of_reach(lead):
    with pytest.raises(Refused):
        guarding.seal(lead, "GU-2026-0000000", "Why")


def test_a_council_cannot_allow_more_than_a_day(sealed, plan, manager, monkeypatch):
    monkeypatch.setattr(emergency, "limit", lambda code: 90 * 3_600)
    made = emergency.break_glass(manager, plan.reference, WHY, SITE)[0]
    assert made.expires_at - made.opened_at == dt.timedelta(hours=24)


def test_link_holders_touch_nothing_behind_a_guard(plan):
    class OpenLink:
        reference = "LI-2026-0000000"

    with pytest.raises(Refused):
        guarding.seal(by_link(OpenLink), plan.guard.reference, "Why")


def test_jobs_of_the_system_may_act(sealed):
    guarding.unseal(system("daily"), sealed.reference, "The end date has come")
    assert not Guard.objects.get(pk=sealed.pk).is_sealed


def test_posts_work_on_sealed_records_while_they_are_held(action, sealed):
    holder = make.account(Role.ACTION_OWNER)
    post = Post.objects.create(title="Duty officer", agency=make.agency())
    Involvement.objects.create(guard=sealed, post=post, from_on=make.LONG_AGO)
    assert not sees(by_user(holder), action)
    held = make.hold(post, holder.person)
    assert sees(by_user(holder), action)
    held.to_on = timezone.localdate() - dt.timedelta(days=1)
    held.save()
    assert not sees(by_user(holder), action)
