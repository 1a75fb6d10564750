"""Ways round a guard that are closed: filters that name, sources shown through what answers them,
documents of imports, and owners who judge or agree their own work."""

import pytest

from joinedup.access.actions import guards as guarding
from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Guard
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.actions.confirm_import import Taking, confirm_import
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.actions.imports import add_steps
from joinedup.assurance.choices import EvidenceKind, Proof, SourceKind, StatementKind
from joinedup.assurance.models.imports import PlanImport
from joinedup.assurance.queries.imports import import_to_check, lately_ended
from joinedup.assurance.queries.listing import choices_for
from joinedup.assurance.queries.plans import shown_plan
from joinedup.assurance.queries.thread import action_thread
from joinedup.assurance.rules.checking import make_step
from joinedup.assurance.rules.look import Look
from joinedup.assurance.rules.problem import Problem
from joinedup.files.models import StoredFile
from joinedup.files.queries import file_to_send
from tests.actions.governance_cases import actor, fresh
from tests.factories import assurance as make
from tests.factories import imports as papers

pytestmark = pytest.mark.django_db
TODAY = make.TODAY


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def trust():
    return make.agency("Fenmarsh Trust", kind=AgencyKind.HEALTH)


def named(by):
    found = choices_for(fresh(by).user, Look(), TODAY)
    return {words for kind in (found.people, found.posts, found.agencies) for _, words in kind}


def test_the_filters_name_nobody_of_rows_that_are_not_the_readers(lead, plan, trust):
    make.owned(lead, plan, make.person("Olive Open"))
    make.owned(lead, plan, make.person("Tess Trust", trust))
    make.owned(lead, plan, make.post("Ward manager", of=trust))
    owner = actor(Role.ACTION_OWNER)
    assert named(owner) == {"Olive Open", "Marlow Vale Council"}
    theirs = {"Tess Trust", "Ward manager", "Fenmarsh Trust"}
    assert named(lead) == {"Olive Open", "Marlow Vale Council", *theirs}


def test_the_filters_name_nobody_of_sealed_rows_but_to_those_who_work_there(
    officer, lead, plan, worker
):
    make.owned(lead, plan, make.person("Sandy Sealed"))
    guarding.let_in(officer, plan.guard.reference, worker.person, make.LONG_AGO)
    assert "Sandy Sealed" in named(lead)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    assert named(lead) == set()
    assert "Sandy Sealed" in named(by_user(worker))


def test_the_filters_name_those_of_a_row_of_ones_own(lead, plan, trust):
    partner = actor(Role.PARTNER, name="Pia Partner", of=trust)
    home = make.agency()
    action = make.owned(lead, plan, partner.user.person, agency=home)
    make.owned(lead, plan, make.person("Olive Open"))
    assert action.guard.agency == home
    assert "Pia Partner" in named(partner)
    assert "Olive Open" not in named(partner)


def test_a_private_source_is_not_shown_through_the_actions_and_plans_that_answer_it(lead, trust):
    private = actions.add_source(lead, "Hushed audit", SourceKind.INQUIRY, private_to=trust)
    said = actions.add_statement(lead, private, "Nobody looked", StatementKind.FINDING)
    plan = make.plan(lead, source=private)
    action = make.added(lead, plan)
    actions.link_statement(lead, action.reference, said)
    owner = actor(Role.ACTION_OWNER)
    thread = action_thread(owner, action.reference, TODAY)
    assert thread.statements == ()
    assert thread.action.plan.source is None
    assert shown_plan(owner.user, plan.reference).source is None
    theirs = action_thread(lead, action.reference, TODAY)
    assert theirs.statements == (said,)
    assert theirs.action.plan.source == private
    assert shown_plan(lead.user, plan.reference).source == private


def test_the_document_of_an_import_opens_to_those_who_may_import(lead):
    taken = papers.opened(lead)
    owner = actor(Role.ACTION_OWNER)
    assert file_to_send(lead, taken.file.reference).size > 0
    with pytest.raises(Refused):
        file_to_send(owner, taken.file.reference)


def test_the_document_of_a_confirmed_import_is_sealed_with_its_plan(officer, worker):
    lead = make.lead("Ada Marsh")
    taken = papers.opened(lead)
    add_steps(lead, taken.reference, [make_step("accept_plan", at="0")])
    done = add_steps(
        lead, taken.reference, [make_step("owner", at="Bo Lindqvist", to="new_person")]
    )
    chosen = Taking(0, "Safeguarding action plan 2026", dated_on=TODAY)
    (plan,) = confirm_import(lead, taken.reference, [chosen], done.version, today=TODAY)
    assert file_to_send(lead, taken.file.reference).size > 0
    guarding.let_in(officer, plan.guard.reference, worker.person, make.LONG_AGO)
    guarding.seal(officer, plan.guard.reference, "Names a colleague")
    with pytest.raises(Refused):
        file_to_send(fresh(lead), taken.file.reference)


def test_an_owner_through_a_post_judges_no_evidence_of_their_own(lead, plan):
    auditor, other = actor(Role.AUDITOR), actor(Role.AUDITOR)
    action = make.owned(lead, plan, make.post("Duty officer", auditor.user.person))
    note = NewEvidence(EvidenceKind.NOTE, TODAY, "Minutes of the board")
    evidence = actions.add_evidence(lead, action.reference, note, today=TODAY)
    with pytest.raises(Problem, match="other than the owner"):
        actions.judge_evidence(auditor, evidence.reference, "Good", today=TODAY)
    judged = actions.judge_evidence(other, evidence.reference, "It shows it", today=TODAY)
    assert judged.judged_by == other.user


@pytest.mark.parametrize("through", ["person", "post"])
def test_an_owner_agrees_no_completion_of_their_own_but_by_a_meetings_minute(lead, plan, through):
    second = actor(Role.SAFEGUARDING_LEAD)
    mine = second.user.person
    owner = mine if through == "person" else make.post("Duty officer", mine)
    action = make.owned(lead, plan, owner, needs_agreement=True)
    actions.declare_complete(lead, action.reference, "All done", today=TODAY)
    with pytest.raises(Problem, match="You own this action"):
        actions.agree(second, action.reference, today=TODAY)
    actions.agree(second, action.reference, today=TODAY, minute="Board, 4 June 2026, item 3")
    assert make.now(action).proof == Proof.AGREED


def test_a_seal_on_any_plan_of_a_document_closes_the_document():
    lead = make.lead("Ada Marsh")
    found = papers.opened(lead)
    first, second = (make.plan(lead, title) for title in ("First plan", "Second plan"))
    PlanImport.objects.filter(pk=found.pk).update(
        state="confirmed", guard=first.guard, ended_by=lead.user
    )
    StoredFile.objects.filter(pk=found.file.pk).update(guard=first.guard)
    found.plans.set([first, second])
    assert import_to_check(lead, found.reference).pk == found.pk
    assert file_to_send(lead, found.file.reference).name == "plan.docx"
    Guard.objects.filter(pk=second.guard_id).update(is_sealed=True)
    assert list(lately_ended(lead.user)) == []
    with pytest.raises(Refused):
        import_to_check(lead, found.reference)
    with pytest.raises(Refused):
        file_to_send(lead, found.file.reference)
