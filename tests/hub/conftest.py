"""A hub in a temporary folder, and laptops that joined it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from nacl.signing import SigningKey, VerifyKey
from sqlalchemy import func, insert, select

from fieldapp.hub import schema
from fieldapp.hub.fold.digest import digest
from fieldapp.hub.fold.projector import catch_up, use_vaccines
from fieldapp.hub.ingest import Taken, take_in
from fieldapp.hub.making import open_or_make
from fieldapp.hub.pages import prove
from fieldapp.hub.running import Hub, Reply
from fieldapp.hub.status import read_status
from fieldapp.hub.store import Store
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.tree import Trees
from fieldapp.wire.messages import HeadHeld, SyncReply, decode_sync_reply
from fieldapp.wire.receipt import Receipt, read_receipt
from fieldapp.wire.seal import SealedFrame
from fieldapp.wire.signed import open_signed
from tests.hub.databases import BOTH, SQLITE, Server, server
from tests.hub.fake_laptop import NOW_S, OTHER_VACCINE, VACCINE, FakeLaptop
from tests.hub.roles import As, stores_as


@dataclass
class World:
    """A hub and the laptops around it."""

    hub: Hub

    @property
    def store(self) -> Store:
        """The hub's own."""
        return self.hub.store

    @property
    def verify_key(self) -> VerifyKey:
        """What answers are checked with."""
        return self.hub.store.keys.verify_key

    def laptop(
        self,
        epoch: bytes = b"epoch-01",
        *,
        name: str = "Boat Test",
        region: str = "north",
        kind: str = "boat",
    ) -> FakeLaptop:
        """A laptop that joined and began its journal."""
        laptop = FakeLaptop(epoch=epoch)
        laptop.device = self.enrol(laptop.key, name, region, kind)
        return laptop.start()

    def enrol(self, key: SigningKey, name: str, region: str = "north", kind: str = "boat") -> int:
        """Note a laptop, past the codes."""
        with self.store.writing() as connection:
            newest = select(func.max(schema.device.c.no))
            number = 1 + int(connection.execute(newest).scalar() or 0)
            team = {"name": name, "kind": kind, "region": region, "enrolled_s": NOW_S}
            values = {"no": number, "verify_key": bytes(key.verify_key), **team}
            connection.execute(insert(schema.device).values(**values))
        return number

    def push(
        self, laptop: FakeLaptop, *pages: SealedFrame, heads: tuple[HeadHeld, ...] = ()
    ) -> Reply:
        """One whole request, in process."""
        body = laptop.request(pages, self.store.keys.box_public, heads=heads)
        return answer_sync(self.hub, laptop.authorize(body), body)

    def push_all(self, laptop: FakeLaptop) -> list[Receipt]:
        """Everything of a laptop in one page."""
        return self.receipts(self.push(laptop, *laptop.pages()))

    def read(self, reply: Reply) -> SyncReply:
        """The hub's answer, its signature checked."""
        return decode_sync_reply(open_signed("sync", reply.body, self.verify_key))

    def receipts(self, reply: Reply) -> list[Receipt]:
        """The receipts of an answer."""
        return [read_receipt(raw, self.verify_key) for raw in self.read(reply).receipts]

    def take(self, laptop: FakeLaptop, *pages: SealedFrame) -> list[Taken]:
        """Store pages without signing anything."""
        proven, refused = prove(pages, {laptop.device: laptop.key.verify_key})
        assert not refused
        with self.store.writing() as connection:
            trees = Trees(connection)
            return [take_in(trees, page, now_s=NOW_S, late=False) for page in proven]

    def fold(self) -> None:
        """Bring the tables up to date; a fault is a fault of the test."""
        catch_up(self.store)

    def digest(self) -> bytes:
        """All that the tables say."""
        with self.store.reading() as connection:
            return digest(connection)

    def numbers(self) -> dict[str, int]:
        """The equation, in all."""
        with self.store.reading() as connection:
            status = read_status(connection, NOW_S)
        names = ("clients", "confirmed", "counted", "contested", "quarantined", "voided", "erased")
        return {name: status[name] for name in names if status[name]}

    def held(self) -> dict[int, str]:
        """What is in quarantine, by sequence number."""
        held = schema.quarantine.c
        with self.store.reading() as connection:
            return {seq: code for seq, code in connection.execute(select(held.seq, held.code))}


def new_world(folder: Path, server: Server | None = None) -> World:
    """A hub that knows two vaccines, in SQLite or on a server."""
    if server is not None:
        server.new_hub(folder)
    store = open_or_make(folder)
    use_vaccines(store, [VACCINE, OTHER_VACCINE])
    return World(Hub(store, lambda: NOW_S))


@pytest.fixture(scope="session")
def one_server() -> Iterator[Server]:
    """A PostgreSQL for all tests that want one."""
    with server() as running:
        yield running


@pytest.fixture
def postgres_server(one_server: Server) -> Iterator[Server]:
    """The server; what a test made there goes with the test."""
    yield one_server
    one_server.drop_databases()


@pytest.fixture(params=BOTH)
def any_server(request: pytest.FixtureRequest) -> Server | None:
    """None, and then the server: what a test promises, it promises on both."""
    if request.param == SQLITE:
        return None
    found: Server = request.getfixturevalue("postgres_server")
    return found


@pytest.fixture
def sqlite_world(tmp_path: Path) -> Iterator[World]:
    """The same in SQLite alone."""
    made = new_world(tmp_path / "hub")
    yield made
    made.store.close()


@pytest.fixture
def server_world(tmp_path: Path, postgres_server: Server) -> Iterator[World]:
    """The same on PostgreSQL alone."""
    made = new_world(tmp_path / "hub", postgres_server)
    yield made
    made.store.close()


@pytest.fixture
def world(tmp_path: Path, any_server: Server | None) -> Iterator[World]:
    """A hub and the laptops around it."""
    made = new_world(tmp_path / "hub", any_server)
    yield made
    made.store.close()


@pytest.fixture
def as_role(server_world: World, postgres_server: Server) -> Iterator[As]:
    """The hub's store as the login of a role of the database opens it."""
    with stores_as(server_world.store, postgres_server) as store_as:
        yield store_as
