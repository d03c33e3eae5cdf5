"""From a scan to the person it means: one, several to choose from, or somebody new."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.actions.find_client import find_clients
from fieldapp.domain.client import Client
from fieldapp.domain.scan import Scan
from fieldapp.journal.name_terms import same_name
from fieldapp.ui.desk import present_people
from fieldapp.ui.desk.means import Means


class FindFlow:
    """Looks people up; an answer that comes after somebody else was scanned is dropped."""

    def __init__(
        self, means: Means, found: Callable[[bytes], None], unknown: Callable[[Scan], None]
    ) -> None:
        self._means, self._found, self._unknown = means, found, unknown
        self.sought: Scan | None = None  # the newest scan of a person

    def look_for(self, scan: Scan) -> None:
        """Find whom this scan means."""
        self.sought = scan
        journal = self._means.journal
        self._means.do(lambda: find_clients(journal, scan), lambda who: self._answered(scan, who))

    def _answered(self, scan: Scan, who: list[Client]) -> None:
        if scan is not self.sought:
            return  # somebody else was scanned meanwhile
        if scan.document is not None and len(who) == 1 and _agree(scan, who[0]):
            self._found(who[0].client_id)
        elif who:
            self._means.screen.show_hits(present_people.hits(who, self._means.today()))
        else:
            self._unknown(scan)


def _agree(scan: Scan, client: Client) -> bool:
    """Whether the document's name, if it has one, can be this person's: otherwise people ask."""
    return scan.name is None or same_name(scan.name, client.details.name)
