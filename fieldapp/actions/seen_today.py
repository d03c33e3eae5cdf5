"""The verb: was somebody who is not registered here vaccinated today by another lane?"""

from __future__ import annotations

from datetime import date

from fieldapp.domain.client import ClientDetails
from fieldapp.domain.scan import Scan
from fieldapp.journal.journal import Journal
from fieldapp.journal.sightings import Sighting, sighting_of


def seen_before_registering(journal: Journal, scan: Scan, today: date) -> Sighting | None:
    """By the scanned document, or by what it says of name and birth day."""
    documents = () if scan.document is None else (scan.document,)
    who = ClientDetails(scan.name or "", documents, scan.birth_date)
    return sighting_of(journal, [who], today)
