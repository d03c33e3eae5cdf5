"""What came of a workbook, in words and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from fieldapp.actions.workbook.differences import Change
from fieldapp.actions.workbook.strangers import ALIKE, ANOTHER, DOUBLE
from fieldapp.actions.workbook.take_back import Plan, Taken
from fieldapp.reports.workbook.words import Words

_HELD = {
    DOUBLE: "possibly double, a dose of this vaccine is here already.",
    ANOTHER: "from this row another copy of the workbook recorded somebody else.",
    ALIKE: "perhaps somebody known: {like}. The same person? Write name and document as they are"
    " known, and import it again. Somebody else: --yes.",
}


def as_json(made: Plan, taken: Taken | None) -> dict[str, object]:
    """The object that `fieldapp import --json` prints of a workbook; `taken` is None for a dry
    run."""
    return {
        "workbook": made.returned.frame.id.hex(),
        "session": made.returned.frame.session,
        "rows": len(made.returned.rows),
        "empty": made.empty,
        "already_here": made.seen.already_here,
        "doses": taken.doses if taken else made.doses,
        "not_given": taken.not_given if taken else made.not_given,
        "possible_double": [one.number for one in made.seen.held if one.asks == DOUBLE],
        "another_person": [one.number for one in made.seen.held if one.asks == ANOTHER],
        "perhaps_known": [one.number for one in made.seen.held if one.asks == ALIKE],
        "changed": {str(one.number): [c.column for c in one.changes] for one in made.seen.changed},
        "corrected": taken.corrected if taken else 0,
        "refused": {str(no.line): [no.code, no.column] for no in made.refusals},
        "early": list(made.seen.early),
        "expired_lot": list(made.seen.expired),
    }


def plan_in_words(made: Plan, taken: Taken | None) -> Iterator[str]:
    """The same for a person; rows are called by their numbers on the sheet, refused ones by their
    line."""
    doses, not_given = (taken or made).doses, (taken or made).not_given
    said = "recorded" if taken else "to be recorded (nothing was recorded yet)"
    yield (
        f"{made.returned.frame.session}: {doses} doses and {not_given} not given {said};"
        f" {made.seen.already_here} rows were here before, {made.empty} are empty."
    )
    for one in made.seen.held:
        yield f"Row {one.number}: {_HELD[one.asks].format(like=one.like)}"
    for difference in made.seen.changed:
        changes = "; ".join(_change(change) for change in difference.changes)
        yield f"Row {difference.number} was recorded otherwise before: {changes}."
    if taken and taken.corrected:
        yield f"{taken.corrected} records corrected."
    for number in made.seen.early:
        yield f"Row {number}: before the minimum interval."
    for number in made.seen.expired:
        yield f"Row {number}: the lot had expired."
    names = Words("en").of("column")
    for no in made.refusals:
        yield f"Line {no.line} refused, {names[no.column]}: {no.reason}"


def _change(change: Change) -> str:
    name = Words("en")(f"column.{change.column}")
    return f"{name} {change.old or '-'} -> {change.new or '-'}"
