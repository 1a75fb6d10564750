"""Who and what is around the person: the team, who speaks for them, harm outside the home, files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import NoteKind, SpeaksFor
from joinedup.cases.models import Advocacy, Case, CaseMember, Context, Note
from joinedup.cases.writing import held, in_words, still_open, user_of
from joinedup.concerns.naming import look_elsewhere
from joinedup.files.actions import keep

__all__ = ["add_file", "end_context", "leave_case", "name_domestic_abuse", "record_advocacy"]


@action
def leave_case(
    by: By, reference: str, member: int, *, today: dt.date, may: May = May.WORK_CASES
) -> CaseMember:
    """Note that somebody left the team around the person. Raises Refused for somebody not in it."""
    case = held(by, may, reference)
    still_open(case)
    row = CaseMember.objects.filter(case=case, pk=member, to_on__isnull=True).first()
    if row is None:
        raise Refused("No such record.")
    row.to_on = today
    row.save(update_fields=["to_on"])
    record(by, "cases.leave_case", reference)
    return row


@action
def end_context(
    by: By, reference: str, context: int, words: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Context:
    """End what was noted of harm outside the home, with what changed; the words stay."""
    case = held(by, may, reference)
    still_open(case)
    row = Context.objects.filter(case=case, pk=context, ended_on__isnull=True).first()
    if row is None:
        raise Refused("No such record.")
    changed = in_words(words, "Write what has changed.", "words")
    row.words, row.ended_on = f"{row.words}\n{changed}".strip(), today
    row.save(update_fields=["words", "ended_on"])
    look_elsewhere(reference, today)
    record(by, "cases.end_context", reference, sort=row.kind)
    return row


@action
def record_advocacy(
    by: By,
    reference: str,
    state: str,
    name: str = "",
    words: str = "",
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Advocacy:
    """Record who helps the person to be heard, or why nobody does. Raises Problem for an advocate
    without a name, and for nobody without a reason."""
    case = held(by, may, reference)
    still_open(case)
    if state not in SpeaksFor.values:
        raise Problem("Choose one of the answers.", "state")
    if state in (SpeaksFor.HAS, SpeaksFor.OTHER):
        in_words(name, "Say who it is.", "name")
    if state in (SpeaksFor.DECLINED, SpeaksFor.NOT_NEEDED):
        in_words(words, "Write how you know.", "words")
    made = Advocacy.objects.create(
        case=case, state=state, name=name.strip()[:200], words=words.strip(), noted_on=today,
        noted_by=user_of(by),
    )  # fmt: skip
    record(by, "cases.record_advocacy", reference, state=state)
    return made


@action
def name_domestic_abuse(by: By, reference: str, may: May = May.WORK_CASES) -> Case:
    """Record that it is about domestic abuse: the check of the housing duty is then asked for."""
    case = held(by, may, reference)
    still_open(case)
    case.is_domestic_abuse = True
    case.version += 1
    case.save()
    record(by, "cases.name_domestic_abuse", reference)
    return case


@action
def add_file(
    by: By,
    reference: str,
    files: Sequence[tuple[str, bytes]],
    words: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Note:
    """Keep files with a case, (name, content) each, and a note that says what they are: a letter, a
    saved e-mail with what was attached to it."""
    case = held(by, may, reference)
    still_open(case)
    if not files:
        raise Problem("Choose a file.", "file")
    for name, data in files:
        keep(by, name, data, case.guard, case.reference, may)
    made = Note.objects.create(
        case=case, kind=NoteKind.CONTACT, words=in_words(words, "Say what it is.", "words"),
        happened_on=today, written_at=timezone.now(), written_by=user_of(by),
    )  # fmt: skip
    record(by, "cases.add_file", reference, files=len(files))
    return made
