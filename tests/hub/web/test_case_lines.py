"""Records side by side: every line in its place, and those marked in which they differ."""

from __future__ import annotations

from fieldapp.hub.cases.sides import sides_of
from fieldapp.hub.web.case_lines import Group, Reader, groups_of
from fieldapp.hub.web.record_words import PAPERS
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import ENGLISH, Said
from fieldapp.wire.facts import DoseAmended
from tests.hub.cases.made import Double, double
from tests.hub.conftest import World

READER = Reader(Place(480, ENGLISH), ENGLISH, {1: "Boat One", 2: "Gate Two"})


def lines(world: World, *ids: bytes) -> dict[str, tuple[object, bool]]:
    with world.store.reading() as connection:
        groups: list[Group] = groups_of(sides_of(connection, ids), READER)
    return {line.label.text: (line.cells, line.differs) for g in groups for line in g.lines}


def test_what_differs_is_marked_and_what_is_the_same_is_not(world: World) -> None:
    made: Double = double(world)
    made.other.add(DoseAmended(4, "lot", "TEST-0001", "TEST-0002"))
    world.push_all(made.other)
    told = lines(world, made.first, made.second)
    assert told["Lot"] == ((("TEST-0001",), ("TEST-0002",)), True)
    assert told["Given"] == ((("8 May 2021 09:00",),) * 2, False)
    assert told["Team"] == ((("Boat One",), ("Gate Two",)), True)
    assert not told["Name"][1] and not told["Recorded at"][1]
    assert "Note" not in told, "a line that says nothing is left out"


def test_documents_show_their_end_and_people_their_doses(world: World) -> None:
    made = double(world, names=("Wang Xiaoming", "Li Si"))
    told = lines(world, made.one.hash_at(3), made.other.hash_at(3))
    paper = Said("{kind} {number}", {"kind": PAPERS["passport"], "number": "••••0001"})
    assert told["Documents"] == (((paper,), (paper,)), False)
    assert told["Name"] == ((("Wang Xiaoming",), ("Li Si",)), True)
    assert "Lot" not in told and told["Doses"][0]
