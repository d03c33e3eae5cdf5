"""Pages come in by any road under the same rules: nothing twice, late is late, a gap is a gap."""

from __future__ import annotations

from fieldapp.hub.devices import devices, hold, revoke
from fieldapp.hub.hand_in import each_once, held_beyond, take_all_in
from fieldapp.hub.pages import prove
from fieldapp.hub.tree import Trees
from fieldapp.wire.chain import genesis
from fieldapp.wire.messages import HeadHeld
from fieldapp.wire.seal import SealedFrame
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def three_doses(world: World) -> FakeLaptop:
    laptop = world.laptop()
    for number in range(3):
        laptop.give(laptop.register(f"Test {number}"))
    return laptop


def hand_in(world: World, *sealed: SealedFrame) -> list[tuple[int, int]]:
    """Take pages in; the spans of those that still lack a parent."""
    with world.hub.store.reading() as connection:
        keys = {no: device.key for no, device in devices(connection).items()}
    proven, refused = prove(sealed, keys)
    assert not refused
    with world.hub.store.writing() as connection:
        owners = hold(connection, keys)
        came = take_all_in(Trees(connection), owners, proven, NOW_S)
    world.hub.fold()
    return [(page.entries[0].seq, page.entries[-1].seq) for page in came.lacking]


def test_the_same_pages_again_change_nothing(world: World) -> None:
    laptop = three_doses(world)
    for _ in range(3):
        assert hand_in(world, laptop.page(1, laptop.seq)) == []
    assert world.numbers()["confirmed"] == 3


def test_pages_in_the_wrong_order_lack_nothing_when_all_are_there(world: World) -> None:
    laptop = three_doses(world)
    assert hand_in(world, laptop.page(4, laptop.seq), laptop.page(1, 3)) == []
    assert world.numbers()["confirmed"] == 3


def test_a_gap_is_told_until_it_is_closed(world: World) -> None:
    laptop = three_doses(world)
    assert hand_in(world, laptop.page(4, laptop.seq)) == [(4, laptop.seq)]
    assert hand_in(world, laptop.page(1, 3)) == []
    assert hand_in(world, laptop.page(4, laptop.seq)) == []
    assert world.numbers()["confirmed"] == 3


def test_what_a_revoked_laptop_hands_in_is_kept_and_does_not_count(world: World) -> None:
    laptop = three_doses(world)
    revoke(world.hub.store.folder, laptop.device, now_s=NOW_S)
    assert hand_in(world, laptop.page(1, laptop.seq)) == []
    assert world.numbers()["confirmed"] == 3
    assert world.numbers().get("counted", 0) == 0


def test_only_what_is_held_is_told_and_as_far_as_it_goes(world: World) -> None:
    laptop = three_doses(world)
    hand_in(world, laptop.page(1, 5))
    unknown = HeadHeld(laptop.device, laptop.head.epoch, 7, bytes(32))
    inside = HeadHeld(laptop.device, laptop.head.epoch, 2, laptop.hash_at(2))
    with world.hub.store.reading() as connection:
        (held,) = held_beyond(Trees(connection), [inside, unknown])
    assert (held.seq, held.hash) == (5, laptop.hash_at(5))


def test_each_event_is_signed_for_once_and_nothing_is_no_event(world: World) -> None:
    epoch = bytes(8)
    head, start = HeadHeld(1, epoch, 3, b"h" * 32), HeadHeld(1, epoch, 0, genesis(epoch))
    assert each_once([head, start, head]) == [head]
