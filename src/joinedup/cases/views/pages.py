"""The page of cases, one case, opening one, closing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import clear_draft, keep_words
from joinedup.access.permission import Refused, holds, record_list
from joinedup.cases import actions
from joinedup.cases.actions import NewCase, NewPerson
from joinedup.cases.forms.acting import CloseForm, OpenForm, SignForm
from joinedup.cases.queries.choosing import (
    agencies_to_choose,
    agency_called,
    home_teams,
    people_from,
    person_called,
    persons,
    start_from,
    start_with,
    team_called,
)
from joinedup.cases.queries.lists import home_of, open_cases_for
from joinedup.cases.queries.one import (
    case_to,
    case_to_read,
    case_view,
    closing_of,
    file_to,
    is_short_today,
    shown_blocks,
    signers_of,
    signers_to_ask,
)
from joinedup.cases.rules.closing import Asked
from joinedup.cases.views.deeds_of_cases import DEEDS
from joinedup.clocks.queries import tallies_above, to_read_above
from joinedup.concerns.naming import named_elsewhere
from joinedup.concerns.queries.one import concern_to
from joinedup.pages.forms import PlainForm
from joinedup.referrals.views.deeds import deed_page

__all__ = ["case", "case_close", "case_deed", "case_file", "case_open", "case_sign", "cases"]

UNPROCESSABLE = 422


@door(May.READ_CASES)
@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """What is late, what is for today, what others owe us; for managers, load and supervision."""
    today, by = timezone.localdate(), by_request(request)
    home = home_of(by.user, today, request.GET.get("show", ""), request.GET.get("page", "1"))
    to_read = to_read_above(by.user, today)
    shown = [*home.references, *(one.reference for one in to_read)]
    record_list(by, "cases.list", home.show, shown)
    context = {
        "home": home,
        "to_read": to_read,
        "tallies": [] if home.show else tallies_above(by.user, today, ("concerns", "referrals")),
        "today": today,
        "may_open": holds(by.user, May.WORK_CASES),
        "may_manage": holds(by.user, May.MANAGE_CASES),
    }
    return render(request, "cases/list.html", context)


@door(May.READ_CASES)
@require_GET
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One case: who leads, what is next, the work."""
    today, by = timezone.localdate(), by_request(request)
    row = case_to_read(by, reference)
    view = case_view(by.user, row, today)
    named = named_elsewhere(by.user, reference, today)
    context = {"view": view, "case": row, "named_too": named, "today": today}
    return render(request, "cases/case.html", context)


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def case_open(request: HttpRequest) -> HttpResponse:
    """Open a case; with `?concern=` the case that this concern was decided to become, with
    `?person=` one about somebody who was looked up."""
    today, by = timezone.localdate(), by_request(request)
    named = request.GET.get("concern", "")[:24]
    concern = concern_to(by, named, May.WORK_CASES) if named else None
    picks = {
        "lead_agency": agencies_to_choose(), "lead_person": persons(), "worker": persons(),
        "team": home_teams(),
    }  # fmt: skip
    mine = by.user.person
    start = {"worker": mine.reference, "team": str(mine.team_id or ""), "route": "none"}
    start |= start_from(concern) if concern else {}
    chosen = request.GET.get("person", "")[:24]
    start |= start_with(by, chosen) if chosen and not concern else {}
    if concern and request.POST.get("join"):
        return _joined(request, by, concern, request.POST["join"][:24], today)
    about = named or chosen
    draft = f"case-open-{about}" if about else "case-open"
    form = OpenForm(request.POST or None, initial=start, picks=picks)
    keep_words(form, by.user, draft)
    if request.method == "POST" and form.is_valid():
        people = people_from(concern)[1:] if concern else []
        new = _new(form.cleaned_data, str(start.get("subject", "")), people)
        made = tried(form, lambda: _open(by, concern, new, today))
        if made is not None:
            clear_draft(by.user, draft)
            messages.success(request, "The case is open. Supervision and review begin to run.")
            return redirect("case", made.reference)
    status = UNPROCESSABLE if form.errors else 200
    context = {
        "form": form,
        "concern": concern,
        "draft": draft,
        "others": people_from(concern)[1:] if concern else [],
        "there": open_cases_for(by.user, concern) if concern else [],
        "chosen": chosen,
    }
    return render(request, "cases/open.html", context, status=status)


def _joined(request: HttpRequest, by: Any, concern: Any, case: str, today: Any) -> HttpResponse:
    """The concern put with a case that is open, or the same page with why that cannot be."""
    form = PlainForm({})
    form.full_clean()
    made = tried(form, lambda: actions.join_open_case(by, concern, case, today=today))
    if made is None:
        messages.error(request, " ".join(str(one) for one in form.non_field_errors()))
        return redirect(f"{reverse('case_open')}?concern={concern.reference}")
    messages.success(request, "The concern belongs to this case now.")
    return redirect("case", made.reference)


def _open(by: Any, concern: Any, new: NewCase, today: Any) -> Any:
    if concern is None:
        return actions.open_case(by, new, today=today)
    return actions.open_case_from(by, concern, new, today=today)


def _new(said: dict[str, Any], subject: str, others: list[Any]) -> NewCase:
    lead, agency = person_called(said["lead_person"]), agency_called(said["lead_agency"])
    worker, team = person_called(said["worker"]), team_called(said["team"])
    if lead is None or agency is None:
        raise Refused("No such record.")
    return NewCase(
        route=said["route"],
        lead_agency_id=agency.pk,
        lead_person_id=lead.pk,
        why=said["why"],
        people=[
            NewPerson(said["name"], said["age"], said["born_on"], subject),
            *(NewPerson(one.name, one.age, one.born_on, one.subject) for one in others),
        ],
        team_id=team.pk if team else None,
        worker_id=worker.pk if worker else None,
        is_domestic_abuse=said["is_domestic_abuse"],
        has_exploitation=said["has_exploitation"],
    )


@door(May.READ_CASES)
@require_GET
def case_file(request: HttpRequest, reference: str) -> FileResponse:
    """A file of a case, always as an attachment."""
    found = file_to(by_request(request), reference)
    answer = FileResponse(
        found.path.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def case_deed(request: HttpRequest, reference: str, deed: str) -> HttpResponse:
    """One thing done in a case."""
    by = by_request(request)
    found = DEEDS.get(deed)
    if found is None:
        raise Refused("No such page.")
    row = case_to(by, reference, found.may)
    back = reverse("case", args=[reference])
    return deed_page(request, found, by, row, back, timezone.localdate())


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def case_close(request: HttpRequest, reference: str) -> HttpResponse:
    """What keeps the case open, in plain words, each with what to do; and asking for it to close.
    With `?part=` the reference of a place on a panel's list, the same for that."""
    today, by = timezone.localdate(), by_request(request)
    row = case_to(by, reference, May.WORK_CASES)
    listing = request.GET.get("part", "")[:24]
    form = CloseForm(request.POST or None)
    keep_words(form, by.user, f"close-{reference}")
    if request.method == "POST" and form.is_valid():
        made = tried(form, lambda: _ask(by, reference, listing, form.cleaned_data, today))
        if made is not None:
            clear_draft(by.user, f"close-{reference}")
            messages.success(request, "It is asked for. A second person now has to sign.")
            return redirect("case", reference)
    context = {
        "case": row,
        "form": form,
        "listing": listing,
        "blocks": shown_blocks(row, request.POST.get("reason", ""), today),
        "signers": signers_to_ask(row, listing, by.user),
        "today": today,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "cases/close.html", context, status=status)


def _ask(by: Any, reference: str, listing: str, said: dict[str, Any], today: Any) -> Any:
    names = ("reason", "words", "is_uncoerced", "is_nobody_else_at_risk")
    asked = Asked(**{name: said[name] for name in names})
    given = {"today": today, "circumstance": said["circumstance"]}
    if listing:
        return actions.ask_to_remove(by, reference, listing, asked, **given)
    return actions.ask_to_close(by, reference, asked, **given)


@door(May.MANAGE_CASES)
@require_http_methods(["GET", "POST"])
def case_sign(request: HttpRequest, reference: str, closing: int) -> HttpResponse:
    """The second signature under a closing, or no to it."""
    today, by = timezone.localdate(), by_request(request)
    row = case_to(by, reference, May.MANAGE_CASES)
    waits = closing_of(row, closing)
    if waits is None:
        raise Refused("No such page.")
    is_short = waits.listing_id is None and is_short_today(row, today)
    form = SignForm(request.POST or None, is_short=is_short)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        act = actions.countersign if said["answer"] == "sign" else actions.refuse_closing
        done = tried(form, lambda: act(by, reference, closing, said["words"], today=today))
        if done is not None:
            signed = said["answer"] == "sign"
            messages.success(request, "You have signed." if signed else "It stays open.")
            return redirect("case", reference)
    context = {
        "case": row,
        "waits": waits,
        "form": form,
        "is_mine": waits.asked_by_id == by.user.pk,
        "signers": signers_of(row, waits.asked_by),
        "blocks": shown_blocks(row, waits.reason, today),
        "today": today,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "cases/sign.html", context, status=status)
