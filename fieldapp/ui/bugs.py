"""Notes where in the program something unexpected happened, never what about whom."""

from __future__ import annotations

import logging


def log_bug(bug: Exception) -> None:
    """Write `bug_words` into the log."""
    logging.getLogger("fieldapp").error("bug: %s", bug_words(bug))


def bug_words(bug: Exception) -> str:
    """The kind of error and the places it went through; its own words may name somebody."""
    frames, trace = [], bug.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{type(bug).__name__} at {' < '.join(reversed(frames))}"
