"""Promises of the metrics: Prometheus reads them, they tell what happened, they name nobody."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families

from fieldapp.hub.changes.keeping import number_changes
from fieldapp.hub.daily.publishing import publish
from fieldapp.hub.upkeep.health import look
from fieldapp.hub.upkeep.metrics import exposition
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop

Read = dict[tuple[str, tuple[str, ...]], float]


def read(world: World) -> Read:
    text = exposition(world.hub, look(world.hub)).decode()
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_a_sync_is_counted_with_its_frames_bytes_and_receipts(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Canary Test"))
    world.push(laptop, *laptop.pages(2))
    world.push(laptop, *laptop.pages(2))
    found = read(world)
    assert found["fieldapp_hub_syncs_total", ()] == 2
    assert found["fieldapp_hub_frames_total", ("new",)] == 2
    assert found["fieldapp_hub_frames_total", ("known",)] == 2
    assert found["fieldapp_hub_records_total", ()] == laptop.seq
    assert found["fieldapp_hub_receipts_total", ()] >= 2
    assert found["fieldapp_hub_sync_bytes_total", ("in",)] > 0
    assert found["fieldapp_hub_sync_seconds_count", ()] == 2


def test_a_refusal_is_counted_by_its_code(world: World) -> None:
    stranger = FakeLaptop(device=9).start()
    assert world.push(stranger, *stranger.pages()).status == 401
    found = read(world)
    assert found["fieldapp_hub_refusals_total", ("unknown-device",)] == 1
    assert found["fieldapp_hub_syncs_total", ()] == 0


def test_the_lag_of_the_fold_and_silent_laptops_are_there(world: World) -> None:
    laptop = world.laptop()
    world.take(laptop, *laptop.pages())
    found = read(world)
    assert found["fieldapp_hub_projected_to_lag", ()] == 1
    assert found["fieldapp_hub_laptops", ("never",)] == 1
    assert found["fieldapp_hub_sessions_open", ()] == 0


def test_what_is_kept_up_beside_the_fold_is_there_with_how_much_waits(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Test A")
    world.push_all(laptop)
    found = read(world)
    for what in ("due", "changes", "regions"):
        assert found["fieldapp_hub_waiting", (what,)] == 1
    with world.store.writing() as connection:
        publish(connection, 18_800, NOW_S)
    number_changes(world.store, lambda: NOW_S)
    found = read(world)
    assert found["fieldapp_hub_waiting", ("changes",)] == 0
    assert found["fieldapp_hub_published_through_seconds", ()] == 18_800 * 86_400
    told = look(world.hub).as_json()
    assert (told["published_through"], told["ready"]) == ("2021-06-22", True)


def test_no_metric_names_a_person_a_team_or_a_login(world: World) -> None:
    laptop = world.laptop(name="Canary Boat", region="canary-north")
    laptop.give(laptop.register("Canary Test", ("passport", "CANARY12")))
    world.push_all(laptop)
    text = exposition(world.hub, look(world.hub)).decode().lower()
    assert "canary" not in text and str(NOW_S) not in text
    assert len(text.splitlines()) < 200, "labels are bounded"
