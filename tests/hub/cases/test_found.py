"""Cases found are kept in step: those that are gone go, and the others stay as they are."""

from __future__ import annotations

from fieldapp.hub.cases import found
from fieldapp.hub.cases.found import Found
from fieldapp.hub.cases.kinds import Kind
from fieldapp.hub.cases.tables import found_case, judged_case
from tests.hub.conftest import World


def case(one: bytes, other: bytes | None = None) -> Found:
    return Found(Kind.DOUBLE, one, other, "possible-double", 1, 2, 5, b"facts")


def test_what_is_no_case_any_more_goes_and_what_others_are_about_stays(world: World) -> None:
    ab, bc, d = case(b"a", b"b"), case(b"b", b"c"), case(b"d")
    tables = (found_case, judged_case)
    with world.store.folding() as connection:
        found.keep(connection, Kind.DOUBLE, [b"a", b"b", b"d"], [ab, bc, d])
        found.keep(connection, Kind.DOUBLE, [b"a"], [])
        found.keep(connection, Kind.IDENTITY, [b"b", b"d"], [])
        assert found.read(connection, ab.id, tables) is None
        assert found.read(connection, bc.id, tables) == bc
        found.drop(connection, bc.id)
        found.add(connection, [])
        assert found.read(connection, bc.id, tables) is None
        assert found.read(connection, d.id, tables) == d
