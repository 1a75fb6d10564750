"""The check before publishing: names however they are written, contacts, births, counts."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup import rulebook
from joinedup.documents.blocks import Column, Kind, Paragraph, Report, Table, cell, text, words_of
from joinedup.papers.rules.check import findings, without
from joinedup.papers.rules.check_words import bears_a_name

KNOWN = ["Una Quarmby", "Bartholomew Hill", "Di Sexton-Vale"]
COUNTED = rulebook.rule("report.counted", dt.date(2026, 6, 1))


def found_in(words, **given):
    asked = {
        "titles": COUNTED.strings("titles"), "common": COUNTED.strings("common_surnames"), **given,
    }  # fmt: skip
    report = Report("A paper", (Paragraph(text(words)),))
    return [
        (one.kind, one.found) for one in findings(report, KNOWN, 5, ("people",), ("one",), **asked)
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Una Quarmby spoke.", [("name", "Una Quarmby")]),
        ("Ms Quarmby spoke, then PC Hill.", [("name", "Ms Quarmby"), ("name", "PC Hill")]),
        ("Cllr. B Hill spoke.", [("name", "Cllr. B Hill")]),
        ("U. Quarmby and B.J. Hill", [("name", "B.J. Hill"), ("name", "U. Quarmby")]),
        ("Then Quarmby left, and Sexton-Vale.", [("name", "Quarmby"), ("name", "Sexton-Vale")]),
        ("Mr Harold Winter and Mrs. I. Dunne-Okafor told Miss Ivy.",
         [("name", "Miss Ivy"), ("name", "Mr Harold Winter"), ("name", "Mrs. I. Dunne-Okafor")]),
        ("Mrs A. Dunne, PC A. Field and Ms An Nguyen told Mr de Souza.",
         [("name", "Mr de Souza"), ("name", "Mrs A. Dunne"), ("name", "Ms An Nguyen"),
          ("name", "PC A. Field")]),
        ("MRS DUNNE met Mr\u00a0Winter and Dr  Fell.",
         [("name", "Dr Fell"), ("name", "Mr Winter"), ("name", "MRS DUNNE")]),
        ("Ask the PC. An officer knows. Each Dr. An answer came.", []),
        ("Ask the PC. The Superintendent Registrar and Dr The Same were asked, PC by PC.", []),
        ("Hill Street is on the hill. The Head of Housing and the Chief Officer met.", []),
        ("Ring 01632 960 123 or +44 7700 900456.",
         [("contact", "+44 7700 900456"), ("contact", "01632 960 123")]),
        ("Write to una@council.example, AB12 3XY.",
         [("contact", "AB12 3XY"), ("contact", "una@council.example")]),
        ("A girl born on 3 March 2011, d.o.b. 4/5/2012.",
         [("birth", "born on 3 March 2011"), ("birth", "d.o.b. 4/5/2012")]),
        ("Reference SC.15 26/27, 12 May 2026, £1,200,000, PA-2026-9B4NEM0, section 11.", []),
    ],
)  # fmt: skip
def test_what_points_at_a_person_is_found_once_and_posts_are_not(words, found):
    assert found_in(words) == found


def test_a_name_is_a_strangers_unless_somebody_known_bears_its_surname():
    titles = COUNTED.strings("titles")
    assert bears_a_name("Una Quarmby", KNOWN, ()) and bears_a_name("Ms U. Quarmby", KNOWN, titles)
    assert not bears_a_name("Mr Harold Winter", KNOWN, titles)


def test_another_forename_or_initial_is_another_person():
    titles, known = COUNTED.strings("titles"), ["Anna Smith", *KNOWN]
    assert not bears_a_name("Mr John Smith", known, titles)
    assert not bears_a_name("J. Smith", known, titles) and bears_a_name("A.B.Smith", known, ())
    assert bears_a_name("MS A. SMITH", known, titles) and bears_a_name("Ms Smith", known, titles)


def test_the_contact_of_the_paper_is_public():
    assert found_in("Ring 01632 960123.", public="Duty desk\n01632 960123") == []


def table(*rows):
    columns = (Column("Who"), Column("People", Kind.NUMBER))
    return Table("T", columns, tuple((cell(who), cell(number)) for who, number in rows))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [("Total", "20"), ("North", "17"), ("South", "fewer than 5")],
            ["T › Total › People › 20"],
        ),
        ([("North", "12"), ("South", "6"), ("All", "21")], ["T › All › People › 21"]),
        ([("North", "12"), ("South", "8"), ("All", "20")], []),
        ([("North", "12"), ("South", "fewer than 5"), ("East", "fewer than 5"), ("All", "18")], []),
        ([("North", "12"), ("South", "6")], []),
    ],
)
def test_a_total_that_gives_a_small_count_away_is_found_and_withheld(rows, told):
    report = Report("A paper", (table(*rows),))
    found = [one for one in findings(report, [], 5, (), ()) if one.kind == "by-taking"]
    assert [one.found for one in found] == told
    made = without(report, [(one.kind, one.found) for one in found], 5)
    assert words_of(made).count("withheld") == len(told)


def test_a_total_in_the_last_column_gives_away_too():
    columns = (Column("Who"), Column("Girls", Kind.NUMBER), Column("Boys", Kind.NUMBER),
               Column("Total", Kind.NUMBER))  # fmt: skip
    row = (cell("North"), cell("14"), cell("fewer than 5"), cell("17"))
    report = Report("A paper", (Table("T", columns, (row,)),))
    assert [one.found for one in findings(report, [], 5, (), ()) if one.kind == "by-taking"] == [
        "T › North › Total › 17"
    ]


def test_what_is_taken_out_is_printed_as_withheld():
    report = Report("A paper", (Paragraph(text("Ms Quarmby, born on 3 March 2011, 01632 960123")),))
    taken = [("name", "Ms Quarmby"), ("birth", "born on 3 March 2011"), ("contact", "01632 960123")]
    told = " ".join(without(report, taken, 5).blocks[0].pieces())
    assert told == "[name withheld], [date of birth withheld], [withheld]"
