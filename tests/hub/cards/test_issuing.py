"""A card made at the hub says what stands, is proven by any laptop, and is of one person alone."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.card.check import CardVerdict, check_card
from fieldapp.hub.cards.errors import IdentityContested, NoDoseStands
from fieldapp.hub.cards.issuing import card_of
from fieldapp.hub.cards.key import as_issuer
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.reports.vaccination_card import CardDose, NextDose, VaccinationCard
from fieldapp.wire.facts import DoseVoided
from fieldapp.wire.health_card import open_card
from tests.hub.cards.people import ADDRESS, desk_of, somebody
from tests.hub.conftest import World
from tests.hub.messages.clinic import BIBP
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet

__all__ = ["boats"]


def made(world: World, person: bytes) -> VaccinationCard:
    with world.store.reading() as connection:
        return card_of(connection, person, desk_of(world))


def test_it_says_what_stands_and_what_is_next(world: World) -> None:
    laptop, client = somebody(world)
    struck = laptop.give(client, 7, vaccine=BIBP)
    laptop.give(client, 8, vaccine=BIBP)
    laptop.add(DoseVoided(struck, "wrong vial"))
    world.push_all(laptop)
    card = made(world, laptop.hash_at(client))
    dose = CardDose(1, BIBP, "TEST-0001", date(2021, 5, 8), given_by="3号船 Boat 3")
    assert (card.name, card.doses, card.language) == ("王小明", (dose,), "zh")
    assert "G12345678" not in card.document
    assert card.next_doses == (NextDose(BIBP, 2, date(2021, 5, 29)),)
    assert not card.complete


def test_its_code_is_signed_by_the_hub(world: World) -> None:
    laptop, client = somebody(world)
    laptop.give(client, 8, vaccine=BIBP)
    world.push_all(laptop)
    opened = open_card([made(world, laptop.hash_at(client)).signed])
    assert opened.is_signed_by(as_issuer(world.store.keys).key)
    told = opened.read()
    assert (told.issuer, told.name) == (ADDRESS, "王小明")
    assert [(dose.day, dose.giver, dose.reported) for dose in told.doses] == [
        (date(2021, 5, 8), "3号船 Boat 3", False)
    ]


def test_who_is_contested_gets_no_card(world: World) -> None:
    laptop, client = somebody(world)
    laptop.give(client, 8, vaccine=BIBP)
    laptop.register("Somebody Else", ("passport", "G12345678"))
    world.push_all(laptop)
    with pytest.raises(IdentityContested):
        made(world, laptop.hash_at(client))


def test_nothing_that_stands_is_no_card(world: World) -> None:
    laptop, client = somebody(world)
    laptop.add(DoseVoided(laptop.give(client, 8, vaccine=BIBP), "wrong vial"))
    world.push_all(laptop)
    for person in (laptop.hash_at(client), b"nobody"):
        with pytest.raises(NoDoseStands):
            made(world, person)


def test_any_laptop_that_synced_proves_it(boats: Fleet) -> None:
    boat, world = boats.boat("Boat 1"), boats.world
    use_vaccines(world.store, [BIBP])
    laptop, client = somebody(world)
    laptop.give(client, 8, vaccine=BIBP)
    world.push_all(laptop)
    boat.sync()
    checked = check_card(boat.journal, [made(world, laptop.hash_at(client)).signed], boat.clock)
    assert checked.verdict is CardVerdict.VALID
    assert checked.issuer is not None
    assert checked.issuer.name == "中心 Hub"
