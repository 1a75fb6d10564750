"""An e-mail dropped on an action: looked at first, then taken into the thread."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.assurance.actions import take_mail
from joinedup.assurance.forms.mail import MailForm, MailTakeForm
from joinedup.assurance.queries.one import action_to
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, say_problem
from joinedup.documents import Refused as FileRefused
from joinedup.documents.mail import Mail, read_mail
from joinedup.files import storage

__all__ = ["mail", "take"]

SALT = "joinedup.assurance.mail"
KEPT_SECONDS = 3000
TOO_LATE = "This took too long, and the message is no longer here. Choose it again."


@door(May.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def mail(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose or drop a message; it is read in a box and shown before anything is kept."""
    today = timezone.localdate()
    row = action_to(by_request(request), May.UPDATE_ACTIONS, reference)
    form = MailForm(request.POST or None, request.FILES or None, today=today)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            found = read_mail(file.name, data)
        except FileRefused as refused:
            form.add_error("file", str(refused))
        else:
            kept = signing.dumps(
                {
                    "name": file.name,
                    "bytes": storage.write(data),
                    "user": request.user.pk,
                    "row": reference,
                },
                salt=SALT,
            )
            return _preview(request, row, found, kept, None, today)
    context = {"row": row, "form": form, "today": today}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/mail.html", context, status=status)


def _names(found: Mail) -> list[tuple[str, str]]:
    return [
        (str(place), f"{one.name} ({max(1, len(one.data) // 1024)} KB)")
        for place, one in enumerate(found.attachments)
    ]


def _preview(
    request: HttpRequest,
    row: Any,
    found: Mail,
    kept: str,
    form: MailTakeForm | None,
    today: dt.date,
) -> HttpResponse:
    files = _names(found)
    form = form or MailTakeForm(
        None,
        initial={"kept": kept, "words": found.text, "attached": [value for value, _ in files]},
        today=today,
        files=files,
    )
    context = {"row": row, "mail": found, "form": form, "today": today}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/mail_take.html", context, status=status)


def _again(request: HttpRequest, reference: str) -> tuple[str, bytes] | None:
    """The message that was looked at; None where it has been swept away or is not this reader's."""
    try:
        said = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=KEPT_SECONDS)
        if said["user"] != request.user.pk or said["row"] != reference:
            return None
        return said["name"], storage.path_of(said["bytes"]).read_bytes()
    except (signing.BadSignature, OSError):
        return None


@door(May.UPDATE_ACTIONS)
@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the message that was looked at into the thread, with the files that were ticked."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.UPDATE_ACTIONS, reference)
    again = _again(request, reference)
    if again is None:
        messages.error(request, TOO_LATE)
        return redirect("action_mail", reference)
    name, data = again
    try:
        found = read_mail(name, data)
    except FileRefused as refused:
        raise Refused("No such message.") from refused
    form = MailTakeForm(request.POST, today=today, files=_names(found))
    if form.is_valid():
        said = form.cleaned_data
        chosen = {int(place) for place in said.get("attached", [])}
        taken = replace(
            found,
            lines=tuple(said["words"].splitlines()),
            attachments=tuple(
                one for place, one in enumerate(found.attachments) if place in chosen
            ),
        )
        try:
            take_mail(by, reference, taken, name, data, today=today)
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "The message is in the thread, and kept as evidence.")
            return redirect("action", reference)
    return _preview(request, row, found, request.POST["kept"], form, today)
