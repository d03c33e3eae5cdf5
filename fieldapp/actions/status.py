"""The verb: how many records are safe where. The equation holds at every moment."""

from __future__ import annotations

from datetime import datetime

from fieldapp.domain.clock import Clock
from fieldapp.journal import hub_link
from fieldapp.journal.incidents import incidents
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import Tally, tally
from fieldapp.reports.cells import utc_or_none


def status(journal: Journal, clock: Clock) -> dict[str, object]:
    """The object that `fieldapp status --json` prints (DESIGN.md section 10)."""
    return as_json(tally(journal, clock.now()), journal)


def last_contact(journal: Journal) -> datetime | None:
    """When the hub last signed a receipt for this laptop, by the hub's clock."""
    return hub_link.last_contact(journal)


def as_json(now: Tally, journal: Journal) -> dict[str, object]:
    """Doses in `recorded` to `voided`; `entries*` count every event. Seconds, UTC times, hex."""
    head, enrolment = journal.head(), hub_link.enrolment(journal)
    return {
        "recorded": now.recorded,
        "waiting": now.waiting,
        "confirmed": now.confirmed,
        "durable": now.durable,
        "counted": now.counted,
        "contested": now.contested,
        "quarantined": now.quarantined,
        "voided": now.voided,
        "erased": now.erased,
        "clients": now.clients,
        "doses": now.doses,
        "entries": now.entries,
        "entries_waiting": now.entries_waiting,
        "oldest_waiting_s": now.oldest_waiting_s,
        "last_contact": utc_or_none(now.last_contact),
        "device": enrolment.device if enrolment else 0,
        "epoch": head.epoch.hex(),
        "head_seq": head.seq,
        "head_hash": head.hash.hex(),
        "incidents": [
            {"at": utc_or_none(one.at), "reason": one.reason, "happened": one.happened}
            for one in incidents(journal)
        ],
    }


def in_words(state: dict[str, object]) -> str:
    """The same for a person."""
    lines = [
        f"{state['recorded']} doses recorded = {state['waiting']} waiting"
        f" + {state['confirmed']} confirmed by the hub",
        f"{state['clients']} people, {state['voided']} doses struck through,"
        f" {state['quarantined']} to fix, {state['contested']} contested",
    ]
    if state["erased"]:
        lines.append(f"{state['erased']} doses are of people whom the hub erased by law.")
    if not state["device"]:
        lines.append("This laptop has not joined a hub yet.")
    elif state["last_contact"]:
        lines.append(f"Last contact with the hub: {state['last_contact']}")
    told = state["incidents"]
    if isinstance(told, list):
        lines += [f"{one['at']}: {one['happened']}" for one in told]
    return "\n".join(lines)
