"""The verbs: hold a lot, release it, note a recall, withdraw it. Each with who and why.

Anybody may hold; releasing and recalls are for those who have the right.
"""

from __future__ import annotations

from fieldapp.actions.permission import SecondPerson, require
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.lot import (
    HOLD_REASONS,
    RECALL_WITHDRAWN_REASONS,
    RELEASE_REASONS,
    LotState,
)
from fieldapp.domain.roles import Deed
from fieldapp.journal import lots
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import LotHeld, LotRecalled, LotReleased, RecallWithdrawn


class NothingToDecide(FieldAppError):
    """The lot does not stand as the screen showed it any more, or no reason was given."""

    happened = "This lot does not stand as it did, or a reason is missing."
    safe = "Nothing was changed."
    next_step = "Look at the lot again and choose a reason."


def hold_lot(
    journal: Journal, vaccine: str, lot: str, reason: str, *, user: str, note: str | None = None
) -> None:
    """Nobody may use the lot until it is released. Raises NothingToDecide."""
    _require(reason in HOLD_REASONS and not _stands(journal, vaccine, lot, LotState.HELD))
    journal.append([LotHeld(vaccine, lot, reason, note)], user=user)


def release_lot(
    journal: Journal,
    vaccine: str,
    lot: str,
    reason: str,
    *,
    user: str,
    note: str | None = None,
    second: SecondPerson | None = None,
) -> None:
    """The held lot may be used again. Raises NotAllowed, NotASecondPerson, NothingToDecide."""
    require(journal, user, Deed.RELEASE_LOT, second=second)
    _require(reason in RELEASE_REASONS and _stands(journal, vaccine, lot, LotState.HELD))
    journal.append([LotReleased(vaccine, lot, reason, note, _login(second))], user=user)


def recall_lot(
    journal: Journal,
    vaccine: str,
    lot: str,
    *,
    user: str,
    notice: str | None = None,
    second: SecondPerson | None = None,
) -> None:
    """Nobody may use the lot any more; it need not be here. `notice` names the letter.

    Raises NotAllowed, NotASecondPerson, NothingToDecide.
    """
    require(journal, user, Deed.RECALL_LOT, second=second)
    _require(bool(lot.strip()) and not _stands(journal, vaccine, lot, LotState.RECALLED))
    journal.append([LotRecalled(vaccine, lot, notice, _login(second))], user=user)


def withdraw_recall(
    journal: Journal,
    vaccine: str,
    lot: str,
    reason: str,
    *,
    user: str,
    second: SecondPerson | None = None,
) -> None:
    """It was not recalled after all; what the hub recalled, only the hub lifts.

    Raises NotAllowed, NotASecondPerson, NothingToDecide.
    """
    require(journal, user, Deed.RECALL_LOT, second=second)
    known = reason in RECALL_WITHDRAWN_REASONS
    _require(known and _stands(journal, vaccine, lot, LotState.RECALLED))
    journal.append([RecallWithdrawn(vaccine, lot, reason, _login(second))], user=user)


def _login(second: SecondPerson | None) -> str | None:
    return None if second is None else second.login


def _stands(journal: Journal, vaccine: str, lot: str, state: LotState) -> bool:
    """Whether this team itself decided so."""
    own = (one for one in lots.own_standing(journal) if one.concerns(vaccine, lot))
    return any(decision.state is state for decision in own)


def _require(holds: bool) -> None:
    if not holds:
        raise NothingToDecide()
