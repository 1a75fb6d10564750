"""Tables of referrals."""

from joinedup.referrals.models.alerts import SeniorAlert, alert_reference
from joinedup.referrals.models.challenges import (
    Challenge,
    ChallengeStage,
    EscalationReturn,
    challenge_reference,
    return_reference,
)
from joinedup.referrals.models.referral import (
    Referral,
    ReferralChase,
    ShareDecision,
    referral_reference,
    share_reference,
)

__all__ = [
    "Challenge",
    "ChallengeStage",
    "EscalationReturn",
    "Referral",
    "ReferralChase",
    "SeniorAlert",
    "ShareDecision",
    "alert_reference",
    "challenge_reference",
    "referral_reference",
    "return_reference",
    "share_reference",
]
