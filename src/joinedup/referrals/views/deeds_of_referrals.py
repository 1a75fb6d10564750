"""What can be done to a referral or a challenge, each on a small page of its own."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.referrals import actions
from joinedup.referrals.actions import Answer
from joinedup.referrals.choices import ResultKind
from joinedup.referrals.forms.acting import (
    AnswerForm,
    KeepBackForm,
    ProofForm,
    ReasonForm,
    SendForm,
    SignForm,
    WordsForm,
    proof_of,
    sending_of,
)
from joinedup.referrals.queries.one import receiver_of
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.rules.receivers import in_their_order
from joinedup.referrals.rules.sharing import KEEP, SHARE
from joinedup.referrals.views.deeds import Asking, Deed

__all__ = ["DEEDS", "answers_of"]

Said = dict[str, Any]


def answers_of(row: Any, today: Any) -> list[tuple[str, str]]:
    """What a receiver can say as the referral stands."""
    found: list[tuple[str, str]] = []
    if row.state == "sent":
        found.append(("acknowledged", "It arrived, and is not decided yet"))
    if row.state in ("sent", "acknowledged", "declined"):
        found.append(("accepted", "It is accepted; the outcome follows"))
    if row.state in ("sent", "acknowledged", "accepted"):
        found.append(("declined", "It is declined"))
        outcomes = receiver_of(row, rules_on(today)).outcomes
        labels = dict(ResultKind.choices)
        found += [(one, f"Outcome: {labels[one]}") for one in outcomes]
    return found


def _words(asking: Asking) -> forms.Form:
    rules = rules_on(asking.today)
    row = asking.row
    parts = in_their_order(receiver_of(row, rules), row.parts, rules.words())
    start = {f"part_{key}": said for key, _, said in parts} | {"version": row.version}
    return WordsForm(asking.data, initial=start, parts=parts)


def _amend(by: By, asking: Asking, said: Said) -> str:
    parts = {k.removeprefix("part_"): v for k, v in said.items() if k.startswith("part_")}
    actions.amend(by, asking.row.reference, parts, said["version"] or 0)
    return "The words are saved. It is not sent yet."


def _grounds(asking: Asking, group: str) -> list[tuple[str, str, str]]:
    entries = rules_on(asking.today).bases(asking.row.age, group)
    return [(one.code, one.title, one.text) for one in entries]


def _sending(asking: Asking) -> forms.Form:
    start = {
        "channel": asking.row.channel, "mailed_by": asking.user.person.name,
        "mailed_on": asking.today,
    }  # fmt: skip
    return SendForm(asking.data, asking.files, initial=start, bases=_grounds(asking, SHARE))


def _send(by: By, asking: Asking, said: Said) -> str:
    sending = sending_of(said)
    row = actions.send(by, asking.row.reference, sending, today=asking.today, site=asking.site)
    return (
        "The copy is sent."
        if row.copy_of_id
        else "It is sent. From now on their answer is awaited."
    )


def _keep(by: By, asking: Asking, said: Said) -> str:
    file = proof_of(said)
    if file is not None:
        actions.keep_proof(by, asking.row.reference, file.name, file.data)
    return "The file is kept with the referral."


def _proving(asking: Asking) -> forms.Form:
    return ProofForm(asking.data, asking.files)


def _keeping(asking: Asking) -> forms.Form:
    return KeepBackForm(asking.data, bases=_grounds(asking, KEEP))


def _keep_back(by: By, asking: Asking, said: Said) -> str:
    actions.keep_back(by, asking.row.reference, said["basis"], said["reason"], today=asking.today)
    return "It is not sent. The decision is kept with its ground."


def _answering(asking: Asking) -> forms.Form:
    return AnswerForm(asking.data, answers=answers_of(asking.row, asking.today))


def _answer(by: By, asking: Asking, said: Said) -> str:
    answer = Answer(said["says"], said["words"], said["threshold"], said["their_reference"])
    row = actions.answer_for_them(by, asking.row.reference, answer, today=asking.today)
    if said["says"] == "declined":
        return "Their refusal is recorded. Challenge it, or let it stand with a reason."
    return "Their answer is recorded." if row else ""


def _reason(asking: Asking) -> forms.Form:
    return ReasonForm(asking.data)


def _let_stand(by: By, asking: Asking, said: Said) -> str:
    row = actions.let_stand(by, asking.row.reference, said["reason"], today=asking.today)
    if row.stands_because:
        return "The refusal stands, with your reason."
    return "It is asked for. The refusal stands once a manager of cases has signed."


def _signing(asking: Asking) -> forms.Form:
    return SignForm(asking.data)


def _sign_stand(by: By, asking: Asking, said: Said) -> str:
    actions.sign_stand(by, asking.row.reference, said["words"], today=asking.today)
    return "You signed. The refusal stands, with both reasons."


def _refuse_stand(by: By, asking: Asking, said: Said) -> str:
    actions.refuse_stand(by, asking.row.reference, said["words"], today=asking.today)
    return "The refusal does not stand. Challenge it now."


WORK = May.WORK_CASES
DEEDS: dict[str, Deed] = {
    one.name: one
    for one in (
        Deed("words", WORK, "Change the words", "Save the words", _words, _amend,
             "In the order of the receiver’s own form."),
        Deed("send", WORK, "Note that it was sent", "It was sent", _sending, _send,
             "Send it first: by their form, by secure mail, or by telephone. Then say here how."),
        Deed("keep-back", WORK, "Decide not to send it", "Keep this decision", _keeping, _keep_back,
             "That somebody did not agree is never a ground where a child may be at risk."),
        Deed("answer", WORK, "Record what they said", "Record their answer", _answering, _answer),
        Deed("proof", WORK, "Add proof", "Keep the file", _proving, _keep,
             "A receipt of their form, a letter, a saved e-mail."),
        Deed("let-stand", WORK, "Let the refusal stand", "Let it stand", _reason, _let_stand,
             "About a child with clear signs of exploitation a manager of cases signs as well."),
        Deed("sign-stand", May.MANAGE_CASES, "Sign that the refusal stands", "Sign", _signing,
             _sign_stand, "Read their reason and ours first. Nobody challenges it after that."),
        Deed("refuse-stand", May.MANAGE_CASES, "Say that the refusal does not stand",
             "It does not stand", _signing, _refuse_stand, "It is then to be challenged."),
    )
}  # fmt: skip
