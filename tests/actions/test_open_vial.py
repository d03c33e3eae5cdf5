"""A vial comes into use by its scan; the one before it is put away, and an expired one never."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.open_vial import LotExpired, LotIsRecalled, VialScan, open_vial
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import vials
from fieldapp.journal.entries import all_entries
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import LotRecalled, VialClosed
from tests.journal.laptop import NURSE, give, register
from tests.journal.recalled import hub_recalls

TODAY = date(2021, 8, 1)
SCAN = VialScan(VaccineLot("covid-inact-bibp", "TEST-0001", date(2022, 1, 31)), 2, "CODE-1")


def scan(journal: Journal, vial: VialScan) -> bytes:
    return open_vial(journal, vial, today=TODAY, user=NURSE.login)


def closed(journal: Journal) -> list[VialClosed]:
    return [e.fact for e in all_entries(journal.db) if isinstance(e.fact, VialClosed)]


def test_a_scanned_vial_is_in_use_with_all_its_doses(journal: Journal) -> None:
    vial_id = scan(journal, SCAN)
    (vial,) = vials.in_use(journal)
    assert (vial.vial_id, vial.lot, vial.doses_left, vial.code) == (vial_id, SCAN.lot, 2, "CODE-1")


def test_scanning_the_vial_in_use_again_changes_nothing(journal: Journal) -> None:
    vial_id, before = scan(journal, SCAN), journal.head()
    assert scan(journal, SCAN) == vial_id
    assert journal.head() == before


def test_the_next_vial_of_the_same_vaccine_replaces_the_one_before(journal: Journal) -> None:
    scan(journal, SCAN)
    second = scan(journal, replace(SCAN, code="CODE-2"))
    assert [vial.vial_id for vial in vials.in_use(journal)] == [second]
    (put_away,) = closed(journal)
    assert (put_away.doses_left, put_away.reason) == (2, "replaced")


def test_a_vial_that_gave_all_its_doses_is_put_away_as_used_up(journal: Journal) -> None:
    first = scan(journal, SCAN)
    for _ in range(2):
        give(journal, register(journal), vial=first)
    scan(journal, replace(SCAN, code="CODE-2"))
    (put_away,) = closed(journal)
    assert (put_away.doses_left, put_away.reason) == (0, "used-up")


def test_a_vial_of_another_vaccine_is_used_beside_it(journal: Journal) -> None:
    scan(journal, SCAN)
    scan(journal, VialScan(VaccineLot("flu-test", "F-1", None), 10, "CODE-3"))
    assert len(vials.in_use(journal)) == 2


def test_two_vials_typed_without_a_code_are_two_vials(journal: Journal) -> None:
    typed = replace(SCAN, code=None)
    assert scan(journal, typed) != scan(journal, typed)
    assert len(vials.in_use(journal)) == 1


@pytest.mark.parametrize("expiry", [TODAY, None])
def test_the_last_usable_day_is_usable_and_so_is_a_lot_without_a_date(
    expiry: date | None, journal: Journal
) -> None:
    scan(journal, replace(SCAN, lot=VaccineLot("covid-inact-bibp", "TEST-0001", expiry)))
    assert len(vials.in_use(journal)) == 1


def test_an_expired_vial_never_comes_into_use_and_the_old_one_stays(journal: Journal) -> None:
    in_use, before = scan(journal, SCAN), journal.head()
    expired = VaccineLot("covid-inact-bibp", "TEST-0002", date(2021, 7, 31))
    with pytest.raises(LotExpired, match="2021-07-31"):
        scan(journal, replace(SCAN, lot=expired, code="CODE-2"))
    assert journal.head() == before
    assert [vial.vial_id for vial in vials.in_use(journal)] == [in_use]


@pytest.mark.parametrize("typed", ["TEST-0001", "test - 0001"])
def test_a_lot_that_the_hub_recalled_never_comes_into_use(journal: Journal, typed: str) -> None:
    hub_recalls(journal, ("covid-inact-bibp", typed))
    before = journal.head()
    with pytest.raises(LotIsRecalled) as refused:
        scan(journal, SCAN)
    assert refused.value.recall.from_hub and refused.value.recall.note == "Notice 4"
    assert journal.head() == before
    hub_recalls(journal)  # lifted
    scan(journal, SCAN)
    assert len(vials.in_use(journal)) == 1


def test_nor_does_a_lot_that_this_team_recalled(journal: Journal) -> None:
    journal.append([LotRecalled("covid-inact-bibp", "TEST-0001", "letter 7")], user=NURSE.login)
    with pytest.raises(LotIsRecalled) as refused:
        scan(journal, SCAN)
    assert not refused.value.recall.from_hub
