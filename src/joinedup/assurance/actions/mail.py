"""A message dropped on an action becomes an update and evidence."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Person
from joinedup.assurance.actions.evidence import NewEvidence, add_evidence_file
from joinedup.assurance.choices import EvidenceKind, UpdateKind
from joinedup.assurance.models import Update
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.thread import Behalf, Note, append, held
from joinedup.audit.actor import By
from joinedup.audit.recorder import action
from joinedup.documents.mail import Mail

__all__ = ["take_mail"]

HOW = "By e-mail"


@action
def take_mail(
    by: By,
    reference: str,
    mail: Mail,
    name: str,
    data: bytes,
    *,
    today: dt.date,
    with_attachments: bool = True,
) -> Update:
    """Take a saved message: its words become an update said by its sender on its day, the message
    itself and what was attached become evidence.

    `mail` is what the reader made of `data`, the file `name`. Raises Problem for a message
    without any words or files.
    """
    row = held(by, May.UPDATE_ACTIONS, reference)
    words = "\n".join(part for part in (mail.subject, mail.text) if part.strip())
    if not words and not mail.attachments:
        raise Problem("This message says nothing and has no files.", "file")
    sent_on = timezone.localdate(mail.sent) if mail.sent and mail.sent.tzinfo else None
    on = min(sent_on or (mail.sent.date() if mail.sent else today), today)
    address = mail.sender.rpartition("<")[2].rstrip("> ").casefold()
    sender = Person.objects.filter(email__iexact=address).first() if "@" in address else None
    behalf = Behalf(by=mail.sender, on=on, how=HOW, person=sender)
    note = Note(words=words, effective_on=on, behalf=behalf)
    update = append(by, row, UpdateKind.PROGRESS, {"latest": words}, today, note)
    files = [(name, data)]
    if with_attachments:
        files += [(one.name, one.data) for one in mail.attachments if one.data]
    for file_name, content in files:
        new = NewEvidence(kind=EvidenceKind.FILE, relates_on=on, words=mail.subject, behalf=behalf)
        add_evidence_file(by, reference, file_name, content, new, today=today)
    return update
