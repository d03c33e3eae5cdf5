"""A laptop gets what it lacks of its regions, resumably, and is told how far each goes."""

from __future__ import annotations

from fieldapp.hub.regions import serving, snapshot
from fieldapp.hub.regions.subscriptions import subscribe
from fieldapp.wire.messages import MORE
from fieldapp.wire.segment import read_head, read_segment
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.regions.readers import Reader, published
from tests.hub.regions.test_publish import day_of


def test_a_laptop_that_knows_no_leases_is_sent_none(world: World) -> None:
    _, reader = day_of(world)
    reader.cursors = {}
    assert not any(b"north" in raw for raw in reader.ask())


def test_what_is_here_is_not_sent_again(world: World) -> None:
    _, reader = day_of(world)
    assert len(reader.pull().segments) == 1
    assert len(reader.pull().segments) == 1
    assert reader.cursors["known/north"] == NOW_S


def test_beyond_the_budget_the_rest_comes_with_the_next_answer(world: World) -> None:
    laptop, reader = day_of(world)
    laptop.give(3, day=30)
    world.push_all(laptop)
    published(world)
    size = len(next(raw for raw in reader.ask() if b"segment" not in raw and b"north" in raw))
    assert reader.ask(size + 600)[-1] == MORE
    while MORE in reader.ask(1500):
        reader.pull(1500)
    reader.pull(1500)
    assert [s.place.number for s in reader.segments] == [1, 2]


def test_a_snapshot_goes_on_where_it_was_cut(world: World) -> None:
    _, reader = day_of(world)
    snapshot.take(world.store, "north", now_s=NOW_S)
    reader.cursors |= {"snapshot/north": 1, "part/north": 1}
    assert reader.pull().segments == [], "its only part is here already; the head follows"
    assert "known/north" in reader.cursors


def test_another_region_comes_once_it_is_subscribed(world: World) -> None:
    day_of(world)
    stranger = world.laptop(b"epoch-02", name="Boat Two", region="south")
    world.push_all(stranger)
    far = Reader(world, stranger).pull()
    assert far.people == {}
    subscribe(world.store.folder, stranger.device, "north", now_s=NOW_S + 1)
    assert set(far.pull(now_s=NOW_S + 2).named()) == {"王小明"}


def test_everybody_may_fetch_segments_that_nobody_can_read(world: World) -> None:
    day_of(world)
    found = serving.answer_segment(world.hub, "north", "1")
    assert found is not None and found.keep_s == serving.KEPT_S
    assert read_segment(found.body, world.verify_key).place.number == 1
    said = serving.answer_segment(world.hub, "north", "head")
    assert said is not None
    assert read_head(said.body, world.verify_key).number == 1
    for region, which in (("north", "2"), ("north", "1.1"), ("south", "head"), ("north", "../1")):
        assert serving.answer_segment(world.hub, region, which) is None


def test_while_something_is_unpublished_the_head_is_as_old_as_the_last_segment(
    world: World,
) -> None:
    laptop, _ = day_of(world)
    laptop.give(3, day=30)
    world.push_all(laptop)
    with world.store.reading() as connection:
        said = serving.head(world.hub, connection, "north", NOW_S + 500)
    assert read_head(said, world.verify_key).as_of == NOW_S
