"""The page behind the link of an owner without an account. Opening it changes nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from joinedup.library.actions import confirm_by_link
from joinedup.library.forms import AnswerForm
from joinedup.library.queries import item_behind
from joinedup.notices.choices import Purpose
from joinedup.notices.link_page import LinkPage, Opened, by_link_only, link_page

__all__ = ["library_answer"]


def _confirm(request: HttpRequest, opened: Opened, form: AnswerForm) -> object:
    verdict, words = form.cleaned_data["verdict"], form.cleaned_data["words"]
    return confirm_by_link(opened.link, verdict, words, today=opened.today)


ANSWER = LinkPage(
    purpose=Purpose.REVIEW,
    template="library/answer.html",
    over="library/answer_over.html",
    behind=lambda link, today: item_behind(link),
    form=lambda request, opened: AnswerForm(request.POST or None),
    keep=_confirm,
)


@by_link_only
def library_answer(request: HttpRequest, token: str) -> HttpResponse:
    """An owner says whether their page is still right."""
    return link_page(request, token, ANSWER)
