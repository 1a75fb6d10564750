"""A checked reading as rows for the register, and as findings with their positions."""

from __future__ import annotations

from dataclasses import replace

from joinedup.assurance.rules.checking import make_step, progress
from joinedup.assurance.rules.checking.own_text import with_marked_text
from joinedup.assurance.rules.checking.steps import with_typed_fields
from joinedup.assurance.rules.checking.to_findings import findings_of
from joinedup.assurance.rules.checking.to_rows import new_rows
from joinedup.assurance.rules.reading import read_plans
from joinedup.assurance.rules.reading.model import Question
from joinedup.assurance.rules.state import OwnerMark
from joinedup.documents.grid import Cell, Document, Para, Place, Run, Table
from tests.rules.reading.tables import read, table

PLAN = table(
    "Ref|Action|Lead|By when|Status|Priority|Progress|Budget",
    "A1|Train all staff|Ada, Bo|31 May 2026|In progress|High|Booked|none",
    "A2|Check the volunteers|Ada|Monthly|Complete|Low|See A1 and Z9|5",
)
KEY = "contradiction:t1r2:status"


def made(text: str = PLAN, *steps, owners=None):
    found = with_typed_fields(with_marked_text(read(text), steps), steps)
    return new_rows(found.plans[0], progress(found, steps), owners or {}, found)


def test_every_field_reaches_its_row_with_its_printed_words():
    first = made(owners={"Ada": ("PE-1",)})[0]
    assert (first.title, first.code, first.status) == ("Train all staff", "A1", "in_progress")
    assert first.owners == (OwnerMark("PE-1", "Ada"), OwnerMark("", "Bo"))
    assert (first.due.date, first.due.text) == ("2026-05-31", "31 May 2026")
    assert (first.priority, first.progress) == ("high", ("Booked",))
    assert first.other["Budget"] == "none"
    assert first.printed["owners"].text == "Ada, Bo" and first.printed["owners"].place


def test_a_reference_to_a_row_is_a_link_and_one_to_nowhere_stays_as_words():
    second = made()[1]
    assert second.see == ("A1",)
    assert "Z9" in second.other.get("See also", "") or "Z9" in " ".join(second.progress)


def test_a_link_that_a_person_denied_stays_as_words():
    found = read(PLAN)
    asked = Question("link", "t1r2", "see", "Is A1 meant?")
    changed = replace(found, questions=(*found.questions, asked))
    step = make_step("answer", at="link:t1r2:see", to="no_link")
    row = new_rows(changed.plans[0], progress(changed, [step]), {}, changed)[1]
    assert row.see == () and "A1" in row.other["See also"]


def test_words_that_mean_several_organisations_give_each_of_them_the_row():
    first = made(owners={"Ada": ("AG-1", "AG-2")})[0]
    assert [one.who for one in first.owners] == ["AG-1", "AG-2", ""]
    assert [one.printed for one in first.owners] == ["Ada", "Ada", "Bo"]


def test_it_comes_back_keeps_the_rhythm():
    row = made(PLAN, make_step("answer", at=KEY, to="recurring"))[1]
    assert (row.due.recurrence, row.status) == ("monthly", "complete")


def test_it_is_finished_takes_the_rhythm_away():
    row = made(PLAN, make_step("answer", at=KEY, to="finished"))[1]
    assert (row.due.recurrence, row.status) == ("", "complete")


def test_ask_the_owner_keeps_the_question_with_the_row():
    row = made(PLAN, make_step("answer", at=KEY, to="ask_later"))[1]
    assert "Monthly" in row.other["To ask the owner"]
    assert row.due.recurrence == "monthly"


def test_a_colour_that_says_nothing_gives_no_status():
    step = make_step("answer", at="colour:t1r1:status", to="no_status")
    found = read(PLAN)
    asked = found.questions[0].__class__("colour", "t1r1", "status", "Is green a status?")
    changed = type(found)(
        **{name: getattr(found, name) for name in found.__slots__ if name != "questions"},
        questions=(*found.questions, asked),
    )
    rows = new_rows(changed.plans[0], progress(changed, [step]), {}, changed)
    assert (rows[0].status, rows[1].status) == ("", "complete")


def test_a_line_made_an_action_by_hand_is_a_row_like_others():
    found = read(PLAN + "\nWrite to the Charity Commission\n")
    spot = next(cell.id for cell in found.cells if cell.text.startswith("Write"))
    rows = made(PLAN + "\nWrite to the Charity Commission\n", make_step("own_row", at=spot, to="0"))
    assert rows[-1].title == "Write to the Charity Commission"
    assert rows[-1].printed["title"].text == rows[-1].title


def cell(row: int, col: int, text: str, rowspan: int = 1) -> Cell:
    place = Place(table=1, row=row + 1, col=col + 1)
    paras = tuple(Para((Run(line),), place) for line in text.split("\n"))
    return Cell(row, col, paras, place, rowspan=rowspan)


POSITION = "We have changed the referral form and trained all who use it"


def findings(*lines: tuple[str, str, str | None], spans: int = 1):
    cells = [cell(0, 0, "Reference"), cell(0, 1, "Finding"), cell(0, 2, "Our position")]
    for number, (place, words, position) in enumerate(lines, 1):
        cells += [cell(number, 0, place), cell(number, 1, words)]
        if position is not None:
            cells.append(cell(number, 2, position, rowspan=spans if number == 1 else 1))
    paper = Document("x.docx", "docx", (Table(tuple(cells), len(lines) + 1, 3),))
    return findings_of(read_plans(paper).plans[0])


def test_findings_beside_one_merged_cell_share_one_position():
    one, two, three = findings(
        ("6.1", "Referrals were not followed up by the service", POSITION),
        ("6.2", "Nobody told the child what had happened since", None),
        ("6.3", "Records were kept in four places at once", "Records are now in one place"),
        spans=2,
    )
    assert one.position == two.position and POSITION in one.position
    assert one.position_key == two.position_key != three.position_key


def test_see_above_shares_the_position_that_stands_above():
    one, two = findings(
        ("6.1", "Referrals were not followed up by the service", POSITION),
        ("6.2", "Nobody told the child what had happened since", "See above"),
    )
    assert one.position_key == two.position_key and two.position == one.position


def test_findings_with_the_same_words_in_two_cells_keep_two_positions():
    one, two = findings(
        ("6.1", "Referrals were not followed up by the service", POSITION),
        ("6.2", "Nobody told the child what had happened since", POSITION),
    )
    assert one.position_key != two.position_key
