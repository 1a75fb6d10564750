"""A paper looked at before it goes out, checked, published, corrected, withdrawn, decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.forms.acting import ReasonForm
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, say_problem
from joinedup.audit.actor import By
from joinedup.documents.writing import shown_on_page
from joinedup.pages.rules import number_asked
from joinedup.papers.actions import (
    answer_check,
    begin_publishing,
    correct,
    record_decision,
    stop_publishing,
    withdraw,
)
from joinedup.papers.choices import Found, Verdict
from joinedup.papers.forms.front import DecisionForm
from joinedup.papers.queries.desk import options_of, put_to_the_body_by
from joinedup.papers.queries.drafts import draft_file
from joinedup.papers.queries.jobs import job_of
from joinedup.papers.queries.making import desk_of, found_in, reports_of
from joinedup.papers.queries.one import paper_to
from joinedup.papers.queries.withheld import earlier_versions
from joinedup.papers.views.work import place_of

__all__ = [
    "paper_correct",
    "paper_decision",
    "paper_draft",
    "paper_making",
    "paper_preview",
    "paper_publish",
    "paper_withdraw",
]


@door(May.CLEAR_PAPERS)
@require_GET
def paper_preview(request: HttpRequest, reference: str) -> HttpResponse:
    """The paper as it would read today, exempt part and all, marked as a draft."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.CLEAR_PAPERS, reference)
    made = reports_of(desk_of(paper, today), by.user, today)
    context = {
        "paper": paper,
        "shown": shown_on_page(made.public),
        "exempt": shown_on_page(made.exempt) if made.exempt else None,
    }  # fmt: skip
    return render(request, "papers/preview.html", context)


@door(May.CLEAR_PAPERS)
@require_GET
def paper_draft(request: HttpRequest, reference: str, file_form: str) -> HttpResponse:
    """The draft as a Word or PDF file, marked so on each page."""
    made = draft_file(by_request(request), reference, file_form, timezone.localdate())
    if made is None:
        raise Http404("No such form.")
    response = HttpResponse(made.data, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _answers(request: HttpRequest, by: By, reference: str, found: list[Any]) -> None:
    """Take the answers that the page sent: one by one, and one for all that are left of a sort. A
    stranger's name is answered by itself."""
    for number, one in enumerate(found):
        kind, words = Found(one.finding.kind), one.finding.found
        said, reason = (
            request.POST.get(f"found-{number}", ""),
            request.POST.get(f"why-{number}", ""),
        )
        if request.POST.get(f"words-{number}") != words:
            continue
        if said not in Verdict.values and not one.said and not one.is_stranger:
            said, reason = request.POST.get(f"all-{kind}", ""), request.POST.get(f"why-{kind}", "")
        if said in Verdict.values and (said, reason.strip()) != (one.said, one.reason):
            answer_check(by, reference, kind, words, Verdict(said), reason)


def _groups(found: list[Any]) -> list[dict[str, Any]]:
    """What was found, by sort, each with its place in the list; first the names of strangers."""
    groups: dict[str, dict[str, Any]] = {}
    for number, one in sorted(enumerate(found), key=lambda each: not each[1].is_stranger):
        kind = "stranger" if one.is_stranger else one.finding.kind
        group = groups.setdefault(kind, {"kind": kind, "rows": [], "open": 0})
        group["rows"].append((number, one))
        group["open"] += not one.said
    return list(groups.values())


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_publish(request: HttpRequest, reference: str) -> HttpResponse:
    """What blocks publishing, what the check finds, and the publishing itself."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    desk = desk_of(paper, today)
    made = reports_of(desk, by.user, today)
    found = found_in(desk, made.public)
    open_count = sum(not one.said for one in found)
    error = ""
    if request.method == "POST":
        try:
            if request.POST.get("do") == "publish":
                if open_count:
                    raise Problem("Answer everything that the check found first.")
                version = request.POST.get("version", "")
                number = number_asked(version)
                stay = [number_asked(one) for one in request.POST.getlist("stay")]
                begin_publishing(by, reference, today=today, version=number, stay=stay)
                return redirect("paper_making", reference)
            _answers(request, by, reference, found)
            return redirect(reverse("paper_publish", args=[reference]) + "#check")
        except Problem as problem:
            error = problem.words
            found = found_in(desk, made.public)
            open_count = sum(not one.said for one in found)
    job = job_of(paper)
    context = {
        "paper": paper,
        "desk": desk,
        "missing": [(one.words, place_of(reference, one)) for one in desk.missing],
        "groups": _groups(found),
        "open_count": open_count,
        "has_exempt": made.exempt is not None,
        "earlier": earlier_versions(paper, desk.words),
        "error": error,
        "verdicts": Verdict.choices,
        "can_publish": paper.state in ("draft", "clearing"),
        "is_made": job is not None and job.is_under_way,
        "today": today,
    }
    return render(request, "papers/publish.html", context, status=UNPROCESSABLE if error else 200)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_making(request: HttpRequest, reference: str) -> HttpResponse:
    """How far the making of a paper's files is; it can be stopped here."""
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    if request.method == "POST":
        stop_publishing(by, reference)
        return redirect("paper_making", reference)
    job = job_of(paper)
    if job is not None and job.job.state == "done" and paper.state == "published":
        messages.success(request, "The paper is published.")
        return _gone_on(request, reverse("paper", args=[reference]))
    if job is not None and not job.is_under_way and request.headers.get("HX-Request"):
        return _gone_on(request, reverse("paper_making", args=[reference]))
    return render(request, "papers/making.html", {"paper": paper, "view": job, "htmx": True})


def _gone_on(request: HttpRequest, address: str) -> HttpResponse:
    """Another page, for a browser as for the part of a page that looks again by itself."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_correct(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a published paper for a new version."""
    return _with_reason(request, reference, "correct")


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Give up a paper in work."""
    return _with_reason(request, reference, "withdraw")


def _with_reason(request: HttpRequest, reference: str, deed: str) -> HttpResponse:
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    today = timezone.localdate()
    form = ReasonForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if deed == "correct":
                correct(by, reference, reason, today=timezone.localdate())
            else:
                withdraw(by, reference, reason, today=today)
        except Problem as problem:
            say_problem(form, problem)
        else:
            told = "Write the correction, have it cleared, publish again."
            messages.success(request, told if deed == "correct" else "The paper is withdrawn.")
            return redirect("paper_work", reference)
    context = {"paper": paper, "form": form, "deed": deed}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/reason.html", context, status=status)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_decision(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what the meeting decided."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    start = {"decided_on": paper.meeting_on, "body": paper.body}
    form = DecisionForm(
        request.POST or None,
        initial=start,
        today=today,
        options=options_of(paper),
        plans=put_to_the_body_by(paper),
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            record_decision(
                by,
                reference,
                said["words"],
                decided_on=said["decided_on"],
                body=said["body"],
                minute=said["minute"],
                today=today,
                option=int(said["option"]) if said.get("option") else None,
                outcome=said.get("outcome", ""),
            )
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "The decision is recorded.")
            return redirect("paper", reference)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/decision.html", {"paper": paper, "form": form}, status=status)
