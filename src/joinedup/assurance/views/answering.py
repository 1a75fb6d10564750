"""The page behind a link from a reminder. Opening it changes nothing: mail scanners open links."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access import problems
from joinedup.access.permission import Refused
from joinedup.assurance.actions.answering import Answered, answer_by_link, send_link_again
from joinedup.assurance.forms.answering import AnswerForm
from joinedup.assurance.queries.answering import asked_by
from joinedup.assurance.rules.problem import Problem
from joinedup.notices.choices import Purpose
from joinedup.notices.link_page import (
    LinkPage,
    Opened,
    by_link_only,
    link_page,
    said_of_link,
    tried_too_often,
)
from joinedup.notices.queries import link_of
from joinedup.notices.rules import LinkTold
from joinedup.pages.views import too_many

__all__ = ["answer", "answer_again"]

OVER = "assurance/answer_over.html"


def _form(request: HttpRequest, opened: Opened) -> AnswerForm:
    is_sent, asked = request.method == "POST", opened.row
    return AnswerForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        today=opened.today,
        recurs=asked.is_recurring,
        only_evidence=asked.is_evidence,
        has_question=asked.question is not None,
        is_owner=asked.is_owner,
    )


def _keep(request: HttpRequest, opened: Opened, form: AnswerForm) -> object:
    try:
        return answer_by_link(opened.link, _said(form), today=opened.today)
    except Problem as problem:
        raise problems.Problem(problem.words, problem.field) from problem


def _said(form: AnswerForm) -> Answered:
    said: dict[str, Any] = form.cleaned_data
    file = said.get("file")
    return Answered(
        words=said.get("words", ""),
        answer=said.get("answer", ""),
        how=said.get("how", ""),
        met_on=said.get("met_on"),
        new_on=said.get("new_on"),
        reason=said.get("reason", ""),
        file_name=file.name if file else "",
        file=file.read() if file else b"",
        link=said.get("link", ""),
        about_on=said.get("about_on"),
    )


ANSWER = LinkPage(
    purpose=Purpose.ANSWER,
    template="assurance/answer_link.html",
    over=OVER,
    behind=asked_by,
    form=_form,
    keep=_keep,
    fields={"due_on": "new_on", "relates_on": "about_on"},
)


@by_link_only
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Say how one action stands."""
    return link_page(request, token, ANSWER)


@by_link_only
@require_POST
def answer_again(request: HttpRequest, token: str) -> HttpResponse:
    """Send a new link to the address that this one went to. Says the same whatever comes of it."""
    if tried_too_often(request):
        return too_many(request)
    link = link_of(token, Purpose.ANSWER)
    if link is not None:
        site = f"{request.scheme}://{request.get_host()}"
        try:
            send_link_again(link, site, today=timezone.localdate())
        except (Refused, Problem):
            return said_of_link(request, OVER, LinkTold.NOTHING)
    return said_of_link(request, OVER, LinkTold.SENT)
