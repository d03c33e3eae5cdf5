"""The fee at the desk: asked where it is not known, paid by others or not taken, and its receipt.

A fee that the person simply pays needs nothing of this: it is recorded with the dose.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.amend_client import amend_client
from fieldapp.actions.consult import Consultation
from fieldapp.actions.receipt_slip import receipt_slip
from fieldapp.actions.settle_fee import EXEMPT, UNPAID, Paid, Waived
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.reports.receipt_slip import ReceiptSlip
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.desk.means import Means
from fieldapp.ui.desk.visit import Visit
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import BadField, chosen_of
from fieldapp.ui.session.words import money
from fieldapp.ui.words import sentences, tr

PAID, YES, NO = "paid", "yes", "no"


class FeeFlow(QObject):
    """Asks with a small form, and remembers the last slip for whoever wants it on paper."""

    slip_requested = Signal(object)  # a ReceiptSlip

    def __init__(self, means: Means, forms: FormFlow, tell: Callable[[str], None]) -> None:
        super().__init__(means.screen)
        self._means, self._forms, self._tell = means, forms, tell
        self._slip: ReceiptSlip | None = None
        means.screen.receipt_requested.connect(self._show_slip)

    def ask(self, visit: Visit, at: Consultation, then: Callable[[], None]) -> None:
        """Ask what is open about the fee; nothing, where nothing is to be paid."""
        if at.fee is not None and at.fee.kind is FeeKind.ASK:
            self._ask_social_security(at, then)
        elif at.fee is not None and at.fee.kind is FeeKind.DUE:
            self._ask_settlement(visit, at.fee, then)

    def tell_of(self, dose: bytes) -> None:
        """Say the number of the dose's receipt, or that its fee goes back; of none, nothing."""
        practice = self._means.practice
        self._means.do(lambda: receipt_slip(practice, dose), self._say_slip)

    def _ask_social_security(self, at: Consultation, then: Callable[[], None]) -> None:
        client_id, details = at.client.client_id, at.client.details

        def save(values: dict[str, str]) -> None:
            answer = chosen_of(values["insured"], tr("Choose yes or no."))
            self._amend(client_id, replace(details, social_security=answer == YES), then)

        self._forms.ask(social_security_form(details.name), "", save)

    def _amend(self, client_id: bytes, details: ClientDetails, then: Callable[[], None]) -> None:
        journal, user = self._means.journal, self._means.user

        def amended(_events: list[bytes]) -> None:
            self._forms.done()
            then()

        self._means.do(
            lambda: amend_client(journal, client_id, details, "other", user=user), amended
        )

    def _ask_settlement(self, visit: Visit, due: FeeDue, then: Callable[[], None]) -> None:
        amount = money(due.amount, self._means.practice.programme.id)

        def save(values: dict[str, str]) -> None:
            visit.settlement = settlement_of(values, due)
            self._forms.done()
            then()

        self._forms.ask(settlement_form(amount), "", save)

    def _say_slip(self, slip: ReceiptSlip | None) -> None:
        if slip is None:
            return
        self._slip = slip
        amount = money(slip.amount, self._means.practice.programme.id)
        words = tr("Saved on this laptop. Receipt {number}, {amount}: Ctrl T shows it.")
        if slip.is_refund:
            words = tr("Struck through. Give {amount} back. Receipt {number}: Ctrl T shows it.")
        said = words.format(number=slip.number, amount=amount)
        if not slip.session:
            said = sentences(said, tr("No operation is open: the next one counts it."))
        self._tell(said)

    def _show_slip(self) -> None:
        if self._slip is not None:
            self.slip_requested.emit(self._slip)


def social_security_form(name: str) -> FormState:
    """What is asked of somebody whose registration does not say it."""
    answers = ((YES, tr("Yes, shown")), (NO, tr("No")))
    return FormState(
        tr("Social security: {name}").format(name=name),
        tr("Foreign nationals in Chinese social security pay nothing. Ask for the card."),
        (FormField("insured", tr("In Chinese social security?"), "", answers),),
        tr("Write down"),
    )


def settlement_form(amount: str) -> FormState:
    """What is asked when the person does not simply pay."""
    kinds = (
        (PAID, tr("Paid by somebody else")),
        (EXEMPT, tr("Exempt")),
        (UNPAID, tr("Not paid")),
    )
    return FormState(
        tr("Fee of {amount}").format(amount=amount),
        tr("Only where the person does not pay it now. It is recorded with the dose."),
        (
            FormField("kind", tr("What becomes of it"), "", kinds),
            FormField("who", tr("Who pays, or who decided it")),
            FormField("reason", tr("Why it is not taken")),
        ),
        tr("Go on"),
    )


def settlement_of(values: dict[str, str], due: FeeDue) -> Paid | Waived:
    """What was typed. Raises BadField."""
    kind = chosen_of(values["kind"], tr("What becomes of the fee? Choose one."))
    who = chosen_of(values["who"].strip(), tr("The name is missing."))
    if kind == PAID:
        return Paid(due, payer=who)
    reason = values["reason"].strip()
    if not reason:
        raise BadField(tr("Say why the fee is not taken."))
    return Waived(due, kind, reason, who)
