"""The verb: say in one line, for SMS or radio, how far this laptop's journal has come."""

from __future__ import annotations

from fieldapp.actions.moments import site_today
from fieldapp.domain.clock import Clock
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import tally
from fieldapp.sync.trip import party_of
from fieldapp.wire.beacon import Beacon, laptops_key, write_beacon
from fieldapp.wire.dates import to_day


def beacon(journal: Journal, clock: Clock) -> str:
    """Sixteen groups of four letters and digits. Raises NotEnrolled."""
    party, head = party_of(journal), journal.head()
    said = Beacon(
        party.device,
        to_day(site_today(clock)) or 0,
        head.epoch,
        head.seq,
        head.hash,
        tally(journal, clock.now()).recorded,
    )
    return write_beacon(said, laptops_key(party.signing_key, party.hub_box_key))
