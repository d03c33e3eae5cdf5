"""The verb: open a vaccination session (an operation), so that doses know where they were given."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import sessions
from fieldapp.journal.journal import Journal
from fieldapp.journal.sessions import StaffMember
from fieldapp.wire.facts import Fact, SessionEquipped, SessionOpened


class SessionStillOpen(FieldAppError):
    """One team has one session at a time."""

    happened = "The session {label} is still open."
    safe = "Nothing was changed."
    next_step = "Close it first."


@dataclass(frozen=True, slots=True)
class Equipment:
    """With whom and with what a session works. `cash_float` is in the smallest unit; `position` is
    (latitude, longitude) in degrees, None where the device knows none."""

    unit: str = ""
    staff: tuple[StaffMember, ...] = ()
    cash_float: int = 0
    currency: str = "CNY"
    position: tuple[float, float] | None = None


def open_session(
    journal: Journal,
    *,
    label: str,
    place: str,
    operation: int | None,
    programme: str,
    user: str,
    key_area: str | None = None,
    equipment: Equipment | None = None,
) -> bytes:
    """Record the session as open and return its event id. Raises SessionStillOpen."""
    with journal.transaction():
        current = sessions.current(journal)
        if current is not None:
            raise SessionStillOpen(label=current.label)
        facts: list[Fact] = [SessionOpened(label, place, operation, programme, key_area)]
        if equipment is not None:
            facts.append(_equipped(label, equipment))
        opened, *_ = journal.append(facts, user=user)
    return opened.event_id


def _equipped(label: str, equipment: Equipment) -> SessionEquipped:
    latitude, longitude = equipment.position or (None, None)
    return SessionEquipped(
        label,
        equipment.unit or None,
        [[member.name, member.login] for member in equipment.staff],
        equipment.cash_float,
        equipment.currency,
        None if latitude is None else round(latitude * 100_000),
        None if longitude is None else round(longitude * 100_000),
    )
