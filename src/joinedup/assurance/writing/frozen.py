"""What a plan holds at this moment, as it is frozen when it is put to a body."""

from __future__ import annotations

from typing import Any

from joinedup.assurance.models import Action, Owner, Plan
from joinedup.assurance.writing.words import owner_name

__all__ = ["content_of"]

PLAIN = (
    "reference", "code", "title", "due_text", "recurrence", "priority", "review_method", "status",
    "proof",
)  # fmt: skip
JOINED = ("parent__reference", "section__title", "agency__name")


def content_of(plan: Plan) -> dict[str, Any]:
    """The plan's title and every row in printed order, with what it promises and how it stands.
    Two statements."""
    owners: dict[int, list[str]] = {}
    now = Owner.objects.filter(action__plan=plan, to_on__isnull=True)
    for one in now.select_related("person", "post", "agency").order_by("position"):
        owners.setdefault(one.action_id, []).append(owner_name(one))
    found = Action.objects.filter(plan=plan).order_by("position", "pk")
    rows = []
    for row in found.values("pk", "due_on", *PLAIN, *JOINED):
        said: dict[str, Any] = {name: row[name] for name in PLAIN}
        for name in JOINED:
            said[name.split("__")[0]] = row[name] or ""
        said["due_on"] = row["due_on"].isoformat() if row["due_on"] else None
        said["owners"] = ", ".join(owners.get(row["pk"], ()))
        rows.append(said)
    return {"title": plan.title, "body": plan.body, "rows": rows}
