"""Destroying a file that was uploaded by mistake: two people, and a register of it."""

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.actions import add_evidence_file
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.actions.forgetting import forget_file
from joinedup.assurance.choices import EvidenceKind
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.audit.models import Entry
from joinedup.files import actions as files
from joinedup.files import storage
from joinedup.files.models import StoredFile
from tests.factories import assurance as made
from tests.factories import imports as papers

pytestmark = pytest.mark.django_db
WHY = {"reason": "It names a child"}


@pytest.fixture
def ada():
    return made.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def bo():
    return made.account(Role.SAFEGUARDING_LEAD, name="Bo Rowe")


@pytest.fixture
def officer():
    return made.account(Role.INFORMATION_GOVERNANCE, name="Ines Officer")


@pytest.fixture
def evidence(ada):
    by = by_user(ada)
    row = made.added(by, made.plan(by))
    new = NewEvidence(EvidenceKind.FILE, made.TODAY)
    return add_evidence_file(by, row.reference, "jane.txt", b"oops", new, today=made.TODAY)


def browser(user):
    found = Client()
    found.force_login(user)
    return found


def words(answer):
    return " ".join(answer.content.decode().split())


def page_of(evidence):
    return reverse("file_destroy", args=[evidence.file.reference])


def test_one_asks_another_agrees_and_the_officer_sees_it(
    ada, bo, officer, evidence, django_capture_on_commit_callbacks
):
    page = page_of(evidence)
    asked = browser(ada).post(page, WHY, follow=True)
    assert "Somebody else who may edit plans has to agree" in words(asked)
    assert "Agree: destroy it" not in words(asked)
    assert "jane.txt" in words(browser(bo).get(reverse("files_to_destroy")))
    with django_capture_on_commit_callbacks(execute=True):
        agreed = browser(bo).post(page, {"do": "agree"}, follow=True)
    assert "Ada Marsh asked, Bo Rowe agreed" in words(agreed)
    kept = StoredFile.objects.get(pk=evidence.file.pk)
    assert not storage.path_of(kept.stored_name).exists()
    evidence.refresh_from_db()
    assert evidence.withdrawn_on is not None and "destroyed" in evidence.withdrawn_reason
    register = words(browser(officer).get(reverse("erasures")))
    assert kept.reference in register and kept.sha256 in register and "It names a child" in register
    assert "jane.txt" not in register
    assert list(
        Entry.objects.filter(verb__in=("files.ask_purge", "files.purge")).values_list(
            "by_ref", flat=True
        )
    ) == [ada.reference, bo.reference]


def test_the_one_who_asked_cannot_agree_but_can_keep_it(ada, evidence):
    page = page_of(evidence)
    browser(ada).post(page, WHY)
    refused = browser(ada).post(page, {"do": "agree"}, follow=True)
    assert "Somebody other than the person who asked must agree" in words(refused)
    kept = browser(ada).post(page, {"do": "keep"}, follow=True)
    assert "The file is kept" in words(kept)
    row = StoredFile.objects.get(pk=evidence.file.pk)
    assert (row.purge_asked_by, row.purge_reason, row.purged_at) == (None, "", None)


def test_a_reason_is_asked_for_and_what_was_asked_is_not_asked_twice(ada, bo, evidence):
    answer = browser(ada).post(page_of(evidence), {"reason": " "})
    assert answer.status_code == 422 and "Say why this file must be destroyed" in words(answer)
    files.ask_purge(by_user(ada), evidence.file.reference, "By mistake")
    with pytest.raises(files.CannotPurge, match="already"):
        files.ask_purge(by_user(bo), evidence.file.reference, "Another reason")
    with pytest.raises(files.CannotPurge, match="Nobody has asked"):
        files.keep_after_all(by_user(ada), made_file(ada).reference)


def made_file(user):
    plan = made.plan(by_user(user))
    return files.keep(by_user(user), "a.txt", b"a", plan.guard, plan.reference)


def test_an_import_of_the_file_is_forgotten_with_it(ada, bo, django_capture_on_commit_callbacks):
    found = papers.opened(by_user(ada))
    files.ask_purge(by_user(ada), found.file.reference, "The wrong document")
    with django_capture_on_commit_callbacks(execute=True):
        files.agree_purge(by_user(bo), found.file.reference)
    after = PlanImport.objects.get(pk=found.pk)
    assert (after.state, after.document, after.steps) == (ImportState.SET_ASIDE, {}, [])
    assert "plan.docx" not in after.name
    shown = browser(ada).get(reverse("check", args=[found.reference]))
    assert shown.status_code == 200 and "Uploaded by mistake?" not in words(shown)


def test_others_find_no_page_and_may_not_forget(ada, officer, evidence):
    owner = made.account(Role.ACTION_OWNER)
    for user in (owner, officer):
        assert browser(user).get(page_of(evidence)).status_code == 404
        assert browser(user).get(reverse("files_to_destroy")).status_code == 404
        with pytest.raises(Refused):
            forget_file(by_user(user), evidence.file)
        with pytest.raises(Refused):
            files.keep_after_all(by_user(user), evidence.file.reference)
    assert browser(ada).get(reverse("erasures")).status_code == 404
