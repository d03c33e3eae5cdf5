"""What earlier programs wrote says today what it said then."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from fieldapp.wire import cbor, events
from fieldapp.wire.events import UnknownFact, decode_body, field_names
from fieldapp.wire.facts import CURRENT, ClientRegistered, Erased
from fieldapp.wire.facts.earlier import EARLIER


def test_a_registration_of_the_first_program_is_read_with_its_birth_date_known_to_the_day() -> None:
    body = cbor.dumps(["测试甲", [[8, "TEST1"]], 3_800, 2, "13800000001"])
    read = decode_body(16, 1, body)
    assert read == ClientRegistered("测试甲", [[8, "TEST1"]], 3_800, 2, "13800000001")


def test_a_first_registration_has_no_room_for_what_came_later() -> None:
    too_much = cbor.dumps(["测试甲", [], *[None] * 10, 2])
    assert isinstance(decode_body(16, 1, too_much), UnknownFact)
    assert isinstance(decode_body(16, 2, too_much), ClientRegistered)


def test_an_erasure_of_the_first_program_left_nothing_of_a_dose() -> None:
    assert decode_body(64, 1, cbor.dumps([7, "PIPL 47"])) == Erased(7, "PIPL 47")


@pytest.mark.parametrize("number", list(EARLIER))
def test_every_earlier_version_has_its_fields_its_row_and_a_newer_one(
    number: tuple[int, int],
) -> None:
    names = tuple(field.name for field in fields(EARLIER[number].fact))
    assert field_names(*number) == names
    assert number[1] < dict(CURRENT.values())[number[0]]
    text = Path(events.__file__).with_name("README.md").read_text("utf-8")
    assert f"| {number[0]} | {number[1]} |" in text
