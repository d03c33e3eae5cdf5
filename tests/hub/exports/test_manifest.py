"""The manifest's equations are made from what is stored and what went out, each by itself."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.exports.manifest import Tally, equations
from fieldapp.hub.exports.people import everybody
from fieldapp.reports.fhir.telling import tell
from fieldapp.wire.facts import ReactionReported, ReactionWithdrawn
from tests.hub.conftest import World
from tests.reports.fhir.people import GROUND


def test_what_never_went_out_is_unaccounted(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("王小明"))
    world.push_all(laptop)
    with world.store.reading() as connection:
        told = equations(connection, Tally())
    assert (told["doses"]["recorded"], told["doses"]["unaccounted"]) == (1, 1)
    assert told["registrations"]["unaccounted"] == 1


def test_what_went_out_adds_up_reports_too(world: World) -> None:
    laptop = world.laptop()
    given = laptop.give(laptop.register("王小明"))
    laptop.add(ReactionReported(given, ["fever"], 480))
    report = laptop.add(ReactionReported(given, ["syncope"], 480))
    laptop.add(ReactionWithdrawn(report, "twice"))
    world.push_all(laptop)
    tally = Tally()
    with world.store.reading() as connection:
        for group in everybody(connection):
            for person in group:
                tally.count(person, tell(person.told, GROUND, date(2021, 6, 1)))
        told = equations(connection, tally)
    assert told["doses"]["unaccounted"] == told["registrations"]["unaccounted"] == 0
    reports = told["adverse_events"]
    assert (reports["recorded"], reports["exported"]) == (2, 1)
    assert reports["left_out"]["withdrawn"] == 1
    assert reports["left_out"]["of_doses_not_exported"] == 0
