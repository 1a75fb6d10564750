"""Sign-in settings: e-mail and password with a second step, passkeys, one identity provider."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "joinedup.notices.adapter.OutboxAccountAdapter"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "reset_password": "5/m/ip,3/h/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if os.environ.get("JOINEDUP_PROXY") == "yes" else 0
"""Behind a proxy, so that failed sign-ins are counted by the caller's address, not the proxy's."""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
MFA_ADAPTER = "joinedup.access.adapter.SecondStepAdapter"
SECOND_STEP_REQUIRED = os.environ.get("JOINEDUP_MODE", "live") == "live"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = os.environ.get("JOINEDUP_MODE") in {"demo", "test"}
_OURS = "joinedup.access.forms.sign_in."
ACCOUNT_FORMS = {
    "login": _OURS + "SignInForm",
    "reset_password": _OURS + "ForgottenForm",
    "reset_password_from_key": _OURS + "NewPasswordForm",
    "change_password": _OURS + "ChangePasswordForm",
    "reauthenticate": _OURS + "AgainWithPasswordForm",
}
MFA_FORMS = {
    "authenticate": _OURS + "CodeForm",
    "reauthenticate": _OURS + "AgainWithCodeForm",
    "activate_totp": _OURS + "AppForm",
    "add_webauthn": _OURS + "AddPasskeyForm",
    "edit_webauthn": _OURS + "RenamePasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "joinedup.access.adapter.ProviderAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True

OIDC_URL = os.environ.get("JOINEDUP_OIDC_URL", "")
JOINEDUP_FORM_TARGETS = ["{0.scheme}://{0.netloc}".format(urlsplit(OIDC_URL))] if OIDC_URL else []
"""Where the sign-in form may lead, for the content security policy."""
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "work",
                    "name": os.environ.get("JOINEDUP_OIDC_NAME", "Work account"),
                    "client_id": os.environ.get("JOINEDUP_OIDC_CLIENT", ""),
                    "secret": os.environ.get("JOINEDUP_OIDC_SECRET", ""),
                    "settings": {"server_url": OIDC_URL},
                }
            ],
        }
    }
    if OIDC_URL
    else {}
)
