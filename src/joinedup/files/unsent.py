"""A file that was chosen in a form which came back with an error: kept, so that it is not lost.

No record speaks of it and nobody can open it. Its chooser alone can send it on, with the same
form, by a seal that names person and form; it goes when sent, or after the life of a draft.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing

from joinedup.access.limits import limit
from joinedup.access.models import User
from joinedup.files import storage
from joinedup.files.rules import plain_name

__all__ = ["Unsent", "find_unsent", "forget_unsent", "keep_unsent"]

SALT = "joinedup.files.unsent"


@dataclass(frozen=True, slots=True)
class Unsent:
    """A file not yet sent: its name, its bytes, and the seal under which it is found again."""

    name: str
    data: bytes
    seal: str
    stored_name: str


def keep_unsent(user: User, form: str, name: str, data: bytes) -> Unsent:
    """Keep the file that `user` chose in `form`, which is named like a draft ("evidence-AC-…")."""
    shown, stored = plain_name(name), storage.write_unsent(data)
    said = {"user": user.pk, "form": form, "name": shown, "bytes": stored}
    return Unsent(shown, data, signing.dumps(said, salt=SALT, compress=True), stored)


def find_unsent(user: User, form: str, seal: str) -> Unsent | None:
    """The file under a seal; None where it was sent or swept, or is another person's or form's."""
    try:
        said = signing.loads(seal, salt=SALT, max_age=limit("draft.keep"))
        if said["user"] != user.pk or said["form"] != form:
            return None
        data = storage.path_of(said["bytes"]).read_bytes()
    except (signing.BadSignature, OSError):
        return None
    return Unsent(said["name"], data, seal, said["bytes"])


def forget_unsent(file: Unsent) -> None:
    """Remove it, once it is sent or another was taken in its place."""
    storage.erase(file.stored_name)
