"""How a mistaken laptop takes for confirmed what no receipt says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fieldapp.journal import hub_link, tally
from fieldapp.journal.confirmed import Confirmed
from fieldapp.journal.entries import epochs, last_head
from tests.simulation.mutants.planting import Planted


def believe(planted: Planted, sent: dict[bytes, int]) -> None:
    """Let the laptop take for confirmed what is in `sent`, by epoch."""

    def heads(j: Any) -> dict[bytes, int]:
        known: dict[bytes, int] = original_heads(j)
        ours = hub_link.heads(j)
        more = {e: min(n, ours[e].seq) for e, n in sent.items() if e in ours}
        return {**known, **{e: max(n, known.get(e, 0)) for e, n in more.items()}}

    def confirmed(db: Any) -> Confirmed:
        known: Confirmed = original_confirmed(db)
        marks = dict(known.head_seq)
        for no, epoch in epochs(db):
            if epoch in sent:
                last = last_head(db, no, epoch).seq
                marks[no] = max(marks.get(no, 0), min(sent[epoch], last))
        return replace(known, head_seq=marks)

    original_heads = planted.set(hub_link, "confirmed_heads", heads)
    original_confirmed = planted.set(tally, "confirmed", confirmed)
