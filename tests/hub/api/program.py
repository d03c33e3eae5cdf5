"""A program that asks the hub: its token, and what it is told. People for it to ask about."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import requests

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.hub.api import tokens
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.changes.keeping import number_changes
from fieldapp.hub.store import Store
from fieldapp.hub.web.accounts import Desk
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.messages.clinic import BIBP
from tests.hub.web.pages_process import PagesHub

EVERYTHING = tuple(Scope)
_BY_SCOPE = {Scope.PEOPLE: "people", Scope.DOSES: "doses", Scope.FIGURES: "figures",
             Scope.SYNC_LOG: "log"}  # fmt: skip


def token_of(
    store: Store, name: str, scopes: Collection[Scope] = EVERYTHING, *, now_s: int = NOW_S
) -> str:
    """A new token that holds for a month."""
    last_day = (datetime.fromtimestamp(now_s, UTC) + timedelta(days=30)).date()
    with store.writing() as connection:
        return tokens.add_token(Desk(connection, store.keys, now_s), name, scopes, last_day)


@dataclass
class Program:
    """One that asks; `token` empty: it has none."""

    url: str
    token: str = ""
    http: requests.Session = field(default_factory=requests.Session)

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        """One request."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return self.http.request(method, self.url + path, headers=headers, timeout=60, **more)

    def get(self, path: str, **query: Any) -> requests.Response:
        """The most common."""
        return self.ask("GET", path, params=query)

    def json(self, path: str, **query: Any) -> Any:
        """What is told, where it is told."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def resources(self, path: str, **query: Any) -> list[Any]:
        """All that a search finds, page after page."""
        found: list[Any] = []
        bundle = self.json(path, **query)
        while True:
            found += [entry["resource"] for entry in bundle.get("entry", [])]
            following = [one["url"] for one in bundle["link"] if one["relation"] == "next"]
            if not following:
                return found
            bundle = self.json(following[0].removeprefix(self.url))


def program_of(hub: PagesHub, *scopes: Scope, name: str = "") -> Program:
    """A program of a running hub that may read these."""
    called = name or "-".join(_BY_SCOPE[scope] for scope in scopes) or "everything"
    with hub.store.reading() as connection:
        times = sum(one.name.startswith(called) for one in tokens.tokens(connection))
    token = token_of(hub.store, f"{called}.{times}", scopes or EVERYTHING, now_s=hub.now_s)
    return Program(hub.url, token)


def somebody(laptop: FakeLaptop, name: str, number: str = "", phone: str | None = None) -> int:
    """A person with a passport."""
    papers = (Document("passport", number),) if number else ()
    details = ClientDetails(name, papers, birth_date=date(1985, 3, 3), phone=phone)
    return laptop.add(to_fact(details))


def a_team(world: World, name: str = "Boat 3") -> FakeLaptop:
    """Three people, four doses: one of them struck through. Numbered as changes, too."""
    laptop = world.laptop(name=name)
    one, two, three = (
        somebody(laptop, f"测试{n}", f"E9900000{n}", f"+86139000000{n:02}") for n in (1, 2, 3)
    )
    laptop.give(one, 1, vaccine=BIBP)
    laptop.give(one, 1, vaccine=BIBP, month=6)
    laptop.give(two, 8, vaccine=BIBP)
    wrong = laptop.give(three, 9, vaccine=BIBP)
    laptop.add(DoseVoided(wrong, "wrong person"))
    send(world, laptop)
    return laptop


def send(world: World, laptop: FakeLaptop) -> None:
    """Everything of a laptop is here, and numbered."""
    world.push_all(laptop)
    world.fold()
    number_changes(world.store, lambda: NOW_S)


def in_process(app: Any, path: str, token: str) -> tuple[int, dict[str, str]]:
    """One GET without a server: the status, and the headers."""
    sent: list[dict[str, Any]] = []
    headers = [(b"authorization", f"Bearer {token}".encode())]
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
        "headers": headers, "query_string": b"", "scheme": "http", "server": ("hub", 80),
        "client": ("x", 1), "root_path": "",
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    told = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return int(sent[0]["status"]), told
