"""Joins the small forms of the desk to the actions: doses elsewhere, doses already given, vials."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.actions.consult import Consultation
from fieldapp.actions.record_elsewhere import record_elsewhere
from fieldapp.actions.record_late_dose import record_late_dose
from fieldapp.domain.scan import Scan
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import all_staff
from fieldapp.ui.desk import given_forms
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.desk.means import Means
from fieldapp.ui.desk.vial_flow import VialFlow


class GivenFlow:
    """What is typed into a form becomes a record; the form stays until it is one."""

    def __init__(self, means: Means, forms: FormFlow, vials: VialFlow) -> None:
        self._means, self._forms, self._vials = means, forms, vials

    def ask_elsewhere(self, at: Consultation, then: Callable[[], None]) -> None:
        """Ask for a dose that others gave."""
        details, client_id = at.client.details, at.client.client_id
        state = given_forms.elsewhere_form(
            self._means.practice.catalogue, details.name, at.advice.product
        )

        def save(values: dict[str, str]) -> None:
            means, today = self._means, self._means.today()
            dose = given_forms.elsewhere_dose(client_id, values, today, details.birth_date)
            clock = means.practice.clock
            means.do(
                lambda: record_elsewhere(means.journal, dose, clock=clock, user=means.user),
                lambda _event: self._recorded(then),
            )

        self._forms.ask(state, f"elsewhere {client_id.hex()}", save)

    def ask_late(self, at: Consultation, then: Callable[[bytes], None]) -> None:
        """Ask for a dose that this team has already given."""
        journal = self._means.journal
        self._means.do(lambda: all_staff(journal), lambda staff: self._ask_late(at, staff, then))

    def ask_vial(self, then: Callable[[], None], doubtful: Scan | None = None) -> None:
        """Ask what is printed on a vial; of a doubtful scan, whether it read that."""
        catalogue = self._means.practice.catalogue

        def save(values: dict[str, str]) -> None:
            vial = given_forms.typed_vial(catalogue, values)
            self._vials.typed(vial, lambda: self._recorded(then))

        state = given_forms.vial_form(catalogue, doubtful)
        self._forms.ask(state, "" if doubtful else "vial", save)

    def _ask_late(
        self, at: Consultation, staff: list[StaffUser], then: Callable[[bytes], None]
    ) -> None:
        means, client = self._means, at.client
        catalogue, now = means.practice.catalogue, means.now()
        state = given_forms.late_form(
            catalogue, client.details.name, at.vial, staff, means.user, now
        )

        def save(values: dict[str, str]) -> None:
            dose = given_forms.late_dose(client.client_id, values, means.now())
            clock = means.practice.clock

            def recorded(event_id: bytes) -> None:
                self._recorded(lambda: then(event_id))

            means.do(
                lambda: record_late_dose(means.journal, dose, clock=clock, user=means.user),
                recorded,
            )

        self._forms.ask(state, f"late {client.client_id.hex()}", save)

    def _recorded(self, then: Callable[[], None]) -> None:
        self._forms.done()
        then()
