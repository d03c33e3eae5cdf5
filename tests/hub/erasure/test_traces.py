"""Promises of what the hub wrote by itself: seats, keys and notes of who is erased go."""

from __future__ import annotations

from sqlalchemy import insert, select

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.booking.papers import Paper
from fieldapp.hub.booking.seats import Answer
from fieldapp.hub.booking.tables import booking
from fieldapp.hub.daily import completing
from fieldapp.hub.daily.shares import Given, Share
from fieldapp.hub.daily.tables import completed_count, completion
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.due.tables import due_news
from fieldapp.hub.erasure.traces import booked_with, of_people
from fieldapp.hub.messages.tables import message_news
from fieldapp.hub.registry.tables import pocket
from fieldapp.wire.client_codec import encode_document, to_fact
from fieldapp.wire.facts import ClientAmended
from tests.hub.booking.desk import book, open_day, passport, taken
from tests.hub.conftest import World
from tests.hub.erasure.people import PAPER, erased, record_everything
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.hub.messages.clinic import BIBP, new_clinic


def test_a_seat_that_was_booked_is_free_again_and_nobody_knows_whose_it_was(world: World) -> None:
    laptop, session = world.laptop(), open_day(world.store)
    mine = passport(7)
    client = laptop.add(to_fact(ClientDetails("Canary", (mine.document,), nationality="DEU")))
    world.push_all(laptop)
    assert (book(world.store, session, 7), book(world.store, session, 8)) == (Answer.BOOKED,) * 2
    erased(world, laptop.hash_at(client))
    with world.store.reading() as connection:
        assert len(connection.execute(select(booking.c.no)).all()) == 1
    assert taken(world.store, session)[0] == 1


def bookings(world: World) -> int:
    with world.store.reading() as connection:
        return len(connection.execute(select(booking.c.no)).all())


def pockets(world: World) -> list[str]:
    with world.store.reading() as connection:
        return sorted(connection.execute(select(pocket.c.number)).scalars())


def keyed(world: World, *papers: Paper) -> None:
    with world.store.writing() as connection:
        for paper in papers:
            named = paper.document
            row = {"kind": named.kind, "number": named.number, "slow_key": named.number.encode()}
            connection.execute(insert(pocket).values(**row))


def test_a_familys_one_document_books_for_whoever_stays(world: World) -> None:
    laptop, session, shared = world.laptop(), open_day(world.store), passport(7)
    for name in ("Canary", "Canary's Sister"):
        details = ClientDetails(name, (shared.document,), nationality="DEU")
        client = laptop.add(to_fact(details))
    world.push_all(laptop)
    book(world.store, session, 7)
    keyed(world, shared)
    erased(world, laptop.hash_at(client))
    assert (bookings(world), taken(world.store, session)[0]) == (1, 1)
    assert pockets(world) == [shared.document.number]


def test_a_number_that_was_typed_by_mistake_takes_nobodys_seat(world: World) -> None:
    laptop, session = world.laptop(), open_day(world.store)
    mistyped, right, alike = passport(7), passport(8), passport(9)
    client = laptop.add(to_fact(ClientDetails("Canary", (mistyped.document,), nationality="DEU")))
    was, now = ([encode_document(one.document)] for one in (mistyped, right))
    laptop.add(ClientAmended(client, "documents", was, now))
    other = to_fact(ClientDetails("Somebody", (alike.document,), nationality="FRA"))
    laptop.add(other)
    world.push_all(laptop)
    for number in (7, 8, 9):
        book(world.store, session, number, slot=number - 7)
    keyed(world, mistyped, right, alike)
    with world.store.reading() as connection:
        left = of_people(connection, [laptop.hash_at(client)])
        doubtful = booked_with(connection, world.store.keys, left.doubtful)
        assert [row.slot for row in doubtful] == [session.slots[0].no]
    erased(world, laptop.hash_at(client))
    assert taken(world.store, session) == [1, 0, 1]
    assert pockets(world) == [alike.document.number]


def test_a_passport_of_another_country_is_another_passport(world: World) -> None:
    laptop, session, mine = world.laptop(), open_day(world.store), passport(7)
    details = ClientDetails("Canary", (mine.document,), nationality="FRA")
    client = laptop.add(to_fact(details))
    world.push_all(laptop)
    book(world.store, session, 7)
    erased(world, laptop.hash_at(client))
    assert bookings(world) == 1


def test_nobody_who_is_erased_is_kept_as_fully_covered(world: World) -> None:
    clinic = new_clinic(world)
    client = clinic.vaccinate("Canary", None)
    clinic.laptop.give(client, 29, vaccine=BIBP)
    world.push_all(clinic.laptop)
    bring_up(world.store, clinic.ground, clinic.now_s)
    with world.store.reading() as connection:
        assert len(connection.execute(select(completion)).all()) == 1
    erased(world, clinic.laptop.hash_at(client))
    with world.store.reading() as connection:
        for table in (completion, completed_count):
            assert connection.execute(select(table)).all() == []


def test_the_pocket_registrys_key_of_their_documents_goes(world: World) -> None:
    laptop = world.laptop()
    canary = record_everything(laptop)
    world.push_all(laptop)
    with world.store.writing() as connection:
        for number in (PAPER[1], "ELSE0001"):
            row = {"kind": PAPER[0], "number": number, "slow_key": number.encode()}
            connection.execute(insert(pocket).values(**row))
        connection.execute(insert(message_news).values(client=canary.client, noted_s=NOW_S))
        papers = of_people(connection, [canary.client]).papers
    assert {paper.document.number for paper in papers} == {PAPER[1]}
    erased(world, canary.client)
    with world.store.reading() as connection:
        assert connection.execute(select(pocket.c.number)).scalars().all() == ["ELSE0001"]
        assert connection.execute(select(message_news.c.no)).all() == []
        assert connection.execute(select(due_news.c.no)).all() != []


def test_who_was_fully_covered_is_not_told_of_them_any_more(world: World) -> None:
    laptop = world.laptop()
    canary = record_everything(laptop)
    world.push_all(laptop)
    given = Given(18_755, VACCINE, laptop.device, "", False, 0)
    facts = Share("health-workers", "Canary Road", (given,)).packed()
    with world.store.writing() as connection:
        completing.keep(connection, [canary.client], {canary.client: facts})
        assert connection.execute(select(completed_count.c.code)).all() != []
    erased(world, canary.client)
    with world.store.reading() as connection:
        assert connection.execute(select(completion.c.person)).all() == []
        assert connection.execute(select(completed_count.c.code)).all() == []
