"""Promises of enrolment."""

from __future__ import annotations

from pathlib import Path

import pytest
from nacl.signing import SigningKey

from fieldapp.hub.devices import devices
from fieldapp.hub.enrolment import (
    CODE_LIFE_S,
    MOST_GUESSES_A_MINUTE,
    MOST_WRONG_PROOFS,
    add_team,
    answer_enrol,
)
from fieldapp.hub.errors import BadTeam
from fieldapp.hub.running import Hub
from fieldapp.wire.enrol_code import EnrolCode, read_code
from fieldapp.wire.enrolment import read_answer, write_request
from fieldapp.wire.messages import EnrolReply, EnrolRequest
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

NONCE = b"nonce-test--"


def new_code(world: World) -> EnrolCode:
    return read_code(add_team(world.store.folder, "Boat Test", "boat", "north", now_s=NOW_S))


def ask(code: EnrolCode, key: SigningKey) -> bytes:
    request = EnrolRequest(code.code_id, bytes(key.verify_key), "Boat", "boat", NONCE)
    return write_request(request, code)


def join(world: World, code: EnrolCode, key: SigningKey) -> EnrolReply | None:
    reply = answer_enrol(world.hub, ask(code, key))
    assert reply.status in (200, 403)
    return read_answer(reply.body, code) if reply.status == 200 else None


def test_a_code_brings_a_number_and_whom_to_trust(world: World) -> None:
    code = new_code(world)
    joined = join(world, code, SigningKey.generate())
    keys = world.store.keys
    assert joined == EnrolReply(
        1, keys.hub_id, bytes(keys.verify_key), keys.box_public, keys.recovery_public,
        ("north",), NONCE,
    )  # fmt: skip
    with world.store.reading() as connection:
        assert devices(connection)[1].name == "Boat Test"


def test_a_code_works_for_one_laptop_and_again_after_a_lost_answer(world: World) -> None:
    code, key = new_code(world), SigningKey.generate()
    first, again = join(world, code, key), join(world, code, key)
    assert first is not None and first == again
    assert join(world, code, SigningKey.generate()) is None


def test_a_laptop_joins_again_under_its_own_number(world: World) -> None:
    key = SigningKey.generate()
    first, again = join(world, new_code(world), key), join(world, new_code(world), key)
    assert first == again


def test_an_old_code_is_refused(world: World) -> None:
    code = new_code(world)
    later = Hub(world.store, lambda: NOW_S + CODE_LIFE_S + 1)
    reply = answer_enrol(later, ask(code, SigningKey.generate()))
    assert reply.status == 403


def test_guessing_spends_the_code(world: World) -> None:
    code = new_code(world)
    for guess in range(MOST_WRONG_PROOFS):
        assert (
            join(world, EnrolCode(code.code_id, bytes([guess]) * 16), SigningKey.generate()) is None
        )
    assert join(world, code, SigningKey.generate()) is None


def test_guessing_fast_is_slowed_down(world: World) -> None:
    wrong = EnrolCode(b"none", b"x" * 16)
    statuses = [
        answer_enrol(world.hub, ask(wrong, SigningKey.generate())).status
        for _ in range(MOST_GUESSES_A_MINUTE + 1)
    ]
    assert statuses == [403] * MOST_GUESSES_A_MINUTE + [429]
    later = Hub(world.store, lambda: NOW_S + 60)
    assert answer_enrol(later, ask(wrong, SigningKey.generate())).status == 403


def test_garbage_is_no_enrolment(world: World) -> None:
    assert answer_enrol(world.hub, b"garbage" * 20).status == 422
    short = EnrolRequest(b"none", b"short", "Boat", "boat", NONCE)
    body = write_request(short, EnrolCode(b"none", b"x" * 16))
    assert answer_enrol(world.hub, body).status == 422


def test_a_team_needs_its_words_and_the_first_one_makes_the_hub(tmp_path: Path) -> None:
    with pytest.raises(BadTeam):
        add_team(tmp_path / "hub", " ", "boat", "north", now_s=NOW_S)
    assert not (tmp_path / "hub").exists()
    add_team(tmp_path / "hub", "Boat Test", "boat", "north", now_s=NOW_S)
    assert (tmp_path / "hub" / "hub.db").is_file()
