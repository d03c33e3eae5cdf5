"""Asks for a second person, by their own PIN, where somebody may not decide alone."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.actions.permission import SecondPerson, may, vouch, who_may
from fieldapp.domain.roles import Deed
from fieldapp.journal.keyslots import StaffUser
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import chosen_of
from fieldapp.ui.journal_work import JournalWork
from fieldapp.ui.words import tr


class VouchFlow:
    """Goes on at once for whoever may; otherwise once a second person has typed their PIN."""

    def __init__(self, work: JournalWork, forms: FormFlow) -> None:
        self._work, self._forms = work, forms

    def ensure(self, deed: Deed, then: Callable[[SecondPerson | None], None]) -> None:
        """`then` gets the second person, or None where none is needed."""
        journal, user = self._work.journal, self._work.user

        def look() -> list[StaffUser] | None:
            return None if may(journal, user, deed) else who_may(journal, deed, beside=user)

        def looked(people: list[StaffUser] | None) -> None:
            if people is None:
                then(None)
            else:
                self._ask(deed, people, then)

        self._work.do(look, looked)

    def _ask(
        self, deed: Deed, people: list[StaffUser], then: Callable[[SecondPerson | None], None]
    ) -> None:
        work = self._work

        def save(values: dict[str, str]) -> None:
            login = chosen_of(values["who"], tr("Who confirms it? Choose one."))
            pin = chosen_of(values["pin"], tr("The PIN is missing."))
            secrets = work.practice.secrets

            def check() -> SecondPerson:
                return vouch(work.journal, work.user, deed, login, pin, secrets)

            work.do(check, vouched)

        def vouched(second: SecondPerson) -> None:
            self._forms.done()
            then(second)

        self._forms.ask(second_person_form(people), "", save)


def second_person_form(people: list[StaffUser]) -> FormState:
    """Who of these stands beside the user, and their PIN."""
    only = people[0].login if len(people) == 1 else ""
    names = tuple((one.login, one.name) for one in people)
    return FormState(
        tr("A second person confirms it"),
        tr("Somebody who leads or supervises types their PIN here. Nothing is recorded before."),
        (
            FormField("who", tr("Who confirms it"), only, names),
            FormField("pin", tr("Their PIN"), secret=True),
        ),
        tr("Confirm"),
    )
