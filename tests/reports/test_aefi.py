"""The AEFI line list begins with WHO's core variables as resources/aefi names them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.immunization import (
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.reports.aefi import COLUMNS, CORE, AefiLine, aefi_table

AT = datetime(2026, 11, 22, 14, 21, tzinfo=timezone(timedelta(hours=8)))
DOSE = ImmunizationEvent(
    event_id=b"d" * 32,
    client_id=b"c" * 32,
    status=ImmunizationStatus.COMPLETED,
    lot=VaccineLot("covid-inact-bibp", "TEST-0001", date(2028, 2, 28)),
    occurred_at=AT,
    recorded_at=AT,
    recorded_by="nurse.test",
    source=DoseSource.GIVEN_HERE,
)
TOLD = ReactionDetails(
    reactions=("urticaria", "fever"),
    onset=datetime(2026, 11, 22, 14, 33),
    serious=True,
    criteria=("hospital",),
    outcome="recovering",
    treatment="made up",
)
LINE = AefiLine(
    event=AdverseEvent(
        b"r" * 32,
        b"d" * 32,
        b"c" * 32,
        "covid-inact-bibp",
        TOLD,
        datetime(2026, 11, 22, 6, 40, tzinfo=UTC),
        "nurse.test",
    ),
    dose=DOSE,
    client=ClientDetails("测试甲", (Document("passport", "TEST1"),), sex=Sex.FEMALE),
    brand_and_maker="BIBP, maker",
    dose_number=2,
    place="Boat Test, Pier 3",
    reporter_name="Nurse Test",
    reporter_post="recorder",
    still_missing=("outcome",),
)


def row_of(line: AefiLine) -> dict[str, object]:
    table = aefi_table([line])
    (row,) = table.rows
    return dict(zip(table.columns, row, strict=True))


def test_the_core_variables_are_those_of_the_resources() -> None:
    assert tuple(load_aefi_codes().variables) == CORE == COLUMNS[:25]


def test_a_row_says_who_after_what_and_what_happened() -> None:
    row = row_of(LINE)
    assert (row["patient_name"], row["sex"], row["id_number"]) == ("测试甲", "F", "TEST1")
    assert (row["lot"], row["expiry"], row["dose_number"]) == ("TEST-0001", "2028-02-28", 2)
    assert (row["vaccinated_at"], row["onset_at"]) == ("2026-11-22T14:21", "2026-11-22T14:33")
    assert (row["reactions"], row["serious"]) == ("urticaria; fever", True)
    assert (row["serious_because"], row["still_missing"]) == ("hospital", "outcome")
    assert (row["reporter_name"], row["reporter_post"]) == ("Nurse Test", "recorder")
    assert row["reported_at"] == "2026-11-22T06:40:00Z"


def test_somebody_else_who_told_of_it_is_the_reporter() -> None:
    told = replace(TOLD, reporter="her mother", reporter_post="family", died_on=date(2026, 12, 1))
    row = row_of(replace(LINE, event=replace(LINE.event, details=told)))
    assert (row["reporter_name"], row["reporter_post"]) == ("her mother", "family")
    assert row["died_on"] == "2026-12-01"
