"""A membership is kept only when the hub signed it for this laptop; who is shut out is learned."""

from __future__ import annotations

from dataclasses import replace

import pytest
from nacl.signing import SigningKey

from fieldapp.journal.hub_link import save_enrolment, signing_key
from fieldapp.journal.journal import Journal
from fieldapp.journal.memberships import (
    card,
    cursors,
    note_shut_out,
    read_for,
    shut_out,
    store_membership,
)
from fieldapp.wire.errors import BadSignature
from fieldapp.wire.membership import Membership, sign_membership
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol


def membership(
    journal: Journal, *, age_s: int = 0, shut_out: tuple[int, ...] = (), device: int = 7
) -> Membership:
    """What the hub says of this laptop, or of another."""
    issued = int(journal.clock.now().timestamp()) - age_s
    key = bytes(signing_key(journal).verify_key) if device == 7 else bytes(32)
    return Membership(ENROLMENT.hub_id, device, key, issued, issued + 86_400, shut_out)


def signed(said: Membership, key: SigningKey = HUB_KEY) -> bytes:
    return sign_membership(said, key)


def test_a_laptop_that_joined_before_memberships_asks_for_one_and_keeps_it(
    journal: Journal,
) -> None:
    enrol(journal)
    assert (card(journal), list(cursors(journal))) == (None, [])
    said = membership(journal)
    store_membership(journal, signed(said))
    kept = card(journal)
    assert kept is not None
    assert (kept.membership, kept.raw) == (said, signed(said))
    assert list(cursors(journal)) == [("member", said.issued)]


def test_a_membership_of_another_laptop_key_or_hub_is_not_kept(journal: Journal) -> None:
    with pytest.raises(BadSignature):
        store_membership(journal, signed(membership(journal)))
    enrol(journal)
    own = membership(journal)
    for said in (
        membership(journal, device=8),
        replace(own, device_key=bytes(32)),
        replace(own, hub=b"hub-else"),
    ):
        with pytest.raises(BadSignature):
            store_membership(journal, signed(said))
    with pytest.raises(BadSignature):
        store_membership(journal, signed(own, SigningKey.generate()))
    assert card(journal) is None


def test_a_card_of_a_hub_that_was_left_counts_for_nothing(journal: Journal) -> None:
    enrol(journal)
    store_membership(journal, signed(membership(journal)))
    other = bytes(SigningKey.generate().verify_key)
    save_enrolment(journal, replace(ENROLMENT, hub_verify_key=other))
    assert (card(journal), shut_out(journal)) == (None, frozenset())


def test_who_is_shut_out_is_learned_from_whoever_knows_it_latest(journal: Journal) -> None:
    enrol(journal)
    assert shut_out(journal) == frozenset()
    store_membership(journal, signed(membership(journal, age_s=50, shut_out=(3,))))
    neighbours = membership(journal, age_s=10, shut_out=(3, 4), device=8)
    note_shut_out(journal, signed(neighbours))
    assert read_for(journal, signed(neighbours)).device == 8
    note_shut_out(journal, signed(membership(journal, age_s=30, device=9)))
    assert shut_out(journal) == {3, 4}
