"""Requests as a laptop without a network makes them."""

from __future__ import annotations

from nacl.signing import SigningKey

from fieldapp.hub.enrolment import add_team
from fieldapp.wire.enrol_code import EnrolCode, read_code
from fieldapp.wire.enrol_line import write_line
from fieldapp.wire.enrolment import write_request
from fieldapp.wire.messages import EnrolRequest
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def code_of(world: World, now_s: int = NOW_S) -> EnrolCode:
    """A code for a team."""
    return read_code(add_team(world.store.folder, "Boat 7", "boat", "north", now_s=now_s))


def request(code: EnrolCode, key: SigningKey | None = None, team: str = "Boat 7") -> bytes:
    """What a laptop of this key asks."""
    key = key or SigningKey.generate()
    asked = EnrolRequest(code.code_id, bytes(key.verify_key), team, "boat", b"nonce-test--")
    return write_request(asked, code)


def line(code: EnrolCode, key: SigningKey | None = None, team: str = "Boat 7") -> str:
    """The same as text."""
    return write_line(request(code, key, team))
