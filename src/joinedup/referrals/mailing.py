"""Writing to the other side about a challenge. Only for use inside an action."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.notices.actions.links import make_link
from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post
from joinedup.pages.dates import long_date
from joinedup.referrals.choices import WhyChallenged
from joinedup.referrals.models import Challenge, ChallengeStage
from joinedup.referrals.queries.ring_back import ring_us
from joinedup.referrals.queries.rules import RuleSet

__all__ = ["mail_challenge"]

SUBJECT = "We challenge what was decided: our reference {reference}"
SILENT_SUBJECT = "No answer to our referral: our reference {reference}"
BODY = """Hello,

this is a professional challenge about a referral that we sent you on {sent}.

Our reference: {reference} (quote this)
{yours}Why: {why}
Stage {number} of {of}: {who}
Who answers for it on your side: {theirs}
Who answers for it on our side: {ours}
Please answer by {due}.

Please pass this on to whoever answers on your side. What we hold, and room for your answer,
without an account:

{address}

The page can be opened and answered until the challenge is settled, and no longer than until
{until}. This message names no child and no adult.

{ring}
"""
WHY = {
    WhyChallenged.DECLINED: "it was declined, and we disagree.",
    WhyChallenged.SILENT: "the time to answer has run out, and we have not heard from you.",
    WhyChallenged.RESULT: "we disagree with its outcome.",
}


def mail_challenge(
    by: By, row: Challenge, stage: ChallengeStage, of: int, site: str, rules: RuleSet, may: May
) -> None:
    """Put the mail about a stage of a challenge in the outbox, with a link to answer. `of` is how
    many stages there are, `site` the address of this Joined Up. The agency has an address."""
    referral, agency = row.referral, row.referral.agency
    if agency is None or not site:
        return
    days = rules.limit("link.referral").amount("limit").number
    until = timezone.now() + dt.timedelta(days=days)
    _, token = make_link(
        by, may, purpose=Purpose.REFERRAL, about=row.reference, expires_at=until,
        recipient=agency.contact_email,
    )  # fmt: skip
    theirs = referral.their_reference
    subject = SILENT_SUBJECT if row.why == WhyChallenged.SILENT else SUBJECT
    post(
        key=f"challenge:{row.reference}:{stage.number}",
        purpose=Purpose.REFERRAL,
        recipient=agency.contact_email,
        subject=subject.format(reference=referral.reference),
        body=BODY.format(
            sent=long_date(referral.sent_on or stage.started_on),
            reference=referral.reference,
            yours=f"Your reference: {theirs}\n" if theirs else "",
            why=WHY[WhyChallenged(row.why)],
            number=stage.number,
            of=of,
            who=stage.who,
            theirs=stage.theirs,
            ours=stage.ours,
            due=long_date(stage.due_on),
            address=site.rstrip("/") + reverse("challenge_answer", args=[token]),
            until=long_date(timezone.localdate(until)),
            ring=ring_us(referral.reference),
        ),
        about=row.reference,
    )
