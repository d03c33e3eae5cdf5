"""Who got a lot: every dose of it that stands, however its number was typed."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.stock.lot_people import lot_people
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import DoseVoided
from tests.journal.laptop import LOT, NURSE, VACCINE, dose_of, give, register
from tests.journal.recalled import hub_recalls


def test_everybody_who_got_it_is_named_newest_first_with_who_recalled_it(
    journal: Journal,
) -> None:
    first, second = register(journal, "测试甲"), register(journal, "测试乙")
    give(journal, first)
    typed = replace(dose_of(journal, second), lot="test - 0001")
    journal.append([typed], user=NURSE.login)
    journal.append([replace(typed, lot="ANOTHER")], user=NURSE.login)
    hub_recalls(journal, (VACCINE, LOT))
    found = lot_people(journal, VACCINE, LOT)
    assert [one.client.details.name for one in found.records] == ["测试乙", "测试甲"]
    assert found.recall is not None and found.recall.from_hub
    assert found.names[NURSE.login] == NURSE.name


def test_what_was_struck_through_is_left_out(journal: Journal) -> None:
    dose = give(journal, register(journal))
    journal.append([DoseVoided(journal.ref(dose), "typed-wrong")], user=NURSE.login)
    found = lot_people(journal, VACCINE, LOT)
    assert (found.records, found.recall) == ((), None)
