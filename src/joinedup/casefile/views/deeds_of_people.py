"""What can be done on the page of a person, each on a small page of its own."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.casefile.forms import person as ask
from joinedup.casefile.queries.choosing import (
    facts_to_edit,
    known_to_edit,
    part_of,
    untied_people,
)
from joinedup.cases.actions import tie_person
from joinedup.pages.rules import number_asked
from joinedup.referrals.views.deeds import Asking, Deed
from joinedup.subjects import actions
from joinedup.subjects.choices import KnownKind

__all__ = ["DEEDS"]

Said = dict[str, Any]
WORK, LINK = May.WORK_CASES, May.LINK_PEOPLE


def _only(said: Said, *left_out: str) -> Said:
    """The answers without these: a form also carries its reason and the mark of its draft."""
    return {name: value for name, value in said.items() if name not in left_out}


def _adding(kind: str) -> Deed:
    label = str(KnownKind(kind).label).lower()

    def make(one: Asking) -> forms.Form:
        return ask.KnownForm(one.data, kind=kind)

    def do(by: By, one: Asking, said: Said) -> str:
        actions.note_known(by, one.row.reference, kind, said)
        return "It is in the record."

    return Deed(f"add-{kind}", WORK, f"Add a{'n' if label[0] in 'ao' else ''} {label}", "Add it",
                make, do)  # fmt: skip


def _correcting(one: Asking) -> forms.Form:
    kind, start, _ = known_to_edit(one.row, one.part)
    return ask.KnownForm(one.data, kind=kind, is_change=True, initial=start)


def _correct(by: By, one: Asking, said: Said) -> str:
    kind, number = part_of(one.part)
    boxes = _only(said, "why")
    actions.correct_known(by, one.row.reference, kind, number, boxes, said["why"])
    return "It is corrected. How it read before stays in the history."


def _ending(one: Asking) -> forms.Form:
    known_to_edit(one.row, one.part)
    return ask.EndForm(one.data)


def _end(by: By, one: Asking, said: Said) -> str:
    kind, number = part_of(one.part)
    reference = one.row.reference
    actions.end_known(by, reference, kind, number, said["on"], said["why"], today=one.today)
    return "It has ended. They are still found by it."


def _offing(one: Asking) -> forms.Form:
    _, _, words = known_to_edit(one.row, one.part)
    return ask.ReasonForm(one.data, label=f"How did “{words}” come to be recorded in error?")


def _off(by: By, one: Asking, said: Said) -> str:
    kind, number = part_of(one.part)
    actions.withdraw_known(by, one.row.reference, kind, number, said["reason"])
    return "It is off the record. How it read stays in the history."


def _facts(one: Asking) -> forms.Form:
    return ask.FactsForm(one.data, initial=facts_to_edit(one.row))


def _edit(by: By, one: Asking, said: Said) -> str:
    boxes = _only(said, "why", "version")
    reference, version = one.row.reference, said["version"]
    actions.edit_facts(by, reference, boxes, said["why"], version, today=one.today)
    return "It is changed. How it read before stays in the history."


def _set_safe(by: By, one: Asking, said: Said) -> str:
    given = {name: said[name] for name in ("contact", "address", "reason")}
    actions.set_safe(by, one.row.reference, **given)
    return "It is kept apart. Nobody sees it without saying why."


def _end_safe(by: By, one: Asking, said: Said) -> str:
    actions.end_safe(by, one.row.reference, said["reason"])
    return "Nothing about them is hidden any longer."


def _of_other(form: type[ask.OtherForm]) -> Any:
    def make(one: Asking) -> forms.Form:
        return form(one.data, initial={"other": one.part})

    return make


def _relate(by: By, one: Asking, said: Said) -> str:
    actions.relate(
        by, one.row.reference, said["relation"], said["other"], today=one.today,
        from_on=said["from_on"], source=said["source"],
    )  # fmt: skip
    return "It stands on both pages."


def _home(by: By, one: Asking, said: Said) -> str:
    actions.live_together(
        by, one.row.reference, said["other"], today=one.today, from_on=said["from_on"],
        source=said["source"],
    )  # fmt: skip
    return "They live in one household."


def _end_tie(by: By, one: Asking, said: Said) -> str:
    number = number_asked(one.part)
    actions.end_relation(by, one.row.reference, number, said["on"], said["why"], today=one.today)
    return "It has ended, on both pages."


def _leave(by: By, one: Asking, said: Said) -> str:
    actions.leave_home(by, one.row.reference, said["on"], said["why"], today=one.today)
    return "They have left the household."


def _same(by: By, one: Asking, said: Said) -> str:
    actions.propose(by, one.row.reference, said["other"].strip().upper())
    return "The pair waits for a decision, under Records to compare."


def _end_link(by: By, one: Asking, said: Said) -> str:
    actions.end_link(by, one.part, said["reason"])
    return "The records stand apart again, as before."


def _cases(one: Asking) -> forms.Form:
    return ask.PickCaseForm(one.data, picks=untied_people(one.user))


def _tie(by: By, one: Asking, said: Said) -> str:
    case, _, person = said["person"].partition(":")
    tie_person(by, case, int(person), one.row.reference, today=one.today)
    return "The case stands on their page."


def _plain(form: type[forms.Form]) -> Any:
    return lambda one: form(one.data)


def _why(label: str, hint: str = "") -> Any:
    return lambda one: ask.ReasonForm(one.data, label=label, hint=hint)


DEEDS: dict[str, Deed] = {
    one.name: one
    for one in (
        *(_adding(kind) for kind in ("name", "address", "phone", "online", "vehicle", "place")),
        Deed("correct", WORK, "Correct it", "Correct it", _correcting, _correct,
             "For what was written down wrongly. If it was right once, say instead that it no longer holds."),
        Deed("end", WORK, "It no longer holds", "Save", _ending, _end,
             "For what was right once. They are still found by it."),
        Deed("off", WORK, "It was recorded in error", "Take it off", _offing, _off,
             "For what belongs to somebody else. Nobody is found by it any longer."),
        Deed("facts", WORK, "Birth, age and words", "Save", _facts, _edit),
        Deed("safe", WORK, "Safe contact and safe address", "Keep it apart", _plain(ask.SafeForm),
             _set_safe, "Each is shown by itself, to somebody who says why. It never leaves in a copy.",
             keeps=False),
        Deed("safe-end", WORK, "Nothing is hidden any longer", "Save",
             _why("Why need it no longer be kept apart?"), _end_safe),
        Deed("relate", WORK, "What they are to each other", "Save", _of_other(ask.RelateForm),
             _relate),
        Deed("relate-end", WORK, "They are no longer that to each other", "Save",
             _plain(ask.EndForm), _end_tie),
        Deed("home", WORK, "They live together", "Save", _of_other(ask.HomeForm), _home),
        Deed("home-end", WORK, "They left the household", "Save", _plain(ask.EndForm), _leave),
        Deed("same", LINK, "They may be the same person", "Put both forward", _of_other(ask.OtherForm),
             _same, "Nothing is joined by this. Somebody looks at both records and decides."),
        Deed("link-end", LINK, "These records are about two people", "Part them",
             _why("Why are they two people?", "The records stand again as they did before."), _end_link),
        Deed("case", WORK, "A case about them", "Tie the case", _cases, _tie,
             "Open cases of yours in which nobody has said yet who this is."),
    )
}  # fmt: skip
