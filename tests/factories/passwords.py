"""Argon2 as in life, with a thousandth of its work: tests keep no secrets."""

from django.contrib.auth.hashers import Argon2PasswordHasher

__all__ = ["LightArgon2"]


class LightArgon2(Argon2PasswordHasher):
    """The same way of hashing; the journeys that sign in do the product's whole work."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
