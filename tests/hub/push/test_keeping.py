"""Promises of what is known of servers, on both databases: one row a server, what it refused until
it takes it."""

from __future__ import annotations

from fieldapp.hub.push import keeping
from fieldapp.hub.push.keeping import Settled
from fieldapp.hub.store import Store
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

URL, OTHER = "https://one.example/r4", "https://two.example/r4"
WHO, DOSE = b"\x01" * 32, b"\x02" * 32
PATIENT, IMMUNIZATION = ("Patient", WHO), ("Immunization", DOSE)


def settle(store: Store, url: str, settled: Settled, pushed_to: int | None = None) -> None:
    with store.writing() as connection:
        target = keeping.target_of(connection, url)
        keeping.settle(connection, target, [settled], NOW_S, pushed_to)


def one(
    taken: dict[keeping.Which, bytes] | None = None,
    gone: frozenset[keeping.Which] = frozenset(),
    refused: dict[keeping.Which, tuple[int, str]] | None = None,
) -> Settled:
    return Settled(WHO, frozenset({WHO}), taken or {}, gone, refused or {})


def test_a_server_is_known_by_its_address(world: World) -> None:
    with world.store.writing() as connection:
        first = keeping.target_of(connection, URL)
        assert keeping.target_of(connection, URL) == first
        assert keeping.target_of(connection, OTHER).no != first.no
        assert [target.url for target in keeping.targets(connection)] == [URL, OTHER]


def test_what_it_holds_and_refused_is_known_of_each_server(world: World) -> None:
    store = world.store
    settle(store, URL, one({PATIENT: b"d"}, refused={IMMUNIZATION: (422, "{}")}), 7)
    settle(store, OTHER, one({PATIENT: b"e"}), 3)
    with store.reading() as connection:
        first, second = keeping.targets(connection)
        assert (first.pushed_to, second.pushed_to) == (7, 3)
        assert keeping.held_under(connection, first, [WHO]) == {PATIENT: (WHO, b"d")}
        assert keeping.refused_under(connection, first, [WHO]) == {WHO}
        assert keeping.refused_clients(connection, first) == {WHO}
        assert keeping.refused_number(connection, first) == 1
        assert keeping.refusals(connection, second, 9) == []


def test_what_it_takes_later_is_refused_no_more(world: World) -> None:
    store = world.store
    settle(store, URL, one({PATIENT: b"d"}, refused={IMMUNIZATION: (422, "{}")}))
    settle(store, URL, one({PATIENT: b"d", IMMUNIZATION: b"x"}))
    with store.reading() as connection:
        (target,) = keeping.targets(connection)
        assert keeping.refusals(connection, target, 9) == []
        assert keeping.held_under(connection, target, [WHO]).keys() == {PATIENT, IMMUNIZATION}


def test_what_it_had_before_it_refused_another_state_it_still_has(world: World) -> None:
    store = world.store
    settle(store, URL, one({PATIENT: b"d", IMMUNIZATION: b"x"}))
    settle(store, URL, one({PATIENT: b"d"}, refused={IMMUNIZATION: (409, "{}")}))
    with store.reading() as connection:
        (target,) = keeping.targets(connection)
        assert IMMUNIZATION in keeping.held_under(connection, target, [WHO])
    settle(store, URL, one(gone=frozenset({PATIENT, IMMUNIZATION})))
    with store.reading() as connection:
        assert keeping.held_under(connection, target, [WHO]) == {}
        assert keeping.refused_number(connection, target) == 0


def test_failures_in_a_row_are_counted_until_it_goes_well(world: World) -> None:
    with world.store.writing() as connection:
        target = keeping.target_of(connection, URL)
        assert [keeping.note_end(connection, target, NOW_S, "away") for _ in range(2)] == [1, 2]
        assert keeping.note_end(connection, target, NOW_S) == 0
        (known,) = keeping.targets(connection)
    assert (known.failures, known.why, known.went_s) == (0, "", NOW_S)
    with world.store.reading() as connection:
        assert keeping.waiting(connection, known) == 0
        assert keeping.next_changes(connection, 0, 9) == []
