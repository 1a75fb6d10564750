"""What the contents of a column say about its role, whatever its heading is."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from .cells import TableView, is_nothing
from .kinds import kinds_of
from .lexicon import is_known_heading

__all__ = [
    "GRADES",
    "TICKS",
    "Facts",
    "asks_for",
    "column_facts",
    "day_of_serial",
    "looks_like_date",
    "looks_like_ref",
    "reports_of",
]

TICKS = {
    "x",
    "✓",
    "✔",
    "☑",
    "☒",
    "✗",
    "√",
    "y",
    "yes",
    "n",
    "no",
    "ü",
    "tick",
    "●",
    "•",
    "■",
    "X",
    "☐",
    "□",
}
GRADES = re.compile(
    r"^(fully|mostly|partially|partly|not|largely|nearly)\s+(yet\s+)?met\b|^met$|^(outstanding|good|"
    r"requires improvement|inadequate|excellent|adequate|strong|weak|effective|developing|"
    r"emerging|embedded|established|excelling)$",
    re.IGNORECASE,
)
_FIRST_DAY, _LAST_DAY = dt.date(2000, 1, 1), dt.date(2050, 12, 31)
_MONTH = (
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|"
    r"august|september|october|november|december)\b"
)
_DATE = re.compile(
    rf"{_MONTH}|\b\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?\d{{2,4}}\b|\b\d{{4}}-\d\d-\d\d\b|"
    r"\b(?:19|20)\d\d\b|\bQ[1-4]\b|\bquarter(ly)?\b|\b(bi-?)?monthly\b|\bweekly\b|\bfortnightly\b|"
    r"\bannual(ly)?\b|\byearly\b|\btermly\b|\b(spring|summer|autumn|winter)\b|\btb[cad]\b|\basap\b|"
    r"\bon-?going\b|\bimmediate(ly)?\b|\bmonths?\b|\bweeks?\b|\beaster\b|\beach meeting\b|\bevery\b",
    re.IGNORECASE,
)
_REF = re.compile(
    r"^(?:(?i:rec(?:ommendation)?|action|item|no|ref|finding|objective|standard|task|priority|theme|"
    r"outcome|promise|issue|point|learning point|lesson|area|aim|goal)s?\.?\s*)?"
    r"\(?(?:[A-Za-z]{0,6}[\s/\-.]?\d{1,4}(?:[./\-]\d+)*[a-z]?|[A-Za-z]|[ivxIVX]{1,5}|"
    r"(?:[A-Z0-9]{1,6}[\s/\-]){1,3}\d{1,4}[a-z]?)\s*[.):]?$"
)
_DAY = re.compile(
    rf"^\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d\d){{1,2}}$|^(?:{_MONTH})[\s/.-]+(?:19|20)?\d\d$",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"^(r|a|g|b|red|amber|green|blue|grey|complet\w*|partial\w*( complete\w*)?|in progress|on[- ]?going|"
    r"not (yet )?(started|begun|due)|overdue|on (track|hold|target)|delayed|closed|open|implemented|"
    r"achieved|done|outstanding|started|under ?way|slipped|behind( schedule)?|at risk|deferred|"
    r"superseded|withdrawn|no longer.*|off track|being .*|embedded|missed|paused|live|stalled|"
    r"part(ly|ially)? .*|finished|met|not met|begun|planned|scheduled|rejected)\b[.!]?.{0,30}$",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"^(?:(?:fully|partly|partially|not|all)\s+)?(?:accepted|agreed|rejected|declined|noted)"
    r"(?:\s+(?:in (?:part|full|principle)|with .{3,30}))?\W*$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(SAR|DHR|DARDR|LCSPR|CSPR|SCR|CSR|SI|JTAI|ILACS|Ofsted|CQC|HMIP|HMICFRS|SEND inspection|"
    r"inspection|inquiry|audit|peer review|thematic review|serious case review|rapid review)\b"
)
_BOXES = re.compile(r"(?:[☐☑☒□■◻◼▢⬜⬛🗹\uf0a8\uf0fe\uf0fd].*){2}", re.DOTALL)
_PRIORITY = re.compile(
    r"^(h|m|l|high|medium|med|low|critical|essential|urgent|important|advisory|desirable|"
    r"significant|moderate|high priority|low priority|medium priority|very high|p[1-4]|[1-4])\.?$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:[A-Z][\w.'’\-]*|&|and|of|for|the|to|/|,|;|-|–|\(.*?\)|\+|with|all|in)"
    r"(?:[\s,;/&]+(?:[A-Z(][\w.'’\-)]*|&|and|of|for|the|to|/|-|–|\+|with|all|in|children's|safety|care))*"
    r"[.:]?$"
)


_SPEECH = tomllib.loads(
    resources.files(__package__).joinpath("speech.toml").read_text(encoding="utf-8")
)
_COMMANDS = frozenset(_SPEECH["commands"])
_ASKS = re.compile(r"\b(?:" + "|".join(_SPEECH["asks"]) + r")\b", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:" + "|".join(_SPEECH["reports"]) + r")\b", re.IGNORECASE)


def asks_for(text: str) -> bool:
    """True for words that ask for something: "Train all staff", "The board should …"."""
    opened = re.match(r"^(?:\W|\d|\(?[a-z]\)|to\s|that\s)*([A-Za-z-]+)", text, re.IGNORECASE)
    first = opened.group(1).casefold() if opened else ""
    return first in _COMMANDS or _ASKS.search(text) is not None or text.startswith("We will ")


def reports_of(text: str) -> bool:
    """True for words that tell how things stand: "Draft shared with partners"."""
    return _REPORTS.search(text) is not None and not asks_for(text)


def looks_like_ref(text: str) -> bool:
    """True for "A1", "3.2", "Rec 4", "21 SAFE 01", "iv", "b)"."""
    text = text.strip()
    return len(text) <= 24 and _REF.match(text) is not None and not _DAY.match(text)


def day_of_serial(text: str) -> dt.date | None:
    """The day behind the number that a sheet shows where a date lost its format ("45382")."""
    if not re.fullmatch(r"[345]\d{4}", text.strip()):
        return None
    day = dt.date(1899, 12, 30) + dt.timedelta(days=int(text))
    return day if _FIRST_DAY <= day <= _LAST_DAY else None


def looks_like_date(text: str) -> bool:
    """True for a text of twelve words or fewer that speaks of a time."""
    return len(text.split()) <= 14 and _DATE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Facts:
    """Shares (0 to 1) among the column's cells that hold words."""

    count: int
    filled: float
    mean_words: float
    refs: float
    dates: float
    statuses: float
    priorities: float
    ticks: float
    percents: float
    names: float
    grades: float
    repeats: float
    coloured: float
    own: float = 1.0
    """The share of the rows in which a cell of its own begins."""
    sources: float = 0.0
    """The share that names a review, audit or inspection ("SAR Vera", "DHR 7")."""
    keyed: float = 0.0
    """The share explained by a key of statuses ("3", "G")."""
    asks: float = 0.0
    """The share that asks for something."""
    reports: float = 0.0
    """The share that tells how things stand."""
    labels: float = 0.0
    """The share that is a heading of a plan by its words ("Action", "Progress")."""
    decisions: float = 0.0
    """The share that only says whether it was accepted."""
    lists: float = 0.0
    """The share that holds two lines or more."""
    kinds: tuple[float, ...] = ()
    """The shares that hold each of the KINDS of kinds.py."""

    @property
    def is_sentences(self) -> bool:
        """True where nearly every row has words of its own here, and they are no names or dates."""
        told = self.filled >= 0.8 and self.mean_words >= 3 and self.repeats <= 0.25
        dated = self.dates >= 0.5 and self.asks < 0.5 and self.mean_words < 8
        return told and self.names < 0.6 and not dated and self.statuses < 0.5


def _share(hits: int, total: int) -> float:
    return round(hits / total, 2) if total else 0.0


def _is_percent(text: str, value: object) -> bool:
    if re.fullmatch(r"\d{1,3}(\.\d+)?\s*%", text):
        return True
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return 0 <= value <= 100
    return bool(re.fullmatch(r"\d{1,3}", text)) and int(text) <= 100


def column_facts(
    view: TableView, col: int, body: list[int], symbols: frozenset[str] = frozenset()
) -> Facts:
    """The facts of a column over its body rows (the first sixty are enough). `symbols` are those
    that a key of the document explains as statuses."""
    texts: list[str] = []
    values: list[object] = []
    coloured = 0
    covered = 0
    listed = 0
    for row in body[:60]:
        cell = view.at(row, col)
        text = view.own_text(row, col)
        covered += bool(view.text(row, col))
        if cell is not None and cell.fill and not text:
            coloured += 1
        if cell is not None and text and not is_nothing(text) and cell.colspan == 1:
            texts.append(text)
            values.append(cell.value)
            listed += len(view.lines(cell)) > 1
    total = len(texts)

    def share(test: re.Pattern[str]) -> float:
        return _share(sum(1 for text in texts if test.search(text)), total)

    dated = sum(
        1
        for text, value in zip(texts, values, strict=True)
        if isinstance(value, dt.date) or looks_like_date(text) or day_of_serial(text)
    )
    named = [t for t in texts if len(t.split()) <= 12 and _NAME.match(t) and not looks_like_date(t)]
    return Facts(
        count=total,
        filled=_share(covered, len(body[:60])),
        mean_words=round(sum(len(text.split()) for text in texts) / total, 1) if total else 0.0,
        refs=_share(sum(1 for text in texts if looks_like_ref(text)), total),
        dates=_share(dated, total),
        statuses=max(share(_STATUS), share(_BOXES)),
        priorities=share(_PRIORITY),
        ticks=_share(sum(1 for text in texts if text.strip().casefold() in TICKS), total),
        percents=_share(
            sum(1 for t, v in zip(texts, values, strict=True) if _is_percent(t, v)), total
        ),
        names=_share(len(named), total),
        grades=share(GRADES),
        repeats=_share(total - len(set(texts)), total),
        coloured=_share(coloured, len(body[:60])),
        own=_share(total, len(body[:60])) if body else 1.0,
        sources=share(_SOURCE),
        keyed=_share(sum(1 for t in texts if t.strip(" .()[]").casefold() in symbols), total),
        asks=_share(sum(1 for text in texts if asks_for(text)), total),
        reports=_share(sum(1 for text in texts if reports_of(text)), total),
        decisions=share(_DECISION),
        lists=_share(listed, total),
        kinds=kinds_of(texts),
        labels=_share(sum(1 for text in texts if is_known_heading(text)), total),
    )
