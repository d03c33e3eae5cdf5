"""Dose 1 in Beijing, dose 2 from a boat that has no network: the person carries the proof.

Three real processes: the hub, team A at the command line, and team B's windows. What team B sees,
it sees with the hub off the air.
"""

from __future__ import annotations

from fieldapp.wire.health_card import write_card
from tests.journeys.country import TEAM_A, WANG, Country, reads_day_30
from tests.wire.health_card.cards import CARD, KEY


def test_the_boat_sees_day_30_gives_dose_2_and_the_hub_shows_a_complete_series(
    country: Country,
) -> None:
    (name, number), beijing = WANG, country.beijing
    card = beijing.prints_a_card(number)
    assert beijing.has_to_call() == [name]
    with country.boat.windows() as windows:
        windows.open_operation()
        windows.writes_down(name, number)
        windows.reads("History: unknown here.", "Give dose 1")
        windows.scan(card)
        windows.reads(f"Valid card, signed by {TEAM_A}. Doses added to the history: 1.")
        windows.reads("Give dose 2")
        reads_day_30(windows)
        windows.scan(card)
        windows.reads("Nothing is new")
        windows.record()
        country.hub.start()
        windows.sync()
    country.assert_whole()
    country.assert_team_a_need_not_call()


def test_an_altered_a_foreign_and_a_revoked_card_are_refused_in_words(country: Country) -> None:
    card, hub = country.beijing.prints_a_card(WANG[1]), country.hub
    altered = card[:-40] + str((int(card[-40]) + 1) % 10) + card[-39:]
    of_another_hub = write_card(CARD, KEY).text
    with country.boat.windows() as windows:
        windows.scan(altered)
        windows.reads("Altered card", "it is not what was signed")
        windows.scan(of_another_hub)
        windows.reads("Unknown issuer", "What it says, not proven:")
        hub.start()
        hub.command("revoke", country.beijing.asks("status")["device"])
        windows.sync()
        windows.scan(card)
        windows.reads("Issuer shut out")
        windows.reads(f"The laptop of {TEAM_A} that signed this card was shut out on")
    assert country.boat.asks("status")["doses"] == 0, "no dose but team A’s own"
