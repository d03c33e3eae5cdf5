"""Asks what must be so before an open vial outlives the session; by default it is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fieldapp.actions.consult import Practice
from fieldapp.actions.count_box import keep_vial
from fieldapp.actions.session_standing import SessionStanding
from fieldapp.actions.vials_at_end import VialAtEnd
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.journal_work import Do
from fieldapp.ui.session.present_vials import DROP, KEEP, vial_name
from fieldapp.ui.session.session_screen import SessionScreen
from fieldapp.ui.session.words import KEEP_IF
from fieldapp.ui.words import tr

YES, NO = "yes", "no"


class KeepFlow:
    """One vial at a time; what was decided is kept like a count, until the close."""

    def __init__(
        self, screen: SessionScreen, practice: Practice, do: Do, changed: Callable[[], None]
    ) -> None:
        self._screen, self._practice, self._do, self._changed = screen, practice, do, changed
        self._at: SessionStanding | None = None
        self._asked: VialAtEnd | None = None
        screen.keep.submitted.connect(self._answered)

    def look(self, at: SessionStanding) -> None:
        """How the session stands now."""
        self._at = at

    def check(self, action: str) -> bool:
        """Do what a line of *Before you close* asks; whether it was about a vial."""
        vials = self._at.open_vials if self._at else ()
        for one in vials:
            if action == f"{DROP}{one.vial.vial_id.hex()}":
                self._decide(one, keep=False)
            elif action == f"{KEEP}{one.vial.vial_id.hex()}":
                self._asked = one
                name = vial_name(self._practice.catalogue, one.vial)
                self._screen.show_keep(keep_form(name, one.asks))
        return action.startswith((DROP, KEEP))

    def _answered(self, values: dict[str, str]) -> None:
        if self._asked is None:
            return
        answers = [values[name] for name in self._asked.asks]
        if NO not in answers and not all(answers):
            self._screen.keep.show_fault(
                tr("Answer every question, or go back: it is thrown away.")
            )
            return
        keep = NO not in answers
        self._screen.go_to_open()
        said = "" if keep else tr("Then it must not be used again: it is thrown away at the close.")
        self._screen.open.say(said, "wait")
        self._decide(self._asked, keep=keep)

    def _decide(self, one: VialAtEnd, *, keep: bool) -> None:
        at, journal, vial = self._at, self._practice.journal, one.vial.vial_id
        if at is not None:
            label = at.session.label
            self._do(lambda: keep_vial(journal, label, vial, keep), lambda _none: self._changed())


def keep_form(vial: str, asks: Sequence[str]) -> FormState:
    """What is asked of one vial."""
    answers = ((YES, tr("Yes")), (NO, tr("No")))
    return FormState(
        tr("{vial}: keep it?").format(vial=vial),
        tr("Only if all of this is so may it be used at the next operation."),
        tuple(FormField(one, tr(KEEP_IF[one]), "", answers) for one in asks),
        tr("Go on"),
    )
