"""Headers that every answer carries."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings

from joinedup.pages.middleware import ContentSecurityPolicy, policy

EXACT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@pytest.fixture(autouse=True)
def _without_a_council(settings):
    """These pages are tried without a database."""
    settings.JOINEDUP_BRAND = ""


def test_only_our_own_scripts_styles_and_pictures_are_allowed(client: Client):
    assert client.get("/style/")["Content-Security-Policy"] == EXACT
    assert "unsafe" not in EXACT and "data:" not in EXACT


def test_a_form_may_also_go_to_the_configured_identity_provider():
    assert "form-action 'self' https://sign-in.example.org;" in policy(
        ["https://sign-in.example.org"]
    )
    with override_settings(JOINEDUP_FORM_TARGETS=["https://sign-in.example.org"]):
        answer = ContentSecurityPolicy(lambda request: HttpResponse())(RequestFactory().get("/"))
    assert "https://sign-in.example.org" in answer["Content-Security-Policy"]


def test_pages_are_not_kept_by_the_browser_or_told_to_other_sites(client: Client):
    answer = client.get("/style/")
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
