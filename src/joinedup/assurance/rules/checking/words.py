"""The words of the check page for fields, columns, rows and loose text."""

from joinedup.assurance.rules.reading.role_words import FIELD_WORDS, ROLE_WORDS

__all__ = ["BAND_WORDS", "BLOCK_KIND_WORDS", "FIELD_WORDS", "ROLE_WORDS", "ROW_KIND_WORDS"]

BAND_WORDS = {
    "heading": "Heading",
    "header": "Column headings",
    "repeated_header": "Column headings again",
    "title": "Title",
    "legend": "Key",
    "guidance": "Guidance",
    "note": "Note",
    "text": "Text",
    "unplaced": "In no row",
    "empty": "Empty",
    "lost": "Not accounted for",
}
ROW_KIND_WORDS = [
    ("action", "A row of the plan"),
    ("continuation", "The rest of the row above"),
    ("more", "A further action of the row above"),
    ("heading", "A heading of a section"),
    ("header", "Column headings"),
    ("repeated_header", "Column headings again"),
    ("legend", "A key"),
    ("guidance", "Guidance"),
    ("title", "A title"),
    ("note", "A note, not an action"),
]
BLOCK_KIND_WORDS = [
    ("heading", "It is a heading"),
    ("note", "It is a note, not an action"),
]
