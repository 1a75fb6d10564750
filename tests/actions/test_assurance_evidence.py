"""Evidence, questions, messages, files, sources."""

import datetime as dt
import os
import time

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import Answer, Claim, EvidenceKind, Proof, StatementKind
from joinedup.assurance.models import Challenge, Evidence, Response, Source, Update
from joinedup.assurance.queries import responses, source_page, sources
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.documents.mail import Attachment, Mail
from joinedup.files import actions as files
from joinedup.files import storage
from joinedup.files.models import StoredFile
from joinedup.files.queries import damaged, file_to_send
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def action(lead):
    return made.added(lead, made.plan(lead))


def note(words="Minutes of the board", **given):
    return NewEvidence(EvidenceKind.NOTE, TODAY, words, **given)


def test_evidence_turns_a_declaration_into_something_shown(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    evidence = actions.add_evidence(lead, action.reference, note(), today=TODAY)
    assert made.now(action).proof == Proof.EVIDENCED
    actions.withdraw_evidence(lead, evidence.reference, "Wrong minutes", today=TODAY)
    row = made.now(action)
    assert (row.proof, row.evidence_count) == (Proof.DECLARED, 0)
    assert Evidence.objects.get().withdrawn_reason == "Wrong minutes"
    kinds = Update.objects.filter(action=action, kind="evidence")
    assert [one.evidence for one in kinds] == [evidence, evidence]


def test_what_made_a_difference_does_not_show_that_it_was_done(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    impact = note(claim=Claim.DIFFERENCE)
    actions.add_evidence(lead, action.reference, impact, today=TODAY)
    assert made.now(action).proof == Proof.DECLARED


@pytest.mark.parametrize(
    "bad",
    [
        NewEvidence(EvidenceKind.LINK, TODAY, link="javascript:alert(1)"),
        NewEvidence(EvidenceKind.NOTE, TODAY, " "),
        NewEvidence(EvidenceKind.NOTE, TODAY + DAY, "Soon"),
        NewEvidence(EvidenceKind.NOTE, TODAY, "Old", expires_on=TODAY - DAY),
        NewEvidence(EvidenceKind.FILE, TODAY, "No file"),
    ],
)
def test_unfit_evidence_is_refused_and_nothing_is_kept(lead, action, bad):
    with pytest.raises(Problem):
        actions.add_evidence(lead, action.reference, bad, today=TODAY)
    assert not Evidence.objects.exists()


def test_evidence_of_a_continuing_duty_runs_out(lead):
    duty = made.added(lead, made.plan(lead), recurrence="annual", start_on=TODAY)
    evidence = actions.add_evidence(lead, duty.reference, note(), today=TODAY)
    assert evidence.expires_on == dt.date(2027, 6, 15)
    assert made.now(duty).evidence_until == dt.date(2027, 6, 15)


def test_a_file_is_kept_with_its_hash_and_sent_as_an_attachment(lead, action, client):
    new = NewEvidence(EvidenceKind.FILE, TODAY, "Signed policy")
    evidence = actions.add_evidence_file(
        lead, action.reference, "../poli\u202ecy.pdf", b"%PDF-1.7", new, today=TODAY
    )
    kept = evidence.file
    assert kept.original_name == "policy.pdf"
    assert (kept.size, len(kept.sha256)) == (8, 64)
    assert storage.path_of(kept.stored_name).read_bytes() == b"%PDF-1.7"
    client.force_login(lead.user)
    answer = client.get(f"/files/{kept.reference}/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'attachment; filename="policy.pdf"'
    assert Entry.objects.filter(chain=kept.reference, kind="saw").count() == 1


def test_a_file_of_another_organisation_is_not_there(lead, action):
    new = NewEvidence(EvidenceKind.FILE, TODAY)
    evidence = actions.add_evidence_file(lead, action.reference, "a.txt", b"x", new, today=TODAY)
    stranger = made.account(Role.PARTNER, of=made.agency("Marlow Vale Police", kind="police"))
    with pytest.raises(Refused):
        file_to_send(by_user(stranger), evidence.file.reference)


def test_an_owner_of_one_action_opens_its_files(lead):
    police = made.agency("Marlow Vale Police", kind="police")
    officer = made.account(Role.PARTNER, of=police)
    action = made.owned(lead, made.plan(lead), officer.person, agency=made.agency())
    new = NewEvidence(EvidenceKind.FILE, TODAY)
    by = by_user(officer)
    evidence = actions.add_evidence_file(by, action.reference, "a.txt", b"x", new, today=TODAY)
    assert file_to_send(by, evidence.file.reference).name == "a.txt"


def test_damage_to_a_file_is_found(lead, action):
    kept = files.keep(lead, "a.txt", b"whole", action.guard, action.reference)
    assert damaged() == []
    storage.path_of(kept.stored_name).write_bytes(b"whole?")
    assert damaged() == [kept.reference]


def test_a_mistaken_upload_is_destroyed_by_two_people_and_the_fact_remains(
    lead, action, django_capture_on_commit_callbacks
):
    kept = files.keep(lead, "names.xlsx", b"oops", action.guard, action.reference)
    with pytest.raises(files.CannotPurge):
        files.agree_purge(lead, kept.reference)
    files.ask_purge(lead, kept.reference, "Names of children")
    with pytest.raises(files.CannotPurge, match="other than"):
        files.agree_purge(lead, kept.reference)
    with django_capture_on_commit_callbacks(execute=True):
        files.agree_purge(made.lead("Bo"), kept.reference)
    row = StoredFile.objects.get()
    assert row.purged_at and row.sha256 == kept.sha256
    assert not storage.path_of(row.stored_name).exists()
    with pytest.raises(Refused):
        file_to_send(lead, kept.reference)


def test_the_database_holds_that_two_people_purge(lead, action):
    kept = files.keep(lead, "a.txt", b"x", action.guard, action.reference)
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.filter(pk=kept.pk).update(
            purge_asked_by=lead.user, purge_agreed_by=lead.user
        )


def test_bytes_without_a_row_are_swept_after_an_hour(lead, action):
    kept = files.keep(lead, "a.txt", b"x", action.guard, action.reference)
    young, old = storage.write(b"young"), storage.write(b"old")
    for name in (old, kept.stored_name):
        os.utime(storage.path_of(name), (time.time() - 7200,) * 2)
    assert files.sweep_orphans(system("daily")) == 1
    assert storage.path_of(young).exists()
    assert storage.path_of(kept.stored_name).exists()
    assert not storage.path_of(old).exists()
    with pytest.raises(Refused):
        files.sweep_orphans(by_user(made.account(Role.COUNCILLOR)))


def test_only_somebody_else_judges_evidence(lead, action):
    evidence = actions.add_evidence(lead, action.reference, note(), today=TODAY)
    with pytest.raises(Problem, match="other than"):
        actions.judge_evidence(lead, evidence.reference, "Good", today=TODAY)
    auditor = by_user(made.account(Role.AUDITOR))
    actions.judge_evidence(auditor, evidence.reference, "It shows it", today=TODAY)
    assert Evidence.objects.get().judged_by == auditor.user


def test_a_councillor_asks_and_the_owner_answers(lead):
    owner = made.account(Role.ACTION_OWNER)
    action = made.owned(lead, made.plan(lead), owner.person)
    councillor = by_user(made.account(Role.COUNCILLOR))
    asked = actions.challenge(
        councillor, action.reference, "Who checked?", TODAY + 7 * DAY, today=TODAY
    )
    assert asked.answer_by_person == owner.person
    with pytest.raises(Refused):
        actions.answer(councillor, asked.reference, "I did", today=TODAY)
    actions.answer(by_user(owner), asked.reference, "The board did", today=TODAY)
    assert Challenge.objects.get().answered_on == TODAY
    assert [one.kind for one in asked.updates.order_by("number")] == ["challenge", "answer"]
    with pytest.raises(Problem, match="already"):
        actions.answer(by_user(owner), asked.reference, "Again", today=TODAY)


def test_an_owner_asks_no_questions(lead, action):
    owner = by_user(made.account(Role.ACTION_OWNER))
    with pytest.raises(Refused):
        actions.challenge(owner, action.reference, "Why?", TODAY, today=TODAY)
    assert not Challenge.objects.exists()


def test_evidence_can_be_asked_for_once(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    actions.ask_for_evidence(lead, action.reference, today=TODAY)
    assert made.now(action).is_asked
    with pytest.raises(Problem):
        actions.ask_for_evidence(lead, action.reference, today=TODAY)
    actions.add_evidence(lead, action.reference, note(), today=TODAY)
    assert not made.now(action).is_asked


def test_a_message_becomes_an_update_said_by_its_sender_and_evidence(lead, action):
    kate = made.person("Kate Heron")
    kate.email = "kate@example.org"
    kate.save()
    mail = Mail(
        sender="Kate Heron <Kate@example.org>",
        sent=dt.datetime(2026, 6, 10, 23, 30, tzinfo=dt.UTC),
        subject="Policy",
        lines=("It is signed.",),
        attachments=(Attachment("policy.pdf", b"%PDF"),),
    )
    update = actions.take_mail(lead, action.reference, mail, "policy.msg", b"raw", today=TODAY)
    assert (update.said_by_person, update.effective_on) == (kate, dt.date(2026, 6, 11))
    assert made.now(action).latest == "Policy\nIt is signed."
    names = Evidence.objects.order_by("pk").values_list("file__original_name", flat=True)
    assert list(names) == ["policy.msg", "policy.pdf"]


def test_an_empty_message_is_refused_and_a_strangers_too(lead, action):
    empty = Mail("a@example.org", None, "", (), ())
    with pytest.raises(Problem):
        actions.take_mail(lead, action.reference, empty, "a.eml", b"x", today=TODAY)
    reader = by_user(made.account(Role.COUNCILLOR))
    with pytest.raises(Refused):
        actions.take_mail(reader, action.reference, empty, "a.eml", b"x", today=TODAY)
    assert not Evidence.objects.exists()


def test_public_sources_are_for_all_readers_and_private_ones_are_not(lead):
    public = actions.add_source(lead, "Inquiry", "inquiry")
    home = made.agency()
    actions.add_source(lead, "Our own audit", "audit", private_to=home)
    stranger = made.account(Role.PARTNER, of=made.agency("Marlow Vale Police", kind="police"))
    assert list(sources(stranger)) == [public]
    assert sources(lead.user).count() == 2
    assert not sources(made.account(Role.SYSTEM_ADMINISTRATOR)).exists()
    with pytest.raises(Refused):
        actions.add_source(by_user(stranger), "Mine", "audit")
    assert Source.objects.count() == 2


def test_an_organisation_answers_a_statement_once_in_a_cycle(lead):
    source = actions.add_source(lead, "Inquiry", "inquiry")
    finding = actions.add_statement(lead, source, "Nobody asked", StatementKind.FINDING)
    police = made.agency("Marlow Vale Police", kind="police")
    officer = made.account(Role.PARTNER, of=police)
    asked = actions.ask_response(lead, [finding], police, today=TODAY, contact=officer.person)
    with pytest.raises(Problem, match="already"):
        actions.ask_response(lead, [finding], police, today=TODAY)
    with pytest.raises(Problem, match="Say why"):
        actions.respond(by_user(officer), asked.reference, Answer.REJECTED, today=TODAY)
    actions.respond(
        by_user(officer), asked.reference, Answer.ACCEPTED, today=TODAY, position="We do"
    )
    assert Response.objects.get().answered_on == TODAY
    other = made.account(Role.PARTNER, of=made.agency("Vale Health", kind="health"))
    with pytest.raises(Refused):
        actions.respond(by_user(other), asked.reference, Answer.ACCEPTED, today=TODAY)
    assert not responses(other).exists()
    assert source_page(lead.user, source.reference).unanswered == []
    assert len(source_page(other, source.reference).unanswered) == 1


def test_the_organisation_itself_does_not_moderate(lead):
    source = actions.add_source(lead, "Inquiry", "inquiry")
    finding = actions.add_statement(lead, source, "Nobody asked", StatementKind.FINDING)
    asked = actions.ask_response(lead, [finding], made.agency(), today=TODAY)
    with pytest.raises(Problem, match="another organisation"):
        actions.moderate(lead, asked.reference, "Good", today=TODAY)
    outside = made.account(Role.AUDITOR, of=made.agency("Probation", kind="other"))
    actions.moderate(by_user(outside), asked.reference, "Good", today=TODAY)
    assert Response.objects.get().moderated_grade == "Good"
