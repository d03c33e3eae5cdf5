"""Made-up people, doses and reports for the tests of FHIR."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.domain.client import Client, ClientDetails, Document, Sex
from fieldapp.domain.immunization import (
    BodySite,
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.reports.fhir.records import DoseTold, Ground, PersonTold

GROUND = Ground(load_catalogue(), load_aefi_codes(), load_programme("cn-nhc-2021-03-29"))
BIBP = "covid-inact-bibp"
TODAY = date(2021, 6, 29)
CHINA = timezone(timedelta(hours=8))
WANG = ClientDetails(
    "王小明",
    (Document("passport", "E12345678"),),
    date(1980, 5, 17),
    Sex.MALE,
    phone="+8613912345678",
    home_area="Weishan",
)


def id_of(number: int) -> bytes:
    """A made-up event hash."""
    return number.to_bytes(32, "big")


def client(number: int = 1, details: ClientDetails = WANG, **changes: Any) -> Client:
    """A registration."""
    return Client(id_of(number), replace(details, **changes))


def event(number: int = 10, day: date = date(2021, 5, 8), **changes: Any) -> ImmunizationEvent:
    """A dose given at nine in the morning."""
    given = ImmunizationEvent(
        event_id=id_of(number),
        client_id=id_of(1),
        status=ImmunizationStatus.COMPLETED,
        lot=VaccineLot(BIBP, "TEST-0001", date(2022, 1, 7)),
        occurred_at=datetime(day.year, day.month, day.day, 9, tzinfo=CHINA),
        recorded_at=datetime(2021, 5, 8, 1, 5, tzinfo=UTC),
        recorded_by="nurse.test",
        source=DoseSource.GIVEN_HERE,
        site=BodySite.LEFT_DELTOID,
        vaccinator="nurse.test",
    )
    return replace(given, **changes)


def dose(number: int = 10, contest: str | None = None, **changes: Any) -> DoseTold:
    """The same as told of a team."""
    return DoseTold(event(number, **changes), "Boat Test", contest)


def report(number: int = 20, dose_id: bytes | None = None, **details: Any) -> AdverseEvent:
    """Somebody fainted."""
    return AdverseEvent(
        id_of(number),
        dose_id or id_of(10),
        id_of(1),
        BIBP,
        ReactionDetails(**{"reactions": ("syncope",), **details}),
        datetime(2021, 5, 8, 2, 0, tzinfo=UTC),
        "nurse.test",
    )


def person(*doses: DoseTold, **more: Any) -> PersonTold:
    """Somebody with these doses."""
    return PersonTold((client(),), doses, **more)
