"""What a scanned or typed text is, and what it says. Knows no journal: only the text and today."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from fieldapp.domain import gs1, trace_code
from fieldapp.domain.client import Document, Sex
from fieldapp.domain.documents import (
    booking_code,
    mrz,
    permits,
    phone,
    provisional,
    resident_id,
)
from fieldapp.domain.documents.card_text import card_text
from fieldapp.domain.documents.reading import Reading, refused
from fieldapp.domain.likely_kinds import likely_kinds
from fieldapp.domain.scan_trouble import trouble_in

DOUBTFUL_LOT = ("POSSIBLE_MISSING_SEPARATOR", "LETTER_CASE")
_BLANKS = " \t\r\n\v\f\u3000\ufeff"  # str.strip() alone would take the GS1 separator, too


@dataclass(frozen=True)
class Scan:
    """A text as one kind of code. `error` is the first fault of a text that is not valid.

    `fields` has the names of the identification cases and dates as ISO text; it is empty when the
    text is not valid. Kinds: those of `KINDS`, and "unknown".
    """

    kind: str
    text: str
    valid: bool
    fields: Mapping[str, object]
    error: str | None
    warnings: tuple[str, ...] = ()

    @property
    def document(self) -> Document | None:
        """The document to find or register a person by; the same for every form of one paper."""
        if not self.valid or self.kind not in _DOCUMENTS:
            return None
        return _DOCUMENTS[self.kind](self.fields)

    @property
    def birth_date(self) -> date | None:
        return _day(self.fields.get("birth_date"))

    @property
    def sex(self) -> Sex | None:
        sex = self.fields.get("sex")
        return Sex(sex) if isinstance(sex, str) else None

    @property
    def name(self) -> str | None:
        """A person's name: as typed, or from a passport, given names first; of a card once it was
        proven."""
        if self.kind == "name":
            return self.text
        if self.kind == "card":
            return self._text("name")
        if self.kind != "mrz":
            return None
        return self._both("given_names", "surname") or None

    @property
    def nationality(self) -> str | None:
        """ICAO or ISO letters of the country, where the document gives them."""
        return self._text("nationality") or self._text("country_alpha3")

    @property
    def lot(self) -> str | None:
        return self._text("10") if self.kind == "gs1" else None

    @property
    def expiry(self) -> date | None:
        """The last usable day of a vial (not the expiry of a passport)."""
        return _day(self.fields.get("17")) if self.kind == "gs1" else None

    def is_expired(self, today: date) -> bool:
        """Whether a vial's last usable day is over; that day itself is usable to its end."""
        return self.expiry is not None and self.expiry < today

    @property
    def lot_doubt(self) -> str | None:
        """Why the lot may not be what is printed: a warning of DOUBTFUL_LOT; None where it is."""
        return next((doubt for doubt in self.warnings if doubt in DOUBTFUL_LOT), None)

    @property
    def gtin(self) -> str | None:
        return self._text("01") if self.kind == "gs1" else None

    @property
    def vial_code(self) -> str | None:
        """One spelling for every way in which a reader may send the same vial's code."""
        if not self.valid:
            return None
        if self.kind == "gs1":
            return "".join(f"({code}){self.fields[code]}" for code in sorted(self.fields))
        return self._text("normalized") if self.kind == "cn-trace-code" else None

    def _text(self, name: str) -> str | None:
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    def _both(self, first: str, second: str) -> str:
        return " ".join(part for part in (self._text(first), self._text(second)) if part)


def read_as(kind: str, text: str | Sequence[str], today: date) -> Scan:
    """Read the text as the kind that somebody named; an unknown kind is the error UNKNOWN_KIND.

    Lines of a machine-readable zone may come as a list; lines of other kinds are read joined.
    """
    shown = _storable(text if isinstance(text, str) else "\n".join(text))
    reader = _READERS.get(kind)
    return _scan(kind, shown, reader(shown, today) if reader else refused("UNKNOWN_KIND"))


def identify(text: str, today: date) -> Scan:
    """Say what a text is. The first kind that it looks like *and* is valid wins; when none is
    valid, the first that it looks like, with its fault: a mistyped ID is never taken for a name.
    """
    shown = _storable(text)
    bare = shown if gs1.looks_like_gs1(shown) else gs1.without_symbology(shown)
    scans = [read_as(kind, bare, today) for kind in likely_kinds(shown)]
    if not scans:
        fault = trouble_in(shown) or "NOT_RECOGNISED"
        return _scan("unknown", shown, refused(fault if shown else "EMPTY"))
    return replace(next((scan for scan in scans if scan.valid), scans[0]), text=shown)


def mark_used(scan: Scan, used: Collection[str]) -> Scan:
    """The scan with the warning ALREADY_USED when its `vial_code` is among those used before and
    names a single vial; the code of a whole lot is on every vial of it."""
    single = scan.kind == "cn-trace-code" or "21" in scan.fields
    if not single or scan.vial_code is None or scan.vial_code not in used:
        return scan
    return replace(scan, warnings=(*scan.warnings, "ALREADY_USED"))


def _scan(kind: str, text: str, reading: Reading) -> Scan:
    fields = MappingProxyType(dict(reading.fields))
    return Scan(kind, text, reading.error is None, fields, reading.error, reading.warnings)


def _storable(text: str) -> str:
    """Without blanks at the ends, and without the half characters that a broken reader or console
    can deliver and no file can hold."""
    return text.strip(_BLANKS).encode("utf-8", "replace").decode()


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _read_card(text: str, today: date) -> Reading:
    """A SMART Health Card, `shc:/` and digits; what it says is read by whoever knows its keys."""
    if not text:
        return refused("EMPTY")
    card = card_text(text)
    return refused("CHARACTERS") if card is None else Reading({"card": card})


def _read_name(text: str, today: date) -> Reading:
    """A name is kept as it was written: folding it could change a rare character."""
    return Reading({"name": text}) if text else refused("EMPTY")


_READERS: Mapping[str, Callable[[str, date], Reading]] = MappingProxyType(
    {
        "cn-resident-id": resident_id.read,
        "cn-resident-id-15": resident_id.read_15,
        "cn-foreign-pr-2017": permits.read_foreign_pr_2017,
        "cn-foreign-pr-2023": permits.read_foreign_pr_2023,
        "hk-macao-permit": permits.read_hk_macao,
        "taiwan-permit": permits.read_taiwan,
        "cn-seafarer": permits.read_seafarer,
        "passport": permits.read_passport,
        "other-travel-document": permits.read_other,
        "provisional": provisional.read,
        "booking": booking_code.read,
        "mrz": mrz.read,
        "gs1": gs1.read,
        "cn-trace-code": trace_code.read,
        "phone": phone.read,
        "card": _read_card,
        "name": _read_name,
    }
)
KINDS = frozenset(_READERS)


def _numbered(kind: str, field: str = "normalized") -> Callable[[Mapping[str, object]], Document]:
    return lambda fields: Document(kind, str(fields[field]))


def _of_zone(fields: Mapping[str, object]) -> Document:
    """A passport, or another document; a Chinese seafarer's passport as if its number were typed,
    so that both ways find the same person."""
    number = str(fields["number"])
    if fields["issuer"] == "CHN" and re.fullmatch("A[0-9]{8}", number):
        return Document("cn-seafarer", number)
    is_passport = str(fields["document_type"]).startswith("P")
    return Document("passport" if is_passport else "other-travel-document", number)


_DOCUMENTS: Mapping[str, Callable[[Mapping[str, object]], Document]] = MappingProxyType(
    {
        "cn-resident-id": _numbered("cn-resident-id"),
        "cn-resident-id-15": _numbered("cn-resident-id"),  # the same person with the new card
        "cn-foreign-pr-2017": _numbered("cn-foreign-pr-2017"),
        "cn-foreign-pr-2023": _numbered("cn-foreign-pr-2023"),
        "hk-macao-permit": _numbered("hk-macao-permit", "lifelong"),  # renewals count up
        "taiwan-permit": _numbered("taiwan-permit"),
        "cn-seafarer": _numbered("cn-seafarer"),
        "passport": _numbered("passport"),
        "other-travel-document": _numbered("other-travel-document"),
        "provisional": _numbered("provisional"),
        "mrz": _of_zone,
    }
)
