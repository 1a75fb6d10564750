"""Doing something about one part of an action: a question answered, evidence judged or withdrawn."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.assurance.actions import answer, judge_evidence, withdraw_evidence
from joinedup.assurance.forms.acting import ReasonForm
from joinedup.assurance.forms.thread import AnswerForm, JudgeForm
from joinedup.assurance.queries.judging import judged_too_early
from joinedup.assurance.queries.one import (
    action_to,
    action_to_answer,
    evidence_of,
    evidence_to_judge,
    question_of,
    question_words,
)
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem
from joinedup.assurance.views.deeds import behalf_of
from joinedup.assurance.views.one_form import FormPage, one_form

__all__ = ["answer_question", "judge", "withdraw"]


@door(May.READ_PLANS)
@require_http_methods(["GET", "POST"])
def answer_question(request: HttpRequest, reference: str, question: str) -> HttpResponse:
    """Answer a question that was asked of an action."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to_answer(by, reference, question)
    asked = question_of(row, question)
    if asked is None:
        raise Refused("No such question.")
    draft = Draft(f"answer-{question}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    form = AnswerForm(request.POST or None, initial=kept, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            answer(by, question, form.cleaned_data["words"], today=today, behalf=behalf_of(form))
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, "Your answer stands in the thread.")
            return redirect("action", reference)
    context = {
        "row": row,
        "asked": asked,
        "words": question_words(asked),
        "form": form,
        "draft": draft,
        "today": today,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/answer.html", context, status=status)


@door(May.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str, evidence: str) -> HttpResponse:
    """Withdraw a piece of evidence, after asking for the reason."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.UPDATE_ACTIONS, reference)
    piece = evidence_of(row, evidence)
    if piece is None:
        raise Refused("No such evidence.")
    form = ReasonForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_evidence(by, evidence, form.cleaned_data["reason"], today=today)
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "Withdrawn. The evidence stays on record, marked so.")
            return redirect("action", reference)
    context = {"row": row, "piece": piece, "form": form, "today": today}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/withdraw.html", context, status=status)


@door(May.CHALLENGE)
@require_http_methods(["GET", "POST"])
def judge(request: HttpRequest, reference: str, evidence: str) -> HttpResponse:
    """Say what a piece of evidence is worth; absent for who added it and for owners."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.CHALLENGE, reference)
    piece = evidence_to_judge(row, evidence, by.user)
    if piece is None:
        raise Refused("No such evidence.")
    name = piece.file.original_name if piece.file else piece.link
    page = FormPage(
        "Judge what this evidence shows",
        "Save the judgement",
        ("action", reference),
        f"{row.code} {row.title}".strip(),
        f"judge-{evidence}",
        "\n".join(words for words in (name, piece.words) if words),
    )

    def make(data: Any, kept: dict[str, Any]) -> JudgeForm:
        start = {"judgement": piece.judgement, "verdict": piece.verdict, **kept}
        return JudgeForm(data, initial=start, today=today)

    def do(form: Any) -> str:
        said = form.cleaned_data
        judge_evidence(by, evidence, said["judgement"], today=today, verdict=said["verdict"])
        early = judged_too_early(row, piece, said["verdict"], today)
        return f"Your judgement stands beside the evidence. {early}".strip()

    return one_form(request, page, make, do)
