"""A board drawn as a table: a column for each state, a card in each cell."""

from pathlib import Path
from typing import Any

from blind3_parts.files import book, put, save
from blind3_parts.labels import due, plan, row

COLUMNS: dict[str, list[tuple[Any, ...]]] = {
    "To do": [
        (
            "Leaflet for grandparents (Comms Officer, 31/10/2022)",
            "Leaflet for grandparents",
            "Comms Officer",
            "31/10/2022",
            "2022-10-31",
        ),
        (
            "Ask youth club about lighting (Park Ranger, Nov 2022)",
            "Ask youth club about lighting",
            "Park Ranger",
            "Nov 2022",
            "2022-11",
        ),
    ],
    "Doing": [
        (
            "Safe place stickers in shops (Town Centre Manager, 14/10/2022)",
            "Safe place stickers in shops",
            "Town Centre Manager",
            "14/10/2022",
            "2022-10-14",
        ),
    ],
    "Done": [
        (
            "Cameras at the bus station (CCTV Manager, 30/06/2022)",
            "Cameras at the bus station",
            "CCTV Manager",
            "30/06/2022",
            "2022-06-30",
        ),
        (
            "Survey of girls in year nine (Youth Worker, July 2022)",
            "Survey of girls in year nine",
            "Youth Worker",
            "July 2022",
            "2022-07",
        ),
        (
            "Briefing for door staff (Licensing Sergeant, 01/09/2022)",
            "Briefing for door staff",
            "Licensing Sergeant",
            "01/09/2022",
            "2022-09-01",
        ),
    ],
}
STATE = {"To do": "not_started", "Doing": "in_progress", "Done": "complete"}


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    made = book()
    sheet = made.create_sheet("Board")
    title = "Safer streets board - September 2022"
    put(sheet, 1, [title], bold=True)
    put(sheet, 3, list(COLUMNS), bold=True)
    for n in range(3):
        put(sheet, 4 + n, [cards[n][0] if n < len(cards) else None for cards in COLUMNS.values()])
    save(made, path)
    rows = []
    for state, cards in COLUMNS.items():
        for _, what, who, when, day in cards:
            rows.append(row(what, by=who, due=due(when, day), st=STATE[state], st_text=state))
    return [plan(title, rows)]


DOCUMENT = ("safer-streets-kanban.xlsx", "a column for each state, a card in each cell", build)
