"""A made-up plan with one row of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from fieldapp.actions.backlog.row import BacklogRow, Refusal
from fieldapp.actions.workbook.differences import Change, Difference
from fieldapp.actions.workbook.judging import REFUSALS
from fieldapp.actions.workbook.look import Looked
from fieldapp.actions.workbook.reading import Returned, TypedRow
from fieldapp.actions.workbook.strangers import DOUBLE, Ready
from fieldapp.actions.workbook.take_back import Plan
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import DoseSource, ImmunizationEvent, ImmunizationStatus
from fieldapp.reports.workbook.columns import KEYS
from fieldapp.wire.workbook import Frame, Row
from tests.actions.operation import A, B

WANG, FATIMA, ANNA, LIU = (
    ClientDetails(name) for name in ("王建国", "Fatima Al-Sayed", "Анна Кузнецова", "刘洋")
)
DOSE = BacklogRow(
    5, b"r" * 16, WANG, True, A.vaccine_id, A.lot_number, A.expiry, datetime(2021, 8, 1), None, "",
    "nurse.test", "Boat 3 · 71", None,
)  # fmt: skip
EVENT = ImmunizationEvent(
    b"e" * 32, b"c" * 32, ImmunizationStatus.COMPLETED, A, datetime(2021, 8, 1, tzinfo=UTC),
    datetime(2021, 8, 1, tzinfo=UTC), "nurse.test", DoseSource.LATE_ENTRY,
)  # fmt: skip
FRAME = Frame(
    b"w" * 16, b"", 0, b"", "Boat 3 · 71", date(2021, 8, 1), (), (A, B), (Row(5, b"u" * 16),)
)
REFUSED = TypedRow(
    9, (), dict.fromkeys(KEYS, "") | {"name": LIU.name, "number": "5"}, FRAME.rows[0]
)
LOT = Change("lot", f"{A.vaccine_id} {A.lot_number}", f"{B.vaccine_id} {B.lot_number}")
READY = Ready(1, DOSE, b"c" * 32)
HELD = Ready(2, replace(DOSE, line=6, client=FATIMA), b"d" * 32, asks=DOUBLE)
CHANGED = Ready(3, replace(DOSE, line=7, client=ANNA, lot=B.lot_number), b"e" * 32)
SEEN = Looked(
    ready=(READY,),
    held=(HELD,),
    changed=(Difference(3, CHANGED.row, EVENT, (LOT,)),),
    already_here=4,
    early=(1,),
    expired=(),
)
PLAN = Plan(
    returned=Returned(FRAME, (), (), (REFUSED,), own=True),
    rows=(READY, HELD, CHANGED),
    seen=SEEN,
    refusals=(Refusal(9, "before_session", "day", REFUSALS["before_session"]),),
    empty=12,
)
