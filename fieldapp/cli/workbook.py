"""`fieldapp export workbook`, and `fieldapp import` of one: to work from where the laptop fails."""

from __future__ import annotations

import argparse
import json
import locale
import sys

from fieldapp.actions.practice import practice_on
from fieldapp.actions.workbook.export import Written
from fieldapp.actions.workbook.export import export_workbook as write_workbook
from fieldapp.actions.workbook.take_back import carry_out, plan
from fieldapp.cli.opening import opened
from fieldapp.cli.workbook_words import as_json, plan_in_words


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
            practice_on(at.journal, at.clock),
            arguments.out,
            language=arguments.language or language_here(),
            user=at.login,
            session=arguments.session,
            blanks=max(0, arguments.blank_rows),
        )
    print(in_words(written, str(arguments.out)))
    return 0


def import_workbook(arguments: argparse.Namespace) -> int:
    """Take it back, or with --dry-run say what would be done. Exit 0 also when rows were refused
    or wait for somebody's yes; stderr says so."""
    with opened(arguments) as at:
        practice = practice_on(at.journal, at.clock)
        made = plan(practice, arguments.file)
        taken = None
        if not arguments.dry_run:
            yes = frozenset(arguments.yes)
            taken = carry_out(practice, arguments.file, made, user=at.login, yes=yes)
    if arguments.json:
        print(json.dumps(as_json(made, taken)))
    else:
        print("\n".join(plan_in_words(made, taken)))
    if made.refusals or (taken.waiting if taken else made.asked):
        waiting = taken.waiting if taken else len(made.asked)
        where = f"; correct them in {taken.refused_file}" if taken and taken.refused_file else ""
        said = f"{len(made.refusals)} rows were refused{where}; {waiting} wait for --yes ROW"
        print(f"fieldapp: {said}", file=sys.stderr)
    return 0


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
