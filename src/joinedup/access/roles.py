"""The whole policy in one table: what each role may do and how far it reaches.

Read it in one sitting. Nothing elsewhere grants anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from joinedup.access.choices import May, Reach, Role

__all__ = ["PAST_SEALS", "POLICY", "reaches"]

ALL, AGENCY, TEAM, OWN = Reach.ALL, Reach.AGENCY, Reach.TEAM, Reach.OWN

POLICY: dict[Role, dict[May, Reach]] = {
    Role.SAFEGUARDING_LEAD: {
        May.READ_PLANS: ALL,
        May.UPDATE_ACTIONS: ALL,
        May.EDIT_PLANS: ALL,
        May.IMPORT_PLANS: ALL,
        May.MODERATE: ALL,
        May.SEE_SMALL_COUNTS: ALL,
        May.DECLARE_FIGURES: ALL,
        May.AGREE: ALL,
        May.CHALLENGE: ALL,
        May.EXPORT: ALL,
        May.MANAGE_PEOPLE: ALL,
        May.MANAGE_MAIL: ALL,
        May.SEE_WHO_SAW: ALL,
        May.SET_ACCESS: ALL,
        May.BREAK_GLASS: ALL,
        May.READ_PAPERS: ALL,
        May.CLEAR_PAPERS: ALL,
        May.PREPARE_PAPERS: ALL,
        May.READ_EXEMPT: ALL,
        May.REPORT_CONCERNS: OWN,
        May.TRIAGE: ALL,
        May.FIND_PEOPLE: ALL,
        May.LINK_PEOPLE: ALL,
        May.READ_CASES: ALL,
        May.WORK_CASES: ALL,
        May.MANAGE_CASES: ALL,
        May.GOVERN_RECORDS: ALL,
        May.KEEP_DIRECTORY: ALL,
        May.KEEP_LIBRARY: ALL,
    },
    Role.ADMINISTRATOR: {
        May.READ_PLANS: ALL,
        May.UPDATE_ACTIONS: ALL,
        May.EDIT_PLANS: ALL,
        May.IMPORT_PLANS: ALL,
        May.SEE_SMALL_COUNTS: ALL,
        May.DECLARE_FIGURES: ALL,
        May.EXPORT: ALL,
        May.MANAGE_PEOPLE: ALL,
        May.MANAGE_MAIL: ALL,
        May.MANAGE_COUNCIL: ALL,
        May.READ_PAPERS: ALL,
        May.CLEAR_PAPERS: ALL,
        May.PREPARE_PAPERS: ALL,
        May.READ_EXEMPT: ALL,
        May.REPORT_CONCERNS: OWN,
        May.KEEP_DIRECTORY: ALL,
        May.KEEP_LIBRARY: ALL,
    },
    Role.SERVICE_MANAGER: {
        May.READ_PLANS: AGENCY,
        May.UPDATE_ACTIONS: TEAM,
        May.AGREE: AGENCY,
        May.SEE_SMALL_COUNTS: AGENCY,
        May.CHALLENGE: AGENCY,
        May.EXPORT: AGENCY,
        May.BREAK_GLASS: AGENCY,
        May.READ_PAPERS: ALL,
        May.CLEAR_PAPERS: OWN,
        May.REPORT_CONCERNS: OWN,
    },
    Role.ACTION_OWNER: {
        May.READ_PLANS: AGENCY,
        May.UPDATE_ACTIONS: OWN,
        May.EXPORT: AGENCY,
        May.READ_PAPERS: ALL,
        May.CLEAR_PAPERS: OWN,
        May.REPORT_CONCERNS: OWN,
    },
    Role.PARTNER: {
        May.READ_PLANS: AGENCY,
        May.UPDATE_ACTIONS: OWN,
        May.CHALLENGE: AGENCY,
        May.MODERATE: OWN,
        May.READ_PAPERS: ALL,
        May.CLEAR_PAPERS: OWN,
        May.REPORT_CONCERNS: OWN,
    },
    Role.AUDITOR: {
        May.READ_PLANS: ALL,
        May.CHALLENGE: ALL,
        May.MODERATE: ALL,
        May.SEE_SMALL_COUNTS: ALL,
        May.EXPORT: ALL,
        May.READ_PAPERS: ALL,
        May.CLEAR_PAPERS: OWN,
        May.REPORT_CONCERNS: OWN,
    },
    Role.COUNCILLOR: {
        May.READ_PLANS: ALL,
        May.CHALLENGE: ALL,
        May.READ_PAPERS: ALL,
        May.CLEAR_PAPERS: OWN,
        May.READ_EXEMPT: OWN,
        May.REPORT_CONCERNS: OWN,
    },
    Role.SYSTEM_ADMINISTRATOR: {
        May.MANAGE_ACCOUNTS: ALL,
        May.MANAGE_MAIL: ALL,
        May.MANAGE_COUNCIL: ALL,
        May.REPORT_CONCERNS: OWN,
    },
    Role.INFORMATION_GOVERNANCE: {
        May.READ_AUDIT: ALL,
        May.SET_ACCESS: ALL,
        May.GOVERN_RECORDS: ALL,
        May.REPORT_CONCERNS: OWN,
    },
    Role.DUTY_OFFICER: {
        May.REPORT_CONCERNS: OWN,
        May.TRIAGE: ALL,
        May.FIND_PEOPLE: ALL,
        May.LINK_PEOPLE: ALL,
        May.READ_CASES: AGENCY,
        May.WORK_CASES: AGENCY,
        May.KEEP_DIRECTORY: ALL,
        May.BREAK_GLASS: AGENCY,
    },
    Role.CASEWORKER: {
        May.REPORT_CONCERNS: OWN,
        May.FIND_PEOPLE: ALL,
        May.READ_CASES: OWN,
        May.WORK_CASES: OWN,
        May.BREAK_GLASS: AGENCY,
    },
    Role.CASE_MANAGER: {
        May.REPORT_CONCERNS: OWN,
        May.FIND_PEOPLE: ALL,
        May.LINK_PEOPLE: AGENCY,
        May.READ_CASES: TEAM,
        May.WORK_CASES: TEAM,
        May.MANAGE_CASES: TEAM,
        May.BREAK_GLASS: AGENCY,
    },
}

PAST_SEALS = frozenset({May.SET_ACCESS, May.BREAK_GLASS})
"""What a seal does not stop: these set the seal itself or ask to pass it, and show no words."""


def reaches(roles: Iterable[Role], may: May) -> frozenset[Reach]:
    """How far somebody with these roles may do a thing; empty where they may not at all."""
    return frozenset(POLICY[role][may] for role in roles if may in POLICY[role])
