"""Handing a plan over."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import QueryDict

from joinedup.pages.forms import MEGABYTE, PlainDateField, PlainFileField, PlainForm

__all__ = ["ConfirmForm", "NewerForm", "UploadForm"]

ONE_LINE = 60
"""Longer titles get a box in which all of them can be read."""
ADVISED = {"doc", "docm", "xls", "xlsm", "odt", "ods", "rtf", "ppt", "pptx", "png", "jpg", "jpeg"}
KINDS = ("docx", "xlsx", "pdf", "html", "htm", "csv", "md", "txt")


class PlanFileField(PlainFileField):
    """A plan as a file. Kinds that cannot be read are let through to the reader, which says for
    each what to do ("Open it in Word and save it as .docx")."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """As the parent, with advice in place of a bare refusal."""
        name = getattr(data, "name", "") or ""
        ending = name.rpartition(".")[2].lower()
        if ending in ADVISED and 0 < data.size <= self.max_bytes:
            return data
        return super().clean(data, initial)


class UploadForm(PlainForm):
    """A file, or words pasted from Word or a web page, and the year if the plan does not say it."""

    file = PlanFileField(
        label="The plan as a file",
        help_text="Word, Excel, PDF with text, web page, CSV or text. Up to 20 MB.",
        required=False,
        endings=KINDS,
        max_bytes=20 * MEGABYTE,
    )
    pasted = forms.CharField(
        label="Or paste it here",
        help_text="Copy the table in Word, Excel, Outlook or a web page and paste it.",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        strip=False,
    )
    pasted_html = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    year = forms.IntegerField(
        label="Year of the plan",
        help_text="Only if the plan itself does not say it. Used for dates such as “31 July”.",
        required=False,
        min_value=1990,
        max_value=2100,
        error_messages={
            name: "Type the year with four digits, such as 2026."
            for name in ("invalid", "min_value", "max_value")
        },
    )

    against = forms.ChoiceField(
        label="Is it a newer version of a plan that is here already?",
        help_text="Then you see what is new and what changed, and choose what to take.",
        required=False,
    )

    def __init__(self, *args: Any, plans: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["against"].choices = [("", "No, it is a plan of its own"), *plans]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two must be there."""
        cleaned = super().clean() or {}
        pasted = cleaned.get("pasted", "").strip() or cleaned.get("pasted_html", "").strip()
        if not cleaned.get("file") and not pasted and not self.errors:
            self.add_error("file", "Choose a file, or paste the plan into the box below.")
        return cleaned

    def document(self) -> tuple[str, bytes]:
        """Name and bytes of what was handed over. Call after is_valid()."""
        file = self.cleaned_data["file"]
        if file:
            return file.name, file.read()
        rich = self.cleaned_data["pasted_html"]
        if "<table" in rich.lower():
            return "Pasted plan.html", rich.encode()
        return "Pasted plan.txt", self.cleaned_data["pasted"].encode()


class ConfirmForm(PlainForm):
    """Titles and dates of the plans that go in. One set of fields for each plan of the document."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    again = forms.BooleanField(
        label="This is another plan: take every row as new",
        error_messages={
            "required": "Compare with the plan that is here, or tick that it is another"
        },
    )

    def __init__(
        self, *args: Any, plans: list[dict[str, Any]], is_here_already: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not is_here_already:
            del self.fields["again"]
        self.plans = [plan for plan in plans if plan["is_taken"]]
        for plan in self.plans:
            number = plan["number"]
            what = "plan" if plan["kind"] == "actions" else "source of these findings"
            title = plan["title"].rstrip(" :")
            rows = forms.Textarea({"rows": 2}) if len(title) > ONE_LINE else forms.TextInput()
            self.fields[f"title_{number}"] = forms.CharField(
                label=f"Title of the {what}",
                max_length=300,
                initial=title,
                widget=rows,
                error_messages={"required": "Give it a title that people will know it by."},
            )
            self.fields[f"dated_on_{number}"] = PlainDateField(
                label="The date of the document",
                help_text="What it calls complete counts as declared on this day, and papers"
                " know its rows from this day on. For example, 22 July 2015.",
                initial=plan.get("dated_on"),
                required=False,
            )

    def of(self, plan: dict[str, Any]) -> list[Any]:
        """The fields of one plan."""
        return [self[f"title_{plan['number']}"], self[f"dated_on_{plan['number']}"]]


class NewerForm(PlainForm):
    """What to take of a newer version, and what goes with it. The ticks themselves are in the
    table: `field` is "action|field", `row` the id of a new row, `ask` an action."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    stamp = forms.CharField(widget=forms.HiddenInput)
    dated_on = PlainDateField(
        label="The date of the newer version",
        help_text="What it calls complete counts as declared on this day.",
        required=False,
    )
    approved_by = forms.CharField(
        label="Who approved the new dates?",
        help_text="Only if you take a new date. A name, or a meeting and its minute.",
        max_length=200,
        required=False,
    )
    answer_due_on = PlainDateField(
        label="By when should the owners answer?",
        help_text="Only if you ask about an action that is gone.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A new date needs a name, a question a day."""
        cleaned = super().clean() or {}
        taken = self._many("field")
        if (
            any(one.endswith("|due") for one in taken)
            and not cleaned.get("approved_by", "").strip()
        ):
            self.add_error("approved_by", "Say who approved the new dates.")
        if self._many("ask") and not cleaned.get("answer_due_on"):
            self.add_error("answer_due_on", "Say by when the owners should answer.")
        return cleaned

    def _many(self, name: str) -> list[str]:
        """Every value posted under one name."""
        return cast(QueryDict, self.data).getlist(name)

    def ticked(self) -> tuple[frozenset[tuple[str, str]], frozenset[str], frozenset[str]]:
        """(action, field) pairs, ids of new rows, actions to ask about."""
        pairs = [one.partition("|") for one in self._many("field")]
        fields = frozenset((action, field) for action, _, field in pairs if field)
        return fields, frozenset(self._many("row")), frozenset(self._many("ask"))
