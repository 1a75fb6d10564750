"""Accounts, for system administrators: who has one, what it may do, and ending that."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access.actions.accounts import (
    close_account,
    reopen_account,
    reset_second_step,
    sign_out_account,
)
from joinedup.access.actions.roles import give_role, withdraw_role
from joinedup.access.answers import one_page, tried
from joinedup.access.choices import May, Role
from joinedup.access.door import by_request, door
from joinedup.access.forms.accounts import RoleForm
from joinedup.access.permission import Refused, record_list
from joinedup.access.problems import Problem
from joinedup.access.queries import account_record, accounts, grants_of, second_steps
from joinedup.access.telling import failed_mails, invitation_mail

__all__ = ["account_change", "account_list", "account_page", "role_give", "role_withdraw"]

STATES = (("", "All"), ("open", "Open"), ("invited", "Never signed in"), ("closed", "Closed"))
DOES: dict[str, tuple[Callable[..., None], str]] = {
    "close": (close_account, "The account is closed."),
    "reopen": (reopen_account, "The account is open again."),
    "sign-out": (sign_out_account, "Every session of this account has ended."),
    "reset": (reset_second_step, "The second step is taken away. They set up a new one."),
}


@door(May.MANAGE_ACCOUNTS)
def account_list(request: HttpRequest) -> HttpResponse:
    """Every account: name, address, roles of today."""
    words, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    page = one_page(request, accounts(timezone.localdate(), words, state))
    shown = [user.reference for user in page]
    record_list(by_request(request), "account.list", f"state={state}", shown)
    context: dict[str, object] = {
        "page": page,
        "words": words,
        "state": state,
        "states": STATES,
        "failed": failed_mails(),
    }
    return render(request, "access/account_list.html", context)


@door(May.MANAGE_ACCOUNTS)
def account_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One account with its roles, past and future ones too."""
    return _account_page(request, reference, RoleForm(initial={"from_on": timezone.localdate()}))


@door(May.MANAGE_ACCOUNTS)
@require_POST
def role_give(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a role."""
    user, form = account_record(by_request(request), reference), RoleForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        role = Role(data["role"])
        by, dates = by_request(request), (data["from_on"], data["to_on"])
        if tried(form, lambda: give_role(by, user, role, *dates)):
            messages.success(request, f"{role.label}: given.")
            return redirect("account_page", reference)
    return _account_page(request, reference, form)


@door(May.MANAGE_ACCOUNTS)
@require_POST
def role_withdraw(request: HttpRequest, reference: str, grant: int) -> HttpResponse:
    """Withdraw a role at once."""
    user = account_record(by_request(request), reference)
    found = grants_of(user).filter(pk=grant).first()
    if found is None:
        raise Refused("No such page.")
    return _done(
        request, reference, lambda: withdraw_role(by_request(request), found), "Withdrawn."
    )


@door(May.MANAGE_ACCOUNTS)
@require_POST
def account_change(request: HttpRequest, reference: str, what: str) -> HttpResponse:
    """Close, reopen, sign out or reset the second step."""
    if what not in DOES:
        raise Refused("No such page.")
    act, words = DOES[what]
    user = account_record(by_request(request), reference)
    return _done(request, reference, lambda: act(by_request(request), user), words)


def _done(
    request: HttpRequest, reference: str, act: Callable[[], object], words: str
) -> HttpResponse:
    try:
        act()
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, words)
    return redirect("account_page", reference)


def _account_page(request: HttpRequest, reference: str, form: forms.Form) -> HttpResponse:
    user = account_record(by_request(request), reference)
    today = timezone.localdate()
    context = {
        "user_shown": user,
        "grants": grants_of(user),
        "steps": second_steps(user),
        "form": form,
        "is_own": user.pk == request.user.pk,
        "today": today,
        "invitation": ("", "") if user.last_login else invitation_mail(user.reference),
    }
    return render(request, "access/account_page.html", context)
