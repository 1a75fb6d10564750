"""A person's corrections are applied again on every reading, and every cell stays accounted for."""

from __future__ import annotations

import json

from joinedup.assurance.rules.reading import (
    Corrections,
    corrections_from_json,
    corrections_to_json,
    to_json,
    to_text_table,
)

from .tables import read, table

TEXT = table(
    "Ref|Action|Lead|By when|Comments",
    "1|Train all staff|Jo|May 2024|Booked",
    "2|Voice of the child|Al|June 2024|",
    "3|Write to schools|Al|July 2024|Sent",
)


def test_a_changed_role_moves_a_column():
    found = read(TEXT, Corrections(roles={"t1c4": "review"}))
    assert found.rows()[0].value("review") == "Booked"
    assert found.rows()[0].value("progress") is None


def test_a_row_marked_as_heading_gives_a_section():
    found = read(TEXT, Corrections(rows={"t1r2": "heading"}))
    assert [row.value("title") for row in found.rows()] == ["Train all staff", "Write to schools"]
    assert "Voice of the child" in found.rows()[1].value("section")


def test_rows_are_joined_and_split_again():
    joined = read(TEXT, Corrections(rows={"t1r2": "continuation"}))
    assert len(joined.rows()) == 2 and joined.rows()[0].joined == ("t1r2",)
    cut = table(
        "Ref|Action|Lead|By when", "1|Train staff who work with|Jo|May 2024", "|children|||"
    )
    assert len(read(cut).rows()) == 1
    assert len(read(cut, Corrections(rows={"t1r2": "action"})).rows()) == 2


def test_a_row_that_is_no_action_is_unplaced():
    found = read(TEXT, Corrections(rows={"t1r3": "note"}))
    assert len(found.rows()) == 2
    assert "Write to schools" in [item.text for item in found.unplaced]


def test_a_table_can_be_taken_out():
    assert read(TEXT, Corrections(tables={"t1": False})).rows() == []


def test_a_field_set_by_a_person_is_sure():
    found = read(TEXT, Corrections(fields={"t1r1": {"owners": ["Jo Reeves"]}}))
    value = found.rows()[0].fields["owners"]
    assert (value.value, value.confidence, value.printed) == (["Jo Reeves"], 1.0, "Jo")


def test_corrections_survive_as_plain_data():
    wanted = Corrections(
        roles={"t1c4": "review"}, rows={"t1r2": "heading"}, tables={"t2": False},
        fields={"t1r1": {"ref": "1a"}}, blocks={"b3": "note"},
    )  # fmt: skip
    assert corrections_from_json(json.loads(json.dumps(corrections_to_json(wanted)))) == wanted


def test_the_same_corrections_give_the_same_reading():
    wanted = Corrections(rows={"t1r2": "continuation"})
    assert read(TEXT, wanted) == read(TEXT, wanted)


def test_the_account_balances_and_every_cell_has_a_use():
    found = read(TEXT)
    account = found.account()
    assert account.balances and account.total == len(found.cells)
    in_row = [cell for cell in found.cells if cell.use == "row"]
    assert len(in_row) == 14 and all(cell.row and cell.field for cell in in_row)


def test_the_outputs_hold_rows_and_confidence():
    found = read(TEXT)
    data = to_json(found)
    assert data["schema"] == 1 and data["plans"][0]["rows"][0]["confidence"]["owners"] >= 0.8
    assert "Train all staff" in to_text_table(found)
