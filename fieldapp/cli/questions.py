"""Commands that ask a question and touch no journal: identify, programme test."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from fieldapp.actions import identify as identifying
from fieldapp.actions.moments import site_today
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.commands import ended

if TYPE_CHECKING:
    from fieldapp.actions.published_cases import Outcome

_FIRST_REASONS = 5


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
    """`fieldapp programme test CASES [--cdsi FOLDER] [--json]`: exit 1 when any case fails."""
    if arguments.cdsi is not None:
        return _published_cases(arguments)
    from fieldapp.actions.programme import run_cases

    results = run_cases(arguments.cases)
    failed = [result for result in results if not result.passed]
    if arguments.json:
        print(json.dumps([result.as_json() for result in results], ensure_ascii=False))
    else:
        for result in failed:
            print(f"{result.id}: got {result.got}, expected {result.expected}")
        print(f"{len(results) - len(failed)} of {len(results)} cases pass")
    return ended(f"{len(failed)} of {len(results)} cases fail" if failed else None)


def _published_cases(arguments: argparse.Namespace) -> int:
    from fieldapp.actions.published_cases import Verdict, run_published_cases

    outcomes = run_published_cases(arguments.cases, arguments.cdsi)
    failed = sum(outcome.verdict is Verdict.FAILED for outcome in outcomes)
    if arguments.json:
        print(json.dumps([outcome.as_json() for outcome in outcomes], ensure_ascii=False))
    else:
        print("\n".join(_by_group(outcomes)))
    return ended(f"{failed} of {len(outcomes)} cases fail" if failed else None)


def _by_group(outcomes: list[Outcome]) -> Iterator[str]:
    """A line for each vaccine group, its first reasons under it, and the sum."""
    for group in sorted({outcome.group for outcome in outcomes}):
        of_group = [outcome for outcome in outcomes if outcome.group == group]
        yield f"{group}: {_counts(of_group)}"
        told = sorted((one for one in of_group if one.why), key=lambda one: one.verdict != "failed")
        for one in told[:_FIRST_REASONS]:
            yield f"  {one.case} {one.verdict}: {one.why}"
    yield f"{len(outcomes)} cases: {_counts(outcomes)}"


def _counts(outcomes: list[Outcome]) -> str:
    counted = Counter(str(outcome.verdict) for outcome in outcomes)
    return ", ".join(f"{counted[name]} {name}" for name in ("passed", "explained", "failed"))
