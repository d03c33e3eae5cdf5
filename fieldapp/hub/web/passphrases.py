"""Passphrases of the pages' users: what is good enough, and how they are kept (Argon2id)."""

from __future__ import annotations

import secrets
from functools import cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from fieldapp.hub.web.errors import WeakPassphrase

LEAST_CHARACTERS, MOST_CHARACTERS = 12, 200
_LEAST_DIFFERENT = 6
_HASHER = PasswordHasher(
    time_cost=3, memory_cost=64 * 1024, parallelism=2, hash_len=32, salt_len=16, type=Type.ID
)
_SOUNDS = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def check_strength(passphrase: str, login: str) -> None:
    """Raises WeakPassphrase."""
    if len(passphrase) < LEAST_CHARACTERS:
        raise WeakPassphrase(why=f"it has fewer than {LEAST_CHARACTERS} characters")
    if len(passphrase) > MOST_CHARACTERS:
        raise WeakPassphrase(why=f"it has more than {MOST_CHARACTERS} characters")
    if len(set(passphrase)) < _LEAST_DIFFERENT:
        raise WeakPassphrase(why="it repeats a few characters")
    if login in passphrase.casefold():
        raise WeakPassphrase(why="it holds the login")


def keep(passphrase: str) -> str:
    """What is stored instead of it."""
    return _HASHER.hash(passphrase)


def fits(kept: str | None, passphrase: str) -> bool:
    """Whether it is the one; takes as long where there is none to compare with."""
    try:
        return _HASHER.verify(kept or _nobodys(), passphrase) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return keep(secrets.token_urlsafe(24))


def made_up() -> str:
    """A first passphrase to be told by telephone: 60 random bits in sounds that can be spelled."""
    words = ["".join(secrets.choice(_SOUNDS) for _ in range(3)) for _ in range(3)]
    return "-".join([*words, f"{secrets.randbelow(100):02}"])
