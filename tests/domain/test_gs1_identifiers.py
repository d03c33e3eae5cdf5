from __future__ import annotations

import pytest

from fieldapp.domain.gs1_identifiers import identifier, identifier_at


@pytest.mark.parametrize(
    ("text", "code", "longest", "predefined"),
    [
        ("0109501101530003", "01", 14, True),
        ("10LOT", "10", 20, False),
        ("240ABC", "240", 30, False),
        ("3103000250", "3103", 6, True),
        ("3922199", "3922", 15, False),
        ("4140950110153000", "414", 13, True),
        ("7003260630", "7003", 10, False),
        ("7230EM123", "7230", 30, False),
        ("99X", "99", 90, False),
    ],
)
def test_an_identifier_has_one_length(text: str, code: str, longest: int, predefined: bool) -> None:
    found = identifier_at(text)
    assert found is not None
    assert (found[0], found[1].longest, found[1].predefined) == (code, longest, predefined)


@pytest.mark.parametrize("text", ["", "1", "05123", "88", "2", "A1", "١٠LOT", "3", "4199"])
def test_what_is_no_identifier_is_none(text: str) -> None:
    assert identifier_at(text) is None


def test_no_identifier_is_the_beginning_of_another() -> None:
    known = [f"{n:0{width}d}" for width in (2, 3, 4) for n in range(10**width)]
    known = [code for code in known if identifier(code)]
    assert len(known) > 400
    starts = {code[:length] for code in known for length in range(2, len(code))}
    assert not starts & set(known)
