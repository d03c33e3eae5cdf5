"""Promises of headers and bodies: what was written comes back, what is not known is kept."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor, events
from fieldapp.wire.errors import TooLong, Undecodable
from fieldapp.wire.events import (
    MAX_BODY_BYTES,
    MAX_HEADER_BYTES,
    Header,
    UnknownFact,
    decode_body,
    decode_header,
    encode_body,
    encode_header,
    field_names,
    type_and_version,
)
from fieldapp.wire.facts import CURRENT, Erased, Fact
from tests.wire.made_up_facts import facts, facts_of, headers


@given(headers)
def test_a_header_comes_back(header: Header) -> None:
    assert decode_header(encode_header(header)) == header


@pytest.mark.parametrize("cls", list(CURRENT))
def test_every_fact_comes_back_from_its_bytes(cls: type) -> None:
    @given(facts_of(cls))
    def comes_back(fact: Fact) -> None:
        assert decode_body(*type_and_version(fact), encode_body(fact)) == fact

    comes_back()


@given(facts)
def test_no_body_ends_in_nulls(fact: Fact) -> None:
    values = cbor.loads(encode_body(fact), max_bytes=MAX_BODY_BYTES)
    assert isinstance(values, list)
    assert not values or values[-1] is not None


@given(st.sampled_from(sorted(CURRENT.values())), st.binary(max_size=40))
def test_a_body_that_does_not_fit_its_type_is_kept_unread(
    kind: tuple[int, int], body: bytes
) -> None:
    fact = decode_body(*kind, body)
    kept = isinstance(fact, UnknownFact) and fact.body == body
    assert kept or encode_body_of(fact) == body


def encode_body_of(fact: object) -> bytes:
    assert not isinstance(fact, UnknownFact)
    return encode_body(fact)  # type: ignore[arg-type]  # any known fact


@pytest.mark.parametrize("kind", [(1, 2), (15, 1), (64, 0), (-1, 1), (2**63, 1)])
def test_a_newer_type_or_version_is_kept_unread(kind: tuple[int, int]) -> None:
    assert decode_body(*kind, b"\x80") == UnknownFact(*kind, b"\x80")
    assert field_names(*kind) is None


@pytest.mark.parametrize("event", [0, -1, 2**40, True, b"short", b"seventeen bytes!!"])
def test_a_reference_is_a_number_of_this_epoch_or_16_bytes(event: object) -> None:
    body = cbor.dumps([event, "made-up law"])
    assert isinstance(decode_body(64, 1, body), UnknownFact)


def test_the_fields_of_a_type_are_named_in_order() -> None:
    assert field_names(64, 1) == ("event", "legal_basis")
    for cls, kind in CURRENT.items():
        assert field_names(*kind) == tuple(field.name for field in fields(cls))


def test_a_type_number_stands_for_one_fact() -> None:
    assert len(set(CURRENT.values())) == len(CURRENT)


def test_a_body_over_the_limit_is_kept_unread() -> None:
    assert isinstance(decode_body(64, 1, encode_body(Erased(1, "x" * MAX_BODY_BYTES))), UnknownFact)


@given(st.binary(max_size=60))
def test_a_header_that_is_none_is_named_so(data: bytes) -> None:
    try:
        header = decode_header(data)
    except Undecodable:
        return
    assert encode_header(header) == data


def test_a_header_over_the_limit_is_neither_written_nor_read() -> None:
    with pytest.raises(TooLong):
        encode_header(Header(1, 1, 0, 0, "x" * MAX_HEADER_BYTES))
    with pytest.raises(Undecodable):
        decode_header(cbor.dumps([1, 1, [0, 0], "x" * MAX_HEADER_BYTES, 0]))


def test_the_specification_lists_every_fact_as_it_is() -> None:
    text = Path(events.__file__).with_name("README.md").read_text("utf-8")
    for cls, (kind, version) in CURRENT.items():
        (row,) = (line for line in text.splitlines() if line.startswith(f"| {kind} | {version} |"))
        told = [field.split() for field in row.split("|")[4].split(",")]
        assert [words[0] for words in told] == [field.name for field in fields(cls)]
        optional = [words[-1].endswith("?") for words in told]
        assert optional == [str(field.type).endswith(" | None") for field in fields(cls)]
