"""Whom a roster tells of, and to which regions they belong."""

from __future__ import annotations

from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.hub.regions.people import Known, people_of
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import ClientAmended
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop


def known(world: World, laptop: FakeLaptop, seq: int) -> list[Known]:
    world.push_all(laptop)
    with world.store.reading() as connection:
        return people_of(connection, [laptop.hash_at(seq)])


def test_a_person_is_told_as_amended_with_a_phones_last_digits(world: World) -> None:
    laptop = world.laptop()
    details = ClientDetails("王小明", phone="+8613912345678", sex=Sex.MALE, home_area="somewhere")
    seq = laptop.add(to_fact(details))
    laptop.add(ClientAmended(seq, "name", "王小明", "王晓明"))
    (person,) = known(world, laptop, seq)
    assert (person.row.name, person.row.phone_tail, person.row.sex) == ("王晓明", "5678", Sex.MALE)
    assert person.regions == {"north"}


def test_a_home_area_that_names_a_region_belongs_there_too(world: World) -> None:
    laptop = world.laptop()
    world.laptop(b"epoch-02", region="East Lake")
    seq = laptop.add(to_fact(ClientDetails("王小明", home_area="east lake")))
    (person,) = known(world, laptop, seq)
    assert person.regions == {"north", "East Lake"}


def test_a_dose_elsewhere_makes_a_person_belong_there(world: World) -> None:
    laptop, far = world.laptop(), world.laptop(b"epoch-02", region="south")
    seq = laptop.register("王小明")
    world.push_all(laptop)
    far.give(laptop.ref(seq), day=30)
    world.push_all(far)
    (person,) = known(world, laptop, seq)
    assert person.regions == {"north", "south"}


def test_documents_are_hashed_under_the_regions_key(world: World) -> None:
    laptop = world.laptop()
    seq = laptop.register("王小明", ("passport", "E12345678"))
    (person,) = known(world, laptop, seq)
    assert person.papers == (Document("passport", "E12345678"),)
    assert len(person.for_region(b"k" * 32).papers[0]) == 6


def test_a_registration_in_quarantine_is_nobody(world: World) -> None:
    laptop = world.laptop()
    seq = laptop.register("  ")
    assert known(world, laptop, seq) == []
