"""Sign-in checks, and the user of each request loaded with person, agency and team at once."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from joinedup.access.models import User

__all__ = ["AccountBackend"]


class AccountBackend(AuthenticationBackend):
    """E-mail sign-in through allauth; users come with their person in one statement."""

    def get_user(self, user_id: Any) -> User | None:
        user = (
            User.objects.select_related("person__agency", "person__team").filter(pk=user_id).first()
        )
        return user if user is not None and self.user_can_authenticate(user) else None
