"""Folds frames into the tables in the order of their places, each exactly once.

Frames that wait are folded many at a time, in one transaction: they are taken in one after another,
and what follows from them is settled once, after the last. That comes to the same as one by one.

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
from fieldapp.hub.erasure import about, wishes
from fieldapp.hub.fold import apply, clients, contacts, late, quarantine, stock, tally
from fieldapp.hub.fold.change import Change, NewRows
from fieldapp.hub.fold.doses import settle_doses
from fieldapp.hub.fold.events import (
    Page,
    Placed,
    events_at,
    events_between,
    file_new,
    read_again,
)
from fieldapp.hub.fold.people import reached, settle_people
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import Rules, listing_key, reference_key
from fieldapp.hub.fold.stirred import stir
from fieldapp.hub.fold.stumbling import Aside, fold_on, without_faulty
from fieldapp.hub.fold.unsaid import unsay
from fieldapp.hub.frame_table import UNNUMBERED
from fieldapp.hub.operating import folding as sessions
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import Store, newest_place
from fieldapp.wire.chain import REF_BYTES

PLACES_AT_ONCE, EVENTS_AT_ONCE = 64, 4_000
"""At most that is one change: whoever else wants to write to SQLite waits for it."""
VACCINES = "vaccines"
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
_SIZES = (
    select(_frame.place, _frame.last_seq - _frame.base_seq + 1)
    .where(_frame.place.between(bindparam("first"), bindparam("last")))
    .order_by(_frame.place)
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
    if 0 < waiting <= most:
        with store.folding_if_free() as free:
            if free is not None:
                fold_next(free)


def is_behind(connection: Connection) -> bool:
    """Whether a frame of the tree is not in the tables yet."""
    return projected_to(connection) < newest_place(connection)


def fold_next(connection: Connection) -> tuple[int, bool]:
    """Fold some more places, unless another process came first; the place reached, and whether more
    is to be folded."""
    first, last = projected_to(connection) + 1, _number_joined(connection)
    if first > last:
        return last, False
    reached_now = at_once(connection, first, last)
    stir(connection, fold_places(connection, first, reached_now, rules_of(connection)))
    return reached_now, reached_now < last


def at_once(connection: Connection, first: int, last: int) -> int:
    """Up to which place one change goes that begins at the first of these; one page at least."""
    most, events = min(last, first + PLACES_AT_ONCE - 1), 0
    for place, number in connection.execute(_SIZES, {"first": first, "last": most}):
        events += number
        if events > EVENTS_AT_ONCE and place > first:
            return int(place) - 1
    return most


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


def fold_places(connection: Connection, first: int, last: int, rules: Rules) -> set[bytes]:
    """Fold the frames from one place to another, those before them are folded already; returns the
    registrations of everybody whom they concern. What the program stumbles over is set aside."""

    def fold(one: int, other: int, aside: Aside) -> set[bytes]:
        return _fold_places(Change(connection, aside=aside), one, other, rules)

    def ids(place: int) -> list[bytes]:
        return [event.id for event in events_at(connection, place)]

    return fold_on(connection, first, last, fold, ids)


def _fold_places(change: Change, first: int, last: int, rules: Rules) -> set[bytes]:
    connection = change.connection
    pages = file_new(connection, events_between(connection, first, last), change.seen)
    fresh = [event for page in pages for event in page.fresh]
    tally.add(connection, Counter((event.device, tally.RECORDS) for event in fresh))
    change.about = set(about.note(connection, fresh))
    change.awaited = quarantine.awaited_among(connection, map(_reference_to, fresh))
    for page in pages:
        _take(change, page)
    if fresh:
        wishes.note_latecomers(connection, sorted(change.about), last, fresh[-1].received_s)
    concerned = settle(change, rules)
    connection.execute(_FOLDED_TO, {"projected_to": last})
    return concerned


def _take(change: Change, page: Page) -> None:
    """Take one page in, and judge again what waited for something in it."""
    gone = set(change.erased)
    apply.take_all(change, page.fresh)
    change.erased |= {event.id for event in page.fresh if event.body is None}
    came = change.came | ({_reference_to(event) for event in page.fresh} & change.awaited)
    change.came = set()
    _judge_again(change, quarantine.waiting_for(change.connection, came) - gone)


def _reference_to(event: Placed) -> bytes:
    return reference_key(event.id[:REF_BYTES])


def _judge_again(change: Change, ids: Iterable[bytes]) -> None:
    """Judge events anew: records with all that follows from them, others that are held."""
    wanted = set(ids)
    if not wanted:
        return
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
    stir(connection, settle_decided(connection))


def settle_decided(connection: Connection, rules: Rules | None = None) -> set[bytes]:
    """The same without telling anybody, by the rules in use if by no others; the registrations of
    everybody whom it concerns."""
    rows = _undone(connection)
    if not rows:
        return set()
    decided = {id_ for row in rows for id_ in (row.one, row.other) if id_}

    def carry(aside: Aside) -> set[bytes]:
        change = Change(connection, aside=aside)
        _judge_again(change, decided)
        return settle(change, rules or rules_of(connection))

    concerned = without_faulty(connection, carry)
    if concerned is None:  # it is not known which: as the program says it
        concerned = carry(Aside())
    connection.execute(update(schema.progress).values(decided_to=rows[-1].no))
    return concerned


def _undone(connection: Connection) -> Sequence[Any]:
    return connection.execute(_DECIDED).all()


def settle(change: Change, rules: Rules) -> set[bytes]:
    """Bring everything up to date that a change touched; the registrations of everybody whom it
    concerns."""
    connection = change.connection
    _judge_again(change, quarantine.waiting_for(connection, map(listing_key, change.erased)))
    gone = _among(connection, schema.client, change.erased, change.new_clients)
    change.doses |= _among(connection, schema.dose, change.erased, change.new_doses)
    unsay(change)
    around = reached(connection, gone)
    clients.erase(connection, gone, change.new_clients)
    contacts.erase(connection, change.erased, gone)
    stock.erase(connection, change.erased)
    sessions.settle(connection, change.sessions, change.erased)
    clients.settle_clients(change, change.clients - gone)
    people = settle_people(connection, change.clients | change.people | around)
    concerned = people | gone | settle_doses(change, people, rules)
    count_days(connection, concerned)
    return concerned


def _among(connection: Connection, table: Table, ids: set[bytes], new: NewRows) -> set[bytes]:
    written = {row[0] for row in rows_in(connection, [table.c.id], table.c.id, ids)}
    return written | (ids & new.keys())


def rules_of(connection: Connection) -> Rules:
    """The rules that the tables were, and are, folded by."""
    stored = setting(connection, VACCINES)
    return Rules(None if stored is None else frozenset(json.loads(stored)))


def catalogue_setting(vaccines: Iterable[str]) -> str:
    """A catalogue as the setting keeps it."""
    return json.dumps(sorted(vaccines))


def use_vaccines(store: Store, vaccines: Iterable[str] | None) -> None:
    """Judge by this catalogue from now on; another one than before judges everything anew."""
    if vaccines is None:
        return
    wanted = catalogue_setting(vaccines)
    with store.folding() as connection:
        if setting(connection, VACCINES) == wanted:
            return
        set_setting(connection, VACCINES, wanted)
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
