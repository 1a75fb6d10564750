"""Questions about what does not fit, assurances, and whom a question goes to."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import EvidenceKind, LinkKind
from joinedup.assurance.models import Assurance, Challenge, Doubt, Update
from joinedup.assurance.queries.doubting import doubts
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import system
from joinedup.clocks.models import Clock
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.timedelta(days=1)
DAILY = system("daily")
WORDS = "Give every licensed driver training on the signs of exploitation"


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def plan(lead):
    return made.plan(lead)


@pytest.fixture
def auditor():
    return by_user(made.account(Role.AUDITOR, name="Otis"))


def look(on=TODAY):
    return actions.look_for_doubts(DAILY, today=on)


@pytest.fixture
def silent(lead, plan):
    """Overdue since a month, and nothing said."""
    early = TODAY - 60 * DAY
    return made.added(lead, plan, due_on=TODAY - 30 * DAY, today=early)


def test_a_question_is_asked_once_and_goes_when_it_is_no_longer_so(lead, silent):
    assert look() == 1
    assert look(TODAY + DAY) == 0
    asked = Doubt.objects.get()
    assert (asked.kind, asked.state, asked.asked_of) == ("unsaid", "open", lead.user.person)
    actions.add_update(lead, silent.reference, "Nearly there", today=TODAY)
    gone = Doubt.objects.get()
    assert (gone.state, gone.gone_on) == ("gone", TODAY)
    assert look(TODAY + DAY) == 0
    assert Doubt.objects.get().state == "gone"


def test_what_was_said_of_an_earlier_day_leaves_the_question(lead, silent):
    look()
    early = TODAY - 40 * DAY
    actions.add_update(lead, silent.reference, "Begun", today=TODAY, effective_on=early)
    assert Doubt.objects.get().state == "open"


def test_the_question_that_is_answered_is_answered_and_not_gone(lead, silent):
    look()
    asked = Doubt.objects.get()
    actions.answer_doubt(lead, asked.reference, "It waits for the court", today=TODAY)
    asked.refresh_from_db()
    assert (asked.state, asked.gone_on) == ("answered", None)
    assert look(TODAY + DAY) == 0


def test_an_answer_joins_the_thread_and_stops_the_asking_until_the_facts_change(lead, plan):
    row = made.added(lead, plan, due_text="Monthly", title="Report to the board")
    actions.declare_complete(lead, row.reference, "Last one sent", today=TODAY)
    assert look() == 1
    asked = Doubt.objects.get()
    actions.answer_doubt(lead, asked.reference, "It is right because the board ended", today=TODAY)
    asked.refresh_from_db()
    assert (asked.state, asked.answered_on) == ("answered", TODAY)
    last = Update.objects.filter(action=row).order_by("number").last()
    assert (last.kind, last.words) == ("answer", "It is right because the board ended")
    assert "comes back: monthly" in last.reason
    assert look(TODAY + DAY) == 0
    with pytest.raises(Problem, match="answered already"):
        actions.answer_doubt(lead, asked.reference, "Again", today=TODAY)
    actions.reopen(lead, row.reference, "Not so", today=TODAY)
    actions.declare_complete(lead, row.reference, "The rest will follow", today=TODAY)
    assert look(TODAY + 2 * DAY) == 1
    assert Doubt.objects.filter(state="open").get().kind == "future"


def test_what_came_back_is_asked_again(lead, silent):
    look()
    Doubt.objects.update(state="gone", gone_on=TODAY)
    assert look(TODAY + DAY) == 1
    assert Doubt.objects.get().state == "open"


def test_the_owner_is_asked_else_who_holds_the_post_else_a_lead(lead, plan):
    owner, holder = made.person("Olu"), made.person("Hal")
    early, given = TODAY - 60 * DAY, {"due_on": TODAY - 30 * DAY}
    rows = [
        made.owned(lead, plan, owner, today=early, **given),
        made.owned(lead, plan, made.post("Desk", holder), today=early, **given),
        made.added(lead, plan, today=early, **given),
    ]
    look()
    asked = {one.action_id: one.asked_of for one in Doubt.objects.select_related("asked_of")}
    assert [asked[row.pk] for row in rows] == [owner, holder, lead.user.person]


def test_who_is_asked_by_name_may_answer_and_others_who_only_read_may_not(lead, plan, auditor):
    reader = made.account(Role.ACTION_OWNER, name="Rae")
    row = made.owned(lead, plan, reader.person, due_on=TODAY - 30 * DAY, today=TODAY - 60 * DAY)
    look()
    asked = Doubt.objects.get()
    with pytest.raises(Refused):
        actions.answer_doubt(auditor, asked.reference, "Because", today=TODAY)
    with pytest.raises(Problem, match="Write why"):
        actions.answer_doubt(by_user(reader), asked.reference, " ", today=TODAY)
    actions.answer_doubt(by_user(reader), asked.reference, "Ill for a month", today=TODAY)
    assert made.now(row).updated_on == TODAY
    with pytest.raises(Refused):
        actions.answer_doubt(lead, "DO-2026-0000000", "Because", today=TODAY)


def test_only_the_daily_job_and_those_who_edit_plans_look(auditor):
    with pytest.raises(Refused):
        actions.look_for_doubts(auditor, today=TODAY)


def test_a_question_on_two_plans_names_nothing_to_who_may_not_read_both(lead, plan):
    police = made.agency("Fenside Police", kind=AgencyKind.POLICE)
    theirs = made.plan(lead, "Plan of the police", agency=police)
    mine = made.owned(lead, plan, made.agency(), title=WORDS, due_on=TODAY + 9 * DAY)
    other = made.owned(lead, theirs, police, title=WORDS, due_on=TODAY + 20 * DAY)
    assert look() == 1
    asked = Doubt.objects.get()
    assert (asked.kind, {asked.action_id, asked.other_id}) == ("two_plans", {mine.pk, other.pk})
    assert "Fenside" not in str(asked.facts)
    narrow = made.account(Role.ACTION_OWNER, of=police)
    assert doubts(narrow, "", is_mine=False, state="open") == []
    [seen] = doubts(lead.user, "", is_mine=False, state="open")
    assert "Plan of the police" in seen.words or "Safeguarding action plan" in seen.words


def test_linked_rows_need_no_like_words(lead, plan):
    second = made.plan(lead, "Second plan")
    one = made.added(lead, plan, "Vet drivers", due_on=TODAY + 9 * DAY)
    two = made.added(lead, second, "Licences", due_on=TODAY + 10 * DAY)
    actions.link_actions(lead, one.reference, two.reference, LinkKind.SAME_DUTY)
    assert look() == 1


def test_looking_takes_as_many_statements_for_many_actions_as_for_few(lead, plan):
    def counted(on):
        with CaptureQueriesContext(connection) as caught:
            look(on)
        told = [one["sql"].split()[0].upper() for one in caught.captured_queries]
        return [word for word in told if word not in ("SAVEPOINT", "RELEASE")]

    early = TODAY - 60 * DAY
    for number in range(3):
        made.added(lead, plan, f"Action {number}", due_on=TODAY - 30 * DAY, today=early)
    first = counted(TODAY)
    for number in range(30):
        made.added(lead, plan, f"Deed {number}", due_on=TODAY - 30 * DAY, today=early)
    assert len(counted(TODAY)) == len(first)
    assert len(counted(TODAY + DAY)) < len(first)


def test_the_database_knows_no_answer_without_words(lead, silent):
    look()
    with pytest.raises(IntegrityError), transaction.atomic():
        Doubt.objects.update(state="answered")


# questions by people


def test_a_question_has_somebody_to_answer_and_a_clock(lead, plan, auditor):
    holder = made.person("Hal")
    row = made.owned(lead, plan, made.post("Desk", holder))
    due = TODAY + 10 * DAY
    first = actions.challenge(auditor, row.reference, "How many?", due, today=TODAY)
    second = actions.challenge(auditor, row.reference, "Who?", due, today=TODAY)
    assert first.answer_by_person == holder
    clock = Clock.objects.get(about=row.reference, kind="answer")
    assert (clock.due_on, clock.owes_person, clock.outcome) == (due, holder, "open")
    actions.answer(lead, first.reference, "Nine", today=TODAY)
    clock.refresh_from_db()
    assert clock.outcome == "open"
    actions.answer(lead, second.reference, "Ann", today=due + DAY)
    clock.refresh_from_db()
    assert clock.outcome == "late"
    assert Challenge.objects.filter(answered_on__isnull=True).count() == 0


def test_where_nobody_could_be_asked_somebody_has_to_be_named(lead, plan, auditor):
    row = made.added(lead, plan)
    lead.user.grants.update(to_on=TODAY - DAY)
    with pytest.raises(Problem, match="choose who should answer"):
        actions.challenge(auditor, row.reference, "Who?", TODAY, today=TODAY)


# assurances


@pytest.fixture
def police():
    return made.agency("Fenside Police", kind=AgencyKind.POLICE)


def told(lead, row, police, **given):
    return actions.note_assurance(
        lead,
        row.reference,
        police,
        "Insp. Moss",
        TODAY,
        "All cases are flagged",
        today=TODAY,
        **given,
    )


def test_an_assurance_stands_in_the_thread_and_is_stale_without_evidence(
    lead, plan, police, auditor
):
    row = made.added(lead, plan)
    said = told(lead, row, police)
    assert said.good_until == dt.date(2027, 6, 15)
    last = Update.objects.filter(action=row).order_by("number").last()
    assert (last.kind, last.told_id) == ("told", said.pk)
    assert "Fenside Police assures us, through Insp. Moss" in last.words
    with pytest.raises(Problem, match="It is stale"):
        actions.accept_assurance(auditor, said.reference, today=TODAY)
    note = NewEvidence(EvidenceKind.NOTE, TODAY, "Audit of flags")
    piece = actions.add_evidence(lead, row.reference, note, today=TODAY)
    actions.rest_assurance(lead, said.reference, piece.reference, today=TODAY)
    actions.accept_assurance(auditor, said.reference, today=TODAY)
    kept = Assurance.objects.get()
    assert (kept.accepted_by, kept.accepted_on) == (auditor.user, TODAY)
    other = actions.add_evidence(lead, row.reference, note, today=TODAY)
    actions.rest_assurance(lead, said.reference, other.reference, today=TODAY)
    assert Assurance.objects.get().accepted_on is None


def test_neither_who_wrote_it_down_nor_its_own_organisation_accepts(lead, plan, police):
    row = made.added(lead, plan)
    note = NewEvidence(EvidenceKind.NOTE, TODAY, "Audit of flags")
    piece = actions.add_evidence(lead, row.reference, note, today=TODAY)
    said = told(lead, row, police, evidence=piece.reference)
    with pytest.raises(Problem, match="wrote it down"):
        actions.accept_assurance(lead, said.reference, today=TODAY)
    theirs = by_user(made.account(Role.AUDITOR, of=police))
    with pytest.raises(Problem, match="Nobody of the organisation"):
        actions.accept_assurance(theirs, said.reference, today=TODAY)
    late = by_user(made.account(Role.AUDITOR))
    with pytest.raises(Problem, match="It is stale"):
        actions.accept_assurance(late, said.reference, today=TODAY + 400 * DAY)


def test_evidence_of_another_action_carries_no_assurance(lead, plan, police):
    row, other = made.added(lead, plan), made.added(lead, plan, "Another")
    note = NewEvidence(EvidenceKind.NOTE, TODAY, "Elsewhere")
    piece = actions.add_evidence(lead, other.reference, note, today=TODAY)
    with pytest.raises(Problem, match="evidence of this action"):
        told(lead, row, police, evidence=piece.reference)
    said = told(lead, row, police)
    for wrong in ("", piece.reference):
        with pytest.raises(Problem):
            actions.rest_assurance(lead, said.reference, wrong, today=TODAY)


@pytest.mark.parametrize(
    ("by", "on", "words", "match"),
    [
        (" ", TODAY, "So", "who told us"),
        ("A", TODAY + DAY, "So", "future"),
        ("A", TODAY, " ", "what we are told"),
    ],
)
def test_an_assurance_needs_name_day_and_words(lead, plan, police, by, on, words, match):
    row = made.added(lead, plan)
    with pytest.raises(Problem, match=match):
        actions.note_assurance(lead, row.reference, police, by, on, words, today=TODAY)
    assert Assurance.objects.count() == 0


def test_an_assurance_ends_with_a_reason_and_then_rests(lead, plan, police, auditor):
    said = told(lead, made.added(lead, plan), police)
    with pytest.raises(Refused):
        actions.end_assurance(auditor, said.reference, "Old", today=TODAY)
    with pytest.raises(Problem, match="Say why"):
        actions.end_assurance(lead, said.reference, " ", today=TODAY)
    actions.end_assurance(lead, said.reference, "Replaced", today=TODAY)
    with pytest.raises(Problem, match="has been ended"):
        actions.end_assurance(lead, said.reference, "Again", today=TODAY)
    with pytest.raises(Refused):
        actions.note_assurance(
            auditor, said.action.reference, police, "A", TODAY, "So", today=TODAY
        )


def test_the_database_accepts_no_assurance_without_evidence(lead, plan, police):
    told(lead, made.added(lead, plan), police)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assurance.objects.update(accepted_on=TODAY, accepted_by=lead.user)
