"""One end of a meeting: connects to a laptop that listens."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import closing

from fieldapp.domain.clock import Clock
from fieldapp.journal.journal import Journal
from fieldapp.sync.neighbours.address import Address
from fieldapp.sync.neighbours.errors import NeighbourGone
from fieldapp.sync.neighbours.line import SocketLine
from fieldapp.sync.neighbours.meeting import meet
from fieldapp.sync.neighbours.proving import own_side
from fieldapp.sync.neighbours.tally import Met

CONNECT_S = 5.0


def call(
    journal: Journal,
    address: Address,
    clock: Clock,
    *,
    random: Callable[[int], bytes] = os.urandom,
) -> Met:
    """Meet whoever listens there. Raises NeighbourGone, and what `meet` and `own_side` do."""
    own = own_side(journal)
    try:
        connection = socket.create_connection((address.host, address.port), CONNECT_S)
    except (OSError, UnicodeError) as error:
        raise NeighbourGone(address=str(address)) from error
    with closing(connection):
        return meet(own, SocketLine(connection), clock, caller=True, random=random)
