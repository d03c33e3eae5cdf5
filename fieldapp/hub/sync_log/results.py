"""What came of an attempt, in words: on the pages in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.hub.sync_log.attempts import (
    BARE,
    BEACON,
    INTERNET,
    KNOWN,
    LACKING,
    NEIGHBOUR,
    NOT_GENUINE,
    NOTHING,
    RECEIVED,
    STICK,
)
from fieldapp.hub.sync_log.reading import Line
from fieldapp.hub.web.words import Said, counted, said

OK, WAIT, STOP = "ok", "wait", "stop"
ROADS: Mapping[str, Said] = {
    INTERNET: said("Internet"),
    NEIGHBOUR: said("Neighbour"),
    STICK: said("USB stick"),
    BEACON: said("Beacon"),
}
_REFUSALS: Mapping[str, Said] = {
    "unsigned": said("Refused: the request was not signed."),
    "unknown-device": said("Refused: no laptop of this number has joined."),
    "bad-signature": said("Refused: the signature is not that of this laptop."),
    "clock": said("Refused: the laptop's clock is over ten minutes off. It comes again."),
    "newer-format": said("Refused: the laptop's program is newer than the hub's. Update the hub."),
    "unreadable": said("Refused: the request could not be read."),
    "unreadable-bundle": said(
        "Refused: the sealed pages could not be opened; they are damaged or for another hub."
    ),
    "too-large": said("Refused: more than is read at once."),
    "too-slow": said("Given up: the request came too slowly."),
    "quota": said(
        "Refused for now: more in one hour than a team could record. The laptop comes again."
    ),
    "revoked": said("Refused: this laptop was shut out, and brought nothing new."),
}
_OTHER = said("Refused: the hub could not answer. The laptop comes again by itself.")
RESULTS: Mapping[str, Said] = {
    "good": said("Records received, or nothing to send"),
    "attention": said("Something lacking, or not genuine"),
    "refused": said("Refused"),
}
_GOOD = (RECEIVED, KNOWN, NOTHING)
_ATTENTION = (LACKING, NOT_GENUINE, BARE)


def codes_of(group: str) -> tuple[tuple[str, ...], bool]:
    """The codes of a group of RESULTS; True where it is all others but these."""
    if group == "good":
        return _GOOD, False
    if group == "attention":
        return _ATTENTION, False
    return (*_GOOD, *_ATTENTION), True


def kind_of(result: str) -> str:
    """How a result looks."""
    if result in _GOOD:
        return OK
    return WAIT if result in _ATTENTION or result == "clock" else STOP


def words_of(line: Line) -> Said:
    """One sentence about one attempt."""
    if line.road == BEACON:
        return said("Only said how much it has recorded; brought nothing.")
    if line.result == RECEIVED:
        return counted(
            "{n} record received, receipt signed.|{n} records received, receipt signed.",
            line.records_new,
        )
    if line.result == KNOWN:
        return said("Sent again what was here already; counted once.")
    if line.result == NOTHING:
        return said("Nothing new to send.")
    if line.result == LACKING:
        return counted(
            "{n} page waits for the page before it.|{n} pages wait for the page before them.",
            line.pages_lacking,
        )
    if line.result == BARE:
        return counted(
            "{n} page came without what its records say, which this hub never erased: not taken. "
            "Look at this laptop."
            "|{n} pages came without what their records say, which this hub never erased: not "
            "taken. Look at this laptop.",
            line.pages_refused,
        )
    if line.result == NOT_GENUINE:
        return counted(
            "{n} page was not genuine: not taken.|{n} pages were not genuine: not taken.",
            line.pages_refused,
        )
    return _REFUSALS.get(line.result, _OTHER)
