"""Whatever ends the laptop or the app while a workbook is written or read: no file bears the name
of which the journal does not know, none is half written, and it can be written again."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.export import export_workbook
from fieldapp.actions.workbook.reading import read_workbook
from fieldapp.journal.entries import all_entries
from fieldapp.journal.journal import Journal
from fieldapp.ui.app import FieldApp
from fieldapp.ui.session import workbook_flow
from fieldapp.wire.facts import WorkbookWritten
from tests.actions.operation import operation_on
from tests.actions.workbook.made_up import Field
from tests.journal.laptop import NURSE, FakeClock, Laptop
from tests.ui.door import Door, enter

STEPS = {
    "half written": (os, "fsync"),
    "written, not told": (Journal, "append"),
    "told, not named": (Path, "replace"),
}


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home", FakeClock(datetime(2021, 8, 1, 4, 0, tzinfo=UTC)))
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def field(laptop: Laptop, tmp_path: Path) -> Field:
    return Field(operation_on(laptop), tmp_path)


def told(journal: Journal) -> int:
    """How many workbooks the journal knows of."""
    return sum(isinstance(entry.fact, WorkbookWritten) for entry in all_entries(journal.db))


def writes(laptop: Laptop, path: Path) -> None:
    practice = operation_on(laptop).practice
    export_workbook(practice, path, language="en", user=NURSE.login)


def killed_at(laptop: Laptop, path: Path, step: str) -> None:
    """Write it in a process of its own that ends there."""
    laptop.close()
    child = os.fork()
    if child == 0:
        try:
            practice = operation_on(laptop).practice
            if step in STEPS:
                owner, name = STEPS[step]
                setattr(owner, name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
            export_workbook(practice, path, language="en", user=NURSE.login)
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.parametrize("step", [*STEPS, "named"])
def test_the_journal_knows_of_every_file_that_is_there(field: Field, step: str) -> None:
    field.knows("王建国", 40)
    field.begins()
    laptop, path = field.operation.laptop, field.folder / "out" / "session.xlsx"
    killed_at(laptop, path, step)
    journal = operation_on(laptop).journal
    assert path.exists() == (step == "named")
    assert told(journal) == (step in ("told, not named", "named"))
    laptop.close()
    writes(laptop, path)
    journal = laptop.opened[-1]
    assert told(journal) == 1 + (step in ("told, not named", "named"))
    assert list(path.parent.iterdir()) == [path]
    assert read_workbook(journal, path).own


def test_what_cannot_be_told_is_not_handed_out(
    field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    field.begins()
    monkeypatch.setattr(Journal, "append", _full)
    with pytest.raises(RuntimeError, match="no room"):
        field.exports()
    assert not list(field.folder.glob("session.xlsx*"))


def _full(*_: object, **__: object) -> None:
    raise RuntimeError("no room")


def test_closing_the_app_waits_for_a_workbook_that_is_being_read(
    qapp: QApplication, qtbot: QtBot, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = FieldApp(qapp, Door(laptop).keeper())
    qtbot.waitUntil(lambda: bool(app.window.lock.names_shown))
    app.window.show()
    enter(app, qtbot)
    heads: list[object] = []

    def slow(practice: Practice, path: Path) -> None:
        time.sleep(0.5)
        heads.append((path.name, practice.journal.head()))

    monkeypatch.setattr(workbook_flow, "plan", slow)
    assert app.work is not None
    app.work.session.workbook.ask_which = lambda _screen, _folder: Path("session.xlsx")
    app.window.session.workbook.bring_requested.emit()
    app.window.close()
    assert len(heads) == 1
    app.deleteLater()
