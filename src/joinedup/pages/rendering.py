"""How a Django form field becomes something a template can show. No HTML here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from markupsafe import Markup, escape

from joinedup.pages.forms import PickInput

Described = dict[str, Any]
TYPE_PART = "Type part of a name, then choose it from the list"
KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (PickInput, "pick"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.PasswordInput, "password"),
    (forms.FileInput, "file"),
    (forms.MultiWidget, "boxes"),
)


def describe(bound: BoundField) -> Described:
    """All a template needs to show one field: kind, words, value as typed, errors, options."""
    widget = bound.field.widget
    kind = next((name for klass, name in KINDS if isinstance(widget, klass)), "text")
    if isinstance(widget, PickInput) and not widget.is_long:
        kind = "select"
    attrs = {**widget.attrs, **bound.build_widget_attrs({}, widget)}
    for ours in ("id", "class", "aria-describedby", "aria-invalid", "style"):
        attrs.pop(ours, None)
    described = {
        "kind": kind,
        "name": bound.html_name,
        "id": bound.auto_id or bound.html_name,
        "label": bound.label,
        "hint": bound.help_text or (TYPE_PART if kind == "pick" else ""),
        "errors": list(bound.errors),
        "required": bound.field.required,
        "needed": getattr(bound.form, "needed", {}).get(bound.name, ""),
        "type": getattr(widget, "input_type", "text"),
        "value": _typed(bound, kind),
        "options": _options(bound) if kind in ("radios", "checkboxes") else [],
        "groups": _groups(bound) if kind == "select" else [],
        "picks": [words for value, words in widget.pairs() if value] if kind == "pick" else [],
        "boxes": _boxes(bound) if kind == "boxes" else [],
        "width": getattr(widget, "width", ""),
        "multiple": getattr(widget, "allow_multiple_selected", False),
        "limit": getattr(bound.field, "max_length", None) if kind == "textarea" else None,
    }
    if kind == "textarea":
        attrs.pop("maxlength", None)
        attrs.pop("cols", None)
    if kind == "checkboxes" or kind == "boxes":
        attrs.pop("required", None)
    attrs.pop("required", None)
    described["attrs"] = attrs
    return described


def _typed(bound: BoundField, kind: str) -> Any:
    if kind in ("file", "password"):
        return ""
    if kind == "checkbox":
        return bool(bound.value())
    if kind == "pick":
        return bound.field.widget.typed(bound.value())
    if kind in ("text", "textarea", "hidden"):
        value = bound.field.widget.format_value(bound.value())
        return "" if value is None else value
    return bound.value()


def _options(bound: BoundField) -> list[Described]:
    hints = getattr(bound.field, "option_hints", {})
    found: list[Described] = []
    chosen = bound.field.widget.format_value(bound.value())
    groups = bound.field.widget.optgroups(bound.html_name, chosen)
    for group, options, _index in groups:
        for option in options:
            found.append(
                {
                    "value": str(option["value"]),
                    "label": option["label"],
                    "chosen": bool(option["selected"]),
                    "group": group or "",
                    "hint": hints.get(str(option["value"]), ""),
                    "id": f"{bound.auto_id}_{len(found)}",
                }
            )
    return found


def _groups(bound: BoundField) -> list[Described]:
    return [
        {"name": name, "options": list(options)}
        for name, options in groupby(_options(bound), key=lambda option: option["group"])
    ]


def _boxes(bound: BoundField) -> list[Described]:
    context = bound.field.widget.get_context(bound.html_name, bound.value(), {})
    parts = context["widget"]["subwidgets"]
    labels = getattr(bound.field, "box_labels", ())
    return [
        {
            "name": part["name"],
            "id": f"{bound.auto_id}_{index}",
            "value": part["value"] or "",
            "label": labels[index] if index < len(labels) else part["name"],
            "width": 4 if index == 2 else 2,
        }
        for index, part in enumerate(parts)
    ]


def error_links(form: forms.BaseForm) -> list[dict[str, str]]:
    """The errors of a form in field order, each with the address of what must be mended."""
    links = [{"text": str(text), "href": ""} for text in form.non_field_errors()]
    for bound in form:
        described = describe(bound)
        target = described["id"]
        if described["kind"] in ("radios", "checkboxes", "boxes"):
            target += "_0"
        links += [{"text": str(text), "href": f"#{target}"} for text in bound.errors]
    return links


def page_window(number: int, pages: int) -> list[int | None]:
    """The page numbers to show, None for a gap: 1 … 4 5 6 … 20."""
    wanted = {1, pages, number - 1, number, number + 1}
    shown: list[int | None] = []
    for page in sorted(n for n in wanted if 1 <= n <= pages):
        previous = shown[-1] if shown else None
        if previous is not None and page - previous == 2:
            shown.append(page - 1)
        elif previous is not None and page - previous > 2:
            shown.append(None)
        shown.append(page)
    return shown


@lru_cache(maxsize=256)
def _options_html(choices: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in choices
    )


def options_html(choices: Iterable[tuple[str, str]], chosen: str = "") -> Markup:
    """The options of a long list, (value, words) each, with one chosen. Kept, because the lists
    of a filter are the same on every page."""
    html = _options_html(tuple(choices))
    if chosen:
        mark = f'<option value="{escape(chosen)}"'
        html = html.replace(f"{mark}>", f"{mark} selected>", 1)
    return Markup(html)  # noqa: S704 - values and words are escaped above # nosec B704
