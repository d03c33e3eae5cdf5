"""A card is proven far from any network: genuine, altered, of nobody known, of one shut out."""

from __future__ import annotations

import pytest

from fieldapp.actions.card.check import CardVerdict, CheckedCard, check_card
from fieldapp.hub.devices import revoke
from fieldapp.hub.trust_list import LIFE_S
from fieldapp.journal import settings
from fieldapp.wire.health_card import IssuingKey, write_card
from fieldapp.wire.health_card.jws import write_jws
from fieldapp.wire.health_card.numeric import to_numeric
from tests.actions.card.conftest import NAME, Team, Teams
from tests.wire.health_card.cards import CARD, OTHER


def checked(team: Team, *texts: str) -> CheckedCard:
    return check_card(team.boat.journal, texts, team.boat.clock)


@pytest.fixture
def text(teams: Teams) -> str:
    """A card of team A."""
    return teams.here.card(teams.here.vaccinated()).text


def test_another_team_proves_it_without_any_network(teams: Teams, text: str) -> None:
    teams.away.boat.road.up = False
    found = checked(teams.away, text)
    assert found.verdict is CardVerdict.VALID
    assert found.issuer is not None
    assert found.card is not None
    assert (found.issuer.name, found.card.name) == ("Team A", NAME)


def test_one_digit_changed_anywhere_is_never_valid(teams: Teams, text: str) -> None:
    for at in range(5, len(text), 97):
        changed = f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"
        found = checked(teams.away, changed)
        assert found.verdict in (CardVerdict.ALTERED, CardVerdict.UNKNOWN_ISSUER), at
    assert checked(teams.away, text[:-2]).verdict is CardVerdict.ALTERED
    assert checked(teams.away, "shc:/1234").verdict is CardVerdict.ALTERED


def test_a_card_of_an_unknown_hub_says_what_it_claims(teams: Teams) -> None:
    found = checked(teams.away, write_card(CARD, OTHER).text)
    assert (found.verdict, found.card) == (CardVerdict.UNKNOWN_ISSUER, CARD)


def test_a_key_in_the_name_of_another_is_found_out(teams: Teams, text: str) -> None:
    name = _kid_of(teams.here)

    class Liar(IssuingKey):
        @property
        def kid(self) -> str:
            return name

    forged = write_card(CARD, Liar(b"forged key for the tests, forty bytes!!!")).text
    assert checked(teams.away, forged).verdict is CardVerdict.ALTERED


def test_a_laptop_that_is_shut_out_vouches_for_nothing_any_more(teams: Teams, text: str) -> None:
    revoke(teams.fleet.world.store.folder, teams.here.boat.device, now_s=teams.fleet.now_s)
    assert checked(teams.away, text).verdict is CardVerdict.VALID, "nobody has told it yet"
    teams.away.boat.sync()
    found = checked(teams.away, text)
    assert found.verdict is CardVerdict.REVOKED_ISSUER
    assert found.issuer is not None
    assert found.issuer.revoked == teams.fleet.now_s


def test_after_too_long_without_the_hub_nobody_knows_who_was_shut_out(
    teams: Teams, text: str
) -> None:
    teams.away.boat.clock.pass_s(LIFE_S + 1)
    found = checked(teams.away, text)
    assert found.verdict is CardVerdict.TRUST_TOO_OLD
    assert found.card is not None


def test_an_own_card_needs_no_list(teams: Teams, text: str) -> None:
    here = teams.here.boat
    here.journal.db.run("DELETE FROM setting WHERE name = 'hub.trust'")
    here.clock.pass_s(LIFE_S + 1)
    assert checked(teams.here, text).verdict is CardVerdict.VALID


def test_a_laptop_that_heard_no_list_knows_no_issuer(teams: Teams, text: str) -> None:
    away = teams.away.boat.journal
    away.db.run("DELETE FROM setting WHERE name = 'hub.trust'")
    found = checked(teams.away, text)
    assert (found.verdict, found.trusted_at) == (CardVerdict.UNKNOWN_ISSUER, None)


def test_what_a_newer_program_signed_is_genuine_and_not_readable(teams: Teams) -> None:
    secret = settings.read(teams.here.boat.journal.db, "device.issuing_key")
    assert secret is not None
    newer = to_numeric(write_jws(b'{"v":2}', IssuingKey(secret)))
    assert checked(teams.away, newer).verdict is CardVerdict.NOT_READABLE


def _kid_of(team: Team) -> str:
    secret = settings.read(team.boat.journal.db, "device.issuing_key")
    assert secret is not None
    return IssuingKey(secret).kid
