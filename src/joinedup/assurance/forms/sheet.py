"""Bringing an edited sheet back."""

from __future__ import annotations

from joinedup.pages.forms import MEGABYTE, PlainFileField, PlainForm

__all__ = ["SheetForm"]


class SheetForm(PlainForm):
    """The edited sheet."""

    asks = {"file": "Choose the sheet that you edited"}
    file = PlainFileField(
        label="The sheet that you edited",
        endings=("xlsx", "csv"),
        max_bytes=10 * MEGABYTE,
    )
