"""Promises of erasing a person: nothing of them stays, all else does, and everything proves."""

from __future__ import annotations

from pathlib import Path

import pytest
from nacl.public import PrivateKey, SealedBox
from sqlalchemy import insert, select

from fieldapp.hub import schema
from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.erasure import law, ledger
from fieldapp.hub.erasure.erasing import MOST_WHY, Order, erase, look, person_of
from fieldapp.hub.erasure.errors import NobodyThere, NoWhy
from fieldapp.hub.erasure.law import NoSuchBasis
from fieldapp.hub.erasure.listed import pages
from fieldapp.hub.erasure.tables import erased_event, kept_record
from fieldapp.hub.exports.fhir import export_fhir
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.keys import RECOVERY_FILE
from fieldapp.hub.lots.tables import lot_sum
from fieldapp.hub.messages.tables import message
from fieldapp.hub.verify import verify
from fieldapp.hub.web import audit
from fieldapp.wire import cbor
from fieldapp.wire.erasures import read_erasures
from fieldapp.wire.facts import DoseAmended
from tests.hub.conftest import World
from tests.hub.erasure.people import (
    CANARY,
    LATER_S,
    Somebody,
    erased,
    everything_stored,
    published,
    record_everything,
)
from tests.hub.fake_laptop import NOW_S, SEED, VACCINE, FakeLaptop
from tests.hub.regions.readers import Reader
from tests.reports.fhir.people import GROUND


def full_world(world: World) -> tuple[FakeLaptop, Somebody]:
    """A laptop's day: the canary, and somebody else with a dose."""
    laptop = world.laptop()
    canary = record_everything(laptop)
    laptop.give(laptop.register("Somebody Else", ("passport", "ELSE0001")), 3)
    world.push(laptop, *laptop.pages(9, 17))
    return laptop, canary


def is_whole(world: World) -> bool:
    """Chain, seals, receipts, audit; and the live tables are those of a rebuild."""
    before = world.digest()
    rebuild(world.store)
    assert world.digest() == before
    assert verify(world.store.folder).problems == []
    return True


def test_nothing_of_the_person_stays_in_any_table_and_everybody_else_does(world: World) -> None:
    _, canary = full_world(world)
    assert CANARY in everything_stored(world)
    done = erased(world, canary.client)
    stored = everything_stored(world)
    assert CANARY not in stored and CANARY.upper() not in stored and SEED.decode() not in stored
    assert "Somebody Else" in stored and "ELSE0001" in stored
    assert (done.kept, done.doses) == (0, 3)
    assert is_whole(world)


def test_the_equation_holds_with_the_erased_and_the_stock_still_adds_up(world: World) -> None:
    _, canary = full_world(world)
    given = select(lot_sum.c.given)
    with world.store.reading() as connection:
        before = connection.execute(given).scalars().all()
    assert world.numbers() == {"clients": 2, "confirmed": 4, "counted": 3, "voided": 1}
    erased(world, canary.client)
    assert world.numbers() == {"clients": 1, "confirmed": 4, "counted": 1, "erased": 3}
    with world.store.reading() as connection:
        assert connection.execute(given).scalars().all() == before
    assert is_whole(world)


def test_rosters_tell_that_they_are_gone_and_old_segments_are_not_handed_out(world: World) -> None:
    _, canary = full_world(world)
    published(world)
    with world.store.reading() as connection:
        before = set(connection.execute(select(schema.segment.c.hash)).scalars())
    erased(world, canary.client)
    published(world, LATER_S)
    with world.store.reading() as connection:
        now = set(connection.execute(select(schema.segment.c.hash)).scalars())
        people = set(connection.execute(select(schema.roster_row.c.person)).scalars())
    assert before and not before & now
    assert canary.client not in people and len(people) == 1


def test_a_laptop_that_had_them_in_its_roster_has_them_no_more_and_a_new_one_never(
    world: World,
) -> None:
    laptop, canary = full_world(world)
    published(world)
    reader = Reader(world, laptop).pull()
    assert len(reader.people) == 2
    erased(world, canary.client)
    published(world, LATER_S)
    newcomer = Reader(world, laptop).pull(now_s=LATER_S)
    for one in (reader.pull(now_s=LATER_S), newcomer):
        assert {person.name for person in one.people.values()} == {"Somebody Else"}


def test_what_is_exported_from_now_on_tells_nothing_of_them(world: World, tmp_path: Path) -> None:
    _, canary = full_world(world)
    erased(world, canary.client)
    export_fhir(world.store.folder, tmp_path / "fhir", GROUND, None, now_s=LATER_S)
    written = b"".join(file.read_bytes() for file in (tmp_path / "fhir").iterdir())
    assert CANARY.encode() not in written and b"CANARY" not in written
    assert b"Somebody Else" in written


def test_what_the_law_keeps_is_sealed_and_only_the_recovery_key_opens_it(world: World) -> None:
    _, canary = full_world(world)
    with world.store.reading() as connection:
        found = look(connection, canary.client, "request", law.shipped(), LATER_S)
    assert found is not None
    assert found.by_kind["doses"] == (3, 3) and found.by_kind["calls"][1] == 0
    done = erased(world, canary.client, "request")
    assert done.kept == sum(kept for _, kept in found.by_kind.values())
    assert CANARY not in everything_stored(world)
    words = (world.store.folder / RECOVERY_FILE).read_text("ascii").split("private key: ")[1]
    box = SealedBox(PrivateKey(bytes.fromhex(words.split()[0])))
    with world.store.reading() as connection:
        sealed = list(connection.execute(select(kept_record.c.sealed)).scalars())
    opened = [cbor.loads(box.decrypt(one), max_bytes=1 << 20) for one in sealed]
    assert any(CANARY.encode() in one[8] for one in opened)  # type: ignore[index]  # a list
    assert is_whole(world)


def test_laptops_hear_of_every_event_and_of_nothing_personal(world: World) -> None:
    laptop, canary = full_world(world)
    done = erased(world, canary.client)
    (raw,) = pages(world.hub, 0, LATER_S)
    assert CANARY.encode() not in raw
    (one,) = read_erasures(raw, world.verify_key).erasures
    assert (one.version, one.basis, len(one.events)) == (LATER_S, "never-true", done.events)
    assert {event.device for event in one.events} == {laptop.device}


def test_a_laptop_that_sends_the_same_again_does_not_bring_them_back(world: World) -> None:
    laptop, canary = full_world(world)
    erased(world, canary.client)
    clone = laptop.copy()
    laptop.register("A Third")
    world.push(laptop, *laptop.pages(laptop.seq - 1))
    clone.register("A Fourth")
    world.push(clone, *clone.pages())
    stored = everything_stored(world)
    assert CANARY not in stored and "A Third" in stored and "A Fourth" in stored
    assert is_whole(world)


def test_a_message_and_the_words_of_a_decision_go_and_that_it_was_decided_stays(
    world: World,
) -> None:
    _, canary = full_world(world)
    sent = {
        "ref": "r", "person": canary.client, "course": "c", "dose": 2, "kind": "due",
        "state": "sent", "language": "en", "parts": 1, "gateway": "file", "tries": 0,
        "queued_s": NOW_S, "not_before_s": NOW_S,
    }  # fmt: skip
    decided = {
        "case_id": b"c", "kind": "quarantine", "one": canary.client, "code": "x", "device": 1,
        "since_s": NOW_S, "facts": b"Canary", "way": "undone", "reason": "Canary came twice",
        "login": "lu.qing", "decided_s": NOW_S,
    }  # fmt: skip
    with world.store.writing() as connection:
        connection.execute(insert(message).values(**sent))
        connection.execute(insert(case_decision).values(**decided))
    erased(world, canary.client)
    with world.store.reading() as connection:
        assert connection.execute(select(message.c.no)).all() == []
        left = connection.execute(select(case_decision)).one()
    assert (left.login, left.reason, left.facts) == ("lu.qing", "", b"")
    assert CANARY not in everything_stored(world)


def test_another_teams_dose_and_a_record_in_quarantine_go_too(world: World) -> None:
    first, second = world.laptop(b"epoch-01"), world.laptop(b"epoch-02")
    one = first.register(CANARY)
    world.push_all(first)
    second.give(first.ref(one), 4)
    second.give(first.ref(one), 5, vaccine="unknown Canary vaccine")
    world.push_all(second)
    assert erased(world, first.hash_at(one)).events == 3
    assert CANARY not in everything_stored(world)
    assert is_whole(world)


def test_a_dose_that_was_corrected_to_be_anothers_is_theirs(world: World) -> None:
    laptop = world.laptop()
    one, other = laptop.register(CANARY), laptop.register("Somebody Else")
    moved = laptop.give(one, 4)
    laptop.add(DoseAmended(moved, "client", one, other))
    world.push_all(laptop)
    assert erased(world, laptop.hash_at(one)).doses == 0
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}
    assert is_whole(world)


def test_who_decided_when_and_why_is_in_the_audit_and_in_the_ledger_and_nobodys_name(
    world: World,
) -> None:
    _, canary = full_world(world)
    done = erased(world, canary.client)
    with world.store.reading() as connection:
        (row,) = audit.entries(connection, before_no=None, most=1)
    assert (row.login, row.act, row.details) == (
        "lu.qing", "person-erased", "never-true: letter 12",
    )  # fmt: skip
    (entry,) = ledger.read(world.store.folder)
    assert (entry.version, entry.login, len(entry.events)) == (LATER_S, "lu.qing", done.events)
    assert CANARY not in ledger.path_of(world.store.folder).read_text("utf-8")


def test_erasing_twice_or_nobody_changes_nothing(world: World) -> None:
    _, canary = full_world(world)
    erased(world, canary.client)
    before = world.digest()
    order = Order(canary.client, "never-true", "again", "lu.qing")
    assert erase(world.store, order, law.shipped(), LATER_S + 9) is None
    assert erase(world.store, Order(b"x" * 32, "ordered", "x", "x"), law.shipped(), 9) is None
    assert world.digest() == before


def test_a_basis_and_a_reason_are_asked_for(world: World) -> None:
    _, canary = full_world(world)
    with pytest.raises(NoSuchBasis):
        erase(world.store, Order(canary.client, "because", "x", "x"), law.shipped(), LATER_S)
    with pytest.raises(NoWhy):
        erase(world.store, Order(canary.client, "ordered", " ", "x"), law.shipped(), LATER_S)
    assert MOST_WHY >= 200


def test_two_erasures_within_a_second_have_two_numbers(world: World) -> None:
    laptop = world.laptop()
    ids = [laptop.hash_at(laptop.register(f"Test {n}")) for n in range(2)]
    world.push_all(laptop)
    assert [erased(world, id_).version for id_ in ids] == [LATER_S, LATER_S + 1]
    with world.store.reading() as connection:
        assert len(connection.execute(select(erased_event.c.id)).all()) == 2


def test_somebody_is_found_by_the_beginning_of_their_number(world: World) -> None:
    _, canary = full_world(world)
    with world.store.reading() as connection:
        person = person_of(connection, canary.client.hex()[:16].upper())
        assert look(connection, person, "ordered", law.shipped(), LATER_S) is not None
        for wrong in ("", "1234567", "z" * 16, "00" * 16, "g" * 8):
            with pytest.raises(NobodyThere):
                person_of(connection, wrong)


def test_sqlite_wipes_what_it_deletes_and_empties_its_log(sqlite_world: World) -> None:
    _, canary = full_world(sqlite_world)
    with sqlite_world.store.having_all() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
    erased(sqlite_world, canary.client)
    log = sqlite_world.store.folder / "hub.db-wal"
    assert not log.exists() or log.stat().st_size == 0
    assert VACCINE in everything_stored(sqlite_world)
