"""The words of reminders. A mail carries references, days and links: no person's name, no word of
what an action is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.assurance.choices import ChasedAs, ChaseTrouble
from joinedup.assurance.rules.chasing import DATE, EVIDENCE
from joinedup.pages.dates import long_date, plural

__all__ = ["MailLine", "mail_body", "mail_subject", "when_words"]

OWN = (ChasedAs.OWNER, ChasedAs.ASKED, ChasedAs.CONTACT)
HEADINGS = {
    ChasedAs.OWNER: "Please say how each of these stands. You need no account: its link is enough.",
    ChasedAs.ASKED: "You were asked a question about each of these. Please answer: you need no "
    "account, its link is enough.",
    ChasedAs.CONTACT: "Your organisation answers for these. Please say how each of them stands, or "
    "pass this message on to whoever can. No account is needed: the link is enough.",
    ChasedAs.MANAGER: "People you manage have not answered about these:",
    ChasedAs.LEAD: "These are in plans that you lead, and nobody nearer can be asked:",
    ChasedAs.SAFEGUARDING_LEAD: "These have been open for long, and nobody has answered:",
}
TROUBLE = {
    ChaseTrouble.VACANT: "the post that owns it stands empty; name somebody or fill the post",
    ChaseTrouble.NOBODY: "nobody is named as its owner; name one",
    ChaseTrouble.LEFT: "its owner has left; name somebody else",
    ChaseTrouble.NO_ADDRESS: "its owner has no e-mail address in Joined Up; add it, or ask in person",
    ChaseTrouble.UNDELIVERED: "mail to its owner cannot be delivered; check the address",
    ChaseTrouble.NO_CONTACT: "the organisation that owns it has no contact address; add one",
    ChaseTrouble.NO_MANAGER: "its owner has not answered, and no manager is recorded",
}

ASKED_TROUBLE = (
    "whoever was asked, or their manager, cannot be reached; answer it, or ask in person"
)


@dataclass(frozen=True, slots=True)
class MailLine:
    """One action in a mail. `address` is the link that stands below it, `promise` what is owed."""

    reference: str
    due_on: dt.date
    chased_as: ChasedAs
    address: str
    trouble: ChaseTrouble = ChaseTrouble.NONE
    promise: str = DATE


def _trouble(row: MailLine) -> str:
    is_question = row.promise not in (DATE, EVIDENCE)
    return ASKED_TROUBLE if is_question else TROUBLE[row.trouble]


def when_words(due_on: dt.date, today: dt.date, promise: str = DATE) -> str:
    """ "due on 5 March 2026, 12 days late", "evidence asked for on 5 March 2026", "answer to a
    question wanted by 5 March 2026"."""
    if promise == EVIDENCE:
        return f"evidence asked for on {long_date(due_on)}"
    late = (today - due_on).days
    if promise != DATE:
        said = f"answer to a question wanted by {long_date(due_on)}"
        return f"{said}, {plural(late, 'day')} late" if late > 0 else said
    if late > 0:
        return f"due on {long_date(due_on)}, {plural(late, 'day')} late"
    return f"due today, {long_date(due_on)}" if late == 0 else f"due on {long_date(due_on)}"


def mail_subject(lines: Sequence[MailLine], left_out: int) -> str:
    """ "3 actions wait for your answer", "2 actions wait for your answer, 4 need your attention"."""
    own = len({line.reference for line in lines if line.chased_as in OWN})
    other = len({line.reference for line in lines if line.chased_as not in OWN})
    own, other = (own + left_out, other) if own else (own, other + left_out)
    needs = "needs" if other == 1 else "need"
    if not own:
        return f"{plural(other, 'action')} {needs} your attention"
    waits = f"{plural(own, 'action')} {'waits' if own == 1 else 'wait'} for your answer"
    return f"{waits}, {other} {needs} your attention" if other else waits


def mail_body(
    lines: Sequence[MailLine], *, today: dt.date, until: dt.date | None, work: str, left_out: int
) -> str:
    """The whole mail. `until` is the last day on which its links work (None: it has none), `work`
    the address of the reader's own list, empty for somebody without an account."""
    said = ["Hello,", ""]
    for role in ChasedAs:
        rows = [line for line in lines if line.chased_as == role]
        if not rows:
            continue
        said += [HEADINGS[role], ""]
        for row in rows:
            why = f" ({_trouble(row)})" if row.trouble else ""
            when = when_words(row.due_on, today, row.promise)
            said += [f"{row.reference}, {when}{why}", row.address, ""]
    if left_out:
        said += [f"{plural(left_out, 'more action')} will follow in the next message.", ""]
    if until is not None:
        said += [
            f"Each link opens one action only and takes one answer, until {long_date(until)}. Opening it "
            "changes nothing.",
            "",
        ]
    if work:
        said += [f"Everything that waits for you: {work}", ""]
    return "\n".join(said)
