"""The last days of papers: their clocks, who owes them, reminders of them."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.models import Person, User
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import owed_above
from joinedup.notices.models import Notice
from joinedup.papers import actions
from joinedup.papers.models import Paper, PaperReminder
from joinedup.papers.queries.making import desk_of
from joinedup.papers.queries.owed import reminders_of
from tests.factories import assurance as make
from tests.factories import papers

pytestmark = pytest.mark.django_db
TODAY, MEETING = papers.TODAY, papers.MEETING
OUT, CLEARED = dt.date(2026, 7, 14), dt.date(2026, 7, 9)
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return make.lead("Ada Lead")


def again(paper):
    return Paper.objects.get(pk=paper.pk)


def front(by, paper, today=TODAY, **wanted):
    return actions.edit_front(by, paper.reference, again(paper).version, wanted, today=today)


def running(paper):
    found = Clock.objects.filter(about=paper.reference, outcome=Outcome.OPEN)
    return dict(found.values_list("kind", "due_on"))


def ended(paper, kind):
    found = Clock.objects.filter(about=paper.reference, kind=kind).exclude(outcome=Outcome.OPEN)
    return list(found.order_by("pk").values_list("outcome", "end_code"))


def test_clocks_start_with_the_day_of_the_meeting_and_move_with_it(lead):
    paper = papers.started(lead)
    assert running(paper) == {}
    front(lead, paper, meeting_on=MEETING)
    assert running(paper) == {ClockKind.PAPER_OUT: OUT, ClockKind.PAPER_CLEARED: CLEARED}
    clock = Clock.objects.get(about=paper.reference, kind=ClockKind.PAPER_OUT)
    assert clock.owes_person == lead.user.person and clock.rule_code == "clock.publication"
    assert clock.rule_hash and clock.guard_id == again(paper).guard_id
    front(lead, paper, purpose="To say how it stands.")
    assert Clock.objects.filter(about=paper.reference).count() == 2
    front(lead, paper, meeting_on=MEETING + 7 * DAY)
    assert running(paper)[ClockKind.PAPER_OUT] == OUT + 7 * DAY
    assert ended(paper, ClockKind.PAPER_OUT) == [(Outcome.CANCELLED, "moved")]
    front(lead, paper, meeting_on=None)
    assert running(paper) == {}


def test_a_key_decision_runs_to_its_notice_until_that_is_given(lead):
    paper = papers.started(lead)
    front(lead, paper, meeting_on=MEETING, is_key="yes")
    assert running(paper)[ClockKind.KEY_NOTICE] == dt.date(2026, 6, 23)
    with pytest.raises(Problem):
        front(lead, paper, key_notice_on=TODAY + DAY)
    front(lead, paper, key_notice_on=TODAY)
    assert ClockKind.KEY_NOTICE not in running(paper)
    assert ended(paper, ClockKind.KEY_NOTICE) == [(Outcome.KEPT, "")]


def test_the_clock_of_a_notice_ends_where_the_decision_is_no_longer_key(lead):
    paper = papers.started(lead)
    front(lead, paper, meeting_on=MEETING, is_key="yes")
    front(lead, paper, is_key="no")
    assert ended(paper, ClockKind.KEY_NOTICE) == [(Outcome.CANCELLED, "ended")]


def test_an_exempt_part_runs_to_its_own_notice(lead):
    paper = papers.started(lead)
    papers.exempted(lead, paper, "The price.")
    front(lead, paper, meeting_on=MEETING)
    assert running(paper)[ClockKind.PRIVATE_NOTICE] == dt.date(2026, 6, 23)


def test_clearing_ends_with_the_last_signature_and_begins_again_with_new_words(lead):
    who = papers.clearer()
    paper = papers.written(lead, papers.started(lead), who)
    actions.name_clearer(lead, paper.reference, who.person, today=TODAY)
    actions.ask_clearance(lead, paper.reference, today=TODAY)
    assert ClockKind.PAPER_CLEARED in running(paper)
    actions.sign(by_user(who), paper.reference, today=TODAY)
    assert ended(paper, ClockKind.PAPER_CLEARED) == [(Outcome.KEPT, "")]
    papers_words = {"heading": "Training", "prose": "Other words."}
    actions.write_section(lead, paper.reference, "training", again(paper).version, **papers_words)
    actions.ask_clearance(lead, paper.reference, today=TODAY)
    assert running(paper)[ClockKind.PAPER_CLEARED] == CLEARED


def signed(lead, who, meeting_on=MEETING):
    """A paper that one person has signed."""
    paper = papers.written(lead, papers.started(lead), who)
    front(lead, paper, meeting_on=meeting_on)
    return papers.cleared(lead, paper, who)


def test_every_change_of_words_undoes_the_clearance_and_its_clock_runs_again(lead):
    who = papers.clearer()
    paper = signed(lead, who)
    code = paper.sections.exclude(fill="").filter(is_on=True).first().code
    for number, act in enumerate(
        (
            lambda: actions.comment_section(lead, paper.reference, code, "Mind the last row"),
            lambda: actions.switch_section(lead, paper.reference, code, False),
            lambda: actions.add_section(lead, paper.reference, "A further matter"),
            lambda: actions.add_background(lead, paper.reference, "The audit of 2024"),
        ),
        1,
    ):
        assert ClockKind.PAPER_CLEARED not in running(paper)
        act()
        assert running(paper)[ClockKind.PAPER_CLEARED] == CLEARED
        papers.cleared(lead, again(paper), who)
        assert ended(paper, ClockKind.PAPER_CLEARED)[number:] == [(Outcome.KEPT, "")]


@pytest.mark.parametrize(("corrected_on", "due_on"), [(CLEARED - DAY, CLEARED), (MEETING, MEETING)])
def test_a_correction_is_signed_again_by_its_day_or_else_at_once(lead, corrected_on, due_on):
    who = papers.clearer()
    paper = papers.published(lead, who)
    actions.correct(lead, paper.reference, "A wrong date", today=corrected_on)
    assert running(paper) == {ClockKind.PAPER_CLEARED: due_on}
    clearing = {one.code: one for one in desk_of(again(paper), corrected_on).deadlines}
    assert not clearing["clock.paper_clearance"].is_past(MEETING + DAY)
    assert not clearing["clock.paper_clearance"].is_late
    actions.ask_clearance(lead, paper.reference, today=corrected_on + 2 * DAY)
    assert running(paper) == {ClockKind.PAPER_CLEARED: due_on}
    actions.sign(by_user(who), paper.reference, today=corrected_on + 2 * DAY)
    assert running(paper) == {}
    assert ended(paper, ClockKind.PAPER_CLEARED)[-1] == (Outcome.LATE, "")


def test_an_exempt_part_runs_to_its_notice_from_when_it_is_made_or_taken_in(lead):
    paper = papers.started(lead, meeting_on=MEETING)
    said = {"heading": "A contract", "prose": "The price.", "is_exempt": True}
    actions.write_section(lead, paper.reference, "training", again(paper).version, **said)
    notice = {ClockKind.PRIVATE_NOTICE: dt.date(2026, 6, 23)}
    assert notice.items() <= running(paper).items()
    actions.switch_section(lead, paper.reference, "training", False)
    assert ClockKind.PRIVATE_NOTICE not in running(paper)
    actions.switch_section(lead, paper.reference, "training", True)
    assert notice.items() <= running(paper).items()


def test_a_notice_given_as_the_meeting_moves_is_judged_by_the_new_day(lead):
    paper = papers.started(lead)
    front(lead, paper, meeting_on=MEETING, is_key="yes")
    late = dt.date(2026, 6, 24)
    front(lead, paper, today=late, meeting_on=MEETING + 14 * DAY, key_notice_on=late)
    assert ended(paper, ClockKind.KEY_NOTICE) == [(Outcome.CANCELLED, "moved"), (Outcome.KEPT, "")]


def test_publishing_ends_the_clock_and_a_withdrawn_paper_runs_to_nothing(lead):
    out = papers.published(lead)
    assert running(out) == {}
    ((how, _),) = ended(out, ClockKind.PAPER_OUT)
    assert how in (Outcome.KEPT, Outcome.LATE)
    given_up = papers.started(lead, meeting_on=MEETING)
    actions.withdraw(lead, given_up.reference, "The meeting was cancelled", today=TODAY)
    assert running(given_up) == {}
    assert ended(given_up, ClockKind.PAPER_OUT) == [(Outcome.CANCELLED, "ended")]


def test_an_exception_pack_for_a_team_is_not_published_in_public(lead):
    pack = papers.started(lead, kind="report.exceptions", meeting_on=MEETING)
    assert running(pack) == {}


def test_whoever_prepares_clears_or_answers_finds_it_among_their_work(lead):
    who = papers.clearer("Cleo Clear")
    paper = papers.started(lead, meeting_on=MEETING)
    actions.assign_implication(lead, paper.reference, "legal", who.person, today=TODAY)
    mine = [(one.deed, one.due_on) for one in owed_above(lead.user, TODAY)]
    assert mine == [("Have it cleared", CLEARED), ("Publish", OUT)]
    asked = owed_above(who, TODAY)
    assert [(one.deed, one.reference) for one in asked] == [("Say what it means", paper.reference)]
    actions.name_clearer(lead, paper.reference, who.person, today=TODAY)
    actions.ask_clearance(lead, paper.reference, today=TODAY)
    assert [one.deed for one in owed_above(who, TODAY)] == ["Say what it means, and sign"]
    assert owed_above(make.account(Role.AUDITOR, name="Sol Stranger"), TODAY) == []


def reminded(today):
    before = set(Notice.objects.values_list("pk", flat=True))
    count = actions.remind(system("daily"), "https://council.example", today=today)
    return count, list(Notice.objects.exclude(pk__in=before).order_by("recipient"))


def test_a_reminder_goes_out_once_a_week_and_names_nobody(lead):
    who = papers.clearer("Cleo Clear")
    paper = papers.started(lead, meeting_on=MEETING, subject="Review of the Larchfield house")
    actions.assign_implication(lead, paper.reference, "legal", who.person, today=TODAY)
    assert reminded(TODAY) == (0, [])
    count, mails = reminded(CLEARED - 3 * DAY)
    assert count == len(mails) == 2
    told = "".join(one.subject + one.body for one in mails)
    assert f"https://council.example/papers/{paper.reference}/" in told
    for word in ("Cleo", "Ada", "Larchfield"):
        assert word not in told
    assert reminded(CLEARED - 3 * DAY) == (0, [])
    assert reminded(CLEARED - 2 * DAY) == (0, [])
    assert PaperReminder.objects.filter(paper=paper, step="before").count() == 2
    assert {(one.about.name, deed) for one, deed in reminders_of(paper)} == {
        ("Cleo Clear", "have it cleared"), ("Ada Lead", "publish"),
    }  # fmt: skip
    count, mails = reminded(CLEARED + 4 * DAY)
    assert "days late" in "".join(one.body for one in mails)


def test_those_who_are_asked_to_clear_it_are_told_once_for_each_text(lead):
    who = papers.clearer("Cleo Clear")
    paper = papers.started(lead, meeting_on=MEETING, subject="Review of the Larchfield house")
    actions.name_clearer(lead, paper.reference, who.person, today=TODAY)
    for _ in range(2):
        actions.ask_clearance(lead, paper.reference, today=TODAY, site="https://x.example/")
    mail = Notice.objects.get(about=paper.reference)
    assert mail.recipient == who.email and "sign by 9 July 2026" in mail.body
    assert f"https://x.example/papers/{paper.reference}/" in mail.body
    assert "Larchfield" not in mail.subject + mail.body


def test_the_manager_hears_of_what_was_not_signed(lead):
    who = papers.clearer("Cleo Clear")
    boss = make.account(Role.SERVICE_MANAGER, name="Bea Boss")
    Person.objects.filter(pk=who.person_id).update(manager=boss.person)
    paper = papers.started(lead, meeting_on=MEETING)
    actions.assign_implication(lead, paper.reference, "legal", who.person, today=TODAY)
    for week in range(4):
        reminded(CLEARED - 3 * DAY + 7 * week * DAY)
    to_boss = Notice.objects.filter(recipient=User.objects.get(pk=boss.pk).email)
    assert to_boss.exists() and "https://" not in to_boss.first().body
    assert "their manager or lead" in to_boss.first().body


def test_only_the_daily_job_and_those_who_prepare_papers_send_reminders(lead):
    with pytest.raises(Refused):
        actions.remind(by_user(make.account(Role.COUNCILLOR)), "", today=TODAY)
    assert actions.remind(lead, "", today=TODAY) == 0
    assert Entry.objects.filter(verb="papers.remind").exists()


def test_an_action_is_named_for_a_risk_and_the_next_paper_brings_both(lead):
    paper = papers.started(lead)
    row = paper.plan_links.get().plan.actions.get()
    risk = actions.add_risk(
        lead, paper.reference, "Staff leave", owner="HR", likelihood=2, impact=5
    )
    actions.name_for_risk(lead, paper.reference, risk.pk, row.reference)
    with pytest.raises(Problem):
        actions.name_for_risk(lead, paper.reference, risk.pk, row.reference)
    other = papers.started(lead).plan_links.get().plan.actions.get()
    with pytest.raises(Problem):
        actions.name_for_risk(lead, paper.reference, risk.pk, other.reference)
    following = papers.started(lead, plans=())
    brought = following.risks.get()
    assert following.follows_id is not None
    assert brought.words != "" and brought.pk != risk.pk
    actions.free_risk(lead, paper.reference, risk.pk, row.reference)
    with pytest.raises(Refused):
        actions.free_risk(lead, paper.reference, risk.pk, row.reference)
    with pytest.raises(Refused):
        actions.name_for_risk(lead, paper.reference, risk.pk + 100, row.reference)
    actions.name_for_risk(lead, paper.reference, risk.pk, row.reference)
    actions.remove_part(lead, paper.reference, "risk", risk.pk)
    assert not paper.risks.exists()


def test_a_stranger_names_no_action_for_a_risk(lead):
    paper = papers.started(lead)
    row = paper.plan_links.get().plan.actions.get()
    risk = actions.add_risk(
        lead, paper.reference, "Staff leave", owner="HR", likelihood=2, impact=5
    )
    stranger = by_user(make.account(Role.AUDITOR, name="Sol Stranger"))
    for deed in (actions.name_for_risk, actions.free_risk):
        with pytest.raises(Refused):
            deed(stranger, paper.reference, risk.pk, row.reference)
