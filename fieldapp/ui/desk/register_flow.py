"""Joins the registration form to the actions: who may be the same, what was half typed, saving.

What is half typed is kept as a draft under the document, or the name, that it belongs to: Esc, a
lock or an empty battery costs no typing, and nobody gets the fields of somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from fieldapp.actions.booked import Booked, booked_by_documents
from fieldapp.actions.find_duplicates import Duplicate, duplicates_of
from fieldapp.actions.register_client import register_client
from fieldapp.actions.register_without_papers import register_without_papers
from fieldapp.actions.seen_today import seen_before_registering
from fieldapp.actions.status import last_contact
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.scan import Scan
from fieldapp.journal import drafts
from fieldapp.journal.sightings import Sighting
from fieldapp.ui.bookings.words import new_here_but_booked
from fieldapp.ui.desk import present_people
from fieldapp.ui.desk.means import Means
from fieldapp.ui.desk.registering import details_of, form_state, with_declared
from fieldapp.ui.desk.resume_flow import ResumeFlow
from fieldapp.ui.desk.seen_today import new_here_but_seen
from fieldapp.ui.desk.state import RegisterForm
from fieldapp.ui.form_values import BadField
from fieldapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal knows when a form is opened."""

    alike: tuple[Duplicate, ...]
    last_contact: datetime | None
    draft: RegisterForm | None
    seen: Sighting | None = None
    booked: Booked | None = None


class RegisterFlow:
    """The form for somebody new, from *not in this laptop's records* to the registered person."""

    def __init__(self, means: Means, resume: ResumeFlow) -> None:
        self._means, self._screen, self._do = means, means.screen, means.do
        self._resume = resume
        self._scan: Scan | None = None
        self._open = False
        self._told_apart: frozenset[bytes] = frozenset()
        self._screen.register.edited.connect(self._keep)

    def look_up(self, scan: Scan | None, draft: str, then: Callable[[Known], None]) -> None:
        """Ask the journal what the form needs; `draft` names what was half typed, if known."""
        journal, state = self._means.journal, form_state(scan)
        name = draft or _draft_name(scan)
        draft_name = self._means.draft(name)
        document, today = scan.document if scan else None, self._means.today()
        details = ClientDetails(
            state.name,
            () if document is None else (document,),
            scan.birth_date if scan else None,
            phone=str(scan.fields["e164"]) if scan and scan.kind == "phone" else None,
        )

        def work() -> Known:
            typed = _read(drafts.load(journal, draft_name)) if name else None
            seen = seen_before_registering(journal, scan, today) if scan else None
            alike = tuple(duplicates_of(journal, details))
            booked = booked_by_documents(journal, details.documents)
            return Known(alike, last_contact(journal), typed, seen, booked)

        self._do(work, then)

    def show(self, scan: Scan | None, known: Known) -> None:
        """Show the form, with the draft of this person where there is one."""
        self._scan, self._open = scan, True
        self._told_apart = frozenset()
        alike = present_people.duplicates(known.alike, self._means.today())
        state = with_declared(form_state(scan, alike), known.booked)
        banner = present_people.new_here(state.document, known.last_contact, self._means.now())
        banner = new_here_but_booked(banner, known.booked)
        banner = new_here_but_seen(banner, known.seen, self._means.practice.catalogue)
        self._screen.show_register(state, banner)
        self._resume.note(_draft_name(scan) or "register", scan.text if scan else "")
        if known.draft is not None:
            self._screen.register.fill(known.draft)
            self._screen.scan.say(tr("What was half typed for this person is here again."), "info")

    def save(self, form: RegisterForm, then: Callable[[Client], None]) -> None:
        """Register the person; a fault is said and nothing typed is lost."""
        try:
            details = details_of(form, self._scan, self._means.today())
        except BadField as fault:
            self._screen.register.show_fault(str(fault))
            return
        means, name = self._means, _draft_name(self._scan, form)
        told_apart = self._told_apart

        def work() -> Client | list[Duplicate]:
            found = duplicates_of(means.journal, details)
            if any(one.client.client_id not in told_apart for one in found):
                return found
            client = _register(means, details)
            drafts.clear(means.journal, means.draft(name))
            return client

        self._do(work, lambda answer: self._answered(answer, then))

    def _answered(self, answer: Client | list[Duplicate], then: Callable[[Client], None]) -> None:
        if isinstance(answer, Client):
            self._open = False  # leaving the form keeps no draft of somebody who is registered
            then(answer)
            return
        self._told_apart = frozenset(one.client.client_id for one in answer)
        hits = present_people.duplicates(answer, self._means.today())
        self._screen.register.ask_again(hits, present_people.same_person(answer))

    def leave(self) -> None:
        """The form is no longer shown; what was typed stays a draft."""
        self._open = False

    def _keep(self, form: RegisterForm) -> None:
        self._told_apart = frozenset()
        name, body = _draft_name(self._scan, form), json.dumps(asdict(form))
        if name and self._open:
            journal, means = self._means.journal, self._means
            self._resume.note(name, self._scan.text if self._scan else "")
            self._do(lambda: drafts.save(journal, means.draft(name), body), lambda _kept: None)


def _register(means: Means, details: ClientDetails) -> Client:
    if details.documents:
        return register_client(means.journal, details, user=means.user)
    return register_without_papers(means.journal, details, user=means.user)


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
