"""Reads what a session gave: its doses by number, its people, and what came before it."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.journal.journal import Journal

_OF_TEAM = "given = 1 AND source < 2 AND void_reason IS NULL"


@dataclass(frozen=True, slots=True)
class SessionCounts:
    """Records of one session. `given` leaves out what was struck through; `people` count once; who
    was erased by law counts as a dose and as nobody."""

    given: int
    people: int
    not_given: int
    voided: int


def counts(j: Journal, label: str) -> SessionCounts:
    """How much a session gave."""
    found = j.db.row(
        f"SELECT count(*) FILTER (WHERE {_OF_TEAM}), "  # noqa: S608  fixed text
        f"count(DISTINCT client.person) FILTER (WHERE {_OF_TEAM}), "
        "count(*) FILTER (WHERE given = 0 AND void_reason IS NULL), "
        "count(*) FILTER (WHERE void_reason IS NOT NULL) "
        "FROM dose LEFT JOIN client ON client.no = dose.client WHERE session = ?",
        label,
    )
    return SessionCounts(*(found or (0, 0, 0, 0)))


@dataclass(frozen=True, slots=True)
class GivenDose:
    """A dose that a session gave, and that stands."""

    dose_id: bytes
    client_id: bytes
    vaccine: str


def given_doses(j: Journal, label: str) -> list[GivenDose]:
    """Every dose of a session that stands, in the order of recording."""
    return [
        GivenDose(*row)
        for row in j.db.rows(
            "SELECT dose.event_id, client.client_id, dose.vaccine FROM dose "  # noqa: S608  fixed text
            f"JOIN client ON client.no = dose.client WHERE session = ? AND {_OF_TEAM} "
            "ORDER BY dose.no",
            label,
        )
    ]


def not_given(j: Journal, label: str) -> list[tuple[str, int]]:
    """Why no dose was given, and how often."""
    rows = j.db.rows(
        "SELECT reason, count(*) FROM dose WHERE session = ? AND given = 0 "
        "AND void_reason IS NULL GROUP BY reason ORDER BY count(*) DESC, reason",
        label,
    )
    return [(reason or "", count) for reason, count in rows]


def people_before(j: Journal, label: str) -> tuple[int, int]:
    """How many people in how many operations this laptop knows from before the session."""
    row = j.db.row(
        "SELECT count(DISTINCT client.person), count(DISTINCT before.label) "  # noqa: S608  fixed text
        "FROM session AS before JOIN session AS now ON now.label = ? "
        "LEFT JOIN dose ON dose.session = before.label AND "
        f"{_OF_TEAM} LEFT JOIN client ON client.no = dose.client "
        "WHERE before.opened < now.opened",
        label,
    )
    return (0, 0) if row is None else (row[0], row[1])
