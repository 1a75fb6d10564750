"""A seeded mutant of access, and the one that lets posts through seals; `./bench mutants` tries
them all."""

from __future__ import annotations

import random

import pytest

from benches.mutants import SEED, is_killed, mutants

EVERY = mutants()
SEAL = [one for one in EVERY if one.words == "seal"]
SAMPLE = [*SEAL, random.Random(SEED).choice(EVERY)]


def test_there_are_at_least_fifty_mutants():
    assert len(EVERY) >= 50 and len(SEAL) == 1


@pytest.mark.parametrize("mutant", SAMPLE, ids=lambda one: f"{one.file}:{one.line}:{one.words}")
def test_a_mutant_of_access_is_killed(mutant):
    assert is_killed(mutant), "No test of access notices this change: add one to test_policy.py."
