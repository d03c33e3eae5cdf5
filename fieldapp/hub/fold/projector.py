"""Folds frames into the tables, place by place, each exactly once, in its own transaction.

Several processes may call this at once, and may be killed at any moment: a lock of the database
lets one fold at a time, and `projected_to` says where to go on. A fault in a fold never touches
what was acknowledged. What people decided about cases (`hub.cases`) is read like events, so that a
fold of all frames comes to the same as settling anew what a decision is about.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, select, update

from fieldapp.hub import schema
from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.daily.counting import count_days
from fieldapp.hub.erasure import wishes
from fieldapp.hub.fold import apply, clients, contacts, late, quarantine, stock, tally
from fieldapp.hub.fold.change import Change
from fieldapp.hub.fold.doses import settle_doses
from fieldapp.hub.fold.events import events_at, file_new, newly_erased, read_again
from fieldapp.hub.fold.people import reached, settle_people
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import Rules, reference_key
from fieldapp.hub.fold.stirred import stir
from fieldapp.hub.fold.unsaid import unsay
from fieldapp.hub.frame_table import UNNUMBERED
from fieldapp.hub.operating import folding as sessions
from fieldapp.hub.store import Store, newest_place, set_setting, setting
from fieldapp.wire.chain import REF_BYTES

_VACCINES = "vaccines"
_PROJECTED_TO = select(schema.progress.c.projected_to)
_FOLDED_TO = update(schema.progress)
_decision = case_decision.c
_DECIDED = (
    select(_decision.no, _decision.one, _decision.other)
    .where(_decision.no > select(schema.progress.c.decided_to).scalar_subquery())
    .order_by(_decision.no)
)
_client, _dose, _frame = schema.client.c, schema.dose.c, schema.frame.c
_LAST = select(func.max(_frame.place))
# a parent begins before its children, so this is an order in which each finds what it follows
_JOINED = (
    select(_frame.device, _frame.no).where(_frame.place == UNNUMBERED).order_by(_frame.base_seq)
)
_NUMBER = update(schema.frame).where(
    _frame.device == bindparam("its_device"), _frame.no == bindparam("its_no")
)


def catch_up(store: Store) -> int:
    """Fold every frame that is there and not folded yet, and carry out what was decided about
    cases; returns the place reached."""
    with store.reading() as connection:
        place, behind = projected_to(connection), is_behind(connection)
        decided = bool(_undone(connection))
    while behind:
        with store.folding() as connection:
            place, behind = fold_next(connection)
    if decided:
        with store.folding() as connection:
            carry_out(connection)
    return place


def fold_a_few(store: Store, most: int = 8) -> None:
    """Fold what waits, if that is little and nobody else does so already: whoever does will get to
    it, and nobody's answer waits long for the rest."""
    with store.reading() as connection:
        waiting = newest_place(connection) - projected_to(connection)
    for _ in range(waiting if waiting <= most else 0):
        with store.folding_if_free() as free:
            if free is None or not fold_next(free)[1]:
                return


def is_behind(connection: Connection) -> bool:
    """Whether a frame of the tree is not in the tables yet."""
    return projected_to(connection) < newest_place(connection)


def fold_next(connection: Connection) -> tuple[int, bool]:
    """Fold one more place, unless another process came first; the place reached, and whether more
    is to be folded."""
    place, last = projected_to(connection) + 1, _number_joined(connection)
    if place > last:
        return last, False
    stir(connection, fold_place(connection, place, rules_of(connection)))
    return place, place < last


def _number_joined(connection: Connection) -> int:
    """Give the frames that joined the tree since the last fold their places; the last there is."""
    last = int(connection.execute(_LAST).scalar() or 0)
    joined = connection.execute(_JOINED).all()
    numbered = [
        {"its_device": device, "its_no": no, "place": place}
        for place, (device, no) in enumerate(joined, start=last + 1)
    ]
    if numbered:
        connection.execute(_NUMBER, numbered)
    return last + len(numbered)


def projected_to(connection: Connection) -> int:
    """The last place that the tables show."""
    return int(connection.execute(_PROJECTED_TO).scalar_one())


def fold_place(connection: Connection, place: int, rules: Rules) -> set[bytes]:
    """Fold the frame at one place, those before it are folded already; returns the registrations
    of everybody whom it concerns."""
    placed = events_at(connection, place)
    change = Change(connection)
    fresh = file_new(connection, placed, place)
    tally.add(connection, Counter((event.device, tally.RECORDS) for event in fresh))
    apply.take_all(change, fresh)
    change.erased |= set(newly_erased(connection, [e for e in placed if not e.late]))
    change.erased |= {event.id for event in fresh if event.body is None}
    change.came |= {reference_key(event.id[:REF_BYTES]) for event in fresh}
    _wake(change)
    wishes.note_latecomers(connection, sorted(change.about), placed[0].received_s)
    concerned = settle(change, rules)
    connection.execute(_FOLDED_TO, {"projected_to": place})
    return concerned


def _wake(change: Change) -> None:
    """Judge again what waited for something that came."""
    _judge_again(change, quarantine.waiting_for(change.connection, change.came))


def _judge_again(change: Change, ids: Iterable[bytes]) -> None:
    """Judge events anew: records with all that follows from them, others that are held."""
    wanted = set(ids)
    held = quarantine.held_among(change.connection, wanted)
    for event in read_again(change.connection, wanted):
        if event.late and event.type in (apply.REGISTERED, *apply.DOSES):
            change.people |= late.bring_in_line(change.connection, event)
        if event.type == apply.REGISTERED:
            change.clients.add(event.id)
        elif event.type in apply.DOSES:
            change.doses.add(event.id)
        elif event.id in held:
            apply.judge_again(change, event)


def carry_out(connection: Connection) -> None:
    """Settle anew what was decided about since this was done last; again changes nothing."""
    rows = _undone(connection)
    if rows:
        change = Change(connection)
        _judge_again(change, {id_ for row in rows for id_ in (row.one, row.other) if id_})
        stir(connection, settle(change, rules_of(connection)))
        connection.execute(update(schema.progress).values(decided_to=rows[-1].no))


def _undone(connection: Connection) -> Sequence[Any]:
    return connection.execute(_DECIDED).all()


def settle(change: Change, rules: Rules) -> set[bytes]:
    """Bring everything up to date that a change touched; the registrations of everybody whom it
    concerns."""
    connection = change.connection
    gone = _among(connection, schema.client, change.erased)
    change.doses |= _among(connection, schema.dose, change.erased)
    unsay(change)
    around = reached(connection, gone)
    clients.erase(connection, gone)
    contacts.erase(connection, change.erased, gone)
    stock.erase(connection, change.erased)
    sessions.settle(connection, change.sessions, change.erased)
    clients.settle_clients(connection, change.clients - gone)
    people = settle_people(connection, change.clients | change.people | around)
    concerned = people | gone | settle_doses(connection, change.doses, people, rules)
    count_days(connection, concerned)
    return concerned


def _among(connection: Connection, table: Table, ids: Iterable[bytes]) -> set[bytes]:
    return {row[0] for row in rows_in(connection, [table.c.id], table.c.id, ids)}


def rules_of(connection: Connection) -> Rules:
    """The rules that the tables were, and are, folded by."""
    stored = setting(connection, _VACCINES)
    return Rules(None if stored is None else frozenset(json.loads(stored)))


def use_vaccines(store: Store, vaccines: Iterable[str] | None) -> None:
    """Judge by this catalogue from now on; another one than before judges everything anew."""
    if vaccines is None:
        return
    wanted = json.dumps(sorted(vaccines))
    with store.folding() as connection:
        if setting(connection, _VACCINES) == wanted:
            return
        set_setting(connection, _VACCINES, wanted)
        clear_views(connection)


def rebuild(store: Store) -> int:
    """Throw the tables away and fold them again; returns the place reached."""
    with store.folding() as connection:
        clear_views(connection)
    return catch_up(store)


def clear_views(connection: Connection) -> None:
    """Empty every table that follows from frames."""
    for table in schema.views.sorted_tables:
        if table is not schema.progress:
            connection.execute(delete(table))
    connection.execute(update(schema.progress).values(projected_to=0))
