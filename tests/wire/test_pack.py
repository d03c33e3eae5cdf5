"""Promises of a pack: whole or refused, and nobody but its hub can make or change one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO

import pytest
from nacl.signing import SigningKey

from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.pack import (
    Admitted,
    PackHead,
    is_pack_file,
    prove_rest,
    read_blobs,
    read_head,
    read_signed_head,
    read_unproven,
    write_beginning,
)
from fieldapp.wire.roster_file import framed

KEY = SigningKey(b"a signing key of a test.--------")
BLOBS, REGISTRY = framed(b"one") + framed(b"two"), b"VXP1 a registry"
HEAD = PackHead(
    hub=b"hub-test",
    issued=1_625_000_000,
    until=1_626_000_000,
    laptops=(Admitted(b"test", 7, b"an answer"),),
    blobs_bytes=len(BLOBS),
    registry_bytes=len(REGISTRY),
    digest=hashlib.sha256(BLOBS + REGISTRY).digest(),
)
WHOLE = write_beginning(HEAD, KEY) + BLOBS + REGISTRY


def read(file: bytes) -> list[bytes]:
    """As a laptop does: prove all of it, then read its blobs."""
    stream = BytesIO(file)
    head = read_head(read_signed_head(stream), KEY.verify_key)
    at = stream.tell()
    prove_rest(stream, head)
    stream.seek(at)
    return list(read_blobs(stream, head))


def test_it_comes_back_blob_by_blob() -> None:
    assert is_pack_file(WHOLE)
    assert read(WHOLE) == [b"one", b"two"]
    assert read_unproven(read_signed_head(BytesIO(WHOLE))) == HEAD


def test_what_stands_behind_it_is_not_its_own() -> None:
    assert read(WHOLE + b"more") == [b"one", b"two"]


def test_cut_anywhere_it_is_refused() -> None:
    for cut in range(len(WHOLE)):
        with pytest.raises(Undecodable):
            read(WHOLE[:cut])


def test_changed_anywhere_it_is_refused() -> None:
    for place in range(len(WHOLE)):
        changed = bytearray(WHOLE)
        changed[place] ^= 1
        with pytest.raises((Undecodable, BadSignature)):
            read(bytes(changed))


def test_a_pack_of_another_hub_is_refused() -> None:
    stranger = write_beginning(HEAD, SigningKey.generate()) + BLOBS + REGISTRY
    with pytest.raises(BadSignature):
        read(stranger)


def test_a_pack_without_a_registry_has_nothing_behind_its_blobs() -> None:
    head = replace(HEAD, registry_bytes=0, digest=hashlib.sha256(BLOBS).digest())
    assert read(write_beginning(head, KEY) + BLOBS) == [b"one", b"two"]
