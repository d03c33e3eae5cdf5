"""Doses needed: everybody who is due, with or without a telephone, once."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.demand import Demand
from fieldapp.hub.messages.demand import hub_demand
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import CallMade
from tests.hub.messages.clinic import BIBP, Clinic

MOBILE = "+861391234567"


def needed(clinic: Clinic) -> list[Demand]:
    clinic.world.push_all(clinic.laptop)
    return hub_demand(clinic.world.store, clinic.ground, clinic.now_s)


def test_by_product_week_and_region(clinic: Clinic) -> None:
    for day in (7, 8, 9, 15, 16, 22, 23):  # due 28 May to 13 June; today is 29 May
        clinic.vaccinate(f"王{day}", None, day=day)
    south = clinic.world.laptop(b"epoch-02", region="south")
    clinic.laptop, north = south, clinic.laptop
    clinic.vaccinate("李", MOBILE + "0", day=1)
    assert needed(clinic) == [Demand(BIBP, "south", 1, 0, 0)]
    clinic.laptop = north
    assert needed(clinic) == [Demand(BIBP, "north", 2, 2, 2), Demand(BIBP, "south", 1, 0, 0)]


def test_who_had_it_or_will_not_come_is_not_counted(clinic: Clinic) -> None:
    done = clinic.vaccinate("王一", None)
    clinic.laptop.give(done, 29, vaccine=BIBP)
    refused = clinic.vaccinate("王二", MOBILE + "2")
    clinic.laptop.add(CallMade(refused, BIBP, 2, "refused", phone=MOBILE + "2"))
    assert needed(clinic) == []


def test_who_promised_a_day_counts_in_its_week(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王一", MOBILE + "1")
    day = to_day(date(2021, 6, 2))
    clinic.laptop.add(CallMade(seq, BIBP, 2, "will-come", day=day, phone=MOBILE + "1"))
    assert needed(clinic) == [Demand(BIBP, "north", 0, 1, 0)]
