"""A team's practice on a made-up journal, with a lot on board since before the readings begin."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE

BIBP = VaccineLot("covid-inact-bibp", "B-1", date(2022, 8, 31))
POLIO = VaccineLot("bopv", "P-1", date(2022, 8, 31))
BOX = "Cold box 1"
USER = NURSE.login


def practice_on(journal: Journal) -> Practice:
    """The practice, with nothing in the store yet."""
    programme = load_programme("cn-nhc-2021-03-29")
    return Practice(journal, load_catalogue(), programme, (), journal.clock)


def stocked(journal: Journal, *lots: VaccineLot) -> Practice:
    """The practice, with twenty doses of each lot in the store."""
    for lot in lots or (BIBP,):
        receive_lot(journal, Amount(lot, 20), user=USER)
    return practice_on(journal)
