"""How somebody stands in a workbook, and how little of them."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.reports.workbook.lines import (
    Somebody,
    doses_told,
    end_of,
    line_of,
    seat_told,
    shown_cells,
)
from fieldapp.reports.workbook.words import Words
from tests.reports.workbook.made_up import RULES

VACCINE = "covid-inact-bibp"
DAY, BORN = date(2021, 8, 1), date(1980, 3, 7)
LOT = VaccineLot(VACCINE, "A1", date(2022, 1, 1))
DETAILS = ClientDetails(
    "王建国",
    (Document("cn-resident-id", "110101198003072311"),),
    birth_date=BORN,
    phone="+8613800001234",
)
SOMEBODY = Somebody(DETAILS, Person(BORN, (PriorDose(date(2021, 6, 22), VACCINE),)), VACCINE)


def test_no_more_is_told_than_finds_somebody_again() -> None:
    line = line_of(RULES, SOMEBODY, 1, [LOT], DAY)
    assert (line.name, line.document, line.born, line.phone) == ("王建国", "…2311", "1980", "…1234")
    assert line.history == "1: 2021-06-22 BIBP"
    assert (line.planned.number, line.by_lot[0].number) == (2, 2)


def test_of_a_document_its_end_is_told_of_a_provisional_number_all() -> None:
    assert end_of(Document("cn-resident-id", "110101198003072311")) == "…2311"
    assert end_of(Document("passport", "E123")) == "…23"
    assert end_of(Document("provisional", "NP-0001-AB")) == "NP-0001-AB"


def test_what_is_printed_is_in_the_words_of_the_language() -> None:
    line = line_of(RULES, SOMEBODY, 1, [], DAY)
    assert shown_cells(line, Words("zh_CN"))[:3] == ["王建国", "居民身份证", "…2311"]


def test_what_stands_beside_a_person_is_their_seat_and_every_dose_by_its_number() -> None:
    assert seat_told("09:20", Words("zh_CN")) == "已预约 09:20"
    given = [PriorDose(date(2021, 5, 1), VACCINE), PriorDose(date(2021, 6, 1), "gone")]
    assert doses_told(given, RULES.catalogue) == "1: 2021-05-01 BIBP\n1: 2021-06-01 gone"
