"""A referral as a report of blocks, for a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from joinedup.documents.blocks import Field, Fields, Heading, Note, Paragraph, Report, text
from joinedup.pages.dates import long_date
from joinedup.referrals.queries.one import ReferralView

__all__ = ["care_of", "report_of", "report_of_draft"]

CARE = "Confidential. It holds personal information: send it by secure mail only."

STOP = "Stop before you ring, write or visit anybody named here. Ask us first how to reach them safely."


def care_of(is_kept_apart: bool) -> tuple[str, ...]:
    """What stands first in what leaves the house: how to send it, and where anybody of the matter
    must not be rung before somebody was asked, that."""
    return (CARE, STOP) if is_kept_apart else (CARE,)


def report_of(view: ReferralView, today: dt.date, care: Sequence[str], ring: str) -> Report:
    """The report of a referral as it reads now, in the order of the receiver's form, under the
    sentences of `care_of`. `ring` is where they ring us back, empty where nobody knows."""
    row = view.row
    to = ", ".join(filter(None, [view.receiver.title, str(row.agency or ""), row.receiver_name]))
    front = [("To", to), *_references(row.reference, row.their_reference, ring)]
    front.append(("Written on", long_date(today)))
    if row.sent_on is not None:
        front.append(("Sent on", long_date(row.sent_on)))
    if row.copy_of is not None:
        front.append(("Copy of", row.copy_of.reference))
    basis = view.basis.title if view.basis is not None else ""
    return _report(view.receiver.title, row.reference, front, view.parts, basis, care)


def report_of_draft(
    title: str,
    reference: str,
    parts: Sequence[tuple[str, str, str]],
    today: dt.date,
    care: Sequence[str],
    ring: str,
) -> Report:
    """The words of a referral that is not sent yet, about the record of this reference, to be sent
    by secure mail to the receiver of this title, under the sentences of `care_of`, with where they
    `ring` us back."""
    front = [("To", title), *_references(reference, "", ring), ("Written on", long_date(today))]
    return _report(title, reference, front, parts, "", care)


def _references(ours: str, theirs: str, ring: str) -> list[tuple[str, str]]:
    """Whose reference is whose, and where to ring."""
    found = [("Our reference", f"{ours} (quote this)")]
    if theirs:
        found.append(("Your reference", theirs))
    if ring:
        found.append(("Ring us back", ring))
    return found


def _report(
    title: str,
    reference: str,
    front: Sequence[tuple[str, str]],
    parts: Iterable[tuple[str, str, str]],
    basis: str,
    care: Sequence[str],
) -> Report:
    blocks: list[object] = [
        *(Note((text(one),)) for one in care),
        Fields(tuple(Field(label, (text(said),)) for label, said in front)),
    ]
    for _, heading, said in parts:
        if said:
            blocks.append(Heading(2, heading, is_numbered=False))
            blocks += [Paragraph(text(line)) for line in said.split("\n") if line.strip()]
    if basis:
        blocks.append(Heading(2, "Why this may be shared", is_numbered=False))
        blocks.append(Paragraph(text(basis)))
    return Report(
        title=f"Referral to {title}",
        blocks=tuple(blocks),  # type: ignore[arg-type]
        reference=reference,
        marking="Confidential",
    )
