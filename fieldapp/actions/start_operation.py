"""The verb: start the next operation of a boat or vehicle, under a number that was never used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fieldapp.actions.load_vials import Load, load_vials
from fieldapp.actions.open_session import Equipment, open_session
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.load_box import load_box
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.operation import folded, label_of, next_operation
from fieldapp.journal import fees, sessions, staff, vials
from fieldapp.journal.journal import Journal
from fieldapp.journal.sessions import StaffMember, VaccinationSession


class OperationUsed(FieldAppError):
    """Two operations of one boat under one number could not be told apart."""

    happened = "Operation {operation} was used before, on {day}. Number {free} is free."
    safe = "Nothing was changed."
    next_step = "Take the free number, or look which operation this is."


class PlaceMissing(FieldAppError):
    """Every dose says where it was given."""

    happened = "The place is missing."
    safe = "Nothing was changed."
    next_step = "Type where the team is: a pier, a village, a street."


@dataclass(frozen=True, slots=True)
class OperationPlan:
    """What the form of the morning holds."""

    operation: int
    place: str
    key_area: str | None = None
    equipment: Equipment = field(default_factory=Equipment)
    loads: tuple[Load, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is filled in before anybody types: as last time, with the next number.

    `named` are the named users of the laptop, whom one key marks as present. `cash_waiting` came in
    while no operation was open: it is counted in this one's cash box, beside the float.
    """

    plan: OperationPlan
    named: tuple[StaffMember, ...]
    cash_waiting: int = 0


def propose_operation(journal: Journal, *, user: str) -> Proposal:
    """The plan of the last operation with the next number; whoever is at the laptop is present."""
    before = sessions.all_sessions(journal)
    last = before[-1] if before else None
    named = tuple(StaffMember(one.name, one.login) for one in staff.on_team(journal))
    gone = {one.login for one in staff.all_staff(journal)} - {one.login for one in named}
    present = tuple(one for one in (last.staff if last else ()) if one.login not in gone)
    if not any(member.login == user for member in present):
        present = (*present, *(member for member in named if member.login == user))
    unit = last.unit if last else ""
    return Proposal(
        OperationPlan(
            operation=next_operation(used_operations(before, unit)),
            place=last.place if last else "",
            key_area=last.key_area if last else None,
            equipment=Equipment(unit, present, last.cash_float if last else 0),
        ),
        named,
        fees.waiting_for_a_box(journal),
    )


def used_operations(
    before: Sequence[VaccinationSession], unit: str
) -> dict[int, VaccinationSession]:
    """The numbers that a boat has used; sessions that name no boat count for every boat."""
    same = {"", folded(unit)}
    return {
        session.operation: session
        for session in before
        if session.operation is not None and (not unit or folded(session.unit) in same)
    }


def start_operation(journal: Journal, plan: OperationPlan, *, programme: str, user: str) -> str:
    """Open it with what goes on board, open vials included, all or nothing; return its label.

    Raises OperationUsed, PlaceMissing, SessionStillOpen, and what `load_vials` raises.
    """
    place, unit = plan.place.strip(), " ".join(plan.equipment.unit.split())
    if not place:
        raise PlaceMissing()
    with journal.transaction():
        before = sessions.all_sessions(journal)
        label = label_of(unit, plan.operation)
        _refuse_used(before, unit, plan.operation, label)
        open_session(
            journal,
            label=label,
            place=place,
            operation=plan.operation,
            programme=programme,
            user=user,
            key_area=plan.key_area or None,
            equipment=plan.equipment,
        )
        for load in plan.loads:
            load_vials(journal, load, label, user=user)
        _take_open_vials_along(journal, label, user)
    return label


def _take_open_vials_along(journal: Journal, label: str, user: str) -> None:
    """What is left in open vials is in the box, usable or not: the desk says whether it may be
    used, and the close asks what becomes of it."""
    for vial in vials.in_use(journal):
        if vial.doses_left > 0:
            load_box(journal, Amount(vial.lot, vial.doses_left, vial.doses), label, user=user)


def _refuse_used(
    before: Sequence[VaccinationSession], unit: str, operation: int, label: str
) -> None:
    used = used_operations(before, unit)
    taken = used.get(operation) or next((one for one in before if one.label == label), None)
    if taken is not None:
        day, free = f"{taken.opened_at:%Y-%m-%d}", next_operation({*used, operation})
        raise OperationUsed(operation=operation, day=day, free=free)
