"""When something has to be looked at again, and what a link's answer means."""

from __future__ import annotations

import datetime as dt
import socket

import pytest

from joinedup.library import fetching
from joinedup.library.choices import ItemKind, LinkHealth
from joinedup.library.rules.reviewing import (
    asked_times,
    health_after,
    is_hidden,
    review_due,
    says,
)
from joinedup.rulebook import Amount, Unit

D = dt.date
YEAR = Amount(12, Unit.MONTHS)


def test_a_review_lasts_as_long_as_the_rule_says_or_less_where_somebody_chose_so():
    assert review_due(D(2025, 6, 15), YEAR, None) == D(2026, 6, 15)
    assert review_due(D(2025, 6, 15), YEAR, D(2025, 9, 1)) == D(2025, 9, 1)
    assert review_due(D(2025, 6, 15), YEAR, D(2029, 9, 1)) == D(2026, 6, 15)


def test_only_resources_hide_and_not_on_their_last_day():
    due = D(2026, 6, 15)
    assert not is_hidden(ItemKind.RESOURCE, due, due, False)
    assert is_hidden(ItemKind.RESOURCE, due, D(2026, 6, 16), False)
    assert is_hidden(ItemKind.RESOURCE, due, due, True)
    assert not is_hidden(ItemKind.PROTOCOL, due, D(2027, 1, 1), True)


def test_an_owner_is_asked_the_day_after_and_again_from_time_to_time():
    due = D(2026, 6, 15)
    days = (0, 1, 29, 30, 61)
    assert [asked_times(due, due + dt.timedelta(days=n), 30) for n in days] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("status", "fails", "found"),
    [
        (200, 1, (LinkHealth.GOOD, 0)),
        (404, 0, (LinkHealth.BROKEN, 1)),
        (403, 1, (LinkHealth.UNSURE, 0)),
        (500, 0, (LinkHealth.UNSURE, 1)),
        (500, 1, (LinkHealth.BROKEN, 2)),
        (0, 1, (LinkHealth.BROKEN, 2)),
    ],
)
def test_one_bad_moment_does_not_break_a_link_and_a_page_that_is_gone_does(status, fails, found):
    assert health_after(status, True, fails, 2) == found


def test_a_page_that_no_longer_says_what_it_must_is_flagged():
    page = "<style>01632 960 111</style><p>Ring <b>01632\n960&nbsp;112</b> by day</p>"
    assert says(page, "01632 960 112") and not says(page, "01632 960 111")
    assert health_after(200, False, 0, 2) == (LinkHealth.OTHER_WORDS, 0)


def named(monkeypatch, *addresses):
    """Whatever is looked up has these addresses; nothing is connected to."""
    rows = [(2, 1, 6, "", (one, 443)) for one in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)

    def refuse(*_, **__):
        raise AssertionError("this address must not be asked")

    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "::1", "fd00::1",
     "::ffff:10.0.0.1", "0.0.0.0", "100.64.0.1", "224.0.0.1"],
)  # fmt: skip
def test_a_private_address_is_never_asked_whatever_its_name(monkeypatch, address):
    named(monkeypatch, address)
    assert fetching.look("https://intranet.example.org/", 5) == fetching.Looked(0, fault="private")


def test_one_private_address_among_public_ones_is_enough(monkeypatch):
    named(monkeypatch, "93.184.216.34", "10.0.0.8")
    assert fetching.look("https://two.example.org/", 5).fault == "private"


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://example.org/", "scheme"),
        ("http://user:word@example.org/", "host"),
        ("https://example.org:8443/", "port"),
        ("https:///nowhere", "host"),
        ("http://[broken/", "unreachable"),
    ],
)
def test_only_whole_public_web_addresses_are_asked(monkeypatch, url, fault):
    named(monkeypatch, "93.184.216.34")
    assert fetching.look(url, 5).fault == fault


class Answer:
    """What a connection answers, without a network."""

    def __init__(self, status, location="", body=b"", charset=""):
        self.status, self.location, self.body = status, location, [body, b""]
        self.headers, self.charset = self, charset

    def getheader(self, name, otherwise):
        return self.location if name == "Location" else otherwise

    def get_content_charset(self, otherwise):
        return self.charset or otherwise

    def read1(self, size):
        return self.body.pop(0)


def answering(monkeypatch, *answers):
    """Each request gets the next answer; gives the hosts and addresses that were asked."""
    asked, left = [], list(answers)

    def request(self, method, path, headers):
        asked.append((self.scheme, self.host, self.address, path))

    monkeypatch.setattr(fetching._Pinned, "request", request)
    monkeypatch.setattr(fetching._Pinned, "getresponse", lambda self: left.pop(0))
    return asked


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(monkeypatch):
    named(monkeypatch, "93.184.216.34")
    asked = answering(monkeypatch, Answer(200, body=b"<p>Help</p>"))
    assert fetching.look("https://example.org/a?b=c", 5) == fetching.Looked(200, "<p>Help</p>")
    assert asked == [("https", "example.org", "93.184.216.34", "/a?b=c")]


def test_where_a_page_moved_to_is_judged_again(monkeypatch):
    found = {"example.org": "93.184.216.34", "inside.example.org": "10.1.2.3"}
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *_, **__: [(2, 1, 6, "", (found[host], 443))]
    )
    answering(monkeypatch, Answer(302, "http://inside.example.org/admin"))
    assert fetching.look("https://example.org/", 5).fault == "private"


def test_a_page_that_moves_on_and_on_is_left(monkeypatch):
    named(monkeypatch, "93.184.216.34")
    answering(monkeypatch, *(Answer(301, "/again") for _ in range(9)))
    assert fetching.look("https://example.org/", 5).fault == "moves"


def test_no_time_left_is_slow(monkeypatch):
    named(monkeypatch, "93.184.216.34")
    assert fetching.look("https://example.org/", 0).fault == "slow"


def test_a_page_in_an_alphabet_that_nobody_knows_is_read_all_the_same(monkeypatch):
    named(monkeypatch, "93.184.216.34")
    answering(monkeypatch, Answer(200, body=b"Help", charset="utf8mb4"))
    assert fetching.look("https://example.org/", 5) == fetching.Looked(200, "Help")


def test_an_address_with_other_letters_and_blanks_is_asked_as_browsers_do(monkeypatch):
    named(monkeypatch, "93.184.216.34")
    asked = answering(monkeypatch, Answer(200), Answer(301, "/à b?q=é"), Answer(200))
    fetching.look("https://example.org/caf\u00e9 one?a=%20b", 5)
    fetching.look("https://example.org/", 5)
    assert [path for *_, path in asked] == ["/caf%C3%A9%20one?a=%20b", "/", "/%C3%A0%20b?q=%C3%A9"]


@pytest.mark.parametrize("address", ["2002:a00:1::1", "fec0::1", "2001:0:a00:1::1"])
def test_a_private_address_wrapped_in_another_is_private(monkeypatch, address):
    named(monkeypatch, address)
    assert fetching.look("https://example.org/", 5).fault == "private"


def test_a_server_that_drips_its_answer_is_left_when_the_time_is_over(monkeypatch):
    named(monkeypatch, "93.184.216.34")
    near, far = socket.socketpair()
    monkeypatch.setattr(socket, "create_connection", lambda *_: near)
    far.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    assert fetching.look("http://example.org/", 0.3).fault == "slow"
    far.close()


def test_a_page_made_to_be_slow_to_read_is_read_once_through():
    assert not says("<" * 200_000 + "<script " * 60_000, "help by night")
    page = "<script>help by night</script><style>help</style><p>Help <b>by</b>\n day</p>"
    assert says(page, "help by day") and not says(page, "by night")
    assert says("<p>a</p><script src='x'/></script>Ring 999", "ring 999")
