"""Cutting an owner cell at its separators: which commas and ampersands part, which join."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from joinedup.assurance.rules.owners.kinds import (
    BODY,
    PERSON,
    POST,
    UNKNOWN,
    Kind,
    kind_of,
    rank_at,
    titled,
)
from joinedup.assurance.rules.owners.lexicon import lexicon, words_of

_HARD = re.compile(
    r"\s*(?:[;|\r\n\v\t•▪●·\uf0b7]+|\b(?:with|and)?\s*support(?:ed)?\s+(?:from|by)\b"
    r"|\bin (?:conjunction|partnership|liaison|consultation) with\b|\b(?:together|along) with\b"
    r"|\bplus\b|\bwith\b|\s\+\s)\s*",
    re.I,
)
_SOFT = re.compile(r"\s*(,\s*(?:and\b|&)|,|&|\+|/|\band\b|\bor\b|\s[-–—]\s)\s*", re.I)
_TO_LEAD = re.compile(r"\s+to (?:lead|support|action|coordinate|co-ordinate)\b", re.I)
_SAFE = {",": "\ue000", "&": "\ue001", "/": "\ue002", "and": "\ue003", "AND": "\ue004",
         "And": "\ue005", "-": "\ue006", "–": "\ue007", ";": "\ue008", "+": "\ue009",
         " ": "\ue00a", "with": "\ue00b", "plus": "\ue00c", "or": "\ue00d"}  # fmt: skip
_BACK = {v: k for k, v in _SAFE.items()}


@dataclass(frozen=True, slots=True)
class Cut:
    """One owner of a cell and how sure its edges are."""

    text: str
    sure: float = 1.0
    why: str = ""


def cut(text: str, known: Collection[str]) -> list[Cut]:
    """The owners of one line, without labels and without those who are nobody."""
    text = _protect(_without_labels(text))
    return [c for part in _HARD.split(text) if part.strip() for c in _soft(part, known)]


def _without_labels(text: str) -> str:
    text = _TO_LEAD.sub(";", lexicon().labels.sub(";", text))
    return lexicon().bracket_labels.sub(";", text)


def _protect(text: str) -> str:
    """Separators in brackets and in names that are known to hold them are put out of reach."""

    def hide(found: re.Match[str]) -> str:
        hidden = re.sub(
            r"\b(and|And|AND|with|plus|or)\b", lambda m: _SAFE[m.group()], found.group()
        )
        return re.sub(r"[,&/–;+-]", lambda m: _SAFE[m.group()], hidden)

    def hide_all(found: re.Match[str]) -> str:
        return hide(found).replace(" ", _SAFE[" "])

    text = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", hide_all, text)
    text = re.sub(r"\b[A-Z]\s?&\s?[A-Z]\b", hide_all, text)
    return lexicon().whole.sub(hide, text)


def restore(text: str) -> str:
    """The text with its hidden separators back."""
    for sign, word in _BACK.items():
        text = text.replace(sign, word)
    return " ".join(text.split()).strip(" ,;:&/+|-–—")


def _soft(part: str, known: Collection[str]) -> list[Cut]:
    """Joins or parts at each comma, ampersand, slash, "and" and dash, left to right."""
    bits = _SOFT.split(part)
    atoms = bits[0::2]
    marks = [m.strip().casefold() for m in bits[1::2]]
    joints = re.findall(_SOFT, part)
    printed = [m.group() for m in _SOFT.finditer(part)]
    if not joints:
        return [Cut(part.strip())]
    cuts: list[Cut] = []
    current, sure, why = atoms[0], 1.0, ""
    for i, (mark, atom) in enumerate(zip(marks, atoms[1:], strict=True)):
        if not atom.strip():
            current += printed[i]
            continue
        if not restore(current):
            current = atom
            continue
        rest = len(atoms) - i - 2
        first = not cuts
        lone = all(later == "/" for later in marks[i + 1 :]) if mark == "," else rest == 0 and first
        parts, trust = _parts_here(current, mark, atom, known, alone=lone)
        listed = bool(cuts) and "," in marks[:i]
        if not parts and mark == "," and listed and _a_third(current, atom):
            parts, trust = True, 0.75
        if mark == "," and {restore(current).casefold(), restore(atom).casefold()} <= set(known):
            parts, trust = True, 0.9  # each stands alone elsewhere
        if not parts and rest == 0 and _ends_a_list(cuts, marks, current, atom):
            parts, trust = True, 0.82
        if parts:
            cuts.append(Cut(current.strip(), min(sure, trust), why))
            current, sure = atom, trust
        else:
            current = current + printed[i] + atom
            sure = min(sure, trust)
        why = "The cell can be cut in more than one way." if sure < 0.8 else ""
    cuts.append(Cut(current.strip(), sure, why))
    return cuts


def _ends_a_list(cuts: list[Cut], marks: list[str], left: str, right: str) -> bool:
    """True for the "and" of "Police, Social care, Health and Education": in a list with commas it
    stands before the last of them, where both sides are one word each."""
    listed = len(cuts) >= 2 and marks[-1] in ("and", "&") and set(marks[:-1]) == {","}
    return listed and len(restore(left).split()) == len(restore(right).split()) == 1


def _a_third(left: str, right: str) -> bool:
    """True for the second comma of "Training Manager, Social Worker, Northmoor Trust": in a list
    that commas part, a named organisation after a whole post is one more of them."""
    return kind_of(restore(left)).name == POST and _organisation(restore(right))


def _parts_here(
    left: str, mark: str, right: str, known: Collection[str], alone: bool
) -> tuple[bool, float]:
    """Whether two owners meet at this mark, and how sure that is."""
    a, b = kind_of(restore(left), known), kind_of(restore(right), known)
    dash = mark in ("-", "–", "—")
    if PERSON in (a.name, b.name):
        return _beside_a_person(a, b, mark, left, right, alone)
    if dash:
        return (True, 0.7) if a.name == b.name == BODY and not b.open else (False, 0.85)
    if mark == "/":
        return _slash(a, b, restore(left), restore(right))
    if a.name == POST:
        return _after_a_post(a, b, mark, restore(left), restore(right), alone)
    if b.name == POST:
        return _before_a_post(a, mark, restore(left), restore(right))
    if mark in ("&", "and") and b.name == BODY and _half_a_name(a, restore(left), restore(right)):
        return False, 0.72 if restore(left).casefold() in _DEPARTMENTS else 0.82
    if a.name == BODY and b.name == BODY:
        return _two_bodies(a, b, mark, restore(left), restore(right))
    if a.name == UNKNOWN and b.name == BODY and _share_a_plural(mark, restore(left), right):
        return False, 0.65
    if UNKNOWN in (a.name, b.name):
        return True, 0.85 if min(a.sure, b.sure) >= 0.8 else 0.65
    return True, 0.8


def _share_a_plural(mark: str, left: str, right: str) -> bool:
    """ "Northmoor and Eastley Councils": the plural at the end belongs to both."""
    plural = words_of(restore(right))[-1].endswith("s") and restore(right)[0].isupper()
    return mark in ("&", "and") and plural and left.istitle() and len(left.split()) == 1


def _beside_a_person(
    a: Kind, b: Kind, mark: str, left: str, right: str, alone: bool
) -> tuple[bool, float]:
    full = len(restore(left).split()) > 1 if a.name == PERSON else len(restore(right).split()) > 1
    if a.name == b.name == PERSON:
        return True, 0.97 if mark not in ("-", "–", "—") else 0.7
    if mark in ("-", "–", "—"):
        return False, 0.85
    if a.name == PERSON and b.name == POST and mark == ",":
        return (False, 0.9) if full else (True, 0.7)
    if a.name == POST and b.name == PERSON and mark == ",":
        if words_of(right)[0] in _ELECTED and not set(words_of(left)) & _HELD_BY_THE_ELECTED:
            return True, 0.9
        joined = alone and full and (a.sure > 0.9 or titled(words_of(right)))
        return (False, 0.65) if joined else (True, 0.85)
    if a.name == PERSON and b.name == BODY and mark == ",":
        if alone and full:
            return False, 0.7
        return True, 0.7 if full else 0.9
    if UNKNOWN in (a.name, b.name):
        other = a if a.name == UNKNOWN else b
        return True, 0.9 if other.sure >= 0.8 else 0.65
    return True, 0.92


def _slash(a: Kind, b: Kind, left: str, right: str) -> tuple[bool, float]:
    subject = left.casefold() in lexicon().domains and len(right.split()) > 1
    if b.name == POST and a.name == BODY and words_of(left)[-1] in _ACTS and " " in left:
        return True, 0.85
    if b.name == POST and a.name == UNKNOWN and re.fullmatch(r"[A-Z]{2,5}", left):
        return True, 0.82
    if b.name == POST and a.name in (BODY, UNKNOWN) and (subject or not _own_body(left)):
        return False, 0.65
    if a.open and b.name == BODY and not _own_body(right):
        return False, 0.7
    if UNKNOWN in (a.name, b.name):
        return True, 0.8
    return True, 0.92


def _after_a_post(
    a: Kind, b: Kind, mark: str, left: str, right: str, alone: bool
) -> tuple[bool, float]:
    words, before = words_of(right), words_of(left)
    comma = mark.startswith(",")
    if mark == "," and alone and b.name == BODY and _organisation(right):
        named = set(words) - lexicon().domains - lexicon().bodies
        return False, 0.85 if named else 0.7
    if b.name == POST:
        begins = rank_at(words, 0) or words[0] in lexicon().heads or _modified_rank(words)
        return True, 0.93 if begins or not a.open else 0.75
    if not a.open:
        goes_on = _field_after(b, before, right, alone) if comma else None
        return goes_on or (True, 0.9 if b.name == BODY else 0.7)
    if comma and alone and before[-1] in ("service", "services") and len(before) == 3:
        return False, 0.72
    if b.name == BODY:
        return (True, 0.88) if _own_body(right) else (False, 0.9)
    return False, 0.7


def _field_after(b: Kind, before: list[str], right: str, alone: bool) -> tuple[bool, float] | None:
    """Whether what follows a whole post and a comma is its field ("Team Manager, Reviews") or one
    more owner; None where neither is likely."""
    words = words_of(right)
    if b.name == BODY and words[-1] in _ACTS and _has_a_field(before):
        return True, 0.75
    if alone and b.name == UNKNOWN and len(words) <= 2 and not _has_a_field(before):
        return False, 0.7
    if _leading(before) and b.name in (BODY, UNKNOWN) and not _own_body(right):
        return False, 0.9 if b.name == BODY else 0.65
    if before[-1] in ("director", "head", "member", "holder"):
        return False, 0.7
    return (False, 0.72) if alone and b.name == BODY else None


def _has_a_field(post: list[str]) -> bool:
    """Whether a post says by itself what it is for ("MASH Manager"), unlike "Team Manager" or
    "Lead Consultant", which go on after a comma."""
    plain = lexicon().heads | lexicon().modifiers | _NO_FIELD
    return any(word not in plain for word in post)


def _half_a_name(a: Kind, left: str, right: str) -> bool:
    """ "Data and Insight Team", "Northmoor and Coast ICB": one word that is no body by itself and
    the end of a name."""
    ends = words_of(right)[-1] in _ENDS_A_NAME and len(words_of(right)) <= 3
    whole = a.name == BODY and not a.open
    return ends and len(words_of(left)) == 1 and not whole and a.name in (BODY, UNKNOWN)


def _organisation(text: str) -> bool:
    """True for a named organisation ("Northmoor Council"), not for "Police" alone."""
    words = words_of(text)
    return len(words) >= 2 and bool(set(words) & _ORGANISATIONS)


def _before_a_post(a: Kind, mark: str, left: str, right: str) -> tuple[bool, float]:
    """ "Community Safety & Licensing Manager" is one post, "Police & Housing Manager" two."""
    words = words_of(right)
    if mark == "," and a.name == BODY and not a.open and words[0] not in lexicon().domains:
        return True, 0.85
    begins = rank_at(words, 0) or words[0] in lexicon().heads
    subject = set(words_of(left)) <= lexicon().domains and words[0] in lexicon().domains
    if begins or (_own_body(left) and not (subject and len(words) > 1)):
        return True, 0.9
    if a.name == BODY and len(words) >= 2:
        return False, 0.75
    lone = mark in ("&", "and") and len(words_of(left)) == 1 and left[:1].isupper()
    if a.name == UNKNOWN and lone and len(words) == 2 and left.endswith(("s", "ing")):
        return False, 0.75
    return True, 0.75


def _two_bodies(a: Kind, b: Kind, mark: str, left: str, right: str) -> tuple[bool, float]:
    inside = set(words_of(right)) & lexicon().domains and not set(words_of(right)) & _ORGANISATIONS
    if mark == "," and _organisation(left) and inside:
        return False, 0.8
    subject = set(words_of(left)) <= lexicon().domains and mark in ("&", "and")
    if subject and not b.open and not _own_body(right) and len(right.split()) > 1:
        return False, 0.65
    if mark == "," and words_of(right)[-1] in _ACTS and len(words_of(right)) > 1:
        return True, 0.85
    if a.open and not b.open and not _own_body(right):
        return False, 0.7
    if a.open and b.open:
        return True, 0.7
    if b.open and not a.open:
        return True, 0.75
    return True, 0.93


def _own_body(text: str) -> bool:
    """Whether a body can stand by itself: it holds a word that is no mere subject."""
    words = words_of(text)
    if not words or kind_of(text).name != BODY:
        return False
    lex = lexicon()
    first = words[0] not in lex.domains
    named = any(w in lex.bodies and w not in lex.domains for w in words)
    short = len(words) <= 2 and text.isupper()
    return (named and (first or short or len(words) == 1)) or " ".join(words) in _OWN


_OWN = frozenset(
    ("internal audit", "public health", "children's services", "adult services",
     "children's social care", "adult social care", "legal services", "human resources", "hr",
     "legal", "finance", "probation", "early help", "community safety", "democratic services")
)  # fmt: skip


_ELECTED = {"cllr", "councillor", "cllrs", "alderman"}
_HELD_BY_THE_ELECTED = {"leader", "mayor", "chair", "chairman", "chairwoman", "cabinet", "portfolio",
                        "member", "holder", "vice", "executive", "champion", "convenor"}  # fmt: skip
"""A councillor beside another post is a second owner: members hold no post of an officer."""
_ENDS_A_NAME = {"team", "service", "services", "unit", "hub", "icb", "trust", "partnership", "board",
                "forum", "panel", "council", "group"}  # fmt: skip
_ACTS = {"team", "teams", "unit", "board", "partnership"}
"""What ends in one of these acts by itself: it is no field of the post before it."""
_NO_FIELD = {"team", "service", "services", "group", "area", "unit", "district", "locality", "named",
             "designated", "lead", "operations", "general", "ward", "case", "business"}  # fmt: skip
_DEPARTMENTS = {"housing", "education", "health", "legal", "finance", "licensing", "planning"}
_ORGANISATIONS = {"council", "trust", "nhs", "constabulary", "police", "icb", "college",
                  "university", "borough", "cic", "homes", "hospital", "hospitals", "housing",
                  "association", "academy", "school", "probation"}  # fmt: skip


def _leading(words: list[str]) -> bool:
    return bool(words) and (
        words[-1]
        in (
            "director",
            "head",
            "deputy",
            "commissioner",
            "adviser",
            "advisor",
            "lead",
            "superintendent",
            "inspector",
            "constable",
        )
        or any(rank_at(words, i) == len(words) - i for i in range(len(words)))
        or (words[-1] == "manager" and len(words) <= 2)
        or (words[0] in ("designated", "named") and len(words) == 2)
    )


def _modified_rank(words: list[str]) -> bool:
    i = 0
    while i < len(words) - 1 and words[i] in lexicon().modifiers:
        i += 1
    return i > 0 and rank_at(words, i) > 0
