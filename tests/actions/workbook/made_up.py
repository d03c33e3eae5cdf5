"""A made-up session with people who are due, its workbook, and hands that fill it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from fieldapp.actions.load_vials import Load
from fieldapp.actions.workbook.export import export_workbook
from fieldapp.domain.client import Document
from fieldapp.domain.immunization import VaccineLot
from fieldapp.reports.workbook.columns import HEADER_ROW, index
from fieldapp.reports.workbook.words import Words
from tests.actions.operation import A, B, Operation
from tests.journal.laptop import NURSE, VACCINE, dose_of, register

TODAY = date(2021, 8, 1)
PHONE = "+8613800001234"
FIRST_LINE = HEADER_ROW + 2
"""The first person's line on the sheet, from 1."""
RESIDENT = Document("cn-resident-id", "110101198003072311")


@dataclass
class Field:
    """A team at its session, and where its workbook goes."""

    operation: Operation
    folder: Path

    def knows(
        self,
        name: str,
        *days_ago: int,
        born: date | None = date(1980, 3, 7),
        vaccine: str = VACCINE,
        documents: tuple[Document, ...] = (),
    ) -> bytes:
        """Somebody who had doses so many days ago."""
        journal = self.operation.journal
        client = register(journal, name, *documents, birth_date=born, phone=PHONE)
        for ago in days_ago:
            occurred = datetime.combine(TODAY - timedelta(days=ago), datetime.min.time())
            fact = dose_of(journal, client, occurred=occurred.replace(hour=9))
            journal.append([replace(fact, vaccine=vaccine)], user=NURSE.login)
        return client

    def begins(self, *loads: Load) -> None:
        """The session is opened with two lots on board."""
        self.operation.start(*(loads or (Load(A, 2, 5), Load(B, 2, 5))))

    def exports(self, name: str = "session.xlsx", language: str = "en", blanks: int = 5) -> Path:
        """The workbook as it is handed out."""
        path = self.folder / name
        practice = self.operation.practice
        export_workbook(practice, path, language=language, user=NURSE.login, blanks=blanks)
        return path


def lot_text(lot: VaccineLot, language: str = "en") -> str:
    """How a lot is chosen."""
    return f"BIBP {lot.lot_number} {Words(language)('lot.expiry')} {lot.expiry}"


def fill(path: Path, rows: Mapping[int, Mapping[str, object]], to: Path | None = None) -> Path:
    """Type into rows (from 1) as a person would; returns the file that was saved."""
    book = load_workbook(path)
    sheet: Any = book.worksheets[1]
    for number, cells in rows.items():
        for key, value in cells.items():
            sheet.cell(FIRST_LINE + number - 1, index(key) + 1).value = value
    saved = to or path
    book.save(saved)
    return saved


def cells(path: Path, number: int) -> dict[str, Any]:
    """What stands in a row."""
    sheet: Any = load_workbook(path).worksheets[1]
    from fieldapp.reports.workbook.columns import KEYS

    line = FIRST_LINE + number - 1
    return {key: sheet.cell(line, at + 1).value for at, key in enumerate(KEYS)}
