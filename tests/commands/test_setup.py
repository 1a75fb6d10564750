"""`joinedup setup`, `createadmin` and `import` on an empty database."""

import io
import json

import pytest

from joinedup.access.models import Agency, Grant, Holding, Person, Post, Team, User
from joinedup.assurance.models import Action
from joinedup.assurance.models.imports import PlanImport
from joinedup.config import setup_steps
from joinedup.config.command import main
from joinedup.council.queries import profile

pytestmark = pytest.mark.django_db

PASSWORD = "seven tall ships at noon"
PEOPLE = (
    "name,email,team,post,manager\n"
    "Ann Field,ann@example.org,Housing,Head of Housing,\n"
    "Bo Marsh,bo@example.org,Housing,Housing Officer,Ann Field\n"
)
PLAN = "Ref,Action,Lead,Due date,Status\nA1,Write the leaflet,Ann Field,31 August 2015,Complete\n"


@pytest.fixture(autouse=True)
def _no_backup(monkeypatch):
    """The backup check needs a database file; test_folder.py tries it on one."""
    monkeypatch.setattr(setup_steps, "check_backup", lambda home, database: "Backup checked.")


def set_up(monkeypatch, *words):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    return main(
        [
            *("setup", "--no-questions", "--name", "Fellmouth Borough Council"),
            *("--colour", "#204060", "--admin-email", "first@example.org"),
            *("--admin-name", "Firstly Known", "--password-stdin", *words),
        ]
    )


def test_setup_makes_an_empty_council_ready(monkeypatch, tmp_path, capsys):
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    code = set_up(monkeypatch, "--department", "Licensing", "--people", str(people))
    said = capsys.readouterr()
    assert code == 0, said.err
    assert profile().name == "Fellmouth Borough Council"
    assert profile().colour == "#204060"
    assert Agency.objects.get(is_home=True).name == "Fellmouth Borough Council"
    assert set(Team.objects.values_list("name", flat=True)) == {"Licensing", "Housing"}
    assert Person.objects.get(name="Bo Marsh").manager.name == "Ann Field"
    assert Holding.objects.get(post=Post.objects.get(title="Head of Housing")).person.name == (
        "Ann Field"
    )
    user = User.objects.get()
    assert user.check_password(PASSWORD)
    assert Grant.objects.get(user=user).role == "system_administrator"
    assert "JOINEDUP_OIDC_URL" in said.out
    assert "Ready." in said.out


def test_setup_run_again_keeps_what_is_there(monkeypatch, tmp_path, capsys):
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    words = ("--department", "Licensing", "--people", str(people))
    assert set_up(monkeypatch, *words) == 0
    before = [model.objects.count() for model in (Agency, Team, Person, Post, User, Grant)]
    capsys.readouterr()
    assert set_up(monkeypatch, *words) == 0
    assert [model.objects.count() for model in (Agency, Team, Person, Post, User, Grant)] == before
    said = capsys.readouterr().out
    assert "set up already" in said
    assert "2 the same" in said
    assert profile().number == 1


def test_a_list_with_one_wrong_row_takes_nobody_and_names_the_line(monkeypatch, tmp_path, capsys):
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE + "Cy Rill,not an address,,,\n", encoding="utf-8")
    assert set_up(monkeypatch, "--people", str(people)) == 1
    printed = capsys.readouterr()
    assert "Line 4:" in printed.err
    assert "Nobody was taken" in printed.err
    assert "new" not in printed.out
    assert not Person.objects.exists()


def test_a_preview_of_the_list_takes_nobody(monkeypatch, tmp_path, capsys):
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    assert set_up(monkeypatch, "--people", str(people), "--preview") == 0
    assert "2 new" in capsys.readouterr().out
    assert not Person.objects.exists()


def test_setup_stops_with_one_sentence_where_something_is_missing(capsys):
    assert main(["setup", "--no-questions"]) == 1
    assert "The council's name is missing." in capsys.readouterr().err


def test_a_wrong_answer_is_asked_again_and_what_was_right_is_kept(monkeypatch, capsys):
    asked: list[str] = []
    given = iter(
        [
            "",
            "Fellmouth Borough Council",
            "sea green",
            "",
            "#204060",
            "",
            "ada",
            "Ada",
            "ada@example.org",
            "",
        ]
    )
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("builtins.input", lambda words: asked.append(words) or next(given))
    monkeypatch.setattr("getpass.getpass", lambda words: PASSWORD)
    assert main(["setup"]) == 0
    said = capsys.readouterr()
    assert "Please answer again." in said.err
    assert (profile().name, profile().colour) == ("Fellmouth Borough Council", "#204060")
    assert "The council's name [Fellmouth Borough Council]: " in asked
    assert "Full name of its owner [Ada]: " in asked
    assert User.objects.get().email == "ada@example.org"


def test_a_flag_that_is_wrong_is_not_asked_about_for_ever(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("builtins.input", lambda words: "#204060" if "colour" in words else "Fell")
    assert main(["setup", "--help-email", "nonsense"]) == 1
    assert "Run “joinedup setup” again" in capsys.readouterr().err


def test_a_weak_first_password_is_refused(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    words = ["createadmin", "--email", "a@example.org", "--name", "Ann", "--password-stdin"]
    assert main(words) == 1
    assert "12" in capsys.readouterr().err
    assert not User.objects.exists()


@pytest.mark.parametrize("how", ["--password-stdin", "--invite"])
def test_setup_opens_no_account_for_what_is_no_address(monkeypatch, capsys, how):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    words = ["setup", "--no-questions", "--name", "Fellmouth Borough Council", how]
    assert main([*words, "--admin-email", "Ann Field", "--admin-name", "Ann Field"]) == 1
    assert "“Ann Field” is not an e-mail address." in capsys.readouterr().err
    assert not User.objects.exists()


def test_createadmin_opens_no_account_for_what_is_no_address(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    words = ["createadmin", "--email", "nonsense", "--name", "Ann", "--password-stdin"]
    assert main(words) == 1
    assert "“nonsense” is not an e-mail address." in capsys.readouterr().err
    assert not User.objects.exists()


def test_the_first_account_is_not_opened_twice(monkeypatch, capsys):
    words = ["createadmin", "--email", "a@example.org", "--name", "Ann", "--password-stdin"]
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    assert main(words) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    assert main(words) == 1
    assert "already has an account" in capsys.readouterr().err
    assert User.objects.get().check_password(PASSWORD)


def test_an_import_waits_on_the_check_page_and_is_not_in_the_register(
    monkeypatch, tmp_path, capsys
):
    assert set_up(monkeypatch) == 0
    plan = tmp_path / "plan.csv"
    plan.write_text(PLAN, encoding="utf-8")
    capsys.readouterr()
    assert main(["import", str(plan), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    found = PlanImport.objects.get()
    assert said["reference"] == found.reference
    assert said["address"].endswith(f"/import/{found.reference}/")
    assert said["rows"] == 1
    assert set(said) == {"reference", "address", "rows", "doubts", "questions"}
    assert not Action.objects.exists()


@pytest.mark.parametrize("name", ["absent.docx", "broken.docx"])
def test_an_import_that_cannot_be_read_is_one_sentence(tmp_path, capsys, name):
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    assert main(["import", str(tmp_path / name)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert not PlanImport.objects.exists()


def test_an_import_before_setup_says_to_set_up(tmp_path, capsys):
    plan = tmp_path / "plan.csv"
    plan.write_text(PLAN, encoding="utf-8")
    assert main(["import", str(plan)]) == 1
    assert "joinedup setup" in capsys.readouterr().err
