"""Saved e-mails (.eml and Outlook's .msg): who sent them, when, their words, what was attached."""

from __future__ import annotations

import base64
import datetime as dt
import email
import email.policy
import email.utils
import io
from dataclasses import dataclass
from email.message import EmailMessage, Message, MIMEPart
from pathlib import PurePath
from typing import Any

from joinedup.documents.grid import Document, Heading, Para, Table
from joinedup.documents.lines import squeeze
from joinedup.documents.reading import OLD_OFFICE, kind_of
from joinedup.documents.refusal import Refused

__all__ = ["Attachment", "Mail", "mail_as_json", "parse_mail", "read_mail"]

NOT_MAIL = (
    "This is not a saved e-mail. Drag the message from Outlook to a folder, which makes a .msg"
    " file, and choose that."
)
DAMAGED = (
    "This e-mail is damaged and cannot be opened. Save it from your mail program again and choose"
    " that."
)
MOST_ATTACHMENTS = 50


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message. The name is the sender's: show it, never use it as a path."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A message. `sent` has a time zone where the message gives one; `lines` are its words."""

    sender: str
    sent: dt.datetime | None
    subject: str
    lines: tuple[str, ...]
    attachments: tuple[Attachment, ...]

    @property
    def text(self) -> str:
        """The words, one paragraph a line."""
        return "\n".join(self.lines)


def read_mail(name: str, data: bytes) -> Mail:
    """Read a message in the box (see `box`). Raises `Refused` with a plain sentence."""
    from joinedup.documents.box import FAILED, run_boxed
    from joinedup.documents.preflight import LARGEST_FILE, TOO_LARGE

    if len(data) > LARGEST_FILE:
        raise Refused(TOO_LARGE)
    answer = run_boxed("mail", name, data)
    try:
        raw = answer["mail"]
        sent = dt.datetime.fromisoformat(raw["sent"]) if raw["sent"] else None
        attachments = tuple(
            Attachment(str(one["name"]), base64.b64decode(one["data"], validate=True))
            for one in raw["attachments"]
        )
        lines = tuple(str(line) for line in raw["lines"])
        return Mail(str(raw["sender"]), sent, str(raw["subject"]), lines, attachments)
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(FAILED) from error


def mail_as_json(name: str, data: bytes) -> dict[str, Any]:
    """What the box hands over."""
    mail = parse_mail(name, data)
    return {
        "sender": mail.sender,
        "sent": mail.sent.isoformat() if mail.sent else None,
        "subject": mail.subject,
        "lines": list(mail.lines),
        "attachments": [
            {"name": one.name, "data": base64.b64encode(one.data).decode()}
            for one in mail.attachments
        ],
    }


def parse_mail(name: str, data: bytes) -> Mail:
    """Read a message here and now; only for the inside of the box."""
    if data.startswith(OLD_OFFICE):
        return _outlook(data)
    if kind_of("message.eml", data) != "mail":
        raise Refused(NOT_MAIL)
    return _internet(data)


def _internet(data: bytes) -> Mail:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"]):
        raise Refused(NOT_MAIL)
    try:
        body = message.get_body(("plain", "html"))
        lines = _body_lines(body) if body is not None else ()
        attachments = [
            Attachment(_safe_name(part, number), _bytes_of(part))
            for number, part in enumerate(message.iter_attachments(), start=1)
        ]
    except (LookupError, ValueError, AttributeError, RecursionError) as error:
        raise Refused(DAMAGED) from error
    return Mail(
        squeeze(str(message["from"] or "")),
        _sent(str(message["date"] or "")),
        squeeze(str(message["subject"] or "")),
        lines,
        tuple(attachments[:MOST_ATTACHMENTS]),
    )


def _sent(text: str) -> dt.datetime | None:
    try:
        return email.utils.parsedate_to_datetime(text) if text else None
    except (ValueError, TypeError):
        return None


def _body_lines(body: MIMEPart) -> tuple[str, ...]:
    text = str(body.get_content())
    return _html_lines(text) if body.get_content_subtype() == "html" else _plain_lines(text)


def _safe_name(part: MIMEPart, number: int) -> str:
    name = part.get_filename()
    if not name and part.get_content_type() == "message/rfc822":
        return f"message {number}.eml"
    return _tidy(name or f"attachment {number}")


def _tidy(name: str) -> str:
    tail = PurePath(name.replace("\\", "/")).name
    return squeeze(tail)[:150] or "attachment"


def _bytes_of(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        parts = inner if isinstance(inner, list) else []
        return b"".join(one.as_bytes() for one in parts if isinstance(one, Message))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _plain_lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (squeeze(one) for one in text.splitlines()) if line)


def _html_lines(text: str) -> tuple[str, ...]:
    from joinedup.documents.web import read_web

    return _document_lines(read_web("message.html", text.encode()))


def _document_lines(document: Document) -> tuple[str, ...]:
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows():
                lines.append(" | ".join(cell.text.replace("\n", " ") for cell in row))
        elif isinstance(block, Heading):
            lines.append(block.text)
        elif isinstance(block, Para):
            lines.append(f"{block.marker} {block.text}" if block.marker else block.text)
    return tuple(line for line in lines if line.strip())


def _outlook(data: bytes) -> Mail:
    from oxmsg import Message as OutlookMessage

    try:
        message = OutlookMessage.load(io.BytesIO(data))
        if not str(message.message_class or "").startswith("IPM"):
            raise Refused(NOT_MAIL)
        lines = _plain_lines(message.body or "")
        if not lines and message.html_body:
            lines = _html_lines(message.html_body)
        attachments = tuple(
            Attachment(_tidy(one.file_name or f"attachment {number}"), one.file_bytes or b"")
            for number, one in enumerate(message.attachments, start=1)
            if one.attached_by_value
        )
        return Mail(
            squeeze(message.sender or ""),
            message.sent_date,
            squeeze(message.subject or ""),
            lines,
            attachments[:MOST_ATTACHMENTS],
        )
    except (Refused, MemoryError):
        raise
    except Exception as error:
        raise Refused(DAMAGED) from error
