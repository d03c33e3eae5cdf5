"""Promises of what is asked for: read as it is meant, or not at all; never a fault of the hub."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.web.access import Role
from fieldapp.hub.web.asked import day_of, number_of, page_no, pages_of
from tests.hub.web.pages_process import PagesHub


@pytest.mark.parametrize(("text", "read"), [("0", 0), ("12", 12), ("999999999", 999_999_999)])
def test_a_number_is_read(text: str, read: int) -> None:
    assert number_of(text) == read


def test_a_moment_in_seconds_has_more_digits_than_other_numbers() -> None:
    assert number_of("1796000000") is None
    assert number_of("1796000000", 15) == 1_796_000_000


@pytest.mark.parametrize("text", ["", "-1", "1.5", " 1", "１２", "²", "1000000000", "9" * 5000])
def test_what_is_no_number_of_ours_asks_for_nothing(text: str) -> None:
    assert number_of(text) is None
    assert page_no(text) == 1


def test_pages_count_from_one_and_an_empty_list_has_one() -> None:
    assert [page_no(text) for text in ("0", "1", "3")] == [1, 1, 3]
    assert [pages_of(found, 50) for found in (0, 1, 50, 51, 101)] == [1, 1, 1, 2, 3]


def test_a_day_is_one_that_every_clock_and_column_holds() -> None:
    assert day_of("2026-11-27") == date(2026, 11, 27)
    for text in ("", "27.11.2026", "2026-02-30", "0001-01-01", "1970-12-31", "9000-01-01"):
        assert day_of(text) is None


def test_an_address_with_endless_digits_is_no_fault_of_the_hub(hub: PagesHub) -> None:
    supervisor, administrator = hub.signed_in(Role.SUPERVISOR), hub.signed_in(Role.ADMINISTRATOR)
    endless = "9" * 5000
    assert supervisor.get("/overview", page=endless).status == 200
    assert supervisor.get("/sync-log", page=endless, team=endless).status == 200
    assert administrator.get("/audit", before="9" * 20).status == 200
    assert administrator.get(f"/devices/{endless}").status == 404
