"""Coming back with a code: what the person was told, and adding to the report."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.door import open_to_all
from joinedup.access.permission import Refused
from joinedup.access.tries import tries_too_often
from joinedup.audit.actor import public
from joinedup.concerns import unsent
from joinedup.concerns.actions import add_information
from joinedup.concerns.forms.public import CodeForm, LaterForm
from joinedup.concerns.queries.raised import Raised, told_by_code
from joinedup.concerns.rules.from_public import later_words
from joinedup.concerns.views.public import PATH, shown_page, telephones

__all__ = ["worry_add", "worry_return"]

ADDED = "added"
"""The browser's key to what was added a moment ago; its value is random."""
UNKNOWN = "We know no such code. Look at it again: 15 letters and numbers"


@open_to_all
@require_http_methods(["GET", "POST"])
def worry_return(request: HttpRequest) -> HttpResponse:
    """Ask for the code; the report is the answer to it, so that no address leads there."""
    if request.method == "GET" and (added := _just_added(request)) is not None:
        return added
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if tries_too_often(request, "door.code_tries"):
            return shown_page(request, "too_often", telephones(timezone.now()), 429)
        code = form.cleaned_data["code"]
        told = told_by_code(code)
        if told is not None:
            return _report(request, told, LaterForm(initial={"code": code}))
        form.add_error("code", UNKNOWN)
    return shown_page(request, "return", {"form": form}, 422 if form.errors else 200)


@open_to_all
@require_http_methods(["GET", "POST"])
def worry_add(request: HttpRequest) -> HttpResponse:
    """Let something join the report of a code. Nothing typed is lost where it is too often."""
    if request.method != "POST":
        return redirect("worry_return")
    form = LaterForm(request.POST)
    code = request.POST.get("code", "")[:40]
    if tries_too_often(request, "door.code_tries"):
        return shown_page(request, "too_often", telephones(timezone.now()), 429)
    told = told_by_code(code)
    if told is None:
        again = CodeForm({"code": code})
        again.add_error("code", UNKNOWN)
        return shown_page(request, "return", {"form": again}, 422)
    if not form.is_valid():
        return _report(request, told, form, status=422)
    try:
        said = form.cleaned_data
        add_information(public(), later_words(said["words"], said["once"]), code=code)
    except Refused:
        return redirect("worry_return")
    response = redirect("worry_return")
    key = unsent.begin({"code": code, "added": said["words"]})
    response.set_cookie(
        ADDED, key, path=PATH, httponly=True, samesite="Strict", secure=settings.IS_SECURE
    )
    return response


def _just_added(request: HttpRequest) -> HttpResponse | None:
    """The report with what was added a moment ago: shown once, then only the code opens it again."""
    key = request.COOKIES.get(ADDED, "")
    found = unsent.kept(key)
    if found is None:
        return None
    unsent.erase(key)
    code = str(found.answers.get("code", ""))
    told = told_by_code(code)
    if told is None:
        return None
    words = str(found.answers.get("added", ""))
    response = _report(request, told, LaterForm(initial={"code": code}), added=words)
    response.delete_cookie(ADDED, path=PATH, samesite="Strict")
    return response


def _report(
    request: HttpRequest,
    told: Raised,
    form: LaterForm,
    *,
    added: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"told": told, "form": form, "added": added, **telephones(timezone.now())}
    return shown_page(request, "told", context, status)
