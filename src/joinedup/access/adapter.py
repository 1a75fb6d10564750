"""How allauth behaves here: nobody signs up by themselves, and every sign-in is recorded."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

from joinedup.access.actions.sign_in import note_failed_sign_in, note_sign_in
from joinedup.access.models import User
from joinedup.access.permission import by_user
from joinedup.access.second_step import signed_in_just_now

__all__ = ["AccountAdapter", "ProviderAdapter", "SecondStepAdapter"]


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by an administrator, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        ways = [record.get("method", "") for record in get_authentication_records(request, user)]
        note_sign_in(by_user(user), user, ways[-1] if ways else "session")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        note_failed_sign_in(str(credentials.get("email", "")))

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not for the second step of somebody who gave password or passkey a moment ago."""
        if app == "allauth.mfa" and signed_in_just_now(context.request):
            return False
        required: bool = super().is_reauthentication_required(app=app, **kwargs)
        return required

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say only what a person must know: signing in and out speak for themselves."""
        template = kwargs.get("message_template") or (args[2] if len(args) > 2 else None)
        if template in {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}:
            return
        super().add_message(*args, **kwargs)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """A work account signs in to an account that exists here; it opens none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let nobody in by an address that the provider itself calls unproven."""
        said: dict[str, Any] = sociallogin.account.extra_data
        for claims in (said, said.get("userinfo") or {}, said.get("id_token") or {}):
            if claims.get("email_verified", True) not in (True, "true"):
                page = "socialaccount/authentication_error.html"
                raise ImmediateHttpResponse(render(request, page))

    def is_email_verified(self, provider: Any, email: str) -> bool:
        """The council's own provider is trusted for its addresses, some say nothing of them
        (Entra ID); there is no other provider."""
        return bool(settings.SOCIALACCOUNT_PROVIDERS)


class SecondStepAdapter(DefaultMFAAdapter):
    """The names that stand in an authenticator app and on a passkey."""

    def get_totp_label(self, user: Any) -> str:
        return str(user.email)

    def get_totp_issuer(self) -> str:
        return "Joined Up"

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": user.email}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        host = context.request.get_host().partition(":")[0]
        return {"id": host, "name": "Joined Up"}
