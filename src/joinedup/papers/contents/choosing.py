"""Which plans of a paper a section is about, where nobody has said so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from joinedup.assurance.choices import SourceKind
from joinedup.assurance.models import Plan

__all__ = ["plans_for"]

SECTION_11 = re.compile(r"\bs(?:ection|\.)?\s*11\b", re.IGNORECASE)
AUDIT_ROLES = {"title", "priority", "status"}
SECTION_11_ROLES = {"title", "owners", "progress"}


def _roles(plan: Plan) -> set[str]:
    return {str(one.get("role", "other")) for one in plan.columns} - {"section"}


def _is_section_11(plan: Plan) -> bool:
    return bool(SECTION_11.search(plan.title)) or _roles(plan) == SECTION_11_ROLES


def _is_audit(plan: Plan) -> bool:
    if _is_section_11(plan):
        return False
    is_audit = plan.source is not None and plan.source.kind == SourceKind.AUDIT
    return is_audit or _roles(plan) == AUDIT_ROLES


def plans_for(code: str, plans: Sequence[Plan], about: str = "") -> list[Plan]:
    """The plans of a section: the one it is about; else, for the tables of audits, those that are
    laid out so; for the plan itself, all that stand in no other table; for all else, every plan."""
    if about:
        return [one for one in plans if one.reference == about]
    if code == "audit_actions":
        return [one for one in plans if _is_audit(one)]
    if code == "section_11":
        return [one for one in plans if _is_section_11(one)]
    if code in ("plan_table", "five_column"):
        rest = [one for one in plans if not _is_audit(one) and not _is_section_11(one)]
        return rest or list(plans)
    return list(plans)
