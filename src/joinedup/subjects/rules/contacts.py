"""Telephone numbers, online names, plates and postcodes, made alike; what stands for "unknown" in
them is left out."""

from __future__ import annotations

import re

from joinedup.subjects.rules.words import fold, listed

__all__ = ["handle", "number", "plate", "postcode", "split_several"]

SHORTEST_NUMBER, LONGEST_NUMBER = 7, 15
NO_DIGIT, IN_BRACKETS = re.compile(r"\D"), re.compile(r"\(0\)")
EXTENSION = re.compile(r"(ext|extn|x|#)\.?\s*\d+\s*$", re.IGNORECASE)
POSTCODE = re.compile(r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$")
SEVERAL = re.compile(r"[;|\n]+")
NO_HANDLE = frozenset(
    listed(
        "none unknown na nil null unk no nk test user admin private deleted refused anonymous tbc"
    )
)
SERVICES = listed(
    "snapchat snap instagram insta facebook fb tiktok twitter whatsapp telegram discord "
    "roblox kik steam xbox psn playstation youtube tinder grindr bumble email mail username "
    "user handle ig"
)


def split_several(text: str) -> list[str]:
    """The parts of a field that may hold several: "a; b | c"."""
    if not text:
        return []
    return [part.strip() for part in SEVERAL.split(text) if part.strip()]


def number(text: str) -> str:
    """A telephone number as E.164 ("+447700900123"), read as British where no country is said;
    empty for what can't be one and for placeholders such as 07000 000000."""
    given = EXTENSION.sub("", text.strip())
    given = IN_BRACKETS.sub("", given)
    digits = NO_DIGIT.sub("", given)
    if given.startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        if digits.startswith("440"):
            digits = "44" + digits[3:]
    elif digits.startswith("0"):
        digits = "44" + digits[1:]
    elif digits.startswith("44") and len(digits) in {11, 12}:
        pass
    elif len(digits) == 10 and digits[0] in "123789":
        digits = "44" + digits
    else:
        return ""
    national = digits[2:] if digits.startswith("44") else digits
    if not SHORTEST_NUMBER <= len(national) <= LONGEST_NUMBER or _says_nothing(national):
        return ""
    return "+" + digits


def _says_nothing(national: str) -> bool:
    """One digit all the way, after one or two others; or counting up."""
    tail = national[1:]
    return len(set(tail)) <= 1 or len(set(national[2:])) <= 1 or tail in "01234567890123456789"


def handle(text: str) -> str:
    """An online name in small letters without the service: "Snapchat: @Jay_12" → "jay_12"."""
    words = text.strip().casefold()
    words = re.sub(r"^https?://(www\.)?[a-z.]+/", "", words)
    service = re.match(r"^([a-z]+)\s*[:\-=/]\s*(.+)$", words)
    if service and service[1] in SERVICES:
        words = service[2]
    words = re.sub(r"\s+", "", words).strip("@/()[]\"'")
    plain = re.sub(r"[^a-z0-9]", "", words)
    if len(plain) < 3 or plain in NO_HANDLE or len(set(plain)) == 1:
        return ""
    return words


def plate(text: str) -> str:
    """A number plate in capitals; "?" or "." stands for one letter nobody caught: "K?19 A.." →
    "K?19A??". Empty where no more than one letter is known."""
    found = re.sub(r"[.*_]", "?", re.sub(r"[\s-]", "", text.upper()))
    if not re.fullmatch(r"[A-Z0-9?]{2,8}", found) or not any(one.isdigit() for one in found):
        return ""
    return found if sum(one != "?" for one in found) >= 2 else ""


def postcode(text: str) -> str:
    """A postcode without its space, in capitals: "ln1 1aa" → "LN11AA"; empty for what is none and
    for ZZ99, which systems put for no fixed address or unknown. Foreign ones keep their digits."""
    found = re.sub(r"[^A-Z0-9]", "", text.upper())
    if found.startswith("ZZ") or found in {"", "AA11AA", "XX11XX", "AA000AA", "X"}:
        return ""
    if POSTCODE.match(found):
        return found
    mended = _mended(found)
    if mended:
        return mended
    return found if 3 <= len(found) <= 8 and len(set(found)) > 1 and fold(found) else ""


def _mended(found: str) -> str:
    """O for 0 and I for 1 in the place where a digit must stand."""
    if not 5 <= len(found) <= 7:
        return ""
    swap = {"O": "0", "I": "1", "L": "1", "S": "5"}
    tried = found[:-3] + swap.get(found[-3], found[-3]) + found[-2:]
    return tried if POSTCODE.match(tried) else ""
