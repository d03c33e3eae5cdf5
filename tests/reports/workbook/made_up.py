"""A made-up workbook's content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from fieldapp.actions.programme import DEFAULT_PROGRAMME, load_catalogue, load_programme
from fieldapp.domain.schedule.calendar import parse_period
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.workbook.content import (
    BlankLine,
    Content,
    LotChoice,
    NextDose,
    PersonLine,
)


@dataclass(frozen=True)
class Book:
    """This release's rules."""

    programme: Programme
    catalogue: Catalogue


RULES = Book(load_programme(DEFAULT_PROGRAMME), load_catalogue())
SECOND = NextDose(2, date(2021, 7, 22), interval=parse_period("6m"), floor=date(2022, 3, 1))
LATE = replace(SECOND, not_before=date(2021, 9, 1))
PERSON = PersonLine(
    1, "AAAA-001-BBBB", "王建国", "cn-resident-id", "…2316", "1980", "…1234",
    "1: 2021-07-01 BIBP", SECOND, (SECOND, LATE),
)  # fmt: skip
LOTS = (LotChoice("BIBP 0417", parse_period("18y")), LotChoice("BIBP 0418", None))
CONTENT = Content(
    language="en",
    team="Boat Test",
    session="Boat 3 · 71",
    place="=Nanyang pier",
    day=date(2021, 8, 31),
    began=date(2021, 8, 30),
    written=datetime(2021, 8, 31, 6, 0),
    workbook="AAAA",
    people=(PERSON,),
    blanks=(BlankLine(2, "AAAA-002-CCCC"),),
    lots=LOTS,
    staff=("Nurse Test",),
    seal=("fieldapp-seal 1/1 QUJD",),
    seal_name="00c0ffee",
)
