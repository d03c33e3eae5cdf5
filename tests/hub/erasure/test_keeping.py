"""Promises of what goes on beside the server: what was decided is carried out, what the law kept
goes after its day, and what comes later about somebody who is gone goes with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from fieldapp.hub import schema
from fieldapp.hub.database_roles import Role
from fieldapp.hub.erasure import again, keeping, ledger, reviewing, wishes
from fieldapp.hub.erasure.erasing import Order, erase
from fieldapp.hub.erasure.keeping import erasing, keep, keep_once, let_go
from fieldapp.hub.erasure.law import shipped
from fieldapp.hub.erasure.tables import erased_event, erasure, kept_record
from fieldapp.hub.erasure.wishes import WITH_A_DOSE
from fieldapp.hub.registry.build import REGISTRY_FILE
from fieldapp.hub.verify import verify
from fieldapp.wire.facts import CallMade, ClientAmended, ClientLinked, DoseAmended, UserAdded
from tests.hub.by_law import listed
from tests.hub.conftest import World
from tests.hub.erasure.people import (
    CANARY,
    LATER_S,
    Somebody,
    erased,
    everything_stored,
    record_everything,
    seen_of,
)
from tests.hub.fake_laptop import NOW_S, NURSE, VACCINE, FakeLaptop, dose
from tests.hub.roles import As, refused

TEN_YEARS_S = 3700 * 86_400


def day(world: World) -> tuple[FakeLaptop, Somebody]:
    laptop = world.laptop()
    canary = record_everything(laptop)
    world.push_all(laptop)
    return laptop, canary


def wished(world: World, client: bytes, *, decided: bool) -> None:
    seen = seen_of(world, client)
    with world.store.writing() as connection:
        assert wishes.ask(connection, client, "never-true", "letter 12", "sun.li", NOW_S, seen)
        if decided:
            numbers = [wish.no for wish in wishes.open_wishes(connection, most=9)]
            assert wishes.decide(connection, numbers, "lu.qing", NOW_S)


def round_(world: World) -> int:
    return keep_once(world.store, shipped(), LATER_S)


def test_what_is_only_asked_for_waits_and_what_is_decided_is_carried_out(world: World) -> None:
    _, canary = day(world)
    wished(world, canary.client, decided=False)
    assert round_(world) == 0 and CANARY in everything_stored(world)
    with world.store.writing() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
        wishes.decide(connection, [wish.no], "lu.qing", NOW_S)
    (world.store.folder / REGISTRY_FILE).write_bytes(b"an edition that tells of them")
    assert round_(world) == 1 and CANARY not in everything_stored(world)
    assert not (world.store.folder / REGISTRY_FILE).exists()
    with world.store.reading() as connection:
        assert connection.execute(select(erasure.c.login)).scalars().all() == ["lu.qing"]
        assert wishes.decided(connection, 9) == []
    assert round_(world) == 0


def test_a_wish_about_nobody_is_dropped(world: World) -> None:
    wished(world, b"nobody" * 5, decided=True)
    assert round_(world) == 0
    with world.store.reading() as connection:
        assert wishes.decided(connection, 9) == []


def test_what_comes_later_about_somebody_who_is_gone_goes_with_them(world: World) -> None:
    laptop, canary = day(world)
    other = world.laptop(b"epoch-02")
    erased(world, canary.client)
    ref = canary.client[:16]
    other.add(ClientAmended(ref, "name", CANARY, "Canary Smith"))
    other.add(CallMade(ref, VACCINE, 2, "reached", note="Canary says hello"))
    laptop.add(CallMade(3, VACCINE, 2, "reached", note="Canary again"))
    for one in (other, laptop):
        world.push_all(one)
    world.fold()
    assert CANARY in everything_stored(world)
    assert round_(world) == 1
    assert CANARY not in everything_stored(world)
    assert verify(world.store.folder).problems == []
    with world.store.reading() as connection:
        bases = connection.execute(select(erasure.c.basis)).scalars().all()
    assert bases == ["never-true", "never-true"]


def test_a_dose_that_comes_later_stays_until_somebody_decided(world: World) -> None:
    _, canary = day(world)
    other = world.laptop(b"epoch-02")
    erased(world, canary.client)
    other.add(ClientAmended(canary.client[:16], "name", CANARY, "Canary Smith"))
    given = other.hash_at(other.give(canary.client[:16], 30))
    world.push_all(other)
    assert round_(world) == 0
    with world.store.reading() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
    assert (wish.why, wish.decided_by) == (WITH_A_DOSE, None)
    assert round_(world) == 0 and CANARY in everything_stored(world), "nothing goes meanwhile"
    other.give(canary.client[:16], 31)
    world.push_all(other)
    world.fold()
    decided(world, wish.no)
    assert round_(world) == 0, "a dose came that nobody saw"
    decided(world, wish.no)
    assert round_(world) == 1 and CANARY not in everything_stored(world)
    with world.store.reading() as connection:
        gone = select(erased_event.c.id).where(erased_event.c.id == given)
        assert connection.execute(gone).first()


@pytest.mark.parametrize("user", [NURSE, "named.later"])
def test_a_dose_that_a_correction_gives_to_somebody_gone_stays_whose_it_was(
    world: World, user: str
) -> None:
    _, canary = day(world)
    other = world.laptop(b"epoch-02")
    somebody = other.register("Somebody Else")
    given = other.give(somebody, 30)
    world.push_all(other)
    erased(world, canary.client)
    whose = other.ref(somebody), canary.client[:16]
    other.add(DoseAmended(other.ref(given), "client", *whose), user=user)
    world.push_all(other)
    assert round_(world) == 0
    other.add(UserAdded("named.later", "Nurse Later", "recorder"), user="system")
    world.push_all(other)
    assert round_(world) == 0
    rows = schema.dose.c
    with world.store.reading() as connection:
        assert wishes.count_open(connection) == 0
        stands = select(rows.client, rows.state).where(rows.id == other.hash_at(given))
        assert connection.execute(stands).one() == (other.hash_at(somebody), "contested")
    assert verify(world.store.folder).problems == []
    assert erased(world, other.hash_at(somebody)).doses == 1, "nobody else who is here is named"


def test_what_is_about_somebody_gone_goes_although_they_themselves_are_still_to_come(
    world: World,
) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02")
    client = laptop.register(CANARY)
    listed(world.store, laptop, client)  # as after a hub was put back
    head = {"version": 1, "at_s": 1, "login": "lu.qing", "basis": "never-true", "why": "x"}
    with world.store.writing() as connection:
        connection.execute(insert(erasure).values(**head))
    other.add(CallMade(laptop.ref(client), VACCINE, 2, "reached", note="Canary says hello"))
    world.push_all(other)
    assert CANARY in everything_stored(world)
    assert round_(world) == 1 and CANARY not in everything_stored(world)


def decided(world: World, no: int) -> None:
    with world.store.writing() as connection:
        reviewing.decide(connection, [no], "lu.qing", shipped(), LATER_S)


def test_who_came_to_be_more_since_it_was_decided_is_put_before_people_again(world: World) -> None:
    laptop, canary = day(world)
    wished(world, canary.client, decided=True)
    joined = laptop.register("Merged Later")
    laptop.give(joined, 20)
    laptop.add(ClientLinked(3, joined, "the same"))
    world.push_all(laptop)
    assert round_(world) == 0 and CANARY in everything_stored(world)
    with world.store.reading() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
    assert (wish.again, wish.decided_by) == ("changed", None)
    decided(world, wish.no)
    assert round_(world) == 1 and CANARY not in everything_stored(world)


def test_a_proposal_is_dropped_where_the_period_is_not_over_any_more(world: World) -> None:
    laptop, _ = day(world)
    later = LATER_S + TEN_YEARS_S
    assert keep_once(world.store, shipped(), later) == 0
    with world.store.writing() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
        wishes.decide(connection, [wish.no], "lu.qing", later)
    laptop.add(replace(dose(3, 20), expiry_day=30_000))
    world.push_all(laptop)
    assert keep_once(world.store, shipped(), later) == 0
    assert CANARY in everything_stored(world)
    with world.store.reading() as connection:
        assert wishes.read(connection, [wish.no]) == []


def test_what_the_law_kept_goes_after_its_day_from_database_and_ledger(world: World) -> None:
    _, canary = day(world)
    done = erased(world, canary.client, "request")
    with world.store.reading() as connection:
        days = sorted(set(connection.execute(select(kept_record.c.until_day)).scalars()))
    assert let_go(world.store, days[0]) == 0
    assert 0 < let_go(world.store, days[0] + 1) < done.kept
    let_go(world.store, days[-1] + 1)
    with world.store.reading() as connection:
        assert connection.execute(select(kept_record.c.id)).all() == []
    (entry,) = ledger.read(world.store.folder)
    assert entry.kept == () and len(entry.events) == done.events


def test_a_round_goes_on_beside_the_server_and_a_fault_ends_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, canary = day(world)
    wished(world, canary.client, decided=True)
    with erasing(world.hub, every_s=60):
        pass
    keep(world.hub)
    assert CANARY not in everything_stored(world)

    def fails(*_: object) -> int:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(keeping, "keep_once", fails)
    keep(world.hub)


def test_the_eraser_erases_a_person_and_what_the_law_kept_after_its_day(
    server_world: World, as_role: As
) -> None:
    world, laptop = server_world, server_world.laptop()
    canary = record_everything(laptop)
    world.push_all(laptop)
    eraser = as_role(Role.ERASER)
    order = Order(canary.client, "request", "letter 12", "lu.qing")
    done = erase(eraser, order, shipped(), NOW_S)
    assert done is not None and done.kept and CANARY not in everything_stored(world)
    assert again.compare(eraser, NOW_S) == 0
    assert let_go(eraser, 40_000) == done.kept
    assert verify(world.store.folder).problems == []


def test_pages_ask_for_an_erasure_and_the_projector_for_what_came_later(
    server_world: World, as_role: As
) -> None:
    world, laptop = server_world, server_world.laptop()
    client = laptop.register(CANARY)
    world.push_all(laptop)
    pages, projector = as_role(Role.PAGES), as_role(Role.PROJECTOR)
    with pages.writing() as connection:
        assert wishes.ask(connection, laptop.hash_at(client), "request", "x", "sun.li", NOW_S)
        assert wishes.decide(connection, [1], "lu.qing", NOW_S)
    order = Order(laptop.hash_at(client), "request", "letter 12", "lu.qing")
    with refused():
        erase(pages, order, shipped(), NOW_S)
    assert again.compare(world.store, NOW_S) == 1, "the ledger was written first"
    with projector.folding() as connection:
        wishes.note_latecomers(connection, [laptop.ref(client)], 99, NOW_S)


def test_who_keeps_the_tables_up_goes_these_rounds_with_its_own_rights(
    server_world: World, as_role: As
) -> None:
    day(server_world)
    projector = as_role(Role.PROJECTOR)
    assert keep_once(projector, shipped(), LATER_S + TEN_YEARS_S) == 0
    with projector.reading() as connection:
        assert wishes.count_open(connection) == 1
