"""Promises of the log: one schema, one line, nobody's name."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys

import pytest

from fieldapp.hub.upkeep.log_lines import REQUEST, JsonLines, Words, log_fault, places

ALWAYS = {"time", "level", "event", "logger", "process"}


def record(
    logger: str, words: str, *values: object, fault: Exception | None = None
) -> logging.LogRecord:
    raised = (type(fault), fault, fault.__traceback__) if fault else None
    return logging.LogRecord(logger, logging.ERROR, __file__, 1, words, values, raised)


def line(one: logging.LogRecord) -> dict[str, object]:
    written = JsonLines().format(one)
    assert "\n" not in written
    found = json.loads(written)
    assert isinstance(found, dict) and found.keys() >= ALWAYS
    return found


def caught() -> Exception:
    try:
        raise ValueError("Canary Test, born 1980")
    except ValueError as error:
        return error


def test_a_line_says_when_what_and_where() -> None:
    found = line(record("fieldapp.hub.app", "fault %s", "KeyError"))
    assert (found["event"], found["level"]) == ("fault KeyError", "error")
    assert str(found["time"]).endswith("Z")


def test_a_line_of_a_request_has_its_id() -> None:
    token = REQUEST.set("00ff")
    assert line(record("fieldapp.hub", "x"))["request"] == "00ff"
    REQUEST.reset(token)
    assert "request" not in line(record("fieldapp.hub", "x"))


def test_only_known_fields_are_written() -> None:
    one = record("fieldapp.hub", "answered")
    one.said = {"status": 200, "name": "Canary Test"}
    found = line(one)
    assert found["status"] == 200 and "Canary" not in json.dumps(found)


@pytest.mark.parametrize("form", [JsonLines(), Words()])
def test_of_an_exception_only_its_kind_and_place_are_written(form: logging.Formatter) -> None:
    written = form.format(
        record("uvicorn.error", "Exception in ASGI application\n", fault=caught())
    )
    assert "ValueError" in written and "caught:" in written and "Canary" not in written


@pytest.mark.parametrize("form", [JsonLines(), Words()])
def test_of_what_others_log_the_values_are_left_out(form: logging.Formatter) -> None:
    one = record("asyncio", "Task failed: %s\nfuture: Canary Test", "Canary Test")
    written = form.format(one)
    assert "Task failed" in written and "Canary" not in written


def test_a_fault_is_logged_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    log_fault(logging.getLogger("fieldapp.test"), caught())
    assert "fault ValueError at caught:" in caplog.text and "Canary" not in caplog.text
    assert places(None) == ""


def test_a_file_gets_json_and_is_told_more_than_a_terminal() -> None:
    program = (
        "import logging, sys; from fieldapp.hub.upkeep.log_lines import set_up;"
        "set_up(sys.stderr, sys.argv[1] or None);"
        "log = logging.getLogger('fieldapp.x'); log.info('quiet'); log.error('loud')"
    )
    for form, expected in (("", 2), ("json", 2), ("words", 1)):
        command = [sys.executable, "-c", program, form]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        lines = io.StringIO(done.stderr).readlines()
        assert len(lines) == expected
        assert lines[-1].startswith("fieldapp hub: loud" if form == "words" else "{")
