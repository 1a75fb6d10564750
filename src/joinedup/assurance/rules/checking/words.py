"""The words of the check page for fields, columns, rows and loose text."""

__all__ = ["BAND_WORDS", "BLOCK_KIND_WORDS", "FIELD_WORDS", "ROLE_WORDS", "ROW_KIND_WORDS"]

FIELD_WORDS = {
    "ref": "Reference",
    "section": "Section",
    "title": "Action",
    "actions": "Parts of it",
    "owners": "Owners",
    "due": "When",
    "status": "Status",
    "priority": "Priority",
    "progress": "Progress",
    "review": "Review method",
    "source_ref": "Source",
    "see": "See also",
}
ROLE_WORDS = {
    **FIELD_WORDS,
    "start": "Start date",
    "original_due": "Original date",
    "completed": "Date completed",
    "tick": "A tick: status",
    "due_tick": "A tick: when",
    "owner_tick": "A tick: who",
    "label": "What the next column is about",
    "other": "Something else: keep it as it is",
    "nothing": "Nothing",
}
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
