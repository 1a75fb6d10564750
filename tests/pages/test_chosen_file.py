"""A file chosen in a form that comes back with an error is not lost, and stays its chooser's."""

from __future__ import annotations

import hashlib
import os
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.limits import limit
from joinedup.access.permission import by_user
from joinedup.assurance.choices import Agreement, EvidenceKind
from joinedup.assurance.models import Evidence
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import system
from joinedup.files import storage
from joinedup.files.actions import sweep_orphans
from tests.factories import assurance as make
from tests.factories.rules import local_rule

pytestmark = pytest.mark.django_db
BACKEND = "joinedup.access.backend.AccountBackend"
BYTES = b"%PDF-1.4 names of those trained"
GONE = "no longer here"


@pytest.fixture(autouse=True)
def files_folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def plan(lead):
    return make.plan(by_user(lead), agreement=Agreement.ALL)


@pytest.fixture
def path(lead, plan):
    return added(lead, plan, "A1")


def added(lead, plan, code):
    """The address of the evidence form of a new action."""
    today = timezone.localdate()
    row = make.added(by_user(lead), plan, "Train all", today=today, code=code, due_on=today)
    return f"/actions/{row.reference}/evidence/"


def as_(user):
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def text(answer):
    return answer.content.decode()


def pdf(name="register.pdf", data=BYTES):
    return SimpleUploadedFile(name, data, "application/pdf")


def said(**more):
    """What is typed; without `relates_on`, the form comes back."""
    return {"kind": "file", "claim": "done", "words": "See page 2", **more}


def whole(seal, **more):
    return said(relates_on=timezone.localdate().isoformat(), file_token=seal, **more)


def seal_in(answer):
    """What the page sends back to claim the file."""
    return text(answer).split('name="file_token" value="')[1].split('"')[0]


def lying():
    """What lies in the files folder."""
    return sorted(name for name, _ in storage.stored_names())


def test_the_file_is_kept_when_another_field_is_wrong_and_filed_when_that_is_right(lead, path):
    client = as_(lead)
    back = client.post(path, said(file=pdf()))
    assert back.status_code == 422
    assert "Your file is kept" in text(back) and "register.pdf" in text(back)
    assert "1 KB" in text(back) and "Drop another file here" in text(back)
    assert not Evidence.objects.exists()
    again = client.post(path, said(file_token=seal_in(back)))
    assert again.status_code == 422 and seal_in(again) == seal_in(back)
    assert len(lying()) == 1
    sent = client.post(path, whole(seal_in(back)))
    assert sent.status_code == 302 and "token" not in sent["Location"]
    piece = Evidence.objects.get()
    assert piece.kind == EvidenceKind.FILE and piece.file.original_name == "register.pdf"
    assert piece.file.sha256 == hashlib.sha256(BYTES).hexdigest()
    assert lying() == [piece.file.stored_name]
    assert GONE in text(client.post(path, whole(seal_in(back))))
    assert Evidence.objects.count() == 1


def test_the_file_is_kept_whole_when_a_rule_refuses_a_form_that_was_read(lead, path, monkeypatch):
    def refuse(by, reference, name, data, new, *, today):
        assert data == BYTES
        raise Problem("The day cannot be right.", "relates_on")

    client = as_(lead)
    with monkeypatch.context() as refusing:
        refusing.setattr("joinedup.assurance.views.deeds.add_evidence_file", refuse)
        back = client.post(path, whole("", file=pdf()))
        assert back.status_code == 422 and "The day cannot be right." in text(back)
        back = client.post(path, whole(seal_in(back)))
        assert back.status_code == 422
    assert client.post(path, whole(seal_in(back))).status_code == 302
    assert storage.path_of(Evidence.objects.get().file.stored_name).read_bytes() == BYTES


def test_another_file_takes_the_place_of_the_one_kept(lead, path):
    client = as_(lead)
    first = client.post(path, said(file=pdf()))
    second = client.post(path, said(file=pdf("minutes.pdf", b"other"), file_token=seal_in(first)))
    assert "minutes.pdf" in text(second) and "register.pdf" not in text(second)
    assert len(lying()) == 1
    chosen = pdf("final.pdf", b"last")
    assert client.post(path, whole(seal_in(second), file=chosen)).status_code == 302
    assert Evidence.objects.get().file.original_name == "final.pdf"
    assert len(lying()) == 1


def test_more_files_than_the_rule_allows_are_not_kept_and_the_page_says_so(lead, plan, path):
    local_rule("limit.unsent_files", {"value": 1})
    client = as_(lead)
    assert "Your file is kept" in text(client.post(path, said(file=pdf())))
    other = added(lead, plan, "A2")
    back = client.post(other, said(file=pdf("minutes.pdf")))
    assert back.status_code == 422 and "Your file is kept" not in text(back)
    assert "This file was not kept, because 1 of your files already" in text(back)
    assert len(lying()) == 1
    colleague = as_(make.account(Role.SAFEGUARDING_LEAD))
    assert "Your file is kept" in text(colleague.post(other, said(file=pdf())))


def test_a_file_that_cannot_be_taken_is_not_kept(lead, path):
    back = as_(lead).post(path, said(file=pdf("run.exe")))
    assert back.status_code == 422 and "Your file is kept" not in text(back)
    assert lying() == []


def test_nobody_else_can_claim_the_file(lead, path):
    seal = seal_in(as_(lead).post(path, said(file=pdf())))
    other = as_(make.account(Role.SAFEGUARDING_LEAD))
    answer = other.post(path, whole(seal))
    assert answer.status_code == 422 and GONE in text(answer)
    assert "register.pdf" not in text(answer)
    assert other.post(path, said(file_token=seal)).status_code == 422
    assert not Evidence.objects.exists() and len(lying()) == 1
    assert as_(lead).post(path, whole(seal)).status_code == 302


def test_the_file_is_sent_with_its_own_action_only_and_not_under_a_changed_seal(lead, plan, path):
    client = as_(lead)
    seal = seal_in(client.post(path, said(file=pdf())))
    assert GONE in text(client.post(added(lead, plan, "A2"), whole(seal)))
    assert GONE in text(client.post(path, whole(seal[:-1] + ("a" if seal[-1] != "a" else "b"))))
    assert GONE in text(client.post(path, whole(lying()[0])))
    assert not Evidence.objects.exists()


def test_the_file_lives_as_long_as_a_draft_and_is_then_swept(lead, path):
    client = as_(lead)
    seal = seal_in(client.post(path, said(file=pdf())))
    place = storage.path_of(lying()[0])
    for age, swept in ((limit("draft.keep") - 600, 0), (limit("draft.keep") + 600, 1)):
        os.utime(place, (time.time() - age,) * 2)
        assert sweep_orphans(system("daily")) == swept
    assert lying() == []
    back = client.post(path, whole(seal))
    assert back.status_code == 422 and GONE in text(back) and "Your file is kept" not in text(back)
    assert not Evidence.objects.exists()


def test_a_page_that_is_opened_anew_holds_no_file(lead, path):
    client = as_(lead)
    client.post(path, said(file=pdf()))
    assert "register.pdf" not in text(client.get(path))
