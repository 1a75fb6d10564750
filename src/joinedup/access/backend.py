"""Sign-in checks, and the user of each request loaded with person, agency and team at once."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from joinedup.access.models import User
from joinedup.access.prepared import rows

__all__ = ["AccountBackend"]


def _with_person(_: None, pk: int) -> QuerySet[User]:
    return User.objects.select_related("person__agency", "person__team").filter(pk=pk)[:1]


class AccountBackend(AuthenticationBackend):
    """E-mail sign-in through allauth; users come with their person in one statement."""

    def get_user(self, user_id: Any) -> User | None:
        user = next(iter(rows(_with_person, None, [user_id])), None)
        return user if user is not None and self.user_can_authenticate(user) else None
