"""What the boxes of the owners page mean."""

from joinedup.assurance.rules.owner_boxes import box_value, marks_of
from joinedup.assurance.rules.state import OwnerMark

KATE, BO = OwnerMark("PE-1", "KH"), OwnerMark("PE-2", "B Lindqvist")
WORDS = OwnerMark("", "The whole team")
STANDING = (KATE, WORDS, BO)
BOXES = [box_value(one) for one in STANDING]


def test_boxes_left_as_they_are_change_nothing():
    assert marks_of([*BOXES, "", ""], STANDING) == STANDING


def test_somebody_new_in_the_box_of_one_who_goes_takes_over_the_printed_words():
    found = marks_of(["PE-1", "PO-9", "PE-2"], STANDING)
    assert found == (KATE, OwnerMark("PO-9", "The whole team"), BO)


def test_who_only_moves_to_another_box_keeps_the_own_words():
    assert marks_of(["PE-2", BOXES[1], "PE-1"], STANDING) == (BO, WORDS, KATE)


def test_an_empty_box_lets_its_owner_go_and_an_added_owner_has_no_printed_words():
    assert marks_of(["PE-1", "", "PE-2", "PE-7"], STANDING) == (KATE, BO, OwnerMark("PE-7"))


def test_one_person_chosen_twice_is_one_owner_but_two_printed_names_stay_two():
    assert marks_of(["PE-1", BOXES[1], "PE-2", "PE-1"], STANDING) == STANDING
    twice = (KATE, OwnerMark("PE-1", "Kate Heron"))
    assert marks_of(["PE-1", "PE-1"], twice) == twice
