"""Which receipt stands for each epoch: the one that answers the latest question, by no clock.

A hub's clock may be wrong and a hub may be put back, so neither its time nor the highest number
tells which receipt is the newest. What tells it is when this laptop asked. `asked` is the moment of
the question that a standing receipt answers; moments are counted here, one up with every question
and every answer. Where nobody knows the question (a neighbour brought the answer), a receipt is
newer for sure when it names an event that was not yet written when the standing one came.

    standing.own_seq  the last event of the epoch when the receipt came
    standing.sure     1: the question is known, 0: the order is a guess
    question          bundles on sticks: their answers name them (SHA-256)
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.journal.database import Database
from fieldapp.wire.receipt import Receipt

_MOST_QUESTIONS = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """What the hub is believed to hold of an epoch."""

    head_seq: int
    hub_time: int
    asked: int
    own_seq: int
    sure: bool


def standing(db: Database, epoch_no: int) -> Standing | None:
    """The receipt that stands for an epoch; None before the first."""
    found = db.row(
        "SELECT head_seq, hub_time, asked, own_seq, sure FROM standing WHERE epoch = ?", epoch_no
    )
    if found is None:
        return None
    head_seq, hub_time, asked, own_seq, sure = found
    return Standing(head_seq, hub_time, asked, own_seq, bool(sure))


def next_moment(db: Database) -> int:
    """Later than every question and answer so far."""
    return 1 + max(
        db.number("SELECT max(asked) FROM standing"), db.number("SELECT max(moment) FROM question")
    )


def note_question(db: Database, nonce: bytes) -> None:
    """Remember that an answer to this is worth what is known now, or more."""
    with db.transaction():
        moment = next_moment(db)
        db.run("INSERT OR REPLACE INTO question VALUES (?, ?)", nonce, moment)
        db.run("DELETE FROM question WHERE moment <= ?", moment - _MOST_QUESTIONS)


def asked_at(db: Database, nonce: bytes) -> int | None:
    """When a question was put; None for one that is not ours, or is long forgotten."""
    found = db.row("SELECT moment FROM question WHERE nonce = ?", nonce)
    return None if found is None else int(found[0])


def let_stand(
    db: Database, epoch_no: int, receipt: Receipt, own_seq: int, asked: int | None
) -> bool:
    """Let a receipt stand if it is newer than the one that does; returns whether it was.

    `asked` is the moment of the question that it answers, None where nobody knows.
    """
    now = standing(db, epoch_no)
    if now is not None and not _is_newer(receipt, asked, now):
        return False
    db.run(
        "INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?, ?, ?)",
        epoch_no,
        receipt.head_seq,
        min(receipt.head_seq, receipt.durable_seq),
        receipt.hub_time,
        (now.asked if now is not None else 0) if asked is None else asked,
        own_seq,
        asked is not None,
    )
    return True


def _is_newer(receipt: Receipt, asked: int | None, now: Standing) -> bool:
    if asked is not None and asked >= now.asked:
        return True
    if receipt.head_seq > now.own_seq:
        return True
    if now.sure:
        return False
    return (receipt.head_seq, receipt.hub_time) >= (now.head_seq, now.hub_time)
