"""The close says of every open vial that could be kept what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.actions.vials_at_end import VialAtEnd
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.open_vial import Fate, OpenVialEnd
from fieldapp.journal.vials import Vial
from fieldapp.ui.session.present_vials import vial_checks
from tests.journal.laptop import Laptop
from tests.ui.session.test_present import standing

VIAL = Vial(b"\x07", VaccineLot("bopv", "P-1"), 10, 6, datetime(2021, 8, 1, tzinfo=UTC), None)
KEEP = OpenVialEnd(Fate.KEEP_IF)


def test_each_says_what_becomes_of_it_and_offers_the_other(laptop: Laptop) -> None:
    asked, kept = (VialAtEnd(VIAL, KEEP, ("cold",), kept=kept) for kept in (False, True))
    gone = VialAtEnd(VIAL, OpenVialEnd(Fate.THROW_AWAY, "hours-over"), (), kept=False)
    operation, at = standing(laptop, open_vials=(asked, kept, gone))
    first, second = vial_checks(operation.practice.catalogue, at)
    assert "P-1" in first.words and "thrown away at the close" in first.words
    assert first.actions == (("keep 07", "Keep…"),)
    assert "kept for the next operation" in second.words
    assert second.actions == (("drop 07", "Discard"),)
