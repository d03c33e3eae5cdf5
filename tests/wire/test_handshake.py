"""Promises of a meeting's secrets: two ends share them, nobody else learns or alters anything."""

from __future__ import annotations

import pytest
from nacl.signing import SigningKey

from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.handshake import Session, begin, public_of

CALLER, LISTENER, STRANGER = b"c" * 32, b"l" * 32, b"s" * 32
HAILS = b"hail of the caller", b"hail of the listener"


def meeting() -> tuple[Session, Session]:
    """Both ends of one."""
    calling = begin(CALLER, public_of(LISTENER), HAILS, caller=True)
    return calling, begin(LISTENER, public_of(CALLER), HAILS, caller=False)


def test_both_ends_share_the_tokens_key_and_read_each_other() -> None:
    calling, listening = meeting()
    assert calling.token_key == listening.token_key
    for words in (b"one", b"", b"two"):
        assert listening.open(calling.seal(words)) == words
        assert calling.open(listening.seal(words)) == words


def test_a_stranger_shares_nothing() -> None:
    calling, _ = meeting()
    other = begin(STRANGER, public_of(CALLER), HAILS, caller=False)
    assert other.token_key != calling.token_key
    with pytest.raises(Undecodable):
        other.open(calling.seal(b"secret"))


def test_other_hails_make_other_secrets() -> None:
    calling, _ = meeting()
    again = begin(CALLER, public_of(LISTENER), (HAILS[0], b"another"), caller=True)
    assert again.token_key != calling.token_key


def test_what_was_altered_repeated_or_turned_back_is_refused() -> None:
    calling, listening = meeting()
    sealed = calling.seal(b"words")
    with pytest.raises(Undecodable):
        listening.open(bytes([sealed[0] ^ 1]) + sealed[1:])
    calling, listening = meeting()
    sealed = calling.seal(b"words")
    listening.open(sealed)
    for again in (sealed, calling.seal(b"second")[:-1], b""):
        with pytest.raises(Undecodable):
            listening.open(again)
    calling, listening = meeting()
    with pytest.raises(Undecodable):
        calling.open(calling.seal(b"to myself"))


def test_a_proof_holds_for_this_meeting_this_end_and_this_key_alone() -> None:
    key = SigningKey.generate()
    calling, listening = meeting()
    proof = calling.prove(key)
    listening.check(proof, key.verify_key)
    with pytest.raises(BadSignature):
        calling.check(proof, key.verify_key)
    with pytest.raises(BadSignature):
        listening.check(proof, SigningKey.generate().verify_key)
    other = begin(LISTENER, public_of(STRANGER), HAILS[::-1], caller=False)
    with pytest.raises(BadSignature):
        other.check(proof, key.verify_key)


def test_a_key_that_makes_no_secret_is_refused() -> None:
    with pytest.raises(Undecodable):
        begin(CALLER, bytes(32), HAILS, caller=True)
