"""The pages of allauth that are in use, each with its door; no other of its routes exists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as provider
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from requests import RequestException

from joinedup.access.door import open_to_all, open_to_signed_in
from joinedup.access.queries import second_steps
from joinedup.access.second_step import (
    forget_second_step,
    has_second_step,
    opens_without_second_step,
)

__all__ = ["PAGES", "provider_callback", "provider_sign_in", "second_step"]

View = Callable[..., HttpResponse]


def _for_all(view: View) -> View:
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    return open_to_all(never_cache(page))


def _sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page, with the name of the work account where the council has one."""
    response: HttpResponse = account.login(request)
    if isinstance(response, TemplateResponse) and response.context_data is not None:
        apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
        response.context_data["work_sign_in"] = apps[0]["name"] if apps else ""
    return response


def _for_signed_in(view: View) -> View:
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            forget_second_step(request)
        return response

    return open_to_signed_in(opens_without_second_step(never_cache(page)))


def _after_the_second_step(view: View) -> View:
    """For pages that would let a second step be gone round while there is none."""

    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    return open_to_signed_in(never_cache(page))


PAGES: dict[str, View] = {
    "account_login": _for_all(_sign_in),
    "account_logout": _for_all(account.logout),
    "account_inactive": _for_all(account.account_inactive),
    "account_reauthenticate": _for_signed_in(account.reauthenticate),
    "account_change_password": _after_the_second_step(account.password_change),
    "account_reset_password": _for_all(account.password_reset),
    "account_reset_password_done": _for_all(account.password_reset_done),
    "account_reset_password_from_key": _for_all(account.password_reset_from_key),
    "account_reset_password_from_key_done": _for_all(account.password_reset_from_key_done),
    "mfa_authenticate": _for_all(mfa.authenticate),
    "mfa_login_webauthn": _for_all(webauthn.login_webauthn),
    "mfa_index": _for_signed_in(mfa.index),
    "mfa_reauthenticate": _for_signed_in(mfa.reauthenticate),
    "mfa_activate_totp": _for_signed_in(totp.activate_totp),
    "mfa_deactivate_totp": _for_signed_in(totp.deactivate_totp),
    "mfa_view_recovery_codes": _for_signed_in(codes.view_recovery_codes),
    "mfa_generate_recovery_codes": _for_signed_in(codes.generate_recovery_codes),
    "mfa_list_webauthn": _for_signed_in(webauthn.list_webauthn),
    "mfa_add_webauthn": _for_signed_in(webauthn.add_webauthn),
    "mfa_edit_webauthn": _for_signed_in(webauthn.edit_webauthn),
    "mfa_remove_webauthn": _for_signed_in(webauthn.remove_webauthn),
    "mfa_reauthenticate_webauthn": _for_signed_in(webauthn.reauthenticate_webauthn),
    "socialaccount_login_cancelled": _for_all(social.login_cancelled),
    "socialaccount_login_error": _for_all(social.login_error),
    "socialaccount_signup": _for_all(social.signup),
}


@open_to_signed_in
@opens_without_second_step
def second_step(request: HttpRequest) -> HttpResponse:
    """Why a second step is needed, and the ways to set one up."""
    if has_second_step(request):
        return redirect("home")
    steps = second_steps(request.user)  # type: ignore[arg-type]
    return render(request, "access/second_step.html", {"steps": steps})


def _unreachable(request: HttpRequest) -> HttpResponse:
    return render(request, "access/provider_unreachable.html", status=503)


@open_to_all
def provider_sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Off to the council's identity provider; a plain page where it does not answer."""
    try:
        response: HttpResponse = provider.login(request, provider_id)
    except (RequestException, ValueError, KeyError):
        return _unreachable(request)
    return response


@open_to_all
def provider_callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the identity provider."""
    try:
        response: HttpResponse = provider.callback(request, provider_id)
    except (RequestException, ValueError, KeyError):
        return _unreachable(request)
    return response
