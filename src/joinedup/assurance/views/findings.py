"""Sources, what they say, and what organisations answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused, holds, record_list
from joinedup.assurance.actions import (
    add_source,
    add_statement,
    ask_response,
    link_statement,
    respond,
)
from joinedup.assurance.choices import Answer, SourceKind, StatementKind
from joinedup.assurance.forms.acting import ActingForm, with_version
from joinedup.assurance.forms.findings import (
    AskResponseForm,
    LinkStatementForm,
    ResponseForm,
    SourceForm,
    StatementForm,
)
from joinedup.assurance.queries.choosing import agencies_to_choose, agency_called
from joinedup.assurance.queries.findings import (
    actions_to_choose,
    response_to,
    source_list,
    source_view,
    statement_view,
)
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem

__all__ = [
    "response",
    "response_ask",
    "source",
    "source_add",
    "sources",
    "statement",
    "statement_add",
    "statement_link",
]


def _form_page(
    request: HttpRequest, form: ActingForm, draft: Draft, kept: Any, **context: Any
) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    context |= {"form": form, "draft": draft, "is_resumed": bool(kept)}
    return render(request, "assurance/finding_form.html", context, status=status)


@door(May.READ_PLANS)
@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    """Every source that this reader may see."""
    rows = source_list(request.user)  # type: ignore[arg-type]
    record_list(by_request(request), "assurance.sources", "", [one.reference for one in rows])
    may_add = holds(request.user, May.EDIT_PLANS)  # type: ignore[arg-type]
    return render(request, "assurance/sources.html", {"rows": rows, "may_add": may_add})


@door(May.READ_PLANS)
@require_GET
def source(request: HttpRequest, reference: str) -> HttpResponse:
    """One source: its statements, what each organisation answers, what is being done."""
    view = source_view(request.user, reference)  # type: ignore[arg-type]
    record_list(by_request(request), "assurance.source", reference, [reference])
    context = {
        "view": view,
        "source": view.source,
        "may_add": holds(request.user, May.EDIT_PLANS),  # type: ignore[arg-type]
    }
    return render(request, "assurance/source.html", context)


@door(May.READ_PLANS)
@require_GET
def statement(request: HttpRequest, reference: str) -> HttpResponse:
    """One statement with its positions and actions."""
    view = statement_view(request.user, reference, timezone.localdate())  # type: ignore[arg-type]
    record_list(by_request(request), "assurance.statement", reference, [reference])
    context = {
        "view": view,
        "statement": view.statement,
        "may_edit": holds(request.user, May.EDIT_PLANS),  # type: ignore[arg-type]
        "may_answer": view.answerable,
        "may_moderate": view.moderable,
    }
    return render(request, "assurance/statement.html", context)


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def source_add(request: HttpRequest) -> HttpResponse:
    """Add a source by hand."""
    today = timezone.localdate()
    draft = Draft("source-add", request.user)
    kept = draft.words() if request.method == "GET" else {}
    form = SourceForm(request.POST or None, initial=kept, today=today)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        title, kind = said.pop("title"), SourceKind(said.pop("kind"))
        made = add_source(by_request(request), title, kind, **said)
        draft.forget()
        messages.success(request, "The source is there. Now add what it says.")
        return redirect("source", made.reference)
    return _form_page(
        request, form, draft, kept, heading="Add a source", submit="Add the source",
        back=("sources", ""), caption="", shown="",
    )  # fmt: skip


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def statement_add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a statement to a source."""
    today = timezone.localdate()
    found = source_view(request.user, reference).source  # type: ignore[arg-type]
    draft = Draft(f"statement-{reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    form = StatementForm(request.POST or None, initial=kept, today=today)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        words, kind = said.pop("words"), StatementKind(said.pop("kind"))
        made = add_statement(by_request(request), found, words, kind, **said)
        draft.forget()
        messages.success(request, f"Added: {made.number} {made.words[:80]}".strip())
        return redirect("source", reference)
    return _form_page(
        request, form, draft, kept, heading="Add what it says", submit="Add it",
        back=("source", reference), caption=found.title, shown="",
    )  # fmt: skip


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def response_ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask an organisation what it answers to a statement; then its answer can be written."""
    today = timezone.localdate()
    found = statement_view(request.user, reference, timezone.localdate()).statement  # type: ignore[arg-type]
    draft = Draft(f"ask-{reference}", request.user)
    form = AskResponseForm(request.POST or None, today=today, agencies=agencies_to_choose())
    if request.method == "POST" and form.is_valid():
        agency = agency_called(form.cleaned_data["agency"])
        try:
            if agency is None:
                raise Problem("Choose an organisation from the list.", "agency")
            made = ask_response(
                by_request(request), [found], agency, today=today, cycle=form.cleaned_data["cycle"]
            )
        except Problem as problem:
            say_problem(form, problem)
        else:
            return redirect("response", made.reference)
    return _form_page(
        request, form, draft, {}, heading="Whose answer is it?", submit="Go on",
        back=("statement", reference), caption=f"{found.number} {found.source.title}".strip(),
        shown=found.words,
    )  # fmt: skip


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def statement_link(request: HttpRequest, reference: str) -> HttpResponse:
    """Say which action answers a statement."""
    today = timezone.localdate()
    found = statement_view(request.user, reference, timezone.localdate()).statement  # type: ignore[arg-type]
    draft = Draft(f"link-{reference}", request.user)
    choices = actions_to_choose(request.user)  # type: ignore[arg-type]
    form = LinkStatementForm(request.POST or None, today=today, actions=choices)
    if request.method == "POST" and form.is_valid():
        link_statement(by_request(request), form.cleaned_data["action"], found)
        messages.success(request, "Linked. The action shows where it came from.")
        return redirect("statement", reference)
    return _form_page(
        request, form, draft, {}, heading="Which action answers this?", submit="Link",
        back=("statement", reference), caption=f"{found.number} {found.source.title}".strip(),
        shown=found.words,
    )  # fmt: skip


@door(May.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def response(request: HttpRequest, reference: str) -> HttpResponse:
    """What an organisation answers: accepted or not, its position, its own grade."""
    today = timezone.localdate()
    by = by_request(request)
    found = response_to(by, reference)
    if not found.statements:
        raise Refused("No such record.")
    one = found.response
    draft = Draft(f"response-{reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    start = {
        "answer": "" if one.answer == Answer.WAITING else one.answer,
        "position": one.position,
        "self_grade": one.self_grade,
        "answered_by": one.answered_by,
        "version": one.version,
    }
    form = ResponseForm(request.POST or None, initial={**start, **kept}, today=today)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        answer = Answer(said.pop("answer"))
        try:
            respond(by, reference, answer, today=today, **said)
        except Stale as stale:
            form = ResponseForm(with_version(form.data, "version", one.version), today=today)
            form.is_valid()
            form.add_error(None, f"{stale.words} Theirs: “{stale.theirs['position']}”")
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, "The answer is saved.")
            return redirect("statement", found.statements[0].reference)
    return _form_page(
        request, form, draft, kept, heading=f"The answer of {one.agency.name}",
        submit="Save the answer", back=("statement", found.statements[0].reference),
        caption=found.statements[0].number, shown="\n".join(s.words for s in found.statements),
    )  # fmt: skip
