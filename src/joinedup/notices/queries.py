"""The outbox, and the link that a token belongs to."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from joinedup.access.models import User
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.notices.choices import NoticeState, Purpose
from joinedup.notices.models import Link, Notice
from joinedup.notices.rules import LinkState, News, link_state, trouble_words
from joinedup.pages.dates import long_date, plural

__all__ = [
    "by_link",
    "due_notices",
    "failed_mails",
    "failing_addresses",
    "invitation_mail",
    "invited_user",
    "link_of",
    "news_above",
    "notice_record",
    "outbox",
    "state_now",
    "state_of",
    "token_hash",
]


def outbox(state: str = "") -> QuerySet[Notice]:
    """Notices, newest first; `state` narrows them."""
    rows = Notice.objects.order_by("-made_at", "-pk")
    return rows.filter(state=state) if state in NoticeState.values else rows


def due_notices() -> list[int]:
    """Ids of the notices to be sent now, oldest first."""
    rows = Notice.objects.filter(state=NoticeState.WAITING, next_try_at__lte=timezone.now())
    return list(rows.order_by("pk").values_list("pk", flat=True))


def failing_addresses() -> frozenset[str]:
    """Addresses, in small letters, whose newest mail could not be sent and nobody has tried again."""
    failed = Notice.objects.filter(state=NoticeState.FAILED)
    rows = Notice.objects.filter(recipient__in=failed.values("recipient")).order_by("pk")
    last = dict(rows.values_list("recipient", "state"))
    return frozenset(one.casefold() for one, state in last.items() if state == NoticeState.FAILED)


def failed_mails() -> int:
    """How many mails could not be sent and nobody has tried again."""
    return Notice.objects.filter(state=NoticeState.FAILED).count()


def invitation_mail(about: str) -> tuple[str, str]:
    """What became of the last invitation to an account: "", "waiting", "sent" or "failed", and that
    in words with the kind of error of the last try."""
    rows = Notice.objects.filter(purpose=Purpose.INVITATION, about=about)
    last = rows.order_by("-pk").first()
    if last is None:
        return "", ""
    told = NoticeState(last.state).label
    if last.state == NoticeState.SENT and last.sent_at:
        told = f"Handed to the mail server on {long_date(timezone.localdate(last.sent_at))}"
    elif last.problem:
        happened, to_do = trouble_words(last.problem)
        told += f": {plural(last.tries, 'try', 'tries')} so far. {happened} {to_do}"
    return last.state, told


def token_hash(token: str) -> str:
    """What is kept of a link's token. The token itself has 256 random bits, so no salt."""
    return sha256(token.encode()).hexdigest()


def link_of(token: str, purpose: Purpose) -> Link | None:
    """The link of this token and purpose, good or not; None for a token that was never given out
    for it."""
    return Link.objects.filter(token_hash=token_hash(token), purpose=purpose).first()


def state_of(link: Link) -> LinkState:
    """What has become of a link, as it stands in the row at hand."""
    return link_state(link.expires_at, link.used_at, link.revoked_at, timezone.now())


def state_now(link: Link) -> LinkState:
    """What has become of a link by now: somebody may have used it since it was read."""
    return state_of(Link.objects.get(pk=link.pk))


def invited_user(link: Link) -> User | None:
    """The account that an invitation is about, while it is open and has no password."""
    user = User.objects.filter(reference=link.about, is_active=True).first()
    return user if user is not None and not user.has_usable_password() else None


def notice_record(reference: str) -> Notice | None:
    """One mail that could not be sent."""
    return Notice.objects.filter(reference=reference, state=NoticeState.FAILED).first()


def by_link(link: Link, opens: str = "") -> By:
    """The actor for somebody who holds this link; `opens` is the record it lets them write to."""
    return By(ByKind.LINK, link.reference, opens=opens)


def news_above(user: User, today: dt.date) -> list[News]:
    """What is new for this person to read, the newest first. The packages that know it lie above, so
    settings name their functions."""
    found = [one for source in settings.JOINEDUP_NEWS for one in import_string(source)(user, today)]
    return sorted(found, key=lambda one: (one.out_on, one.reference), reverse=True)
