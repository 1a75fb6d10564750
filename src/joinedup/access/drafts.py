"""What a person typed and has not sent: kept through the end of a session, for that person only.

A form that wants its words kept carries a mark (`draft_mark`), signed for the person the page was
made for. When its POST arrives after the session has ended, the words go to that person's drafts
and to nobody else's, whoever signs in next.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest
from django.utils import timezone

from joinedup.access.limits import limit
from joinedup.access.models import Draft, User

__all__ = [
    "MARK",
    "clear_draft",
    "draft_mark",
    "draft_of",
    "drafts_of",
    "form_of_mark",
    "keep_posted",
    "keep_words",
    "save_draft",
    "sweep_drafts",
]

MARK = "draft_mark"
SALT = "joinedup.access.drafts"
NEVER_KEPT = ("password", "token", "credential", "code", "secret", MARK)
MOST_CHARACTERS = 500_000
MOST_DRAFTS = 50
WORTH_KEEPING = 20

Words = Mapping[str, Sequence[str]]


def draft_mark(user: User, form: str) -> str:
    """The signed words for a hidden field: whose form this is, and which."""
    return signing.dumps({"user": user.reference, "form": form}, salt=SALT, compress=True)


def keep_words(form: forms.Form, user: User, name: str) -> None:
    """Have a form's words kept as the draft `name`, and show those kept before.

    Give its template `draft=url("draft_save", name)`, and call `clear_draft` once it is sent.
    """
    mark = forms.CharField(required=False, widget=forms.HiddenInput)
    form.fields[MARK] = mark
    form.initial = {**form.initial, **draft_of(user, name), MARK: draft_mark(user, name)}


def form_of_mark(mark: str) -> tuple[User, str] | None:
    """Whose form and which form a mark names; None where it is forged or older than a session."""
    length = limit("session.absolute") * 3
    try:
        found = signing.loads(mark, salt=SALT, max_age=length)
    except signing.BadSignature:
        return None
    user = User.objects.filter(reference=found["user"], is_active=True).first()
    return (user, str(found["form"])) if user is not None else None


def save_draft(user: User, form: str, data: Words) -> Draft | None:
    """Keep the words of a form, in place of those kept before.

    `data` maps field names to what was typed. Passwords, codes and tokens are left out. None
    where there is nothing to keep or far too much of it.
    """
    kept = {
        name: [str(value) for value in values]
        for name, values in data.items()
        if not any(word in name.lower() for word in NEVER_KEPT)
    }
    size = sum(len(value) for values in kept.values() for value in values)
    if not size or size > MOST_CHARACTERS:
        return None
    draft, _ = Draft.objects.update_or_create(user=user, form=form[:120], defaults={"data": kept})
    surplus = user.drafts.order_by("-saved_at").values_list("pk", flat=True)[MOST_DRAFTS:]
    Draft.objects.filter(pk__in=list(surplus)).delete()
    return draft


def keep_posted(request: HttpRequest, ended: User | None) -> bool:
    """Keep the words of a POST that came after its session ended. Whether any were kept.

    `ended` is the person whose session this was, where that is still known; else the form's
    own mark says so.
    """
    marked = form_of_mark(request.POST.get(MARK, ""))
    if marked is not None:
        owner, form = marked
        if ended is not None and ended.pk != owner.pk:
            return False
    elif ended is not None and ended.is_active and _has_words(request):
        owner, form = ended, f"page:{request.path}"
    else:
        return False
    return save_draft(owner, form, dict(request.POST.lists())) is not None


def _has_words(request: HttpRequest) -> bool:
    """Whether somebody wrote something here, rather than pressed a button."""
    typed = (value for name, value in request.POST.items() if "token" not in name.lower())
    return any(len(str(value).strip()) >= WORTH_KEEPING for value in typed)


def draft_of(user: User, form: str) -> dict[str, Any]:
    """The kept words of a form, as `initial` for it: one value a field, or a list of several."""
    draft = Draft.objects.filter(user=user, form=form[:120]).first()
    if draft is None:
        return {}
    return {name: values[0] if len(values) == 1 else values for name, values in draft.data.items()}


def drafts_of(user: User) -> list[Draft]:
    """Everything kept for this person, newest first."""
    return list(Draft.objects.filter(user=user).order_by("-saved_at"))


def clear_draft(user: User, form: str) -> None:
    """Forget the kept words of a form, once they are sent or no longer wanted."""
    Draft.objects.filter(user=user, form=form[:120]).delete()


def sweep_drafts(now: dt.datetime | None = None) -> int:
    """Clear drafts older than the rule book lets them be; the number cleared. Run daily."""
    oldest = (now or timezone.now()) - dt.timedelta(seconds=limit("draft.keep"))
    return Draft.objects.filter(saved_at__lt=oldest).delete()[0]
