"""Opening accounts with an invitation, accepting one, and the outbox."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.answers import one_page, tried
from joinedup.access.choices import May, Role
from joinedup.access.door import by_request, door, open_to_all
from joinedup.access.forms.accounts import AccountForm, PasswordForm
from joinedup.access.permission import Refused, holds
from joinedup.access.problems import Problem
from joinedup.access.queries import account_record
from joinedup.notices.actions.delivery import try_again
from joinedup.notices.actions.invitations import accept, invite, open_and_invite
from joinedup.notices.choices import NoticeState, Purpose
from joinedup.notices.link_page import LinkPage, Opened, link_page
from joinedup.notices.queries import invited_user, notice_record, outbox
from joinedup.notices.rules import trouble_words

__all__ = ["account_invite", "account_open", "notice_retry", "outbox_page", "welcome"]


def _site(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


@door(May.MANAGE_ACCOUNTS)
def account_open(request: HttpRequest) -> HttpResponse:
    """Open an account; its owner gets an invitation."""
    form = AccountForm(request.POST or None, initial={"from_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        by, data = by_request(request), form.cleaned_data
        data = {**data, "roles": [Role(role) for role in data["roles"]]}
        user = tried(form, lambda: open_and_invite(by, _site(request), **data))
        if user:
            messages.success(
                request, "The account is open. Its page says what became of the invitation."
            )
            return redirect("account_page", user.reference)
    context = {
        "form": form,
        "page_title": "Open an account",
        "back": "accounts",
        "submit": "Open it and send the invitation",
        "lead": "They choose their own password by a link in a mail.",
    }
    return render(request, "access/form.html", context)


@door(May.MANAGE_ACCOUNTS)
@require_POST
def account_invite(request: HttpRequest, reference: str) -> HttpResponse:
    """Send the invitation again; the one before stops working."""
    user = account_record(by_request(request), reference)
    try:
        invite(by_request(request), user, _site(request))
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "A new invitation is in the outbox. Earlier ones no longer work.")
    return redirect("account_page", reference)


def _choose(request: HttpRequest, opened: Opened, form: PasswordForm) -> object:
    user = accept(opened.link, form.cleaned_data["password1"])
    messages.success(request, "Your password is set. Sign in with it.")
    return user


WELCOME = LinkPage(
    purpose=Purpose.INVITATION,
    template="notices/welcome.html",
    over="notices/invitation_over.html",
    behind=lambda link, today: invited_user(link),
    form=lambda request, opened: PasswordForm(request.POST or None, user=opened.row),
    keep=_choose,
    after="account_login",
)


@open_to_all
@never_cache
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Choose the first password. Opening the link changes nothing; sending the form spends it."""
    return link_page(request, token, WELCOME)


@door(May.MANAGE_MAIL)
def outbox_page(request: HttpRequest) -> HttpResponse:
    """What was sent, waits or failed. The words of mails are shown in demo mode only."""
    state = request.GET.get("state", "")
    context = {
        "page": one_page(request, outbox(state)),
        "state": state,
        "trouble": trouble_words,
        "states": [("", "All"), *NoticeState.choices],
        "shows_words": settings.IS_DEMO,
        "keeps_people": holds(request.user, May.MANAGE_PEOPLE),  # type: ignore[arg-type]
    }
    return render(request, "notices/outbox.html", context)


@door(May.MANAGE_MAIL)
@require_POST
def notice_retry(request: HttpRequest, reference: str) -> HttpResponse:
    """Try a failed mail again."""
    notice = notice_record(reference)
    if notice is None:
        raise Refused("No such page.")
    try_again(by_request(request), notice)
    messages.success(request, "It goes out again in a moment.")
    return redirect("outbox")
