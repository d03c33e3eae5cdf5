"""What an erasure leaves of an event for stock and cash, and nothing of the person: as a fact."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.journal.database import Row
from fieldapp.journal.journal import Journal
from fieldapp.wire.erasures import Erasure
from fieldapp.wire.facts import Erased, Ref


def as_fact(j: Journal, pos: int, erasure: Erasure) -> Erased:
    """What the journal notes of the erasure of an event that still has its body."""
    plain = Erased(_ref(j, pos), erasure.basis, erasure.erased_s)
    return _of_dose(j, pos, plain) or _of_fee(j, pos, plain) or _of_refund(j, pos, plain) or plain


def _of_dose(j: Journal, pos: int, plain: Erased) -> Erased | None:
    """A dose that left the team's stock: by what the stock is counted."""
    found = j.db.row(
        "SELECT vaccine, lot, session, vial, utc_offset_min FROM dose WHERE no = ? AND given = 1 "
        "AND source < 2 AND row IS NULL AND void_reason IS NULL",
        pos,
    )
    if found is None:
        return None
    vaccine, lot, session, vial, offset_min = found
    ref = None if vial is None else _ref(j, vial)
    return replace(
        plain, vaccine=vaccine, lot=lot, session=session, vial=ref, utc_offset_min=offset_min
    )


def _of_fee(j: Journal, pos: int, plain: Erased) -> Erased | None:
    """Money that was taken: which receipt, and in whose cash box."""
    found: Row | None = j.db.row(
        "SELECT session, dose, series, number, amount, currency FROM fee WHERE no = ?", pos
    )
    if found is None:
        return None
    session, dose, *money = found
    return replace(plain, session=session, fee=[_ref(j, dose), *money])


def _of_refund(j: Journal, pos: int, plain: Erased) -> Erased | None:
    """Money that was given back, and out of whose cash box."""
    found = j.db.row("SELECT no, refund_session FROM fee WHERE refund = ?", pos)
    if found is None:
        return None
    return replace(plain, session=found[1], fee=[_ref(j, found[0])])


def _ref(j: Journal, pos: int) -> Ref:
    found = j.db.row("SELECT id FROM entry WHERE pos = ?", pos)
    assert found is not None  # noqa: S101  positions of this journal, in this transaction
    return j.ref(bytes(found[0]))
