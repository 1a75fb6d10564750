"""The pages behind the links of receivers and of organisations. Opening one changes nothing, and
none names anybody."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from joinedup.notices.choices import Purpose
from joinedup.notices.link_page import LinkPage, Opened, by_link_only, link_page
from joinedup.referrals.actions import (
    Answer,
    answer_by_link,
    answer_challenge_by_link,
    assure_by_link,
)
from joinedup.referrals.forms.acting import LinkAnswerForm
from joinedup.referrals.forms.assuring import AssuranceForm
from joinedup.referrals.forms.challenging import ChallengeAnswerForm
from joinedup.referrals.queries.assuring import return_behind
from joinedup.referrals.queries.links import referral_behind
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.queries.stages import challenge_behind
from joinedup.referrals.views.deeds_of_referrals import answers_of

__all__ = ["challenge_answer", "escalation_return", "referral_answer"]


def _answer_form(request: HttpRequest, opened: Opened) -> LinkAnswerForm:
    answers = answers_of(opened.row, opened.today)
    if request.POST.get("says") == opened.row.state:
        # pressed twice: the first has been kept, and the second is no mistake
        answers = [(opened.row.state, "As you have just told us"), *answers]
    return LinkAnswerForm(request.POST or None, answers=answers)


def _answer(request: HttpRequest, opened: Opened, form: LinkAnswerForm) -> object:
    said: dict[str, Any] = form.cleaned_data
    answer = Answer(said["says"], said["words"], said["threshold"], said["their_reference"])
    return answer_by_link(opened.link, answer, today=opened.today)


ANSWER = LinkPage(
    purpose=Purpose.REFERRAL,
    template="referrals/answer.html",
    over="referrals/answer_over.html",
    behind=lambda link, today: referral_behind(link),
    form=_answer_form,
    keep=_answer,
    fields={"reason": "words"},
    stays_open=True,
)
CHALLENGE = LinkPage(
    purpose=Purpose.REFERRAL,
    template="referrals/challenge_answer.html",
    over="referrals/challenge_over.html",
    behind=lambda link, today: challenge_behind(link, rules_on(today)),
    form=lambda request, opened: ChallengeAnswerForm(request.POST or None),
    keep=lambda request, opened, form: answer_challenge_by_link(
        opened.link, form.said(), today=opened.today
    ),
    stays_open=True,
)
RETURN = LinkPage(
    purpose=Purpose.PARTNER_RETURN,
    template="referrals/assurance_return.html",
    over="referrals/assurance_over.html",
    behind=lambda link, today: return_behind(link),
    form=lambda request, opened: AssuranceForm(request.POST or None),
    keep=lambda request, opened, form: assure_by_link(opened.link, form.said(), today=opened.today),
)


@by_link_only
def referral_answer(request: HttpRequest, token: str) -> HttpResponse:
    """A receiver says how a referral stands."""
    return link_page(request, token, ANSWER)


@by_link_only
def challenge_answer(request: HttpRequest, token: str) -> HttpResponse:
    """A receiver answers a challenge of what it decided."""
    return link_page(request, token, CHALLENGE)


@by_link_only
def escalation_return(request: HttpRequest, token: str) -> HttpResponse:
    """An organisation answers for a year of escalation."""
    return link_page(request, token, RETURN)
