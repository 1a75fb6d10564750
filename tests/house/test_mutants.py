"""A seeded sample of the mutants of access; `./bench mutants` tries them all."""

from __future__ import annotations

import random

import pytest

from benches.mutants import SEED, is_killed, mutants

EVERY = mutants()
SAMPLE = random.Random(SEED).sample(EVERY, 2)


def test_there_are_at_least_fifty_mutants():
    assert len(EVERY) >= 50


@pytest.mark.parametrize("mutant", SAMPLE, ids=lambda one: f"{one.file}:{one.line}:{one.words}")
def test_a_mutant_of_access_is_killed(mutant):
    assert is_killed(mutant), "No test of access notices this change: add one to test_policy.py."
