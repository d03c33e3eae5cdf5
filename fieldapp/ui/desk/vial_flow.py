"""Which vial is in hand: the one scanned last. Opening is one scan; what it costs is told."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.actions.open_vial import VialScan
from fieldapp.actions.take_vial import VialTaken, take_vial
from fieldapp.actions.vial_scan import UnknownVial, vial_of
from fieldapp.domain.scan import Scan
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.desk.means import Means
from fieldapp.ui.words import sentences, tr

VIALS = ("gs1", "cn-trace-code")


class VialFlow:
    """Takes vials into use; `in_hand` is the vial that the next dose comes from."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self.in_hand: bytes | None = None

    def scanned(self, scan: Scan, then: Callable[[], None]) -> None:
        """Take the vial that this code names; `then` once it is in use."""
        practice, user = self._means.practice, self._means.user

        def work() -> VialTaken:
            return take_vial(practice, vial_of(scan, practice.catalogue), user=user)

        self._means.do(work, lambda taken: self._taken(taken, then))

    def typed(self, vial: VialScan, then: Callable[[], None]) -> None:
        """Take a vial without a readable code."""
        practice, user = self._means.practice, self._means.user
        self._means.do(
            lambda: take_vial(practice, vial, user=user), lambda taken: self._taken(taken, then)
        )

    def _taken(self, taken: VialTaken, then: Callable[[], None]) -> None:
        self.in_hand = taken.vial.vial_id
        words = tr("{vaccine}, lot {lot}: in use.").format(
            vaccine=self._means.practice.catalogue.short_name(taken.vial.lot.vaccine_id),
            lot=taken.vial.lot.lot_number,
        )
        if taken.thrown_away:
            rest = tr("The rest of the vial before, {n} doses, is written off.")
            words = sentences(words, rest.format(n=taken.thrown_away))
        self._means.screen.scan.say(words, "ok")
        then()


def vial_values(scan: Scan, catalogue: Catalogue) -> dict[str, str]:
    """What a vial's code says, under the names of the fields that ask for it."""
    read = {"lot": scan.lot or scan.vial_code or ""}
    if scan.expiry is not None:
        read["expiry"] = scan.expiry.isoformat()
    try:
        read["vaccine"] = vial_of(scan, catalogue).lot.vaccine_id
    except UnknownVial:
        return read  # the product is chosen from the list
    return read
