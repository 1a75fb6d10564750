"""What the database itself refuses of a concern: columns that no longer say what its people and its
referrals say. The CHECK constraints of the row rest on these columns."""

from __future__ import annotations

from joinedup.audit.refusals import Refusal

__all__ = ["REFUSED_WRITES"]

MAY_BE_CHILD = """EXISTS (
    SELECT 1 FROM concerns_concernperson p WHERE p.concern_id = NEW.id
    AND (p.age_group = 'child' OR (p.age_group = 'unknown' AND p.role IN ('child', 'adult')))
)"""
SENT = """EXISTS (
    SELECT 1 FROM referrals_referral r WHERE r.about = NEW.reference
    AND r.receiver = 'receiver.children_social_care' AND r.copy_of_id IS NULL AND r.sent_at IS NOT NULL
)"""
OUT = """EXISTS (
    SELECT 1 FROM referrals_referral r WHERE r.about = NEW.reference AND r.copy_of_id IS NULL
    AND r.state IN ('sent', 'acknowledged', 'accepted')
)"""

REFUSED_WRITES = (
    Refusal(
        "concerns_signs_stay_said",
        ("has_exploitation_indicator",),
        "(OLD.has_exploitation_indicator AND NOT NEW.has_exploitation_indicator)",
        "signs of exploitation once said stay said",
    ),
    Refusal(
        "concerns_age_is_the_peoples",
        ("age_group",),
        f"(NEW.age_group = 'adult' AND OLD.age_group <> 'adult' AND {MAY_BE_CHILD})",
        "somebody in this concern may be under 18",
    ),
    Refusal(
        "concerns_exploited_child_has_a_referral",
        ("ending", "state"),
        "(NEW.ending <> '' AND NEW.has_exploitation_indicator"
        " AND (OLD.ending = '' OR (NEW.state = 'ended' AND OLD.state <> 'ended'))"
        f" AND {MAY_BE_CHILD} AND NOT {SENT})",
        "no referral of this child was sent to social care",
    ),
    Refusal(
        "concerns_waits_for_referrals",
        ("state",),
        f"(NEW.state = 'ended' AND OLD.state <> 'ended' AND {OUT})",
        "somebody who was sent this has not answered",
    ),
)
