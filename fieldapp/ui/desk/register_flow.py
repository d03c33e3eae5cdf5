"""Joins the registration form to the actions: look-alikes, what was half typed, saving.

What is half typed is kept as a draft under the document, or the name, that it belongs to: Esc, a
lock or an empty battery costs no typing, and nobody gets the fields of somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime

from fieldapp.actions.consult import Practice
from fieldapp.actions.find_client import look_alikes
from fieldapp.actions.moments import site_now, site_today
from fieldapp.actions.register_client import register_client
from fieldapp.actions.seen_today import seen_before_registering
from fieldapp.actions.status import last_contact
from fieldapp.domain.client import Client
from fieldapp.domain.scan import Scan
from fieldapp.journal import drafts
from fieldapp.journal.sightings import Sighting
from fieldapp.ui.desk import present
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.registering import BadField, details_of, form_state
from fieldapp.ui.desk.seen_today import new_here_but_seen
from fieldapp.ui.desk.state import RegisterForm
from fieldapp.ui.desk.today_flow import Do
from fieldapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal knows when a form is opened."""

    alike: tuple[Client, ...]
    last_contact: datetime | None
    draft: RegisterForm | None
    seen: Sighting | None = None


class RegisterFlow:
    """The form for somebody new, from *not in this laptop's records* to the registered person."""

    def __init__(self, screen: DeskScreen, practice: Practice, user: str, do: Do) -> None:
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._scan: Scan | None = None
        self._open = False
        screen.register.edited.connect(self._keep)

    def look_up(self, scan: Scan | None, then: Callable[[Known], None]) -> None:
        """Ask the journal what the form needs."""
        journal, state, name = self._practice.journal, form_state(scan), _draft_name(scan)
        born, today = scan.birth_date if scan else None, self._today()

        def work() -> Known:
            alike = look_alikes(journal, state.name, born) if state.name else []
            draft = _read(drafts.load(journal, name)) if name else None
            seen = seen_before_registering(journal, scan, today) if scan else None
            return Known(tuple(alike), last_contact(journal), draft, seen)

        self._do(work, then)

    def show(self, scan: Scan | None, known: Known) -> None:
        """Show the form, with the draft of this person where there is one."""
        self._scan, self._open = scan, True
        state = form_state(scan, present.hits(known.alike, self._today()))
        banner = present.new_here(
            state.document, known.last_contact, site_now(self._practice.clock)
        )
        banner = new_here_but_seen(banner, known.seen, self._practice.catalogue)
        self._screen.show_register(state, banner)
        if known.draft is not None:
            self._screen.register.fill(known.draft)
            self._screen.scan.say(tr("What was half typed for this person is here again."), "info")

    def save(self, form: RegisterForm, then: Callable[[Client], None]) -> None:
        """Register the person; a fault is said and nothing typed is lost."""
        try:
            details = details_of(form, self._scan, self._today())
        except BadField as fault:
            self._screen.register.show_fault(str(fault))
            return
        journal, user, name = self._practice.journal, self._user, _draft_name(self._scan, form)

        def work() -> Client:
            client = register_client(journal, details, user=user)
            drafts.clear(journal, name)
            return client

        self._do(work, lambda client: self._saved(client, then))

    def _saved(self, client: Client, then: Callable[[Client], None]) -> None:
        self._open = False  # leaving the form keeps no draft of somebody who is registered
        then(client)

    def _keep(self, form: RegisterForm) -> None:
        name, body = _draft_name(self._scan, form), json.dumps(asdict(form))
        if name and self._open:
            journal = self._practice.journal
            self._do(lambda: drafts.save(journal, name, body), lambda _kept: None)

    def _today(self) -> date:
        return site_today(self._practice.clock)


def _draft_name(scan: Scan | None, form: RegisterForm | None = None) -> str:
    """What a draft is kept under; empty for a form that nobody is named on yet."""
    if scan is not None and scan.document is not None:
        return f"register {scan.document.kind} {scan.document.number}"
    named = form.name if form is not None and form.name else (scan.name if scan else "")
    return f"register name {named}" if named else ""


def _read(body: str | None) -> RegisterForm | None:
    """A draft; one that an older version wrote in another shape is let go."""
    told = json.loads(body) if body else {}
    whole = set(told) == {field.name for field in fields(RegisterForm)}
    return RegisterForm(**told) if whole else None
