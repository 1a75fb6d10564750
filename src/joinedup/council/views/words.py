"""Pages for everybody: glossary, help, accessibility, privacy."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from joinedup.access.choices import Reach, Role
from joinedup.access.door import open_to_all
from joinedup.access.limits import limit
from joinedup.access.permission import standing
from joinedup.access.roles import POLICY
from joinedup.council.queries import overlay, profile
from joinedup.rulebook import colour_conditions, find
from joinedup.rulebook import glossary as all_words

__all__ = ["accessibility", "glossary", "help_page", "privacy"]

COLOURS = "rag.action"
"""The usual rule of colours."""


@open_to_all
def glossary(request: HttpRequest) -> HttpResponse:
    """The words of the field, each in a sentence."""
    words = request.GET.get("q", "").strip()
    asked = words.casefold()
    rows = [
        word
        for word in all_words()
        if not asked
        or any(asked in part.casefold() for part in (word.term, word.short, *word.also))
    ]
    letters: dict[str, list[object]] = {}
    for word in rows:
        letters.setdefault(word.term[0].upper(), []).append(word)
    context = {"letters": letters, "words": words, "number": len(rows)}
    return render(request, "council/glossary.html", context)


@open_to_all
def help_page(request: HttpRequest) -> HttpResponse:
    """Whom to ask; once signed in also what each role does and where, and how a plan comes in."""
    context: dict[str, Any] = {"profile": profile()}
    if request.user.is_authenticated:
        mine = standing(request.user).roles
        today = timezone.localdate()
        own = overlay()
        colours = find(COLOURS, today, own)
        context |= {
            "mine": [_duties(role) for role in Role if role in mine],
            "others": [_duties(role) for role in Role if role not in mine],
            "colours": colours,
            "conditions": colour_conditions(COLOURS, today, own),
            "idle_minutes": limit("session.idle") // 60,
            "draft_days": limit("draft.keep") // 86_400,
        }
    return render(request, "council/help.html", context)


def _duties(role: Role) -> dict[str, Any]:
    """A role with what the policy lets it do, each with how far that reaches where it is not all."""
    duties = [
        {
            "may": may.value,
            "words": may.label,
            "reach": "" if reach is Reach.ALL else reach.label,
        }
        for may, reach in POLICY[role].items()
    ]
    return {"role": role.label, "duties": duties}


@open_to_all
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "council/accessibility.html", {"profile": profile()})


@open_to_all
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about the people who use this, and why."""
    context = {
        "profile": profile(),
        "idle_minutes": limit("session.idle") // 60,
        "draft_days": limit("draft.keep") // 86_400,
    }
    return render(request, "council/privacy.html", context)
