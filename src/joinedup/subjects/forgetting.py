"""Names that were made alike are kept for one request, and then forgotten.

To compare names is to fold, sound and split the same words over and over, so the functions that do it
remember what they made of each. A process that serves for weeks would remember people long after
their records were erased, whichever process erased them. Words of the rule data stay.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from joinedup.subjects.rules import dates, described, keys, names, words

__all__ = ["REMEMBERING", "ForgetNames", "forget"]

REMEMBERING = (
    dates.read_born, described._street, described.make_home, keys._sounds, names._cleaned,
    names.root, names.is_common_name, names.sound, names.alike, words.fold,
)  # fmt: skip
"""Everything that remembers words of people. A house test finds any other."""


def forget() -> None:
    """Forget every word of a person that this process remembers."""
    for one in REMEMBERING:
        one.cache_clear()


class ForgetNames:
    """Forgets when the answer to a request is ready, also where it failed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            forget()
