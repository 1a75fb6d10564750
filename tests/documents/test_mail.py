"""Saved e-mails: sender, date, words and attachments."""

from __future__ import annotations

import datetime as dt

import pytest

from benches.invented import message, word
from joinedup.documents import Refused, read_mail
from tests.documents import outlook


def test_an_eml_gives_sender_date_words_and_attachments() -> None:
    mail = read_mail("lanterns.eml", message())
    assert mail.sender == "Wren Ashdown <wren@harbour.example>"
    assert mail.sent == dt.datetime.fromisoformat("2031-09-02T09:15:00+01:00")
    assert mail.subject == "Lanterns checked"
    assert mail.text == "All lanterns were checked.\nTwo are out."
    (attached,) = mail.attachments
    assert attached.name == "lanterns.csv"
    assert attached.data.startswith(b"Ref,Action")


def test_a_message_in_html_only_gives_its_words() -> None:
    raw = (
        b"From: fen@harbour.example\nSubject: Lamps\nMIME-Version: 1.0\n"
        b"Content-Type: text/html; charset=utf-8\n\n<p>Lit <b>all</b></p><ul><li>north</ul>"
    )
    mail = read_mail("lamps.eml", raw)
    assert (mail.sent, mail.lines) == (None, ("Lit all", "• north"))


def test_an_outlook_message_gives_the_same() -> None:
    data = outlook.message("Lamps", "Fen Cole", "All lit.\r\n\r\nTwo are out.", {"a.txt": b"proof"})
    mail = read_mail("lamps.msg", data)
    assert (mail.subject, mail.lines) == ("Lamps", ("All lit.", "Two are out."))
    assert [(one.name, one.data) for one in mail.attachments] == [("a.txt", b"proof")]


@pytest.mark.parametrize("data", [word(), b"just words", b"", outlook.compound_file({"x": b"y"})])
def test_anything_else_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(Refused, match="e-mail"):
        read_mail("x.msg", data)
