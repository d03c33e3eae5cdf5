"""The messages on record: each is noted before it is handed over, and its fate afterwards.

    (nothing) -> sending -> sent -> delivered | failed
                    |  \\-> queued: refused for now, tried again later
                    \\-> unsure: the program died in between, or no answer came

A row is unique by person, course, dose and kind. Whatever is not `queued` is never handed over
again: who might have had a message already gets no second one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select, update

from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages import news
from fieldapp.hub.messages.due import Due
from fieldapp.hub.messages.tables import message

RETRY_AFTER_S = (300, 1800, 7200)
MOST_TRIES = 8
_REF_BYTES = 16
_row = message.c


class State(StrEnum):
    """What became of a message."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Size:
    """What is noted of the text itself."""

    language: str
    parts: int


Key = tuple[bytes, str, int, str]
"""A registration of the person, course, dose, kind."""


def on_record(connection: Connection, dues: Iterable[Due]) -> dict[Key, Any]:
    """What is on record of these people, under whichever of their registrations it was made."""
    ids = {id_ for due in dues for id_ in due.somebody.registrations}
    rows = rows_in(connection, list(_row), _row.person, ids)
    return {(row.person, row.course, row.dose, row.kind): row for row in rows}


def found_in(record: dict[Key, Any], due: Due) -> Any | None:
    """The row of this message, if there is one."""
    about = due.course.series_id, due.dose, due.kind.value
    keys = ((id_, *about) for id_ in sorted(due.somebody.registrations))
    return next((record[key] for key in keys if key in record), None)


def may_go(row: Any | None, now_s: int) -> bool:
    """Whether a message may be handed over: never made yet, or refused for now a while ago."""
    if row is None:
        return True
    return bool(row.state == State.QUEUED and row.not_before_s <= now_s)


def claim(
    connection: Connection,
    due: Due,
    row: Any | None,
    size: Size,
    gateway: str,
    now_s: int,
    random: Callable[[int], bytes] = os.urandom,
) -> str | None:
    """Note that it is being handed over from now on; its ref, to be committed before doing so. None
    when a report said meanwhile that it went after all."""
    if row is not None:
        values = {"state": State.SENDING, "gateway": gateway, "tries": row.tries + 1}
        waits = update(message).where(_row.no == row.no, _row.state == State.QUEUED)
        return str(row.ref) if connection.execute(waits.values(**values)).rowcount else None
    ref = random(_REF_BYTES).hex()
    connection.execute(
        insert(message).values(
            ref=ref, person=due.somebody.person, course=due.course.series_id, dose=due.dose,
            kind=due.kind, state=State.SENDING, language=size.language, parts=size.parts,
            gateway=gateway, tries=1, queued_s=now_s, not_before_s=now_s,
        )
    )  # fmt: skip
    return ref


def note_sent(connection: Connection, ref: str, gateway_ref: str | None, now_s: int) -> None:
    """The gateway took it; a report that came first stays."""
    told = update(message).where(_row.ref == ref)
    connection.execute(told.values(gateway_ref=gateway_ref, sent_s=now_s))
    connection.execute(told.where(_row.state == State.SENDING).values(state=State.SENT))
    news.note(connection, _row.ref == ref, now_s)


def note_later(connection: Connection, ref: str, why: str, now_s: int) -> None:
    """The gateway surely did not take it: it goes again later, a few times."""
    tries = int(connection.execute(select(_row.tries).where(_row.ref == ref)).scalar_one())
    if tries >= MOST_TRIES:
        _settle(connection, ref, State.FAILED, why, now_s)
        return
    wait = RETRY_AFTER_S[min(tries, len(RETRY_AFTER_S)) - 1]
    values = {"state": State.QUEUED, "why": why, "not_before_s": now_s + wait}
    connection.execute(_sending(ref).values(**values))


def note_failed(connection: Connection, ref: str, why: str, now_s: int) -> None:
    """It will never go."""
    _settle(connection, ref, State.FAILED, why, now_s)


def note_unsure(connection: Connection, ref: str, why: str, now_s: int) -> None:
    """Nobody knows whether it went; it does not go again."""
    _settle(connection, ref, State.UNSURE, why, now_s)


def _settle(connection: Connection, ref: str, state: State, why: str, now_s: int) -> None:
    connection.execute(_sending(ref).values(state=state, why=why, settled_s=now_s))
    news.note(connection, _row.ref == ref, now_s)


def _sending(ref: str) -> Any:
    return update(message).where(_row.ref == ref, _row.state == State.SENDING)


def being_sent(connection: Connection) -> list[tuple[str, str]]:
    """Ref and gateway of what is noted as being handed over."""
    wanted = select(_row.ref, _row.gateway).where(_row.state == State.SENDING).order_by(_row.no)
    return [(ref, gateway) for ref, gateway in connection.execute(wanted)]


def send_again(connection: Connection, state: State, now_s: int) -> None:
    """Let what is in this state go once more, because a person wants that. What is unsure may
    arrive twice; what failed surely did not arrive."""
    left = update(message).where(_row.state == state)
    values = {"state": State.QUEUED, "tries": 0, "not_before_s": now_s, "settled_s": None}
    connection.execute(left.values(**values))


class Report(StrEnum):
    """What a gateway tells later."""

    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    FAILED = "failed"


_BEFORE_ACCEPTED = (State.SENDING, State.UNSURE, State.QUEUED)
_BEFORE_THE_END = (State.SENDING, State.SENT, State.UNSURE, State.QUEUED)


def is_known(connection: Connection, ref: str) -> bool:
    """Whether a message of this ref was ever made."""
    return connection.execute(select(_row.no).where(_row.ref == ref)).first() is not None


def note_report(
    connection: Connection, report: Report, now_s: int, *, ref: str = "", gateway_ref: str = ""
) -> bool:
    """Take a delivery report in, by our ref or the gateway's own; whether the message is known.
    The same report again, or one that is late, changes nothing."""
    which = _row.ref == ref if ref else _row.gateway_ref == gateway_ref
    if connection.execute(select(_row.no).where(which)).first() is None:
        return False
    if report is Report.ACCEPTED:
        before: tuple[State, ...] = _BEFORE_ACCEPTED
        values: dict[str, object] = {"state": State.SENT, "sent_s": now_s, "why": None}
    else:
        state = State.DELIVERED if report is Report.DELIVERED else State.FAILED
        before, values = _BEFORE_THE_END, {"state": state, "settled_s": now_s}
    told = update(message).where(which, _row.state.in_(before))
    if connection.execute(told.values(**values)).rowcount:
        news.note(connection, which, now_s)
    return True
