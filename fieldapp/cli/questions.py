"""Commands that ask a question and touch no journal: identify, programme test."""

from __future__ import annotations

import argparse
import io
import json
import sys
from datetime import date

from fieldapp.actions import identify as identifying
from fieldapp.actions.moments import site_today
from fieldapp.actions.system_clock import SystemClock


def identify(arguments: argparse.Namespace) -> int:
    """`fieldapp identify [TEXT] [--json] [--lines] [--today DATE]`."""
    today: date = arguments.today or site_today(SystemClock())
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # one bad byte stops nothing
    if arguments.lines:
        for line in identifying.answer_lines(sys.stdin, today):
            print(line, flush=True)
        return 0
    text = arguments.text if arguments.text is not None else sys.stdin.read().rstrip("\r\n")
    answer = identifying.identify_text(text, today)
    print(json.dumps(answer, ensure_ascii=False) if arguments.json else _in_words(answer))
    return 0


def _in_words(answer: dict[str, object]) -> str:
    if not answer["valid"]:
        return f"{answer['kind']}: not valid ({answer['error']})"
    fields = answer["expected"]
    lines = [f"{answer['kind']}: valid"]
    if isinstance(fields, dict):
        lines += [f"  {name}: {value}" for name, value in fields.items()]
    warnings = answer["warnings"]
    if isinstance(warnings, list) and warnings:
        lines.append("  look out: " + ", ".join(map(str, warnings)))
    return "\n".join(lines)


def programme_test(arguments: argparse.Namespace) -> int:
    """`fieldapp programme test CASES.json [--json]`: exit 1 when any case fails."""
    from fieldapp.actions.programme import run_cases

    results = run_cases(arguments.cases)
    failed = [result for result in results if not result.passed]
    if arguments.json:
        print(json.dumps([result.as_json() for result in results], ensure_ascii=False))
    else:
        for result in failed:
            print(f"{result.id}: got {result.got}, expected {result.expected}")
        print(f"{len(results) - len(failed)} of {len(results)} cases pass")
    if failed:
        print(f"fieldapp: {len(failed)} of {len(results)} cases fail", file=sys.stderr)
    return 1 if failed else 0
