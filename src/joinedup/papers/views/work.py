"""A paper in work: what is missing, its front, its sections, its implications."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.assurance.forms.acting import with_version
from joinedup.assurance.queries.choosing import people_to_choose, person_called
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem
from joinedup.papers.actions import (
    add_section,
    assign_implication,
    edit_front,
    move_section,
    say_implication,
    switch_section,
    write_section,
)
from joinedup.papers.forms.front import FrontForm
from joinedup.papers.forms.parts import AddSectionForm, ImplicationForm, OwnerForm, SectionForm
from joinedup.papers.queries.desk import abouts_of, fills_of, implication_of, section_of
from joinedup.papers.queries.kinds import CALL_IN_WORDS, EXEMPT, rules_on
from joinedup.papers.queries.making import desk_of
from joinedup.papers.queries.one import may_prepare, paper_to, plans_of, plans_to_choose
from joinedup.papers.queries.owed import reminders_of
from joinedup.papers.rules.kinds import PaperKind
from joinedup.papers.rules.missing import Missing

__all__ = [
    "add_one",
    "move",
    "paper_front",
    "paper_implication",
    "paper_section",
    "paper_work",
    "switch",
]

FRONT = (
    "subject", "number", "body", "meeting_on", "report_by", "contact", "purpose", "recommends",
    "recommendation", "is_call_in", "is_key", "key_notice_on", "private_notice_on", "urgency",
    "has_no_background", "as_at_on",
    "exempt_paragraph", "exempt_reason",
)  # fmt: skip


FRONT_PARTS = (
    ("The meeting", ("subject", "body", "meeting_on", "number")),
    ("Who reports", ("report_by", "contact")),
    ("What the committee is asked", ("purpose", "recommends", "recommendation")),
    ("What the tables are made from", ("plans", "as_at_on")),
    ("Call-in, key decision, urgency", ("is_call_in", "is_key", "key_notice_on", "urgency")),
    ("Background papers and exempt parts",
     ("has_no_background", "exempt_paragraph", "exempt_reason", "private_notice_on", "version")),
)  # fmt: skip


def _needed(kind: PaperKind | None) -> set[str]:
    """What may be saved empty but blocks publishing, so that it is not called optional."""
    asks = kind.asks if kind else ()
    asked = {"is_call_in", "is_key"} if "call_in" in asks else set()
    return {"recommendation", *(kind.front if kind else ()), *asks, *asked}


def place_of(reference: str, one: Missing) -> str:
    """The address where something that is missing is mended."""
    anchor = f"#id_{one.field}" if one.field else ""
    match one.place:
        case "section":
            return reverse("paper_section", args=[reference, one.which]) + anchor
        case "implication":
            return reverse("paper_implication", args=[reference, one.which])
        case "clearance":
            return reverse("paper_clearance", args=[reference])
        case "options" | "risks":
            return reverse("paper_parts", args=[reference, one.place.removesuffix("s")])
        case _:
            return reverse("paper_front", args=[reference]) + anchor


@door(May.CLEAR_PAPERS)
@require_GET
def paper_work(request: HttpRequest, reference: str) -> HttpResponse:
    """The desk of one paper: what is missing first, then its parts."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.CLEAR_PAPERS, reference)
    desk = desk_of(paper, today)
    mine = [one for one in desk.words.clearances if one.key == by.user.person.reference]
    me = by.user.person.name
    is_open = paper.state in ("draft", "clearing")
    to_say = [one for one in desk.words.asked if one.owner == me and one.said_on is None]
    context = {
        "paper": paper,
        "desk": desk,
        "words": desk.words,
        "missing": [(one.words, place_of(reference, one)) for one in desk.missing],
        "may_prepare": may_prepare(by.user, paper) and is_open,
        "is_preparer": may_prepare(by.user, paper),
        "mine": mine[0] if mine else None,
        "to_say": to_say if is_open else [],
        "reminders": reminders_of(paper),
        "my_name": me,
        "today": today,
    }
    return render(request, "papers/work.html", context)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_front(request: HttpRequest, reference: str) -> HttpResponse:
    """The front of a paper: committee, dates, purpose, recommendation, call-in, plans."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    rules = rules_on(today)
    given: dict[str, Any] = {
        "today": today,
        "plans": plans_to_choose(by.user),
        "paragraphs": list(rules.words(EXEMPT).items()),
        "call_in": rules.word(CALL_IN_WORDS, "call_in"),
        "key": rules.word(CALL_IN_WORDS, "key"),
    }
    start = {name: getattr(paper, name) for name in (*FRONT, "version")}
    start["plans"] = [one.reference for one in plans_of(paper)]
    draft = Draft(f"paper-front-{reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    form = FrontForm(request.POST or None, initial={**start, **kept}, **given)
    theirs: dict[str, object] = {}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        wanted = {name: said[name] for name in FRONT}
        try:
            version = said["version"] or 0
            edit_front(by, reference, version, wanted, today=today, plans=said["plans"])
        except Stale as stale:
            theirs = {
                name: value for name, value in stale.theirs.items() if value != wanted.get(name)
            }
            form = FrontForm(with_version(form.data, "version", paper.version), **given)
            form.add_error(None, stale.words)
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, "The front is saved.")
            return redirect("paper_work", reference)
    context = {
        "paper": paper, "form": form, "theirs": theirs, "draft": draft, "is_resumed": bool(kept),
        "parts": FRONT_PARTS, "needed": _needed(rules.kind(paper.kind)), "today": today,
    }  # fmt: skip
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/front.html", context, status=status)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_section(request: HttpRequest, reference: str, section: str) -> HttpResponse:
    """One section: its heading, its words, the comment on what the register writes."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    row = section_of(paper, section)
    desk = desk_of(paper, today)
    of_kind = desk.kind.section(section)
    given: dict[str, Any] = {
        "today": today,
        "fill": row.fill,
        "abouts": abouts_of(by.user, paper, row),
        "hint": of_kind.hint if of_kind else "",
    }
    names = ("heading", "prose", "comment", "about", "is_exempt")
    start = {name: getattr(row, name) for name in names}
    draft = Draft(f"paper-{section}-{reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    form = SectionForm(
        request.POST or None, initial={**start, "version": paper.version, **kept}, **given
    )
    theirs: dict[str, object] = {}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        wanted = {name: said.get(name, start[name]) for name in names}
        try:
            write_section(by, reference, section, said["version"] or 0, **wanted)
        except Stale as stale:
            theirs = stale.theirs
            form = SectionForm(with_version(form.data, "version", paper.version), **given)
            form.add_error(None, stale.words)
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, "The section is saved.")
            return redirect("paper_work", reference)
    context = {
        "paper": paper, "section": row, "form": form, "theirs": theirs, "draft": draft,
        "is_resumed": bool(kept),
    }  # fmt: skip
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/section.html", context, status=status)


@door(May.PREPARE_PAPERS)
@require_POST
def move(request: HttpRequest, reference: str, section: str) -> HttpResponse:
    """Move a section one place up or down."""
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    section_of(paper, section)
    places = -1 if request.POST.get("way") == "up" else 1
    _told(request, lambda: move_section(by, reference, section, places))
    return redirect(reverse("paper_work", args=[reference]) + f"#section-{section}")


@door(May.PREPARE_PAPERS)
@require_POST
def switch(request: HttpRequest, reference: str, section: str) -> HttpResponse:
    """Leave a section out, or take it in again."""
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    section_of(paper, section)
    is_on = request.POST.get("on") == "yes"
    _told(request, lambda: switch_section(by, reference, section, is_on))
    return redirect(reverse("paper_work", args=[reference]) + f"#section-{section}")


def _told(request: HttpRequest, do: Any) -> None:
    try:
        do()
    except Problem as problem:
        messages.error(request, problem.words)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def add_one(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a section of one's own, or one more that the register writes."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    form = AddSectionForm(request.POST or None, today=today, fills=fills_of())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        fill, _, layout = said["fill"].partition(":")
        try:
            made = add_section(by, reference, said["heading"], fill=fill, layout=layout or "body")
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "The section is there. Write it now.")
            return redirect("paper_section", reference, made.code)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/section_add.html", {"paper": paper, "form": form}, status=status)


@door(May.CLEAR_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_implication(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """One implication: its owner says it; who prepares the paper names the owner."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.CLEAR_PAPERS, reference)
    held = implication_of(paper, kind, rules_on(today))
    one = held.row
    is_owner = one.owner_id == by.user.person_id
    prepares = may_prepare(by.user, paper)
    if not is_owner and not prepares:
        raise Refused("No such page.")
    is_naming = request.method == "POST" and "owner" in request.POST
    owner_form = OwnerForm(
        request.POST if is_naming else None,
        initial={"owner": one.owner.reference if one.owner else ""},
        today=today,
        people=people_to_choose(today) if prepares else [],
    )
    start = {"words": one.words, "is_none": one.is_none}
    form = ImplicationForm(
        request.POST if request.method == "POST" and not is_naming else None,
        initial=start,
        today=today,
        is_owner=is_owner,
    )
    if request.method == "POST":
        asked = owner_form if is_naming else form
        if asked.is_valid():
            try:
                told = _say(by, reference, kind, asked.cleaned_data, today, is_naming)
            except Problem as problem:
                say_problem(asked, problem)
            else:
                messages.success(request, told)
                return redirect("paper_work", reference)
    context = {
        "paper": paper, "one": one, "heading": held.heading, "form": form,
        "owner_form": owner_form if prepares else None, "is_owner": is_owner, "today": today,
    }  # fmt: skip
    status = UNPROCESSABLE if form.errors or owner_form.errors else 200
    return render(request, "papers/implication.html", context, status=status)


def _say(
    by: Any, reference: str, kind: str, said: dict[str, Any], today: Any, is_naming: bool
) -> str:
    if is_naming:
        person = person_called(said["owner"])
        if person is None:
            raise Problem("Choose a person from the list.", "owner")
        assign_implication(by, reference, kind, person, today=today)
        return f"{person.name} answers for this implication."
    one = say_implication(
        by, reference, kind, said["words"], today=today, is_none=said["is_none"],
        said_how=said.get("said_how", ""),
    )  # fmt: skip
    return "The implication is signed." if one.said_on else "The words wait for their owner."
