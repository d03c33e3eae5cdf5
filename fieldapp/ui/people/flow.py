"""Who may unlock this laptop: asks for somebody new, for changes, or for one's own new PIN.

*No access any more* stands among the roles: it is chosen, and taken back, where roles are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.people import Doer, add_person, change_own_pin, change_person, end_access
from fieldapp.actions.permission import may
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import RANKS, Deed
from fieldapp.journal.home import NewUser
from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import all_staff, on_team
from fieldapp.ui.background import Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import BadField
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.people.people_page import PeoplePage
from fieldapp.ui.words import role_words, tr

_ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Known:
    """Everybody ever named here, by login, and whose access was ended."""

    people: dict[str, StaffUser]
    gone: frozenset[str]


class PeopleFlow(LaneFlow):
    """A lead sees everybody; anybody else their own PIN alone."""

    changed = Signal()
    shut_out = Signal()  # whoever is at the laptop has no access any more

    def __init__(
        self, page: PeoplePage, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(lane, parent)
        self._page, self._practice, self._user = page, practice, user
        self._known = Known({}, frozenset())
        self._leads = False
        page.form.submitted.connect(self._submitted)
        page.form.edited.connect(self._chosen)

    def entered(self) -> None:
        """Somebody came: ask what they may change."""
        journal, user = self._practice.journal, self._user
        self._do(
            lambda: (may(journal, user, Deed.ADD_USERS), _known(journal)),
            lambda found: self._ask(*found),
        )

    def _ask(self, leads: bool, known: Known) -> None:
        self._leads, self._known = leads, known
        form = everybody(known) if leads else own_pin()
        self._page.form.show_form(form)

    def _chosen(self, values: dict[str, str]) -> None:
        """Somebody was chosen from the list: what is known of them is filled in."""
        one = self._known.people.get(values.get("who", ""))
        if one is not None and values.get("login") != one.login:
            role = _ENDED if one.login in self._known.gone else one.role
            self._page.form.fill({"name": one.name, "login": one.login, "role": role})

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
        if values["who"] and values["who"] != values["login"]:
            raise BadField(tr("A login stays as it is; somebody new begins with an empty list."))
        return self._change(by, NewUser(*(values[n] for n in ("login", "name", "role", "pin"))))

    def _change(self, by: Doer, who: NewUser) -> Callable[[], None]:
        practice, known = self._practice, self._known
        has_access = who.login in known.people and who.login not in known.gone
        if who.role == _ENDED and not has_access:
            raise BadField(tr("{name} has no access here.").format(name=who.name))
        if who.role == _ENDED:
            return lambda: end_access(practice, by, who.login)
        if has_access:
            return lambda: change_person(practice, by, who)
        return lambda: add_person(practice, by, who)

    def _saved(self) -> None:
        self.changed.emit()
        journal = self._practice.journal
        self._do(lambda: _known(journal), self._ask_again)

    def _ask_again(self, known: Known) -> None:
        if self._user in known.gone:
            self.shut_out.emit()
            return
        self._ask(self._leads, known)
        self._page.form.say(tr("Saved. It counts from the next unlock on."))

    def _failed(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._page.form.show_fault(in_words(error))


def _known(journal: Journal) -> Known:
    people = {one.login: one for one in all_staff(journal)}
    return Known(people, frozenset(people) - {one.login for one in on_team(journal)})


def everybody(known: Known) -> FormState:
    """What a lead is asked."""
    ended = tr("No access any more")
    people = tuple(
        (one.login, f"{one.name} · {ended if one.login in known.gone else role_words(one.role)}")
        for one in known.people.values()
    )
    roles = (*((role.value, role_words(role.value)) for role in RANKS), (_ENDED, ended))
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
