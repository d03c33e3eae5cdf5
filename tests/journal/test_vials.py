from __future__ import annotations

from datetime import date

from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import vials
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_day
from fieldapp.wire.facts import DoseVoided, VialClosed
from tests.journal.laptop import LOT, NURSE, VACCINE, give, open_vial, register


def test_each_dose_leaves_its_vial_and_a_void_gives_it_back(journal: Journal) -> None:
    client_id, vial_id = register(journal), open_vial(journal, doses=2)
    first = give(journal, client_id, vial=vial_id)
    give(journal, client_id, vial=vial_id)
    give(journal, client_id)
    (vial,) = vials.in_use(journal)
    assert (vial.vial_id, vial.doses, vial.doses_left) == (vial_id, 2, 0)
    for _ in range(2):
        journal.append([DoseVoided(journal.ref(first), "other")], user=NURSE.login)
    assert vials.in_use(journal)[0].doses_left == 1


def test_vials_in_use_are_newest_first_and_go_when_put_away(journal: Journal) -> None:
    old, new = open_vial(journal), open_vial(journal)
    assert [vial.vial_id for vial in vials.in_use(journal)] == [new, old]
    journal.append([VialClosed(journal.ref(new), 5, "broken")], user=NURSE.login)
    (left,) = vials.in_use(journal)
    assert left.vial_id == old
    assert left.lot == VaccineLot(VACCINE, LOT, from_day(19000))
    assert left.lot.expiry == date(2022, 1, 8)
    assert (left.code, left.opened_at) == ("TESTCODE1", journal.clock.now())
