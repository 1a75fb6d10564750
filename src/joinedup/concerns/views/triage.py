"""The queue, one concern, and everything that is done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds, record_list
from joinedup.access.problems import Problem
from joinedup.clocks.queries import tallies_above, to_read_above
from joinedup.concerns import actions
from joinedup.concerns.choices import Ending, TellKind
from joinedup.concerns.forms.triage import AsideForm, DecideForm, GiveForm
from joinedup.concerns.naming import named_elsewhere
from joinedup.concerns.queries.answers import may_end_now
from joinedup.concerns.queries.choosing import (
    decider_named,
    deciders_named,
    flags_in,
)
from joinedup.concerns.queries.earlier import closes, earlier_of
from joinedup.concerns.queries.known import known_of
from joinedup.concerns.queries.one import (
    concern_shown,
    concern_to,
    concern_to_move,
    file_of_concern,
    referral_rows,
)
from joinedup.concerns.queries.queue import queue
from joinedup.concerns.queries.signs import signs_in
from joinedup.concerns.rules.new import Kept
from joinedup.concerns.rules.wording import told_words

__all__ = [
    "concern",
    "concern_aside",
    "concern_back",
    "concern_decide",
    "concern_end",
    "concern_file",
    "concern_give",
    "concern_take",
    "triage",
]

UNPROCESSABLE = 422
MOVED = "This concern has moved to another decider. There is nothing for you to do."


@door(May.TRIAGE)
@require_GET
def triage(request: HttpRequest) -> HttpResponse:
    """The queue: what is late or due stands first, and nothing has to be clicked to see it."""
    user: Any = request.user
    today = timezone.localdate()
    wanted = request.GET.get("ref", "").strip()[:100]
    view = queue(
        user, today, request.GET.get("tab", "decide"), request.GET.get("page", "1"), wanted
    )
    to_read = to_read_above(user, today)
    shown = [*view.references, *(one.reference for one in to_read)]
    record_list(by_request(request), "concerns.queue", view.tab, shown)
    context = {
        "view": view,
        "today": today,
        "wanted": wanted,
        "to_read": to_read,
        "tallies": tallies_above(user, today, ("concerns", "referrals")),
    }
    return render(request, "concerns/triage.html", context)


@door(May.TRIAGE)
@require_GET
def concern(request: HttpRequest, reference: str) -> HttpResponse:
    """One concern: what came in, who is known, what has to be sent, what the law says."""
    by = by_request(request)
    row = concern_to_move(by, reference)
    today = timezone.localdate()
    if by.user.person_id in closes(row, today):
        return _moved(request, by, reference)
    shown = concern_shown(row, by.user, today)
    known = known_of(by, row, today) if shown.is_in_triage else ()
    context = {
        "concern": row,
        "shown": shown,
        "me": by.user.pk,
        "known": known,
        "earlier": earlier_of(by.user, row),
        "signs": signs_in(row, shown.reports, today, shown.own) if shown.is_in_triage else (),
        "referrals": referral_rows(row, today),
        "may_end": may_end_now(row),
        "may_work": holds(by.user, May.WORK_CASES),
        "named_too": named_elsewhere(by.user, row.reference, today),
        "today": today,
    }
    return render(request, "concerns/concern.html", context)


def _moved(request: HttpRequest, by: Any, reference: str) -> HttpResponse:
    """A conflict of interest closes it to this reader: it goes to the others, unseen."""
    actions.move_on(by, reference)
    messages.info(request, MOVED)
    return redirect("triage")


def _did(
    request: HttpRequest, act: Callable[[], object], said: str, reference: str
) -> HttpResponse:
    """Do something that has no form, say what was done or what stands in the way, and go back."""
    try:
        act()
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said)
    return redirect("concern", reference)


@door(May.TRIAGE)
@require_POST
def concern_take(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a concern to decide it oneself."""
    by, site = by_request(request), request.build_absolute_uri("/")
    return _did(
        request, lambda: actions.take(by, reference, site=site), "You are deciding now.", reference
    )


@door(May.TRIAGE)
@require_POST
def concern_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Put it back for somebody else."""
    by = by_request(request)
    return _did(
        request, lambda: actions.put_back(by, reference), "It is back in the queue.", reference
    )


@door(May.TRIAGE)
@require_POST
def concern_end(request: HttpRequest, reference: str) -> HttpResponse:
    """End what was sent on, once everybody has decided."""
    by = by_request(request)
    return _did(
        request, lambda: actions.end_answered(by, reference), "The concern has ended.", reference
    )


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_give(request: HttpRequest, reference: str) -> HttpResponse:
    """Give it to somebody else who may decide."""
    by = by_request(request)
    row = concern_to(by, reference)
    form = GiveForm(request.POST or None, people=deciders_named(by.user, row))
    if request.method == "POST" and form.is_valid():
        to = decider_named(by.user, row, form.cleaned_data["decider"])
        if to is not None and tried(form, lambda: actions.take(by, reference, to)) is not None:
            messages.success(request, f"{to.person.name} decides now.")
            return redirect("concern", reference)
    return _deed(request, row, form, "Give it to somebody else", "Give it to them")


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_aside(request: HttpRequest, reference: str) -> HttpResponse:
    """Stand aside: the concern is closed to oneself from now on."""
    by = by_request(request)
    row = concern_to(by, reference)
    form = AsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]

        def act() -> bool:
            actions.stand_aside(by, reference, reason)
            return True

        if tried(form, act):
            messages.info(request, MOVED)
            return redirect("triage")
    lead = (
        "You know the people, or have another interest. The concern goes back to the others, and "
        "you will not find it any more, anywhere."
    )
    return _deed(request, row, form, "Stand aside", "Stand aside", lead)


def _deed(
    request: HttpRequest, row: Any, form: Any, title: str, submit: str, lead: str = ""
) -> HttpResponse:
    context = {"concern": row, "form": form, "title": title, "submit": submit, "lead": lead}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "concerns/deed.html", context, status=status)


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Decide, with the reason. What has to be sent first is said, and nothing can be clicked past."""
    by = by_request(request)
    row = concern_to_move(by, reference)
    today = timezone.localdate()
    if by.user.person_id in closes(row, today):
        return _moved(request, by, reference)
    shown = concern_shown(row, by.user, today)
    form = DecideForm(
        request.POST or None,
        endings=shown.endings,
        initial={"version": row.version, "tell": told_words(TellKind.DECIDED)},
    )
    flags = flags_in(request.POST.get("reason", "")[:20_000])
    to_ask = [] if request.POST.get("asked_about") == "yes" else flags
    if request.method == "POST" and form.is_valid() and not to_ask:
        said = form.cleaned_data
        made = tried(
            form,
            lambda: actions.decide(
                by,
                reference,
                Ending(said["ending"]),
                said["reason"],
                version=said["version"],
                asked_duty_post=said["asked_duty_post"],
                why_not_children=said["why_not_children"],
                tell=said["tell"],
                site=request.build_absolute_uri("/"),
                is_mail_safe=said["is_mail_safe"],
                kept=[Kept(one.text, one.code, said["kept_because"]) for one in flags],
            ),
        )
        if made is not None:
            messages.success(request, "Decided. Everybody who reported it has been told.")
            return redirect("concern", reference)
    return _decide_page(request, row, shown, form, flags, by, is_asked=not to_ask)


def _decide_page(
    request: HttpRequest,
    row: Any,
    shown: Any,
    form: Any,
    flags: list[Any],
    by: Any,
    *,
    is_asked: bool,
) -> HttpResponse:
    known = known_of(by, row, timezone.localdate()) if shown.is_in_triage else ()
    earlier = earlier_of(by.user, row)
    context = {
        "concern": row,
        "shown": shown,
        "known": known,
        "earlier": earlier,
        "form": form,
        "flags": flags,
        "is_asked": is_asked,
        "is_restricted": form["asked_duty_post"].errors
        or any(one.restricted for one in known)
        or any(one.case is None for one in earlier),
        "htmx": True,
    }
    status = UNPROCESSABLE if form.errors or (flags and not is_asked) else 200
    return render(request, "concerns/decide.html", context, status=status)


@door(May.TRIAGE)
@require_GET
def concern_file(request: HttpRequest, reference: str) -> FileResponse:
    """A file of a concern, always as an attachment."""
    found = file_of_concern(by_request(request), reference)
    response = FileResponse(
        found.path.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
