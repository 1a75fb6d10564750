"""What a paper prints of the actions named for its risks."""

from joinedup.papers.rules.parts import risks
from joinedup.papers.rules.words import PaperWords, RiskWords

STANDING = {"AC-1": "A1. Train staff: in progress, due 5 March 2026"}


def done_about(*named: str, mitigation: str = "") -> str:
    one = RiskWords("Staff leave", "HR", 2, 5, mitigation, named)
    blank = {name: None for name in PaperWords.__slots__}
    (table,) = risks(PaperWords(**{**blank, "risks": (one,)}), STANDING, is_below=False)  # type: ignore[arg-type]
    return "\n\n".join(table.rows[0][-1].pieces())


def test_a_risk_prints_each_action_named_for_it_with_how_it_stands():
    told = done_about("AC-1", mitigation="Exit talks are held.")
    assert told == ("Exit talks are held.\n\nAction A1. Train staff: in progress, due 5 March 2026")


def test_an_action_that_was_not_there_on_the_day_is_not_left_out_in_silence():
    assert done_about("AC-2") == "1 action named here was not in the plans on this day"
    assert "2 actions named here were not" in done_about("AC-2", "AC-3")


def test_the_table_of_risks_has_a_title_only_where_words_stand_above_it():
    blank = {name: None for name in PaperWords.__slots__}
    held = PaperWords(**{**blank, "risks": (RiskWords("Low", "A", 1, 1, ""),)})  # type: ignore[arg-type]
    titles = [next(iter(risks(held, {}, is_below=one))).caption for one in (False, True)]
    assert titles[0] == "" and titles[1]


def test_a_risk_without_an_answer_says_so():
    assert done_about() == "Nothing is named yet"
