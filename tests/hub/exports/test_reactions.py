"""A report is told with its follow-ups, and that it was withdrawn."""

from __future__ import annotations

from fieldapp.domain.adverse_event import AdverseEvent
from fieldapp.hub.exports.doses import doses_of
from fieldapp.hub.exports.reactions import reactions_of
from fieldapp.wire.facts import ReactionAmended, ReactionReported, ReactionWithdrawn
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop


def reports(world: World, laptop: FakeLaptop, client: int) -> list[AdverseEvent]:
    world.push_all(laptop)
    with world.store.reading() as connection:
        listed = doses_of(connection, [laptop.hash_at(client)])[laptop.hash_at(client)]
        events = {one.event.event_id: one.event for one in listed}
        return [one for told in reactions_of(connection, events).values() for one in told]


def test_a_report_with_its_follow_up(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    given = laptop.give(client)
    report = laptop.add(ReactionReported(given, ["fever"], 480, serious=False))
    laptop.add(ReactionAmended(report, [["outcome", None, "recovered"], ["serious", False, True]]))
    (one,) = reports(world, laptop, client)
    assert (one.reaction_id, one.dose_id) == (laptop.hash_at(report), laptop.hash_at(given))
    assert (one.details.reactions, one.details.outcome) == (("fever",), "recovered")
    assert (one.details.serious, one.follow_ups, one.withdrawn) == (True, 1, None)


def test_a_withdrawn_report_says_so(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    report = laptop.add(ReactionReported(laptop.give(client), ["fever"], 480))
    laptop.add(ReactionWithdrawn(report, "twice"))
    (one,) = reports(world, laptop, client)
    assert one.withdrawn is not None
