"""A file that was chosen in a form which came back with an error: kept, so that it is not lost.

No record speaks of it and nobody can open it. Its chooser alone can send it on, with the same
form, by a seal that names person and form; it goes when sent, or after the life of a draft.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing
from django.utils import timezone
from django.utils.crypto import salted_hmac

from joinedup.access.limits import limit, own_rules
from joinedup.access.models import User
from joinedup.files import storage
from joinedup.files.rules import plain_name
from joinedup.rulebook import rule

__all__ = ["TooManyUnsent", "Unsent", "find_unsent", "forget_unsent", "keep_unsent"]

SALT = "joinedup.files.unsent"
MOST = "limit.unsent_files"


class TooManyUnsent(Exception):
    """Somebody has as many files waiting in unfinished forms as the rule book lets them; `words`
    say so."""

    def __init__(self, most: int) -> None:
        self.words = (
            f"This file was not kept, because {most} of your files already wait in forms that you"
            " have not sent. Put the rest right, choose the file again and send the form"
        )
        super().__init__(self.words)


@dataclass(frozen=True, slots=True)
class Unsent:
    """A file not yet sent: its name, its bytes, and the seal under which it is found again."""

    name: str
    data: bytes
    seal: str
    stored_name: str


def keep_unsent(user: User, form: str, name: str, data: bytes) -> Unsent:
    """Keep the file that `user` chose in `form`, which is named like a draft ("evidence-AC-…").
    Raises TooManyUnsent beyond the rule `limit.unsent_files`."""
    most = rule(MOST, timezone.localdate(), own_rules()).number("value")
    owner = _owner(user)
    if storage.unsent_of(owner) >= most:
        raise TooManyUnsent(most)
    shown, stored = plain_name(name), storage.write_unsent(data, owner)
    said = {"user": user.pk, "form": form, "name": shown, "bytes": stored}
    return Unsent(shown, data, signing.dumps(said, salt=SALT, compress=True), stored)


def _owner(user: User) -> str:
    """By what the waiting files of one person are counted; it names nobody."""
    return salted_hmac(SALT, str(user.pk)).hexdigest()[:16]


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
