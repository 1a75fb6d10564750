"""Forms of accounts, roles and the first password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from joinedup.access.choices import Role
from joinedup.access.queries import agencies
from joinedup.pages.forms import PlainDateField, PlainForm

__all__ = ["AccountForm", "PasswordForm", "RoleForm"]

DATE_HINT = "For example, 31 August 2026"


class AccountForm(PlainForm):
    """Who gets an account, and what they may do."""

    name = forms.CharField(label="Full name", max_length=200)
    email = forms.EmailField(
        label="Work e-mail address", help_text="The invitation goes there. It is their sign-in."
    )
    agency = forms.ModelChoiceField(label="Agency", queryset=agencies(), empty_label="Choose one")
    roles = forms.MultipleChoiceField(
        label="Roles", choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )
    from_on = PlainDateField(label="From")


class RoleForm(PlainForm):
    """A role with its first and last day."""

    role = forms.ChoiceField(label="Role", choices=Role.choices)
    from_on = PlainDateField(label="First day")
    to_on = PlainDateField(label="Last day", required=False)


class PasswordForm(PlainForm):
    """The first password, typed twice."""

    password1 = forms.CharField(
        label="Password",
        help_text="At least 12 characters. Three or four words that only you would put together.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )
    password2 = forms.CharField(
        label="The same password again",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        """Both must be the same, and strong enough."""
        data = super().clean() or {}
        first, second = data.get("password1"), data.get("password2")
        if first and second and first != second:
            self.add_error("password2", "The two passwords differ. Type the same one twice.")
        elif first:
            try:
                validate_password(first, self.user)
            except ValidationError as weak:
                self.add_error("password1", weak)
        return data
