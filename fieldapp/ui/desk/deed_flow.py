"""What is done for the person at the desk: a dose, none and why, one elsewhere, one voided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from fieldapp.actions.consult import Consultation
from fieldapp.actions.permission import SecondPerson
from fieldapp.domain.fees import FeeKind
from fieldapp.domain.roles import Deed
from fieldapp.domain.scan import Scan
from fieldapp.ui.desk import reasons
from fieldapp.ui.desk.fee_flow import FeeFlow
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.desk.given_flow import GivenFlow
from fieldapp.ui.desk.means import Means
from fieldapp.ui.desk.reason_flow import ReasonFlow
from fieldapp.ui.desk.record_flow import RecordFlow
from fieldapp.ui.desk.resume_flow import LeftOpen, ResumeFlow
from fieldapp.ui.desk.today_flow import TodayFlow
from fieldapp.ui.desk.vial_flow import VialFlow
from fieldapp.ui.desk.visit import Visit
from fieldapp.ui.desk.vouch_flow import VouchFlow
from fieldapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Stage:
    """How deeds see the desk: whose visit it is, that it is over, that it goes on, what is said."""

    visit: Callable[[], Visit]
    finish: Callable[[Visit, str], None]
    go_on: Callable[[], None]
    tell: Callable[[str], None]


class DeedFlow:
    """One question at a time: its answer becomes one record, and the words follow the record."""

    def __init__(
        self, means: Means, resume: ResumeFlow, today: TodayFlow, vials: VialFlow, stage: Stage
    ) -> None:
        self._stage, self._today = stage, today
        s = means.screen
        self._reasons = ReasonFlow(means, resume, s.reason, s.show_reasons)
        self._forms = FormFlow(means, resume, s.form, s.show_form)
        self._vouching = VouchFlow(means, self._forms)
        self._given = GivenFlow(means, self._forms, vials)
        self._records = RecordFlow(means)
        self.fees = FeeFlow(means, self._forms, stage.tell)
        s.record_requested.connect(self._record)
        s.not_given_requested.connect(self._ask_not_given)
        s.override_requested.connect(self._ask_override)
        s.undo_requested.connect(self._ask_undo)
        s.elsewhere_requested.connect(self._ask_elsewhere)
        s.late_requested.connect(self._ask_late)
        s.fee_requested.connect(self._ask_fee)

    def ask_vial(self, then: Callable[[], None], doubtful: Scan | None = None) -> None:
        """Ask what is printed on a vial that cannot be scanned, or was scanned doubtfully."""
        self._given.ask_vial(then, doubtful)

    def take_back(self) -> bool:
        """Ask no more; whether something was asked."""
        asked = [flow.take_back() for flow in (self._reasons, self._forms)]
        return any(asked)

    def say_fault(self, words: str) -> bool:
        """Say on the open form why it could not be saved; whether one is open."""
        return self._forms.say_fault(words)

    def go_on_with(self, left: LeftOpen) -> None:
        """Ask again what lay open for the person at the desk."""
        asks = {"not-given": self._ask_not_given, "elsewhere": self._ask_elsewhere}
        asks["late"] = self._ask_late
        if left.kind == "undo":
            self._ask_undo(left.subject)
        elif left.kind in asks:
            asks[left.kind]()

    def _record(self) -> None:
        at = self._stage.visit().consultation
        if at is not None and at.may_record and not at.fee_unasked:
            self._write_dose(None)

    def _write_dose(self, override: str | None, second: SecondPerson | None = None) -> None:
        visit, at = self._stage.visit(), self._stage.visit().consultation
        if at is not None:
            saved = partial(self._saved, visit, at, override)
            self._records.dose(visit, override, second, saved)
            self._today.recording()

    def _ask_fee(self) -> None:
        visit = self._stage.visit()
        if visit.consultation is not None:
            self.fees.ask(visit, visit.consultation, self._stage.go_on)

    def _override(self, words: str) -> None:
        """The dose is given all the same: whoever may decide that says so first."""
        self._vouching.ensure(Deed.OVERRIDE, lambda second: self._write_dose(words, second))

    def _saved(self, visit: Visit, at: Consultation, override: str | None, event_id: bytes) -> None:
        self._today.recorded(event_id)
        if override is not None:
            self._reasons.forget(_override_draft(at))
        words = tr("{name}: saved on this laptop. Another vaccine for the same person: F5.")
        if at.vial is not None and at.vial.doses > 1 and at.vial.doses_left == 1:
            words = tr(
                "{name}: saved on this laptop. That was the last dose of this vial: "
                "scan the next one."
            )
        self._stage.finish(visit, words.format(name=at.client.details.name))
        if at.fee is not None and at.fee.kind is FeeKind.DUE:
            self.fees.tell_of(event_id)

    def _ask_not_given(self) -> None:
        visit = self._stage.visit()
        if visit.client_id is not None:
            draft = f"not-given {visit.client_id.hex()}"
            write = partial(self._write_not_given, draft)
            self._reasons.ask(reasons.why_not_given(), draft, write)

    def _ask_override(self) -> None:
        at = self._stage.visit().consultation
        if at is not None and at.vial is not None:
            asking = reasons.why_override()
            self._reasons.ask(asking, _override_draft(at), lambda _, words: self._override(words))

    def _ask_undo(self, event_id: bytes) -> None:
        asking = reasons.why_void(self._today.name_of(event_id))
        draft = f"undo {event_id.hex()}"
        self._reasons.ask(asking, draft, lambda code, _: self._write_void(draft, event_id, code))

    def _write_not_given(self, draft: str, code: str, words: str) -> None:
        visit = self._stage.visit()

        def saved(_event: bytes) -> None:
            self._reasons.forget(draft)
            self._stage.finish(visit, tr("Saved: not given"))

        if visit.client_id is not None:
            self._records.not_given(visit.client_id, code, saved)

    def _write_void(self, draft: str, dose: bytes, code: str) -> None:
        self._records.void(dose, code, lambda _event: self._voided(draft, dose))
        self._today.recording()

    def _voided(self, draft: str, dose: bytes) -> None:
        self._reasons.forget(draft)
        self._stage.go_on()  # whoever is at the desk stays there; the dose may have been theirs
        self._stage.tell(tr("Struck through. The record stays, and says why."))
        self.fees.tell_of(dose)

    def _ask_elsewhere(self) -> None:
        at = self._stage.visit().consultation
        if at is not None:
            self._given.ask_elsewhere(at, self._elsewhere_saved)

    def _elsewhere_saved(self) -> None:
        self._stage.go_on()
        self._stage.tell(tr("The dose is in the history, with where it is known from."))

    def _ask_late(self) -> None:
        visit = self._stage.visit()
        if visit.consultation is not None:
            self._given.ask_late(visit.consultation, lambda dose: self._late_saved(visit, dose))

    def _late_saved(self, visit: Visit, dose: bytes) -> None:
        self._today.recorded(dose)
        self._stage.finish(visit, tr("Saved: the dose that was given, and why so late."))


def _override_draft(at: Consultation) -> str:
    """The name under which the reason for a dose against the advice is kept."""
    return f"override {at.client.client_id.hex()}"
