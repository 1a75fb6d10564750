"""What can be done to an action, each on a small page of its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.access.choices import May
from joinedup.assurance.actions import (
    add_evidence,
    add_evidence_file,
    add_update,
    agree,
    ask_for_evidence,
    assign_owners,
    challenge,
    declare_complete,
    link_actions,
    meet_occurrence,
    reopen,
    set_colour,
    set_new_date,
)
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import Claim, EvidenceKind, LinkKind
from joinedup.assurance.forms.acting import (
    ActingForm,
    AgreeForm,
    AskForm,
    ColourForm,
    CompleteForm,
    EvidenceForm,
    LinkForm,
    MetForm,
    NewDateForm,
    ReasonForm,
    UpdateForm,
    with_version,
)
from joinedup.assurance.forms.owners import OwnersForm
from joinedup.assurance.queries.choosing import (
    other_actions,
    owners_to_choose,
    people_to_choose,
    person_called,
)
from joinedup.assurance.queries.one import owners_now
from joinedup.assurance.queries.wanted import answer_wanted_by
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.views.acting import Deed, deed_page
from joinedup.assurance.writing.thread import Behalf
from joinedup.audit.actor import By
from joinedup.pages.dates import long_date

__all__ = ["DEEDS", "PAGES", "behalf_of"]

Row = Any


def behalf_of(form: ActingForm) -> Behalf:
    """On whose behalf a form was filled in."""
    said = form.cleaned_data
    return Behalf(by=said.get("said_by", ""), on=said.get("said_on"), how=said.get("said_how", ""))


def _plain(form: type[ActingForm]) -> Any:
    def make(
        data: Any, files: Any, initial: Any, row: Row, user: Any, today: dt.date
    ) -> ActingForm:
        return form(data, files, initial=initial, today=today)

    return make


def _update_form(
    data: Any, files: Any, initial: Any, row: Row, user: Any, today: dt.date
) -> ActingForm:
    return UpdateForm(
        data, initial=initial, today=today, status=row.status, recurs=bool(row.recurrence)
    )


def _update(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    add_update(
        by,
        row.reference,
        said["words"],
        today=today,
        status=said["status"],
        next_review_on=said["next_review_on"],
        effective_on=said["effective_on"],
        behalf=behalf_of(form),
    )
    return "Your update is saved."


def _new_date(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    if said["due_on"] < today:
        raise Problem("This day has already passed. Give a day to come.", "due_on")
    set_new_date(
        by,
        row.reference,
        said["due_on"],
        today=today,
        reason=said["reason"],
        approved_by=said["approved_by"],
        behalf=behalf_of(form),
    )
    return f"Now due {long_date(said['due_on'])}. The earlier date is kept."


def _evidence(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    kind = EvidenceKind(said["kind"])
    new = NewEvidence(
        kind=kind,
        relates_on=said["relates_on"],
        words=said["words"],
        link=said["link"] if kind == EvidenceKind.LINK else "",
        claim=Claim(said["claim"]),
        expires_on=said["expires_on"],
        behalf=behalf_of(form),
    )
    if kind == EvidenceKind.FILE:
        file = said["file"]
        add_evidence_file(by, row.reference, file.name, file.read(), new, today=today)
    else:
        add_evidence(by, row.reference, new, today=today)
    return "The evidence is kept with this action."


def _complete(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    declare_complete(
        by,
        row.reference,
        said["words"],
        today=today,
        effective_on=said["effective_on"],
        behalf=behalf_of(form),
    )
    if row.needs_agreement:
        return "Declared complete. A second person now has to agree."
    return "Declared complete." if row.evidence_count else "Declared complete. Add evidence next."


def _agree(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    agree(by, row.reference, said["words"], today=today, minute=said["minute"])
    return "Agreed."


def _reopen(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    reopen(by, row.reference, form.cleaned_data["reason"], today=today)
    return "Open again."


def _met(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    meet_occurrence(
        by,
        row.reference,
        said["met_on"],
        said["words"],
        today=today,
        next_on=said["next_on"],
        behalf=behalf_of(form),
    )
    return f"Recorded as met on {long_date(said['met_on'])}."


def _colour_form(
    data: Any, files: Any, initial: Any, row: Row, user: Any, today: dt.date
) -> ActingForm:
    start = {"colour": row.rag_set, "reason": row.rag_set_reason, **initial}
    return ColourForm(data, initial=start, today=today)


def _colour(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    set_colour(by, row.reference, said["colour"], said["reason"], today=today)
    return "The colour is set." if said["colour"] else "The colour is the rule’s again."


def _owners_form(
    data: Any, files: Any, initial: Any, row: Row, user: Any, today: dt.date
) -> ActingForm:
    return OwnersForm(
        data,
        initial={"version": row.version, **initial},
        today=today,
        owners=owners_to_choose(today),
        standing=owners_now(row),
    )


def _owners(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    chosen = form.chosen() if isinstance(form, OwnersForm) else ()
    said = form.cleaned_data
    try:
        assign_owners(
            by,
            row.reference,
            chosen,
            today=today,
            reason=said["reason"],
            version=said["version"] or 0,
        )
    except Stale as stale:
        form.data = with_version(form.data, "version", row.version)
        now = "; ".join(words for _, words in owners_now(row)) or "nobody"
        raise Problem(
            f"Somebody else has changed this action since you opened it. It is now owned by: "
            f"{now}. Choose who shall own it and save again."
        ) from stale
    return "The owners are changed. What the plan printed stays."


def _link_form(
    data: Any, files: Any, initial: Any, row: Row, user: Any, today: dt.date
) -> ActingForm:
    others = other_actions(user, row.plan_id, row.reference)
    return LinkForm(data, initial=initial, today=today, others=others)


def _link(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    link_actions(by, row.reference, said["to"], LinkKind(said["kind"]))
    return "Linked. Both actions show it."


def _ask_form(
    data: Any, files: Any, initial: Any, row: Row, user: Any, today: dt.date
) -> ActingForm:
    start = {"answer_due_on": answer_wanted_by(today), **initial}
    return AskForm(data, initial=start, today=today, people=people_to_choose(today))


def _ask(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    challenge(
        by,
        row.reference,
        said["words"],
        said["answer_due_on"],
        today=today,
        answer_by=person_called(said["person"]) if said["person"] else None,
    )
    return "Your question is asked. Its answer will stand here."


def _ask_evidence(by: By, row: Row, form: ActingForm, today: dt.date) -> str:
    ask_for_evidence(by, row.reference, form.cleaned_data["reason"], today=today)
    return "Evidence is asked for. From now on it is chased."


DEEDS: tuple[Deed, ...] = (
    Deed(
        "update", May.UPDATE_ACTIONS, "Say how it stands", "Save the update", _update_form, _update
    ),
    Deed(
        "date",
        May.UPDATE_ACTIONS,
        "Give it a new date",
        "Save the new date",
        _plain(NewDateForm),
        _new_date,
        "Every earlier date stays on record, with how often it moved.",
    ),
    Deed(
        "evidence",
        May.UPDATE_ACTIONS,
        "Add evidence",
        "Keep this evidence",
        _plain(EvidenceForm),
        _evidence,
        has_files=True,
        template="assurance/deed_evidence.html",
    ),
    Deed(
        "complete",
        May.UPDATE_ACTIONS,
        "Declare it complete",
        "Declare complete",
        _plain(CompleteForm),
        _complete,
        "Until evidence is added, it is shown as declared, not evidenced.",
    ),
    Deed(
        "agree",
        May.AGREE,
        "Agree that it is complete",
        "I agree",
        _plain(AgreeForm),
        _agree,
        "Somebody other than the person who declared it has to agree.",
    ),
    Deed("reopen", May.UPDATE_ACTIONS, "Open it again", "Open again", _plain(ReasonForm), _reopen),
    Deed(
        "met",
        May.UPDATE_ACTIONS,
        "Record that it was met this time",
        "Record as met",
        _plain(MetForm),
        _met,
        "A duty that comes back is never complete. Each time is recorded, and the next one opens.",
    ),
    Deed("colour", May.EDIT_PLANS, "Set the colour", "Set this colour", _colour_form, _colour),
    Deed(
        "owners",
        May.EDIT_PLANS,
        "Change who owns it",
        "Save the owners",
        _owners_form,
        _owners,
    ),
    Deed("link", May.EDIT_PLANS, "Link it with another action", "Link", _link_form, _link),
    Deed("ask", May.CHALLENGE, "Ask a question", "Ask", _ask_form, _ask),
    Deed(
        "ask_evidence",
        May.EDIT_PLANS,
        "Ask for evidence",
        "Ask for evidence",
        _plain(ReasonForm),
        _ask_evidence,
        "It was declared only. Once asked, it counts as waiting for evidence.",
    ),
)

PAGES = {deed.name: deed_page(deed) for deed in DEEDS}
