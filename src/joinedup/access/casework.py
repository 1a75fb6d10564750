"""Which references name records of casework: concerns, people, referrals, cases.

Councillors and all staff read plans; nobody reads a child's record by that right. Whatever takes any
reference (files, time limits, who has seen a record) asks here which right reading it takes.
"""

from __future__ import annotations

from django.db.models import Q

from joinedup.access.choices import May

__all__ = ["BEGINNINGS", "is_casework", "not_casework", "reading"]

BEGINNINGS = ("CO-", "RP-", "RF-", "RC-", "SA-", "SD-", "SU-", "CA-", "CP-", "EQ-", "FL-", "LS-",
              "FU-", "TO-", "AR-", "ER-")  # fmt: skip
"""First letters of references: concern, report, referral, challenge, senior alert, share, person,
case, step of a plan, enquiry, warning, place on a list, follow-up, transfer out, request for
records, erasure."""


def is_casework(reference: str) -> bool:
    """Whether a reference names a record of casework."""
    return reference.startswith(BEGINNINGS)


def reading(reference: str) -> May:
    """The right that reading this record takes."""
    return May.READ_CASES if is_casework(reference) else May.READ_PLANS


def not_casework(field: str = "about") -> Q:
    """The condition that a row speaks of no record of casework, by the reference in `field`."""
    found = Q()
    for one in BEGINNINGS:
        found &= ~Q(**{f"{field}__startswith": one})
    return found
