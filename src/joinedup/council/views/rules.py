"""The rule book, for everybody who has signed in; local rules, for those who keep them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door, open_to_signed_in
from joinedup.access.permission import Refused, holds
from joinedup.council.actions.local_rules import (
    add_local_rule,
    end_local_rule,
    withdraw_local_rule,
)
from joinedup.council.forms import EndRuleForm, LocalRuleForm, WithdrawRuleForm
from joinedup.council.queries import local_rule_record, rule_history, rule_list
from joinedup.rulebook import Kind, Status

__all__ = ["local_rule_add", "local_rule_end", "local_rule_withdraw", "rule_book", "rule_page"]


@open_to_signed_in
def rule_book(request: HttpRequest) -> HttpResponse:
    """Every rule that holds today, is enacted or drafted, with its source and how sure it is."""
    words, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    status = request.GET.get("status", "")
    rows = rule_list(timezone.localdate(), words, kind, status)
    context = {
        "rows": rows,
        "words": words,
        "kind": kind,
        "status": status,
        "kinds": [(one.value, one.value.replace("_", " ").capitalize()) for one in Kind],
        "statuses": [(one.value, one.value.replace("_", " ").capitalize()) for one in Status],
    }
    return render(request, "council/rule_book.html", context)


@open_to_signed_in
def rule_page(request: HttpRequest, code: str) -> HttpResponse:
    """One rule through time: each wording, its dates, source and values."""
    shown = rule_history(code, timezone.localdate())
    if shown is None:
        raise Refused("No such page.")
    may_edit = holds(request.user, May.MANAGE_COUNCIL)  # type: ignore[arg-type]
    return render(request, "council/rule_page.html", {"rule": shown, "may_edit": may_edit})


@door(May.MANAGE_COUNCIL)
def local_rule_add(request: HttpRequest, code: str) -> HttpResponse:
    """Add a local rule in place of one of the rule book."""
    shown = rule_history(code, timezone.localdate())
    if shown is None:
        raise Refused("No such page.")
    start = {"from_on": timezone.localdate()}
    form = LocalRuleForm(request.POST or None, entry=shown.model, initial=start)
    is_sound = request.method == "POST" and form.is_valid()
    by = by_request(request)
    if is_sound and tried(form, lambda: add_local_rule(by, form.details())) is not None:
        messages.success(request, "The local rule is in place.")
        return redirect("rule", code)
    context = {
        "form": form,
        "page_title": "Add a local rule",
        "caption": shown.title,
        "back": "rule",
        "back_reference": code,
        "submit": "Add the rule",
        "lead": "It wins over the rule book from its first day to its last.",
    }
    return render(request, "access/form.html", context)


@door(May.MANAGE_COUNCIL)
def local_rule_end(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a local rule its last day."""
    rule = local_rule_record(reference)
    if rule is None:
        raise Refused("No such page.")
    form = EndRuleForm(request.POST or None, initial={"to_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        last, by = form.cleaned_data["to_on"], by_request(request)
        tried(form, lambda: end_local_rule(by, rule, last))
        if form.is_valid():
            messages.success(request, "Noted.")
            return redirect("rule", rule.code)
    return _small(request, form, rule.code, "Note the last day", "Note it")


@door(May.MANAGE_COUNCIL)
def local_rule_withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a local rule out of use, with a reason."""
    rule = local_rule_record(reference)
    if rule is None:
        raise Refused("No such page.")
    form = WithdrawRuleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason, by = form.cleaned_data["reason"], by_request(request)
        tried(form, lambda: withdraw_local_rule(by, rule, reason))
        if form.is_valid():
            messages.success(request, "Withdrawn. It stays to be read.")
            return redirect("rule", rule.code)
    return _small(request, form, rule.code, "Withdraw a local rule", "Withdraw it")


def _small(
    request: HttpRequest, form: EndRuleForm | WithdrawRuleForm, code: str, title: str, submit: str
) -> HttpResponse:
    context = {
        "form": form,
        "page_title": title,
        "caption": code,
        "back": "rule",
        "back_reference": code,
        "submit": submit,
    }
    return render(request, "access/form.html", context)
