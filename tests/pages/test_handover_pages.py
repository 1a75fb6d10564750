"""A handover: read with its chronology, taken as Word and PDF, signed by whoever takes the case on."""

from __future__ import annotations

import pytest
from django.utils import timezone

from joinedup.audit.models import Entry
from joinedup.cases import actions
from tests.factories import cases as hand

pytestmark = pytest.mark.django_db


def test_the_next_worker_reads_prints_and_signs_a_handover(client):
    manager, after = hand.manager(), hand.worker("Aft Er")
    today = timezone.localdate()
    case = hand.opened(manager, on=today)
    words = {"today": today}
    actions.write_note(manager, case.reference, "visit", "The van waits at six", **words)
    actions.note_follow_up(manager, case.reference, "A girl called K", **words)
    actions.transfer(manager, case.reference, after.person, "She trusts the school nurse", **words)
    row = case.transfers.get()
    client.force_login(after)
    assert "not signed as read" in client.get(f"/cases/{case.reference}/").content.decode()
    where = f"/cases/{case.reference}/handover/{row.pk}/"
    text = client.get(where).content.decode()
    for said in (
        "She trusts the school nurse",
        "The van waits at six",
        "A girl called K",
        "I have read it",
    ):
        assert said in text, said
    for form in ("word", "pdf"):
        answer = client.post(f"{where}file/", {"file_form": form})
        assert answer.status_code == 200 and len(answer.content) > 4000
        assert Entry.objects.filter(chain=case.reference, verb="casefile.copy_handover").exists()
    assert client.post(where, {"sent": "yes"}).status_code == 302
    assert "Aft Er, " in client.get(where).content.decode()
    client.force_login(manager.user)
    assert client.post(where, {"sent": "yes"}).status_code == 422
    assert client.get(f"/cases/{case.reference}/handover/{row.pk + 1}/").status_code == 404
