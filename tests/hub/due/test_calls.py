"""Promises of calls: counted by who made them, without those that were struck through."""

from __future__ import annotations

from fieldapp.hub.due.calls import by_team, calls_made
from fieldapp.wire.facts import CallMade, CallWithdrawn
from tests.hub.messages.clinic import BIBP, Clinic

PHONE = "+8613912345678"


def test_calls_by_team_and_caller(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王一", PHONE)
    for outcome in ("no-answer", "no-answer", "will-come"):
        clinic.laptop.add(CallMade(seq, BIBP, 2, outcome, phone=PHONE))
    wrong = clinic.laptop.add(CallMade(seq, BIBP, 2, "deceased", phone=PHONE))
    clinic.laptop.add(CallWithdrawn(wrong, "mistyped"))
    clinic.world.push_all(clinic.laptop)
    with clinic.world.store.reading() as connection:
        made = calls_made(connection, 0)
        assert calls_made(connection, 2**40) == {}
    ((device, login),) = made
    assert device == clinic.laptop.device and login
    assert by_team(made) == {device: {"no-answer": 2, "will-come": 1}}
