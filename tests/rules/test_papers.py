"""What blocks a paper, by when it must be out, its prose, its data, the check before publishing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup import rulebook
from joinedup.documents.blocks import (
    Annexe,
    Bullets,
    Chart,
    Choice,
    Column,
    Field,
    Fields,
    Heading,
    Kind,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Report,
    Table,
    Tone,
    cell,
    labels_of,
    pieces_of,
    text,
)
from joinedup.papers.rules.check import findings, without
from joinedup.papers.rules.deadlines import deadlines, with_done
from joinedup.papers.rules.frozen import frozen, hash_of, thawed
from joinedup.papers.rules.kinds import kind_from
from joinedup.papers.rules.missing import missing
from joinedup.papers.rules.prose import blocks_of
from joinedup.papers.rules.reminding import ReminderLine, body_of, subject_of
from joinedup.papers.rules.report import Around, exempt_report, public_report
from joinedup.papers.rules.words import (
    ClearanceWords,
    ImplicationWords,
    OptionWords,
    PaperWords,
    RiskWords,
    SectionWords,
)

D = dt.date
TODAY = D(2015, 7, 1)
MEETING = D(2015, 7, 22)
CODES = (
    "clock.publication", "clock.notice_of_key_decision", "clock.notice_of_private_meeting",
    "clock.call_in",
)  # fmt: skip
RULES = {code: rulebook.rule(code, TODAY) for code in CODES}
NOUNS, SPELLED = ("people", "children"), ("one", "two", "three", "four")
KINDS = [one for one in rulebook.of_kind(rulebook.Kind.REPORT_TYPE, TODAY)]


def kind(code="report.update"):
    return kind_from(rulebook.rule(code, TODAY))


def section(code="introduction", **given):
    words = {
        "fill": "", "layout": "body", "heading": "Introduction", "prose": "Words.", "comment": "",
        "is_on": True, "is_exempt": False, "about": "", "hint": "", "kinds": (),
    }  # fmt: skip
    return SectionWords(code=code, **{**words, **given})


def implication(kind="legal", **given):
    words = {
        "heading": kind.capitalize(), "owner": "Ola", "words": "", "is_none": True,
        "said_on": TODAY, "said_by": "Ola", "said_how": "",
    }  # fmt: skip
    return ImplicationWords(kind=kind, **{**words, **given})


def paper(**given):
    words = {
        "reference": "PA-1", "kind": kind(), "state": "draft", "number": "SC.1",
        "organisation": "Marlow Vale Council", "body": "Places Committee", "meeting_on": MEETING,
        "subject": "Review", "report_by": "Chief officer", "contact": "Desk", "purpose": "To tell.",
        "recommends": "update", "recommendation": "For update only.", "is_call_in": "no",
        "is_key": "no", "urgency": "", "has_no_background": True, "exempt_paragraph": "",
        "exempt_reason": "", "as_at": TODAY, "sections": (section(),), "implications": (),
        "options": (), "consultations": (), "background": (), "risks": (),
        "clearances": (ClearanceWords("PE-1", "Cleo", "", TODAY, TODAY, "", False),),
        "decision": None, "plans": ("The plan",), "sealed": (),
    }  # fmt: skip
    return PaperWords(**{**words, **given})


def blocked(today=TODAY, **given):
    held = paper(**given)
    days = deadlines(held.meeting_on, RULES, is_key=held.is_key == "yes")
    return [(one.place, one.field, one.which) for one in missing(held, days, today)]


def test_a_whole_paper_is_not_blocked_but_one_that_goes_to_a_person_is():
    assert blocked() == blocked(body="Cabinet Member for Housing") == []
    assert blocked(body="Cllr Rita Moss") == [("front", "body", "")]


def test_a_section_for_which_the_register_has_nothing_is_written_or_left_out():
    empty = section("audit_actions", fill="audit_actions", heading="Audit", prose="")
    told = missing(paper(sections=(empty,)), [], TODAY, {"audit_actions"})
    assert [(one.place, one.field, one.which) for one in told] == [
        ("section", "about", "audit_actions")
    ]
    said = replace(empty, prose="No audit was made this year.")
    assert missing(paper(sections=(said,)), [], TODAY, {"audit_actions"}) == []


def test_what_should_worry_you_stands_on_a_page_of_its_own():
    first, worry = section(), section("worry", fill="worry_page", heading="Worry")
    last = section("last", heading="After")
    report = public_report(paper(sections=(first, worry, last)), {}, Around())
    kinds = [type(one) for one in report.blocks]
    assert kinds == [
        Heading,
        Paragraph,
        PageBreak,
        Heading,
        Paragraph,
        PageBreak,
        Heading,
        Paragraph,
    ]
    annexe = section("annexe", layout="annexe", heading="Plan")
    report = public_report(paper(sections=(worry, annexe)), {}, Around())
    assert PageBreak not in [type(one) for one in report.blocks]


def test_options_are_numbered_under_the_words_before_them_where_there_are_some():
    decision = kind("report.decision")
    choices = (OptionWords("To approve.", True), OptionWords("To wait.", False))
    for prose, level in (("There are two.", 3), ("", 2)):
        one = section("options", fill="options", prose=prose)
        report = public_report(paper(kind=decision, sections=(one,), options=choices), {}, Around())
        told = [it for it in report.blocks if "Option 1" in " ".join(it.pieces())]
        assert told[0].number_level == level
    report = public_report(paper(kind=decision, sections=(one,)), {}, Around())
    assert pieces_of(report)[-1] == "Nothing is written here yet."


@pytest.mark.parametrize("name", ["number", "body", "subject", "report_by", "contact", "purpose"])
def test_a_blank_field_of_the_front_blocks_and_is_named(name):
    assert blocked(**{name: ""}) == [("front", name, "")]


def test_call_in_and_key_decision_have_to_be_answered():
    assert blocked(is_call_in="", is_key="") == [
        ("front", "is_call_in", ""), ("front", "is_key", ""),
    ]  # fmt: skip


def test_a_recommendation_plans_and_background_papers_are_asked_for():
    assert blocked(recommendation=" ") == [("front", "recommendation", "")]
    assert blocked(plans=()) == [("front", "plans", "")]
    assert blocked(sealed=("The plan",)) == [("front", "plans", "")]
    assert blocked(has_no_background=False) == [("front", "has_no_background", "")]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"owner": "", "said_on": None}, "owner"),
        ({"said_on": None, "is_none": False}, "words"),
        ({"said_on": None, "words": "None known"}, "words"),
    ],
)
def test_silence_on_an_implication_is_not_consent(given, field):
    asks = section("implications", fill="implications", kinds=("legal",))
    held = {"sections": (asks,), "implications": (implication(**given),)}
    assert blocked(**held) == [("implication", field, "legal")]
    assert blocked(sections=(replace(asks, is_on=False),), implications=held["implications"]) == []


def test_an_empty_section_is_written_or_switched_off():
    assert blocked(sections=(section(prose=" "),)) == [("section", "prose", "introduction")]
    assert blocked(sections=(section(prose="", is_on=False),)) == []
    assert blocked(sections=(section(prose="", fill="plan_table"),)) == []


def test_options_are_two_or_more_with_one_recommended():
    decides = {"kind": kind("report.decision")}
    yes, no = OptionWords("Approve", True), OptionWords("Do not", False)
    assert ("options", "", "") in blocked(**decides, options=(yes,))
    assert ("options", "", "") in blocked(**decides, options=(no, no))
    assert ("options", "", "") not in blocked(**decides, options=(yes, no))


def test_an_exempt_section_needs_its_paragraph_and_reason():
    sections = (section(is_exempt=True),)
    assert [one[1] for one in blocked(sections=sections)] == ["exempt_paragraph", "exempt_reason"]
    assert blocked(sections=sections, exempt_paragraph="p3", exempt_reason="Not let yet") == []


def test_an_unsigned_or_stale_clearance_blocks():
    unsigned = ClearanceWords("PE-1", "Cleo", "", TODAY, None, "", False)
    assert blocked(clearances=(unsigned,)) == [("clearance", "", "PE-1")]
    assert blocked(clearances=(replace(unsigned, signed_on=TODAY, is_stale=True),)) == [
        ("clearance", "", "PE-1")
    ]
    assert blocked(clearances=()) == [("clearance", "", "")]


def test_five_clear_days_lie_between_publication_and_meeting():
    (day,) = deadlines(MEETING, RULES)
    assert day.on == D(2015, 7, 14) and not day.is_confirmed
    assert "1972" in day.source
    assert blocked(today=day.on) == []
    assert blocked(today=day.on + dt.timedelta(days=1)) == [("front", "urgency", "")]
    assert blocked(today=D(2015, 7, 20), urgency="The chair agreed: the order ends.") == []


def test_a_key_decision_adds_notice_and_call_in_and_an_exempt_part_its_notice():
    found = {one.code: one.on for one in deadlines(MEETING, RULES, is_key=True, is_private=True)}
    assert found["clock.notice_of_key_decision"] == D(2015, 6, 23)
    assert found["clock.notice_of_private_meeting"] == D(2015, 6, 23)
    assert found["clock.call_in"] == D(2015, 7, 29)
    decided = deadlines(MEETING, RULES, is_key=True, decided_on=D(2015, 7, 24))
    assert decided[-1].on == D(2015, 7, 31)
    assert deadlines(None, RULES, is_key=True) == []


def test_a_paper_is_cleared_three_working_days_before_it_goes_out():
    held = {**RULES, "clock.paper_clearance": rulebook.rule("clock.paper_clearance", TODAY)}
    found = {one.code: one.on for one in deadlines(MEETING, held, is_cleared=True)}
    assert found == {"clock.publication": D(2015, 7, 14), "clock.paper_clearance": D(2015, 7, 9)}
    assert deadlines(MEETING, held, is_public=False) == []


def test_what_is_done_is_late_only_where_it_was_done_after_its_day():
    (day,) = deadlines(MEETING, RULES)
    (kept,) = with_done([day], {day.code: day.on})
    (late,) = with_done([day], {day.code: day.on + dt.timedelta(days=1)})
    (open_one,) = with_done([day], {})
    after = MEETING
    assert not kept.is_past(after) and not kept.is_late
    assert not late.is_past(after) and late.is_late
    assert open_one.is_past(after) and not open_one.is_late


def test_notice_of_a_key_decision_that_was_not_given_in_time_blocks_until_it_is_explained():
    late = D(2015, 7, 10)
    assert ("front", "key_notice_on", "") in blocked(today=late, is_key="yes")
    assert blocked(today=late, is_key="yes", urgency="The order ends in July.") == []


def test_a_reminder_names_the_paper_by_its_reference_and_says_how_late_it_is():
    own = ReminderLine("PA-1", "Publish", D(2015, 7, 14), "https://x.example/1", is_own=True)
    above = ReminderLine("PA-2", "Sign", D(2015, 7, 1), "https://x.example/2", is_own=False)
    assert subject_of([own, above]) == "1 paper waits for you"
    assert subject_of([above]) == "1 paper waits for people you manage or lead"
    told = body_of([own, above], D(2015, 7, 14))
    assert "PA-1: publish by today, 14 July 2015\nhttps://x.example/1" in told
    assert "PA-2: sign, wanted by 1 July 2015, 13 days late" in told
    assert "https://x.example/2" not in told


@pytest.mark.parametrize("entry", KINDS, ids=lambda one: one.code)
def test_every_kind_of_paper_can_be_made_with_what_it_asks(entry):
    held = kind_from(entry)
    assert held.sections and {"front"} >= {one.code for one in held.sections if one.fill == "front"}
    words = rulebook.rule("report.implications", TODAY).values["words"]
    assert {one for part in held.sections for one in part.kinds} <= set(words)
    sections = tuple(
        section(one.code, fill=one.fill, layout=one.layout, heading=one.heading, kinds=one.kinds)
        for one in held.sections
    )
    made = public_report(paper(kind=held, sections=sections), {}, Around())
    for one in held.sections:
        if one.fill != "front":
            assert one.heading in pieces_of(made)


def test_prose_is_paragraphs_points_and_numbers_and_nothing_else():
    found = blocks_of("One\nline.\n\n- first\n- second\n\n1. one\n2. two\n\n*Not* <b>markup</b>")
    assert [one.kind for one in found] == ["paragraph", "bullets", "numbered", "paragraph"]
    assert [list(one.pieces()) for one in found] == [
        ["One\nline."], ["first", "second"], ["one", "two"], ["*Not* <b>markup</b>"],
    ]  # fmt: skip
    levels = blocks_of("Top.\n\n  Below.", 2)
    assert labels_of((Heading(1, "H"), *levels)) == ("1", "1.1", "1.1.1")


LINE = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1).map(" ".join)


@given(st.lists(st.tuples(st.sampled_from(["", "- ", "3. "]), LINE), min_size=1))
def test_no_line_of_prose_is_lost(lines):
    made = blocks_of("\n\n".join(f"{mark}{words}" for mark, words in lines))
    assert [words for block in made for words in block.pieces()] == [words for _, words in lines]


def whole_report():
    table = Table(
        "Referrals", (Column("To"), Column("How many", Kind.NUMBER)),
        (
            (cell("All"), cell("29")), (cell("Children"), cell("19")), (cell("Adults"), cell("6")),
            (cell("Health"), cell("4", Tone.AMBER)),
        ),
    )  # fmt: skip
    blocks = (
        Heading(1, "Overview"), Paragraph(text("Una Tailor saw three children and 52 people.")),
        Bullets((text("a"),)), Numbered((text("b"),), 3), Fields((Field("By", (text("c"),)),)),
        Choice("Key?", ("Yes", "No"), 1), Note((text("n"),)), PageBreak(),
        Chart("Chart", "Four bars", "<svg/>", table), Annexe("Annexe A", (Heading(1, "In"), table)),
    )  # fmt: skip
    return Report(title="Review", blocks=blocks, footer=("Seal 1",))


def test_a_report_is_frozen_and_thawed_without_loss():
    report = whole_report()
    assert thawed(frozen(report)) == report
    assert hash_of(frozen(report)) == hash_of(frozen(thawed(frozen(report))))
    with pytest.raises(ValueError, match="nothing that a report"):
        thawed({"is": "Popen", "args": []})


def test_the_check_finds_names_and_small_counts_with_their_places():
    found = findings(whole_report(), ["Una Tailor", "Nobody Here"], 5, NOUNS, SPELLED)
    assert [(one.kind, one.found) for one in found] == [
        ("name", "Una Tailor"),
        ("count", "Referrals › Health › How many › 4"),
        ("count", "three children"),
    ]
    assert found[1].places == ("Overview", "In")


def test_a_small_number_that_counts_no_people_is_left_alone():
    table = Table(
        "Risks", (Column("Risk"), Column("Score", Kind.NUMBER)), ((cell("A"), cell("2")),)
    )
    report = Report(title="T", blocks=(table,))
    assert findings(report, [], 5, NOUNS, SPELLED, ("score",)) == []
    assert len(findings(report, [], 5, NOUNS, SPELLED)) == 1


def test_what_is_taken_out_is_gone_from_words_tables_and_charts_and_no_total_tells_it():
    taken = [
        ("name", "Una Tailor"), ("count", "three children"),
        ("count", "Referrals › Health › How many › 4"),
    ]  # fmt: skip
    made = without(whole_report(), taken, 5)
    words = " ".join(pieces_of(made))
    assert "Tailor" not in words and "[name withheld]" in words
    assert "fewer than 5 children and 52 people" in words
    assert "29" not in words and words.count("withheld") == 3
    assert not any(isinstance(one, Chart) for one in made.blocks)
    assert findings(made, ["Una Tailor"], 5, NOUNS, SPELLED) == []
    assert without(whole_report(), [], 5) == whole_report()


def test_an_exempt_part_leaves_only_its_heading_and_reason_in_public():
    held = paper(
        sections=(section(), section("deal", heading="The contract", prose="40,000", is_exempt=True)),
        exempt_paragraph="p3", exempt_reason="Not let yet",
    )  # fmt: skip
    around = Around(exempt_paragraph="Paragraph 3: business affairs")
    public = " ".join(pieces_of(public_report(held, {}, around)))
    assert "The contract" in public and "Paragraph 3" in public and "40,000" not in public
    exempt = exempt_report(held, {}, around)
    assert exempt is not None and "40,000" in pieces_of(exempt)
    assert "not for publication" in exempt.marking
    assert exempt_report(paper(), {}, around) is None


def test_a_report_prints_the_parts_in_their_order():
    held = paper(
        kind=kind("report.decision"),
        options=(OptionWords("Approve it.", True), OptionWords("Do not.", False)),
        risks=(RiskWords("Low", "A", 1, 1, ""), RiskWords("High", "B", 5, 5, "")),
        sections=(
            section("options", fill="options", heading="Options", prose="Choose."),
            section("risks", fill="risks", heading="Risks", prose="", comment="Both are watched."),
            section("end", fill="sign_off", heading="Report by", prose="", layout="end"),
        ),
    )  # fmt: skip
    made = public_report(held, {}, Around(marking="DRAFT"))
    pieces = pieces_of(made)
    assert pieces[0] == "DRAFT"
    assert pieces.index("Option 1 – Approve it.") < pieces.index("Option 2 – Do not.")
    assert pieces.index("High") < pieces.index("Low") < pieces.index("Comment: Both are watched.")
    assert [label for label in labels_of(made.blocks) if label][:4] == [
        "1",
        "1.1",
        "1.1.1",
        "1.1.2",
    ]
    assert made.subtitle == "Places Committee, 22 July 2015"
