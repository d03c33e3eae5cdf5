"""What changed among a region's people is published once, and nothing else is."""

from __future__ import annotations

from fieldapp.domain.client import Document
from fieldapp.hub.fold.projector import rebuild
from fieldapp.wire.facts import ClientLinked, ClientUnlinked, DoseVoided
from fieldapp.wire.roster_people import paper_hash
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE, FakeLaptop
from tests.hub.regions.readers import Reader, published

WANG = ("cn-resident-id", "11010519491231002X")


def day_of(world: World) -> tuple[FakeLaptop, Reader]:
    """A laptop with one person and one dose, synced and published; and its reader."""
    laptop = world.laptop()
    laptop.give(laptop.register("王小明", WANG))
    world.push_all(laptop)
    assert published(world) == 1
    return laptop, Reader(world, laptop)


def test_a_dose_is_told_with_its_person_and_the_team_that_gave_it(world: World) -> None:
    laptop, reader = day_of(world)
    person = reader.pull().named()["王小明"]
    (dose,) = person.doses
    assert (dose.vaccine, dose.lot, dose.team) == (VACCINE, "TEST-0001", "Boat Test")
    assert (dose.device, dose.mark, person.contest) == (laptop.device, "", "")
    assert person.birth_day == -7306, "it follows from the resident ID"
    key = reader.keys["region/north", 1].key
    assert person.papers == (paper_hash(key, Document(*WANG)),)


def test_what_did_not_change_is_not_published_again(world: World) -> None:
    _, _ = day_of(world)
    assert published(world) == 0
    rebuild(world.store)
    assert published(world) == 0, "tables made anew say the same"


def test_a_later_dose_is_one_more_segment_that_names_the_one_before(world: World) -> None:
    laptop, reader = day_of(world)
    laptop.give(3, day=30)
    world.push_all(laptop)
    assert published(world) == 1
    assert [len(p.doses) for p in reader.pull().people.values()] == [2]
    assert [s.place.number for s in reader.segments] == [1, 2]
    assert reader.segments[1].place.previous != reader.segments[0].place.previous


def test_a_dose_struck_through_leaves_the_roster(world: World) -> None:
    laptop, reader = day_of(world)
    laptop.add(DoseVoided(4, "other"))
    world.push_all(laptop)
    published(world)
    assert reader.pull().named()["王小明"].doses == ()


def test_two_who_are_found_to_be_one_become_one(world: World) -> None:
    laptop = world.laptop()
    one, other = laptop.register("王甲"), laptop.register("王甲")
    laptop.give(one)
    laptop.give(other, day=30)
    world.push_all(laptop)
    published(world)
    reader = Reader(world, laptop).pull()
    assert len(reader.people) == 2
    laptop.add(ClientLinked(one, other, "person-says"))
    world.push_all(laptop)
    published(world)
    (both,) = reader.pull().people.values()
    assert len(both.doses) == 2
    assert len(both.also) == 1
    laptop.add(ClientUnlinked(one, other, "two-people"))
    world.push_all(laptop)
    published(world)
    assert [len(p.doses) for p in reader.pull().people.values()] == [1, 1]


def test_a_possible_double_is_told_to_both_teams(world: World) -> None:
    first = world.laptop()
    second = world.laptop(b"epoch-02", name="Boat Two")
    for laptop in (first, second):
        laptop.give(laptop.register("王小明", WANG))
        world.push_all(laptop)
    published(world)
    for laptop in (first, second):
        (person,) = Reader(world, laptop).pull().people.values()
        assert {(dose.team, dose.mark) for dose in person.doses} == {
            ("Boat Test", "possible-double"),
            ("Boat Two", "possible-double"),
        }


def test_a_contested_identity_is_told(world: World) -> None:
    laptop = world.laptop()
    laptop.register("王小明", WANG)
    laptop.register("李四", WANG)
    world.push_all(laptop)
    published(world)
    people = Reader(world, laptop).pull().people.values()
    assert [person.contest for person in people] == ["same-document-other-name"] * 2
