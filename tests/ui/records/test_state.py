"""What can be done with a line follows from its kind; a difference needs two sides."""

from __future__ import annotations

from fieldapp.ui.records.state import Kind, PairRow, RecordLine


def line(kind: Kind) -> RecordLine:
    return RecordLine(kind, b"s", b"p", "words")


def test_what_was_struck_through_is_left_alone() -> None:
    struck = line(Kind.STRUCK)
    assert not (struck.may_amend or struck.may_strike)
    assert line(Kind.DOSE).may_amend and line(Kind.DOSE).may_strike


def test_only_two_sides_can_differ() -> None:
    assert PairRow("Phone", "1", "2").differs
    assert not PairRow("Phone", "1", "").differs
    assert not PairRow("Phone", "1", "1").differs
