"""The language guard: what it warns of, and above all what it leaves alone."""

import csv
import datetime as dt
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benches.language import FOLDER, PRECISION, RECALL, rows_of, score
from joinedup.config.command import main
from joinedup.language.firsts import first_letters, indexed
from joinedup.language.guard import look_at
from joinedup.language.opinion import Read, opinion_from
from joinedup.language.phrases import phrase_from
from joinedup.language.spelling import mended
from joinedup.language.terms import TermError, compiled, terms, terms_from

SAMPLES = Path(__file__).resolve().parents[2] / "../shared/language/sentences.csv"
BLAMING = [
    ("He keeps putting himself at risk by the canal, 14.", "risk"),
    ("This is a life-style choice on her part.", "choice"),
    ("Girl of 13 consented to sex with the man.", "consent"),
    ("She claims her uncle touched her, aged 9.", "disbelief"),
    ("T, 12, failed to disclose at interview.", "disclosure"),
    ("Young person wont engage with the worker.", "engagement"),
    ("Mum failed to protect the twins from him.", "protect"),
    ("Lad of 15 is beyond parental control.", "label"),
    ("Cut her arm again, attention-seeking.", "attention"),
    ("Very streetwise 13 year old.", "adultification"),
    ("Her boyfriend (31) collects her from school.", "relationship"),
    ("Promiscuous 14 yr old known to us.", "sexual_label"),
    ("She is 15 and involved in prostitution.", "prostitution"),
    ("P (13) sent explicit pictures to a man online.", "images"),
    ("Associating with older males, aged 14.", "company"),
    ("Known gang member, 15, dealing on the estate.", "criminal"),
    ("He absconded from the children's home.", "absconding"),
    ("A volatile relationship on both sides, she had a black eye.", "mutual"),
]
SPARED = [
    "“I wanted to go with him,” said R, 14.",
    "Do not write that a child 'consented' to abuse.",
    "The review criticised records that called girls promiscuous.",
    "The suspect absconded while on bail.",
    "Landlord refuses to engage with repairs.",
    "She did not consent.",
    "He was convicted of causing prostitution for gain.",
    "Mother consented to information sharing with school.",
    "Her girlfriend is also 15 and in the same class.",
    "He is being forced to carry packages for older males.",
    "Insurance claim sent.",
    "",
]


@pytest.mark.parametrize(("text", "code"), BLAMING)
def test_blaming_words_are_explained_and_others_offered(text: str, code: str) -> None:
    flags = look_at(text)
    assert code in {one.code for one in flags}
    for one in flags:
        assert text[one.start : one.end] == one.text and one.why and one.instead


@pytest.mark.parametrize("text", SPARED)
def test_quoted_taught_denied_and_other_senses_are_left_alone(text: str) -> None:
    assert look_at(text) == []


def test_a_denial_beside_it_does_not_undo_the_blame() -> None:
    assert look_at("Nobody blames her but she put herself at risk.")
    assert look_at('He said "leave it", yet she put herself at risk.')


@given(st.text(max_size=200))
def test_any_text_is_answered_with_places_inside_it(text: str) -> None:
    ends = [0]
    for one in look_at(text):
        assert (
            ends[-1] <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text
        )
        ends.append(one.end)


def test_every_term_says_why_what_instead_since_when_and_by_whom() -> None:
    assert len({one.code for one in terms()}) == len(terms()) == 18
    assert all(one.why and one.instead and one.source and one.status for one in terms())


def test_a_list_that_cannot_be_used_is_refused_with_its_reason() -> None:
    whole = {
        "code": "x",
        "why": "w",
        "instead": "i",
        "patterns": ["a"],
        "from": dt.date(2026, 1, 1),
    }
    assert terms_from({"term": [whole]}, "t")[0].code == "x"
    for wrong, words in (
        ({"patterns": []}, "patterns"),
        ({"patterns": ["("]}, "cannot be read"),
        ({"about": "moon"}, "moon"),
        ({"from": "soon"}, "date"),
    ):
        with pytest.raises(TermError, match=words):
            terms_from({"term": [{**whole, **wrong}]}, "t")
    with pytest.raises(TermError, match="term"):
        terms_from({"term": "x"}, "t")


def test_the_command_prints_a_line_for_each_row(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    path = tmp_path / "lines.csv"
    path.write_text('id,text\n1,"Very streetwise, 13"\n2,Roof leaks\n', encoding="utf-8")
    assert main(["language", "--file", str(path), "--json"]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["id"] == "1" and first["flags"][0]["text"].endswith("streetwise")
    assert second == {"id": "2", "flags": []}
    assert main(["language", "Very streetwise, 13"]) == 0
    assert "Instead:" in capsys.readouterr().out


def test_the_command_says_what_is_wrong_with_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    path = tmp_path / "lines.csv"
    path.write_text("id,words\n1,a\n", encoding="utf-8")
    assert main(["language", "--file", str(path)]) == 1
    assert "the column text" in capsys.readouterr().err
    assert main(["language", "--file", str(tmp_path / "none.csv")]) == 1
    assert main(["language"]) == 2


@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample sentences lie beside the project")
def test_the_sample_sentences_reach_the_bar() -> None:
    found = missed = wrong = 0
    with SAMPLES.open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            flags = look_at(row["text"])
            if row["label"] == "ok":
                wrong += bool(flags)
            elif row["label"] == "flag":
                places = [(row["text"].find(one), len(one)) for one in row["span"].split("|")]
                hit = any(f.start < at + n and at < f.end for f in flags for at, n in places)
                found, missed = found + hit, missed + (not hit)
    assert found / (found + missed) >= 0.95 and found / (found + wrong) >= 0.90


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("She absconced again, 15.", "absconced"),
        ("T places himself @ risk. He is 14.", "places himself @ risk"),
        ("drugrunning, 12, two phones", "drugrunning"),
        ("vollatile r'ship, she had stitches", "vollatile r'ship"),
    ],
)
def test_slips_and_shorthand_are_found_where_they_were_typed(text: str, typed: str) -> None:
    begin = text.index(typed)
    assert any(one.start < begin + len(typed) and begin < one.end for one in look_at(text))
    assert all(text[one.start : one.end] == one.text for one in look_at(text))


def test_a_teaching_word_excuses_only_what_it_governs() -> None:
    assert look_at("Before writing that a girl of 13 is promiscuous, ask who hurt her.") == []
    assert look_at("No criticism is intended, but at 13 she is promiscuous.")
    assert look_at("Police view, which we share, is that she is promiscuous, aged 13.")


def test_common_words_count_only_where_the_text_tells_of_a_child_or_of_abuse() -> None:
    assert look_at("Tenant made his own choice of kitchen units.") == []
    assert look_at("He was 14 and it was his own choice.")


def test_a_phrase_stands_for_every_form_of_its_words_and_ends_with_its_sentence() -> None:
    line = phrase_from("put~|leave~ {self} .. at|in {danger}")
    assert {"putting", "left"} <= line.parts[0].words and "herself" in line.parts[1].words
    assert look_at("She left it to him. In danger of flooding, the cellar was shut.") == []
    for wrong in (".. at risk", "at {nothing}", "@moon at risk"):
        with pytest.raises(TermError):
            phrase_from(wrong)


@pytest.mark.parametrize(
    "name",
    [
        *("blind-a", "blind-c", "blind-d", "blind-e", "blind-f", "blind-g", "blind-h"),
        *("blind-i", "blind-j", "blind-k", "own10", "own12", "own13"),
        *("own", "own3", "own4", "own5", "own6", "own7", "own8", "own9", "own11"),
    ],
)
def test_the_sentences_that_the_rules_were_made_with_stay_above_the_bar(name: str) -> None:
    got = score(rows_of(FOLDER / f"{name}.csv"))
    assert got.recall >= RECALL and got.precision >= PRECISION


@pytest.mark.parametrize("name", ["blind-b", "blind-l"])
def test_sentences_that_taught_nothing_are_found_as_the_bars_ask(name: str) -> None:
    """No rule was shaped after them, and the second opinion was not made with them."""
    got = score(rows_of(FOLDER / f"{name}.csv"))
    assert got.recall >= RECALL and got.precision >= PRECISION


def test_common_words_and_whole_sentences_count_only_where_the_second_opinion_says_so() -> None:
    blames = look_at("15F doesn't want saving, males outside again.")
    assert blames and all(one.why and one.instead for one in blames)
    assert look_at("Client decided to move nearer her sister, capacity not in doubt.") == []
    assert look_at("Refuses the nasal spray, age 4, try tablets.") == []


def test_little_is_pointed_at_in_a_sentence_and_nothing_twice() -> None:
    """Remainders of the same words and a heap of common ones only tire the reader."""
    said = "She is fourteen. She is in a relationship with one of 31 and nobody forced anybody."
    codes = [flag.code for flag in look_at(said)]
    assert len(codes) == len(set(codes)) <= 2 and "relationship" in codes
    assert all(flag.text == flag.text.strip() for flag in look_at(said))


def test_a_list_of_weights_that_cannot_be_used_is_refused() -> None:
    found = {"list": 1, "phrase": 2, "common": 0.5, "each": 0.25}
    signs = {"1.5": "one | two", "-2": "three"}
    whole = {"is_used": True, "at_first": 0, "weights": signs, "pieces": {"3": "_on"}}
    told = opinion_from({**whole, "found": found})
    pieces = frozenset({"_on", "on", "ne", "e_"})
    assert told.of(Read(frozenset({"one", "three", "four"}), pieces)) == pytest.approx(1.0)
    assert told.of_words(listed=2, phrases=0, common=3) == pytest.approx(2.0)
    for wrong in ({"weights": "x"}, {"pieces": {"heavy": "one"}}, {"found": {}}, {"at_first": "x"}):
        with pytest.raises(TermError, match="opinion"):
            opinion_from({**whole, "found": found, **wrong})


def test_first_letters_cover_all_that_a_pattern_finds() -> None:
    """Sought from its first letters, a pattern finds what it finds alone."""
    patterns = [pattern for term in terms() for pattern in term.patterns]
    texts = [row["text"].lower() for row in rows_of(FOLDER / "own.csv")]
    index = indexed(patterns)
    for text in texts:
        alone = {(n, m.span()) for n, p in enumerate(patterns) for m in p.finditer(text)}
        assert {(which, match.span()) for which, match in index.matches(text)} == alone
    assert first_letters(compiled("risk tak(?:ing|er)s?")) == {"risk"}


@pytest.mark.parametrize("piece", ["section 31(2)(b), ", "he told the girl that she ", "is 13, "])
def test_no_pattern_grows_slow_on_a_long_line(piece: str) -> None:
    began = time.process_time()
    look_at("The threshold under " + piece * 300 + "was beyond.")
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("domesticdispute at 4am", "domestic dispute"),
        ("con sensual by her account", "consensual"),
        ("aledged assault", "alleged"),
        ("The premises were practices of posters.", "premises were practices of posters"),
    ],
)
def test_words_typed_as_one_apart_or_by_ear_are_understood(text: str, meant: str) -> None:
    assert meant in mended(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Caretaker, 51, sends explicit pictures to pupils.",
        "Letter to the landlord, who refuses to engage about the boiler.",
        "Adult male obtained images of a 12 year old by pretending to be a girl.",
        "He made her, at 15, have sex with men for money.",
    ],
)
def test_the_deeds_of_those_who_harm_are_not_put_on_the_child(text: str) -> None:
    assert look_at(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Male, 15, is making lifestyle choices.", "choice"),
        ("Male (15) is a drug dealer.", "criminal"),
        ("A male, 9, is attention seeking.", "attention"),
        ("Mum (15) consented to sex.", "consent"),
        ("Young parent, 16, consented to sex with him.", "consent"),
        ("15 year old mum consented to sex.", "consent"),
        ("Dad (16) makes risky choices.", "risk"),
        ("Kai is absconding, 18 times this month, aged 14.", "absconding"),
        ("Kai (14) is a drug dealer, 20, he says.", "criminal"),
        ("Child prostitute, 20 clients a week.", "prostitution"),
    ],
)
def test_a_child_is_none_the_less_one_for_a_word_or_a_number_beside(text: str, code: str) -> None:
    assert code in {flag.code for flag in look_at(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The school says she is promiscuous. The team will meet on Monday and the police have been"
        " told.",
        "Referral received from the school on 4 May about Maisie, 14; she is sexually active with"
        " her boyfriend aged 30 and is promiscuous. The team will meet on Monday.",
    ],
)
def test_harmless_sentences_beside_blame_do_not_hide_it(text: str) -> None:
    assert "promiscuous" in {flag.text for flag in look_at(text)}
