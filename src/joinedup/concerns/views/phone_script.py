"""The telephone script: the questions, words and sign-posts of the public door, for whoever
answers the telephone. What is written here goes the way of the public's own words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds
from joinedup.concerns.actions import submit
from joinedup.concerns.choices import CallerKind
from joinedup.concerns.forms.caller import CallerForm
from joinedup.concerns.forms.public import QuestionForm
from joinedup.concerns.queries.choosing import sources_for
from joinedup.concerns.queries.public import questions_on
from joinedup.concerns.rules.callers import answers_with, report_of_call
from joinedup.concerns.rules.questions import asked, first_open, for_signposts
from joinedup.concerns.views.public import telephones
from joinedup.directory.queries import services_for

__all__ = ["phone_script"]


@door(May.REPORT_CONCERNS)
@require_http_methods(["GET", "POST"])
def phone_script(request: HttpRequest) -> HttpResponse:
    """All questions on one page, each as it is said. “Show who can help” keeps what is written and
    shows the services; “Send” takes the report in."""
    user: Any = request.user
    now, today = timezone.now(), timezone.localdate()
    all_of_them = questions_on(today)
    data = _with_contact(request)
    said_no = request.POST.get("contact") == "no"
    rings = CallerForm(data, sources=sources_for(user, today), may_ring_back=not said_no)
    forms = [QuestionForm(data, one, {}, False) for one in all_of_them]
    is_right = data is not None and all([form.is_valid() for form in (rings, *forms)])
    answers: dict[str, Any] = {}
    for form in forms if data is not None else []:
        answers |= {name: value for name, value in form.answers().items() if value}
    caller = rings.caller_said()
    answers = answers_with(answers, caller)
    order = asked(all_of_them, answers, True)
    sent = None
    if "send" in request.POST and is_right and not first_open(order, answers):
        new, by = report_of_call(all_of_them, answers, caller, today), by_request(request)
        sent = tried(forms[0], lambda: submit(by, new, site=request.build_absolute_uri("/")))
    helps = services_for(for_signposts(answers), today) if answers.get("worries") else []
    context = {
        "rings": rings,
        "pairs": list(zip(all_of_them, forms, strict=True)),
        "helps": helps,
        "sent": sent,
        "has_errors": "send" in request.POST and sent is None,
        "may_answer": holds(user, May.WORK_CASES),
        **telephones(now),
    }
    status = 422 if context["has_errors"] else 200
    return render(request, "concerns/phone_script.html", context, status=status)


def _with_contact(request: HttpRequest) -> QueryDict | None:
    """What was written down. A caller who was not asked whether we may ring back is anonymous, and
    whoever rings about themselves need not be asked whom it is about."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    data.setdefault("contact", "no")
    if data.get("caller") == CallerKind.SELF:
        data.setdefault("about", "me")
    return data
