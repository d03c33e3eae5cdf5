"""The log of a running hub: JSON lines of one schema for machines, plain words for a terminal.

    {"time", "level", "event", "logger", "process", "request"?, "fault"?, "at"?, and FIELDS}

Nothing personal is in it: what others' libraries log is kept to its first line without its values,
and of an exception only the kind and where it came from.
"""

from __future__ import annotations

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The id of the request that is answered, also in the threads that work on it."""
FIELDS = ("route", "method", "status", "bytes_in", "bytes_out", "ms")
JSON, WORDS = "json", "words"
_OURS = "fieldapp"
_MOST_PLACES = 5


class JsonLines(logging.Formatter):
    """One line of JSON for each thing that happened."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": _written(record.created),
            "level": record.levelname.lower(),
            "event": event_of(record),
            "logger": record.name,
            "process": record.process,
        }
        if request := REQUEST.get():
            line["request"] = request
        said = getattr(record, "said", {})
        line |= {name: said[name] for name in FIELDS if name in said}
        line |= _fault_of(record)
        return json.dumps(line, ensure_ascii=False)


class Words(logging.Formatter):
    """One line for a person at the terminal."""

    def format(self, record: logging.LogRecord) -> str:
        fault = "".join(f" {value}" for value in _fault_of(record).values())
        return f"fieldapp hub: {event_of(record)}{fault}"


def set_up(stream: TextIO, form: str | None = None) -> None:
    """Log to a stream: JSON unless it is a terminal, or as asked. In words only what went wrong."""
    form = form or (WORDS if stream.isatty() else JSON)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines() if form == JSON else Words())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.INFO if form == JSON else logging.WARNING)


def event_of(record: logging.LogRecord) -> str:
    """What happened, in one line."""
    ours = record.name.partition(".")[0] == _OURS
    said = record.getMessage() if ours else str(record.msg)
    return said.partition("\n")[0]


def places(trace: TracebackType | None) -> str:
    """Where something came from, the innermost first; never what was worked on."""
    where = traceback.extract_tb(trace)[-_MOST_PLACES:]
    return " < ".join(f"{at.name}:{at.lineno}" for at in reversed(where))


def log_fault(log: logging.Logger, fault: Exception) -> None:
    """A fault of our own: of which kind and where, but not its message: that could hold what
    somebody wrote down."""
    log.error("fault %s at %s", type(fault).__name__, places(fault.__traceback__))


def _fault_of(record: logging.LogRecord) -> dict[str, str]:
    if not record.exc_info or record.exc_info[1] is None:
        return {}
    fault = record.exc_info[1]
    return {"fault": type(fault).__name__, "at": places(fault.__traceback__)}


def _written(moment_s: float) -> str:
    moment = datetime.fromtimestamp(moment_s, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
