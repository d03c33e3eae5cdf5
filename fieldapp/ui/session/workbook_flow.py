"""Joins the page of a session's workbook to the actions: write one, bring one back, record it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.export import Written, export_workbook
from fieldapp.actions.workbook.take_back import Plan, Taken, carry_out, plan
from fieldapp.journal import sessions
from fieldapp.ui.journal_work import Do
from fieldapp.ui.language import spoken
from fieldapp.ui.session.present_workbook import (
    first_state,
    plan_state,
    taken_words,
    written_words,
)
from fieldapp.ui.session.session_screen import SessionScreen
from fieldapp.ui.words import tr

AskFile = Callable[[QWidget, Path], Path | None]


class WorkbookFlow(QObject):
    """One workbook at a time; nothing of it is recorded before somebody saw what would be.

    `aside` is where it is written and read: that may take seconds, and the desk goes on meanwhile.
    """

    def __init__(
        self,
        screen: SessionScreen,
        practice: Practice,
        user: str,
        do: Do,
        aside: Do,
        recorded: Callable[[], None],
        exports: Path,
        *,
        ask_where: AskFile | None = None,
        ask_which: AskFile | None = None,
    ) -> None:
        super().__init__()
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._aside, self._recorded, self._exports = aside, recorded, exports
        self.ask_where, self.ask_which = ask_where or _ask_where, ask_which or _ask_which
        self._brought: tuple[Path, Plan] | None = None
        self._is_open = False
        page = screen.workbook
        screen.workbook_requested.connect(self.show)
        page.write_requested.connect(self._write)
        page.bring_requested.connect(self._bring)
        page.confirmed.connect(self._confirm)

    def show(self) -> None:
        """Go to the page, as it is before anything was chosen."""
        journal = self._practice.journal
        self._do(lambda: sessions.current(journal) is not None, self._show)

    def _show(self, is_open: bool) -> None:
        self._is_open, self._brought = is_open, None
        self._screen.workbook.show_workbook(first_state(may_write=is_open))
        self._screen.show_workbook()

    def _write(self) -> None:
        path = self.ask_where(self._screen, self._exports / "session.xlsx")
        if path is None or not self._is_open:
            return
        practice, user, language = self._practice, self._user, spoken()
        self._screen.workbook.say(tr("Writing {file}…").format(file=path.name))
        self._aside(
            lambda: export_workbook(practice, path, language=language, user=user),
            lambda written: self._written(written, path),
        )

    def _written(self, written: Written, path: Path) -> None:
        self._screen.workbook.say(written_words(written, str(path)), "ok")
        self._recorded()

    def _bring(self) -> None:
        path = self.ask_which(self._screen, self._exports)
        if path is not None:
            self._screen.workbook.say(tr("Reading {file}…").format(file=path.name))
            self._look(path, "")

    def _look(self, path: Path, said: str) -> None:
        practice = self._practice
        self._aside(lambda: plan(practice, path), lambda made: self._planned(path, made, said))

    def _planned(self, path: Path, made: Plan, said: str) -> None:
        self._brought = path, made
        page = self._screen.workbook
        page.show_workbook(plan_state(self._practice.catalogue, made, may_write=self._is_open))
        page.say(said, "ok")

    def _confirm(self, yes: frozenset[int]) -> None:
        if self._brought is None:
            return
        (path, made), practice, user = self._brought, self._practice, self._user
        self._do(
            lambda: carry_out(practice, path, made, user=user, yes=yes),
            lambda taken: self._taken(path, taken),
        )

    def _taken(self, path: Path, taken: Taken) -> None:
        self._recorded()
        self._look(path, taken_words(taken))


def _ask_where(parent: QWidget, suggested: Path) -> Path | None:
    suggested.parent.mkdir(parents=True, exist_ok=True)
    title, kinds = tr("Where shall the workbook go?"), tr("Excel workbook (*.xlsx)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    return Path(chosen).with_suffix(".xlsx") if chosen else None


def _ask_which(parent: QWidget, folder: Path) -> Path | None:
    kinds = tr("Workbooks (*.xlsx *.csv);;All files (*)")
    title = tr("Which workbook comes back?")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None
