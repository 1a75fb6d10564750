"""Looks at one public page, and at nothing else: no private address, no other port, no endless
answer. A link that somebody typed must not let this server ask its own network (server-side request
forgery): the name is looked up once, every address must be public, and that very address is asked.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

__all__ = ["Looked", "NotAllowed", "look", "public_addresses"]

PORTS = {"http": 80, "https": 443}
MOVED = (301, 302, 303, 307, 308)
MOST_MOVES = 5
MOST_BYTES = 512 * 1024
HEADERS = {"User-Agent": "JoinedUp-link-check", "Accept": "text/html,*/*"}
SAFE = "/?%:@!$&'()*+,;=~-._"
"""What stays as it is in a path: all that is no letter of another alphabet, blank or control."""


class NotAllowed(ValueError):
    """An address that this server does not ask. The message is a code: scheme, host, port, private."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a page answered. `status` is 0 where nothing came; `fault` then says why, as a code."""

    status: int
    text: str = ""
    fault: str = ""


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a name, where every one of them is public. Raises NotAllowed, OSError."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = list(dict.fromkeys(str(row[4][0]) for row in rows))
    for one in found:
        address = ipaddress.ip_address(one.split("%")[0])
        if not _is_public(address):
            raise NotAllowed("private")
    return found


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether it lies outside every private network, an old address wrapped in a new one included."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return _is_public(address.ipv4_mapped)
        if address.is_site_local or address.sixtofour is not None or address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class _Pinned(http.client.HTTPConnection):
    """Asks the address that was looked at, by the name that was given."""

    def __init__(self, scheme: str, host: str, address: str, seconds: float) -> None:
        super().__init__(host, PORTS[scheme], timeout=seconds)
        self.scheme, self.address = scheme, address

    def connect(self) -> None:
        """Connect to the pinned address; with https under the certificate of the name."""
        plain = socket.create_connection((self.address, self.port), self.timeout)
        if self.scheme == "http":
            self.sock = plain
            return
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)

    def stop(self) -> None:
        """End a connection that another thread still waits for."""
        plain = self.sock
        if plain is not None:
            with contextlib.suppress(OSError):
                plain.shutdown(socket.SHUT_RDWR)


def look(url: str, seconds: float) -> Looked:
    """Ask for a page, following it where it moved to, in no more than `seconds` altogether: the
    limit of a socket holds for each piece alone, and looking up a name has none."""
    if seconds <= 0:
        return Looked(0, fault="slow")
    asked: list[_Pinned] = []
    answers: queue.SimpleQueue[Looked] = queue.SimpleQueue()
    ends_at = time.monotonic() + seconds
    threading.Thread(target=lambda: answers.put(_look(url, ends_at, asked)), daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        for one in asked:
            one.stop()
        return Looked(0, fault="slow")


def _look(url: str, ends_at: float, asked: list[_Pinned]) -> Looked:
    try:
        for _ in range(MOST_MOVES + 1):
            status, text, moved = _once(url, ends_at, asked)
            if not moved:
                return Looked(status, text)
            url = urljoin(url, moved)
    except NotAllowed as problem:
        return Looked(0, fault=str(problem))
    except TimeoutError:
        return Looked(0, fault="slow")
    except ssl.SSLError:
        return Looked(0, fault="certificate")
    except (OSError, http.client.HTTPException, ValueError):
        return Looked(0, fault="unreachable")
    return Looked(0, fault="moves")


def _once(url: str, ends_at: float, all_asked: list[_Pinned]) -> tuple[int, str, str]:
    """(status, text, where it moved to)."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS:
        raise NotAllowed("scheme")
    if not parts.hostname or parts.username or parts.password:
        raise NotAllowed("host")
    if parts.port not in (None, PORTS[parts.scheme]):
        raise NotAllowed("port")
    host = parts.hostname.encode("idna").decode()
    address = public_addresses(host, PORTS[parts.scheme])[0]
    asked = _Pinned(parts.scheme, host, address, _left(ends_at))
    all_asked.append(asked)
    try:
        path = quote(parts.path or "/", safe=SAFE)
        path += f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
        asked.request("GET", path, headers={"Host": host, **HEADERS})
        answer = asked.getresponse()
        moved = answer.getheader("Location", "") if answer.status in MOVED else ""
        text = "" if moved else _read(answer, ends_at)
        return answer.status, text, moved or ""
    finally:
        asked.close()


def _read(answer: http.client.HTTPResponse, ends_at: float) -> str:
    data = b""
    while len(data) < MOST_BYTES and (piece := answer.read1(65_536)):
        data += piece
        _left(ends_at)
    said = answer.headers.get_content_charset("utf-8")
    try:
        return data[:MOST_BYTES].decode(said, errors="replace")
    except LookupError:
        return data[:MOST_BYTES].decode("utf-8", errors="replace")


def _left(ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
