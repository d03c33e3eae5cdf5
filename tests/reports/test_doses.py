from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.immunization import (
    BodySite,
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.reports.doses import DoseLine, dose_table
from fieldapp.reports.table import Cell

CHINA = timezone(timedelta(hours=8))
CLIENT = ClientDetails(
    name="测试甲",
    documents=(Document("cn-resident-id", "11010519491231002X"),),
    birth_date=date(1949, 12, 31),
    sex=Sex.FEMALE,
    social_security=True,
)


def event(status: ImmunizationStatus = ImmunizationStatus.COMPLETED) -> ImmunizationEvent:
    return ImmunizationEvent(
        event_id=b"\x01" * 32,
        client_id=b"\x02" * 32,
        status=status,
        lot=VaccineLot("covid-inact-bibp", "L1", date(2027, 1, 31)),
        occurred_at=datetime(2026, 11, 23, 8, 5, tzinfo=CHINA),
        recorded_at=datetime(2026, 11, 23, 0, 5, tzinfo=UTC),
        recorded_by="li.na",
        source=DoseSource.GIVEN_HERE,
        site=BodySite.LEFT_DELTOID,
        reason="fever" if status is ImmunizationStatus.NOT_DONE else None,
    )


def row_of(line: DoseLine) -> dict[str, Cell]:
    table = dose_table([line])
    return dict(zip(table.columns, table.rows[0], strict=True))


def test_a_dose_is_written_in_the_words_and_columns_of_the_import_file() -> None:
    row = row_of(DoseLine(event(), CLIENT, 2, "confirmed"))
    assert (row["client_name"], row["id_number"]) == ("测试甲", "11010519491231002X")
    assert (row["status"], row["vaccine"], row["given_at"]) == (
        "given",
        "covid-inact-bibp",
        "2026-11-23T08:05",
    )
    assert (row["vaccinator"], row["site"], row["expiry"]) == (
        "li.na",
        "left-deltoid",
        "2027-01-31",
    )


def test_every_line_says_how_safe_it_is_and_how_to_find_it_again() -> None:
    row = row_of(DoseLine(event(), CLIENT, 2, "waiting"))
    assert (row["state"], row["dose_number"]) == ("waiting", 2)
    assert row["recorded_at"] == "2026-11-23T00:05:00Z"
    assert row["event_id"] == "01" * 32


def test_what_was_not_given_keeps_its_reason_and_what_was_an_error_is_called_so() -> None:
    not_done = row_of(DoseLine(event(ImmunizationStatus.NOT_DONE), CLIENT, None, "waiting"))
    error = row_of(DoseLine(event(ImmunizationStatus.ENTERED_IN_ERROR), CLIENT, None, "voided"))
    assert (not_done["status"], not_done["reason"]) == ("not-given", "fever")
    assert error["status"] == "entered-in-error"
