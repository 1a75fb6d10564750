"""A referral as a report of blocks, for a PDF."""

from __future__ import annotations

import datetime as dt

from joinedup.documents.blocks import Field, Fields, Heading, Note, Paragraph, Report, text
from joinedup.pages.dates import long_date
from joinedup.referrals.queries.one import ReferralView

__all__ = ["report_of"]

CARE = "Confidential. It holds personal information: send it by secure mail only."


def report_of(view: ReferralView, today: dt.date) -> Report:
    """The report of a referral as it reads now, in the order of the receiver's form."""
    row = view.row
    to = ", ".join(filter(None, [view.receiver.title, str(row.agency or ""), row.receiver_name]))
    front = [("To", to), ("Our reference", row.reference), ("Written on", long_date(today))]
    if row.sent_on is not None:
        front.append(("Sent on", long_date(row.sent_on)))
    if row.copy_of is not None:
        front.append(("Copy of", row.copy_of.reference))
    blocks: list[object] = [
        Note((text(CARE),)),
        Fields(tuple(Field(label, (text(said),)) for label, said in front)),
    ]
    for _, heading, said in view.parts:
        if said:
            blocks.append(Heading(2, heading, is_numbered=False))
            blocks += [Paragraph(text(line)) for line in said.split("\n") if line.strip()]
    if view.basis is not None:
        blocks.append(Heading(2, "Why this may be shared", is_numbered=False))
        blocks.append(Paragraph(text(view.basis.title)))
    return Report(
        title=f"Referral to {view.receiver.title}",
        blocks=tuple(blocks),  # type: ignore[arg-type]
        reference=row.reference,
        marking="Confidential",
    )
