"""The pages on which a plan comes in: hand it over, check it, confirm it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.actions.imports import (
    add_steps,
    give_year,
    open_import,
    set_aside,
    take_back,
)
from joinedup.assurance.actions.newer import say_against
from joinedup.assurance.forms.imports import UploadForm
from joinedup.assurance.queries.check_page import check_page, one_row
from joinedup.assurance.queries.imports import (
    being_checked,
    check_of,
    everybody,
    import_to_check,
    lately_ended,
    plans_to_update,
)
from joinedup.assurance.rules.checking import StepFault, make_step
from joinedup.assurance.rules.checking.questions import steps_of_answer
from joinedup.assurance.rules.checking.values import typed
from joinedup.documents import Refused as FileRefused
from joinedup.documents import read_boxed
from joinedup.pages.forms import PickField
from joinedup.pages.rules import number_asked

__all__ = [
    "check",
    "imports",
    "owners",
    "put_aside",
    "row",
    "step",
    "take_step_back",
    "year",
]


@door(May.IMPORT_PLANS)
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Hand a plan over: upload a file or paste it. What is being checked is listed below."""
    plans = [(one.reference, one.title) for one in plans_to_update(request.user)]  # type: ignore[arg-type]
    start = {"against": request.GET.get("against", "")}
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = UploadForm(*posted, plans=plans, initial=start)
    if request.method == "POST" and form.is_valid():
        name, data = form.document()
        try:
            document = read_boxed(name, data)
        except FileRefused as refused:
            form.add_error("file" if request.FILES else "pasted", str(refused))
        else:
            by, said = by_request(request), form.cleaned_data
            found = open_import(by, name, data, document, said["year"])
            if said["against"]:
                say_against(by, found.reference, said["against"])
            check_of(found)  # read now, so that the check page itself answers at once
            return redirect("check", reference=found.reference)
    user: Any = request.user
    context = {
        "form": form,
        "open": list(being_checked(user)),
        "ended": list(lately_ended(user)),
    }
    status = 422 if form.errors else 200
    return render(request, "assurance/imports.html", context, status=status)


@door(May.IMPORT_PLANS)
@require_GET
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """The check page: source beside what was read, doubts first."""
    found = import_to_check(by_request(request), reference)
    if found.state != "checking":
        taken = found.plans.order_by("pk") if found.state == "confirmed" else []
        return render(request, "assurance/import_ended.html", {"found": found, "taken": taken})
    context = check_page(found, request.GET)
    return render(request, "assurance/check.html", {**context, "htmx": True})


def _is_partial(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _after(request: HttpRequest, found: Any, row_id: str, error: str = "") -> HttpResponse:
    """The page again, only its body where the browser asked for that."""
    if not _is_partial(request):
        if error:
            messages.error(request, error)
        address = reverse("check", args=[found.reference])
        view = request.POST.get("view", "")
        anchor = f"#row-{row_id}" if row_id else ""
        return HttpResponseRedirect(f"{address}{view if view.startswith('?') else ''}{anchor}")
    view = request.POST.get("view", "").removeprefix("?")
    values = QueryDict(view)
    if row_id:
        context = one_row(found, values, row_id)
        if context is not None:
            return render(request, "assurance/check_row.html", {**context, "error": error})
    answer = render(
        request, "assurance/check_body.html", {**check_page(found, values), "error": error}
    )
    answer["HX-Retarget"] = "#check"
    answer["HX-Reswap"] = "outerHTML"
    return answer


SMALL = {"accept", "field"}


def _row_of_question(key: str) -> str:
    """ "join:t2r5:see" → "t2r5", so that an answered row stays where it is; empty for others."""
    about = key.split(":")[1] if key.count(":") >= 2 else ""
    return about if "r" in about else ""


@door(May.IMPORT_PLANS)
@require_POST
def step(request: HttpRequest, reference: str) -> HttpResponse:
    """Take one step: accept, change, answer, say what a column or row is."""
    by = by_request(request)
    said = {name: request.POST.get(name, "") for name in ("at", "field", "to")}
    do = request.POST.get("do", "")
    row_id = said["at"] if do in SMALL else ""
    found = import_to_check(by, reference)
    try:
        to: Any = said["to"]
        if do == "field":
            to = typed(said["field"], said["to"], found.year)
        elif do == "table":
            to = said["to"] == "yes"
        if do == "answer":
            made = steps_of_answer(said["at"], said["to"], check_of(found).reading)
        else:
            made = [make_step(do, at=said["at"], field=said["field"], to=to)]
    except StepFault as fault:
        return _after(request, found, row_id, str(fault))
    found = add_steps(by, reference, made) if made else found
    if do == "answer" and not any(one["do"] == "row" for one in made):
        row_id = _row_of_question(said["at"])
    return _after(request, found, row_id)


@door(May.IMPORT_PLANS)
@require_POST
def owners(request: HttpRequest, reference: str) -> HttpResponse:
    """Say who every printed owner is, all at once."""
    by = by_request(request)
    said, found = request.POST, import_to_check(by, reference)
    checked = check_of(found)
    here = {match.text: match.choice for match in checked.progress.owners}
    named = said.getlist("else") or [""] * len(said.getlist("text"))
    picker = PickField(choices=everybody(checked), required=False)
    try:
        chosen = [
            (text, picker.clean(other) or to)
            for text, to, other in zip(
                said.getlist("text"), said.getlist("to"), named, strict=False
            )
        ]
        made = [
            make_step("owner", at=text, to=to) for text, to in chosen if to and to != here.get(text)
        ]
    except StepFault as fault:
        return _after(request, found, "", str(fault))
    except ValidationError as fault:
        return _after(request, found, "", f"{fault.messages[0]}.")
    if not made:
        return _after(request, found, "")
    return _after(request, add_steps(by, reference, made), "")


@door(May.IMPORT_PLANS)
@require_POST
def take_step_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Undo the last step."""
    return _after(request, take_back(by_request(request), reference), "")


@door(May.IMPORT_PLANS)
@require_POST
def year(request: HttpRequest, reference: str) -> HttpResponse:
    """Say the year of the plan."""
    by = by_request(request)
    found = import_to_check(by, reference)
    text = request.POST.get("year", "").strip()
    if not 1990 <= number_asked(text) <= 2100:
        return _after(
            request, found, "", "Type the year of the plan with four digits, such as 2026."
        )
    return _after(request, give_year(by, reference, int(text)), "")


@door(May.IMPORT_PLANS)
@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, reference: str, row_id: str) -> HttpResponse:
    """One row with every field open for editing; saved all at once."""
    by = by_request(request)
    found = import_to_check(by, reference)
    context = one_row(found, request.GET, row_id)
    if context is None or found.state != "checking":
        return redirect("check", reference=reference)
    errors: dict[str, str] = {}
    if request.method == "POST":
        steps = []
        for field in context["all_fields"]:
            text = request.POST.get(field["name"])
            if text is None or _same(text, field["typed"]):
                continue
            try:
                to = typed(field["name"], text, found.year)
                steps.append(make_step("field", at=row_id, field=field["name"], to=to))
            except StepFault as fault:
                errors[field["name"]] = str(fault)
        if not errors:
            return _after(request, add_steps(by, reference, steps) if steps else found, row_id)
        for field in context["all_fields"]:
            field["typed"] = request.POST.get(field["name"], field["typed"])
    page = {**context, "errors": errors}
    return render(request, "assurance/check_edit.html", page, status=422 if errors else 200)


def _same(typed_text: str, shown_text: str) -> bool:
    return typed_text.replace("\r\n", "\n").strip() == shown_text.strip()


@door(May.IMPORT_PLANS)
@require_POST
def put_aside(request: HttpRequest, reference: str) -> HttpResponse:
    """End an import without taking it in."""
    set_aside(by_request(request), reference)
    messages.success(request, "Set aside. Nothing of it is in the register; the file is kept.")
    return redirect("imports")
