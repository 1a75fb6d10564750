"""Headers that every answer carries.

Nothing inline, nothing from elsewhere, nothing kept by a shared computer's browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers, patch_cache_control

Answer = Callable[[HttpRequest], HttpResponse]
UNUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
PERMISSIONS = ", ".join(f"{name}=()" for name in UNUSED)


def policy(form_targets: Iterable[str] = ()) -> str:
    """The content security policy. `form_targets` are origins of identity providers."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            " ".join(("form-action 'self'", *form_targets)),
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )


class ContentSecurityPolicy:
    """Adds the policy and its companions, and `no-store` to whatever says nothing of caching.

    settings.JOINEDUP_FORM_TARGETS lists the identity providers a sign-in form may post to.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.policy = policy(getattr(settings, "JOINEDUP_FORM_TARGETS", ()))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its headers."""
        response = self.get_response(request)
        response["Content-Security-Policy"] = self.policy
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Referrer-Policy", "same-origin")
        response.setdefault("X-Content-Type-Options", "nosniff")
        response.setdefault("X-Frame-Options", "DENY")
        response.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
            patch_cache_control(response, no_store=True)
        return response
