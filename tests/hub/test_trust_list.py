"""Promises of the published trust list: signed, newer whenever it changes, never without a key."""

from __future__ import annotations

from sqlalchemy import delete

from fieldapp.hub import schema, trust_list
from fieldapp.hub.cards.key import as_issuer
from fieldapp.hub.devices import revoke
from fieldapp.hub.fold.projector import clear_views
from fieldapp.hub.trust_list import ANEW_AFTER_S, LIFE_S, card_keys, current
from fieldapp.journal import trusted
from fieldapp.wire.facts import IssuingKeyMade
from fieldapp.wire.health_card.keys import IssuingKey, jwk
from fieldapp.wire.trust import Issuer, TrustList, read_trust
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop

KEY = IssuingKey(b"made-up key for cards, never a real one!").public


def published(world: World, now_s: int = NOW_S) -> TrustList:
    """What the hub says at some time."""
    found = current(world.hub, now_s)
    trust = read_trust(found.raw, world.verify_key)
    assert (trust, trust.version) == (found.read(world.hub), found.version)
    return trust


def with_key(world: World, key: bytes = KEY, epoch: bytes = b"epoch-01") -> FakeLaptop:
    """A laptop that made a key for cards and sent it."""
    laptop = world.laptop(epoch)
    laptop.add(IssuingKeyMade(key))
    world.push_all(laptop)
    return laptop


def test_a_new_hub_names_itself_and_nobody_else(world: World) -> None:
    trust = published(world)
    assert [hub.hub for hub in trust.hubs] == [world.store.keys.hub_id]
    assert (trust.issuers, trust.revoked_devices) == ((as_issuer(world.store.keys),), ())
    assert (trust.issued, trust.until) == (NOW_S, NOW_S + LIFE_S)


def test_a_key_that_a_laptop_made_is_listed_once_it_is_here(world: World) -> None:
    before = published(world)
    laptop = with_key(world)
    after = published(world)
    assert after.issuers[1:] == (Issuer(laptop.device, "Boat Test", KEY),)
    assert after.version > before.version


def test_who_is_shut_out_stays_listed_with_the_time(world: World) -> None:
    laptop = with_key(world)
    before = published(world)
    revoke(world.store.folder, laptop.device, now_s=NOW_S + 3)
    after = published(world, NOW_S + 4)
    assert after.issuers[1:] == (Issuer(laptop.device, "Boat Test", KEY, NOW_S + 3),)
    assert after.revoked_devices == (laptop.device,)
    assert after.version > before.version


def test_a_key_that_comes_from_a_laptop_already_shut_out_is_not_listed(world: World) -> None:
    laptop = world.laptop()
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    laptop.add(IssuingKeyMade(KEY))
    world.push_all(laptop)
    assert published(world).issuers[1:] == ()


def test_what_is_no_key_is_held_back_and_not_listed(world: World) -> None:
    laptop = with_key(world, b"short")
    assert published(world).issuers[1:] == ()
    assert world.held() == {laptop.seq: "unreadable"}


def test_other_readers_find_the_keys_in_force_and_no_others(world: World) -> None:
    laptop, own = with_key(world), as_issuer(world.store.keys).key
    assert card_keys(published(world)) == [jwk(own), jwk(KEY)]
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    assert card_keys(published(world)) == [jwk(own)]


def test_nothing_new_is_the_same_list_and_a_day_later_it_is_signed_anew(world: World) -> None:
    first = published(world)
    assert published(world, NOW_S + ANEW_AFTER_S - 1) == first
    later = published(world, NOW_S + ANEW_AFTER_S)
    assert later.version > first.version
    assert later.issued == NOW_S + ANEW_AFTER_S


def test_a_hub_put_back_from_a_backup_goes_on_above_what_it_published(world: World) -> None:
    newest = published(world, NOW_S + 100)
    with world.store.writing() as connection:
        connection.execute(delete(schema.setting).where(schema.setting.c.name == "trust"))
    assert published(world, NOW_S + 200).version > newest.version


def test_a_clock_set_back_never_lowers_the_version(world: World) -> None:
    newest = published(world, NOW_S + 1000)
    assert published(world, NOW_S).version > newest.version


def test_while_the_tables_are_folded_anew_no_key_drops_out(world: World) -> None:
    with_key(world)
    before = published(world)
    with world.store.writing() as connection:
        clear_views(connection)
    assert published(world, NOW_S + ANEW_AFTER_S) == before
    world.fold()
    assert published(world, NOW_S + ANEW_AFTER_S).issuers == before.issuers


def test_the_name_of_the_cursor_is_that_of_the_laptop() -> None:
    assert trust_list.CURSOR == trusted.CURSOR
