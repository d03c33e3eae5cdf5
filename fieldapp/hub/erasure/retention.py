"""Retention: proposes to erase whom no law obliges to keep any longer, for a person to decide; lets
go by itself what nobody need decide about.

It goes through everybody once a day, some hundred at a time, in the order of ids, and remembers in
the database how far it is. Safe to stop anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, select

from fieldapp.hub import schema
from fieldapp.hub.erasure import wishes
from fieldapp.hub.erasure.erasing import look
from fieldapp.hub.erasure.law import DOSES, PERIOD_OVER, Law
from fieldapp.hub.erasure.wishes import BY_THE_HUB, PAST_ITS_PERIOD
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages.tables import message
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import Store

MOST_A_ROUND = 500
_AT = "retention"
_DAY_S, _YEAR_DAYS = 86_400, 365
_client, _dose = schema.client.c, schema.dose.c
_NEXT = (
    select(_client.person)
    .where(_client.person > bindparam("last"))
    .distinct()
    .order_by(_client.person)
    .limit(MOST_A_ROUND)
)


def propose(store: Store, law: Law, now_s: int) -> int:
    """Go on through everybody, and ask for the erasure of whoever is past all periods; how many."""
    today = datetime.fromtimestamp(now_s, UTC).date().isoformat()
    with store.reading() as connection:
        day, _, last = (setting(connection, _AT) or "").partition(" ")
        if day == today and last == "done":
            return 0
        after = bytes.fromhex(last) if last and last != "done" else b""
        persons = list(connection.execute(_NEXT, {"last": after}).scalars())
        before_s = now_s - law.periods[DOSES].years * _YEAR_DAYS * _DAY_S
        old = _old(connection, persons, before_s)
        over = [(person, seen) for person in old if (seen := _over(connection, person, law, now_s))]
    whole = len(persons) < MOST_A_ROUND
    began = today if not after or day == "" else day
    with store.writing() as connection:
        where = "done" if whole else persons[-1].hex()
        set_setting(connection, _AT, f"{began} {where}")
        return sum(
            wishes.ask(connection, person, PERIOD_OVER, PAST_ITS_PERIOD, BY_THE_HUB, now_s, seen)
            for person, seen in over
        )


def _old(connection: Connection, persons: Iterable[bytes], before_s: int) -> list[bytes]:
    """Those of whom nothing came since: who had a dose last week is not looked at closely."""
    clients = rows_in(
        connection, [_client.id, _client.person, _client.received_s, _client.body],
        _client.person, persons,
    )  # fmt: skip
    person_of = {row.id: row.person for row in clients}
    there = {row.person for row in clients if row.body is not None}
    young = {row.person for row in clients if row.received_s >= before_s}
    for client, received_s in rows_in(
        connection, [_dose.client, _dose.received_s], _dose.client, person_of
    ):
        if received_s >= before_s:
            young.add(person_of[client])
    return sorted(there - young)


def _over(connection: Connection, person: bytes, law: Law, now_s: int) -> bytes | None:
    """What is seen of somebody of whom nothing need be kept any longer."""
    found = look(connection, person, PERIOD_OVER, law, now_s)
    return None if found is None or found.until else found.seen


def forget_messages(store: Store, law: Law, now_s: int) -> int:
    """What was sent to whom, once it is older than anybody asks for; how many."""
    before_s = now_s - law.messages_days * _DAY_S
    with store.reading() as connection:
        old = select(message.c.no).where(message.c.queued_s < before_s).limit(1)
        if connection.execute(old).first() is None:
            return 0
    with store.writing() as connection:
        gone = delete(message).where(message.c.queued_s < before_s)
        return connection.execute(gone).rowcount
