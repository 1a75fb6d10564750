"""Every state has an owner and a way out, and the words in choices are known or plain."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.db import models

from joinedup.rulebook import glossary
from tests.house.places import modules

HERE = Path(__file__).parent
STATES = tomllib.loads((HERE / "states.toml").read_text(encoding="utf-8"))
EVERYDAY = set((HERE / "everyday_words.txt").read_text(encoding="utf-8").splitlines())


def choices() -> dict[str, type[models.TextChoices]]:
    """package.Name → the class, for every list of choices of ours."""
    found = {}
    for module in modules():
        for value in vars(module).values():
            is_ours = isinstance(value, type) and issubclass(value, models.TextChoices)
            if is_ours and value.__module__ == module.__name__:
                found[f"{module.__name__.split('.')[1]}.{value.__name__}"] = value
    return found


def test_every_state_has_an_owner_and_a_way_out():
    known = choices()
    for name, states in STATES.items():
        assert set(states) == set(known[name].values), f"states.toml: bring {name} up to date"
        assert all(said["owner"] and said["out"] for said in states.values())


def test_every_list_of_states_is_looked_at():
    """What is called a state, status, outcome or answer goes through states.toml."""
    words = ("State", "Status", "Outcome", "Answer")
    called = {name for name in choices() if name.endswith(words)}
    assert called == set(STATES)


def test_words_in_choices_are_in_the_glossary_or_plain():
    known = {word.casefold() for one in glossary() for word in (one.term, one.short, *one.also)}
    said = {str(label) for one in choices().values() for label in one.labels}
    new = sorted(label for label in said if label.casefold() not in known | EVERYDAY)
    assert new == [], (
        "Explain these in the glossary (src/joinedup/rulebook/data/glossary.toml), or, where "
        "everybody knows them, add them in small letters to tests/house/everyday_words.txt."
    )
