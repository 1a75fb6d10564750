"""What stands in each address that the matrix tries.

An address like `plans/<str:reference>/…` needs an example: the kind of record its reference names.
The beginning of the address says so in BEGINNINGS, the other parts in PARTS. A page of a new kind
adds one line to BEGINNINGS and its record to `tests/factories/world.py`; a page whose answers are
not simply those of its door adds one line to SPECIAL, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping

BEGINNINGS: Mapping[str, str] = {
    "plans/": "plan",
    "actions/": "action",
    "sources/": "source",
    "statements/": "statement",
    "responses/": "response",
    "figures/": "figure_set",
    "files/": "file",
    "import/": "import",
    "records/": "action",
    "access/": "guard",
    "emergencies/": "emergency",
    "accounts/": "user",
    "people/": "person",
    "posts/": "post",
    "agencies/": "agency",
    "outbox/": "notice",
    "rules/local/": "rule",
    "demo/": "user",
    "doubts/": "doubt",
    "papers/": "paper",
    "referrals/": "referral",
    "referrals/files/": "referral_file",
    "referrals/assurance/": "escalation_return",
    "challenges/": "challenge",
    "alerts/": "alert",
    "cases/": "case",
    "cases/files/": "case_file",
    "concerns/": "concern",
    "concerns/mine/": "report",
    "concerns/reports/": "report",
    "concerns/files/": "concern_file",
    "subjects/": "subject",
    "ties/": "case",
    "keeping/": "case",
    "keeping/erasures/": "record_erasure",
    "access-requests/": "access_request",
    "directory/": "service",
    "help-numbers/": "help_number",
    "library/items/": "library_item",
}
"""Beginning of an address → the kind of record that `<str:reference>` names there."""

PARTS: Mapping[str, str] = {
    "closing": "closing",
    "handover": "handover",
    "concern": "concern",
    "hold": "hold",
    "action": "action",
    "pair": "pair",
    "figure": "figure",
    "question": "question",
    "evidence": "evidence",
    "proposal": "proposal",
    "told": "told",
    "version": "version",
    "row_id": "row",
    "token": "token",
    "provider_id": "provider",
    "grant": "grant",
    "holding": "holding",
    "team": "team",
    "conflict": "conflict",
    "involvement": "involvement",
}
"""Other parts of addresses → the kind of record they name."""

FIXED: Mapping[str, object] = {
    "what": "sign-out",
    "deed": "note",
    "step": "words",
    "sort": "person",
    "act": "add-name",
    "which": "contact",
    "turn": "go-on",
    "code": "session.idle",
    "form": "matrix",
    "part": "style",
    "pk": 1,
    "uidb36": "1",
    "key": "set-password",
    "section": "introduction",
    "kind": "legal",
    "piece": "option",
    "file_form": "word",
    "number": 1,
}
"""Parts that are no record: what stands there."""

SPECIAL: Mapping[str, str] = {
    "emergency": "by record: the one who opened it, those concerned, and those who set access",
    "check_row": "asks for a row that the file does not have",
    "notice_retry": "asks for a mail that could not be sent; there is none",
    "openid_connect_login": "no identity provider is set up, so there is nothing to sign in with",
    "openid_connect_callback": "as above",
    "mfa_edit_webauthn": "asks for a passkey of one's own; there is none",
    "mfa_remove_webauthn": "as above",
    "draft_save": "answers only the person whose mark the form carries",
    "draft_drop": "as above",
    "mfa_deactivate_totp": "asks for an app that is set up; there is none",
    "mfa_view_recovery_codes": "asks for codes that are there; there are none",
    "mfa_generate_recovery_codes": "asks for a second step that is set up; there is none",
    "question_answer": "by record: those who may update the action, and the person who was asked",
    "evidence_withdraw": "offered only for what is still there and one's own to take back",
    "evidence_judge": "absent for whoever added the evidence or owns the action",
    "doubt_answer": "by record: those who may update the action, and the person who is asked",
    "paper_implication": "by record: who answers for the implication, and those who prepare papers",
    "paper_exempt": "asks for the public form of a file; the exempt ones have tests of their own",
    "paper_layout_use": "asks for a layout that is not there",
    "paper_layout_end": "as above",
    "paper_layout_sample": "as above",
    "paper_part_remove": "asks for a part that is not there",
    "paper_risk": "as above",
    "case_sign": "asks for a closing that waits; there is none",
    "alert": "by record: the holder of the post that it is put before",
    "alert_read": "as above",
    "my_report": "by record: whoever reported it themselves",
    "concern_age": "asks for somebody in the concern by number; there is no such",
    "concern_name": "as above",
    "concern_age_seen": "as above",
    "concern_link": "as above",
    "concern_who": "as above",
    "concern_not_this": "asks for a kind that the words point to; none is shown",
    "case_who": "asks for somebody in the case by number; there is no such",
    "case_new_concern": "asks for a closed case; the one that is shown is open",
    "library_duty_end": "asks for a duty by number; there is no such",
    "library_review": "absent for whoever neither keeps the library nor owns the item",
    "moderate": "absent for people of the organisation itself, and before it has answered",
}
"""Routes whose answer to somebody with the right may be 404 all the same, and why."""


def example(path: str, names: list[str], known: Mapping[str, object]) -> dict[str, object] | None:
    """What to put into an address; `known` is a kind of record → its reference. None where this
    file does not say."""
    found: dict[str, object] = {}
    for name in names:
        if name == "reference":
            starts = [start for start in BEGINNINGS if path.startswith(start)]
            if not starts:
                return None
            kind = BEGINNINGS[max(starts, key=len)]
        elif name in FIXED:
            found[name] = FIXED[name]
            continue
        elif name in PARTS:
            kind = PARTS[name]
        else:
            return None
        if kind not in known:
            return None
        found[name] = known[kind]
    return found
