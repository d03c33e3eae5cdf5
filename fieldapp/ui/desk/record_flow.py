"""Records at the desk: a dose, a dose not given, a dose struck through. One press, one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fieldapp.actions.consult import Consultation
from fieldapp.actions.permission import SecondPerson
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.record_not_given import record_not_given
from fieldapp.actions.settle_fee import Paid
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.immunization import BodySite
from fieldapp.ui.desk.means import Means
from fieldapp.ui.desk.visit import Visit


class RecordFlow:
    """Hands what is at the desk to the actions; says what was saved only once it is."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def dose(
        self,
        visit: Visit,
        override: str | None,
        second: SecondPerson | None,
        then: Callable[[bytes], None],
    ) -> None:
        """Record the dose that the consultation is about; `then` gets its event id."""
        at = visit.consultation
        if at is None or at.vial is None:
            return
        order = replace(_order(visit, at), override_reason=override, second=second)
        visit.consultation = None  # one press, one dose: nothing is recordable until this is done
        journal, clock, user = self._means.journal, self._means.practice.clock, self._means.user
        self._means.do(lambda: record_dose(journal, order, clock=clock, user=user), then)

    def not_given(self, client_id: bytes, reason: str, then: Callable[[bytes], None]) -> None:
        """Record that no dose was given, and why."""
        journal, clock, user = self._means.journal, self._means.practice.clock, self._means.user

        def work() -> bytes:
            return record_not_given(journal, client_id, reason, clock=clock, user=user)

        self._means.do(work, then)

    def void(self, dose: bytes, reason: str, then: Callable[[bytes], None]) -> None:
        """Strike a dose through."""
        journal, user = self._means.journal, self._means.user
        self._means.do(lambda: void_dose(journal, dose, reason, user=user), then)


def _order(visit: Visit, at: Consultation) -> DoseOrder:
    advice, vial = at.advice, at.vial
    assert vial is not None  # noqa: S101  asked before
    asked = not advice.unanswered
    return DoseOrder(
        client_id=at.client.client_id,
        lot=vial.lot,
        site=BodySite(visit.site),
        vial_id=vial.vial_id,
        screening=tuple(q for q, yes in visit.answers.items() if yes) if asked else None,
        advice=(advice.verdict.value, advice.reason, advice.programme_id),
        fee=visit.settlement or (None if at.fee is None else Paid(at.fee)),
    )
