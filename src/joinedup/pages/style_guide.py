"""What the style guide shows: every component with long, empty and wrong data, all invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from joinedup.pages.forms import (
    MEGABYTE,
    PlainChoiceField,
    PlainDateBoxesField,
    PlainDateField,
    PlainFileField,
    PlainForm,
)

LONG = (
    "Agree with the county council, the police and both hospital trusts how information about "
    "children who go missing from placements outside the area is passed on within one working day"
)
WORD = "Interdepartmentalsafeguardingarrangementsreviewgroup"


class GuideForm(PlainForm):
    """One field of each kind."""

    summary = forms.CharField(help_text="One sentence that a councillor would understand")
    words = forms.CharField(
        label="What has been done?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Say what changed for people, not only what was held or sent",
    )
    due = PlainDateField(label="New due date")
    heard = PlainDateBoxesField(label="When did you hear of it?", required=False)
    status = PlainChoiceField(
        label="Where does it stand?",
        choices=[("open", "Under way"), ("done", "Complete"), ("stopped", "Stopped")],
        option_hints={"done": "You will be asked for evidence next"},
    )
    agencies = forms.MultipleChoiceField(
        label="Who else must know?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("police", "Wrenshire Police"), ("health", "Wren Valley hospitals")],
    )
    owner = forms.ChoiceField(
        choices=[("", "Choose a person or post"), ("1", "Housing Options Manager"), ("2", LONG)]
    )
    paper = PlainFileField(
        label="Evidence", endings=("docx", "pdf", "msg"), required=False, max_bytes=20 * MEGABYTE
    )
    agreed = forms.BooleanField(label="I have agreed this with the owner")


class GuideFilters(PlainForm):
    """The filters beside the example register."""

    section = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("a", "Cross-cutting"), ("b", "Children"), ("c", "Adults"), ("d", WORD)],
    )
    rag = forms.MultipleChoiceField(
        label="Rating",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green")],
    )
    owner = forms.ChoiceField(required=False, choices=[("", "Anybody"), ("1", "Ada Example")])


def rows(today: date) -> list[dict[str, Any]]:
    """Register rows, with the awkward ones first."""
    return [
        _row("A2", LONG, "Housing Options Manager and Ada Example", today, -12, "red", "Under way"),
        _row("A10", f"Review {WORD}", "", today, None, "", "Declared complete, not evidenced"),
        _row("B1", "Train front-desk staff", "Bo Sample", today, 3, "amber", "Under way"),
        _row("B3", "Publish the reporting line", "Cy Test", today, 40, "green", "Not started"),
        _row("C4", "Check taxi badges", "Licensing Manager", today, 210, "blue", "Complete"),
    ]


def _row(
    code: str, words: str, owner: str, today: date, days: int | None, rag: str, status: str
) -> dict[str, Any]:
    colours = {"Under way": "", "Complete": "green", "Not started": "grey"}
    return {
        "code": code,
        "words": words,
        "owner": owner,
        "due": today + timedelta(days=days) if days is not None else None,
        "late": days is not None and days < 0,
        "rag": rag,
        "status": status,
        "colour": colours.get(status, "yellow"),
    }


class GuidePage:
    """Stands in for a Django page of many."""

    number = 6

    class paginator:
        """How many pages there are."""

        num_pages = 20


def style_guide(asked: Any) -> dict[str, Any]:
    """Everything the style page shows; `asked` is the query, for sorting."""
    today = timezone.localdate()
    by = str(asked.get("sort", "due"))
    wrong = GuideForm(
        {"summary": "", "due": "31/2/26", "heard_0": "3", "status": "other", "words": "Half a se"}
    )
    return {
        "rows": rows(today),
        "sort": {"by": by.lstrip("-"), "down": by.startswith("-"), "values": asked},
        "values": asked,
        "filters": GuideFilters(initial={"rag": ["red"]}, prefix="f"),
        "form": GuideForm(prefix="blank"),
        "wrong": wrong,
        "guide_page": GuidePage(),
        "long_words": LONG,
        "long_word": WORD,
        "now": timezone.now(),
        "today": today,
        "menu": [
            {"text": "My work", "href": "#main", "count": 4},
            {
                "text": "Actions",
                "href": "#main",
                "current": "true",
                "pages": [
                    {"text": "Register", "href": "/style/", "current": "page"},
                    {"text": "Plans", "href": "#main"},
                    {"text": "Chase list", "href": "#main"},
                ],
            },
            {"text": "Meetings", "href": "#main"},
            {"text": "Papers", "href": "#main"},
            {"text": "Who has seen this", "href": "#main"},
        ],
    }
