"""Somebody whose card is made again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.hub.cards.issuing import Desk
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.wire.client_codec import to_fact
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop
from tests.hub.messages.clinic import BIBP, BORN, NOON_DAY_21, ground

ADDRESS = "https://hub.example.org"


def desk_of(world: World) -> Desk:
    """Noon in China."""
    china = timezone(timedelta(hours=8))
    now = datetime.fromtimestamp(NOON_DAY_21, UTC).astimezone(china)
    return Desk(world.store.keys, ground(), ADDRESS, now)


def somebody(world: World, name: str = "王小明") -> tuple[FakeLaptop, int]:
    """A laptop that registered somebody; their number there."""
    use_vaccines(world.store, [BIBP])
    laptop = world.laptop(name="3号船 Boat 3")
    document = Document("passport", "G12345678")
    details = ClientDetails(name, (document,), birth_date=BORN, language="zh")
    return laptop, laptop.add(to_fact(details))
