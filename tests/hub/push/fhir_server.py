"""A small FHIR server over real HTTP that keeps to R4's rules for transactions: all or nothing,
made or brought up to date by identifier, references resolved, nothing deleted that others refer to.

It refuses, fails and dies as a test wants it to. It reads resources by an independent library.
"""

from __future__ import annotations

import json
import re
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

from tests.reports.fhir.reader import accept, references

Json = dict[str, Any]
_SEARCH = re.compile(r"(\w+)\?identifier=([^|]+)\|(.+)")


class Refused(Exception):
    """One entry is not taken."""

    def __init__(self, status: int, entry: int, why: str) -> None:
        super().__init__(why)
        self.status, self.entry, self.why = status, entry, why


@dataclass
class FhirServer:
    """What it holds, by its own addresses; `versions` grow with every change of a resource."""

    held: dict[str, Json] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    bundles: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)
    refuse: Callable[[Json], str | None] = lambda _: None
    names_the_entry: bool = True
    answers: list[int] = field(default_factory=list)
    most_entries: int = 10_000
    token: str = ""
    after_commit: Callable[[int], None] = lambda _: None
    url: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, kind: str) -> list[Json]:
        """Everything of a kind."""
        return [one for one in self.held.values() if one["resourceType"] == kind]

    def by_identifier(self, kind: str, system: str, value: str) -> list[str]:
        """Where that is."""
        return [
            where
            for where, one in self.held.items()
            if one["resourceType"] == kind
            and {"system": system, "value": value} in (
                {k: i.get(k) for k in ("system", "value")} for i in _listed(one.get("identifier"))
            )
        ]  # fmt: skip

    def take(self, bundle: Json) -> tuple[int, Json]:
        """One transaction."""
        with self._lock:
            self.bundles += 1
            if self.answers:
                return self.answers.pop(0), {"resourceType": "OperationOutcome", "issue": []}
            entries = bundle.get("entry", [])
            if len(entries) > self.most_entries:
                return 413, {}
            before = dict(self.held), dict(self.versions)
            try:
                accept(bundle)
                done = self._all(entries)
            except Refused as no:
                self.held, self.versions = before
                return no.status, self._outcome(no)
            self.after_commit(self.bundles)
            told = {"resourceType": "Bundle", "type": "transaction-response", "entry": done}
            return 200, told

    def _outcome(self, no: Refused) -> Json:
        issue: Json = {"severity": "error", "code": "invalid", "diagnostics": no.why}
        if self.names_the_entry:
            issue["expression"] = [f"Bundle.entry[{no.entry}].resource"]
        return {"resourceType": "OperationOutcome", "issue": [issue]}

    def _all(self, entries: list[Json]) -> list[Json]:
        where = {
            entry["fullUrl"]: self._address(number, entry)
            for number, entry in enumerate(entries)
            if entry["request"]["method"] == "PUT"
        }
        done = [self._put(n, one, where) if "resource" in one else self._delete(n, one)
                for n, one in enumerate(entries)]  # fmt: skip
        for address, resource in self.held.items():
            for reference in references(resource):
                if reference not in self.held:
                    raise Refused(409, 0, f"{address} refers to {reference}, which is not here")
        return done

    def _address(self, number: int, entry: Json) -> str:
        """Where a resource is, or will be."""
        url = unquote(entry["request"]["url"])
        found = _SEARCH.fullmatch(url)
        if found is None:
            return url
        there = self.by_identifier(*found.groups())
        if len(there) > 1:
            raise Refused(412, number, "more than one has this identifier")
        return there[0] if there else f"{found[1]}/{len(self.versions) + number + 1000}"

    def _put(self, number: int, entry: Json, where: dict[str, str]) -> Json:
        resource, address = entry["resource"], where[entry["fullUrl"]]
        why = self.refuse(resource)
        if why is not None:
            raise Refused(422, number, why)
        kind, _, id_ = address.partition("/")
        assert kind == resource["resourceType"]
        stored = _pointing(resource, where) | {"id": id_}
        status = "200 OK" if address in self.held else "201 Created"
        if self.held.get(address) != stored:
            self.held[address] = stored
            self.versions[address] = self.versions.get(address, 0) + 1
        return {"response": {"status": status, "location": f"{address}/_history/1"}}

    def _delete(self, number: int, entry: Json) -> Json:
        address = self._address(number, entry)
        self.held.pop(address, None)
        return {"response": {"status": "204 No Content"}}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _pointing(value: Any, where: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            name: where.get(one, one) if name == "reference" else _pointing(one, where)
            for name, one in value.items()
        }
    return [_pointing(one, where) for one in value] if isinstance(value, list) else value


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fhir: FhirServer

    def do_POST(self) -> None:
        """One bundle."""
        self.fhir.asked.append({name.lower(): value for name, value in self.headers.items()})
        body = self.rfile.read(int(self.headers["Content-Length"]))
        wanted = f"Bearer {self.fhir.token}" if self.fhir.token else None
        if wanted and self.headers["Authorization"] != wanted:
            self._answer(401, {})
        else:
            self._answer(*self.fhir.take(json.loads(body)))

    def _answer(self, status: int, body: Json) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/fhir+json")
        self.send_header("Content-Length", str(len(raw)))
        if status == 503:
            self.send_header("Retry-After", "7")
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@contextmanager
def fhir_server(tls: ssl.SSLContext | None = None) -> Iterator[FhirServer]:
    """One that listens."""
    fhir = FhirServer()
    handler = type("Handler", (_Handler,), {"fhir": fhir})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    scheme = "https" if tls else "http"
    fhir.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield fhir
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
