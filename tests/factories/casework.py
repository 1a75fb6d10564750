"""Casework for the world of tests that try everything: a case, referrals, a challenge, open to the
duty desk, and the same sealed, each with a word that stands nowhere else."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.models import Guard, Involvement, Post, Team
from joinedup.audit.actor import By
from joinedup.cases import actions as casework
from joinedup.cases.models import Transfer
from joinedup.files.models import StoredFile
from joinedup.referrals import actions as onward
from joinedup.referrals.actions import NewReferral
from joinedup.referrals.choices import CHILDREN, AgeGroup
from tests.factories import assurance as make
from tests.factories import referrals

__all__ = ["CANARIES", "make_casework"]

CANARIES = (
    "case",
    "person",
    "note",
    "follow",
    "handover",
    "worry",
    "dissent",
    "refusal",
    "proof",
    "letter",
)
Records = dict[str, object]


def make_casework(by: By, desk: Post, team: Team) -> tuple[Records, Records, list[str]]:
    """(what is shown, what is sealed, the words of the sealed)."""
    shown = _records(by, "openwork", team)
    hidden = _records(by, "canarywork", None)
    guard = shown.pop("casework_guard")
    Involvement.objects.create(guard=guard, post=desk, from_on=make.LONG_AGO)
    Guard.objects.filter(pk=hidden.pop("casework_guard").pk).update(is_sealed=True)
    return shown, hidden, [f"canarywork{name}" for name in CANARIES]


def _records(by: By, word: str, team: Team | None) -> Records:
    today = timezone.localdate()
    case = casework.open_case(
        by,
        casework.NewCase(
            "child_in_need", make.agency().pk, by.user.person_id, f"{word}case",
            [casework.NewPerson(f"{word}person")], team_id=team.pk if team else None,
        ),
        today=today,
    )  # fmt: skip
    guard = case.guard
    casework.write_note(by, case.reference, "note", f"{word}note", today=today)
    new = NewReferral(CHILDREN, AgeGroup.CHILD, {"worry": f"{word}worry"}, signs=True)
    row = onward.refer(by, guard, case.reference, new, today=today)
    other = onward.refer(by, guard, case.reference, new, today=today)
    onward.send(by, other.reference, referrals.SAID, today=today)
    onward.decline(by, other.reference, f"{word}refusal", today=today)
    said = f"{word}dissent"
    raised = onward.challenge(by, other.reference, said, referrals.rung(today), today=today)
    alert = other.pk and onward.tell_senior(
        by, guard, case.reference, "trigger.child_refused", today=today, subject=other.reference
    )
    proof = onward.keep_proof(by, other.reference, f"{word}proof.txt", f"{word}proof".encode())
    files = [(f"{word}letter.txt", f"{word}letter".encode())]
    casework.add_file(by, case.reference, files, f"{word}letter", today=today)
    letter = StoredFile.objects.get(about=case.reference)
    casework.note_follow_up(by, case.reference, f"{word}follow", today=today)
    handover = Transfer.objects.create(
        case=case, to_person=by.user.person, summary=f"{word}handover", on=today
    )
    return {
        "referral_file": proof.reference, "case_file": letter.reference,
        "case": case.reference, "casework_guard": guard, "referral": row.reference,
        "challenge": raised.reference, "alert": alert.reference, "handover": handover.pk,
    }  # fmt: skip
