"""Turns the tally and the log of attempts into what the sync room shows. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from fieldapp.journal.attempts import Attempt
from fieldapp.journal.tally import Tally
from fieldapp.ui import language
from fieldapp.ui.error_words import sentence
from fieldapp.ui.sync_room.state import LogLine, SyncState

_HASH_SHOWN = 4


class Road(Enum):
    """What is known of the way to the hub."""

    NOT_JOINED = auto()
    NO_NETWORK = auto()
    READY = auto()
    WORKING = auto()
    NEEDS_PERSON = auto()


def sync_state(
    now: Tally,
    attempts: Sequence[Attempt],
    road: Road,
    at: datetime,
    *,
    waiting_bytes: int | None = None,
) -> SyncState:
    """Everything of the room. `at` is now, on the site's own clock."""
    return SyncState(
        recorded=now.recorded,
        waiting=now.waiting,
        confirmed=now.confirmed,
        counted=now.counted,
        contested=now.contested,
        quarantined=now.quarantined,
        voided=now.voided,
        erased=now.erased,
        road=road_words(road, attempts, at),
        estimate=_estimate(now, waiting_bytes),
        working=road is Road.WORKING,
        can_try=road is not Road.NOT_JOINED,
        log=tuple(_line(attempt, at) for attempt in attempts),
    )


def road_words(road: Road, attempts: Sequence[Attempt], at: datetime) -> str:
    """The state of the road in a sentence or two. No network is a state, not an error."""
    translate = QCoreApplication.translate
    if road is Road.NOT_JOINED:
        return translate("sync", "This laptop has not joined a hub yet. Ask for an enrolment code.")
    if road is Road.NO_NETWORK:
        return translate("sync", "No network. It goes by itself when a network is there.")
    if road is Road.WORKING:
        return translate("sync", "Sending now. You can go on working.")
    if road is Road.NEEDS_PERSON and attempts:
        return sentence(attempts[0].happened)
    if attempts:
        last = language.moment(attempts[0].started_at, at)
        return translate("sync", "Ready. Last try {when}.").format(when=last)
    return translate("sync", "Ready. It goes by itself.")


def _estimate(now: Tally, waiting_bytes: int | None) -> str:
    translate = QCoreApplication.translate
    if not now.entries_waiting:
        return translate("sync", "Nothing is waiting.")
    words = translate("sync", "%n dose(s) waiting", "", now.waiting)
    if waiting_bytes is None:
        return words
    return f"{words} · " + translate("sync", "about {size}").format(
        size=language.size(waiting_bytes)
    )


def _line(attempt: Attempt, at: datetime) -> LogLine:
    return LogLine(
        when=language.capital(language.moment(attempt.started_at, at)),
        road=_road_name(attempt.road),
        doses=language.number(attempt.doses_sent),
        size=language.size(attempt.bytes_out + attempt.bytes_in),
        happened=sentence(attempt.happened),
        receipt=_receipt(attempt),
    )


def _road_name(road: str) -> str:
    translate = QCoreApplication.translate
    names = {
        "http": translate("sync", "Internet"),
        "usb": translate("sync", "USB stick"),
        "neighbour": translate("sync", "Neighbour laptop"),
    }
    return names.get(road, road)


def _receipt(attempt: Attempt) -> str:
    translate = QCoreApplication.translate
    if attempt.head_hash is None:
        return translate("sync", "none")
    head = attempt.head_hash.hex()[:_HASH_SHOWN]
    if attempt.doses_confirmed >= attempt.doses_sent:
        words = translate("sync", "✓ {confirmed} · head {head}…")
    else:
        words = translate("sync", "✓ {confirmed} of {sent} · head {head}…")
    return words.format(
        confirmed=language.number(attempt.doses_confirmed),
        sent=language.number(attempt.doses_sent),
        head=head,
    )
