"""Records are told as they stand: amended, struck through with the reason, known from a card."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.domain.immunization import BodySite, ImmunizationStatus
from fieldapp.hub.exports.doses import StoredDose, doses_of
from fieldapp.wire.facts import DoseAmended, DoseKnownFrom, DoseNotGiven, DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop, dose


def stored(world: World, laptop: FakeLaptop, client: int) -> list[StoredDose]:
    world.push_all(laptop)
    with world.store.reading() as connection:
        return doses_of(connection, [laptop.hash_at(client)]).get(laptop.hash_at(client), [])


def test_a_dose_is_told_as_amended(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    given = laptop.give(client)
    laptop.add(DoseAmended(given, "lot", "TEST-0001", "TEST-0002"))
    (one,) = stored(world, laptop, client)
    assert one.event.event_id == laptop.hash_at(given)
    assert (one.event.lot.lot_number, one.event.site) == ("TEST-0002", BodySite.LEFT_DELTOID)
    assert (one.state, one.given, one.device) == ("counted", True, laptop.device)
    assert one.event.occurred_at.isoformat() == "2021-05-08T09:00:00+08:00"


def test_a_struck_dose_says_why(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    laptop.add(DoseVoided(laptop.give(client), "wrong person"))
    (one,) = stored(world, laptop, client)
    assert one.event.status is ImmunizationStatus.ENTERED_IN_ERROR
    assert one.event.reason == "wrong person"


def test_not_given_has_its_reason_and_no_giver(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    laptop.add(DoseNotGiven(client, None, "fever", dose(client).occurred_min, 480, 0))
    (one,) = stored(world, laptop, client)
    assert one.event.status is ImmunizationStatus.NOT_DONE
    assert (one.event.reason, one.event.vaccinator, one.event.lot.vaccine_id) == ("fever", None, "")


def test_a_dose_elsewhere_says_how_it_is_known(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("王小明")
    given = laptop.add(replace(dose(client), source=2, site="somewhere"))
    laptop.add(DoseKnownFrom(given, "card", "Jining clinic"))
    (one,) = stored(world, laptop, client)
    assert (one.event.evidence, one.event.place, one.event.site) == ("card", "Jining clinic", None)
