"""The verbs: count the box and the cash, and say which open vials stay; kept until the close.

They are a draft, not a record: a dead battery costs no counting, and counting again costs nothing.
What is recorded is what held when the session was closed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from fieldapp.journal import drafts
from fieldapp.journal.journal import Journal

DRAFT = "count "
"""What the drafts of counts are called, before the session's label."""

LotKey: TypeAlias = tuple[str, str]
"""Vaccine and lot number."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What somebody counted so far: doses in the box by lot, cash in the smallest unit.

    `cash_reason` explains cash that differs; counting again forgets it. `kept` are the open vials
    that somebody wants to keep.
    """

    doses: Mapping[LotKey, int] = field(default_factory=dict)
    cash: int | None = None
    cash_reason: str = ""
    kept: frozenset[bytes] = frozenset()


def counted(journal: Journal, label: str) -> Counted:
    """What was counted in a session; nothing, where the draft is of another shape."""
    match json.loads(drafts.load(journal, DRAFT + label) or "{}"):
        case {
            "doses": list(lots),
            "cash": int() | None as cash,
            "reason": str(reason),
            "kept": list(vials),
        }:
            doses = {(str(v), str(lot)): int(n) for v, lot, n in lots}
            return Counted(doses, cash, reason, frozenset(map(bytes.fromhex, vials)))
    return Counted()


def count_lot(journal: Journal, label: str, lot: LotKey, doses: int) -> None:
    """So many doses of the lot are in the box."""
    with journal.db.held():
        before = counted(journal, label)
        _keep(journal, label, replace(before, doses={**before.doses, lot: doses}))


def count_cash(journal: Journal, label: str, cash: int) -> None:
    """So much is in the cash box."""
    with journal.db.held():
        _keep(journal, label, replace(counted(journal, label), cash=cash, cash_reason=""))


def explain_cash(journal: Journal, label: str, reason: str) -> None:
    """Why the cash differs from float and receipts."""
    with journal.db.held():
        _keep(journal, label, replace(counted(journal, label), cash_reason=reason))


def keep_vial(journal: Journal, label: str, vial_id: bytes, keep: bool) -> None:
    """This open vial outlives the session, or is thrown away after all."""
    with journal.db.held():
        before = counted(journal, label)
        kept = before.kept | {vial_id} if keep else before.kept - {vial_id}
        _keep(journal, label, replace(before, kept=kept))


def forget_counts(journal: Journal, label: str) -> None:
    """The session is closed: what was counted is recorded now."""
    drafts.clear(journal, DRAFT + label)


def _keep(journal: Journal, label: str, now: Counted) -> None:
    lots = [[vaccine, lot, doses] for (vaccine, lot), doses in now.doses.items()]
    kept = sorted(vial.hex() for vial in now.kept)
    told = {"doses": lots, "cash": now.cash, "reason": now.cash_reason, "kept": kept}
    drafts.save(journal, DRAFT + label, json.dumps(told))
