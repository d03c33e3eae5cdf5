"""The bars of a code are its squares, row by row, whoever paints them."""

from __future__ import annotations

import segno

from fieldapp.reports.codes import MAX_BYTES, bars_of


def test_bars_are_the_squares_of_the_code() -> None:
    bars, side = bars_of("vaccination")
    expected = segno.make_qr("vaccination", error="m", boost_error=False).matrix
    painted = {(bar.x + step, bar.y) for bar in bars for step in range(bar.modules)}
    assert side == len(expected)
    assert painted == {(x, y) for y, row in enumerate(expected) for x, on in enumerate(row) if on}


def test_a_health_card_takes_the_room_of_digits() -> None:
    digits = "5676290952432060346029243740446031222959532654603460292540772804"
    assert bars_of(f"shc:/{digits * 8}")[1] < bars_of(f"xhc:/{digits * 8}")[1]


def test_more_than_a_code_holds_is_cut() -> None:
    assert bars_of("x" * (MAX_BYTES + 900)) != bars_of("x" * MAX_BYTES)
