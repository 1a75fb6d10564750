"""The forms of allauth in our words: plain labels, no words inside the boxes."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms

__all__ = [
    "AddPasskeyForm",
    "AgainWithCodeForm",
    "AgainWithPasswordForm",
    "AppForm",
    "ChangePasswordForm",
    "CodeForm",
    "ForgottenForm",
    "NewPasswordForm",
    "RenamePasskeyForm",
    "SignInForm",
]

STRONG = "At least 12 characters. Three or four words that only you would put together."
PLAIN: dict[str, tuple[str, str]] = {
    "login": ("E-mail address", ""),
    "email": ("E-mail address", ""),
    "password": ("Password", ""),
    "oldpassword": ("Your password now", ""),
    "password1": ("New password", STRONG),
    "password2": ("The same new password again", ""),
    "code": ("Six-digit code", "From your authenticator app. A recovery code works too."),
    "name": ("A name for this passkey", "So that you know it again: Work laptop"),
}
ASKS = {
    "login": "Enter your e-mail address",
    "email": "Enter your e-mail address",
    "password": "Enter your password",
    "code": "Enter the code",
    "name": "Give the passkey a name",
}


class Plain(forms.Form):
    """Gives each field its plain words."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in PLAIN:
                field.label, field.help_text = PLAIN[name]
            if name in ASKS:
                field.error_messages = {**field.error_messages, "required": ASKS[name]}


class SignInForm(Plain, account.LoginForm):
    """E-mail address and password."""


class ForgottenForm(Plain, account.ResetPasswordForm):
    """The address that a new password is asked for."""


class NewPasswordForm(Plain, account.ResetPasswordKeyForm):
    """A new password from a link."""


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """A new password from somebody who knows the old one."""


class AgainWithPasswordForm(Plain, account.ReauthenticateForm):
    """The password again, before something that matters."""


class CodeForm(Plain, mfa.AuthenticateForm):
    """The second step of signing in."""


class AgainWithCodeForm(Plain, mfa.ReauthenticateForm):
    """A code again, before something that matters."""


class AppForm(Plain, totp.ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "The one that the app shows now."


class AddPasskeyForm(Plain, webauthn.AddWebAuthnForm):
    """A new passkey, always one that can sign in by itself."""

    passwordless = forms.BooleanField(initial=True, required=False, widget=forms.HiddenInput)

    def clean_passwordless(self) -> bool:
        """Every passkey here asks for finger, face or PIN."""
        return True


class RenamePasskeyForm(Plain, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""
