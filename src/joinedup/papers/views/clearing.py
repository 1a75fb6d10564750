"""Parts of a paper, who clears it, and its signatures."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.queries.choosing import people_to_choose, person_called
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, say_problem
from joinedup.audit.actor import By
from joinedup.papers.actions import (
    add_background,
    add_consultation,
    add_option,
    add_risk,
    ask_clearance,
    name_clearer,
    remove_clearer,
    remove_part,
    sign,
    take_back,
)
from joinedup.papers.forms.parts import PIECES, ClearerForm, SignForm
from joinedup.papers.queries.desk import PIECE_TITLES, pieces_of_paper
from joinedup.papers.queries.making import desk_of
from joinedup.papers.queries.one import paper_to

__all__ = ["paper_clearance", "paper_parts", "paper_send", "paper_sign", "part_remove"]


def _add(by: By, reference: str, piece: str, said: dict[str, Any]) -> None:
    match piece:
        case "option":
            add_option(by, reference, said["words"], said["is_recommended"])
        case "consultation":
            view = said.pop("view")
            add_consultation(by, reference, said.pop("body"), view, **said)
        case "background":
            add_background(by, reference, said.pop("title"), **said)
        case _:
            add_risk(by, reference, said.pop("words"), **said)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_parts(request: HttpRequest, reference: str, piece: str) -> HttpResponse:
    """The options, consultations, background papers or risks of a paper, with one to add."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    rows = pieces_of_paper(by.user, paper, piece)
    form = PIECES[piece](request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            _add(by, reference, piece, dict(form.cleaned_data))
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "It is added.")
            return redirect("paper_parts", reference, piece)
    context = {
        "paper": paper, "part": piece, "title": PIECE_TITLES[piece], "rows": rows, "form": form,
        "may_change": paper.state in ("draft", "clearing"),
    }  # fmt: skip
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/pieces.html", context, status=status)


@door(May.PREPARE_PAPERS)
@require_POST
def part_remove(request: HttpRequest, reference: str, piece: str, pk: int) -> HttpResponse:
    """Take one of them out."""
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    pieces_of_paper(by.user, paper, piece)
    try:
        remove_part(by, reference, piece, pk)
    except Problem as problem:
        messages.error(request, problem.words)
    return redirect("paper_parts", reference, piece)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_clearance(request: HttpRequest, reference: str) -> HttpResponse:
    """Who has to sign, and who has; naming another, taking one off."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    off = request.POST.get("off", "")
    form = ClearerForm(
        request.POST if request.method == "POST" and not off else None,
        today=today,
        people=people_to_choose(today),
    )
    if off or (request.method == "POST" and form.is_valid()):
        try:
            if off:
                remove_clearer(by, reference, off, today=today)
                messages.success(request, "They no longer have to sign.")
            else:
                person = person_called(form.cleaned_data["person"])
                if person is None:
                    raise Problem("Choose a person from the list.", "person")
                name_clearer(by, reference, person, today=today, part=form.cleaned_data["part"])
                messages.success(request, f"{person.name} has to sign the paper.")
        except Problem as problem:
            say_problem(form, problem)
        else:
            return redirect("paper_clearance", reference)
    desk = desk_of(paper, today)
    context = {
        "paper": paper, "words": desk.words, "form": form, "today": today,
        "may_change": paper.state in ("draft", "clearing"),
    }  # fmt: skip
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/clearance.html", context, status=status)


@door(May.PREPARE_PAPERS)
@require_POST
def paper_send(request: HttpRequest, reference: str) -> HttpResponse:
    """Send the paper to those who clear it, or take it back."""
    today = timezone.localdate()
    by = by_request(request)
    paper_to(by, May.PREPARE_PAPERS, reference)
    try:
        if request.POST.get("back"):
            take_back(by, reference)
            messages.success(request, "The paper is yours again.")
        else:
            ask_clearance(by, reference, today=today, site=request.build_absolute_uri("/"))
            messages.success(
                request,
                "The paper is with those who clear it. Those with an address get a mail for each "
                "new text.",
            )
    except Problem as problem:
        messages.error(request, problem.words)
    return redirect("paper_work", reference)


@door(May.CLEAR_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_sign(request: HttpRequest, reference: str) -> HttpResponse:
    """Sign the paper, as one of those named."""
    today = timezone.localdate()
    by = by_request(request)
    paper = paper_to(by, May.CLEAR_PAPERS, reference)
    desk = desk_of(paper, today)
    mine = [one for one in desk.words.clearances if one.key == by.user.person.reference]
    form = SignForm(request.POST or None, initial={"text_version": paper.text_version}, today=today)
    if request.method == "POST" and mine and form.is_valid():
        said = form.cleaned_data
        try:
            version = said["text_version"] or 0
            sign(by, reference, said["words"], today=today, text_version=version)
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "You have signed this text.")
            return redirect("paper_work", reference)
    context = {"paper": paper, "mine": mine[0] if mine else None, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/sign.html", context, status=status)
