"""The form for a council's own Word document."""

from __future__ import annotations

from joinedup.assurance.forms.acting import ActingForm
from joinedup.pages.forms import PlainFileField

__all__ = ["LayoutForm"]


class LayoutForm(ActingForm):
    """A Word document in which papers are to be written."""

    asks = {"file": "Choose the Word document"}

    file = PlainFileField(label="Your Word document", endings=("docx", "dotx"))
