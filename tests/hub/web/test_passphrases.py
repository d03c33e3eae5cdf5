"""Promises of passphrases: only good ones, kept as Argon2id, compared also where there is none."""

from __future__ import annotations

import pytest

from fieldapp.hub.web.errors import WeakPassphrase
from fieldapp.hub.web.passphrases import check_strength, fits, keep, made_up


def test_it_is_kept_as_argon2id_and_fits_only_itself() -> None:
    kept = keep("four words that differ")
    assert kept.startswith("$argon2id$") and "m=65536" in kept
    assert fits(kept, "four words that differ")
    assert not fits(kept, "four words that differ ")


def test_who_has_none_is_compared_all_the_same_and_never_fits() -> None:
    assert not fits(None, "four words that differ")
    assert not fits("not a hash", "four words that differ")


@pytest.mark.parametrize(
    ("weak", "why"),
    [
        ("elevenchars", "fewer than 12"),
        ("x" * 201, "more than 200"),
        ("abababababab", "repeats"),
        ("my name is lu.qing", "holds the login"),
    ],
)
def test_weak_ones_are_refused_in_words(weak: str, why: str) -> None:
    with pytest.raises(WeakPassphrase, match=why):
        check_strength(weak, "lu.qing")


def test_a_first_one_can_be_told_by_telephone_and_is_never_the_same() -> None:
    made = {made_up() for _ in range(50)}
    assert len(made) == 50
    for one in made:
        check_strength(one, "lu.qing")
        assert one.isascii() and one.replace("-", "").isalnum()
