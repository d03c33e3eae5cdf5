"""What would be done with a workbook that came back, put into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fieldapp.actions.backlog.row import Refusal
from fieldapp.actions.workbook.differences import Change, Difference
from fieldapp.actions.workbook.export import Written
from fieldapp.actions.workbook.strangers import ALIKE, ANOTHER, DOUBLE, Ready
from fieldapp.actions.workbook.take_back import Plan, Taken
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.workbook.words import Words
from fieldapp.ui.language import spoken
from fieldapp.ui.session.workbook_state import WorkbookLine, WorkbookState
from fieldapp.ui.words import sentences, tr

_MOST_REFUSED = 100
"""On the page; nobody reads more there."""


def first_state(*, may_write: bool) -> WorkbookState:
    """Before anything is chosen."""
    lines = [
        tr("For places where the laptop may fail: an Excel workbook with everybody who is due, to "
           "fill in on any computer or on paper."),
        tr("Bring it back here, as often as needed: first you see what would be recorded, and no "
           "row is ever recorded twice."),
        tr("It names people: keep the file and its prints like a list of patients."),
    ]  # fmt: skip
    if not may_write:
        lines.append(tr("To write one, open the operation first."))
    title = tr("The session as a workbook")
    return WorkbookState(title, lines[0], tuple(map(WorkbookLine, lines[1:])), may_write=may_write)


def written_words(written: Written, file: str) -> str:
    """Where the workbook is and what it holds."""
    said = tr("{people} people and {blanks} blank rows are in {file}.")
    parts = [said.format(people=written.people, blanks=written.blanks, file=file)]
    if not written.lots:
        parts.append(tr("No lot is on board, so no dose can be chosen in it."))
    if written.left_out:
        parts.append(tr("{n} more are due and did not fit.").format(n=written.left_out))
    return sentences(*parts)


def taken_words(taken: Taken) -> str:
    """What was recorded."""
    said = tr("Recorded: {doses} doses, {not_given} not given, {corrected} corrections.")
    parts = [said.format(doses=taken.doses, not_given=taken.not_given, corrected=taken.corrected)]
    if taken.waiting:
        parts.append(tr("{n} rows wait for a yes.").format(n=taken.waiting))
    if taken.refused_file:
        where = tr("The refused rows are in {file}: correct them and bring that file back.")
        parts.append(where.format(file=taken.refused_file.name))
    return sentences(*parts)


def plan_state(catalogue: Catalogue, made: Plan, *, may_write: bool) -> WorkbookState:
    """What would be recorded, what somebody must decide, and what is refused."""
    title = tr("{session}: {doses} doses and {not_given} not given to record")
    lead = tr("{here} rows were recorded before, {empty} are empty. Nothing is recorded yet.")
    anything = made.seen.ready or made.asked
    return WorkbookState(
        title.format(
            session=made.returned.frame.session, doses=made.doses, not_given=made.not_given
        ),
        lead.format(here=made.seen.already_here, empty=made.empty),
        tuple(_lines(made, catalogue)),
        tr("Record") if anything else "",
        may_write=may_write,
    )


def _lines(made: Plan, catalogue: Catalogue) -> Iterator[WorkbookLine]:
    names = {one.number: one.row.client.name for one in made.rows}
    yield from (_held(one, catalogue) for one in made.seen.held)
    staff = {login: name for name, login in made.returned.frame.staff if login}
    yield from (_changed(one, catalogue, staff) for one in made.seen.changed)
    cells = {typed.line: typed.cells for typed in made.returned.rows}
    shown = made.refusals[:_MOST_REFUSED]
    yield from (_refused(no, cells.get(no.line, {}).get("name", "")) for no in shown)
    if len(shown) < len(made.refusals):
        more = tr("{n} more rows are refused.").format(n=len(made.refusals) - len(shown))
        yield WorkbookLine(more, tone="stop")
    for numbers, said in (
        (made.seen.early, tr("before the minimum interval")),
        (made.seen.expired, tr("the lot had expired")),
    ):
        for number in numbers:
            yield WorkbookLine(_head(number, names.get(number, ""), said), tone="wait")


def _head(number: int, name: str, said: str) -> str:
    return tr("Row {number}, {name}: {said}").format(number=number, name=name, said=said)


def _held(one: Ready, catalogue: Catalogue) -> WorkbookLine:
    said, detail, offer = {
        DOUBLE: (
            tr("possibly double"),
            tr("A dose of this vaccine is here already. The workbook says: {dose}"),
            tr("It is another dose: record it too"),
        ),
        ANOTHER: (
            tr("somebody else stands in this row of another copy"),
            tr("Both can be right. The workbook says: {dose}"),
            tr("Record this person too"),
        ),
        ALIKE: (
            tr("perhaps somebody known: {like}"),
            tr("The same person? Write name and document into the workbook as they are known, and "
               "bring it back again. The workbook says: {dose}"),
            tr("It is somebody else: record them"),
        ),
    }[one.asks]  # fmt: skip
    return WorkbookLine(
        _head(one.number, one.row.client.name, said.format(like=one.like)),
        detail.format(dose=_dose(one, catalogue)),
        "wait",
        one.number,
        offer,
    )


def _dose(one: Ready, catalogue: Catalogue) -> str:
    """What the row tells of, in short."""
    day = one.row.occurred.date().isoformat()
    if not one.row.given:
        return tr(", ").join((Words(spoken())("status.not-given"), day))
    lot = f"{_product(one.row.vaccine_id or '', catalogue)} {one.row.lot}"
    return tr(", ").join((lot, day))


def _changed(one: Difference, catalogue: Catalogue, staff: Mapping[str, str]) -> WorkbookLine:
    changes = tr(", ").join(_change(change, catalogue, staff) for change in one.changes)
    return WorkbookLine(
        _head(one.number, one.row.client.name, tr("recorded otherwise before")),
        changes,
        "wait",
        one.number,
        tr("The workbook is right: correct the record"),
    )


def _change(change: Change, catalogue: Catalogue, staff: Mapping[str, str]) -> str:
    words = Words(spoken())
    name = words(f"column.{change.column}")
    if change.column == "vaccinator":
        old, new = (staff.get(text, text) or "–" for text in (change.old, change.new))
    else:
        old, new = (
            _said(change.column, text, words, catalogue) for text in (change.old, change.new)
        )
    return f"{name} {old} → {new}"


def _said(column: str, text: str, words: Words, catalogue: Catalogue) -> str:
    if column == "lot" and text:
        product, _, number = text.partition(" ")
        return f"{_product(product, catalogue)} {number}"
    return words.of(column).get(text, text) or "–"


def _product(vaccine_id: str, catalogue: Catalogue) -> str:
    product = catalogue.get(vaccine_id)
    return product.short_name if product else vaccine_id


def _refused(no: Refusal, name: str) -> WorkbookLine:
    words = Words(spoken())
    said = tr("Line {line}, {name}: refused")
    return WorkbookLine(
        said.format(line=no.line, name=name or "–"),
        f"{words(f'column.{no.column}')}: {words(f'refusal.{no.code}')}",
        "stop",
    )
