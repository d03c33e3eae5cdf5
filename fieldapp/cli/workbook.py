"""`fieldapp export workbook`: a session's workbook, to work from where the laptop fails."""

from __future__ import annotations

import argparse
import locale
import sys

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.workbook.export import Written
from fieldapp.actions.workbook.export import export_workbook as write_workbook
from fieldapp.cli.opening import OpenHome, opened


def export_workbook(arguments: argparse.Namespace) -> int:
    """Write it, and say that it is about people."""
    if arguments.format not in (None, "xlsx") or arguments.since is not None:
        print(
            "usage: fieldapp export workbook --out FILE.xlsx (it has no other form)",
            file=sys.stderr,
        )
        return 2
    with opened(arguments) as at:
        written = write_workbook(
            practice_of(at),
            arguments.out,
            language=arguments.language or language_here(),
            user=at.login,
            session=arguments.session,
            blanks=max(0, arguments.blank_rows),
        )
    print(in_words(written, str(arguments.out)))
    return 0


def practice_of(at: OpenHome) -> Practice:
    """What the team works by."""
    from fieldapp.cli.laptop import DEFAULT_PROGRAMME

    rules = load_programme(DEFAULT_PROGRAMME)
    return Practice(at.journal, load_catalogue(), rules, load_questions(), at.clock)


def language_here() -> str:
    """The language that this machine's user speaks, as far as a workbook does."""
    return "zh_CN" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def in_words(written: Written, file: str) -> str:
    """What came of it."""
    parts = [
        f"{written.people} people due and {written.blanks} blank rows of {written.session} are in"
        f" {file} (workbook {written.workbook}).",
        "It tells about people: keep it like a list of patients, and delete it once imported.",
    ]
    if not written.lots:
        parts.append("No lot is on board, so no dose can be chosen in it: load the box first.")
    if written.left_out:
        parts.append(f"{written.left_out} more people are due and did not fit.")
    return " ".join(parts)
