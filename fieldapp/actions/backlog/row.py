"""Judges one row of a backlog: what it says, or why it is refused. Knows no journal.

The first fault found, in the order of `REFUSALS`, is the one that is named.
"""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from fieldapp.actions.backlog.sheet import SheetRow, lost_digits
from fieldapp.domain.birth_date import Precision, read_birth_date
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.scan import identify, read_as

REFUSALS = {
    "digits_lost": (
        "The spreadsheet kept only the first digits of this long number."
        " Format the cell as text and type the number again."
    ),
    "too_long": "The row is too long to be kept. Shorten this text.",
    "missing_name": "The person's name is missing.",
    "bad_id_number": "The document number is not valid: {why}.",
    "bad_date": "This is not a date that exists, or a needed date is missing.",
    "future_date": "This date lies in the future.",
    "unknown_vaccine": "This vaccine is not in the catalogue.",
    "bad_status": "The status must be given or not-given.",
}
_READ = (
    "client_name", "birth_date", "id_number", "phone", "key_group", "home_area", "nationality",
    "reason", "vaccine", "lot", "expiry", "given_at", "vaccinator", "session", "note",
)  # fmt: skip
"""The columns whose text is kept as it is."""
_MOST_BYTES = 8 * 1024
"""Of all of them together; a record of the journal has room for twice as many."""
_ROW_NAMESPACE = uuid.UUID("5b0b7c1e-8f0e-5d4c-9a53-6f69656c6461")
_DATE = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?")
_TIME = re.compile(r"[T ]*(\d{1,2}):(\d{2})(?::\d{2})?")
_YES = {"yes", "y", "true", "1", "是"}
_NO = {"no", "n", "false", "0", "否"}
_SEX = {"m": Sex.MALE, "f": Sex.FEMALE, "x": Sex.OTHER, "男": Sex.MALE, "女": Sex.FEMALE}
_SITES = {"left-deltoid", "right-deltoid", "left-thigh", "right-thigh", "oral"}


class KnowsVaccines(Protocol):
    """As much of the catalogue as a row needs."""

    def __contains__(self, vaccine_id: object) -> bool: ...


@dataclass(frozen=True, slots=True)
class BacklogRow:
    """A good row. `occurred` is on the site's own clock; `row` tells this row from all others."""

    line: int
    row: bytes
    client: ClientDetails
    given: bool
    vaccine_id: str | None
    lot: str
    expiry: date | None
    occurred: datetime
    site: str | None
    reason: str
    vaccinator: str | None
    session: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not taken: the code, the column at fault, and words for a person."""

    line: int
    code: str
    column: str
    reason: str


class _Refused(Exception):
    def __init__(self, code: str, column: str, why: str = "") -> None:
        super().__init__(code)
        self.code, self.column, self.why = code, column, why


def judge(row: SheetRow, vaccines: KnowsVaccines, now: datetime) -> BacklogRow | Refusal:
    """Read one row. `now` is the site's own clock, naive; doubtful but real doses are good rows."""
    try:
        return _read(row, vaccines, now)
    except _Refused as no:
        reason = REFUSALS[no.code].format(why=no.why)
        return Refusal(row.line, no.code, no.column, reason)


def _read(row: SheetRow, vaccines: KnowsVaccines, now: datetime) -> BacklogRow:
    cell = {name: _clean(text) for name, text in row.values.items()}
    _require_fit({column: cell.get(column, "") for column in _READ})
    client = _client(row.values, cell, now)
    expiry = _date(cell, "expiry")
    occurred = _occurred(cell, client, now)
    vaccine = cell.get("vaccine") or None
    given = _given(cell, vaccine, vaccines)
    site = cell.get("site", "").lower()
    return BacklogRow(
        line=row.line,
        row=_row_id(cell),
        client=client,
        given=given,
        vaccine_id=vaccine,
        lot=cell.get("lot", ""),
        expiry=expiry,
        occurred=occurred,
        site=site if site in _SITES else None,
        reason=cell.get("reason", "") or ("" if given else "not-stated"),
        vaccinator=cell.get("vaccinator") or None,
        session=cell.get("session") or None,
        note=cell.get("note") or None,
    )


def _clean(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _require_fit(read: Mapping[str, str]) -> None:
    for column, text in read.items():
        if lost_digits(text):
            raise _Refused("digits_lost", column)
    sizes = {column: len(text.encode()) for column, text in read.items()}
    if sum(sizes.values()) > _MOST_BYTES:
        raise _Refused("too_long", max(sizes, key=sizes.__getitem__))


def _given(cell: Mapping[str, str], vaccine: str | None, vaccines: KnowsVaccines) -> bool:
    status = cell.get("status", "").lower()
    if vaccine is None and status != "not-given":
        raise _Refused("unknown_vaccine", "vaccine")
    if vaccine is not None and vaccine not in vaccines:
        raise _Refused("unknown_vaccine", "vaccine")
    if status not in ("given", "not-given"):
        raise _Refused("bad_status", "status")
    return status == "given"


def _client(raw: Mapping[str, str], cell: Mapping[str, str], now: datetime) -> ClientDetails:
    name = " ".join(raw.get("client_name", "").split())  # a name is kept as it was written
    if not name:
        raise _Refused("missing_name", "client_name")
    documents, follows = _documents(cell, now.date())
    birth, known_to = _birth_date(cell)
    if birth is not None and birth > now.date():
        raise _Refused("future_date", "birth_date")
    return ClientDetails(
        name=name,
        documents=documents,
        birth_date=follows[0] or birth,
        sex=follows[1] or _SEX.get(cell.get("sex", "").lower()),
        phone=_phone(cell, now.date()),
        key_group=cell.get("key_group") or None,
        home_area=cell.get("home_area") or None,
        nationality=cell.get("nationality") or None,
        social_security=_yes_no(cell.get("social_security", "")),
        birth_known_to=Precision.DAY if follows[0] else known_to,
    )


def _documents(
    cell: Mapping[str, str], today: date
) -> tuple[tuple[Document, ...], tuple[date | None, Sex | None]]:
    kind, number = cell.get("id_type", "").lower(), cell.get("id_number", "")
    if not number and kind in ("", "none", "provisional"):
        return (), (None, None)
    scan = read_as(kind, number, today) if kind else identify(number, today)
    if not scan.valid or scan.document is None:
        raise _Refused("bad_id_number", "id_number", scan.error or "not recognised")
    return (scan.document,), (scan.birth_date, scan.sex)


def _phone(cell: Mapping[str, str], today: date) -> str | None:
    """E.164 where it is one; otherwise as written, because a wrong number is still a clue."""
    text = cell.get("phone", "")
    if not text:
        return None
    scan = read_as("phone", text, today)
    return str(scan.fields["e164"]) if scan.valid else text


def _occurred(cell: Mapping[str, str], client: ClientDetails, now: datetime) -> datetime:
    text = cell.get("given_at", "")
    day = _date(cell, "given_at")
    if day is None:
        raise _Refused("bad_date", "given_at")
    moment = datetime.combine(day, datetime.min.time()) + _time_of_day(text)
    if moment > now:
        raise _Refused("future_date", "given_at")
    if client.birth_date is not None and day < client.birth_date:
        raise _Refused("bad_date", "given_at")
    return moment


def _date(cell: Mapping[str, str], column: str) -> date | None:
    text = cell.get(column, "")
    if not text:
        return None
    found = _DATE.match(text)
    rest = text[found.end() :] if found else text
    if found is None or (rest and not _TIME.fullmatch(rest)):
        raise _Refused("bad_date", column)
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError as error:
        raise _Refused("bad_date", column) from error


def _birth_date(cell: Mapping[str, str]) -> tuple[date | None, Precision]:
    """A date, or the month or the year alone."""
    try:
        return read_birth_date(cell.get("birth_date", ""))
    except ValueError:
        return _date(cell, "birth_date"), Precision.DAY


def _time_of_day(text: str) -> timedelta:
    found = re.search(r"(\d{1,2}):(\d{2})(?::\d{2})?$", text)
    if found is None:
        return timedelta()
    hours, minutes = int(found[1]), int(found[2])
    if hours > 23 or minutes > 59:
        raise _Refused("bad_date", "given_at")
    return timedelta(hours=hours, minutes=minutes)


def _yes_no(text: str) -> bool | None:
    word = text.lower()
    return True if word in _YES else False if word in _NO else None


def _row_id(cell: Mapping[str, str]) -> bytes:
    """The row's own UUID; without one, a UUID made of all its cells, so that the same file
    imported twice is still recognised."""
    try:
        return uuid.UUID(cell.get("row_uuid", "")).bytes
    except ValueError:
        content = "\x1f".join(f"{name}={text}" for name, text in sorted(cell.items()))
        return uuid.uuid5(_ROW_NAMESPACE, content).bytes
