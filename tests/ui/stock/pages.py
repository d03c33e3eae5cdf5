"""Made-up states of the pages of the stock room."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.ui.stock.state import (
    AlertState,
    BoardState,
    LotLine,
    MoveState,
    ThermometerState,
    Tile,
    VialState,
)

ALERT = AlertState("Lot A expired", "6 doses are blocked.", "stop", "octagon-x", "Do", "return")
MOVE = MoveState("waste", "Waste: A", "By the book", lot=("v", "A"), vial_doses=2,
                 reasons=(("broken", "Broken"), ("lost", "Lost")))  # fmt: skip


def lot(number: str = "A", **more: str) -> LotLine:
    """A line of the table."""
    made = LotLine(
        vaccine_id="v",
        lot_number=number,
        product="BIBP",
        expires="31 Aug 2028",
        expires_tone="",
        vials="12",
        doses="60",
        state="Good",
        tone="ok",
        icon="check",
        detail="All in the store",
    )
    return replace(made, **more)


def board(*lots: LotLine, **more: object) -> BoardState:
    """The board with these lots."""
    tiles = [Tile(name, "3", "doses") for name in ("Loaded", "Given", "Wasted", "Left")]
    made = BoardState("not counted yet", tiles, lots, None, ThermometerState(), None)
    return replace(made, **more)  # type: ignore[arg-type]  # fields of BoardState


VIAL = VialState("Open vial", "3 of 5 doses left", "Opened 09:02.", 0.6, "stop")
