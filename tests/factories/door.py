"""Going through the public door as a browser does, without a script."""

from __future__ import annotations

from django.test import Client

WORRIED = "Sam told me that his stepfather locks him out at night."
ANSWERS: dict[str, dict[str, object]] = {
    "about": {"about": "child"},
    "danger": {"danger": "no"},
    "worries": {"worries": ["neglect"]},
    "screen": {"screen": "unsure"},
    "happened": {"happened": WORRIED},
    "when": {"when": "often", "when_words": "Since the summer"},
    "who": {"name": "Sam", "age": "about 9", "who_words": "Red bicycle"},
    "where": {"lives": "Mill Lane", "where": "The same house"},
    "others": {"others_words": "The stepfather", "works_with": []},
    "you": {"you": "friend"},
    "contact": {"contact": "no"},
    "reach": {"phone": "01632 960 555"},
}
"""Page → what somebody answers there."""


def begin(client: Client) -> None:
    """Press Start."""
    assert client.post("/worry/")["Location"] == "/worry/about/"


def go_on(client: Client, part: str, **given: object) -> str:
    """Answer one page; where it leads."""
    answer = client.post(f"/worry/{part}/", {**ANSWERS[part], **given})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def answered(client: Client, **pages: dict[str, object]) -> None:
    """Go through all pages, with other answers on some of them."""
    begin(client)
    at = "/worry/about/"
    while at != "/worry/check/":
        part = at.split("/")[2]
        if part == "help":
            at = "/worry/screen/" if "domestic" in str(pages) else "/worry/happened/"
        elif part == "danger" and at.endswith("999/"):
            at = "/worry/worries/"
        else:
            at = go_on(client, part, **pages.get(part, {}))


def send(client: Client) -> str:
    """Send the answers, twice where the first was too quick; the page that answers."""
    answer = client.post("/worry/check/")
    if answer.status_code == 422:
        answer = client.post("/worry/check/")
    return str(answer.content.decode())
