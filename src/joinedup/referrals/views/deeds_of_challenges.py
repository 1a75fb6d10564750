"""What can be done to a challenge, each on a small page of its own: made, settled, taken further."""

from __future__ import annotations

from typing import Any

from django import forms
from markupsafe import Markup

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.pages.dates import long_date
from joinedup.referrals import actions
from joinedup.referrals.forms.challenging import (
    ChallengeForm,
    GoOnForm,
    SettleForm,
    going_of,
)
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.queries.stages import Answering, answering
from joinedup.referrals.rules.going_out import plain_words, why_challenged
from joinedup.referrals.views.deeds import Asking, Deed

__all__ = ["CHALLENGE", "CHALLENGE_DEEDS"]

Said = dict[str, Any]
Facts = list[dict[str, Any]]
NO_NUMBER = (
    "None is kept for this stage. Whoever keeps the rule book adds it under “Whom to ring about a "
    "challenge, stage by stage”."
)
LAST = "None: this was the last. The challenge ends, and what we hold stays on record."


def _next(asking: Asking) -> Answering | None:
    """The stage that begins: the first of a referral, or the one after the challenge's own; None
    after the last."""
    rules, row = rules_on(asking.today), asking.row
    if not hasattr(row, "stage"):
        return answering(row, 1, rules, asking.today)
    if row.stage >= len(rules.stages()[0]):
        return None
    return answering(row.referral, row.stage + 1, rules, asking.today)


def _facts(asking: Asking) -> Facts:
    then = _next(asking)
    if then is None:
        return [{"key": "Next stage", "value": LAST}]
    rows = [
        {"key": "Stage", "value": f"{then.stage.number} of {then.of}: {then.stage.who}"},
        {"key": "Answers for it on their side", "value": then.theirs},
        {"key": "Their telephone", "value": _telephone(then)},
        {"key": "Answers for it on our side", "value": then.ours},
        {"key": "To be answered by", "value": long_date(then.due_on)},
    ]
    return rows


def _telephone(then: Answering) -> str:
    if not then.telephone:
        return NO_NUMBER
    dial = "".join(one for one in then.telephone if one.isdigit() or one == "+")
    return Markup('<a class="govuk-link" href="tel:{}">{}</a> {}').format(
        dial, then.telephone, then.of_whom
    )


def _start(then: Answering | None, asking: Asking) -> dict[str, Any]:
    if then is None:
        return {}
    return {
        "way": "mail" if then.address else "telephone",
        "theirs": then.theirs,
        "telephone": then.telephone,
        "spoken_on": asking.today,
    }


def _challenging(asking: Asking) -> forms.Form:
    then = _next(asking)
    words = plain_words(why_challenged(asking.row.state))
    start = {"words": words, **_start(then, asking)}
    address = then.address if then is not None else ""
    return ChallengeForm(asking.data, initial=start, address=address, today=asking.today)


def _challenge(by: By, asking: Asking, said: Said) -> str:
    made = actions.challenge(
        by, asking.row.reference, said["words"], going_of(said), today=asking.today,
        site=asking.site,
    )  # fmt: skip
    return f"{_gone(said)} Stage {made.stage} begins today."


def _gone(said: Said) -> str:
    if said.get("way") == "telephone":
        return "The call is on record."
    return "The mail with a link to answer is on its way to them."


def _settling(asking: Asking) -> forms.Form:
    return SettleForm(asking.data)


def _settle(by: By, asking: Asking, said: Said) -> str:
    actions.settle(
        by, asking.row.reference, said["result"], today=asking.today,
        has_changed=said["did_change"] == "yes",
    )  # fmt: skip
    return "The challenge is settled."


def _going_on(asking: Asking) -> forms.Form:
    then = _next(asking)
    return GoOnForm(
        asking.data, initial=_start(then, asking), today=asking.today, is_last=then is None,
        address=then.address if then is not None else "",
    )  # fmt: skip


def _go_on(by: By, asking: Asking, said: Said) -> str:
    row = actions.go_on(
        by, asking.row.reference, said["said"], said["dissent"], going_of(said),
        today=asking.today, site=asking.site,
    )  # fmt: skip
    if row.ended_on is not None:
        return "The challenge has ended without agreement. What we hold stays on record."
    return f"{_gone(said)} Stage {row.stage} begins today."


WORK = May.WORK_CASES
CHALLENGE = Deed(
    "challenge", WORK, "Challenge it", "Challenge it now", _challenging, _challenge,
    "The words are ready; change them if you like. It goes to those named here today.", _facts,
)  # fmt: skip
CHALLENGE_DEEDS: dict[str, Deed] = {
    one.name: one
    for one in (
        Deed("settle", WORK, "Record that it is settled", "It is settled", _settling, _settle),
        Deed("go-on", WORK, "Take it to the next stage", "Go on", _going_on, _go_on,
             "Nothing was agreed at this stage. What we hold is kept, and the next stage begins.",
             _facts),
    )
}  # fmt: skip
