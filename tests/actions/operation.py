"""A made-up operation for tests: opened with vials on board, doses given, counted at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.actions.consult import Practice
from fieldapp.actions.count_box import count_cash, count_lot
from fieldapp.actions.end_watch import WELL, end_watch
from fieldapp.actions.load_vials import Load
from fieldapp.actions.not_released import not_released
from fieldapp.actions.open_session import Equipment
from fieldapp.actions.open_vial import VialScan, open_vial
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.settle_fee import Settlement
from fieldapp.actions.start_operation import OperationPlan, start_operation
from fieldapp.domain.immunization import BodySite, VaccineLot
from fieldapp.journal.journal import Journal
from fieldapp.journal.sessions import StaffMember
from tests.journal.laptop import NURSE, VACCINE, Laptop, register

PROGRAMME = "cn-nhc-2021-03-29"
A, B = (VaccineLot(VACCINE, number, date(2022, 6, 30)) for number in ("0417", "0418"))


@dataclass
class Operation:
    """What a team does in a day, without its screens."""

    laptop: Laptop
    journal: Journal
    practice: Practice
    label: str = ""

    def start(
        self, *loads: Load, number: int = 71, unit: str = "Boat 3", cash: int = 0
    ) -> Operation:
        """Open it."""
        crew = (StaffMember("Nurse Test", NURSE.login), StaffMember("Zhao Min"))
        plan = OperationPlan(number, "Nanyang pier", "lakeside", Equipment(unit, crew, cash), loads)
        self.label = start_operation(self.journal, plan, programme=PROGRAMME, user=NURSE.login)
        return self

    def give(
        self, doses: int, lot: VaccineLot = A, *, vial_doses: int = 1, fee: Settlement | None = None
    ) -> list[bytes]:
        """Vaccinate so many new people, each vial opened as it comes."""
        given = []
        for number in range(doses):
            if number % vial_doses == 0:
                vial = open_vial(
                    self.journal,
                    VialScan(lot, vial_doses),
                    today=date(2021, 8, 1),
                    user=NURSE.login,
                )
            client = register(self.journal, f"Test {lot.lot_number} {number}")
            order = DoseOrder(client, lot, BodySite.LEFT_DELTOID, vial_id=vial, fee=fee)
            given.append(
                record_dose(self.journal, order, clock=self.laptop.clock, user=NURSE.login)
            )
        return given

    def release_all(self) -> None:
        """Everybody has waited and left well."""
        for one in not_released(self.journal, self.label):
            end_watch(self.journal, one.dose_ids, WELL, user=NURSE.login)

    def count(self, lot: VaccineLot, doses: int) -> None:
        """What is in the box."""
        count_lot(self.journal, self.label, (lot.vaccine_id, lot.lot_number), doses)

    def count_cash(self, amount: int) -> None:
        """What is in the cash box."""
        count_cash(self.journal, self.label, amount)


def operation_on(laptop: Laptop) -> Operation:
    """A laptop at dawn."""
    journal = laptop.open()
    rules = load_programme(PROGRAMME)
    practice = Practice(journal, load_catalogue(), rules, load_questions(), laptop.clock)
    return Operation(laptop, journal, practice)
