"""Mails of the sign-in pages go through the same outbox as every other."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction

from joinedup.access.adapter import AccountAdapter
from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post

__all__ = ["OutboxAccountAdapter"]


class OutboxAccountAdapter(AccountAdapter):
    """Posts allauth's mails instead of sending them at once."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        made: EmailMessage = self.render_mail(template_prefix, email, dict(context))
        with transaction.atomic():
            post(
                key=f"sign_in:{secrets.token_hex(16)}",
                purpose=Purpose.SIGN_IN,
                recipient=email,
                subject=str(made.subject),
                body=str(made.body),
            )

    def format_email_subject(self, subject: str) -> str:
        return subject
