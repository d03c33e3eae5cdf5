"""The verb: who is this? From a scan to the people it may mean."""

from __future__ import annotations

from fieldapp.domain.client import Client
from fieldapp.domain.scan import Scan
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal


def find_clients(journal: Journal, scan: Scan) -> list[Client]:
    """Everybody in this journal whom the scan may mean; best match first.

    One document may stand for several people (a contest, or a shared phone): all are returned.
    """
    if scan.kind == "phone" and scan.valid:
        return clients.by_phone(journal, str(scan.fields["e164"]))
    if scan.document is not None:
        return clients.by_document(journal, scan.document)
    if scan.kind == "name":
        return [found.client for found in clients.search(journal, scan.text)]
    return []
