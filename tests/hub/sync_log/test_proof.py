"""Promises of the proof: gaps, forks, what is owed and what is not folded are each told apart."""

from __future__ import annotations

from sqlalchemy import delete

from fieldapp.hub import schema
from fieldapp.hub.sync_log.proof import Proof, Tally, proofs, total
from tests.hub.conftest import World


def proof(world: World) -> Proof:
    with world.store.reading() as connection:
        return proofs(connection)[0]


def test_a_laptop_that_sent_all_owes_nothing(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test"))
    world.push_all(laptop)
    told = proof(world)
    assert (told.tally.recorded, told.tally.confirmed, told.unaccounted) == (4, 4, 0)
    assert (told.dose_records, told.tally.doses, told.owed) == (1, 1, ())
    (epoch,) = told.epochs
    assert epoch.heads == ((4, laptop.hash_at(4)),) and epoch.receipt_seq == 4


def test_what_was_claimed_and_did_not_come_is_named_by_number(world: World) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    here = laptop.seq
    laptop.give(laptop.register("Test"))
    world.push(laptop, heads=(laptop.head,))
    told = proof(world)
    assert (told.tally.waiting, told.tally.recorded) == (2, here + 2)
    assert [(one.first_seq, one.last_seq) for one in told.owed] == [(here + 1, here + 2)]


def test_both_branches_of_a_copied_laptop_count(world: World) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    clone = laptop.copy()
    laptop.give(laptop.register("Test"))
    clone.give(clone.register("Other"))
    world.push_all(laptop)
    world.push_all(clone)
    told = proof(world)
    assert (told.tally.confirmed, told.unaccounted, len(told.epochs[0].heads)) == (6, 0, 2)


def test_a_page_without_the_one_before_is_a_gap(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test"))
    world.push(laptop, laptop.page(3, 4))
    assert proof(world).tally.gaps == 1


def test_records_that_no_table_shows_are_unaccounted(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test"))
    world.push_all(laptop)
    with world.store.writing() as connection:
        connection.execute(delete(schema.dose))
    assert proof(world).unaccounted == 1
    with world.store.writing() as connection:
        connection.execute(delete(schema.event))
    assert proof(world).tally.unaccounted == 4


def test_one_laptops_surplus_does_not_hide_anothers_lack() -> None:
    lacking, forked = Tally(confirmed=3, numbered=5), Tally(confirmed=9, numbered=5)
    assert total([lacking, forked]).unaccounted == 2
    assert total([]) == Tally(states={})
