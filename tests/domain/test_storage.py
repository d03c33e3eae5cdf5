"""How warm a vaccine may be with a team is the catalogue's to say."""

from __future__ import annotations

import pytest

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.storage import Storage, parse_storage


@pytest.mark.parametrize(
    ("raw", "storage"),
    [
        ({"min_c": 2, "max_c": 8, "do_not_freeze": True}, Storage(80, 20, True)),
        ({"min_c": 2, "max_c": 8, "freeze_dried": True}, Storage(80, None, False)),
        ({"min_c": -90, "max_c": -60, "after_thaw": {"min_c": 2, "max_c": 8}},
         Storage(80, None, False)),
        ({"min_c": 2.5, "max_c": 7.5, "freeze_sensitive": True}, Storage(75, 25, True)),
        ({}, None),
        (None, None),
    ],
)  # fmt: skip
def test_limits_are_those_with_a_team(raw: object, storage: Storage | None) -> None:
    assert parse_storage(raw) == storage


def test_a_limit_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="number"):
        parse_storage({"max_c": "8"})


def test_every_product_of_the_catalogue_says_its_limits() -> None:
    assert all(vaccine.storage is not None for vaccine in load_catalogue())


def test_a_vaccine_of_the_freezer_is_kept_in_a_refrigerator_by_a_team() -> None:
    polio = load_catalogue().get("bopv")
    assert polio is not None and polio.storage == Storage(80, None, False)
