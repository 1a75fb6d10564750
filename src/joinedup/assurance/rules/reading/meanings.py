"""What the words of a key mean as a status: "some slippage" is under way, "nothing yet" not begun."""

from __future__ import annotations

import re

from joinedup.assurance.rules.status import Status

from .parsers import parse_status

__all__ = ["board_state", "status_meaning"]

_SURE, _DOUBTFUL = 0.85, 0.7
_WAYS: tuple[tuple[str, str, float], ...] = (
    ("in_progress", r"^(?:under\s?way|in progress|on (?:track|course|target|schedule)|started|going)\b"
     r"(?!.*\b(?:passed|missed|overdue)\b)|risk of (?:running|being|missing|delay)|running late|"
     r"(?:will|expected to|likely to|due to|can) be (?:complete\w*|done|met|delivered|finished|achieved)|"
     r"\b(?:but|still|though)\b.{0,12}\b(?:moving|going|goes on|under\s?way|progress\w*|working)|"
     r"^work(?:ing|s)? to (?:date|time|plan)|^on time", _SURE),
    ("rejected", r"no longer|withdrawn|superseded|will not be (?:taken|done)|not (?:accepted|agreed)|"
     r"cancelled|abandoned|dropped|rejected", _SURE),
    ("overdue", r"(?:deadline|date|target|timescale|milestone)s?\b.{0,15}\b(?:passed|missed|gone|"
     r"exceeded|not met)|overdue|out of time|past (?:its|the|their) (?:date|deadline)|\bmissed\b|"
     r"\blate\b|has slipped|not (?:complete\w*|done|finished|delivered) (?:by|on|in) (?:the |its )?"
     r"(?:date|deadline|time|target)", _SURE),
    ("not_started", r"not (?:yet )?(?:been )?(?:started|begun|commenced|due|begin)|(?:yet|still) to "
     r"(?:start|begin|commence|be (?:started|done))|no (?:progress|action|work|start)|nothing (?:yet|"
     r"done|has)|unstarted|(?:to|will|cannot|can not) (?:start|begin)\b|waiting to (?:start|begin)", _SURE),
    ("on_hold", r"on hold|paused|stopped|stalled|stuck|blocked|parked|suspended|waiting (?:for|on)|awaiting",
     _SURE),
    ("partial", r"\bpart(?:ly|ially|-|\s)?\s?(?:complete\w*|done|met|achieved|delivered|"
     r"implemented)|some (?:parts? |actions? )?(?:done|complete\w*)", _SURE),
    ("in_progress", r"on (?:track|course|target|schedule|time|plan)|under\s?way|in progress|started|"
     r"\bbegun\b|some (?:delay|slippage|progress|concern|risk|issue)\w*|at risk|behind|delay|slippage|"
     r"off (?:track|target|course|schedule)|progress\w*|in hand|going (?:well|to plan)|\bto plan\b|"
     r"ongoing|on-going|nearly|almost|moving|slipping|not (?:yet )?(?:complete\w*|finished|done)|"
     r"(?:some|a long|a) way to go|more to (?:do|be done)|(?:part|half)[ -]?way\b|"
     r"being (?:done|worked|delivered)|working on|work (?:is )?(?:going|continu)|continu\w+|draft",
     _SURE),
    ("complete", r"\b(?:complete\w*|done|closed|achieved|delivered|finished|implemented|embedded|in place|"
     r"signed off|discharged|in force)\b", _SURE),
    ("in_progress", r"(?:significant|serious|major|minor|some|slight) (?:problem|concern|risk|issue|barrier|"
     r"worry|worrie|difficult|doubt|hitch|setback)\w*|"
     r"(?:un)?likely to be|concern|needs? (?:attention|help)|attention needed", _DOUBTFUL),
)  # fmt: skip
_PATTERNS = [(value, re.compile(words, re.IGNORECASE), sure) for value, words, sure in _WAYS]


def status_meaning(text: str) -> Status | None:
    """The status that the explanation of a sign stands for; None where it is no status."""
    found = parse_status(text)
    if found is not None and found.confidence >= _SURE:
        return found
    if len(text.split()) > 20:
        return found
    for value, words, sure in _PATTERNS:
        if words.search(text):
            why = "" if sure == _SURE else "Judged by the words of the key"
            return Status(value, text, sure, why)
    return found


_BOARD = {
    **dict.fromkeys(("to do", "todo", "backlog", "next", "next up", "planned"), "not_started"),
    **dict.fromkeys(("doing", "this week", "in review", "testing", "now"), "in_progress"),
    **dict.fromkeys(("blocked", "stuck", "waiting", "parked"), "on_hold"),
}
"""What the columns of a task board are called beside the usual words for states."""


def board_state(text: str) -> str:
    """The status that a heading names ("Doing", "Completed actions"), "" for none."""
    words = re.sub(r"\s*\(\d+\)$|\s+(?:actions?|tasks?|items?)$", "", text.strip(" :"), flags=re.I)
    if (known := _BOARD.get(words.casefold())) is not None:
        return known
    found = parse_status(words)
    return found.value if found is not None and len(words.split()) <= 3 else ""
