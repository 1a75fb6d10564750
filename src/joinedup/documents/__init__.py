"""Files in, files out. No Django here.

`read_boxed` is the door for uploads: preflight, then a reader in a closed process, then the
neutral grid. `read_document` reads a trusted file in this process. `read_mail` reads saved
e-mails. `write_xlsx` and `write_csv` make spreadsheets. Every refusal is a `Refused` whose message
may be shown to the person as it is.
"""

from __future__ import annotations

from joinedup.documents.box import read_boxed
from joinedup.documents.encoding import from_json, to_json
from joinedup.documents.grid import Block, Cell, Document, Heading, Para, Place, Run, Table, Value
from joinedup.documents.mail import Attachment, Mail, read_mail
from joinedup.documents.preflight import preflight
from joinedup.documents.reading import kind_of, read_document
from joinedup.documents.refusal import Refused
from joinedup.documents.sheetout import SheetTable, SheetValue, write_csv, write_xlsx

__all__ = [
    "Attachment",
    "Block",
    "Cell",
    "Document",
    "Heading",
    "Mail",
    "Para",
    "Place",
    "Refused",
    "Run",
    "SheetTable",
    "SheetValue",
    "Table",
    "Value",
    "from_json",
    "kind_of",
    "preflight",
    "read_boxed",
    "read_document",
    "read_mail",
    "to_json",
    "write_csv",
    "write_xlsx",
]
