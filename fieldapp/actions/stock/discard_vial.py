"""The verb: an open vial is thrown away with what is left in it."""

from __future__ import annotations

from fieldapp.actions.stock.amount import UnknownReason
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.stock import WASTE_REASONS
from fieldapp.journal import vials
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import VialClosed


class VialNotOpen(FieldAppError):
    """The vial was put away before, perhaps by the next one."""

    happened = "This vial is not in use any more."
    safe = "Nothing was changed."
    next_step = "Look at the open vials again."


def discard_vial(journal: Journal, vial_id: bytes, reason: str, *, user: str) -> int:
    """Put the vial away; its remainder is wasted. Returns the doses that were left.

    `reason` is one of WASTE_REASONS. Raises UnknownReason, VialNotOpen.
    """
    if reason not in WASTE_REASONS:
        raise UnknownReason(reason=reason)
    with journal.transaction():
        left = {vial.vial_id: vial.doses_left for vial in vials.in_use(journal)}
        if vial_id not in left:
            raise VialNotOpen()
        fact = VialClosed(journal.ref(vial_id), left[vial_id], reason)
        journal.append([fact], user=user)
    return left[vial_id]
