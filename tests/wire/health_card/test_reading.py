"""A scanned card: proven or not, whole or in pieces; other people's readers agree with ours."""

from __future__ import annotations

import io
import json
import urllib.request
from typing import Any

import pytest
from healthcards.parser import JWS as HealthCardsJWS
from healthcards.parser import decode_qr_to_jws
from hypothesis import given
from hypothesis import strategies as st
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS as JwcryptoJWS
from shc.utils import decode_vc_from_local_issuer

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card import HealthCard, join_pieces, open_card, write_card
from fieldapp.wire.health_card.keys import jwk
from fieldapp.wire.health_card.numeric import from_numeric
from tests.wire.health_card.cards import CARD, ISSUER, KEY, OTHER, cards

TEXT = write_card(CARD, KEY).text


@given(cards)
def test_a_card_comes_back_proven(card: HealthCard) -> None:
    opened = open_card([write_card(card, KEY, most=4000).text])
    assert opened.kid == KEY.kid
    assert opened.is_signed_by(KEY.public)
    assert not opened.is_signed_by(OTHER.public)
    assert opened.read() == card


@given(st.integers(5, len(TEXT) - 1), st.integers(1, 9))
def test_no_digit_can_be_changed(at: int, by: int) -> None:
    digit = (int(TEXT[at]) + by) % 10
    try:
        opened = open_card([f"{TEXT[:at]}{digit}{TEXT[at + 1 :]}"])
    except Undecodable:
        return
    assert not opened.is_signed_by(KEY.public)


@given(st.text(max_size=300))
def test_whatever_a_scanner_sends_is_refused_in_words(text: str) -> None:
    with pytest.raises(Undecodable):
        open_card([text])


def test_pieces_are_gathered_until_none_is_missing() -> None:
    digits = TEXT[5:]
    first, second = f"shc:/1/2/{digits[:600]}", f"shc:/2/2/{digits[600:]}"
    had, missing = join_pieces((), second)
    assert missing == 1
    assert join_pieces(had, second) == (had, 1)
    had, missing = join_pieces(had, first)
    assert missing == 0
    assert open_card(had).read() == CARD
    assert join_pieces(had, TEXT) == ((TEXT,), 0)
    assert join_pieces((TEXT,), first) == ((first,), 1)
    with pytest.raises(Undecodable):
        join_pieces(had, "no card")


# Other people's readers


def test_jwcrypto_reads_our_signature() -> None:
    token = JwcryptoJWS()
    token.deserialize(from_numeric([TEXT]), JWK(**jwk(KEY.public)))
    assert token.is_valid


def test_healthcards_reads_our_card(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(url: str) -> io.BytesIO:
        asked.append(url)
        return io.BytesIO(json.dumps({"keys": [jwk(KEY.public)]}).encode())

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    read = HealthCardsJWS(decode_qr_to_jws(TEXT)).as_dict()
    assert asked == [f"{ISSUER}/.well-known/jwks.json"]
    assert read["verification"]["verified"]
    assert _doses(read["payload"]) == [("510", "TEST-0001", "2021-05-08")]


def test_shc_reads_our_card(tmp_path: Any) -> None:
    keys = tmp_path / "jwks.json"
    keys.write_text(json.dumps({"keys": [jwk(KEY.public)]}))
    read = decode_vc_from_local_issuer(from_numeric([TEXT]), str(keys))
    assert _doses(read) == [("510", "TEST-0001", "2021-05-08")]


def _doses(payload: dict[str, Any]) -> list[tuple[str, str, str]]:
    entries = payload["vc"]["credentialSubject"]["fhirBundle"]["entry"]
    told = [entry["resource"] for entry in entries[1:]]
    return [
        (dose["vaccineCode"]["coding"][0]["code"], dose["lotNumber"], dose["occurrenceDateTime"])
        for dose in told
    ]
