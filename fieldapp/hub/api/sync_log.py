"""The sync log for programs: in the order in which it was noted, to be read on from where one was;
with the completeness proof as a file."""

from __future__ import annotations

from pathlib import Path

from fieldapp.hub.api.endpoints import JSON, Call, Endpoint, Outcome, json_response
from fieldapp.hub.api.figures import files_of
from fieldapp.hub.api.parameters import MOMENT, In, Parameter, choice, number
from fieldapp.hub.api.rows import answer_schema, objects, row_schema
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.devices import devices
from fieldapp.hub.sync_log.export import Order, attempt_of, write
from fieldapp.hub.sync_log.keeping import write_waiting
from fieldapp.hub.sync_log.reading import Filter, next_of
from fieldapp.hub.web.downloads import file_response
from fieldapp.hub.web.guard import teams_offset_min
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import ENGLISH, words_of
from fieldapp.reports.hub_sync_log import ATTEMPT_COLUMNS, attempt_cells

FILES = ("csv", "xlsx", "jsonl")
COLUMNS = ("no", *ATTEMPT_COLUMNS)
_LINES, _MOST_LINES, _MOST_DEVICE = 500, 2000, 2**31 - 1
_MOST_S = 2**40
_WHOLE = frozenset(COLUMNS) - {
    "when_utc", "team", "road", "result", "what_happened", "seconds",
}  # fmt: skip
_SINCE = Parameter("since", MOMENT, "Only attempts from this moment on.")
_UNTIL = Parameter("until", MOMENT, "Only attempts before this moment.")
_DEVICE = Parameter("device", number(1, _MOST_DEVICE), "Only those of this laptop.")
_AFTER = Parameter("after", number(0, 2**53), "Only attempts after the one of this number.")
_LIMIT = Parameter("limit", number(1, _MOST_LINES, _LINES), "How many at the most.")
_FORMAT = Parameter("fmt", choice(*FILES), "Which kind of file.", In.PATH, needed=True)


def _which(call: Call) -> Filter:
    given = call.given
    since, until = (given.get(name) for name in ("since", "until"))
    return Filter(
        given.get("device"), _seconds(since), _seconds(until), after_no=given.get("after")
    )


def _seconds(moment_s: int | None) -> int | None:
    """What any column holds."""
    return None if moment_s is None else min(max(moment_s, -_MOST_S), _MOST_S)


def log_json(call: Call) -> Outcome:
    """The next attempts; `next` is what `after` is the next time, also when nothing came."""
    write_waiting(call.hub)
    which, most = _which(call), call.given.get("limit", _LINES)
    with call.hub.store.reading() as connection:
        lines = next_of(connection, which, most)
        names = {no: device.name for no, device in devices(connection).items()}
    words = words_of(ENGLISH)
    rows = [(line.no, *attempt_cells(attempt_of(line, names, words))) for line in lines]
    last = lines[-1].no if lines else which.after_no or 0
    return Outcome(json_response({"rows": objects(COLUMNS, rows), "next": last}), len(rows))


def log_file(call: Call) -> Outcome:
    """All of it with the proof, as supervisors take it away."""
    write_waiting(call.hub)
    fmt, store, written = call.given["fmt"], call.hub.store, 0
    with store.reading() as connection:
        place = Place(teams_offset_min(connection), ENGLISH)
    hub = store.keys.hub_id.hex()
    order = Order(_which(call), words_of(ENGLISH), place, call.now_s, hub)

    def write_file(file: Path) -> None:
        nonlocal written
        with store.reading() as connection:
            written = write(connection, order, fmt, file)

    today = place.local(call.now_s).date()
    return Outcome(file_response("sync-log", fmt, write_file, today), written)


_ROWS = answer_schema(
    row_schema(COLUMNS, whole=_WHOLE, fractions=("seconds",)), next={"type": "integer"}
)
ENDPOINTS = (
    Endpoint(
        "syncLog", "GET", "/api/v1/sync-log", "Every attempt to sync, the oldest first.",
        Scope.SYNC_LOG, log_json, {JSON: _ROWS}, (_DEVICE, _SINCE, _UNTIL, _AFTER, _LIMIT),
    ),
    Endpoint(
        "syncLogFile", "GET", "/api/v1/sync-log.{fmt}",
        "The same as a file, with the proof for every laptop that nothing is missing.",
        Scope.SYNC_LOG, log_file, files_of(*FILES), (_FORMAT, _DEVICE, _SINCE, _UNTIL),
    ),
)  # fmt: skip
