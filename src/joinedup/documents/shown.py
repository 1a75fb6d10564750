"""A spreadsheet value as the person at the screen sees it: dates, per cents, pounds, zeros."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["shown", "typed"]

DAY_FIRST = "dd/mm/yyyy"
TOKENS = re.compile(
    r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|AM/PM|am/pm|yyyy|yy|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|.',
    re.S | re.IGNORECASE,
)


def typed(value: object) -> str | int | float | bool | dt.date | dt.datetime | None:
    """The value as the grid keeps it: a moment at midnight is a date; a time or error is words."""
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value
    if value is None or isinstance(value, str | int | float | bool | dt.date):
        return value
    return str(value)


def shown(value: object, number_format: str) -> str:
    """The displayed text. An unknown number format shows the number plainly."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return _date(value, number_format)
    if isinstance(value, dt.timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, int | float):
        return _number(value, number_format or "General")
    return str(value)


def _date(value: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    shape = (number_format or "").split(";")[0]
    if shape.lower() in ("", "general", "mm-dd-yy", "@") or re.fullmatch(r"m+/d+/y+", shape):
        shape = DAY_FIRST  # Excel's short date shows as the reader's own country writes it
    if isinstance(value, dt.datetime) and shape.lower().startswith("m/d/yy h"):
        shape = DAY_FIRST + " hh:mm"
    pieces: list[str] = []
    clock = False
    for token in TOKENS.findall(re.sub(r"\[\$?-?[^\]]*\]", "", shape)):
        lower = token.lower()
        if token.startswith('"'):
            pieces.append(token[1:-1])
        elif token.startswith("\\"):
            pieces.append(token[1:])
        elif token[0] in "[_*":
            continue
        elif lower in ("h", "hh", "s", "ss", "am/pm") or (clock and lower in ("m", "mm")):
            pieces.append(_clock(value, lower, "am/pm" in shape.lower()))
            clock = True
        else:
            pieces.append(_day(value, lower) if lower[0] in "dmy" else token)
    return "".join(pieces).strip()


def _day(value: dt.date, piece: str) -> str:
    patterns = {
        "dddd": "%A", "ddd": "%a", "dd": "%d", "mmmm": "%B", "mmm": "%b", "mm": "%m",
        "yyyy": "%Y", "yy": "%y",
    }  # fmt: skip
    if piece in ("d", "m"):
        return str(value.day if piece == "d" else value.month)
    if piece == "mmmmm":
        return value.strftime("%b")[0]
    return value.strftime(patterns.get(piece, "%Y"))


def _clock(value: dt.date, piece: str, twelve: bool) -> str:
    moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
    if piece == "am/pm":
        return moment.strftime("%p")
    if piece in ("h", "hh"):
        hour = (moment.hour - 1) % 12 + 1 if twelve else moment.hour
        return f"{hour:02d}" if piece == "hh" else str(hour)
    return f"{moment.second if piece[0] == 's' else moment.minute:02d}"


def _number(value: int | float, number_format: str) -> str:
    sections = number_format.split(";")
    shape = sections[1] if value < 0 and len(sections) > 1 and sections[1] else sections[0]
    if value == 0 and len(sections) > 2:
        shape = sections[2]
    if len(sections) > 1 and value < 0:
        value = -value
    literal = re.sub(r"\[\$([^\]-]*)[^\]]*\]", r'"\1"', shape)
    literal = re.sub(r"\[[^\]]*\]|_.|\*.", "", literal)
    digits = re.search(r"[#0?][#0?,]*(\.[#0?]+)?", re.sub(r'"[^"]*"|\\.', _blank, literal))
    if "general" in literal.lower() or literal.strip() in ("@", ""):
        return _plain(value)
    if not digits:
        return re.sub(r'"([^"]*)"|\\(.)', r"\1\2", literal).strip()
    if "/" in literal or "e" in literal.lower().replace('"', ""):
        return _plain(value)
    places = len((digits[1] or ".")[1:])
    amount = abs(value) * (100 if "%" in literal else 1)
    body = f"{amount:{',' if ',' in digits[0] else ''}.{places}f}"
    whole = re.sub("[^0]", "", digits[0].partition(".")[0])
    if len(whole) > len(body.partition(".")[0]):
        body = body.zfill(len(whole) + (places + 1 if places else 0))
    if digits[1] and digits[1].endswith("#"):
        body = body.rstrip("0").rstrip(".")
    text = literal[: digits.start()] + body + literal[digits.end() :]
    text = re.sub(r'"([^"]*)"|\\(.)', r"\1\2", text).strip()
    return f"-{text}" if value < 0 else text


def _blank(found: re.Match[str]) -> str:
    return "\x00" * len(found[0])


def _plain(value: int | float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}" if isinstance(value, float) else str(value)
