"""Posts: what they are, who holds them, which are vacant."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access.actions.posts import add_post, edit_post, end_holding, end_post, fill_post
from joinedup.access.answers import one_page, tried
from joinedup.access.choices import HoldingKind, May
from joinedup.access.door import by_request, door
from joinedup.access.forms.people import HoldingForm, LastDayForm, PostForm
from joinedup.access.permission import Refused
from joinedup.access.queries import agencies, holdings_of, post_record, posts

__all__ = ["holding_end", "post_add", "post_end", "post_fill", "post_list", "post_page"]

STATES = (("", "All"), ("vacant", "Vacant"), ("ended", "Ended"))


@door(May.MANAGE_PEOPLE)
def post_list(request: HttpRequest) -> HttpResponse:
    """Every post with today's holder, deputies and cover."""
    words, agency = request.GET.get("q", "").strip(), request.GET.get("agency", "")
    state = request.GET.get("state", "")
    page = one_page(request, posts(timezone.localdate(), words, agency, state))
    context = {
        "page": page,
        "words": words,
        "agency": agency,
        "state": state,
        "states": STATES,
        "agencies": agencies(),
    }
    return render(request, "access/post_list.html", context)


@door(May.MANAGE_PEOPLE)
def post_add(request: HttpRequest) -> HttpResponse:
    """Add a post."""
    form = PostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data, by = form.cleaned_data, by_request(request)
        made = tried(form, lambda: add_post(by, data["title"], data["agency"], data["team"]))
        if made:
            messages.success(request, "The post is on the list. Say who holds it.")
            return redirect("post", made.reference)
    context = {"form": form, "page_title": "Add a post", "back": "posts", "submit": "Add"}
    return render(request, "access/form.html", context)


@door(May.MANAGE_PEOPLE)
def post_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One post: its title and team, and everybody who held it."""
    post = post_record(by_request(request), reference)
    start = {"title": post.title, "team": post.team, "version": post.version}
    form = PostForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        data, by, seen = form.cleaned_data, by_request(request), form.seen()
        if tried(form, lambda: edit_post(by, post, data["title"], data["team"], seen)):
            messages.success(request, "Saved.")
            return redirect("post", reference)
    return _page(request, reference, form, HoldingForm(initial=_from_today()))


@door(May.MANAGE_PEOPLE)
@require_POST
def post_fill(request: HttpRequest, reference: str) -> HttpResponse:
    """Say who holds, deputises for or covers a post."""
    post, form = post_record(by_request(request), reference), HoldingForm(request.POST)
    if form.is_valid():
        data, by = form.cleaned_data, by_request(request)
        kind, dates = HoldingKind(data["kind"]), (data["from_on"], data["to_on"])
        if tried(form, lambda: fill_post(by, post, data["person"], kind, *dates)):
            messages.success(request, f"{data['person'].name}: noted.")
            return redirect("post", reference)
    start = {"title": post.title, "team": post.team, "version": post.version}
    return _page(request, reference, PostForm(initial=start), form)


@door(May.MANAGE_PEOPLE)
def holding_end(request: HttpRequest, reference: str, holding: int) -> HttpResponse:
    """End somebody's time in a post."""
    post = post_record(by_request(request), reference)
    found = holdings_of(post).filter(pk=holding).first()
    if found is None:
        raise Refused("No such page.")
    form = LastDayForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        last, by = form.cleaned_data["on"], by_request(request)
        tried(form, lambda: end_holding(by, found, last))
        if form.is_valid():
            messages.success(request, "Noted.")
            return redirect("post", reference)
    return _last_day(request, form, reference, f"{found.person.name}, {post.title}")


@door(May.MANAGE_PEOPLE)
def post_end(request: HttpRequest, reference: str) -> HttpResponse:
    """Note the last day of a post."""
    post = post_record(by_request(request), reference)
    form = LastDayForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        end_post(by_request(request), post, form.cleaned_data["on"])
        messages.success(request, "Noted. Move its actions to another post before then.")
        return redirect("post", reference)
    return _last_day(request, form, reference, post.title)


def _from_today() -> dict[str, object]:
    return {"from_on": timezone.localdate(), "kind": "lead"}


def _last_day(request: HttpRequest, form: forms.Form, reference: str, caption: str) -> HttpResponse:
    context = {
        "form": form,
        "page_title": "Note the last day",
        "caption": caption,
        "back": "post",
        "back_reference": reference,
        "submit": "Note it",
    }
    return render(request, "access/form.html", context)


def _page(
    request: HttpRequest, reference: str, form: forms.Form, filling: forms.Form
) -> HttpResponse:
    post = post_record(by_request(request), reference)
    context = {
        "post": post,
        "form": form,
        "filling": filling,
        "holdings": holdings_of(post),
        "today": timezone.localdate(),
    }
    return render(request, "access/post_page.html", context)
