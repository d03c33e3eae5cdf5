from __future__ import annotations

import pytest

from fieldapp.domain.documents.phone_groups import grouped, masked


@pytest.mark.parametrize(
    ("number", "shown", "hidden"),
    [
        ("+8613812345678", "138 1234 5678", "138 •••• 5678"),
        ("+865373214567", "0537 321 4567", "0537 •••• 4567"),
        ("+861082345678", "010 8234 5678", "010 •••• 5678"),
        ("+2348035558841", "+234 803 555 8841", "+234 •••• 8841"),
        ("+79161234567", "+7 916 123 4567", "+7 •••• 4567"),
        ("555", "555", "••••"),
    ],
)
def test_a_number_is_shown_in_groups_and_hidden_in_lists(
    number: str, shown: str, hidden: str
) -> None:
    assert (grouped(number), masked(number)) == (shown, hidden)
