"""Small pages of triage: kinds, referrals, later information, words to raisers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused, record_list
from joinedup.concerns import actions
from joinedup.concerns.choices import Door, TellKind
from joinedup.concerns.forms.reporting import MoreForm
from joinedup.concerns.forms.triage import (
    NotThisForm,
    SendForm,
    TellForm,
    TypesForm,
)
from joinedup.concerns.queries.choosing import (
    agencies_named,
    agency_numbered,
    bases_for,
    draft_shown,
    grounds_not_to_share,
    kinds_to_name,
    receivers_named,
    receivers_offered,
)
from joinedup.concerns.queries.one import concern_to, is_kept_apart, report_of
from joinedup.concerns.queries.signs import signs_in
from joinedup.concerns.rules.new import LONGEST_WORDS, NewConcern, NewFile, Raiser
from joinedup.concerns.views.triage import _deed
from joinedup.documents import Refused as FileRefused
from joinedup.documents.mail import read_mail
from joinedup.documents.writing import write_pdf
from joinedup.referrals.forms.acting import NotShareForm, sending_of
from joinedup.referrals.queries.ring_back import ring_back
from joinedup.referrals.report import care_of, report_of_draft

__all__ = [
    "concern_add",
    "concern_not_share",
    "concern_not_this",
    "concern_send",
    "concern_tell",
    "concern_types",
]

UNPROCESSABLE = 422
MAILS = (".msg", ".eml")
CUT = "\n… This e-mail goes on. The whole of it stands in the file beside these words."


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_types(request: HttpRequest, reference: str) -> HttpResponse:
    """Name kinds of concern."""
    by = by_request(request)
    row = concern_to(by, reference)
    form = TypesForm(request.POST or None, kinds=kinds_to_name(timezone.localdate(), row.types))
    if request.method == "POST" and form.is_valid():
        named = form.cleaned_data["types"]
        if tried(form, lambda: actions.name_types(by, reference, named)) is not None:
            return redirect("concern", reference)
    lead = "Kinds are added to those named before. A sign of exploitation stays once it is named."
    return _deed(request, row, form, "What kind of concern is it?", "Save", lead)


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_not_this(request: HttpRequest, reference: str) -> HttpResponse:
    """Say why a kind of exploitation that the words may point to is not what this is."""
    by = by_request(request)
    row = concern_to(by, reference)
    today = timezone.localdate()
    shown = {one.kind: one for one in signs_in(row, row.reports.order_by("pk"), today)}
    kind = request.GET.get("kind", "")[:80]
    if kind not in shown:
        raise Refused("No such record.")
    form = NotThisForm(request.POST or None, initial={"because": shown[kind].because})
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        if tried(form, lambda: actions.answer_sign(by, reference, kind, because)) is not None:
            messages.success(request, "Recorded: it is not that, and why.")
            return redirect("concern", reference)
    return _deed(request, row, form, f"Not this: {shown[kind].title.lower()}", "Save")


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_send(request: HttpRequest, reference: str) -> HttpResponse:
    """Send it on: drafted from what is here, nothing is typed twice."""
    by = by_request(request)
    row = concern_to(by, reference)
    today = timezone.localdate()
    ages = [row.age_group, "adult"] if row.has_adult_at_risk else [row.age_group]
    to = request.GET.get("to", "")
    if request.method == "GET" and to not in dict(receivers_named(today)):
        return _choose_receiver(request, row, today)
    if request.method == "GET" and "pdf" in request.GET:
        return _draft_pdf(by, row, to, today)
    form = SendForm(
        request.POST or None,
        request.FILES or None,
        receivers=receivers_named(today),
        bases=bases_for(ages, today),
        agencies=agencies_named(request.POST.get("receiver", to), today),
        initial={
            "receiver": to,
            "mailed_by": by.user.person.name,
            "mailed_on": today,
        },
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        new = actions.NewSending(
            said["receiver"],
            sending_of(said),
            said["place"],
            agency_id=agency_numbered(said["agency"]),
            receiver_name=said["receiver_name"],
            copy_proof=said["copy_proof"],
            site=request.build_absolute_uri("/"),
        )
        made = tried(form, lambda: actions.send_on(by, reference, new))
        if made is not None:
            messages.success(request, "Sent. Their answer is awaited from now on.")
            return redirect("concern", reference)
    draft = draft_shown(row, by.user, form["receiver"].value() or "", today)
    context = {"concern": row, "form": form, "draft": draft, "to": to}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "concerns/send.html", context, status=status)


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_not_share(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a decision not to share it, with its ground."""
    by, today = by_request(request), timezone.localdate()
    row = concern_to(by, reference)
    form = NotShareForm(
        request.POST or None,
        receivers=receivers_named(today),
        bases=grounds_not_to_share(row.age_group, today),
    )
    if request.method == "POST" and form.is_valid():
        said = [form.cleaned_data[name] for name in ("receiver", "basis", "reason")]
        made = tried(form, lambda: actions.keep_back(by, reference, *said, today=today))
        if made is not None:
            messages.success(request, "The decision not to share is recorded.")
            return redirect("concern", reference)
    lead = (
        "A decision not to share is recorded like one to share, with its ground. Nobody’s agreement "
        "is needed to protect a child, and whoever has to be told is told."
    )
    return _deed(request, row, form, "Record a decision not to share", "Record it", lead)


def _choose_receiver(request: HttpRequest, row: Any, today: Any) -> HttpResponse:
    """First whom it goes to: their form decides the order of the words."""
    context = {"concern": row, "offered": receivers_offered(row, today)}
    return render(request, "concerns/send_to.html", context)


def _draft_pdf(by: Any, row: Any, to: str, today: Any) -> HttpResponse:
    """The words before they are recorded as sent: secure mail needs them first."""
    draft = draft_shown(row, by.user, to, today)
    if draft is None:
        raise Refused("No such page.")
    record_list(by, "referrals.copy", "pdf", [row.reference])
    care = care_of(is_kept_apart(row))
    report = report_of_draft(draft.title, row.reference, draft.parts, today, care, ring_back())
    answer = HttpResponse(write_pdf(report), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{row.reference}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add later information, or drop a saved e-mail: it joins the same thread."""
    by = by_request(request)
    row = concern_to(by, reference)
    form: Any = MoreForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        new = _later(form)
        if new is not None:
            made = tried(form, lambda: actions.add_information(by, new, concern=reference))
            if made is not None:
                messages.success(request, "It stands in the thread.")
                return redirect("concern", reference)
    return _deed(request, row, form, "Add what came later", "Add it")


def _later(form: Any) -> NewConcern | None:
    said = form.cleaned_data
    file = said.get("file")
    words = said["words"].strip()
    if file is None:
        return NewConcern(
            door=Door.PHONE, words=words, raiser=Raiser(wants_news=False), once=said["once"]
        )
    name, data = str(file.name or "file"), file.read()
    if not name.lower().endswith(MAILS):
        words = words or "A file was added."
        return NewConcern(
            door=Door.PHONE, words=words, raiser=Raiser(wants_news=False),
            files=(NewFile(name, data),), once=said["once"],
        )  # fmt: skip
    try:
        mail = read_mail(name, data)
    except FileRefused as refused:
        form.add_error("file", str(refused))
        return None
    parts = [words, mail.subject, mail.text]
    files = [NewFile(name, data), *(NewFile(one.name, one.data) for one in mail.attachments)]
    text = "\n".join(one for one in parts if one.strip()) or "An e-mail without words."
    if len(text) > LONGEST_WORDS:
        text = text[: LONGEST_WORDS - len(CUT)] + CUT
    return NewConcern(
        door=Door.MAIL,
        words=text,
        raiser=Raiser(contact=mail.sender, wants_news=False),
        files=tuple(one for one in files if one.data),
        once=said["once"],
    )


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_tell(request: HttpRequest, reference: str) -> HttpResponse:
    """Tell somebody who reported something; `reference` is that of their report."""
    by = by_request(request)
    row, report = report_of(by, reference)
    form = TellForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kind = TellKind(said["kind"])
        given = {
            "site": request.build_absolute_uri("/"), "is_mail_safe": said["is_mail_safe"],
        }  # fmt: skip
        words = said["words"]
        if (
            tried(form, lambda: actions.tell_raiser(by, reference, kind, words, **given))
            is not None
        ):
            messages.success(request, "They can read it on their own page.")
            return redirect("concern", row.reference)
    safe = f"How it is safe to reach them: {report.safe}" if report.safe else ""
    return _deed(request, row, form, "Tell whoever reported it", "Tell them", safe)
