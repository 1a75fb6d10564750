"""The file chosen in a form, held for its chooser while the form comes back with errors."""

from __future__ import annotations

from typing import Any, cast

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest

from joinedup.assurance.forms.acting import ActingForm
from joinedup.files.unsent import TooManyUnsent, Unsent, find_unsent, forget_unsent, keep_unsent
from joinedup.pages.forms import size_words

__all__ = ["ChosenFile"]

FIELD = "file"
SEAL = "file_token"  # drafts never keep what is called a token
GONE = "The file that you chose before is no longer here. Choose it again"


class ChosenFile:
    """The file of one POST of the form `key`: the one chosen now, else the one held from before.

    `files` is what the form is made with. `seal`, `name` and `size` are for the page.
    """

    def __init__(self, request: HttpRequest, key: str) -> None:
        self.user = cast(Any, request.user)
        self.key = key
        self.files = request.FILES
        seal = request.POST.get(SEAL, "")
        is_chosen = FIELD in self.files
        self.held: Unsent | None = find_unsent(self.user, key, seal) if seal else None
        self.is_gone = bool(seal) and self.held is None and not is_chosen
        self.again: SimpleUploadedFile | None = None
        if self.held is not None and not is_chosen:
            self.again = SimpleUploadedFile(self.held.name, self.held.data)
            self.files = self.files.copy()
            self.files[FIELD] = self.again

    def check(self, form: ActingForm) -> bool:
        """Whether the form may be sent; not, once, where the file held for it is gone."""
        is_valid = form.is_valid()
        if not self.is_gone:
            return is_valid
        form.errors.pop(FIELD, None)
        form.add_error(FIELD, GONE)
        return False

    def hold(self, form: ActingForm) -> None:
        """The form goes back to its writer: keep the file, if it is one that can be taken."""
        file = form.cleaned_data.get(FIELD) if form.is_bound else None
        if not file or file is self.again:
            return
        file.seek(0)
        self.forget()
        try:
            self.held = keep_unsent(self.user, self.key, file.name, file.read())
        except TooManyUnsent as refused:
            form.add_error(FIELD, refused.words)

    def forget(self) -> None:
        """The file is filed, or another was taken: nothing is held any more."""
        if self.held is not None:
            forget_unsent(self.held)
            self.held = None

    @property
    def name(self) -> str:
        """The name of the file that is held, or nothing."""
        return self.held.name if self.held else ""

    @property
    def size(self) -> str:
        """How large it is: "300 KB"."""
        return size_words(len(self.held.data)) if self.held else ""

    @property
    def seal(self) -> str:
        """What the form sends back to claim it."""
        return self.held.seal if self.held else ""
