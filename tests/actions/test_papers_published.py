"""Papers published: what blocks it, what is frozen, what is corrected and decided."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.models import Seal
from joinedup.documents.blocks import pieces_of, words_of
from joinedup.files.queries import file_to_send
from joinedup.papers import actions, press
from joinedup.papers.choices import Found, MakingState, State, Verdict
from joinedup.papers.models import Paper, Publication, PublicationJob
from joinedup.papers.queries.making import desk_of, found_in, reports_of
from joinedup.papers.queries.press import made_paper
from joinedup.papers.rules.frozen import frozen, hash_of, thawed
from tests.factories import assurance as make
from tests.factories import papers

pytestmark = pytest.mark.django_db
TODAY = papers.TODAY


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return make.lead("Ada Lead")


@pytest.fixture
def ready(lead):
    return papers.ready(lead)


def again(paper):
    return Paper.objects.get(pk=paper.pk)


def test_nothing_that_is_missing_goes_out(lead):
    paper = papers.started(lead)
    with pytest.raises(Problem) as stopped:
        press.publish(lead, paper.reference, today=TODAY)
    assert stopped.value.words == "Give the paper the committee’s reference."
    assert stopped.value.field == "number"
    words = [one.words for one in desk_of(paper, TODAY).missing]
    assert "Legal: name who answers for this implication" in words
    assert "Name who has to clear the paper" in words


def test_publishing_freezes_the_paper_under_a_seal(lead, ready):
    out = press.publish(lead, ready.reference, today=TODAY, version=ready.version)
    seal = Seal.objects.get(number=out.seal_number)
    report = thawed(out.data)
    assert out.seal_digest == seal.digest and any(seal.digest in one for one in report.footer)
    assert out.data_hash == hash_of({"public": out.data, "exempt": {}})
    assert out.rules["report.update"] == ready.kind_hash
    assert "Words under Introduction." in pieces_of(report)
    assert again(ready).state == State.PUBLISHED and again(ready).published_version == 1
    with pytest.raises(Problem):
        press.publish(lead, ready.reference, today=TODAY)


def test_only_those_who_prepare_papers_publish_answer_correct_and_record(lead, ready):
    for role in (Role.COUNCILLOR, Role.SERVICE_MANAGER, Role.AUDITOR):
        by = by_user(make.account(role))
        for refused in (
            lambda by=by: press.publish(by, ready.reference, today=TODAY),
            lambda by=by: actions.correct(by, ready.reference, "x", today=papers.TODAY),
            lambda by=by: actions.answer_check(
                by, ready.reference, Found.NAME, "x", Verdict.WITHHOLD
            ),
            lambda by=by: actions.record_decision(
                by, ready.reference, "x", decided_on=TODAY, body="x", minute="1", today=TODAY
            ),
        ):
            with pytest.raises(Refused):
                refused()


def test_a_paper_is_made_by_the_worker_and_says_how_far_it_is(lead, ready):
    job = actions.begin_publishing(lead, ready.reference, today=TODAY, version=ready.version)
    with pytest.raises(Problem):
        actions.begin_publishing(lead, ready.reference, today=TODAY)
    press.make(job.pk)
    job.refresh_from_db()
    assert (job.state, job.step, job.steps) == (MakingState.DONE, 3, 4)
    assert again(ready).published_version == 1
    press.make(job.pk)
    assert again(ready).published_version == 1


def test_what_is_stopped_or_breaks_on_the_way_publishes_nothing(lead, ready, monkeypatch):
    job = actions.begin_publishing(lead, ready.reference, today=TODAY)

    def stop(form, report, layout):
        actions.stop_publishing(lead, ready.reference)
        return b"half"

    monkeypatch.setattr("joinedup.papers.queries.press.made_file", stop)
    press.make(job.pk)
    assert PublicationJob.objects.get(pk=job.pk).state == MakingState.STOPPED

    def broken(form, report, layout):
        raise OSError("full disk")

    monkeypatch.setattr("joinedup.papers.queries.press.made_file", broken)
    job = actions.begin_publishing(lead, ready.reference, today=TODAY)
    with pytest.raises(OSError, match="full disk"):
        press.make(job.pk)
    assert PublicationJob.objects.get(pk=job.pk).state == MakingState.FAILED
    assert not Publication.objects.exists() and again(ready).published_version == 0


def test_a_job_without_a_sign_of_life_gives_way_to_the_next(lead, ready):
    first = actions.begin_publishing(lead, ready.reference, today=TODAY)
    long_ago = timezone.now() - dt.timedelta(hours=1)
    PublicationJob.objects.update(state=MakingState.WORKING, beat_at=long_ago)
    second = actions.begin_publishing(lead, ready.reference, today=TODAY)
    press.make(second.pk)
    states = dict(PublicationJob.objects.values_list("pk", "state"))
    assert states == {first.pk: MakingState.FAILED, second.pk: MakingState.DONE}


def test_a_change_while_the_files_are_made_publishes_nothing(lead, ready):
    made = made_paper(lead, ready.reference, today=TODAY, version=0, told=lambda step, steps: None)
    actions.comment_section(lead, ready.reference, "plan_table", "One word more")
    with pytest.raises(Problem) as stopped:
        actions.publish(lead, ready.reference, made, today=TODAY)
    assert "has changed" in stopped.value.words


def test_only_those_who_prepare_papers_begin_or_stop_the_making(lead, ready):
    by = by_user(make.account(Role.SERVICE_MANAGER))
    for refused in (
        lambda: actions.begin_publishing(by, ready.reference, today=TODAY),
        lambda: actions.stop_publishing(by, ready.reference),
    ):
        with pytest.raises(Refused):
            refused()


def test_what_may_be_published_says_why(lead, ready):
    with pytest.raises(Problem) as stopped:
        actions.answer_check(lead, ready.reference, Found.NAME, "Petra Probe", Verdict.FINE)
    assert stopped.value.field == "reason"


def test_a_page_that_was_looked_at_before_a_change_publishes_nothing(lead, ready):
    actions.comment_section(lead, ready.reference, "plan_table", "Look again")
    with pytest.raises(Problem):
        press.publish(lead, ready.reference, today=TODAY, version=ready.version)


def test_a_name_or_small_count_goes_out_only_when_somebody_says_so(lead):
    make.person("Petra Probe")
    who = papers.clearer()
    paper = papers.written(lead, papers.started(lead), who)
    actions.write_section(
        lead, paper.reference, "introduction", again(paper).version,
        heading="Introduction", prose="Petra Probe saw three children and 52 adults.",
    )  # fmt: skip
    paper = papers.cleared(lead, again(paper), who)
    desk = desk_of(paper, TODAY)
    found = {one.finding.found for one in found_in(desk, reports_of(desk, lead.user, TODAY).public)}
    assert {"Petra Probe", "three children"} <= found
    with pytest.raises(Problem):
        press.publish(lead, paper.reference, today=TODAY)
    papers.checked(lead, paper)
    actions.answer_check(lead, paper.reference, Found.NAME, "Petra Probe", Verdict.WITHHOLD)
    actions.answer_check(lead, paper.reference, Found.COUNT, "three children", Verdict.WITHHOLD)
    out = press.publish(lead, paper.reference, today=TODAY)
    words = " ".join(words_of(thawed(out.data)))
    assert "Petra" not in words and "[name withheld]" in words
    assert "fewer than 5 children and 52 adults" in words


def test_an_exempt_section_goes_into_a_file_of_its_own(lead):
    who = papers.clearer()
    paper = papers.written(lead, papers.started(lead), who)
    actions.write_section(
        lead, paper.reference, "training", again(paper).version,
        heading="A contract", prose="The price is 40,000 pounds.", is_exempt=True,
    )  # fmt: skip
    fields = [one.field for one in desk_of(again(paper), TODAY).missing]
    assert {"exempt_paragraph", "exempt_reason"} <= set(fields)
    actions.edit_front(
        lead, paper.reference, again(paper).version,
        {"exempt_paragraph": "p3", "exempt_reason": "The contract is not let yet"}, today=TODAY,
    )  # fmt: skip
    paper = papers.cleared(lead, again(paper), who)
    papers.checked(lead, paper)
    out = press.publish(lead, paper.reference, today=TODAY)
    public, exempt = thawed(out.data), thawed(out.exempt)
    assert "40,000" not in " ".join(words_of(public))
    assert "Paragraph 3" in " ".join(words_of(public))
    assert "40,000" in " ".join(words_of(exempt)) and exempt.marking.startswith("EXEMPT")
    assert any(
        one.code == "clock.notice_of_private_meeting" for one in desk_of(paper, TODAY).deadlines
    )


def test_a_sealed_plan_stands_in_no_paper(lead, ready):
    plan = ready.plan_links.get().plan
    plan.guard.is_sealed = True
    plan.guard.save()
    with pytest.raises(Problem) as stopped:
        press.publish(lead, ready.reference, today=TODAY)
    assert stopped.value.field == "plans"


def test_after_the_last_day_a_paper_needs_its_reason_for_urgency(lead, ready):
    late = papers.MEETING - dt.timedelta(days=3)
    with pytest.raises(Problem) as stopped:
        press.publish(lead, ready.reference, today=late)
    assert stopped.value.field == "urgency"


def test_a_correction_makes_a_new_version_and_the_first_one_stays(lead, ready):
    first = press.publish(lead, ready.reference, today=TODAY)
    with pytest.raises(Problem):
        actions.correct(lead, ready.reference, " ", today=papers.TODAY)
    actions.correct(lead, ready.reference, "The date of the audit was wrong.", today=papers.TODAY)
    assert again(ready).state == State.DRAFT and again(ready).published_version == 1
    papers.cleared(lead, again(ready), ready.clearances.get().person.user)
    papers.checked(lead, again(ready))
    second = press.publish(lead, ready.reference, today=TODAY)
    assert second.version == 2 and second.reason == "The date of the audit was wrong."
    assert Publication.objects.get(pk=first.pk).data == first.data
    assert "Corrected: The date of the audit was wrong. As known" in thawed(second.data).footer[0]
    with pytest.raises(Problem):
        actions.withdraw(lead, ready.reference, "Too late for that", today=TODAY)


def test_a_snapshot_makes_the_same_report_again(lead, ready):
    out = press.publish(lead, ready.reference, today=TODAY)
    kept = Publication.objects.get(pk=out.pk)
    report = thawed(kept.data)
    assert frozen(report) == kept.data
    assert words_of(thawed(frozen(report))) == words_of(report)


def test_what_was_decided_is_kept_once_with_body_and_minute(lead):
    who = papers.clearer()
    paper = papers.started(lead, "report.decision")
    yes = actions.add_option(lead, paper.reference, "Approve the plan.", True)
    actions.add_option(lead, paper.reference, "Do not approve it.")
    actions.add_consultation(lead, paper.reference, "Panel", "They agree.", held_on=TODAY)
    actions.edit_front(
        lead, paper.reference, again(paper).version,
        {"recommendation": "That the plan is approved."}, today=TODAY,
    )  # fmt: skip
    paper = papers.cleared(lead, papers.written(lead, again(paper), who), who)
    papers.checked(lead, paper)
    said = {"decided_on": TODAY, "body": "Cabinet", "minute": "Minute 14", "today": TODAY}
    said["outcome"] = "approved"
    with pytest.raises(Problem):
        actions.record_decision(lead, paper.reference, "", option=yes.pk, **said)
    press.publish(lead, paper.reference, today=TODAY)
    for wrong in (
        {"decided_on": TODAY + dt.timedelta(days=1), "option": yes.pk},
        {"minute": " ", "option": yes.pk},
        {"option": None},
        {"decided_on": TODAY - dt.timedelta(days=1), "option": yes.pk},
        {"body": "Cllr Rita Moss", "option": yes.pk},
        {"body": "Ada Lead", "option": yes.pk},
    ):
        with pytest.raises(Problem):
            actions.record_decision(lead, paper.reference, "", **{**said, **wrong})
    with pytest.raises(Refused):
        actions.record_decision(lead, paper.reference, "", option=10**9, **said)
    made = actions.record_decision(lead, paper.reference, "", option=yes.pk, **said)
    assert made.words == "Approve the plan." and made.option == yes
    with pytest.raises(Problem):
        actions.record_decision(lead, paper.reference, "Other", option=None, **said)


def test_files_of_a_paper_are_served_by_its_own_doors_alone(lead, ready):
    out = press.publish(lead, ready.reference, today=TODAY)
    for kept in out.files.select_related("file"):
        assert kept.sha256 == kept.file.sha256
        with pytest.raises(Refused):
            file_to_send(lead, kept.file.reference)
