"""Promises of what is kept: it says of everybody what the programme says, whatever happened and in
whatever order; a rebuild, other rules and another process change nothing but the work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from fieldapp.hub.due import keeping
from fieldapp.hub.due.keeping import bring_up, keep_up, kept_up, waiting
from fieldapp.hub.due.tables import due_course
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.running import Hub
from fieldapp.hub.store import Store
from fieldapp.wire.dates import from_day, to_day
from fieldapp.wire.facts import CallMade, CallWithdrawn, ClientLinked, DoseVoided
from tests.hub.by_law import erased
from tests.hub.messages.clinic import BIBP, Clinic, at
from tests.patience import wait_for

PHONE = "+8613912345678"


def kept(clinic: Clinic, now_s: int | None = None) -> list[Any]:
    """Everything that is kept, brought up to date."""
    clinic.world.push_all(clinic.laptop)
    assert bring_up(clinic.world.store, clinic.ground, now_s or clinic.now_s) == 0
    with clinic.world.store.reading() as connection:
        wanted = select(due_course).order_by(due_course.c.due_day, due_course.c.person)
        return list(connection.execute(wanted))


def test_a_first_dose_makes_somebody_due(clinic: Clinic) -> None:
    clinic.vaccinate("王一", None)
    (row,) = kept(clinic)
    assert (row.vaccine, row.dose, row.complete, row.gone) == (BIBP, 2, False, False)
    assert from_day(row.first_day) == from_day(row.last_day) == date(2021, 5, 8)
    assert from_day(row.due_day) == date(2021, 5, 29)
    assert from_day(row.latest_day) == date(2021, 7, 3)
    assert row.device == row.first_device == clinic.laptop.device


def test_the_second_dose_ends_it_and_striking_it_through_does_not(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王一", None)
    second = clinic.laptop.give(seq, 29, vaccine=BIBP)
    (row,) = kept(clinic)
    assert row.complete and from_day(row.second_day) == date(2021, 5, 29)
    clinic.laptop.add(DoseVoided(second, "wrong person"))
    (row,) = kept(clinic)
    assert not row.complete and row.second_day is None


def test_calls_are_part_of_it_and_what_is_taken_back_is_not(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王一", PHONE)
    refused = clinic.laptop.add(CallMade(seq, BIBP, 2, "refused", phone=PHONE))
    assert [(row.gone, row.outcome) for row in kept(clinic)] == [(True, "refused")]
    clinic.laptop.add(CallWithdrawn(refused, "mistyped"))
    assert [(row.gone, row.outcome) for row in kept(clinic)] == [(False, None)]
    day = to_day(date(2021, 6, 2))
    clinic.laptop.add(CallMade(seq, BIBP, 2, "will-come", day=day, phone=PHONE))
    assert [row.promised_day for row in kept(clinic)] == [day]


def test_two_registrations_that_are_one_person_are_one_course(clinic: Clinic) -> None:
    one = clinic.vaccinate("王一", None)
    other = clinic.laptop.register("王二")
    clinic.laptop.give(other, 29, vaccine=BIBP)
    assert len(kept(clinic)) == 2
    clinic.laptop.add(ClientLinked(one, other, "same"))
    (row,) = kept(clinic)
    assert row.complete


def test_a_rebuild_says_the_same(clinic: Clinic) -> None:
    for day in (1, 8, 15):
        clinic.vaccinate(f"王{day}", None, day=day)
    before = kept(clinic)
    rebuild(clinic.world.store)
    assert kept(clinic) == before and len(before) == 3


def test_other_rules_look_at_everybody_anew(clinic: Clinic) -> None:
    clinic.vaccinate("王一", None)
    kept(clinic)
    store = clinic.world.store
    other = replace(clinic.ground, rules=replace(clinic.ground.rules, edition="another"))
    assert bring_up(store, other, clinic.now_s, most=0) == 1
    assert bring_up(store, other, clinic.now_s) == 0
    assert bring_up(store, other, clinic.now_s, most=0) == 0


def test_a_few_at_a_time_comes_to_the_same(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (1, 8, 15):
        clinic.vaccinate(f"王{day}", None, day=day)
    clinic.world.push_all(clinic.laptop)
    monkeypatch.setattr(keeping, "_NEXT", keeping._NEXT.limit(1))
    store, left = clinic.world.store, -1
    for _ in range(20):
        before, left = left, bring_up(store, clinic.ground, clinic.now_s, most=1)
        if left == 0:
            break
        assert before in (-1, left + 1)
    assert len(kept(clinic)) == 3


def test_who_read_before_another_wrote_writes_nothing(clinic: Clinic) -> None:
    """The notes are gone: what was read is older than what is kept."""
    seq = clinic.vaccinate("王一", None)
    clinic.world.push_all(clinic.laptop)
    store = clinic.world.store
    with store.reading() as connection:
        notes = connection.execute(keeping._NEXT).all()
        old = keeping._look(connection, notes, clinic.ground, clinic.now_s)
    clinic.laptop.give(seq, 29, vaccine=BIBP)
    (row,) = kept(clinic)
    keeping._write(store, old)
    assert kept(clinic) == [row] and row.complete


def test_when_a_day_turns_the_programme_is_asked_again(clinic: Clinic) -> None:
    """A dose dated ahead is an error until its day."""
    seq = clinic.vaccinate("王一", None)
    clinic.laptop.give(seq, 8, month=6, vaccine=BIBP)
    (row,) = kept(clinic)
    assert not row.complete and row.recheck_day == to_day(date(2021, 6, 8))
    (row,) = kept(clinic, at("2021-06-09T04:00"))
    assert row.complete and row.recheck_day is None


def test_beside_the_server_it_is_kept_by_itself(clinic: Clinic) -> None:
    clinic.vaccinate("王一", None)
    clinic.world.push_all(clinic.laptop)
    store = clinic.world.store
    hub = Hub(store, lambda: clinic.now_s, ground=lambda: clinic.ground)
    assert still_to_do(store)
    with kept_up(hub, every_s=0.01):
        wait_for(lambda: not still_to_do(store))
    assert len(kept(clinic)) == 1


def still_to_do(store: Store) -> int:
    with store.reading() as connection:
        return waiting(connection)


def test_a_round_leaves_time_for_answers(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (1, 8):
        clinic.vaccinate(f"王{day}", None, day=day)
    clinic.world.push_all(clinic.laptop)
    monkeypatch.setattr(keeping, "MOST_A_ROUND", 1)
    monkeypatch.setattr(keeping, "_NEXT", keeping._NEXT.limit(1))
    store = clinic.world.store
    hub = Hub(store, lambda: clinic.now_s, ground=lambda: clinic.ground)
    for left in (3, 2, 1, 0):  # both were stirred, and the rules are new to this hub
        keep_up(hub)
        with store.reading() as connection:
            assert waiting(connection) == left


def test_a_fault_is_logged_without_a_name(clinic: Clinic, caplog: pytest.LogCaptureFixture) -> None:
    def fault() -> Any:
        raise RuntimeError("王一")

    keep_up(Hub(clinic.world.store, lambda: clinic.now_s, ground=fault))
    assert "RuntimeError" in caplog.text and "王" not in caplog.text
    keep_up(Hub(clinic.world.store, lambda: clinic.now_s))


def test_of_who_is_erased_nothing_is_kept(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王一", PHONE)
    clinic.vaccinate("王二", None)
    assert len(kept(clinic)) == 2
    erased(clinic.world.store, clinic.laptop, seq)
    (row,) = kept(clinic)
    assert row.person != clinic.laptop.hash_at(seq)
