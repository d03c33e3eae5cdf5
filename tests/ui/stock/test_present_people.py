"""Who got a lot, in words: the recall first, then how many as far as is known here."""

from __future__ import annotations

from fieldapp.actions.stock.lot_people import lot_people
from fieldapp.journal.journal import Journal
from fieldapp.ui.stock.present_people import people_of_lot
from tests.actions.cold_chain.practice import practice_on
from tests.journal.laptop import LOT, NURSE, VACCINE, Laptop, give, register
from tests.journal.recalled import hub_recalls


def test_the_recall_is_said_before_the_people(laptop: Laptop) -> None:
    journal: Journal = laptop.open()
    person = register(journal, "测试甲", phone="+8613812345678")
    for _ in range(2):
        give(journal, person)
    hub_recalls(journal, (VACCINE, LOT))
    found = lot_people(journal, VACCINE, LOT)
    title, lead, lines = people_of_lot(practice_on(journal), found)
    assert title == "Who got BIBP TEST-0001" or title.endswith(LOT)
    assert lead == (
        "Lot TEST-0001 was recalled by the hub on 31 Jul 2021: Its quality is in doubt (Notice 4). "
        "2 doses, 1 people, as far as this laptop knows."
    )
    assert [(line.name, line.phone, line.by) for line in lines] == [
        ("测试甲", "+8613812345678", NURSE.name)
    ] * 2
