"""What is exempt now, found in what everybody could read before."""

from __future__ import annotations

import pytest

from joinedup.papers.rules.withheld import public_before
from joinedup.papers.rules.words import SectionWords

PROSE = "Bramley offers it at a low price.\n\nNone."


def section(heading="A contract", prose=PROSE, comment=""):
    return SectionWords(
        code="x", fill="", layout="body", heading=heading, prose=prose, comment=comment,
        is_on=True, is_exempt=True, about="", hint="", kinds=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("public", "apart", "found"),
    [
        (["A contract"], [], True),
        (["A contract"], ["A contract"], False),
        (["An earlier heading", "Bramley offers it at a low price."], [], True),
        (["A contract", "Bramley offers it at a low price."], ["A contract"], True),
        (["Another section", "None."], [], False),
        ([], [], False),
    ],
)
def test_a_section_is_known_again_by_its_heading_or_a_whole_paragraph(public, apart, found):
    assert public_before([section()], public, apart) == (("A contract",) if found else ())


def test_a_comment_is_looked_for_too():
    told = "The officer says the price fell."
    assert public_before([section(prose="", comment=told)], [told], []) == ("A contract",)
