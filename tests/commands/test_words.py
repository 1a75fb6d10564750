"""Commands that need no data: help, `read` and `due`."""

import json

import pytest

from joinedup.config.command import COMMANDS, main


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: joinedup {name}")
    assert COMMANDS[name][1] in " ".join(said.split())


def test_the_list_of_commands_names_each_with_a_line(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert all(name in said for name in COMMANDS)


def test_due_gives_one_json_object(capsys):
    assert main(["due", "End of August '15", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "text": "End of August '15",
        "date": "2015-08-31",
        "start": None,
        "recurrence": None,
    }


def test_due_reads_a_file_line_by_line(tmp_path, capsys):
    lines = tmp_path / "lines.txt"
    lines.write_text("31 August 2015\nMonthly\n", encoding="utf-8")
    assert main(["due", "--file", str(lines), "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["date"] for one in found] == ["2015-08-31", None]
    assert found[1]["recurrence"] == "monthly"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("End of August '15", "due 31 August 2015"),
        ("as required", "whenever it arises"),
        ("at each meeting", "at each meeting"),
    ],
)
def test_due_tells_a_person_in_words(capsys, words, sentence):
    assert main(["due", words]) == 0
    assert capsys.readouterr().out == f"{words}: {sentence}\n"


@pytest.mark.parametrize("words", [["due"], ["due", "--file", "/no/such/file", "--json"]])
def test_due_says_in_one_sentence_what_is_wrong(words, capsys):
    assert main(words) != 0
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


def test_read_gives_one_json_object_for_each_file(tmp_path, capsys):
    plan = tmp_path / "plan.csv"
    plan.write_text(
        "Ref,Action,Lead,Due date,Status\nA1,Write the leaflet,Ann Field,31 August 2015,Complete\n",
        encoding="utf-8",
    )
    assert main(["read", str(plan), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    text = json.dumps(found)
    assert "Write the leaflet" in text
    assert "2015-08-31" in text


def test_read_says_in_one_sentence_which_file_it_cannot_read(tmp_path, capsys):
    broken = tmp_path / "plan.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    assert main(["read", str(broken), str(tmp_path / "absent.docx"), "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.strip().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("plan.docx: ")
    assert lines[1].startswith("absent.docx: ")
