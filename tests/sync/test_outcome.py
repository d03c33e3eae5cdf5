"""A sync's outcome: in words for people, and for scripts by names that stay."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.sync.errors import ConnectionCut
from fieldapp.sync.outcome import DONE, NEWS_LATER, SENT_AGAIN, SyncOutcome

OUTCOME = SyncOutcome(
    sent=3,
    confirmed=4,
    received=0,
    entries_sent=7,
    entries_confirmed=9,
    waiting=1,
    entries_waiting=2,
    bytes_out=1000,
    bytes_in=200,
    seconds=1.23456,
    requests=2,
    happened=DONE,
)


def test_people_read_what_happened_and_what_a_dose_cost() -> None:
    assert OUTCOME.in_words() == (
        f"{DONE}\n3 doses sent in 1200 bytes, 400.0 bytes a dose; 2 requests, 1.2 s"
    )
    nothing = replace(OUTCOME, sent=0).in_words()
    assert "0 doses sent in 1200 bytes; 2 requests" in nothing


def test_scripts_find_every_figure_of_a_sync() -> None:
    assert OUTCOME.as_json() == {
        "sent": 3,
        "confirmed": 4,
        "received": 0,
        "carried": 0,
        "sent_again": 0,
        "waiting": 1,
        "entries_sent": 7,
        "entries_confirmed": 9,
        "entries_waiting": 2,
        "bytes": 1200,
        "bytes_out": 1000,
        "bytes_in": 200,
        "seconds": 1.235,
        "requests": 2,
        "happened": DONE,
        "unfinished": None,
    }


def test_what_a_hub_had_lost_is_told() -> None:
    again = replace(OUTCOME, happened=SENT_AGAIN, sent_again=12)
    assert again.in_words().startswith("The hub had been put back to an older state.")
    assert again.in_words().endswith("12 records that the hub had lost were sent again")
    assert again.as_json()["sent_again"] == 12


def test_a_cut_after_everything_was_confirmed_is_told_beside_it() -> None:
    cut = replace(OUTCOME, happened=NEWS_LATER, unfinished=ConnectionCut())
    assert cut.in_words().startswith("Everything on this laptop is confirmed by the hub. The rest")
    assert (
        cut.as_json()["unfinished"]
        == cut.news_words()
        == (
            "the rest of the news (roster) did not arrive: The connection broke before the hub"
            " answered. Keep working: the next sync goes on from there."
        )
    )
    assert OUTCOME.news_words() == ""
