"""The verb: read a logger's file of whatever format; records nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from fieldapp.actions.cold_chain.fridge_tag import is_fridge_tag, read_fridge_tag
from fieldapp.actions.cold_chain.logger_csv import read_csv
from fieldapp.actions.cold_chain.logger_file import (
    BadCell,
    LoggerFile,
    NotThisFormat,
    UnreadableLoggerFile,
)

MAX_FILE_BYTES = 16 * 1024 * 1024
_CLOCK_AHEAD = timedelta(days=1)
"""How far a logger's clock may be ahead of the laptop's: their zones may differ."""


def read_logger_file(path: Path, *, now: datetime, utc_offset_min: int) -> LoggerFile:
    """The file's readings; `now` is naive site time: later ones are told as bad lines.

    Raises UnreadableLoggerFile.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableLoggerFile(file=path.name, why="it is larger than 16 MB")
        text = _decoded(path.read_bytes())
        found = read_fridge_tag(text) if is_fridge_tag(text) else read_csv(text, utc_offset_min)
    except OSError as error:
        why = error.strerror or "not readable"
        raise UnreadableLoggerFile(file=path.name, why=why) from error
    except NotThisFormat as error:
        raise UnreadableLoggerFile(file=path.name, why=str(error)) from error
    return _without_the_future(found, now + _CLOCK_AHEAD)


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotThisFormat("it is no text in UTF-8, UTF-16 or GB18030")


def _without_the_future(found: LoggerFile, latest: datetime) -> LoggerFile:
    kept = [one for one in found.readings if one.at <= latest]
    ahead = [
        BadCell(one.line, "time", one.at.isoformat(" "), "in-the-future")
        for one in found.readings
        if one.at > latest
    ]
    counts = [count for count in found.counts if count.day <= latest.date()]
    return LoggerFile(found.logger, kept, [*found.bad, *ahead], counts)
