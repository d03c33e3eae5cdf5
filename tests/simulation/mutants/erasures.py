"""Mistakes with what was erased by law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fieldapp.hub import ingest
from fieldapp.hub.erasure import again, keeping, listed, wishes
from fieldapp.journal import second_copy
from fieldapp.journal.erasure import orders
from tests.simulation.mutants.planting import Planted


def laptop_erases_what_no_receipt_covers(planted: Planted) -> None:
    planted.set(orders, "_is_confirmed", lambda *_: True)


def laptop_takes_the_list_for_done_without_looking(planted: Planted) -> None:
    """It says that it has carried out what it has not, so that it is never told again."""
    planted.set(orders, "_own_of", lambda *_: [])


def laptop_keeps_the_number_of_its_list_apart_from_its_records(planted: Planted) -> None:
    """A home put back to an older state is not told again of what it holds again."""
    done: dict[Path, int] = {}

    def carried_out(j: Any) -> int:
        done[j.home] = max(done.get(j.home, 0), original(j))
        return done[j.home]

    original = planted.set(orders, "carried_out", carried_out)


def second_copy_goes_on_with_the_base_of_before(planted: Planted) -> None:
    planted.set(second_copy, "_stamp", lambda _: b"always the same")


def hub_takes_pages_that_say_nothing(planted: Planted) -> None:
    planted.set(ingest, "bare_without_reason", lambda *_: set())


def hub_takes_a_body_back(planted: Planted) -> None:
    planted.set(ingest, "as_may_be_stored", lambda _connection, _frame, _entries, raw: raw)


def hub_put_back_forgets_whom_it_erased(planted: Planted) -> None:
    planted.set(again, "bring_in_line", lambda *_: 0)


def hub_erases_a_dose_that_nobody_has_seen(planted: Planted) -> None:
    planted.set(keeping, "goes_by_itself", lambda _: True)


def hub_forgets_to_ask_about_what_came_later(planted: Planted) -> None:
    planted.set(wishes, "note_latecomers", lambda *_: None)


def hub_tells_nobody_whom_it_erased(planted: Planted) -> None:
    planted.set(listed, "_after", lambda *_: ())


MISTAKES = (
    laptop_erases_what_no_receipt_covers,
    laptop_takes_the_list_for_done_without_looking,
    laptop_keeps_the_number_of_its_list_apart_from_its_records,
    second_copy_goes_on_with_the_base_of_before,
    hub_takes_a_body_back,
    hub_put_back_forgets_whom_it_erased,
    hub_erases_a_dose_that_nobody_has_seen,
    hub_forgets_to_ask_about_what_came_later,
    hub_tells_nobody_whom_it_erased,
)
BY_HAND = (hub_takes_pages_that_say_nothing,)
"""No history by chance comes upon these: nobody but a thief empties a journal."""
