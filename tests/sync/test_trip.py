"""A conversation with the hub: signed by the hub's clock, counted to the byte, each record once."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from fieldapp.journal.pages import pages
from fieldapp.sync.errors import ConnectionCut, NotEnrolled
from fieldapp.sync.trip import Trip, party_of
from fieldapp.wire.request_auth import NONCE_BYTES
from tests.sync.fake_hub import DEVICE, HUB, Fault, Pair, enrolled


def trip_of(pair: Pair) -> Trip:
    return Trip(party_of(pair.journal), pair.hub, pair.laptop.clock, os.urandom)


def test_the_two_ends_are_those_of_the_enrolment() -> None:
    with enrolled() as pair:
        party = party_of(pair.journal)
        assert (party.device, party.hub_id) == (DEVICE, HUB)
        assert party.hub_verify_key == pair.hub.key.verify_key


def test_without_an_enrolment_there_is_no_other_end() -> None:
    with enrolled() as pair:
        pair.journal.db.run("DELETE FROM setting WHERE name = 'hub.enrolment'")
        with pytest.raises(NotEnrolled):
            party_of(pair.journal)


def test_the_probe_takes_over_the_hubs_time() -> None:
    with enrolled() as pair:
        right = pair.hub.now_s()
        pair.hub.now_s = lambda: right
        pair.laptop.clock.wall -= timedelta(days=2)
        trip = trip_of(pair)
        trip.probe()
        assert trip.clock_offset_s == 2 * 86400


def test_a_dose_sent_twice_is_counted_once() -> None:
    with enrolled(doses=3) as pair:
        trip = trip_of(pair)
        frames = pages(pair.journal, {}, 16384, 16384)
        trip.push([], frames)
        trip.push([], frames)
        assert (trip.doses_sent, trip.requests) == (3, 2)
        assert trip.entries_sent == pair.journal.head().seq


def test_what_was_lost_on_the_way_still_cost_its_bytes() -> None:
    with enrolled(doses=3) as pair:
        trip = trip_of(pair)
        pair.hub.faults = [Fault.REQUEST_LOST]
        with pytest.raises(ConnectionCut):
            trip.push([], pages(pair.journal, {}, 16384, 16384))
        assert trip.bytes_out > 100
        assert trip.doses_sent == 0


def test_every_request_has_a_nonce_of_its_own() -> None:
    with enrolled(doses=1) as pair:
        trip = trip_of(pair)
        trip.push([], [])
        trip.push([], [])
        nonces = {request.nonce for request in pair.hub.requests}
        assert len(nonces) == 2
        assert all(len(nonce) == NONCE_BYTES for nonce in nonces)
