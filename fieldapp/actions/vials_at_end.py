"""The verb: what becomes of the open vials when the session is closed?"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.open_vial import Fate, OpenVialEnd, at_session_end
from fieldapp.journal import vials
from fieldapp.journal.vials import Vial


@dataclass(frozen=True, slots=True)
class VialAtEnd:
    """An open vial with doses left. `asks`: what must be so before it may be kept; nothing, where
    it goes in any case. `kept`: somebody was asked all of it, and said yes."""

    vial: Vial
    end: OpenVialEnd
    asks: tuple[str, ...]
    kept: bool


def vials_at_end(practice: Practice, wanted: Set[bytes]) -> tuple[VialAtEnd, ...]:
    """Every open vial with doses left, newest first; `wanted` are those somebody wants to keep.

    What was wanted this afternoon may not be allowed any more: the policy is asked again.
    """
    return tuple(
        _at_end(practice, vial, wanted)
        for vial in vials.in_use(practice.journal)
        if vial.doses_left > 0
    )


def _at_end(practice: Practice, vial: Vial, wanted: Set[bytes]) -> VialAtEnd:
    clock, rules = practice.clock, load_stock_rules()
    end = at_session_end(
        practice.catalogue.get(vial.lot.vaccine_id),
        vial.opened_at,
        vial.lot.expiry,
        clock.now(),
        site_today(clock),
        rules,
    )
    if end.fate is not Fate.KEEP_IF:
        return VialAtEnd(vial, end, (), kept=False)
    printed = vial.lot.expiry is not None  # then the program knows it, and need not ask
    asks = tuple(one for one in rules.keep_if if not (printed and one == "not-expired"))
    return VialAtEnd(vial, end, asks, kept=vial.vial_id in wanted)
