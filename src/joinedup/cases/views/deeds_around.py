"""More that can be done in a case: the team, who speaks for them, warnings, files."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.cases import actions
from joinedup.cases.forms import around as ask
from joinedup.cases.forms.acting import WordsForm
from joinedup.documents import Refused as FileRefused
from joinedup.documents.mail import read_mail
from joinedup.pages.rules import number_asked
from joinedup.referrals.views.deeds import Asking, Deed

__all__ = ["MORE"]

Said = dict[str, Any]
WORK = May.WORK_CASES
MAILS = (".msg", ".eml")


def _of(form: type[forms.Form]) -> Any:
    def make(asking: Asking) -> forms.Form:
        return form(asking.data)

    return make


def _part(one: Asking) -> int:
    """The number of the part that it is about. Raises Refused where the address names none."""
    number = number_asked(one.part)
    if not number:
        raise Refused("No such record.")
    return number


def _leave(by: By, one: Asking, said: Said) -> str:
    row = actions.leave_case(by, one.row.reference, _part(one), today=one.today)
    return f"{row.name} has left the team."


def _end_context(by: By, one: Asking, said: Said) -> str:
    actions.end_context(by, one.row.reference, _part(one), said["words"], today=one.today)
    return "It is ended. What was noted stays on record."


def _move(by: By, one: Asking, said: Said) -> str:
    actions.move_item(by, one.row.reference, one.part, said["due_on"], said["why"], today=one.today)
    return "The step has moved. The old day stays in the notes."


def _review(by: By, one: Asking, said: Said) -> str:
    actions.review_flag(
        by, one.row.reference, one.part, said["words"], said["review_on"], today=one.today
    )
    return "The warning was looked at again."


def _advocacy(by: By, one: Asking, said: Said) -> str:
    actions.record_advocacy(
        by, one.row.reference, said["state"], said["name"], said["words"], today=one.today
    )
    return "It is recorded."


def _domestic(by: By, one: Asking, said: Said) -> str:
    actions.name_domestic_abuse(by, one.row.reference)
    return "It is recorded. Check the housing duty now, before anything else is decided."


def _filing(asking: Asking) -> forms.Form:
    return ask.FileForm(asking.data, asking.files)


def _file(by: By, one: Asking, said: Said) -> str:
    file = said["file"]
    name, data, words = str(file.name or "file"), file.read(), said["words"].strip()
    files = [(name, data)]
    if name.lower().endswith(MAILS):
        try:
            mail = read_mail(name, data)
        except FileRefused as refused:
            raise Problem(str(refused), "file") from refused
        files += [(part.name, part.data) for part in mail.attachments if part.data]
        said_in_it = [words, f"E-mail from {mail.sender}", mail.subject, mail.text]
        words = "\n".join(text for text in said_in_it if text.strip())
    actions.add_file(by, one.row.reference, files, words, today=one.today)
    return "It is kept with the case."


def _sentence(label: str) -> Any:
    def make(asking: Asking) -> forms.Form:
        return WordsForm(asking.data, label=label)

    return make


MORE: tuple[Deed, ...] = (
    Deed("member-left", WORK, "Somebody left the team", "They have left", _of(ask.SureForm), _leave,
         "They stay in the record of the case."),
    Deed("context-end", WORK, "It no longer holds", "End it",
         _sentence("What has changed, and how do you know?"), _end_context),
    Deed("move-step", WORK, "Move a step to another day", "Move it", _of(ask.MoveForm), _move),
    Deed("warning-again", WORK, "Look at a warning again", "It still holds", _of(ask.ReviewForm),
         _review, "Take it off instead where it no longer holds."),
    Deed("advocacy", WORK, "Who helps them to be heard", "Save", _of(ask.AdvocacyForm), _advocacy,
         "An adult who would find it very hard to take part, and has nobody suitable, is owed one."),
    Deed("domestic-abuse", WORK, "It is about domestic abuse", "Record it", _of(ask.SureForm),
         _domestic, "The check of the housing duty is then asked for."),
    Deed("file", WORK, "Add a file or an e-mail", "Keep it", _filing, _file,
         "Drop the saved e-mail here: what is in it becomes a note."),
)  # fmt: skip
