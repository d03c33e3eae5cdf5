"""Who may unlock this laptop: asks for somebody new, for changes, or for one's own new PIN."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.people import Doer, add_person, change_own_pin, change_person
from fieldapp.actions.permission import may
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import RANKS, Deed
from fieldapp.journal.home import NewUser
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import all_staff
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import BadField
from fieldapp.ui.people.people_page import PeoplePage
from fieldapp.ui.words import role_words, tr


class PeopleFlow(Flow):
    """A lead sees everybody; anybody else their own PIN alone."""

    changed = Signal()

    def __init__(
        self, page: PeoplePage, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._practice, self._user = page, practice, user
        self._lane, self._owner, self._stopped = lane, parent, False
        self._known: dict[str, StaffUser] = {}
        self._leads = False
        page.form.submitted.connect(self._submitted)
        page.form.edited.connect(self._chosen)

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopped = True

    def entered(self) -> None:
        """Somebody came: ask what they may change."""
        journal, user = self._practice.journal, self._user
        self._do(
            lambda: (may(journal, user, Deed.ADD_USERS), all_staff(journal)),
            lambda found: self._ask(*found),
        )

    def _ask(self, leads: bool, known: Sequence[StaffUser]) -> None:
        self._leads, self._known = leads, {one.login: one for one in known}
        form = everybody(known) if leads else own_pin()
        self._page.form.show_form(form)

    def _chosen(self, values: dict[str, str]) -> None:
        """Somebody was chosen from the list: what is known of them is filled in."""
        one = self._known.get(values.get("who", ""))
        if one is not None and values.get("login") != one.login:
            self._page.form.fill({"name": one.name, "login": one.login, "role": one.role})

    def _submitted(self, values: dict[str, str]) -> None:
        try:
            work = self._deed(values)
        except BadField as fault:
            self._page.form.show_fault(str(fault))
            return
        self._page.form.say(tr("Saving…"))
        self._do(work, lambda _none: self._saved())

    def _deed(self, values: dict[str, str]) -> Callable[[], None]:
        """What F9 does with these values. Raises BadField."""
        if values["pin"] != values["again"]:
            raise BadField(tr("The two PINs are not the same."))
        if not values["own"]:
            raise BadField(tr("Your own PIN is missing."))
        practice, by = self._practice, Doer(self._user, values["own"])
        if not self._leads:
            pin = values["pin"]
            return lambda: change_own_pin(practice, by, pin)
        if not (values["name"] and values["login"] and values["role"]):
            raise BadField(tr("Name, login and role are needed."))
        who = NewUser(values["login"], values["name"], values["role"], values["pin"])
        if not values["who"]:
            return lambda: add_person(practice, by, who)
        if values["who"] != values["login"]:
            raise BadField(tr("A login stays as it is; somebody new begins with an empty list."))
        return lambda: change_person(practice, by, who)

    def _saved(self) -> None:
        self.changed.emit()
        journal = self._practice.journal
        self._do(lambda: all_staff(journal), self._ask_again)

    def _ask_again(self, known: Sequence[StaffUser]) -> None:
        self._ask(self._leads, known)
        self._page.form.say(tr("Saved. It counts from the next unlock on."))

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        job = Job(work, self._owner)
        job.succeeded.connect(lambda value: None if self._stopped else then(value))
        job.failed.connect(self._failed)
        job.crashed.connect(self.bug)
        self._lane.start(job)

    def _failed(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._page.form.show_fault(in_words(error))


def everybody(known: Sequence[StaffUser]) -> FormState:
    """What a lead is asked."""
    people = tuple((one.login, f"{one.name} · {role_words(one.role)}") for one in known)
    roles = tuple((role.value, role_words(role.value)) for role in RANKS)
    return FormState(
        tr("The people of this laptop"),
        tr("Leave the list empty for somebody new; leave the new PIN empty to keep the old one."),
        (
            FormField("who", tr("Change"), "", people, span=3),
            FormField("name", tr("Name")),
            FormField("login", tr("Login, for instance li.na")),
            FormField("role", tr("Role"), "", roles),
            FormField("pin", tr("Their new PIN"), secret=True),
            FormField("again", tr("The same again"), secret=True),
            FormField("own", tr("Your own PIN"), secret=True),
        ),
        tr("Save"),
    )


def own_pin() -> FormState:
    """What everybody else is asked."""
    return FormState(
        tr("Your PIN"),
        tr("A team lead or supervisor adds people and changes them."),
        (
            FormField("own", tr("Your own PIN"), secret=True),
            FormField("pin", tr("Your new PIN"), secret=True),
            FormField("again", tr("The same again"), secret=True),
        ),
        tr("Save"),
    )
