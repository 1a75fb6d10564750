"""What people do with referrals."""

from joinedup.referrals.actions.alerts import chase_alerts, read_alert, tell_senior
from joinedup.referrals.actions.answers import (
    accept,
    acknowledge,
    decline,
    reconsider,
    record_result,
)
from joinedup.referrals.actions.assuring import (
    Assurance,
    ask_for_escalation,
    assure_by_link,
    assure_for_them,
)
from joinedup.referrals.actions.challenging import (
    answer_challenge_by_link,
    challenge,
    go_on,
    settle,
)
from joinedup.referrals.actions.links import (
    Answer,
    answer_by_link,
    answer_for_them,
    ask_receiver,
    chase,
)
from joinedup.referrals.actions.sending import (
    NewReferral,
    amend,
    decide_not_to_share,
    keep_back,
    keep_proof,
    refer,
    send,
)
from joinedup.referrals.actions.sharing import note_sharing
from joinedup.referrals.actions.standing import let_stand, refuse_stand, sign_stand

__all__ = [
    "Answer",
    "Assurance",
    "NewReferral",
    "accept",
    "acknowledge",
    "amend",
    "answer_by_link",
    "answer_challenge_by_link",
    "answer_for_them",
    "ask_for_escalation",
    "ask_receiver",
    "assure_by_link",
    "assure_for_them",
    "challenge",
    "chase",
    "chase_alerts",
    "decide_not_to_share",
    "decline",
    "go_on",
    "keep_back",
    "keep_proof",
    "let_stand",
    "note_sharing",
    "read_alert",
    "reconsider",
    "record_result",
    "refer",
    "refuse_stand",
    "send",
    "settle",
    "sign_stand",
    "tell_senior",
]
