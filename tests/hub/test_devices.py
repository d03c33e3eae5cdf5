"""Promises about a laptop that was shut out."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from fieldapp.hub.devices import devices, hold, revoke
from fieldapp.hub.enrolment import answer_enrol
from fieldapp.hub.errors import NoSuchDevice
from fieldapp.wire.messages import decode_problem
from fieldapp.wire.signed import open_signed
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.test_enrolment import ask, new_code


def test_what_a_revoked_laptop_pushes_is_kept_in_quarantine(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    laptop.give(client)
    world.push_all(laptop)
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    late = laptop.give(client, 20)
    (receipt,) = world.push_all(laptop)
    assert (receipt.head_seq, receipt.quarantined) == (late, ((late, "revoked"),))
    numbers = {"clients": 1, "confirmed": 2, "counted": 1, "quarantined": 1}
    assert world.numbers() == numbers


def test_a_revoked_laptop_with_nothing_to_push_is_told_so(world: World) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    reply = world.push(laptop, heads=(laptop.head,))
    assert reply.status == 403
    assert decode_problem(open_signed("problem", reply.body, world.verify_key)).code == "revoked"


def test_whoever_holds_a_laptop_reads_it_as_it_is_and_has_it_alone(server_world: World) -> None:
    store = server_world.store
    one, other = server_world.laptop(), server_world.laptop(b"epoch-02")
    with store.taking_in(()) as connection:
        held = hold(connection, [other.device, one.device, 99, 2**40])
        assert held == devices(connection, [one.device, other.device])
        with pytest.raises(OperationalError), store.engine.connect() as waiting:
            waiting.exec_driver_sql("SET lock_timeout = '50ms'")
            hold(waiting, [other.device])


def test_what_a_revoked_laptop_carries_for_a_neighbour_counts(world: World) -> None:
    laptop, neighbour = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    world.push_all(laptop)
    neighbour.give(neighbour.register("Test A"))
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    asked = world.push(laptop, heads=(neighbour.head,))
    assert (asked.status, world.read(asked).receipts) == (200, ())
    world.push(laptop, neighbour.page(1, neighbour.seq))
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}
    (receipt,) = world.receipts(world.push(laptop, heads=(neighbour.head,)))
    assert receipt.device == neighbour.device, "now it can let go of them"


def test_a_revoked_laptop_hears_what_a_hub_put_back_has_lost(world: World) -> None:
    """Found by the simulator: it believed all confirmed, sent nothing, and was only turned away."""
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    world.push(laptop, laptop.page(1, 2))
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    reply = world.push(laptop, heads=(laptop.head,))
    assert reply.status == 200
    assert world.read(reply).unknown_parents[0].seq == 2
    world.push(laptop, laptop.page(3, laptop.seq))
    assert world.push(laptop, heads=(laptop.head,)).status == 403


def test_a_revoked_laptop_cannot_join_again_with_its_old_key(world: World) -> None:
    laptop = world.laptop()
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    code = new_code(world)
    assert answer_enrol(world.hub, ask(code, laptop.key)).status == 403


def test_revoking_twice_keeps_the_first_time_and_nobody_is_an_error(world: World) -> None:
    laptop = world.laptop()
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    assert revoke(world.store.folder, laptop.device, now_s=NOW_S + 9).revoked_s == NOW_S
    for nobody in (99, -1, 2**70):
        with pytest.raises(NoSuchDevice):
            revoke(world.store.folder, nobody, now_s=NOW_S)
    with world.store.reading() as connection:
        assert list(devices(connection)) == [1]
