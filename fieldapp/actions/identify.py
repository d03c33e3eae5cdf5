"""The verb: what is this? Answers for a script: one text, or a line for each line of cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from fieldapp.domain.scan import KINDS, Scan, identify, mark_used, read_as

# Kinds of which a list of inputs is not the lines of one code but scans made one after another.
_VIAL_KINDS = ("gs1", "cn-trace-code")


def as_json(scan: Scan) -> dict[str, object]:
    """The scan under the names of the identification cases; `expected` is null when not valid."""
    return {
        "kind": scan.kind,
        "valid": scan.valid,
        "expected": dict(scan.fields) if scan.valid else None,
        "error": scan.error,
        "warnings": list(scan.warnings),
    }


def identify_text(text: str, today: date) -> dict[str, object]:
    """Say what one text is."""
    return as_json(identify(text, today))


def answer_lines(lines: Iterable[str], today: date) -> Iterator[str]:
    """Answer each JSON case `{"id", "kind", "input"}` by one line of JSON, in order.

    A line that is no such case gets the error BAD_CASE and stops nothing; empty lines are skipped.
    """
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line, today))


def _answer(line: str, today: date) -> dict[str, object]:
    try:
        case = json.loads(line)
    except (ValueError, RecursionError):
        case = None
    if not isinstance(case, dict):
        return {"id": None, "kind": None, **_bad_case()}
    named = {"id": case.get("id"), "kind": case.get("kind")}
    scan = _scan_of(case.get("kind"), case.get("input"), today)
    return {**named, **(as_json(scan) if scan else _bad_case())}


def _scan_of(kind: object, given: object, today: date) -> Scan | None:
    """None when the case names no known kind, or its input is neither text nor a list of texts."""
    if not isinstance(kind, str) or kind not in KINDS:
        return None
    if isinstance(given, str):
        return read_as(kind, given, today)
    if not isinstance(given, list) or not all(isinstance(part, str) for part in given):
        return None
    if kind not in _VIAL_KINDS or not given:
        return read_as(kind, given, today)
    *earlier, last = (read_as(kind, part, today) for part in given)
    return mark_used(last, [scan.vial_code for scan in earlier if scan.vial_code])


def _bad_case() -> dict[str, object]:
    return {"valid": False, "expected": None, "error": "BAD_CASE", "warnings": []}
