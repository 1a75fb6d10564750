"""Every page says who may open it, and the public ones stand on this list."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, get_resolver

from joinedup.access.choices import May

PUBLIC = {
    "worry", "worry_question", "worry_check", "worry_danger", "worry_help", "worry_leave",
    "worry_return", "worry_add",
    "glossary", "accessibility", "privacy", "help", "brand_css",
    "demo", "demo_sign_in", "welcome", "calendar", "answer_by_link", "answer_again", "referral_answer",
    "challenge_answer",
    "library_answer", "escalation_return",
    "account_login", "account_logout", "account_inactive",
    "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done",
    "mfa_authenticate", "mfa_login_webauthn", "style",
    "openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled",
    "socialaccount_login_error", "socialaccount_signup",
}  # fmt: skip
LIBRARIES = ("allauth.",)


def routes(resolver=None, prefix=""):
    for part in (resolver or get_resolver()).url_patterns:
        if isinstance(part, URLResolver):
            yield from routes(part, prefix + str(part.pattern))
        elif isinstance(part, URLPattern):
            yield prefix + str(part.pattern), part


def test_every_page_says_who_may_open_it():
    silent = [
        path
        for path, part in routes()
        if not hasattr(part.callback, "door") and not part.callback.__module__.startswith(LIBRARIES)
    ]
    assert silent == []


def test_doors_are_permissions_or_named_openings():
    odd = [
        path
        for path, part in routes()
        if hasattr(part.callback, "door")
        and not isinstance(part.callback.door, May)
        and part.callback.door not in {"signed_in", "public"}
    ]
    assert odd == []


def test_public_pages_stand_on_the_list():
    public = {
        part.name
        for _, part in routes()
        if getattr(part.callback, "door", "") == "public"
        or getattr(part.callback, "login_required", True) is False
    }
    assert public - PUBLIC == set()


def test_every_address_has_a_name():
    assert [path for path, part in routes() if not part.name] == []
