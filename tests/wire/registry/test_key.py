"""Promises of the slow, keyed hash of a document."""

from __future__ import annotations

from fieldapp.wire.registry.key import SLOW_KEY_BYTES, key_id, slow_key

SECRET, OTHER = b"s" * 32, b"o" * 32


def test_the_same_document_has_the_same_key_and_any_other_another() -> None:
    key = slow_key(SECRET, "resident-id", "110105198005170017")
    assert len(key) == SLOW_KEY_BYTES
    assert key == slow_key(SECRET, "resident-id", "110105198005170017")
    assert key != slow_key(SECRET, "resident-id", "110105198005170025")
    assert key != slow_key(SECRET, "passport", "110105198005170017")


def test_another_secret_gives_another_key_and_another_name() -> None:
    assert slow_key(SECRET, "passport", "X1") != slow_key(OTHER, "passport", "X1")
    assert key_id(SECRET) != key_id(OTHER)


def test_a_kind_and_a_number_cannot_be_cut_elsewhere() -> None:
    assert slow_key(SECRET, "pass", "portX1") != slow_key(SECRET, "passport", "X1")
